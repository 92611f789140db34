"""The wide table: who and what down, periods across.

Only facts go in (actual and preliminary figures). One series has one unit: the largest magnitude in
which it was printed. Where a paper gives two figures for one cell, both are shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from summarizer import wording
from summarizer.report import Verdict
from summarizer.summary import Status
from summarizer.table import Cell, Row
from summarizer.wording import say

FACTS = frozenset({Status.ACTUAL, Status.PRELIMINARY})
UNKNOWN = "时期不详"
SERIES = ("主体", "指标", "口径", "计量", "单位")
MAGNITUDES = {0: "", 3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 12: "万亿"}

Key = tuple[str, str, str, str, str]


def widen(rows: Iterable[Row]) -> tuple[Sequence[str], list[tuple[Cell, ...]]]:
    """Return the header and the lines of the wide table."""
    series: dict[Key, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    powers: dict[Key, int] = defaultdict(int)
    for row in rows:
        value = row.observation.value
        if value is None or not _is_fact(row):
            continue
        said = row.observation
        key, period = _key(row), said.time_period or said.time_period_text or UNKNOWN
        powers[key] = max(powers[key], row.observation.unit_mult)
        if value not in series[key][period]:
            series[key][period].append(value)
    periods = sorted({period for cells in series.values() for period in cells})
    lines = [_line(key, cells, powers[key], periods) for key, cells in series.items()]
    return (*SERIES, *periods), lines


def _is_fact(row: Row) -> bool:
    said = row.observation
    return said.status in FACTS and said.verdict is Verdict.SUPPORTED


def _key(row: Row) -> Key:
    said = row.observation
    measure = say(wording.MEASURE, said.measure)
    return said.ref_area or "", said.indicator, said.scope or "", measure, said.unit or ""


def _line(
    key: Key, cells: dict[str, list[Decimal]], power: int, periods: Sequence[str]
) -> tuple[Cell, ...]:
    power = power if power in MAGNITUDES else 0
    unit = MAGNITUDES[power] + say(wording.UNIT, key[-1])
    return (*key[:-1], unit, *(_cell(cells.get(period, ()), power) for period in periods))


def _cell(values: Sequence[Decimal], power: int) -> Cell:
    scaled = [value.scaleb(-power).normalize() for value in values]
    if len(scaled) > 1:
        return " / ".join(format(value, "f") for value in scaled)
    return scaled[0] if scaled else None
