"""Every row of a run in one table, under Chinese titles or under the names of the columns.

zh   主体 指标 …   codes as people say them: 实绩, 有据, 元
en   ref_area …    codes as machines want them: actual, supported, CNY
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from summarizer.disk import replace_file
from summarizer.errors import RenderingError
from summarizer.export.kept import machine_cells, spoken_cells
from summarizer.renderers import demand_place, parquet, renderer
from summarizer.renderers.xlsx import archive
from summarizer.report import IssueReport, Run
from summarizer.store import Store
from summarizer.table import Cell, comma_separated

Headers = Literal["zh", "en"]
SUFFIXES = (".xlsx", ".csv", ".parquet", ".jsonl")


def write_rows(store: Store, run: Run, target: Path, headers: Headers = "zh") -> None:
    """Write every row of a run. Raises RenderingError, StoreError."""
    writers = {
        ".xlsx": _workbook,
        ".csv": _commas,
        ".parquet": _parquet,
        ".jsonl": _lines,
    }
    if target.suffix not in writers:
        raise RenderingError(
            "{path}: one table is {known}", path=target, known=" or ".join(SUFFIXES)
        )
    demand_place(target)
    content = writers[target.suffix](store, run, headers)
    try:
        replace_file(target, content)
    except OSError as error:
        raise RenderingError(
            "{path}: cannot be written ({error})", path=target, error=error.strerror
        ) from error


def pages(store: Store, run: Run) -> Iterator[tuple[IssueReport, str]]:
    """Yield the reports of a run with their texts, one in memory at a time."""
    for report in store.reports(run.id):
        yield report, store.issue_text(report.issue.id)


def _workbook(store: Store, run: Run, _headers: Headers) -> bytes:
    out = io.BytesIO()
    archive.write_archive(pages(store, run), run, out)
    return out.getvalue()


def _commas(store: Store, run: Run, headers: Headers) -> bytes:
    return comma_separated(_names(headers), _rows(store, run, headers))


def _parquet(store: Store, run: Run, headers: Headers) -> bytes:
    named = list(zip(_names(headers), archive.columns(), strict=True))
    about = {"run": run.id, "model": run.model, "version": run.version}
    return parquet.tabulated(named, list(_rows(store, run, headers)), about)


def _lines(store: Store, run: Run, _headers: Headers) -> bytes:
    render = renderer("jsonl")
    return b"".join(render(report, text) for report, text in pages(store, run))


def _names(headers: Headers) -> tuple[str, ...]:
    return tuple(c.title if headers == "zh" else c.name for c in archive.columns())


def _rows(store: Store, run: Run, headers: Headers) -> Iterator[tuple[Cell, ...]]:
    cells = spoken_cells if headers == "zh" else machine_cells
    return cells(store, run.id, archive.columns())
