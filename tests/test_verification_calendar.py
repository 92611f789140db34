"""A figure is of a year that is named near it, or counted from the day of the issue."""

import datetime as dt

import an_article
import pytest

from summarizer.analysis import article_quantities
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim
from summarizer.verification import verify

TEXT = (
    "2019年，岚渡开发区实现产值52.7亿元。全区税收4.1亿元，比上年增加。"
    "“十四五”期间，开发区将新建道路36公里。\n到2030年，全区人口将达到20万人。"
)
DATE = dt.date(2020, 3, 1)


def reason(printed: str, indicator: str, period: str, *, in_words: bool) -> str:
    """Return the reason of the verdict on a claim that puts a figure into a period."""
    article = an_article.article(TEXT)
    quantities = article_quantities(article, DATE)
    cited = next(quantity.id for quantity in quantities if quantity.text == printed)
    point = KeyPoint(text=f"岚渡开发区{period}{indicator}{printed}。")
    row = ObservationClaim(
        quantity=cited,
        printed=printed,
        ref_area="岚渡开发区",
        indicator=indicator,
        time_period_text=period,
    )
    points, rows = ((point,), ()) if in_words else ((), (row,))
    draft = ArticleSummary(abstract="", key_points=points, observations=rows)
    return verify(draft, article, quantities, DATE)[0].reason


@pytest.mark.parametrize("in_words", [True, False])
@pytest.mark.parametrize(
    ("printed", "indicator", "period", "wanted"),
    [
        ("52.7亿元", "产值", "2019年", "exact"),
        ("4.1亿元", "税收", "2019年", "exact"),
        ("52.7亿元", "产值", "2017年", "period_conflict"),
        ("4.1亿元", "税收", "2017年", "period_conflict"),
    ],
)
def test_a_figure_keeps_its_year(
    printed: str,
    indicator: str,
    period: str,
    wanted: str,
    in_words: bool,
):
    """A year of another paragraph is not that of this figure."""
    assert reason(printed, indicator, period, in_words=in_words) == wanted


def test_five_years_in_a_row_name_none_of_those_between():
    """What is to be built from 2021 to 2025 is not said to be built in 2023."""
    assert reason("36公里", "新建道路", "2023年", in_words=False) == "period_conflict"
