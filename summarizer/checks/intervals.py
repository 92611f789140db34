"""Arithmetic with what a printed figure allows: 122.6亿元 is somewhere in [122.55, 122.65]亿.

An open end (以上, 不足) is None. Results are exact decimals; nothing is rounded on the way.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from summarizer.quantity import Quantity

HUNDRED = Decimal(100)
PRECISION = 80
"""Digits enough for any quotient of figures that a paper prints."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; None is an open end."""

    low: Decimal | None
    high: Decimal | None

    def meets(self, other: "Interval") -> bool:
        """Say whether the two share a point."""
        return not (_exceeds(self.low, other.high) or _exceeds(other.low, self.high))

    def exceeds(self, other: "Interval") -> bool:
        """Say whether every point of this one lies above every point of the other."""
        return _exceeds(self.low, other.high)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __neg__(self) -> "Interval":
        return Interval(_minus(self.high), _minus(self.low))

    def __mul__(self, other: "Interval") -> "Interval":
        """Multiply; for figures that are not negative."""
        return Interval(_times(self.low, other.low), _times(self.high, other.high))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Divide; for figures that are not negative."""
        return Interval(_over(self.low, other.high), _over(self.high, other.low))

    def scaled(self, factor: Decimal) -> "Interval":
        """Return every point times a positive factor."""
        return Interval(_times(self.low, factor), _times(self.high, factor))


def allowed(quantity: Quantity) -> Interval:
    """Return the interval that a printed figure allows."""
    return Interval(quantity.low, quantity.high)


def total(intervals: Iterable[Interval]) -> Interval:
    """Add intervals up."""
    result = Interval(Decimal(0), Decimal(0))
    for interval in intervals:
        result += interval
    return result


def in_percent(part: Decimal, whole: Decimal, decimals: int) -> Decimal | None:
    """Return what share one is of the other, rounded as a paper rounds; None of nothing."""
    if not whole:
        return None
    with localcontext(prec=PRECISION):
        return (part / whole * HUNDRED).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def shown(interval: Interval, unit: Decimal = Decimal(1), digits: int = 2) -> str:
    """Write an interval for a reader, in units of `unit`."""
    low, high = (_shown(end, unit, digits) for end in (interval.low, interval.high))
    return low if low == high else f"[{low}, {high}]"


def _shown(end: Decimal | None, unit: Decimal, digits: int) -> str:
    if end is None:
        return "…"
    with localcontext(prec=PRECISION):
        return f"{(end / unit).quantize(Decimal(1).scaleb(-digits)).normalize():f}"


def _exceeds(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low > high


def _plus(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    return None if first is None or second is None else first + second


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _times(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    return None if first is None or second is None else first * second


def _over(first: Decimal | None, second: Decimal | None) -> Decimal | None:
    return None if first is None or not second else first / second
