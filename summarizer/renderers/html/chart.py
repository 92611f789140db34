"""One chart of the page: the figures of an indicator side by side, whoever they belong to.

    工业总产值（亿元）   云岚高新区 2017     ▇▇▇▇▇▇▇▇▇▇▇ 86.4
                         电子信息 2017       ▇▇▇▇▇▇▇ 54.2
                         云岚高新区 2020     ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁ 120      only meant: hollow

An indicator is shown where several figures of one unit and measure can be compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from summarizer import wording
from summarizer.phrases import label
from summarizer.renderers.html.numbers import FACTS, Number, Numbered
from summarizer.report import Verdict
from summarizer.summary import Measure
from summarizer.table import Row
from summarizer.wording import on_one_line

FEWEST, MOST, GROUPS = 2, 24, 8
WHOLE = 100
MEASURES = frozenset({Measure.LEVEL, Measure.GROWTH, Measure.SHARE})


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure: whose and when, and how long it is, in hundredths of the longest."""

    label: str
    number: Number
    start: str
    length: str
    is_fact: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Comparable figures of one indicator; `id` names it within the page."""

    id: int
    title: str
    bars: tuple[Bar, ...]


def chart_groups(articles: Iterable[Numbered]) -> tuple[Group, ...]:
    """Return the indicators of a page that can be charted, those with most figures first."""
    found: dict[tuple[str, str, str], list[tuple[Numbered, Row]]] = defaultdict(list)
    for each in articles:
        for row in each.rows:
            if key := _comparable(row):
                found[key].append((each, row))
    several = [(key, rows[:MOST]) for key, rows in found.items() if len(rows) >= FEWEST]
    fullest = sorted(several, key=lambda pair: -len(pair[1]))[:GROUPS]
    return tuple(_group(at, key, rows) for at, (key, rows) in enumerate(fullest))


def _comparable(row: Row) -> tuple[str, str, str] | None:
    """Return indicator, measure and unit of a row that can stand in a chart."""
    said = row.observation
    shown = said.value is not None and said.verdict is not Verdict.REFUTED and row.quantity
    if not shown or said.measure not in MEASURES:
        return None
    return said.indicator, said.measure.value, said.unit or ""


def _group(at: int, key: tuple[str, str, str], rows: list[tuple[Numbered, Row]]) -> Group:
    indicator, measure, unit = key
    told = (
        wording.say(wording.UNIT, unit),
        "" if measure == "level" else wording.say(wording.MEASURE, measure),
    )
    title, words = on_one_line(indicator), wording.listed(filter(None, told))
    title = label("{said}（{by}）").format(said=title, by=words) if words else title
    return Group(at, title, tuple(_bars(rows)))


def _bars(rows: list[tuple[Numbered, Row]]) -> Iterator[Bar]:
    values = [row.observation.value or Decimal(0) for _, row in rows]
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    reach = high - low or Decimal(1)
    for (each, row), value in zip(rows, values, strict=True):
        left, right = sorted((Decimal(0), value))
        said = row.observation
        when = said.time_period or said.time_period_text or ""
        yield Bar(
            label=on_one_line(" ".join(filter(None, (said.ref_area, said.scope, when)))) or "—",
            number=each.numbers[said.quantity],
            start=_hundredths(left - low, reach),
            length=_hundredths(right - left, reach),
            is_fact=said.status in FACTS,
        )


def _hundredths(part: Decimal, whole: Decimal) -> str:
    return f"{part / whole * WHOLE:.1f}"
