"""Every numeral of a page is accounted for, or listed."""

import pytest

from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.report import ArticleReport, IssueReport
from summarizer.verification import ledger

PAGE = """云岚高新区引资近三成增长

一季度，云岚高新区建设三大平台，引进项目12个，到位资金31.6亿元，增长29.8%。

宋映泉
"""


def told(page: str) -> IssueReport:
    """Return what the embedded engine says of a page."""
    return summarize_issue(read_issue(page.encode()), ExtractiveModel())


def without(article: ArticleReport, printed: str) -> ArticleReport:
    """Return the article with the row of this figure left out."""
    gone = {quantity.id for quantity in article.quantities if quantity.text == printed}
    rows = tuple(row for row in article.observations if row.quantity not in gone)
    assert len(rows) < len(article.observations)
    return article.model_copy(update={"observations": rows})


def test_every_numeral_of_a_told_page_is_claimed() -> None:
    """Figures are in the table, the small count and the headline need no row of their own."""
    account = told(PAGE).ledger
    assert account.unclaimed == ()
    assert account.claimed == account.numerals


@pytest.mark.parametrize("printed", ["12个", "31.6亿元", "29.8%"])
def test_an_omission_is_visible(printed: str) -> None:
    """A figure that no row tells is listed with its place."""
    (article,) = told(PAGE).articles
    (missing,) = ledger(PAGE, [without(article, printed)]).unclaimed
    assert (missing.text, PAGE[missing.start : missing.end]) == (printed, printed)


def test_a_figure_beside_the_articles_is_listed() -> None:
    """What a caption counts is in no table."""
    page = PAGE.replace("，到位", "，到\n\n\n云岚高新区12万平方米展馆\n\n位")
    assert [quote.text for quote in told(page).ledger.unclaimed] == ["12万平方米"]
