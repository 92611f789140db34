"""The indicator table of a run as its store keeps it, cell by cell: no report is read again."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, select

from summarizer import wording
from summarizer.report import Origin
from summarizer.standing import Standing
from summarizer.store import Store, tables
from summarizer.table import OBSERVATIONS, Cell, Column, Row, Type, word_for

AT_A_TIME = 100
"""Reports whose rows are in memory together."""
Kept = Mapping[str, Any]


def kept_rows(store: Store, run: str) -> Iterator[Kept]:
    """Yield the rows of a run in the order of its issues, by the names of the table's columns."""
    keys = store.report_keys(run)
    for start in range(0, len(keys), AT_A_TIME):
        yield from store.fetch(_rows_of(keys[start : start + AT_A_TIME]))


def _rows_of(reports: tuple[int, ...]) -> Select[Any]:
    figures, articles, of, issues = (
        table.c for table in (tables.observations, tables.articles, tables.reports, tables.issues)
    )
    places = dict(figures) | {
        "issue": issues.id,
        "article": articles.article,
        "row": figures.position,
        "standing": figures.checked,
        "headline": articles.headline,
        "title": issues.title,
        "date": issues.date,
        "source": of.source,
    }
    joined = tables.observations.join(tables.articles).join(tables.reports).join(tables.issues)
    return (
        select(*(places[column.name].label(column.name) for column in OBSERVATIONS.columns))
        .select_from(joined)
        .where(of.id.in_(reports))
        .order_by(of.issue, articles.position, figures.position)
    )


def machine_cells(
    store: Store, run: str, columns: Sequence[Column[Row]] = OBSERVATIONS.columns
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a run with codes and decimals, in the order of the columns."""
    for row in kept_rows(store, run):
        yield tuple(cell(row, column) for column in columns)


def spoken_cells(
    store: Store, run: str, columns: Sequence[Column[Row]]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a run as people read them: words for codes."""
    for row in kept_rows(store, run):
        yield tuple(told(row, column) for column in columns)


def cell(row: Kept, column: Column[Row]) -> Cell:
    """Return a cell as machines read it."""
    kept: Cell = row[column.name]
    return kept if kept is None or column.type is not Type.NUMBER else Decimal(str(kept))


def told(row: Kept, column: Column[Row]) -> Cell:
    """Return a cell as people read it: words for codes."""
    if column.told is None:
        return column.word(cell(row, column))
    doubts = wording.in_doubt((row["doubt"] or "").split())
    if column.name == "doubt":
        return doubts
    origin = Origin(row["origin"]) if row["origin"] else None
    return word_for(Standing(row["standing"]), origin, doubts, row["p"])
