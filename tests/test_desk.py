"""The review desk in Debian's Chromium: walk, correct, reject, add, split; run again: it stands."""

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.renderers import write
from summarizer.report import IssueReport, Origin
from tests.a_corrected_page import PAGE, a_page, row_of
from tests.servers.desk import running_desk

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 400, "height": 844}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the invented page."""
    folder: Path = tmp_path_factory.mktemp("desk")
    a_page(folder)
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Lay the page on a desk."""
    with running_desk(str(folder / "page.txt"), "--date", "2024-07-18") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str, folder: Path) -> Iterator[Page]:
    """Open the desk with nothing corrected; complaints of the browser fail the test."""
    (folder / "page.corrections.json").unlink(missing_ok=True)
    with browser.new_context(viewport=WIDE, reduced_motion="reduce", locale="zh-CN") as context:
        opened = context.new_page()
        complaints: list[str] = []
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto(address)
        yield opened
        assert complaints == []


def choose(page: Page, figure: str) -> None:
    """Click a figure in the text."""
    page.locator("#page .n", has_text=figure).first.click()


def saved(page: Page) -> None:
    """Wait until the desk says that it has kept a change."""
    expect(page.locator("#said")).to_contain_text("已保存")


def again(folder: Path) -> IssueReport:
    """Run the engine on the page once more."""
    return summarize_issue(read_issue(folder / "page.txt"), ExtractiveModel())


def changes(folder: Path) -> list[dict[str, object]]:
    """Return what lies beside the page."""
    kept = json.loads((folder / "page.corrections.json").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = kept["changes"]
    return found


def test_an_owner_is_corrected_and_stands_in_the_next_run_and_in_excel(page: Page, folder: Path):
    """With who and when, marked 人工."""
    choose(page, "145家")
    page.fill("#editor [name=ref_area]", "霁川高新区管委会")
    page.keyboard.press("Enter")
    saved(page)
    found = row_of(report := again(folder), "145家")
    assert found is not None
    assert (found.ref_area, found.origin) == ("霁川高新区管委会", Origin.PERSON)
    write(report, PAGE, folder / "book.xlsx")
    book = openpyxl.load_workbook(folder / "book.xlsx")
    cells = [cell for row in book["长表"].values for cell in row]
    assert {"霁川高新区管委会", "人工"} <= set(cells)
    assert "林知远" in [cell for row in book["人工"].values for cell in row]


def test_the_figure_is_locked(page: Page):
    """No field of the form holds value, unit or place."""
    choose(page, "86.4亿元")
    names = page.locator("#editor :is(input, select)").evaluate_all("all => all.map(e => e.name)")
    wanted = {"ref_area", "indicator", "scope", "period", "measure", "status", "note"}
    assert set(names) == wanted
    assert "8,640,000,000 元" in page.locator("#locked").inner_text()


def test_the_owner_is_completed_with_names_of_the_article_and_the_indicator_with_codes(page: Page):
    """The article's own first."""
    choose(page, "145家")
    owners = page.locator("#owners-0 option").evaluate_all("all => all.map(e => e.value)")
    indicators = page.locator("#indicators-0 option").evaluate_all("all => all.map(e => e.value)")
    assert "霁川高新区" in owners
    assert {"工业总产值", "营业收入"} <= set(indicators)


def test_a_row_is_rejected_with_a_key_and_comes_back_with_another(page: Page, folder: Path):
    """The list follows, and so does the file."""
    choose(page, "145家")
    page.keyboard.press("x")
    saved(page)
    assert row_of(again(folder), "145家") is None
    page.keyboard.press("u")
    expect(page.locator("#said")).to_contain_text("已撤销")
    assert row_of(again(folder), "145家") is not None


def test_an_unclaimed_figure_is_clicked_and_becomes_a_row(page: Page, folder: Path):
    """Its value is the one of the text."""
    choose(page, "145家")
    page.keyboard.press("x")
    saved(page)
    choose(page, "145家")
    page.fill("#editor [name=indicator]", "入统企业")
    page.click("#save")
    expect(page.locator(".history summary")).to_contain_text("2")
    found = row_of(again(folder), "145家")
    assert found is not None
    assert (found.indicator, str(found.value)) == ("入统企业", "145")


def test_an_article_is_split_where_a_line_is_clicked(page: Page, folder: Path):
    """And the line becomes its headline."""
    page.locator("#page .stretch", has_text="青篱软件园日前").click(position={"x": 90, "y": 12})
    page.click("#line [data-act=titled]")
    saved(page)
    assert len(again(folder).articles) == 3
    assert [change["op"] for change in changes(folder)] == ["split", "role"]


def test_two_articles_are_joined(page: Page, folder: Path):
    """From the line at which the second begins."""
    page.locator("#page .headline", has_text="青篱软件园开工").click(position={"x": 20, "y": 12})
    page.click("#line [data-act=join]")
    saved(page)
    assert len(again(folder).articles) == 1


def test_a_note_is_kept_with_its_line(page: Page, folder: Path):
    """Signed."""
    page.locator("#page .stretch", has_text="全区现有").click(position={"x": 250, "y": 12})
    page.fill("#line-remark", "问一下统计局")
    page.keyboard.press("Enter")
    saved(page)
    kept = changes(folder)[0]
    assert (kept["op"], kept["note"], kept["by"]) == ("note", "问一下统计局", "林知远")


def test_everything_is_done_with_the_keyboard(page: Page, folder: Path):
    """Walk, edit, save; confirm the next."""
    page.click("[data-list=all]")
    page.keyboard.press("n")
    page.keyboard.press("e")
    page.keyboard.type("霁川园区")
    page.keyboard.press("Enter")
    saved(page)
    page.keyboard.press("n")
    page.keyboard.press("c")
    expect(page.locator(".history summary")).to_contain_text("2")
    assert [change.get("fields") for change in changes(folder)] == [["ref_area"], []]


def test_where_nothing_is_in_doubt_everything_is_shown(page: Page):
    """An empty list would say nothing; it can be asked for."""
    assert page.locator("#all").is_visible()
    page.click("[data-list=doubts]")
    assert page.locator("#doubts .none").inner_text() == "没有待核的条目"


def test_the_filter_leaves_what_fits(page: Page):
    """And says so where nothing does."""
    page.click("[data-list=all]")
    page.fill("#words", "145")
    assert page.locator("#all .item:visible").count() == 1
    page.fill("#words", "没有这样的行")
    assert page.locator("#nothing").is_visible()


def test_a_line_can_be_found_without_a_mouse(page: Page):
    """From the figure that is chosen, and up from there."""
    choose(page, "145家")
    page.keyboard.press("b")
    assert "全区现有企业145家" in page.locator("#line-text").inner_text()
    page.keyboard.press("ArrowUp")
    assert page.locator("#line-text").inner_text() == "本报记者 江一苇"


def test_what_cannot_be_saved_is_said(browser: Browser, address: str, folder: Path):
    """The desk was closed meanwhile: nothing is kept, and the page says so."""
    (folder / "page.corrections.json").unlink(missing_ok=True)
    with browser.new_context(viewport=WIDE, locale="zh-CN") as context:
        page = context.new_page()
        page.goto(address)
        page.route("**/change*", lambda route: route.abort())
        choose(page, "145家")
        page.keyboard.press("c")
        expect(page.locator("#said")).to_contain_text("没有保存")
    assert not (folder / "page.corrections.json").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", PHONE)])
def test_axe_finds_no_serious_fault(
    browser: Browser, address: str, scheme: str, size: dict[str, int], language: str
):
    """With the form open and with a dialog open, in both lights, sizes and languages."""
    with browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{address}&lang={language}")
        page.click("[data-list=all]")
        page.keyboard.press("n")
        found = Axe().run(page).response["violations"]
        page.keyboard.press("b")
        found += Axe().run(page).response["violations"]
    serious = [each["id"] for each in found if each["impact"] in ("serious", "critical")]
    assert serious == []


def test_on_a_phone_nothing_sticks_out_and_a_tap_leads_to_the_row(browser: Browser, address: str):
    """400 pixels are enough to work with."""
    with browser.new_context(viewport=PHONE, reduced_motion="reduce", locale="zh-CN") as context:
        page = context.new_page()
        page.goto(address)
        page.click(".tabs [data-pane=page]")
        choose(page, "86.4亿元")
        assert page.locator("#editor").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        box = page.locator("#save").bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= PHONE["width"]
