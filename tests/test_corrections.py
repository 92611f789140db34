"""What a person corrects beside a page is applied to every report on it."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from pydantic import ValidationError

from summarizer.corrections import (
    Corrections,
    SetRow,
    corrections_file,
    kept_corrections,
)
from summarizer.document import Issue, Role
from summarizer.errors import ReadingError
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.renderers import renderer
from summarizer.report import Origin, Verdict
from summarizer.summary import Status
from tests.a_corrected_page import (
    PAGE,
    a_page,
    add,
    corrected,
    join,
    name,
    reject,
    row,
    row_of,
    set_owner,
    split,
)


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    """Return a page on disk."""
    return a_page(tmp_path)


def test_without_a_file_every_row_is_the_engines(issue: Issue):
    """And nothing is told."""
    report = summarize_issue(issue, ExtractiveModel())
    origins = {row.origin for article in report.articles for row in article.observations}
    assert (origins, report.corrections) == ({Origin.ENGINE}, ())


def test_an_owner_that_is_set_is_a_persons_and_supported(issue: Issue):
    """The other fields stay the engine's, the number the text's."""
    found = row_of(corrected(issue, set_owner(PAGE, "145家", "霁川高新区管委会")), "145家")
    assert found is not None
    assert (found.ref_area, found.origin) == ("霁川高新区管委会", Origin.PERSON)
    assert (found.verdict, str(found.value), "企业" in found.indicator) == (
        Verdict.SUPPORTED,
        "145",
        True,
    )


def test_a_persons_verdict_says_so(issue: Issue):
    """Its reason is no code of the verifier."""
    report = corrected(issue, set_owner(PAGE, "145家", "霁川高新区管委会"))
    assert "person" in {finding.reason for each in report.articles for finding in each.findings}


def test_a_row_that_is_rejected_is_gone_and_its_figure_accounted_for(issue: Issue):
    """Not in the table, and not in the list of what nobody claims."""
    report = corrected(issue, reject(PAGE, "145家"))
    assert row_of(report, "145家") is None
    assert "145家" not in [quote.text for quote in report.ledger.unclaimed]


def test_a_figure_that_nobody_claims_gets_a_row(issue: Issue):
    """Its value and unit come from the text."""
    taken = corrected(issue, reject(PAGE, "12.5%"), add(PAGE, "12.5%", measure="growth"))
    found = row_of(taken, "12.5%")
    assert found is not None
    assert (str(found.value), found.unit, found.origin) == ("12.5", "%", Origin.PERSON)


@pytest.mark.parametrize(
    ("period", "resolved"),
    [("今年上半年", "2024-S1"), ("2023", "2023"), ("2023-Q4", "2023-Q4"), ("改革以来", None)],
)
def test_a_period_is_a_phrase_or_a_code(issue: Issue, period: str, resolved: str | None):
    """Both resolve as far as they can."""
    taken = corrected(
        issue, reject(PAGE, "145家"), add(PAGE, "145家", indicator="企业", period=period)
    )
    found = row_of(taken, "145家")
    assert found is not None
    assert (found.time_period, found.time_period_text) == (resolved, period)


def test_a_row_is_made_again_where_another_engine_has_none(issue: Issue):
    """Whoever corrects one field has seen the whole row."""
    change = set_owner(PAGE, "86.4亿元", "霁川高新区工业局")
    gone = reject(PAGE, "86.4亿元")
    whole = change.model_copy(update={"row": row(ref_area="霁川高新区工业局", status="target")})
    found = row_of(corrected(issue, gone, whole), "86.4亿元")
    assert found is not None
    assert (found.ref_area, found.status) == ("霁川高新区工业局", Status.ACTUAL)
    missing = row_of(corrected(issue, whole.model_copy(update={"nth": 1})), "86.4亿元")
    assert missing is not None


def test_an_article_begins_where_a_person_says(issue: Issue):
    """With the line as its headline; the rest of the other one stays."""
    whole = corrected(issue, join(PAGE, "青篱软件园开工", "霁川高新区上半年"))
    assert len(whole.articles) == 1
    both = (
        join(PAGE, "青篱软件园开工", "霁川高新区上半年"),
        split(PAGE, "青篱软件园开工"),
        name(PAGE, "青篱软件园开工", Role.HEADLINE),
    )
    parted = corrected(issue, *both)
    assert [each.headline for each in parted.articles][1] == "青篱软件园开工"


def test_a_line_within_a_paragraph_block_may_begin_an_article(issue: Issue):
    """The block is cut at the line."""
    report = corrected(issue, split(PAGE, "青篱软件园日前"))
    assert [len(each.blocks) > 0 for each in report.articles] == [True, True, True]
    assert all(change.result == "applied" for change in report.corrections)


def test_a_line_that_is_no_headline_loses_the_name(issue: Issue):
    """And the blocks still cover the page."""
    report = corrected(issue, name(PAGE, "青篱软件园开工", Role.KICKER))
    assert report.articles[1].headline is None


def test_a_caption_leaves_its_article(issue: Issue):
    """Its characters are furniture then."""
    report = corrected(issue, name(PAGE, "全区现有", Role.BODY))
    assert report.corrections[0].result == "applied"
    from summarizer.document import FurnitureRole

    aside = name(PAGE, "青篱软件园开工", Role.BODY).model_copy(
        update={"role": FurnitureRole.CAPTION}
    )
    report = corrected(issue, aside)
    assert [PAGE[each.start : each.end] for each in report.furniture] == ["青篱软件园开工"]


def test_a_correction_is_found_again_in_a_page_that_was_exported_anew(tmp_path: Path):
    """A banner was put above it: every place has moved."""
    change = set_owner(PAGE, "145家", "霁川高新区管委会")
    moved = a_page(tmp_path, "霁川日报 第3版\n\n" + PAGE)
    found = row_of(corrected(moved, change), "145家")
    assert found is not None
    assert found.ref_area == "霁川高新区管委会"


def test_a_correction_that_fits_no_more_is_told(tmp_path: Path):
    """And not applied to another figure that is printed alike."""
    change = set_owner(PAGE, "145家", "霁川高新区管委会")
    other = a_page(tmp_path, "砚北高新区现有企业145家，同比增长3.2%。\n")
    report = corrected(other, change)
    assert [(each.text, each.by, each.result) for each in report.corrections] == [
        ("145家", "林知远", "lost")
    ]


def test_a_number_that_cannot_be_read_is_not_added(issue: Issue):
    """There is no value that a person could be trusted with."""
    report = corrected(issue, add(PAGE, "档案编号", indicator="编号"))
    assert report.corrections[0].result == "no_figure"


@pytest.mark.parametrize("field", ["value", "unit", "start"])
def test_value_unit_and_place_are_no_fields_of_a_correction(field: str):
    """They come from the text."""
    with pytest.raises(ValidationError):
        row(**{field: "1"})


def test_the_file_may_be_named_after_the_whole_name_of_the_page(issue: Issue):
    """page.txt.corrections.json counts as well."""
    corrected(issue, reject(PAGE, "145家"))
    file = corrections_file(issue)
    assert file is not None
    file.rename(file.with_name("page.txt.corrections.json"))
    assert row_of(summarize_issue(issue, ExtractiveModel()), "145家") is None


def test_what_is_kept_comes_back(issue: Issue):
    """Character for character, with who and when."""
    change = set_owner(PAGE, "145家", "霁川高新区管委会")
    corrected(issue, change)
    assert kept_corrections(issue).changes == (change,)


def test_a_damaged_file_is_told_in_one_line(issue: Issue):
    """And not overwritten."""
    Path(issue.source).with_suffix(".corrections.json").write_text('{"sha256": 3}')
    with pytest.raises(ReadingError, match=r"page\.corrections\.json: sha256: .*; correct it"):
        kept_corrections(issue)


def test_a_file_for_a_person_reads_like_one(issue: Issue):
    """Every change names its words, its author and its moment."""
    corrected(issue, set_owner(PAGE, "145家", "霁川高新区管委会"))
    file = corrections_file(issue)
    assert file is not None
    kept = json.loads(file.read_text(encoding="utf-8"))["changes"][0]
    assert (kept["op"], kept["by"], kept["anchor"]["text"]) == ("set", "林知远", "145家")


def test_changes_are_merged_by_time_and_once(issue: Issue):
    """From the file and from a store."""
    one, two = set_owner(PAGE, "145家", "甲园"), set_owner(PAGE, "145家", "乙园")
    later = two.model_copy(update={"at": two.at.replace(hour=11)})
    kept = Corrections(sha256=issue.sha256, changes=(later, one))
    assert kept.merged((one, later)).changes == (one, later)
    assert isinstance(kept.changes[0], SetRow)


@pytest.mark.parametrize("owner", ["", "  ", "甲" * 201, "甲\n乙", "甲\x1b[31m乙", "甲\x00"])
def test_words_of_a_row_are_words_on_one_line(owner: str):
    """Nothing that commands a terminal or that no database keeps."""
    with pytest.raises(ValidationError):
        row(ref_area=owner)


@pytest.mark.parametrize("format_name", ["html", "text", "xlsx", "csv", "markdown"])
def test_every_report_marks_the_rows_of_a_person(issue: Issue, format_name: str):
    """人工 for people, `person` for machines."""
    report = corrected(issue, set_owner(PAGE, "145家", "霁川高新区管委会"))
    content = renderer(format_name)(report, issue.text)
    if format_name == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            content = b"".join(map(book.read, book.namelist()))
    mark = "person" if format_name == "csv" else "人工"
    assert mark in content.decode()


def test_a_corrected_boundary_leaves_tables_as_they_were(tmp_path: Path):
    """A cell keeps the heads of its row and column when an article is divided above it."""
    table = "| 镇 | 税收（万元） |\n| --- | --- |\n| 霁川镇 | 4120 |\n"
    page = tmp_path / "page.md"
    page.write_text(f"# 各镇税收\n\n岱屿镇开工。\n\n霁川镇领先。\n\n{table}", encoding="utf-8")
    issue = read_issue(page)
    report = corrected(issue, split(issue.text, "霁川镇领先"))
    (found,) = (row for article in report.articles for row in article.observations)
    assert (len(report.articles), found.ref_area, found.unit) == (2, "霁川镇", "CNY")
