"""Does one figure say what another says? Value, unit, bound, sign and kind; words come later.

    claimed 1.2亿元     printed 12000万元      equivalent
    claimed 约123亿元   printed 122.6亿元      rounded
    claimed 123亿元     printed 122.6亿元      value_mismatch
    claimed 41万人      printed 41万余人       modifier_dropped
    claimed 1.5%        printed 1.5个百分点    kind_mismatch

Units are converted here and nowhere else: a figure keeps the unit it was printed in.
"""

import csv
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files

from summarizer.lexicon import only_word, pattern
from summarizer.matching.reasons import Reason
from summarizer.quantity import Kind, Modifier, Quantity

COUNTABLE = frozenset({Kind.AMOUNT, Kind.COUNT})
CONFUSED = (
    frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MULTIPLE, Kind.RATIO}),
    frozenset({Kind.RANK, Kind.COUNT}),
)
"""Kinds that are told for each other; 两期 is told for no 两倍."""
FROM_BELOW = frozenset({Modifier.GE, Modifier.GT})
FROM_ABOVE = frozenset({Modifier.LE, Modifier.LT})
FRACTION_REACH = Decimal(10)
"""How far, in points, a percentage may lie above 三分之一以上."""
DOUBLED, TIMES = only_word("evidence.doubled"), only_word("evidence.times_as_much")
INTERCHANGEABLE = (
    frozenset("户家个间"),
    frozenset("人名位个"),
    frozenset("项条个件宗"),
    frozenset({"台", "辆", "套", "部", "台套", "台(套)"}),
    frozenset({"所", "座", "个", "处", "栋", "幢"}),
    frozenset({"次", "届", "场"}),
)
ANY = only_word("evidence.any_classifier")
"""It counts whatever has a classifier of its own: 364席 and 364个席位."""
COUNTED = frozenset({None, "count"})
UNSAID = frozenset({None, "", "1"})
PERCENTAGES = frozenset({"%", "pp", "[ppth]", "bp"})
FAR_OFF = Decimal("0.05")
"""How far a rounded figure may lie from the printed one, as a share of it."""
FRACTION_SLACK = Decimal("0.5")
"""How far, in points, 三分之一 may lie from the percentage that says the same."""


def compare(claimed: Quantity, printed: Quantity) -> Reason:
    """Return how a claimed figure stands to a printed one, their words aside."""
    if claimed.unit is not None and claimed.text == printed.text:
        return Reason.EXACT  # 元 is whichever 元 the article means
    claimed, printed = _as_growth(claimed, printed), _as_growth(printed, claimed)
    if (clash := _kind_clash(claimed, printed)) is not None:
        return clash
    if claimed.unit is not None and printed.unit is None and printed.kind is Kind.COUNT:
        return Reason.VALUE_MISMATCH  # 五大产业 counts no 户
    factor = conversion(claimed.unit, printed.unit)
    if factor is None:
        same = claimed.value is not None and claimed.value == printed.value
        return Reason.UNIT_MISMATCH if same else Reason.VALUE_MISMATCH
    if claimed.value is None or printed.value is None:
        return _compare_intervals(claimed, printed, factor)
    return _compare_values(claimed, printed, factor)


def _as_growth(figure: Quantity, other: Quantity) -> Quantity:
    """Read 翻一番 as the growth of 100% that another figure tells."""
    if other.kind is not Kind.PERCENT or figure.value is None or DOUBLED not in figure.text:
        return figure
    grown = (figure.value - 1) * 100
    return replace(figure, kind=Kind.PERCENT, unit="%", value=grown, low=grown, high=grown)


def conversion(unit: str | None, into: str | None) -> Decimal | None:
    """Return what one `unit` is in the other, or None where they measure different things."""
    if unit == into or interchangeable(unit, into):
        return Decimal(1)
    sizes = _sizes()
    if unit in sizes and into in sizes:
        (sort, size), (other, base) = sizes[unit], sizes[into]
        return size / base if sort == other else None
    return None


def dimension(unit: str) -> str | None:
    """Return what a unit measures (money, length, area …), or None for a classifier."""
    return next((row["dimension"] for row in _units() if row["code"] == unit), None)


@cache
def _sizes() -> dict[str | None, tuple[str, Decimal]]:
    """Return, for each unit that can be converted, what it measures and its size."""
    return {
        row["code"]: (row["dimension"], _fraction(row["factor"]))
        for row in _units()
        if row["factor"]
    }


@cache
def _units() -> tuple[dict[str, str], ...]:
    with files("summarizer.codelists").joinpath("units.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


def _fraction(text: str) -> Decimal:
    over, _, under = text.partition("/")
    return Decimal(over) / Decimal(under or 1)


def interchangeable(unit: str | None, other: str | None) -> bool:
    """Say whether two classifiers count the same things (户 and 家).

    A unit left out (150万、300万马力) fits any but a percentage.
    """
    if unit in UNSAID or other in UNSAID:
        return not PERCENTAGES & {unit, other}
    if ANY in (unit, other):
        return {dimension(unit or ""), dimension(other or "")} <= COUNTED
    return any(unit in family and other in family for family in INTERCHANGEABLE)


def _kind_clash(claimed: Quantity, printed: Quantity) -> Reason | None:
    """Tell apart what is not the same kind: points and percent, ranks and counts."""
    kinds = {claimed.kind, printed.kind}
    if len(kinds) == 1 or kinds <= COUNTABLE:
        return None
    same = claimed.value is not None and claimed.value == printed.value
    if kinds <= {Kind.PERCENT, Kind.MULTIPLE, Kind.RATIO}:
        return None if claimed.unit == printed.unit else Reason.VALUE_MISMATCH
    told_apart = same and any(kinds <= family for family in CONFUSED)
    return Reason.KIND_MISMATCH if told_apart else Reason.VALUE_MISMATCH


def _compare_intervals(claimed: Quantity, printed: Quantity, factor: Decimal) -> Reason:
    """Compare where at least one side gives only an interval (数十亿元, 30-40人)."""
    low, high = _scaled(claimed.low, factor), _scaled(claimed.high, factor)
    if (low, high) == (printed.low, printed.high):
        return Reason.EXACT if claimed.text == printed.text else Reason.EQUIVALENT
    if claimed.value is None and printed.value is not None and _within(printed.value, low, high):
        return Reason.EQUIVALENT
    if claimed.value is not None and _ends_at(claimed, printed, factor):
        return Reason.EQUIVALENT
    return Reason.VALUE_MISMATCH


def _ends_at(claimed: Quantity, printed: Quantity, factor: Decimal) -> bool:
    """Say whether a bound is the end of a printed range: 不超过25% of 20%~25%."""
    value = _scaled(claimed.value, factor)
    if claimed.modifier in FROM_ABOVE:
        return printed.high is not None and value == printed.high
    return claimed.modifier in FROM_BELOW and printed.low is not None and value == printed.low


def _compare_values(claimed: Quantity, printed: Quantity, factor: Decimal) -> Reason:
    assert claimed.value is not None
    assert printed.value is not None
    value, wanted = claimed.value * factor, printed.value
    if value == wanted:
        return _compare_bounds(claimed, printed)
    if value == -wanted:
        return Reason.DIRECTION_CONFLICT
    if _is_fraction(claimed) != _is_fraction(printed) and abs(value - wanted) < FRACTION_SLACK:
        return _compare_bounds(claimed, printed)
    if _is_fraction(claimed) and _is_bounded_by(claimed, value, wanted):
        return Reason.ROUNDED
    if _rounds_to(claimed, printed, factor):
        # 0.84万人 is what 8430人 comes to, 4.9万平方米 what 74亩 do
        converted = factor != 1 or claimed.unit_mult > printed.unit_mult
        said = claimed.modifier is not None or converted
        return Reason.ROUNDED if said else Reason.MODIFIER_DROPPED
    return Reason.VALUE_MISMATCH


def _compare_bounds(claimed: Quantity, printed: Quantity) -> Reason:
    """Compare the qualifiers of equal values: a bound may be reworded, never dropped or added."""
    said, meant = claimed.modifier, printed.modifier
    if _same_bound(said, meant):
        return Reason.EXACT if claimed.text == printed.text else Reason.EQUIVALENT
    if said is None:
        return Reason.MODIFIER_DROPPED
    if meant in FROM_BELOW and pattern("evidence.nearly").match(claimed.text):
        return Reason.MODIFIER_ADDED
    return Reason.EQUIVALENT if said is Modifier.APPROX else Reason.MODIFIER_ADDED


def _same_bound(said: Modifier | None, meant: Modifier | None) -> bool:
    return said == meant or any(
        said in family and meant in family for family in (FROM_BELOW, FROM_ABOVE)
    )


def _rounds_to(claimed: Quantity, printed: Quantity, factor: Decimal) -> bool:
    """Say whether the claimed figure is the printed one with fewer digits, or a round bound of it.

    A claim rounds to its last digit that is not a trailing zero; 近 and 超 must lie on their side.
    What is converted into another unit may have as many digits as before.
    """
    assert claimed.value is not None
    assert printed.value is not None
    value, wanted = claimed.value * factor, printed.value
    if value * wanted <= 0 or abs(value - wanted) > FAR_OFF * abs(wanted):
        return False
    last = _last_digit(claimed)
    if last is None or (factor == 1 and _significant(claimed) >= _significant(printed)):
        return False
    step = last * factor
    if claimed.modifier in FROM_BELOW:
        return 0 <= wanted - value < step
    if claimed.modifier in FROM_ABOVE:
        return 0 <= value - wanted < step
    return abs(value - wanted) <= step / 2


def _last_digit(quantity: Quantity) -> Decimal | None:
    """Return the size of one unit of the last digit: a zero counts only behind the point."""
    if not quantity.value:
        return None
    exponent = int(quantity.value.normalize().as_tuple().exponent)
    if quantity.decimals:
        hundredfold = 2 if quantity.kind is Kind.PERCENT and TIMES in quantity.text else 0
        exponent = min(exponent, quantity.unit_mult + hundredfold - quantity.decimals)
    return Decimal(1).scaleb(exponent)


def _significant(quantity: Quantity) -> int:
    """Return how many digits tell something: three of 49.0."""
    assert quantity.value is not None
    return (quantity.value / (_last_digit(quantity) or 1)).adjusted() + 1


def _is_fraction(quantity: Quantity) -> bool:
    """三分之一 and 半数 have no exact percentage."""
    return quantity.unit == "%" and "分之" in quantity.text and "百分之" not in quantity.text


def _is_bounded_by(claimed: Quantity, value: Decimal, wanted: Decimal) -> bool:
    """Say whether a percentage is not far above 三分之一以上, not far below 不到三分之一."""
    if claimed.modifier in FROM_BELOW:
        return value <= wanted <= value + FRACTION_REACH
    return claimed.modifier in FROM_ABOVE and value - FRACTION_REACH <= wanted <= value


def _scaled(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else value * factor


def _within(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)
