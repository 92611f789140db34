"""The wide table: who and what down, periods across, one figure in a cell.

    主体        指标      …  单位  界  并列   2023   2024-S1
    云岚高新区  走访企业     家                210
    云岚高新区  走访企业     家    >                  >240       240余家: a bound is no figure
    云岚高新区  走访企业     家    >    2             >260       said elsewhere: neither is chosen

Only facts go in (actual and preliminary figures). One series has one unit: the largest magnitude in
which it was printed. A bound keeps its sign and has a line of its own, so that nobody adds it up as
a figure; an interval (3–5亿元) stands as its two bounds. Each line holds numbers only.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer import wording
from summarizer.phrases import label
from summarizer.quantity import Modifier, Quantity
from summarizer.renderers.xlsx.book import Numeral, Shown
from summarizer.report import Verdict
from summarizer.summary import Status
from summarizer.table import Row
from summarizer.wording import say

FACTS = frozenset({Status.ACTUAL, Status.PRELIMINARY})
UNKNOWN = "时期不详"
SERIES = ("主体", "指标", "口径", "计量", "单位", "界", "并列")
MAGNITUDES = {0: "", 3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 12: "万亿"}
EXACTLY, ABOUT = "", "≈"
SIGNS = (EXACTLY, ABOUT, "≥", ">", "≤", "<")
STRICT = frozenset({Modifier.GT, Modifier.LT})

Key = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One number that goes into a cell, with its sign and the power of ten it was printed in."""

    series: Key
    period: str
    sign: str
    value: Decimal
    power: int


def widen(rows: Iterable[Row]) -> tuple[Sequence[str], list[tuple[Shown, ...]]]:
    """Return the header and the lines of the wide table."""
    series: dict[Key, list[Fact]] = defaultdict(list)
    for row in rows:
        for fact in _facts(row):
            series[fact.series].append(fact)
    periods = sorted({fact.period for facts in series.values() for fact in facts})
    lines = [line for key, facts in series.items() for line in _lines(key, facts, periods)]
    return (*SERIES, *periods), lines


def _facts(row: Row) -> Iterator[Fact]:
    said, key = row.observation, _key(row)
    period = said.time_period or said.time_period_text or label(UNKNOWN)
    for sign, value in _figures(row):
        yield Fact(key, period, sign, value, said.unit_mult)


def _figures(row: Row) -> Iterator[tuple[str, Decimal]]:
    """Yield what a row gives as a fact, with its sign: one figure, one bound, or two bounds."""
    said, quantity = row.observation, row.quantity
    if said.status not in FACTS or said.verdict is not Verdict.SUPPORTED or quantity is None:
        return
    if said.value is not None:
        yield _sign(quantity, said.value), said.value
        return
    bounds = (("≥", quantity.low), ("≤", quantity.high))
    yield from ((sign, value) for sign, value in bounds if value is not None)


def _sign(quantity: Quantity, value: Decimal) -> str:
    """Return on which side of `value` the figure lies: a fall by more than 5% is below -5%."""
    if quantity.modifier is None:
        return EXACTLY
    if quantity.modifier is Modifier.APPROX:
        return ABOUT
    above, below = (">", "<") if quantity.modifier in STRICT else ("≥", "≤")
    return above if quantity.low == value else below


def _key(row: Row) -> Key:
    said = row.observation
    measure = say(wording.MEASURE, said.measure)
    return said.ref_area or "", said.indicator, said.scope or "", measure, said.unit or ""


def _lines(key: Key, facts: Sequence[Fact], periods: Sequence[str]) -> Iterator[tuple[Shown, ...]]:
    """Yield the lines of a series: those of each sign, one for each figure of its fullest cell."""
    power = max(0, *(fact.power for fact in facts))
    power = power if power in MAGNITUDES else 0
    unit = label(MAGNITUDES[power]) + say(wording.UNIT, key[-1])
    cells = _cells(facts)
    used = {sign for sign, _ in cells}
    for sign in filter(used.__contains__, SIGNS):
        told = [cells.get((sign, period), ()) for period in periods]
        for nth in range(max(map(len, told))):
            figures = (_figure(values, nth, sign, power) for values in told)
            yield (*key[:-1], unit, sign or None, nth + 1 if nth else None, *figures)


def _cells(facts: Iterable[Fact]) -> Mapping[tuple[str, str], Sequence[Decimal]]:
    """Return the different figures of each sign and period."""
    cells: dict[tuple[str, str], dict[Decimal, None]] = defaultdict(dict)
    for fact in facts:
        cells[fact.sign, fact.period][fact.value] = None
    return {place: tuple(values) for place, values in cells.items()}


def _figure(values: Sequence[Decimal], nth: int, sign: str, power: int) -> Numeral | None:
    return Numeral(values[nth].scaleb(-power).normalize(), sign) if nth < len(values) else None
