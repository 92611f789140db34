"""A small archive of invented pages, and everything that a store holds about it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

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


def everything(path: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of a file, without the moment at which a run began."""
    with closing(sqlite3.connect(path)) as connection:
        named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%fts%'"
        return {
            table: sorted(
                _plain(table, row) for row in connection.execute(f"SELECT * FROM {table}")
            )
            for (table,) in connection.execute(named).fetchall()
        }


def _plain(table: str, row: tuple[Any, ...]) -> tuple[Any, ...]:
    if table == "runs":
        return row[:1] + row[2:]
    if table == "reports":
        report = unpacked(row[-1])
        run = report.run.model_copy(update={"started": ""})
        row = (*row[:-1], report.model_copy(update={"run": run}).model_dump_json())
    return tuple("" if value is None else str(value) for value in row)
