"""Across issues, what contradicts, jumps or falls is offered for review, never called wrong."""

from decimal import Decimal

import pytest

from summarizer.checks.archive import Told, check_archive
from summarizer.checks.intervals import Interval
from summarizer.report import Outcome
from summarizer.summary import Measure


def told(period: str, value: str, date: str = "2018-05-01", width: str = "0.05") -> Told:
    """Return a figure of one series as an issue told it, in 亿元."""
    number, half = Decimal(value), Decimal(width)
    return Told(
        id=f"{date}/Q1",
        date=date,
        series=("鹭洲高新区", "营业收入", None, "CNY"),
        measure=Measure.LEVEL,
        period=period,
        text=f"{value}亿元",
        value=number,
        allowed=Interval(number - half, number + half),
    )


@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        ([told("2017", "838.7"), told("2017", "839", "2018-06-01", "0.5")], []),
        ([told("2017", "838.7"), told("2017", "836.2", "2019-06-01")], ["conflict"]),
        ([told("2016", "700"), told("2017", "838.7")], []),
        ([told("2016", "83.9"), told("2017", "838.7")], ["jump"]),
        ([told("2014", "83.9"), told("2017", "838.7")], []),
        ([told("2018-Q1", "210"), told("2018-S1", "430")], []),
        ([told("2018-Q1", "210"), told("2018-01-01/P4M", "190")], ["cumulative"]),
    ],
)
def test_compares_the_figures_of_a_series(facts: list[Told], rules: list[str]):
    """Rounding reconciles; a gap in the years does not make a jump."""
    found = check_archive(facts)
    assert [each.rule for each in found] == rules
    assert all(each.result is Outcome.REVIEW for each in found)


def test_says_a_contradiction_once():
    """Five issues that disagree with the first make one check."""
    facts = [told("2017", str(800 + n), f"2018-0{n + 1}-01") for n in range(5)]
    assert len(check_archive(facts)) == 1


def test_other_series_are_not_compared():
    """What another body reports of that year has nothing to do with it."""
    other = told("2017", "12")
    strange = Told(**{f: getattr(other, f) for f in Told.__slots__} | {"series": ("他处",)})
    assert check_archive([told("2017", "838.7"), strange]) == ()
