"""One walk over the desk, as an analyst takes it: on an invented page, and on a real one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect, sync_playwright
from typer.testing import CliRunner

from eval import runs
from summarizer.cli import app
from tests.a_corrected_page import PAGE
from tests.conftest import SHARED
from tests.servers.desk import running_desk

SEED = SHARED / "pages" / "seed" / "page.txt"
OWNER, INDICATOR = "经人核对的主体", "经人补上的指标"


@pytest.fixture(scope="module", params=["invented", "seed"])
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the page; the real one lies beside the project, not in it."""
    path: Path = tmp_path_factory.mktemp("walk") / "page.txt"
    if request.param == "invented":
        path.write_text(PAGE, encoding="utf-8")
    elif SEED.is_file():
        shutil.copy(SEED, path)
    else:
        pytest.skip("no real page beside the project")
    return path


@pytest.fixture(scope="module")
def walked(source: Path) -> dict[str, str]:
    """Correct an owner, reject a row and make one of it again, split an article; then close."""
    with running_desk(str(source), "--date", "2018-05-01") as address, browser() as page:
        page.goto(address)
        page.click("[data-list=all]")
        owned = choose(page, 0)
        page.fill("#editor [name=ref_area]", OWNER)
        page.keyboard.press("Enter")
        expect(page.locator(".history summary")).to_contain_text("1 ")
        added = choose(page, 1)
        page.keyboard.press("x")
        expect(page.locator(".history summary")).to_contain_text("2 ")
        page.locator(f'#page .n[data-start="{added["start"]}"]').first.click()
        page.fill("#editor [name=indicator]", INDICATOR)
        page.click("#save")
        expect(page.locator(".history summary")).to_contain_text("3 ")
        rejected = choose(page, 2)
        page.keyboard.press("x")
        expect(page.locator(".history summary")).to_contain_text("4 ")
        split(page)
        expect(page.locator(".history summary")).to_contain_text("6 ")
        page.close()
    return {"owned": owned["text"], "added": added["text"], "rejected": rejected["start"]}


@contextmanager
def browser() -> Iterator[Page]:
    """Open a page in the browser that the distribution ships."""
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        yield chromium.new_page(locale="zh-CN", reduced_motion="reduce")
        chromium.close()


def choose(page: Page, number: int) -> dict[str, str]:
    """Choose an item of the whole list and return what it is about."""
    item = page.locator("#all .item:not(.by-person)").nth(number)
    item.locator(".pick").click()
    read = "e => (({start, text}) => ({start: `${start}`, text}))(JSON.parse(e.dataset.item))"
    data: dict[str, str] = item.evaluate(read)
    return data


def split(page: Page) -> None:
    """Begin an article at the last paragraph of the page that is longer than a line."""
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    stretch = page.locator("#page .stretch.body").last
    stretch.scroll_into_view_if_needed()
    box = stretch.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] - 40, box["y"] + box["height"] - 6)
    page.click("#line [data-act=titled]")


def run(*words: object) -> str:
    """Run a command in this process."""
    done = CliRunner().invoke(app, list(map(str, words)), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def book(source: Path, walked: dict[str, str]) -> openpyxl.Workbook:
    """Run the engine once more, into Excel."""
    assert walked
    target = source.with_name("book.xlsx")
    run("issue", source, "--date", "2018-05-01", "-o", target)
    return openpyxl.load_workbook(target)


def rows(book: openpyxl.Workbook) -> list[dict[str, object]]:
    """Return the rows of the long table by their titles."""
    titles, *lines = book["长表"].iter_rows(values_only=True)
    return [dict(zip(map(str, titles), line, strict=True)) for line in lines]


def test_the_corrections_stand_in_the_next_run(
    book: openpyxl.Workbook, walked: dict[str, str], source: Path
):
    """The owner, the added row, the rejected one, the article; each marked 人工."""
    by_hand = [row for row in rows(book) if row["来源方"] == "人工"]
    assert OWNER in [row["主体"] for row in by_hand]
    assert INDICATOR in [row["指标"] for row in by_hand]
    assert int(walked["rejected"]) not in [row["起"] for row in rows(book)]
    plain = source.with_name("plain")
    plain.mkdir(exist_ok=True)
    shutil.copy(source, plain / "page.txt")
    run("issue", plain / "page.txt", "--date", "2018-05-01", "-o", plain / "book.xlsx")
    before = openpyxl.load_workbook(plain / "book.xlsx")
    assert book["总表"].max_row == before["总表"].max_row + 1


def test_the_workbook_says_who_changed_what_and_when(book: openpyxl.Workbook):
    """In the order in which it was done."""
    titles, *lines = book["人工"].iter_rows(values_only=True)
    said = [dict(zip(map(str, titles), line, strict=True)) for line in lines]
    assert [each["改动"] for each in said] == ["改行", "剔除", "补行", "剔除", "另起一篇", "改版式"]
    assert {each["何人"] for each in said} == {"林知远"}
    assert {each["结果"] for each in said} == {"已应用"}


def test_they_teach(source: Path, walked: dict[str, str]):
    """The page is a dataset, and the engine is scored on it."""
    assert walked
    mine, kept = source.with_name("mine"), source.with_name("run")
    run("eval", "label", source, "-o", mine, "--date", "2018-05-01")
    run("eval", "indicators", "-d", mine, "--out", kept)
    results = {each.system: each for each in runs.read(kept).results}
    scored = {
        name: measured.value
        for name, each in results.items()
        for measured in each.measures
        if measured.measure == "rows F, demanding names"
    }
    assert scored["gold"] == 1
    assert scored["summarizer"] != 1
