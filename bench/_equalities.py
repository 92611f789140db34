"""Equalities among printed figures, written as the checks write them, and whether they can hold.

    145个 = 52个 + 27个      38.5亿元 ÷ 122.6亿元 = 31.4%      1.8万亩 ÷ (62.4万亩 - 1.8万亩) = 3.0%

They are computed here anew, so that the checks are not measured by themselves.
"""

import re
from decimal import Decimal
from functools import lru_cache

from summarizer.checks.intervals import Interval
from summarizer.quantities import find_quantities
from summarizer.text import fold

PIECES = re.compile(r" ([÷×+=-]) |([()])")
NO_FIGURES = ("1", "100", *"÷×+-=()")
WEIGHT = {"t": Decimal(1000)}
HUNDRED = Decimal(100)


def pieces(tie: str) -> list[str]:
    """Cut an equality into figures and signs."""
    return [piece.strip() for piece in PIECES.split(tie) if piece and piece.strip()]


def figures(tie: str) -> tuple[str, ...]:
    """Return the printed figures of an equality."""
    return tuple(piece for piece in pieces(tie) if piece not in NO_FIGURES)


def holds(tie: str) -> bool:
    """Say whether an equality can hold with what its printed figures allow."""
    left, right = fold(tie).split(" = ")
    computed, printed = added(pieces(left)), added(pieces(right))
    is_share = "÷" in left and (right[-1] in "%成" or right[-1].isdigit())
    return (computed.scaled(HUNDRED) if is_share else computed).meets(printed)


def added(said: list[str]) -> Interval:
    """Compute a sum of products; consumes what it reads."""
    result = multiplied(said)
    while said and said[0] in "+-":
        sign, other = said.pop(0), multiplied(said)
        result = result + other if sign == "+" else result - other
    return result


def multiplied(said: list[str]) -> Interval:
    """Compute a product or a quotient."""
    result = single(said)
    while said and said[0] in "÷×":
        sign, other = said.pop(0), single(said)
        result = result / other if sign == "÷" else result * other
    return result


def single(said: list[str]) -> Interval:
    """Read one figure, or what stands in brackets."""
    piece = said.pop(0)
    if piece == "(":
        inside = added(said)
        said.pop(0)
        return inside
    if piece in NO_FIGURES:
        return Interval(Decimal(piece), Decimal(piece))
    return allowed(piece)


@lru_cache(maxsize=10_000)
def allowed(printed: str) -> Interval:
    """Return what a printed figure allows, without its sign; weights in kilograms."""
    if not (found := find_quantities(printed)) or found[0].low is None or found[0].high is None:
        number = Decimal(printed)
        half = Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2
        return Interval(number - half, number + half)
    low, high = sorted((found[0].low, found[0].high))
    return Interval(low, high).scaled(WEIGHT.get(found[0].unit or "", Decimal(1)))
