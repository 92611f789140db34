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
from decimal import Decimal

from summarizer import wording
from summarizer.quantity import Modifier, Quantity
from summarizer.renderers.xlsx.book import Figure, Shown
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
Cells = Mapping[str, Sequence[Decimal]]
"""The different figures of each period."""


def widen(rows: Iterable[Row]) -> tuple[Sequence[str], list[tuple[Shown, ...]]]:
    """Return the header and the lines of the wide table."""
    series: dict[Key, dict[str, dict[str, list[Decimal]]]] = {}
    powers: dict[Key, int] = defaultdict(int)
    for row in rows:
        said, key = row.observation, _key(row)
        for sign, value in _figures(row):
            powers[key] = max(powers[key], said.unit_mult)
            cells = series.setdefault(key, {}).setdefault(sign, defaultdict(list))
            cell = cells[said.time_period or said.time_period_text or UNKNOWN]
            if value not in cell:
                cell.append(value)
    periods = sorted(
        {each for signs in series.values() for cells in signs.values() for each in cells}
    )
    lines = [
        line
        for key, signs in series.items()
        for sign in SIGNS
        for line in _lines(key, sign, signs.get(sign, {}), powers[key], periods)
    ]
    return (*SERIES, *periods), lines


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


def _lines(
    key: Key, sign: str, cells: Cells, power: int, periods: Sequence[str]
) -> Iterator[tuple[Shown, ...]]:
    """Yield a line for each figure that the fullest cell holds."""
    power = power if power in MAGNITUDES else 0
    unit = MAGNITUDES[power] + say(wording.UNIT, key[-1])
    for nth in range(max(map(len, cells.values()), default=0)):
        figures = (_figure(cells.get(period, ()), nth, sign, power) for period in periods)
        yield (*key[:-1], unit, sign or None, nth + 1 if nth else None, *figures)


def _figure(values: Sequence[Decimal], nth: int, sign: str, power: int) -> Figure | None:
    return Figure(values[nth].scaleb(-power).normalize(), sign) if nth < len(values) else None
