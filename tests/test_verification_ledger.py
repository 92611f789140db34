"""Every numeral of a page is claimed, or listed with its place."""

from pathlib import Path

import pytest

from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.report import IssueReport

PAGE = """新闻速览 2018年4月20日 第3版

鹭洲高新区一季度实现开门红

本报讯 今年一季度，鹭洲高新区实现营业收入838.7亿元，同比增长12.5%，新登记企业２７８５户。

第18批专家到园区考察，探索“131”模式。

王小明
"""


@pytest.fixture(scope="module")
def report() -> IssueReport:
    """Return the report of a small invented page."""
    return summarize_issue(read_issue(PAGE.encode()), open_model("extractive"))


def test_every_numeral_is_counted(report: IssueReport):
    """What is claimed and what is not make up all numerals."""
    assert report.ledger.numerals == report.ledger.claimed + len(report.ledger.unclaimed)
    assert report.ledger.numerals >= 7


def test_figures_in_the_table_dates_ordinals_and_labels_are_claimed(report: IssueReport):
    """On a page without omission nothing is left over."""
    assert report.ledger.unclaimed == ()


def test_an_omission_is_visible(report: IssueReport):
    """A figure that the table leaves out is listed with its place in the page."""
    from summarizer.verification import ledger

    silent = [article.model_copy(update={"observations": ()}) for article in report.articles]
    unclaimed = ledger(PAGE, silent).unclaimed
    assert [quote.text for quote in unclaimed] == ["838.7亿元", "12.5%", "２７８５户"]
    assert all(PAGE[quote.start : quote.end] == quote.text for quote in unclaimed)


def test_real_pages_are_accounted_for():
    """On the seed page hardly a numeral is left unclaimed."""
    page = Path(__file__).parents[2] / "shared" / "pages" / "seed" / "page.txt"
    if not page.exists():
        pytest.skip("the shared pages are not beside the project")
    ledger = summarize_issue(read_issue(page), open_model("extractive")).ledger
    assert ledger.claimed >= 0.95 * ledger.numerals
