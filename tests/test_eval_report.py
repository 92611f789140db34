"""The reports of a run, and the HTML one as a browser shows it."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from eval.dataset import load
from eval.gold import Question
from eval.report import write
from eval.runs import run

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SCRIPT = "<script>document.title='broken'</script>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small run on a page whose headline is an attack, with an earlier run to compare."""
    place = tmp_path_factory.mktemp("run")
    (whole,) = load(["synthetic-dev"])
    page = whole.samples[2]
    article = page.articles[0].model_copy(update={"headline": SCRIPT})
    hostile = page.model_copy(update={"articles": (article, *page.articles[1:])})
    data = replace(whole, samples=(hostile, *whole.samples[3:6]))
    report = run([Question.SEGMENTATION, Question.SUMMARIES], [data], "extractive", place)
    write(report, [data], place, before=report)
    return place


@pytest.fixture(scope="module")
def page(folder: Path) -> Iterator[Page]:
    """Open the report in Debian's chromium, from disk and without network."""
    if not CHROMIUM.exists():
        pytest.skip("no chromium")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        shown = browser.new_page(viewport={"width": 1280, "height": 900})
        shown.route("http**", lambda route: pytest.fail(f"asked for {route.request.url}"))
        shown.goto(f"file://{folder / 'report.html'}")
        yield shown
        browser.close()


def test_the_verdict_is_the_first_thing_one_sees(page: Page):
    """Without scrolling: does it hold, and how many samples were answered."""
    box = page.locator("#verdict").bounding_box()
    assert box
    assert box["y"] + box["height"] < 900
    assert "samples answered" in page.locator("#verdict").inner_text()


def test_every_task_is_in_the_table_with_intervals(page: Page):
    """At a glance: value, interval, n, what a baseline gets."""
    table = page.locator("#glance table").inner_text()
    assert "article F@.9" in table
    assert "single segment" in table
    assert page.locator("#glance .bar").count() > 3


def test_a_forest_plot_sets_the_systems_under_each_other(page: Page):
    """A mark and a whisker for each system in each deciding measure, inside the drawing."""
    plot = page.locator("#segmentation .forest svg")
    assert plot.locator("g.ours rect").count() == plot.locator("text.measure").count()
    assert plot.locator("g.other circle").count() > 3
    frame = plot.bounding_box()
    boxes = [mark.bounding_box() for mark in plot.locator("g").all()]
    assert all(
        frame["x"] <= box["x"] <= frame["x"] + frame["width"] - box["width"] for box in boxes
    )


def test_a_page_shows_its_text_in_the_colours_of_its_articles(page: Page):
    """The text of the page is there, stretch by stretch, with the lost points beside it."""
    first = page.locator("#pages details").first
    first.locator("summary").click()
    assert first.locator(".page span").count() > 5
    assert first.locator(".losses li").count() > 0
    assert first.locator(".page").bounding_box()["width"] > 500


def by_outlet(split: str, *, sealed: bool, folder: Path) -> str:
    """Return the report of a set whose pages come from two outlets, three each."""
    (whole,) = load(["synthetic-dev"])
    tagged = tuple(
        page.model_copy(update={"tags": ("晨报" if at < 3 else "晚报",)})
        for at, page in enumerate(whole.samples[:6])
    )
    data = replace(whole, split=split, samples=tagged, sealed=sealed)
    write(run([Question.SEGMENTATION], [data], "extractive", folder), [data], folder)
    return (folder / "report.html").read_text("utf-8")


def test_natural_pages_are_cut_by_outlet(tmp_path: Path):
    """Where a score comes from: the slices of enough pages, unless the set is sealed."""
    opened = by_outlet("natural-dev", sealed=False, folder=tmp_path / "open")
    sealed = by_outlet("natural-check", sealed=True, folder=tmp_path / "sealed")
    assert all(f"<tr><td>{outlet}</td>" in opened for outlet in ("晨报", "晚报"))
    assert "晨报" not in sealed


def test_a_hostile_headline_is_only_text(page: Page):
    """Everything is escaped."""
    assert page.title().startswith("Evaluation")
    assert SCRIPT in page.content().replace("&lt;", "<").replace("&gt;", ">")


def test_nothing_runs_over_the_edge(page: Page):
    """No sideways scrolling on a laptop."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_markdown_and_junit_say_the_same(folder: Path):
    """A table for a pull request, a suite for a build server."""
    assert "| segmentation | synthetic-dev | article F@.9 |" in (folder / "report.md").read_text()
    suite = ET.parse(folder / "junit.xml").getroot()[0]
    assert suite.get("name") == "floors"


def test_the_surest_articles_are_told_apart(page: Page):
    """F against coverage: fewer articles kept, the more sure they must be."""
    page.locator("summary", has_text="F against coverage").click()
    rows = page.locator("details", has_text="F against coverage").locator("tbody tr")
    kept = [float(row.locator("td").nth(1).inner_text()) for row in rows.all()]
    assert kept[0] == 1.0
    assert kept == sorted(kept, reverse=True)
