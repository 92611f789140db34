"""One code for two databases: a file (SQLite, WAL) or a server (PostgreSQL).

    runs.db                             a file; the default
    postgresql://user@host/database     a team or a cluster; the password from PGPASSWORD or .pgpass

A file is opened for writing or only for reading; a read-only file on a read-only disk is read
as it is. What the database says when something is wrong is said again in our words.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import chain, repeat
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sqlalchemy import ColumnElement, Connection, Dialect, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError

from summarizer.errors import StoreError

T = TypeVar("T")
Row = Mapping[str, object]
BUSY_SECONDS = 30
CACHE_KB = 16_000  # keys are hashes, so writes go to pages all over the file
POSTGRES = ("postgresql", "postgres")
PATIENCE = 20  # seconds to wait for a server that comes back, or for others to finish
PAUSES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
CONTESTED = ("database is locked", "already exists")  # the second: while a new store is made
PASSING = ("08", "40", "57P")  # SQLSTATEs: connection lost, serialisation, shut down
ADVICE = {
    "disk is full": "make room and run the same command again",
    "disk I/O error": "make room (or look after the disk) and run the same command again",
    "No space left": "make room and run the same command again",
    "readonly": "it is read-only here; pass another --store",
    "read-only": "it is read-only here; pass another --store",
    "unable to open": "is there such a file, and may it be read?",
    "locked": "another program holds it",
    "refused": "is the server running?",
}


class Access(StrEnum):
    """What is wanted of a database, in SQLite's words."""

    READ = "ro"
    WRITE = "rw"
    MAKE = "rwc"


class Unstorable(StoreError):  # noqa: N818 - a state of the world, named as the trade does
    """One thing cannot be kept, while others can; whoever keeps many goes on with the next."""


class Database:
    """A database that is open; safe to share between threads, not across a fork.

    A server that was there, or is `known` to have been, is waited for when it is gone.
    """

    def __init__(self, address: str, access: Access, *, known: bool = False) -> None:
        self.name = spoken(address)
        self._is_server = is_server(address)
        self._engine = open_engine(address, access)
        self._was_there = known

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Do some work in one transaction, waiting a while for a server that comes back."""
        deadline = time.monotonic() + PATIENCE
        for pause in chain(PAUSES, repeat(PAUSES[-1])):
            try:
                with self._engine.begin() as connection:
                    self._was_there = True
                    return work(connection)
            except (DataError, OverflowError) as error:
                raise Unstorable(
                    "{name}: {what}", name=self.name, what=_first_line(error)
                ) from error
            except DBAPIError as error:
                if time.monotonic() > deadline or not self._passes(error):
                    raise self._trouble(error) from error
                time.sleep(pause)
        raise AssertionError("pauses never end")

    def _passes(self, error: DBAPIError) -> bool:
        """Say whether waiting helps: somebody is in our way, or a server that was there is not."""
        if any(sign in str(error.orig) for sign in CONTESTED):
            return True
        state = getattr(error.orig, "sqlstate", None)
        gone = state is None or state.startswith(PASSING)
        return self._is_server and self._was_there and gone

    def _trouble(self, error: DBAPIError) -> StoreError:
        said = _first_line(error)
        advice = next((text for sign, text in ADVICE.items() if sign in said), None)
        if advice is None:
            return StoreError("{name}: {what}", name=self.name, what=said)
        return StoreError("{name}: {what}; {advice}", name=self.name, what=said, advice=advice)


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", error)).strip().splitlines()[0]


def add(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows; those that are there already stay as they are. All name the same columns."""
    if rows:
        rows = [_storable(row) for row in rows]
        statement, names = _compiled(table, connection.dialect, tuple(rows[0]))
        if connection.dialect.positional:
            connection.exec_driver_sql(statement, [tuple(map(row.get, names)) for row in rows])
        else:
            connection.exec_driver_sql(statement, list(map(dict, rows)))


def add_new(connection: Connection, table: Table, row: Row) -> bool:
    """Insert a row, and say whether it was new."""
    statement = _insert(connection, table).on_conflict_do_nothing()
    counted = statement.execution_options(preserve_rowcount=True)
    return bool(connection.execute(counted, _storable(row)).rowcount)


def put(
    connection: Connection, table: Table, row: Row, *, where: ColumnElement[bool] | None = None
) -> None:
    """Insert a row in place of the one with its key (only `where` that one may go)."""
    insert = _insert(connection, table)
    keys = [column.name for column in table.primary_key]
    fresh = {name: insert.excluded[name] for name in row if name not in keys}
    statement = insert.on_conflict_do_update(index_elements=keys, set_=fresh, where=where)
    connection.execute(statement, _storable(row))


def _storable(row: Row) -> Row:
    """Return a row without the one character that no text of PostgreSQL may hold."""
    held = [name for name, value in row.items() if isinstance(value, str) and "\0" in value]
    return {**row, **{name: str(row[name]).replace("\0", "\ufffd") for name in held}}


@cache
def _compiled(
    table: Table, dialect: Dialect, columns: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """Return the text of an insert and the order of its values: compiled once, not once a row."""
    insert = postgresql.insert if dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing()
    compiled = statement.compile(dialect=dialect, column_keys=list(columns))
    return str(compiled), tuple(compiled.positiontup or ())


def _insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    server = connection.dialect.name == "postgresql"
    return postgresql.insert(table) if server else sqlite.insert(table)


def open_engine(address: str, access: Access) -> Engine:
    """Return an engine for a file or a PostgreSQL address; raises StoreError for others."""
    if is_server(address):
        return _server(address)
    return _file(Path(address), access)


def is_server(address: str) -> bool:
    """Say whether many machines can write to this address."""
    return "://" in address


def spoken(address: str) -> str:
    """Return the address as it may be shown: without its password, wherever that stands."""
    if not is_server(address):
        return address
    try:
        return make_url(address).set(query={}).render_as_string()
    except (ArgumentError, ValueError):
        shown = address.rpartition("@")[2].partition("?")[0]
        raise StoreError(
            "{shown}: not a database address; write postgresql://USER@HOST:PORT/DATABASE",
            shown=shown,
        ) from None


def _server(address: str) -> Engine:
    url = make_url(address)
    if url.get_backend_name() not in POSTGRES:
        raise StoreError("{address}: pass a file or postgresql://…", address=spoken(address))
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ModuleNotFoundError:
        raise StoreError("PostgreSQL needs psycopg: pip install psycopg[binary]") from None


def _file(path: Path, access: Access) -> Engine:
    mode = "immutable=1" if access is Access.READ and _is_frozen(path) else f"mode={access}"
    uri = f"file:{quote(str(path.absolute()))}?{mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            uri,
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,  # we say BEGIN ourselves, so that DDL is in the transaction too
            check_same_thread=False,
        )

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect)
    pragmas = _reading_pragmas if access is Access.READ else _writing_pragmas
    event.listen(engine, "connect", pragmas)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _is_frozen(path: Path) -> bool:
    """Say whether the folder is read-only: then SQLite cannot keep its index beside the file."""
    return path.exists() and not os.access(path.absolute().parent, os.W_OK)


def _writing_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")


def _reading_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")
