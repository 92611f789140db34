"""Interval arithmetic holds what the true values can be."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks.intervals import Interval, in_percent, shown, total

VALUES = st.decimals(0, 10**9, places=2)
WIDTHS = st.decimals(0, 100, places=2)


def around(value: Decimal, width: Decimal) -> Interval:
    """Return an interval that holds the value."""
    return Interval(max(value - width, Decimal(0)), value + width)


@given(st.lists(st.tuples(VALUES, WIDTHS), min_size=1, max_size=5))
def test_a_sum_of_intervals_holds_the_sum(pairs: list[tuple[Decimal, Decimal]]):
    """Whatever the true parts are, their total lies inside."""
    added = sum((value for value, _ in pairs), Decimal(0))
    assert total(around(*pair) for pair in pairs).meets(Interval(added, added))


@given(VALUES, WIDTHS, VALUES.filter(bool), WIDTHS)
def test_a_quotient_of_intervals_holds_the_quotient(
    one: Decimal, width: Decimal, two: Decimal, other: Decimal
):
    """A divisor that may be nothing leaves the upper end open."""
    exact = one / two
    quotient = around(one, width) / around(two, other)
    slack = abs(exact) / 10**20
    assert quotient.meets(Interval(exact - slack, exact + slack))


def test_an_open_end_meets_whatever_lies_that_way():
    """166亿元以上 may be any amount above."""
    above = Interval(Decimal(166), None)
    assert above.meets(Interval(Decimal(900), Decimal(900)))
    assert not above.meets(Interval(Decimal(1), Decimal(165)))


def test_nothing_has_no_share():
    """A share of nothing is not zero."""
    assert in_percent(Decimal(5), Decimal(0), 1) is None
    assert in_percent(Decimal(1), Decimal(8), 1) == Decimal("12.5")


def test_shows_an_interval_to_a_reader():
    """In units of 亿, and one number where both ends are the same."""
    unit = Decimal(10) ** 8
    assert shown(Interval(Decimal(2734) * 10**6, Decimal(2743) * 10**6), unit) == "[27.34, 27.43]"
    assert shown(Interval(Decimal(5), Decimal(5))) == "5"
