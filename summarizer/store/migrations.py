"""The store's history as a list, one function a step.

A new store takes every step; an old one, by `summarize store upgrade`, those it has not seen, all
of them in one transaction or none. A step looks before it makes, because the first one makes the
tables as they are now.
"""

from collections.abc import Callable
from importlib.resources import files

from sqlalchemy import Connection, insert, inspect, select, text

from summarizer.store import fulltext, tables
from summarizer.store.rows import unpacked

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
        fulltext.index(connection, unpacked(content), printed)


def m003_figures(connection: Connection) -> None:
    """Show figures together with their issue and article."""
    connection.execute(text(files(__package__).joinpath("figures.sql").read_text("utf-8")))


MIGRATIONS: tuple[Migration, ...] = (m001_first_tables, m002_fulltext, m003_figures)


def is_new(connection: Connection) -> bool:
    """Say whether nothing has been written here yet."""
    return not inspect(connection).get_table_names()


def is_store(connection: Connection) -> bool:
    """Say whether this database is one of ours."""
    return inspect(connection).has_table(tables.migrations.name)


def missing(connection: Connection) -> tuple[Migration, ...]:
    """Return the steps that this store has not seen."""
    applied = set(connection.scalars(select(tables.migrations.c.name)))
    return tuple(step for step in MIGRATIONS if step.__name__ not in applied)


def unknown(connection: Connection) -> tuple[str, ...]:
    """Return the steps that a later version of this program has applied."""
    known = {step.__name__ for step in MIGRATIONS}
    applied = connection.scalars(select(tables.migrations.c.name).order_by("name"))
    return tuple(name for name in applied if name not in known)


def upgrade(connection: Connection) -> tuple[str, ...]:
    """Apply what is missing, in order, and return the names."""
    steps = missing(connection) if is_store(connection) else MIGRATIONS
    for step in steps:
        step(connection)
        connection.execute(insert(tables.migrations), {"name": step.__name__})
    return tuple(step.__name__ for step in steps)
