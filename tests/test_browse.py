"""Browsing: what a person sees in a browser, with real Datasette in a real Chromium."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from summarizer.browse import canned_queries
from summarizer.store import Entry, Store, digest
from tests.servers.asking import ask
from tests.servers.browsing import running_browse
from tests.specimens import a_report, an_issue

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONDITIONS = {"model": "extractive", "prompt": None, "version": "0.1.0"}
CHROMIUM = shutil.which("chromium") or "chromium"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a store of two issues that contradict each other."""
    path = str(tmp_path_factory.mktemp("browse") / "archive.db")
    with closing(Store.open(path, writing=True)) as store:
        run = store.run_for(CONDITIONS)
        for number, value in (("12.50", "1250000000"), ("13.70", "1370000000")):
            issue = an_issue(f"青岚高新区\n今年上半年，园区实现产值{number}亿元。")
            report = a_report(issue, run, value=Decimal(value), printed=f"{number}亿元")
            store.keep(Entry(run.id, digest(number.encode()), f"{number}.txt"), issue, report)
    with running_browse(path) as address:
        yield address


@pytest.fixture(scope="module")
def page(address: str) -> Iterator["Page"]:
    """Open the archive in Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page(base_url=address)
        browser.close()


def test_the_first_page_leads_to_the_rows_and_the_questions(page: "Page"):
    """By what they are called in Chinese."""
    page.goto("/")
    assert page.locator("a:has-text('待核的')").count() == 1
    with page.expect_navigation():
        page.click("a:has-text('指标行')")
    assert page.locator("td.col-printed").count() == 2


def test_figures_have_facets(page: "Page"):
    """Status and verdict can be counted and narrowed down with a click."""
    page.goto("/archive/figures")
    with page.expect_navigation():
        page.click("#facet-verdict a:has-text('supported')")
    assert "verdict=supported" in page.url
    assert sorted(page.locator("td.col-printed").all_inner_texts()) == ["12.50亿元", "13.70亿元"]


@pytest.mark.parametrize(
    ("sought", "found"), [("高新", 2), ("高新区", 2), ("12.50", 1), ("新高", 0)]
)
def test_two_characters_are_found(page: "Page", sought: str, found: int):
    """The search box of the table knows Chinese words of any length."""
    page.goto("/archive/figures")
    page.fill("input[name=_search]", sought)
    with page.expect_navigation():
        page.press("input[name=_search]", "Enter")
    assert page.locator("td.col-printed").count() == found


def test_row_leads_to_its_highlighted_source(page: "Page"):
    """From a figure to its place in the issue's text."""
    page.goto("/archive/figures?printed=12.50亿元")
    with page.expect_navigation():
        page.locator("td.col-quantity a").first.click()
    marked = page.locator(f"[id='{page.url.partition('#')[2]}']")
    assert (marked.count(), marked.inner_text()) == (1, "12.50亿元")


def test_conflicts_between_issues_are_shown(page: "Page"):
    """Two issues that print different values for the same thing stand in one row."""
    page.goto("/archive/conflicts")
    assert page.locator("td.col-printed").all_inner_texts() in (["12.50亿元"], ["13.70亿元"])


def test_series_of_a_zone_is_a_question(page: "Page"):
    """Zone and indicator are typed in, and the figures come in order."""
    page.goto("/archive/series?zone=青岚&indicator=产值")
    values = page.locator("td.col-value").all_inner_texts()
    assert sorted(values) == ["1250000000", "1370000000"]


@pytest.mark.parametrize("name", canned_queries())
def test_every_canned_query_runs(page: "Page", name: str):
    """No query is broken, with nothing filled in."""
    page.goto(f"/archive/{name}")
    assert page.locator(".message-error").count() == 0
    assert page.locator("h1").inner_text() == canned_queries()[name]["title"]


def test_inner_tables_are_not_in_the_way(page: "Page"):
    """What nobody wants to see is hidden."""
    page.goto("/archive")
    assert "drafts" not in page.locator(".db-table h3").all_inner_texts()


def test_store_that_is_not_there_is_said(tmp_path: Path):
    """Browsing makes nothing."""
    from summarizer.browse import application
    from summarizer.errors import StoreError

    with pytest.raises(StoreError, match="unable to open"):
        application(str(tmp_path / "none.db"))


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org", ""])
def test_another_name_is_not_answered(address: str, host: str):
    """A name of somebody else's that leads here may not read the store."""
    assert ask(address, "/archive.json?sql=select+1", Host=host).status in (400, 421)


@pytest.mark.parametrize("origin", ["https://example.org", "null"])
def test_a_page_of_another_site_may_not_write(address: str, origin: str):
    """Nor may one that does not say where it is from."""
    assert ask(address, "/-/permissions", method="POST", body="x=1", Origin=origin).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "/-/source/0",
        "/-/source/99999999999999999999999999",
        "/-/source/18446744073709551615",
        "/-/source/x",
    ],
)
def test_a_report_that_is_not_there_is_not_found(address: str, path: str):
    """No key of whatever size is a fault of the server."""
    assert ask(address, path).status == 404


@pytest.mark.parametrize(
    "columns",
    ["1 as quantity, 2 as report", "'Qx' as quantity, 2 as report, 3 as position", "'x' as report"],
)
def test_questions_of_ones_own_may_name_their_columns_as_they_like(address: str, columns: str):
    """What looks like one of ours and is none is shown as it is."""
    path = f"/archive?sql=select+{columns.replace(' ', '+')}"
    assert ask(address, path).status == 200


def test_search_finds_rows_not_every_row_of_an_article(tmp_path: Path):
    """The article says 产值 and 企业; each is found by its own words."""
    path = str(tmp_path / "rows.db")
    with closing(Store.open(path, writing=True)) as store:
        run = store.run_for(CONDITIONS)
        issue = an_issue()
        report = a_report(issue, run)
        article = report.articles[0]
        row = article.observations[0]
        other = row.model_copy(update={"indicator": "企业", "scope": "规模以上"})
        both = article.model_copy(update={"observations": (row, other)})
        report = report.model_copy(update={"articles": (both,)})
        store.keep(Entry(run.id, issue.id, "a.txt"), issue, report)
    with running_browse(path) as address:
        for sought, found in (("产值", 1), ("企业", 1), ("规模以上", 1), ("青岚", 2), ("出口", 0)):
            path = f"/rows/figures.json?_search={quote(sought)}&_shape=array"
            assert len(json.loads(ask(address, path).body)) == found


def test_columns_are_explained_in_chinese(page: "Page"):
    """And so are tables and questions."""
    page.goto("/archive/figures")
    assert "指标行" in page.locator("h1").inner_text()
    assert "主体：这个数说的是谁" in page.locator("dl.column-descriptions").inner_text()
