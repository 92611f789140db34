"""The store's history as a list, one function a step.

A new store takes every step; an old one, by `summarize store upgrade`, those it has not seen, all
of them in one transaction or none. A step looks before it makes, because the first one makes the
tables as they are now.
"""

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

from sqlalchemy import Column, Connection, insert, inspect, select, text, update

from summarizer.errors import StoreError
from summarizer.store import fulltext, tables
from summarizer.store.database import put
from summarizer.store.rows import child_rows, figure_key, unpacked

Migration = Callable[[Connection], None]


def m001_first_tables(connection: Connection) -> None:
    """Make runs, inputs, issues, reports with their rows, and drafts."""
    tables.metadata.create_all(connection)


def m002_fulltext(connection: Connection) -> None:
    """Make Chinese words findable in articles."""
    fulltext.make_index(connection)
    reports, issues = tables.reports.c, tables.issues.c
    kept = select(reports.json, issues.text).where(reports.issue == issues.id)
    for content, printed in connection.execute(kept):
        fulltext.index_articles(connection, unpacked(content), printed)


def m003_figures(connection: Connection) -> None:
    """Show figures together with their issue and article."""
    connection.execute(text(files(__package__).joinpath("figures.sql").read_text("utf-8")))


def m004_submissions(connection: Connection) -> None:
    """Keep questions that are on their way through a batch API."""
    tables.metadata.create_all(connection, tables=[tables.submissions, tables.questions])


def m005_corrections(connection: Connection) -> None:
    """Keep what a person corrected, and say of each row whose word it is."""
    tables.metadata.create_all(connection, tables=[tables.corrections, tables.originals])
    _add_column(connection, tables.observations.c.origin)


def m006_rows_found(connection: Connection) -> None:
    """Make rows findable by their words, and say how sure each is."""
    rows = tables.observations.c
    for column in (rows.id, rows.standing, rows.p):
        _add_column(connection, column)
    for article, position in connection.execute(select(rows.article, rows.position)).all():
        one = (rows.article == article) & (rows.position == position)
        key = {"id": figure_key(article, position)}
        connection.execute(update(tables.observations).where(one).values(key))
    connection.execute(text("DROP VIEW figures"))
    m003_figures(connection)
    fulltext.make_figures_index(connection)
    for content in connection.scalars(select(tables.reports.c.json)):
        fulltext.index_figures(connection, unpacked(content))


def m007_whole_rows(connection: Connection) -> None:
    """Keep with each row all that the indicator table says of it, so that no report is reread."""
    rows = tables.observations
    for name in ("basis", "decimals", "checked", "reason", "doubt", "page", "box", "sentence"):
        _add_column(connection, rows.c[name])
    reports, issues = tables.reports.c, tables.issues.c
    kept = select(reports.json, issues.text).where(reports.issue == issues.id)
    for content, printed in connection.execute(kept):
        for table, found in child_rows(unpacked(content), printed):
            for row in found if table is rows else ():
                put(connection, rows, row)


def _add_column(connection: Connection, column: Column[Any]) -> None:
    """Add a column, unless the table was made with it."""
    table = column.table.name
    if column.name not in {each["name"] for each in inspect(connection).get_columns(table)}:
        kind = column.type.compile(connection.dialect)
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN {column.name} {kind}"))


MIGRATIONS: tuple[Migration, ...] = (
    m001_first_tables,
    m002_fulltext,
    m003_figures,
    m004_submissions,
    m005_corrections,
    m006_rows_found,
    m007_whole_rows,
)


def begin(connection: Connection) -> None:
    """Make the tables of a new store."""
    if not inspect(connection).get_table_names():
        upgrade(connection)


def demand_store(connection: Connection, name: str) -> None:
    """Raise StoreError unless this is a store that this program knows how to write."""
    if not _is_store(connection):
        raise StoreError("{name}: not a store of this program", name=name)
    known = {step.__name__ for step in MIGRATIONS}
    if set(_applied(connection)) - known:
        raise StoreError("{name}: written by a later version; upgrade the program", name=name)


def demand_current(connection: Connection, name: str) -> None:
    """Raise StoreError unless this is a store as this program writes it."""
    demand_store(connection, name)
    if _missing(connection):
        raise StoreError("{name}: of an earlier version; run summarize store upgrade", name=name)


def upgrade(connection: Connection) -> tuple[str, ...]:
    """Apply what is missing, in order, and return the names."""
    steps = _missing(connection) if _is_store(connection) else MIGRATIONS
    for step in steps:
        step(connection)
        connection.execute(insert(tables.migrations), {"name": step.__name__})
    return tuple(step.__name__ for step in steps)


def _is_store(connection: Connection) -> bool:
    return inspect(connection).has_table(tables.migrations.name)


def _applied(connection: Connection) -> Sequence[str]:
    return connection.scalars(select(tables.migrations.c.name)).all()


def _missing(connection: Connection) -> tuple[Migration, ...]:
    applied = _applied(connection)
    return tuple(step for step in MIGRATIONS if step.__name__ not in applied)
