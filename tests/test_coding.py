"""Indicators and names of a user's own, put onto a report."""

from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.coding import Vocabulary, coded, left_out, read_indicators, read_names
from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.report import IssueReport, Outcome
from tests.a_corrected_page import PAGE, a_page, add, corrected, row_of

MINE = """code,name,aliases,unit,low,high
MY_OUT,工业总产值,总产值,亿元,100,500
MY_ENT,企业数,现有企业|企业,家,,
"""


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    """Return a page on disk."""
    return a_page(tmp_path)


@pytest.fixture
def report(issue: Issue) -> IssueReport:
    """Return what the engine says of it."""
    return summarize_issue(issue, ExtractiveModel())


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Write a table of indicators."""
    path = tmp_path / "my.csv"
    path.write_text(MINE, encoding="utf-8-sig")
    return path


def test_an_indicator_of_ones_own_goes_before_ours(report: IssueReport, mine: Path):
    """By its name or another of its names; a rate has the code of its indicator."""
    said = coded(report, PAGE, Vocabulary(read_indicators(mine)))
    codes = [getattr(row_of(said, figure), "indicator_code", None) for figure in ("86.4", "145")]
    assert codes == ["MY_OUT", "MY_ENT"]


def test_another_unit_is_another_indicator(report: IssueReport, tmp_path: Path):
    """145 of something that is counted in 亿元 is not meant."""
    path = tmp_path / "my.csv"
    path.write_text("code,name,unit\nMY_ENT,企业,亿元\n", encoding="utf-8")
    said = row_of(coded(report, PAGE, Vocabulary(read_indicators(path))), "145家")
    assert said is not None
    assert said.indicator_code != "MY_ENT"


def test_a_figure_beyond_the_rule_of_thumb_is_to_be_reviewed(report: IssueReport, mine: Path):
    """It stays as it is printed, and is told once."""
    own = Vocabulary(read_indicators(mine))
    said = coded(coded(report, PAGE, own), PAGE, own)
    found = [check for check in said.articles[0].checks if "通常在" in check.message]
    assert [(check.result, check.message) for check in found] == [
        (Outcome.REVIEW, "工业总产值通常在 100–500亿元 之间")
    ]


def test_what_has_no_code_is_kept_out_but_in_the_ledger(report: IssueReport, mine: Path):
    """What is left is judged as before."""
    own = Vocabulary(read_indicators(mine), only_coded=True)
    article = report.articles[0]
    first = article.observations[1].model_copy(update={"indicator": "路灯", "indicator_code": None})
    rows = (article.observations[0], first, *article.observations[2:])
    other = article.model_copy(update={"observations": rows})
    report = report.model_copy(update={"articles": (other, *report.articles[1:])})
    said = coded(report, PAGE, own)
    assert left_out(report, said) == 1
    assert said.ledger == report.ledger
    rows = [row for article in said.articles for row in article.observations]
    assert all(row.indicator_code for row in rows)
    subjects = [f.subject for f in said.articles[0].findings if f.subject.startswith("obs")]
    assert subjects == [f"observations/{at}" for at in range(len(said.articles[0].observations))]


def test_a_row_of_a_persons_is_kept_whatever_it_counts(issue: Issue, mine: Path):
    """They wanted it."""
    report = corrected(issue, add(PAGE, "42万平方米", indicator="绿化面积"))
    own = Vocabulary(read_indicators(mine), only_coded=True)
    assert row_of(coded(report, PAGE, own), "42万平方米") is not None


def test_a_name_completes_what_was_cut_from_it(report: IssueReport):
    """Where the sentence prints it, and only one name fits."""
    rows = report.articles[0].observations
    cut = tuple(row.model_copy(update={"ref_area": "霁川高新"}) for row in rows)
    article = report.articles[0].model_copy(update={"observations": cut})
    short = report.model_copy(update={"articles": (article,)})
    names = Vocabulary(names=("霁川高新区", "霁川高新区南园"))
    assert {row.ref_area for row in coded(short, PAGE, names).articles[0].observations} == {
        "霁川高新区",
        "霁川高新",
    }


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("name\n工业总产值\n", "no column code"),
        ("code,name\nX,\n", "line 2: an indicator has a code and a name"),
        ("code,name,low\nX,产值,many\n", "line 2: 'many' is no number"),
    ],
)
def test_a_table_that_is_wrong_is_told_with_its_line(tmp_path: Path, table: str, message: str):
    """In one line."""
    path = tmp_path / "my.csv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(ReadingError, match=message):
        read_indicators(path)


def test_names_are_one_a_line(tmp_path: Path):
    """Each once; a remark is none."""
    path = tmp_path / "names.txt"
    path.write_text("# 园区\n凌霄重工\n\n凌霄重工\n砚北园\n", encoding="utf-8")
    assert read_names(path) == ("凌霄重工", "砚北园")


def test_the_command_says_how_many_rows_are_left_out(issue: Issue, mine: Path, tmp_path: Path):
    """And writes the others."""
    lamps = "霁川高新区更换路灯灯罩320盏。"
    Path(issue.source).write_text(f"{PAGE}\n{lamps}\n", encoding="utf-8")
    words = ["issue", issue.source, "--indicators", str(mine), "--only-coded"]
    done = CliRunner().invoke(app, [*words, "-o", str(tmp_path / "a.json")])
    assert done.exit_code == 0, done.output
    assert "rows are left out as asked for" in done.output
    report = IssueReport.model_validate_json((tmp_path / "a.json").read_bytes())
    found = row_of(report, "86.4亿元")
    assert found is not None
    assert (found.indicator_code, found.value) == ("MY_OUT", Decimal("8.64E+9"))


def test_rows_less_likely_right_than_asked_for_stay_out(report: IssueReport):
    """Every row that stays is as sure as that."""
    kept = coded(report, PAGE, Vocabulary(least=0.6))
    sure = [row.confidence.p for article in kept.articles for row in article.observations]
    assert len(sure) > 0
    assert all(p is None or p >= 0.6 for p in sure)
