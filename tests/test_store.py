"""The store: what is put in comes out, once, whoever puts it."""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from summarizer.errors import StoreError
from summarizer.models import Draft
from summarizer.report import Failure, Run, Usage
from summarizer.store import Entry, State, Store, content_hash, digest, tables
from summarizer.store.database import Unstorable
from summarizer.summary import ArticleSummary
from tests.servers.postgres import Postgres, running_postgres
from tests.specimens import TEXT, a_report, an_issue

CONDITIONS = {"model": "extractive", "prompt": None, "version": "0.1.0"}


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """Start a database server."""
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, tmp_path: Path, server: Postgres) -> str:
    """Name a store that is not there yet, of either sort."""
    return str(tmp_path / "runs.db") if request.param == "file" else server.new_database()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """Open a new store."""
    store = Store.open(address, writing=True)
    yield store
    store.close()


@pytest.fixture
def run(store: Store) -> Run:
    """Begin a run."""
    return store.run_for(CONDITIONS)


def entry(run: Run, name: str = "a.txt") -> Entry:
    """Return an input of a run."""
    return Entry(run.id, digest(name.encode()), name)


def count(store: Store, table: Table) -> int:
    """Return the rows of a table."""
    return len(store.fetch(select(table)))


def test_same_conditions_name_the_same_run(store: Store):
    """Running again is the same run, so that it goes on; other conditions are another run."""
    first = store.run_for(CONDITIONS)
    assert store.run_for(dict(reversed(CONDITIONS.items()))) == first
    assert store.run_for(CONDITIONS | {"version": "0.2.0"}) != first


def test_report_comes_back_whole(store: Store, run: Run):
    """What was kept is read back equal, to the last digit."""
    issue = an_issue()
    store.keep(entry(run), issue, a_report(issue, run))
    assert list(store.reports(run.id)) == [a_report(issue, run)]
    assert store.issue_text(issue.id) == TEXT


def test_figures_are_rows_with_exact_decimals(store: Store, run: Run):
    """A figure stands in the table as printed and multiplied out, never as a binary float."""
    issue = an_issue()
    store.keep(entry(run), issue, a_report(issue, run))
    (row,) = store.fetch(select(tables.observations))
    assert (row["printed"], row["value"], row["unit_mult"]) == ("12.50亿元", "1250000000", 8)


def test_keeping_twice_keeps_once(store: Store, run: Run):
    """A row exists once, whoever writes it how often."""
    issue = an_issue()
    for _ in range(2):
        store.keep(entry(run), issue, a_report(issue, run))
    assert [count(store, table) for table in (tables.reports, tables.observations)] == [1, 1]


def test_better_report_takes_the_place_of_a_failed_one(store: Store, run: Run):
    """An issue with a failed article counts as failed until a later try does better."""
    issue, failure = an_issue(), Failure(article="A1", error="ModelUnavailable", message="503")
    store.keep(entry(run), issue, a_report(issue, run, (failure,)))
    assert store.settled(run.id, [entry(run).digest]) == {entry(run).digest: State.FAILED}
    store.keep(entry(run), issue, a_report(issue, run))
    assert store.settled(run.id, [entry(run).digest]) == {entry(run).digest: State.DONE}
    assert count(store, tables.failures) == 0


def test_late_failure_does_not_undo_what_is_done(store: Store, run: Run):
    """A worker that was given up and comes late cannot mark a finished issue as failed."""
    issue = an_issue()
    store.keep(entry(run), issue, a_report(issue, run))
    store.keep_failure(entry(run), Failure(article="", error="WorkerDied", message="killed"))
    assert store.settled(run.id, [entry(run).digest]) == {entry(run).digest: State.DONE}


def test_replaced_file_is_no_longer_failed(store: Store, run: Run):
    """When a file that could not be read has been mended, its old failure goes."""
    broken = Entry(run.id, digest(b"broken"), "a.txt")
    store.keep_failure(broken, Failure(article="", error="ReadingError", message="not UTF-8"))
    store.keep(entry(run), an_issue(), a_report(an_issue(), run))
    assert store.settled(run.id, [broken.digest]) == {}


def test_changed_file_counts_with_its_new_figures_only(store: Store, run: Run):
    """What its earlier contents came to is gone; another file that has them keeps them."""
    for name, contents in (("a.txt", "一"), ("b.txt", "二"), ("a.txt", "三"), ("b.txt", "三")):
        issue = an_issue(TEXT + contents)
        entered = Entry(run.id, digest(contents.encode() + name.encode()), name)
        store.keep(entered, issue, a_report(issue, run))
    assert [report.issue.id for report in store.reports(run.id)] == [issue.id]
    assert (count(store, tables.reports), store.problems()) == (1, ())


def test_a_character_that_no_database_takes_is_replaced(store: Store, run: Run):
    """A text with U+0000 is kept as long as it was, and nothing ends."""
    issue = an_issue(TEXT + "\0完")
    store.keep(entry(run), issue, a_report(issue, run))
    assert store.issue_text(issue.id) == TEXT + "\ufffd完"


def test_a_number_that_is_too_large_fails_its_issue_alone(store: Store, run: Run):
    """It is an error of its own kind, on which a batch goes on."""
    issue = an_issue()
    report = a_report(issue, run).model_copy(update={"usage": Usage(requests=2**70)})
    with pytest.raises(Unstorable):
        store.keep(entry(run), issue, report)


def test_draft_is_kept_by_fingerprint(store: Store):
    """An answer is found again by what was asked; the first answer stays."""
    draft = Draft(ArticleSummary(abstract="一"), Usage(requests=1, cost=Decimal("0.10")))
    store.keep_draft("sha256:1", "openai:x", draft)
    store.keep_draft("sha256:1", "openai:x", Draft(ArticleSummary(abstract="二")))
    assert store.draft("sha256:1") == draft
    assert store.draft("sha256:2") is None


def test_deleting_a_run_leaves_the_others_and_the_drafts(store: Store, run: Run):
    """A run goes with its rows; what other runs hold, and what was paid for, stays."""
    other, issue = store.run_for(CONDITIONS | {"version": "0.2.0"}), an_issue()
    store.keep_draft("sha256:1", "m", Draft(ArticleSummary(abstract="")))
    for each in (run, other):
        store.keep(entry(each), issue, a_report(issue, each))
    store.delete_run(run.id)
    assert (store.runs(), count(store, tables.observations)) == ((other,), 1)
    store.delete_run(other.id)
    assert (count(store, tables.issues), count(store, tables.drafts)) == (0, 1)


def test_missing_store_is_not_made_by_looking(tmp_path: Path):
    """Opening for reading makes nothing and says what to look at."""
    with pytest.raises(StoreError, match=r"runs\.db: unable to open"):
        Store.open(str(tmp_path / "runs.db"))


def test_other_files_are_refused(tmp_path: Path):
    """A database of another program, or no database at all, is left alone."""
    foreign, text = tmp_path / "foreign.db", tmp_path / "page.txt"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    text.write_text(TEXT * 100)
    with pytest.raises(StoreError, match="not a store"):
        Store.open(str(foreign), writing=True)
    with pytest.raises(StoreError, match="not a database"):
        Store.open(str(text), writing=True)


@pytest.mark.parametrize("address", ["mysql://host/x", "postgresql:/x", "://"])
def test_other_addresses_are_refused(address: str):
    """Only files and PostgreSQL are stores."""
    with pytest.raises(StoreError):
        Store.open(address, writing=True)


def test_hash_is_of_the_content_alone():
    """The order of keys does not matter, the content does, and the algorithm is named."""
    assert content_hash({"a": 1, "b": 2}) == content_hash({"b": 2, "a": 1})
    assert content_hash("ab") != content_hash("a", "b")
    assert content_hash("").startswith("sha256:")
