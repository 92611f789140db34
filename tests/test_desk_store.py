"""The desk on a store: what is corrected there is in every table, and in the next run."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from summarizer.batch import Job, Work, conditions
from summarizer.corrections import AnyChange
from summarizer.desk import InStore
from summarizer.models import ModelSpec, open_model
from summarizer.pipeline import Policy
from summarizer.store import Entry, Store, digest, tables
from tests.a_corrected_page import reject, set_owner
from tests.an_archive import PAGE, write_archive
from tests.servers.asking import ask
from tests.servers.desk import running_desk

TEXT = PAGE.format(10)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Summarise two pages into a store."""
    summarise(write_archive(tmp_path / "pages", 2), tmp_path / "runs.db")
    return tmp_path


def summarise(folder: Path, store: Path, date: dt.date | None = None) -> None:
    """Do what a batch does with each page, here."""
    spec, policy = ModelSpec("extractive"), Policy()
    with closing(Store.open(str(store), writing=True)) as kept:
        run = kept.run_for(conditions(open_model(spec), policy, None, date))
    work = Work(run, str(store), spec, policy, date=date)
    for page in sorted(folder.glob("*.txt")):
        content = page.read_bytes()
        work(Job(Entry(run.id, digest(content), str(page)), content))


def laid(archive: Path) -> InStore:
    """Lay the last run on a desk."""
    store = str(archive / "runs.db")
    with closing(Store.open(store)) as kept:
        return InStore(store, kept.runs()[-1].id)


def keep(archive: Path, *changes: AnyChange) -> str:
    """Correct the first page, and return its key."""
    pages = laid(archive)
    key = next(str(each.key) for each in pages.listed("000", 0))
    pages.keep(key, changes)
    return key


def figures(archive: Path) -> list[tuple[str, str, str]]:
    """Return figure, owner and origin of every row of the store."""
    rows = tables.observations.c
    with closing(Store.open(str(archive / "runs.db"))) as store:
        query = select(rows.printed, rows.ref_area, rows.origin).order_by(rows.printed)
        found = store.fetch(query)
        assert store.problems() == ()
    return [(row["printed"], row["ref_area"], row["origin"]) for row in found]


def test_pages_are_listed_with_what_is_to_be_done(archive: Path):
    """And found by their name."""
    pages = laid(archive)
    assert [each.rows > 0 for each in pages.listed("", 0)] == [True, True]
    assert [each.source[-7:] for each in pages.listed("001", 0)] == ["001.txt"]


def test_a_correction_is_in_the_rows(archive: Path):
    """The store stays sound, and only this page is another."""
    keep(archive, set_owner(TEXT, "310家", "青岚高新区管委会"))
    assert ("310家", "青岚高新区管委会", "person") in figures(archive)
    assert {origin for _, _, origin in figures(archive)} == {"engine", "person"}


def test_what_is_undone_is_as_it_was(archive: Path):
    """To the last row."""
    before = figures(archive)
    key = keep(archive, reject(TEXT, "310家"))
    assert len(figures(archive)) == len(before) - 1
    undone = laid(archive).undo(key)
    assert (undone and undone.op, figures(archive)) == ("reject", before)


def test_a_new_run_has_the_correction_too(archive: Path):
    """Other conditions, the same person."""
    keep(archive, set_owner(TEXT, "310家", "青岚高新区管委会"))
    summarise(archive / "pages", archive / "runs.db", dt.date(2018, 5, 1))
    owners = [owner for printed, owner, _ in figures(archive) if printed == "310家"]
    assert owners == ["青岚高新区管委会"] * 2


def test_a_page_follows_what_is_changed_in_another_run(archive: Path):
    """One change taken back and another made: as many, and yet not the same."""
    summarise(archive / "pages", archive / "runs.db", dt.date(2018, 5, 1))
    with closing(Store.open(str(archive / "runs.db"))) as store:
        first, second = (InStore(str(archive / "runs.db"), run.id) for run in store.runs())
    here, there = (str(pages.listed("000", 0)[0].key) for pages in (first, second))
    first.keep(here, [set_owner(TEXT, "310家", "甲园")])
    assert [change.op for change in second.open(there).changes] == ["set"]
    first.undo(here)
    later = reject(TEXT, "310家")
    first.keep(here, [later.model_copy(update={"at": later.at + dt.timedelta(hours=1)})])
    assert [told.op for told in second.open(there).report.corrections] == ["reject"]


def test_a_file_beside_a_page_of_the_batch_goes_into_the_store(tmp_path: Path):
    """Where the desk shows it, and can take it back."""
    folder = write_archive(tmp_path / "pages", 1)
    page = folder / "000.txt"
    change = reject(TEXT, "310家").model_dump(mode="json")
    beside = {"sha256": "", "changes": [change]}
    page.with_suffix(".corrections.json").write_text(json.dumps(beside), encoding="utf-8")
    summarise(folder, tmp_path / "runs.db")
    assert "310家" not in [printed for printed, _, _ in figures(tmp_path)]
    pages = laid(tmp_path)
    assert pages.undo(str(pages.listed("", 0)[0].key)) is not None
    assert "310家" in [printed for printed, _, _ in figures(tmp_path)]


@pytest.fixture
def address(archive: Path) -> Iterator[str]:
    """Serve the store."""
    with running_desk(str(archive / "runs.db")) as address:
        yield address


def test_the_list_leads_to_the_pages(address: str):
    """Each with its counts."""
    listed = ask(address)
    assert listed.status == 200
    path = listed.body.partition('href="/page/')[2].partition('"')[0].replace("&amp;", "&")
    page = ask(address, f"/page/{path}")
    assert (page.status, "310家" in page.body or "311家" in page.body) == (200, True)


def test_a_page_that_the_store_does_not_hold_is_not_found(address: str):
    """In one line."""
    for key in ("1", "99999999999999999999"):
        assert ask(address, f"/page/{key}?{urlsplit(address).query}").status == 404
