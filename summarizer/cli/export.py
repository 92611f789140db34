"""Out of a store: one table, many reports, or a copy."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import StoreError

if TYPE_CHECKING:
    from summarizer.report import Run
    from summarizer.store import Store

TABLES = {".csv": "csv", ".jsonl": "jsonl"}


def write_table(store: "Store", run: "Run", target: Path) -> None:
    """Write the figures of every report into one file, whole or not at all."""
    from summarizer.renderers import demand_place

    if target.suffix not in TABLES:
        known = " or ".join(TABLES)
        raise StoreError(
            "{target}: one table is {known} (all of them: summarize export); give a folder "
            "for other formats",
            target=target,
            known=known,
        )
    demand_place(target)
    target = target.resolve()
    beside = target.with_name(f".{target.name}.part")
    try:
        with beside.open("wb") as file:
            file.writelines(_tables(store, run, TABLES[target.suffix]))
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise StoreError(
            "{path}: cannot be written ({error})", path=target, error=error.strerror
        ) from error


def write_reports(store: "Store", run: "Run", folder: Path, format_name: str) -> None:
    """Write a report for each issue into a folder."""
    from summarizer.renderers import SUFFIXES, write

    suffix = next((key for key, name in SUFFIXES.items() if name == format_name), "")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            "{path}: cannot be made a folder ({error})", path=folder, error=error.strerror
        ) from error
    for report in store.reports(run.id):
        name = Path(report.issue.source).stem + "-" + report.issue.id.removeprefix("sha256:")[:8]
        write(report, store.issue_text(report.issue.id), folder / f"{name}{suffix}", format_name)


def copy_store(store: "Store", target: Path) -> None:
    """Copy a store into a new file, so that it can be browsed or taken along."""
    if target.exists():
        raise StoreError("{path}: exists already; choose another name", path=target)
    store.copy_to(str(target))


def _tables(store: "Store", run: "Run", format_name: str) -> Iterator[bytes]:
    """Yield the table of the run, or of each report."""
    from summarizer.export import machine_cells
    from summarizer.renderers import renderer
    from summarizer.table import OBSERVATIONS, comma_separated

    if format_name == "csv":
        names = (column.name for column in OBSERVATIONS.columns)
        return iter((comma_separated(names, machine_cells(store, run.id)),))
    render = renderer(format_name)
    return (render(report, store.issue_text(report.issue.id)) for report in store.reports(run.id))
