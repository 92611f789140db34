"""A store over the years: upgraded, checked, compared, and in bad circumstances."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.errors import StoreError
from summarizer.executors import Done, open_executor
from summarizer.export import machine_cells
from summarizer.store import Entry, Store, digest
from summarizer.store.fulltext import query
from tests.servers.postgres import Postgres, running_postgres
from tests.specimens import a_report, an_issue

CONDITIONS = {"model": "extractive", "prompt": None, "version": "0.1.0"}
OF_WHOLE_ROWS = ("basis", "decimals", "checked", "reason", "doubt", "page", "box", "sentence")
COLUMNS_OF_LATER = (*OF_WHOLE_ROWS, "origin", "id", "standing", "p")
LATER = CONDITIONS | {"version": "0.2.0"}
FOUND = (
    "SELECT headline FROM articles WHERE id IN (SELECT rowid FROM articles_fts WHERE words MATCH ?)"
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Return a store with one report."""
    path = str(tmp_path / "runs.db")
    fill(path)
    return path


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """Start a database server."""
    with running_postgres() as server:
        yield server


def fill(address: str, number: int = 0) -> int:
    """Put a report into a store; the number makes its issue a different one."""
    with closing(Store.open(address, writing=True)) as store:
        issue, run = (
            an_issue(f"青岚高新区\n今年上半年，园区实现产值12.50亿元。{number}"),
            store.run_for(CONDITIONS),
        )
        entry = Entry(run.id, digest(b"%d" % number), f"{'abcd'[number]}.txt")
        store.keep(entry, issue, a_report(issue, run))
        return len(tuple(store.reports(run.id)))


def change(path: str, *statements: str) -> None:
    """Do something to the file behind the store's back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def opened(path: str) -> Store:
    """Open a store to look into it."""
    return Store.open(path)


def test_sound_store_has_no_problems(path: str):
    """Every report agrees with its rows, its text and the index."""
    with closing(opened(path)) as store:
        assert store.problems() == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM observations", "a.txt: 0 of 1 rows in observations"),
        ("DELETE FROM findings", "a.txt: 0 of 1 rows in findings"),
        ("DELETE FROM reports", "a.txt: done, but its report is missing"),
        ("UPDATE reports SET json = x'00'", "a.txt: its report cannot be read"),
        ("DELETE FROM runs", "belongs to nothing in runs"),
        ("DROP TABLE articles_fts; ", "no such table: articles_fts"),
    ],
)
def test_damage_is_found(path: str, statement: str, problem: str):
    """What is missing or cannot be read is told, with the file it came from."""
    change(path, statement)
    with closing(opened(path)) as store:
        try:
            said = "\n".join(store.problems())
        except StoreError as error:
            said = str(error)
    assert problem in said


def test_a_store_without_corrections_is_upgraded(path: str):
    """Its rows get their keys and can be found; the view shows whose word they are."""
    drops = (f"ALTER TABLE observations DROP COLUMN {name}" for name in COLUMNS_OF_LATER)
    change(path, "DROP VIEW figures", "DROP TABLE figures_fts", "DROP TABLE corrections",
           "DROP TABLE originals", *drops,
           "CREATE VIEW figures AS SELECT 1 AS date",
           "DELETE FROM migrations WHERE name > 'm004_z'")  # fmt: skip
    assert Store.upgrade(path) == ("m005_corrections", "m006_rows_found", "m007_whole_rows")
    with closing(sqlite3.connect(path)) as connection:
        found = "SELECT count(*) FROM figures WHERE row IN (SELECT rowid FROM figures_fts)"
        rows = "SELECT count(*) FROM observations"
        counts = [connection.execute(query).fetchone() for query in (found, rows)]
    assert counts[0] == counts[1] > (0,)


def test_a_store_of_half_rows_is_upgraded(path: str):
    """What the indicator table says beside the observation is read off the reports, once."""
    with closing(opened(path)) as store:
        whole = list(machine_cells(store, store.runs()[0].id))
    drops = (f"ALTER TABLE observations DROP COLUMN {name}" for name in OF_WHOLE_ROWS)
    change(path, *drops, "DELETE FROM migrations WHERE name > 'm006_z'")
    assert Store.upgrade(path) == ("m007_whole_rows",)
    with closing(opened(path)) as store:
        assert list(machine_cells(store, store.runs()[0].id)) == whole


def test_old_store_is_upgraded(path: str):
    """A store from before the full-text index gets one, with everything that is in it."""
    change(path, "DROP TABLE articles_fts", "DROP TABLE figures_fts", "DROP VIEW figures",
           "DELETE FROM migrations WHERE name > 'm001_z'")  # fmt: skip
    with pytest.raises(StoreError, match="run summarize store upgrade"):
        opened(path)
    assert Store.upgrade(path) == (
        "m002_fulltext",
        "m003_figures",
        "m004_submissions",
        "m005_corrections",
        "m006_rows_found",
        "m007_whole_rows",
    )
    with closing(opened(path)) as store, closing(sqlite3.connect(path)) as connection:
        assert store.problems() == ()
        assert connection.execute(FOUND, (query("高新"),)).fetchall() == [("青岚高新区",)]


def test_later_store_is_left_alone(path: str):
    """A store that a later version has changed is not touched by this one."""
    change(path, "INSERT INTO migrations VALUES ('m999_later')")
    with pytest.raises(StoreError, match="written by a later version"):
        Store.open(path, writing=True)


def test_runs_are_compared_figure_by_figure(path: str):
    """The same place in the same issue, with what is said of it before and after."""
    with closing(Store.open(path, writing=True)) as store:
        issue, before, after = an_issue(), store.run_for(CONDITIONS), store.run_for(LATER)
        for run, area in ((before, "青岚高新区"), (after, "青岚")):
            report = a_report(issue, run)
            row = report.articles[0].observations[0].model_copy(update={"ref_area": area})
            article = report.articles[0].model_copy(update={"observations": (row,)})
            report = report.model_copy(update={"articles": (article,)})
            store.keep(Entry(run.id, digest(b"9"), "a.txt"), issue, report)
        (difference,) = store.differences(before.id, after.id)
    assert (difference.figure, difference.fields) == ("12.50亿元", ("ref_area",))


def test_deleted_run_is_no_longer_found(path: str):
    """The index forgets what the tables forget."""
    with closing(Store.open(path, writing=True)) as store:
        store.delete_run(store.runs()[0].id)
    with closing(sqlite3.connect(path)) as connection:
        count = "SELECT count(*) FROM articles_fts WHERE words MATCH ?"
        assert connection.execute(count, (query("高新"),)).fetchone() == (0,)


@pytest.mark.parametrize("sort", ["file", "server"])
def test_many_writers_write_each_row_once(tmp_path: Path, server: Postgres, sort: str):
    """Threads that open a new store together and write the same things leave one of each."""
    address = str(tmp_path / "new.db") if sort == "file" else server.new_database()
    writers = open_executor("threads", 8).spread(lambda n: fill(address, n % 4), range(16))
    assert all(isinstance(outcome, Done) for _, outcome in writers)
    with closing(opened(address)) as store:
        assert (len(tuple(store.reports(store.runs()[0].id))), store.problems()) == (4, ())


def test_server_that_comes_back_is_waited_for(server: Postgres):
    """A database that is stopped and started costs some seconds and nothing else."""
    with closing(Store.open(server.new_database(), writing=True)) as store:
        run = store.run_for(CONDITIONS)
        server.stop()
        starting = threading.Timer(0.3, server.start)
        starting.start()
        assert store.runs() == (run,)
        starting.join()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://app:geheim@127.0.0.1:1/none?connect_timeout=1",
        "postgresql://app@127.0.0.1:1/none?connect_timeout=1&password=geheim",
        "postgresql://app:geheim@127.0.0.1:port/none",
    ],
)
def test_password_is_never_shown(address: str):
    """An address is told without its password, wherever that stands."""
    with pytest.raises(StoreError) as told:
        Store.open(address)
    assert "geheim" not in str(told.value)


def test_damaged_report_is_told_in_one_line(tmp_path: Path):
    """Whoever reads it is sent to the check, which names it."""
    path = str(tmp_path / "runs.db")
    fill(path)
    change(path, "UPDATE reports SET json = x'00'", "UPDATE inputs SET state = 'lost'")
    with closing(opened(path)) as store:
        with pytest.raises(StoreError, match="store check"):
            tuple(store.reports(store.runs()[0].id))
        assert len(store.problems()) == 2
