"""The HTML report in Debian's Chromium: linking, walking, sorting, filtering, and asking nobody."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from summarizer import open_model, read_issue, summarize_issue
from summarizer.renderers.html import render, style, write_page
from tests.invented_page import TEXT, report

FORMS = WHOLE, PACKED = "whole.html", "packed.html"
ELEMENTS = """[...document.querySelectorAll('main [data-q], main [id]')].map((each) =>
  [each.id, each.tagName, each.dataset.q, each.getAttribute('href'), each.className].join())"""
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the report of the invented page lies, as it is and packed."""
    path: Path = tmp_path_factory.mktemp("html")
    for form in FORMS:
        (path / form).write_bytes(write_page(report(), TEXT, dense=form == PACKED))
    return path


@pytest.fixture(params=FORMS)
def address(folder: Path, request: pytest.FixtureRequest) -> str:
    """Return the address of one form of the report."""
    return (folder / request.param).as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Return the open report; complaints of the browser and requests fail the test."""
    with browser.new_context(viewport=WIDE, reduced_motion="reduce") as context:
        opened = context.new_page()
        complaints: list[str] = []
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("request", lambda request: complaints.append(request.url))
        opened.goto(address)
        opened.locator("#shown", has_text="行").wait_for(state="attached")
        yield opened
        assert complaints == [address]


def _lit(page: Page) -> list[str]:
    return page.locator("#page .lit").all_text_contents()


def _column(page: Page, number: int) -> list[str]:
    return page.locator(f"#s-0 tbody tr:not([hidden]) td:nth-child({number})").all_text_contents()


def test_the_page_is_the_text(page: Page):
    """Character for character between the offsets of each stretch, as JavaScript counts."""
    utf16 = TEXT.encode("utf-16-le")
    for stretch in page.locator(".stretch").all():
        start, end = (int(stretch.get_attribute(f"data-{side}") or 0) for side in "se")
        assert stretch.text_content() == utf16[2 * start : 2 * end].decode("utf-16-le")


def test_pointing_at_a_row_lights_its_figure_in_the_text(page: Page):
    """And only that one, though 12.5% is printed three times."""
    page.hover("#r-0-8")
    assert _lit(page) == ["12.5%"]
    assert page.locator("#page .lit").get_attribute("id") == "t-0-10"


def test_pointing_at_a_figure_lights_its_row(page: Page):
    """The other way round, in table, summary and formula alike."""
    page.hover("#t-0-2")
    assert page.locator("#sheets tr.lit").get_attribute("id") == "r-0-0"
    lit = page.locator("#sheets a.lit").all_text_contents()
    assert (set(lit), len(lit)) == ({"86.4亿元"}, 8)


def test_a_figure_split_by_a_caption_lights_in_both_halves(page: Page):
    """The caption between them stays dark."""
    page.hover("#r-0-3")
    assert _lit(page) == ["3", "2.2亿元"]


def test_pointing_at_a_check_lights_its_figures_and_draws_what_ties_them(page: Page):
    """Two edges for a sum of two parts."""
    page.click("#s-0 .passed summary")
    page.hover("#s-0 .check.exact")
    assert _lit(page) == ["86.4亿元", "54.2亿元", "3", "2.2亿元"]
    assert page.locator("#edges path").count() == 2


def test_pointing_at_a_figure_draws_its_relations(page: Page):
    """Each with its word."""
    page.hover("#t-0-2")
    assert page.locator("#edges text").all_text_contents() == ["其中", "其中", "增速"]


def test_choosing_a_figure_brings_its_row_into_view_and_stays(page: Page):
    """Until Escape."""
    page.set_viewport_size({"width": 1440, "height": 420})
    page.click("#t-1-2")
    row = page.locator("#r-1-2")
    assert row.evaluate("e => e.getBoundingClientRect().bottom") < 420
    page.mouse.move(5, 5)
    assert "lit" in (row.get_attribute("class") or "")
    page.keyboard.press("Escape")
    assert "lit" not in (row.get_attribute("class") or "")


def test_a_verdict_shows_its_evidence_behind_a_character_beyond_the_bmp(page: Page):
    """The highlighted range is the evidence, not the evidence shifted by one."""
    page.hover("#s-0 .finding.refuted")
    shown = page.evaluate("[...CSS.highlights.get('evidence')].map(range => range.toString())")
    assert shown == ["145家"]


def test_n_and_p_walk_the_figures_that_somebody_should_look_at(page: Page):
    """In the order of the page, round and round, with the row beside it."""
    walked = []
    for _ in range(7):
        page.keyboard.press("n")
        walked.append(page.evaluate("document.activeElement.textContent"))
    assert walked == ["145家", "52家", "90家", "约5亿元", "42万平方米", "12345", "145家"]
    page.keyboard.press("p")
    assert page.locator("#walked").text_content() == "6 / 6"
    assert page.evaluate("document.activeElement.textContent") == "12345"


def test_keys_in_the_filter_are_letters(page: Page):
    """Typing n there walks nowhere."""
    page.keyboard.press("/")
    page.keyboard.type("np")
    assert page.locator("#words").input_value() == "np"
    assert page.locator("#walked").text_content() == "待核 6"


def test_a_column_sorts_up_down_and_back(page: Page):
    """Figures by their size, not by their first digit."""
    before = _column(page, 3)
    value = page.get_by_role("button", name="数值").first
    value.click()
    assert _column(page, 3)[:3] == ["12.5%", "12.5%", "52家"]
    value.click()
    assert _column(page, 3)[0] == "突破180亿元"
    value.click()
    assert _column(page, 3) == before


def test_a_sorted_column_says_so(page: Page):
    """To those who do not see the arrow."""
    page.get_by_role("button", name="指标").first.click()
    header = page.locator("#s-0 th").nth(1)
    assert header.get_attribute("aria-sort") == "ascending"


def test_rows_are_filtered_by_words_status_and_doubt(page: Page):
    """And the count says how many are left."""
    page.fill("#words", "电子信息")
    assert _column(page, 3) == ["54.2亿元"]
    page.fill("#words", "")
    page.select_option("#status", "target")
    assert _column(page, 5) == ["目标", "目标"]
    page.select_option("#status", "")
    page.check("#only-review")
    assert page.locator("#shown").text_content() == "5 / 12 行"


def test_a_figure_whose_row_is_filtered_away_brings_it_back(page: Page):
    """Choosing it in the text is stronger than the filter."""
    page.fill("#words", "没有这样的行")
    assert page.locator("#s-0 .grid.empty").count() == 1
    page.click("#t-0-2")
    assert page.locator("#r-0-0").is_visible()


def test_a_target_never_looks_like_an_actual_figure(page: Page):
    """Neither in the text nor in the table."""
    looks = "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.color].join() }"
    assert page.locator("#t-0-9").evaluate(looks) != page.locator("#t-0-2").evaluate(looks)
    badges = [page.locator(f"#r-0-{row} .badge").evaluate(looks) for row in (0, 7)]
    assert badges[0] != badges[1]


def test_joins_are_drawn_and_give_their_reason(page: Page):
    """One thread over the caption, one over the other article."""
    page.locator("#threads path").nth(1).wait_for(state="attached")
    assert page.locator("#threads path").count() == 2
    assert "同一主体 · 0.93" in page.locator("a.join").last.inner_text()


def test_the_page_follows_the_dark_and_can_be_switched(browser: Browser, address: str):
    """By the system, then by hand."""
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)
        ink = "getComputedStyle(document.body).color"
        dark = page.evaluate(ink)
        page.click("#theme")
        assert dark != page.evaluate(ink)


def test_on_a_phone_one_side_is_shown_and_a_tap_changes_it(browser: Browser, address: str):
    """Nothing sticks out to the right."""
    with browser.new_context(viewport=PHONE, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        assert not page.locator("#page").is_visible()
        page.click("#r-1-1 a")
        assert page.locator("#t-1-1").is_visible()
        assert not page.locator("#sheets").is_visible()


def test_without_script_everything_can_be_read_and_followed(browser: Browser, folder: Path):
    """Figures are links, both ways."""
    with browser.new_context(viewport=WIDE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((folder / WHOLE).as_uri())
        page.click("#r-1-0 a")
        assert page.url.endswith("#t-1-0")
        page.click("#t-1-0")
        assert page.url.endswith("#r-1-0")


def test_the_title_is_the_newspaper_or_else_the_headline(page: Page):
    """Not the name of a file; and the contents lead to each article."""
    assert page.title() == "𠮷川日报 2024-07-18"
    untitled = report().model_copy(
        update={"issue": report().issue.model_copy(update={"title": None})}
    )
    headline = report().articles[0].headline or ""
    assert f"<title>{headline.replace(' ', '')}" in render(untitled, TEXT).decode().replace(" ", "")
    entries = page.locator(".contents a").evaluate_all("all => all.map(a => a.hash)")
    assert entries == ["#s-0", "#s-1"]


def test_an_article_without_a_match_is_hidden(page: Page):
    """In the contents, too; and comes back."""
    page.fill("#words", "软件园")
    assert [page.locator(f"#s-{at}").is_visible() for at in (0, 1)] == [False, True]
    assert page.locator(".contents li:visible").count() == 1
    page.fill("#words", "")
    assert page.locator("#s-0").is_visible()


def test_checks_that_pass_are_folded(page: Page):
    """What does not add up stays in sight."""
    assert page.locator("#s-0 .check.mismatch").is_visible()
    assert not page.locator("#s-0 .check.exact").is_visible()


def test_the_figures_of_an_indicator_stand_side_by_side(page: Page):
    """The longest bar is the largest figure; a target is hollow; a bar leads to its place."""
    page.click(".chart summary")
    group = page.locator(".bars:visible")
    widths = group.locator("rect").evaluate_all("all => all.map(r => +r.getAttribute('width'))")
    assert max(widths) == 100
    assert group.locator("rect.meant").count() == 1
    group.locator("a").first.click()
    assert page.locator("#page .n.lit").count() >= 1


def test_what_is_shown_can_be_taken_as_a_workbook(page: Page, tmp_path: Path):
    """Only the rows that the filter left, figures as numbers."""
    page.fill("#words", "电子信息")
    with page.expect_download() as begun:
        page.click("#take button:has-text('XLSX')")
    begun.value.save_as(tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    titles, row = sheet.iter_rows(values_only=True)
    said = dict(zip(titles, row, strict=True))
    assert (said["数值"], said["原文数字"], said["主体"]) == (
        5420000000,
        "54.2亿元",
        "云岫高新区",
    )


def test_a_table_can_be_taken_as_commas_that_no_spreadsheet_runs(page: Page, tmp_path: Path):
    """With a mark for Excel, and a guard before what looks like a formula."""
    page.evaluate("document.querySelector('#r-1-0 td').textContent = '=1+1'")
    with page.expect_download() as begun:
        page.click("#s-1 .take button:has-text('CSV')")
    begun.value.save_as(tmp_path / "a.csv")
    content = (tmp_path / "a.csv").read_bytes().decode("utf-8")
    assert content.startswith("\ufeff标题,主体,指标")
    assert ",'=1+1," in content
    assert len(content.splitlines()) == 4


@pytest.mark.parametrize(("scheme", "size"), [("light", WIDE), ("dark", PHONE)])
def test_axe_finds_no_serious_fault(
    browser: Browser, scheme: str, size: dict[str, int], tmp_path: Path
):
    """Contrast, names, roles and order, in both lights and both sizes."""
    unguarded = tmp_path / "report.html"
    content = render(report(), TEXT).decode().replace('http-equiv="Content-Security-Policy"', "")
    unguarded.write_text(content, encoding="utf-8")
    with browser.new_context(viewport=size, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(unguarded.as_uri())
        found = Axe().run(page).response["violations"]
    serious = [each["id"] for each in found if each["impact"] in ("serious", "critical")]
    assert serious == []


def test_the_policy_names_the_style_and_the_script_it_allows():
    """And nothing else: no network, no frames, no forms."""
    content = render(report(), TEXT).decode()
    policy = content.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy.startswith("default-src 'none';")
    assert policy.count("sha256-") == 2
    assert "unsafe" not in policy


def test_a_packed_page_is_read_without_a_script(browser: Browser, folder: Path):
    """Text, summaries and rows; what orders and filters them is not there, and that is said."""
    with browser.new_context(viewport=WIDE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((folder / PACKED).as_uri())
        assert "".join(page.inner_text("#page .plain").split()) == "".join(TEXT.split())
        rows = page.locator("#sheets .plain tr").all_inner_texts()
        assert "云岫高新区\t营业收入\t86.4亿元\t2024-S1\t实绩" in rows
        assert "需要脚本" in page.inner_text("#sheets .plain")


def test_a_packed_page_is_what_the_whole_page_is(browser: Browser, folder: Path):
    """Element for element, once it is laid out: print and find meet the same page."""
    shown = []
    for form in FORMS:
        with browser.new_context(viewport=WIDE) as context:
            page = context.new_page()
            page.goto((folder / form).as_uri())
            page.locator("#shown", has_text="行").wait_for(state="attached")
            shown.append(
                [sorted(page.evaluate(ELEMENTS)), page.evaluate("document.body.innerText")]
            )
    assert shown[0] == shown[1]


def test_the_address_of_a_row_is_found_in_a_packed_page(browser: Browser, folder: Path):
    """Though it is laid out after the browser has looked for it."""
    with browser.new_context(viewport={"width": 1440, "height": 420}) as context:
        page = context.new_page()
        page.goto(f"{(folder / PACKED).as_uri()}#r-1-2")
        page.locator("#r-1-2").wait_for()
        assert page.locator("#r-1-2").evaluate("e => e.getBoundingClientRect().bottom") < 420


def test_a_dense_page_is_at_most_four_times_as_long():
    """Beside style and script, which are the same for every page."""
    text = "霁川园区上半年运行平稳\n\n" + "今年上半年，园区完成产值81亿元，同比增长3.5%。" * 800
    said = summarize_issue(read_issue(text.encode()), open_model("extractive"))
    page, fixed = render(said, text), render(report(), TEXT).rpartition(b"<script>")[2]
    assert len(page) - len(fixed) - len(style().encode()) < 4 * len(text.encode())
