"""The store's history as a list, one function a step, none of them ever edited.

A new store is made from the tables as they are now, and the whole list counts as applied. An old
one is brought up step by step by `summarize store upgrade`, all of it in one transaction or none.
"""

from collections.abc import Callable

from sqlalchemy import Connection, insert, inspect, select

from summarizer.store import tables

Migration = Callable[[Connection], None]


def m001_first_tables(connection: Connection) -> None:
    """Make runs, inputs, issues, reports with their rows, and drafts."""
    tables.metadata.create_all(connection)


MIGRATIONS: tuple[Migration, ...] = (m001_first_tables,)


def is_new(connection: Connection) -> bool:
    """Say whether nothing has been written here yet."""
    return not inspect(connection).get_table_names()


def is_store(connection: Connection) -> bool:
    """Say whether this database is one of ours."""
    return inspect(connection).has_table(tables.migrations.name)


def lay_out(connection: Connection) -> None:
    """Make the tables of a new store."""
    tables.metadata.create_all(connection)
    _remember(connection, MIGRATIONS)


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
    steps = missing(connection)
    for step in steps:
        step(connection)
    _remember(connection, steps)
    return tuple(step.__name__ for step in steps)


def _remember(connection: Connection, steps: tuple[Migration, ...]) -> None:
    if steps:
        connection.execute(insert(tables.migrations), [{"name": step.__name__} for step in steps])
