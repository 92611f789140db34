"""Quantities of English text come out as those of the Chinese it sums up. All text invented."""

import datetime as dt
from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Quantity

ISSUE = dt.date(2019, 3, 14)


def only(text: str) -> Quantity:
    """Return the one quantity of a text."""
    (quantity,) = find_quantities(text, "en", ISSUE)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("RMB 160 million", "160000000", "CNY"),
        ("160m yuan", "160000000", "CNY"),
        ("¥12.26 billion", "12260000000", "CNY"),
        ("US$1.5 billion", "1500000000", "USD"),
        ("HK$300 million", "300000000", "HKD"),
        ("20.2 percent", "20.2", "%"),
        ("1.5 percentage points", "1.5", "pp"),
        ("four-fifths", "80", "%"),
        ("half of the firms", "50", "%"),
        ("60,000 square meters", "60000", "m2"),
        ("160m of road", "160", "m"),
        ("1,300 households", "1300", None),
        ("one hundred and sixty-one firms", "161", None),
        ("half a million people", "500000", None),
        ("output doubled", "2", "倍"),
        ("one in ten firms", "10", "%"),
        ("four in five firms", "80", "%"),
        ("$15 and fifty cents", "15.5", "USD"),
        ("75 USD million", "75000000", "USD"),
        ("30 MEUR", "30000000", "EUR"),
        ("two out of five households", "40", "%"),
        ("the share is one over four", "25", "%"),
        ("two and fifty-four hundredths", "2.54", None),
        ("10 1/2 miles of track", "10.5", "[mi_i]"),
        ("fares of twelve dollars thirty-five cents", "12.35", "USD"),
        ("a fare of 15 dollars and 50.", "15.5", "USD"),
        ("a fence 5 feet 6 inches high", "5.5", "[ft_i]"),
        ("winds of 40 miles an hour", "40", "[mi_i]/h"),
        ("Rs 12,34,567.89", "1234567.89", None),
        ("he wrote 3 times already", "3", None),
        ("over 20 firms", "20", None),
    ],
)
def test_figures(text: str, value: str, unit: str | None):
    """Money, shares, measures and counts have the codes that Chinese figures have."""
    assert (only(text).value, only(text).unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "modifier"),
    [
        ("more than 410,000 people", "410000", "410000", None, "gt"),
        ("at least 15 projects", "15", "15", None, "ge"),
        ("15 or more", "15", "15", None, "ge"),
        ("up to 500 mu", "500", None, "500", "le"),
        ("fewer than 30", "30", None, "30", "lt"),
        ("nearly 800 firms", "800", "720", "800", "approx"),
        ("30-40 people", None, "30", "40", None),
        ("between 30 and 40", None, "30", "40", None),
        ("dozens of firms", None, "10", "100", "approx"),
        ("tens of millions of yuan", None, "10000000", "100000000", "approx"),
        ("several hundred people", None, "100", "1000", "approx"),
        ("two in five or more", "40", "40", None, "ge"),
        ("between negative ten and fifteen", None, "-10", "15", None),
        ("6 to 8 million yuan", None, "6000000", "8000000", None),
    ],
)
def test_bounds(
    text: str, value: str | None, low: str | None, high: str | None, modifier: str | None
):
    """The words before and behind a figure bound it."""
    found = only(text)
    wanted = tuple(number and Decimal(number) for number in (value, low, high))
    assert ((found.value, found.low, found.high), found.modifier) == (wanted, modifier)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("exports fell 3.2%", "-3.2"),
        ("down by more than 5 percent", "-5"),
        ("a 3.2 percent decline", "-3.2"),
        ("rose 3.2%", "3.2"),
        ("fell to 3.2%", "3.2"),
        ("grew 2.3 times", "230"),
    ],
)
def test_direction(text: str, value: str):
    """What falls is negative; `fell to` names a level; growth by a multiple is a percentage."""
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "kind", "value", "period"),
    [
        ("the 19th Congress", Kind.LABEL, "19", None),
        ("5G", Kind.LABEL, "5", None),
        ("the 18th batch", Kind.ORDINAL, "18", None),
        ("ranked fourth", Kind.RANK, "4", None),
        ("the 13th Five-Year Plan", Kind.PERIOD, "13", "2016-01-01/P5Y"),
        ("the first quarter", Kind.PERIOD, None, "2019-Q1"),
        ("January-April 2018", Kind.PERIOD, None, "2018-01-01/P4M"),
        ("first ten months of 2018", Kind.PERIOD, None, "2018-01-01/P10M"),
        ("April 8, 2018", Kind.DATE, None, "2018-04-08"),
        ("8 April", Kind.DATE, None, "2019-04-08"),
        ("2021 to 2023", Kind.PERIOD, None, "2021-01-01/P3Y"),
        ("in 2018", Kind.DATE, "2018", "2018"),
        ("last year", Kind.DATE, None, "2018"),
        ("2019-03", Kind.DATE, None, "2019-03"),
        ("open until 11pm", Kind.LABEL, "11", None),
    ],
)
def test_what_is_no_figure(text: str, kind: Kind, value: str | None, period: str | None):
    """Labels, ordinals, dates and periods are told from figures."""
    found = only(text)
    said = (found.kind, found.value, found.time_period)
    assert said == (kind, value and Decimal(value), period)


@pytest.mark.parametrize("text", ["the one that matters", "one of them", "no one"])
def test_one_is_mostly_a_pronoun(text: str):
    """A pronoun is no number."""
    assert find_quantities(text, "en") == []


def test_a_run_of_numerals_without_end_is_read():
    """A run longer than any numeral is cut somewhere and not stumbled over."""
    assert find_quantities("and a half " * 30, "en")


def test_a_change_is_two_figures():
    """`from … to …` names where it began and where it ended."""
    found = find_quantities("rose from 18.7 percent to 20.2 percent", "en")
    assert [str(quantity.value) for quantity in found] == ["18.7", "20.2"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("two and a half billion yuan", "2500000000", "CNY"),
        ("one and a half million", "1500000", None),
        ("a quarter of a billion dollars", "250000000", "USD"),
        ("one billion and a quarter million", "1000250000", None),
        ("half a percentage point", "0.5", "pp"),
        ("half of a percentage point", "0.5", "pp"),
        ("Hong Kong dollars 5 million", "5000000", "HKD"),
        ("35 pct", "35", "%"),
    ],
)
def test_halves_of_scales_and_named_money(text: str, value: str, unit: str | None):
    """A scale is of all that stands before it, and a currency may be named in front."""
    (found,) = find_quantities(text, "en")
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$40-$60", "40", "60"),
        ("$4 million-$7 million", "4000000", "7000000"),
        ("about $15-$25 million", "15000000", "25000000"),
        ("≤ 5%", None, "5"),
        (">= 30 million", "30000000", None),
        ("as many as 300 firms", None, "300"),
        ("half a million", "450000", "550000"),
    ],
)
def test_english_intervals(text: str, low: str | None, high: str | None):
    """Ranges of money keep both ends, signs and phrases bound, a half is rounded to tenths."""
    (found,) = find_quantities(text, "en")
    assert (found.low, found.high) == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q4 2017", "2017-Q4"),
        ("2017 Q4", "2017-Q4"),
        ("H1 2019", "2019-S1"),
        ("FY2018", "2018"),
        ("last month", "2019-04"),
        ("this quarter", "2019-Q2"),
        ("the past three years", "2017-01-01/P3Y"),
        ("5/17/2018", "2018-05-17"),
        ("5/7/2018", None),
    ],
)
def test_english_periods(text: str, period: str | None):
    """Quarters by letter, fiscal years and times seen from the paper are resolved."""
    (found,) = find_quantities(text, "en", dt.date(2019, 5, 14))
    assert found.time_period == period
