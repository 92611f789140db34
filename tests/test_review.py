"""A report is corrected without asking the model again."""

from pathlib import Path

import pytest

from summarizer.corrections import Corrections
from summarizer.document import Issue
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.report import IssueReport, Verdict
from summarizer.review import corrected
from summarizer.summary import ArticleSummary, ObservationClaim
from tests.a_corrected_page import PAGE, a_page, reject, row_of, set_owner, split
from tests.conftest import ScriptedModel


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    """Return a page on disk."""
    return a_page(tmp_path)


@pytest.fixture
def report(issue: Issue) -> IssueReport:
    """Return what the engine says of it."""
    return summarize_issue(issue, ExtractiveModel())


def test_nothing_corrected_is_the_same_report(issue: Issue, report: IssueReport):
    """To the last character."""
    assert corrected(report, issue, Corrections(sha256=issue.sha256)) == report


def test_what_nobody_touched_stays(issue: Issue, report: IssueReport):
    """Rows, verdicts, words and checks, but for the row that was corrected."""
    changes = (set_owner(PAGE, "145家", "霁川高新区管委会"),)
    after = corrected(report, issue, Corrections(sha256=issue.sha256, changes=changes))
    assert after.articles[1] == report.articles[1]
    same = [
        (old, new)
        for old, new in zip(
            report.articles[0].observations, after.articles[0].observations, strict=True
        )
        if old == new
    ]
    assert len(same) == len(report.articles[0].observations) - 1
    assert after.run == report.run


def test_a_refuted_row_is_not_cleared_by_correcting_another(issue: Issue):
    """The model printed another figure than it cited, and that stays so."""
    claim = {"ref_area": "霁川高新区", "indicator": "工业总产值"}
    quantities = summarize_issue(issue, ExtractiveModel()).articles[0].quantities
    cited = next(q.id for q in quantities if q.text == "86.4亿元")
    wrong = ObservationClaim(quantity=cited, printed="64.8亿元", **claim)
    model = ScriptedModel([ArticleSummary(abstract="", observations=(wrong,))])
    report = summarize_issue(issue, model)
    changes = (reject(PAGE, "145家"),)
    after = corrected(report, issue, Corrections(sha256=issue.sha256, changes=changes))
    found = row_of(after, "86.4亿元")
    assert found is not None
    assert found.verdict is Verdict.REFUTED


def test_rows_follow_their_figures_into_another_article(issue: Issue, report: IssueReport):
    """A split loses no row."""
    changes = (split(PAGE, "青篱软件园日前"),)
    after = corrected(report, issue, Corrections(sha256=issue.sha256, changes=changes))
    assert len(after.articles) == len(report.articles) + 1
    rows = [sum(len(a.observations) for a in each.articles) for each in (report, after)]
    assert rows[0] == rows[1]
