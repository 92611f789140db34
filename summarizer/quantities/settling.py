"""A figure and the words before it, settled into a Quantity: sign, bound and interval.

下降 超过 3%        value -3, modifier gt, high -3, low open: what falls is negative
增长 2.3倍          230 %: growth by a multiple is not the multiple
30-40人 左右        low 30, high 40, modifier approx: the ends stay as printed
"""

from decimal import Decimal

from summarizer.numerals import plain
from summarizer.quantities.figures import MULTIPLE, Magnitude
from summarizer.quantities.joining import Found
from summarizer.quantities.qualifiers import NOTHING, Before, Interval, interval, opened
from summarizer.quantity import Kind, Modifier, Quantity

BOUNDING = (Modifier.LE, Modifier.LT)
SIGNED = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.AMOUNT, Kind.COUNT})


def settle(found: Found, currency: str | None, start: int, end: int, printed: str) -> Quantity:
    """Return the quantity that a figure and the words before it make, at its place in the text."""
    figure, words = found.figure, found.before
    unit = figure.unit.code if figure.unit else None
    if words is NOTHING and currency is None:
        return Quantity(
            start, end, printed, figure.kind, figure.value, figure.low, figure.high, unit,
            figure.modifier, figure.decimals, figure.unit_text, figure.power,
        )  # fmt: skip
    value, kind, modifier = figure.value, figure.kind, _modifier(figure, words)
    if currency:
        unit, kind = currency, Kind.AMOUNT
    elif kind is Kind.LABEL and modifier is not None and unit is None:
        kind = Kind.AMOUNT
    low, high = _bounds(found, modifier)
    if _grows_by(found):
        value, low, high = _hundredfold(value), _hundredfold(low), _hundredfold(high)
        unit, kind = "%", Kind.PERCENT
    value, low, high = _signed(value, low, high, words, falls=words.falls and kind in SIGNED)
    return Quantity(
        start, end, printed, kind, value, low, high, unit,
        modifier, figure.decimals, figure.unit_text, figure.power,
    )  # fmt: skip


def _grows_by(found: Found) -> bool:
    """Say whether a multiple is how much was added, and not how many times it is now."""
    figure = found.figure
    grows = found.before.rises and figure.value is not None
    return grows and figure.unit == MULTIPLE and figure.unit_text != "番"


def _hundredfold(end: Decimal | None) -> Decimal | None:
    return end and plain(end * 100)


def _signed(
    value: Decimal | None, low: Decimal | None, high: Decimal | None, words: Before, *, falls: bool
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return value and ends on the side of nought where they lie."""
    if words.both and value is not None:
        return None, -value, value
    if words.negative or falls:
        return value and -value, high and -high, low and -low
    return value, low, high


def _modifier(figure: Magnitude, words: Before) -> Modifier | None:
    if words.modifier and figure.kind is Kind.DURATION and words.near:
        return figure.modifier
    if words.modifier and figure.kind is Kind.PERCENTAGE_POINT and words.compares:
        return figure.modifier
    if figure.modifier in (Modifier.GE, Modifier.LE, Modifier.GT):
        return words.modifier if words.modifier in BOUNDING else figure.modifier
    return words.modifier or figure.modifier


def _bounds(found: Found, modifier: Modifier | None) -> Interval:
    figure = found.figure
    if figure.value is None:
        return _stretched(found, modifier)
    if modifier is figure.modifier:
        return figure.low, figure.high
    return interval(figure.value, figure.step, None, modifier, near=found.before.near)


def _stretched(found: Found, modifier: Modifier | None) -> Interval:
    """Leave what is vague, open a range at its bound."""
    low, high = found.figure.low, found.figure.high
    if not found.ranged or low is None or high is None or modifier is found.figure.modifier:
        return low, high
    return opened(low, high, modifier)
