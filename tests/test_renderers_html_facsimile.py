"""The pages as they are printed: in an HTML report, and on the desk."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from printed_page import Press, story
from typer.testing import CliRunner

from summarizer.cli import app
from tests.servers.desk import running_desk

WIDE = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print a newspaper of two pages."""
    press = Press()
    press.page(1, [[story(0)], [story(1), story(2)]])
    press.page(2, [[story(3)]])
    path: Path = tmp_path_factory.mktemp("paper") / "砚北日报.pdf"
    path.write_bytes(press.done())
    return path


@pytest.fixture(scope="module")
def written(source: Path) -> Path:
    """Return the HTML report with the pages in it."""
    path = source.with_suffix(".html")
    done = CliRunner().invoke(app, [str(source), "-o", str(path), "--page-images"])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture(scope="module")
def desk(source: Path) -> Iterator[str]:
    """Lay the newspaper on a desk."""
    with running_desk(str(source)) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window in which no script may fail and no policy be broken."""
    with browser.new_context(viewport=WIDE, reduced_motion="reduce", locale="zh-CN") as context:
        opened = context.new_page()
        complaints: list[str] = []
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        yield opened
        assert complaints == []


def unfolded(page: Page) -> Locator:
    """Unfold the first page as it is printed, and wait for its picture."""
    page.locator(".facsimile summary").first.click()
    picture = page.locator(".facsimile img").first
    loaded = "image => image.complete && image.naturalWidth > 1000"
    page.wait_for_function(loaded, arg=picture.element_handle())
    return page.locator(".facsimile").first


def test_pointing_at_a_row_lights_the_box_of_its_figure(page: Page, written: Path):
    """On the picture, where the figure is printed."""
    page.goto(written.as_uri())
    leaf = unfolded(page)
    key = leaf.locator("rect").first.get_attribute("data-q")
    page.locator(f'#sheets [data-q="{key}"]').first.hover()
    expect(leaf.locator("rect.lit")).to_have_count(1)


def test_a_box_leads_to_its_row(page: Page, written: Path):
    """Whoever clicks on the picture sees what was read there."""
    page.goto(written.as_uri())
    leaf = unfolded(page)
    row = page.locator("#sheets tr[data-q]").first
    leaf.locator(f'rect[data-q="{row.get_attribute("data-q")}"]').click()
    expect(row).to_have_class(re.compile("lit"))


def test_pictures_are_of_bounded_size(written: Path):
    """A report of two printed pages stays below what is sent by mail."""
    assert written.stat().st_size < 3_000_000


def test_a_report_has_no_pictures_unless_they_are_asked_for(source: Path, tmp_path: Path):
    """HTML stays small."""
    CliRunner().invoke(app, [str(source), "-o", str(tmp_path / "r.html")])
    assert "data:image" not in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_a_text_has_no_pages_to_show(tmp_path: Path):
    """It is said in one line, before anything is written."""
    (tmp_path / "page.txt").write_text("甲地开工。", encoding="utf-8")
    args = [str(tmp_path / "page.txt"), "-o", str(tmp_path / "r.html"), "--page-images"]
    assert "no PDF and no scan" in str(CliRunner().invoke(app, args).exception)


def test_the_desk_shows_the_page_when_it_is_unfolded(page: Page, desk: str):
    """Not before: a picture is made when somebody looks."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(desk)
    assert not [url for url in asked if "/paper/" in url]
    unfolded(page)
    assert len([url for url in asked if "/paper/" in url]) == 1


def test_a_box_on_the_desk_chooses_its_row(page: Page, desk: str):
    """And a change leaves the picture unfolded."""
    page.goto(desk)
    box = unfolded(page).locator("rect").first
    box.click()
    expect(box).to_have_class(re.compile("selected"))
    expect(page.locator("#editor")).to_be_visible()
    page.keyboard.press("c")
    expect(page.locator(".facsimile[open]")).to_have_count(1)
