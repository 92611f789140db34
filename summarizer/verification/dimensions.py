"""What an indicator can be measured in, by the end of its name.

    利税 ── money        资产负债率 ── ratio        货物吞吐量 ── no money
    全长 ── length       建筑面积 ── area           专利申请数 ── a count

Chinese names carry their head last, so the end tells, in names that no list has. What it does not
tell is left open.
"""

from functools import lru_cache

from summarizer.lexicon import pattern
from summarizer.quantity import Kind, Quantity
from summarizer.matching.amounts import COUNTABLE, UNSAID, dimension

MONEY, RATIO, AREA, LENGTH, COUNT = "money", "ratio", "area", "length", "count"
HEADS = tuple(
    (pattern(f"measures.dimension.{each}"), frozenset({each}))
    for each in (RATIO, AREA, LENGTH, COUNT, MONEY)
)
QUANTITIES = pattern("measures.amounts")


def is_measured_so(indicator: str, figure: Quantity, *, change: bool = True) -> bool:
    """Say whether an indicator may be told in the figure's unit: true, too, where nobody knows.

    The `change` of anything may be told in per cent.
    """
    told = _dimension_of(figure) if change or figure.kind is not Kind.PERCENT else RATIO
    if told is None:
        return True
    if QUANTITIES.search(indicator):
        return told not in (MONEY, RATIO)
    meant = _dimensions(indicator)
    return not meant or told in meant


def is_money(figure: Quantity) -> bool:
    """Say whether a figure is an amount of money."""
    return _dimension_of(figure) == MONEY


@lru_cache(maxsize=1024)
def _dimensions(indicator: str) -> frozenset[str]:
    return next((known for head, known in HEADS if head.search(indicator)), frozenset())


def _dimension_of(figure: Quantity) -> str | None:
    """Return what a level is measured in."""
    unit = figure.unit
    if figure.kind not in COUNTABLE or unit in UNSAID or unit is None or "/" in unit:
        return None
    return dimension(unit) or COUNT
