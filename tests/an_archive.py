"""A small archive of invented pages, and everything that a store holds about it."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import select

from summarizer.store import Store, tables
from summarizer.store.rows import unpacked

PAGE = """青岚高新区一季度开门红

本报记者 江一苇

今年一季度，青岚高新区完成工业总产值{0}.6亿元，同比增长8.3%；新增企业3{0}家。

全年力争工业总产值突破180亿元。
"""


def write_archive(folder: Path, issues: int) -> Path:
    """Write so many pages of one article into a folder."""
    folder.mkdir(exist_ok=True)
    for number in range(issues):
        (folder / f"{number:03}.txt").write_text(PAGE.format(number + 10), encoding="utf-8")
    return folder


def everything(address: str) -> dict[str, list[tuple[str, ...]]]:
    """Return every row of a store, without the moment at which a run began."""
    with closing(Store.open(address)) as store:
        return {
            table.name: sorted(map(_plain, store.fetch(select(table))))
            for table in tables.metadata.sorted_tables
        }


def _plain(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        _report(value) if isinstance(value, bytes) else str(value)
        for name, value in row.items()
        if name != "started"
    )


def _report(content: bytes) -> str:
    report = unpacked(content)
    run = report.run.model_copy(update={"started": ""})
    return report.model_copy(update={"run": run}).model_dump_json()
