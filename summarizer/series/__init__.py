"""One indicator of one zone through the years, out of everything an archive says about it.

    figures ─► of this zone and this indicator ─► by what is comparable: scope, measure, unit, step
                                                        │
                            actual ─ 2015  2016  ·  2018        a period without a figure stays open
                            open   ─ 2020 target                plans and targets are kept apart

Where several issues give a figure for one period, the latest issue has the word, and the others
stand beside it: a revision, or a conflict if no rounding reconciles them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, select

from summarizer.checks.archive import Told, check_archive
from summarizer.checks.intervals import Interval
from summarizer.codelists import find_area, find_indicator, find_zones
from summarizer.lexicon import pattern
from summarizer.report import Check
from summarizer.store import Store, tables
from summarizer.summary import Measure
from summarizer.text import fold

FACTS = frozenset({"actual", "preliminary"})
PERIOD = re.compile(r"([0-9]{4})(?:-(S[12]|Q[1-4]|[01][0-9])(?:-[0-9]{2}/(P[0-9]+[A-Z]))?)?")
COMPARED = ("indicator", "scope", "unit")
"""What two figures of a body have in common that may be compared."""
COMMON = pattern("bodies.common")
DISTRICT = pattern("bodies.district")
STEPS = {"S": 2, "Q": 4}
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: `value` in the series' unit, `low` to `high` what its rounding allows."""

    period: str
    status: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    printed: str
    date: str | None
    source: str

    def contradicts(self, other: "Point") -> bool:
        """Say whether no value can be meant by both."""
        if None in (self.low, self.high, other.low, other.high):
            return self.value != other.value
        return bool(self.low > other.high or self.high < other.low)  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Cell:
    """One period of a series: the figure that counts, and what else was printed for it."""

    period: str
    point: Point | None
    others: tuple[Point, ...] = ()

    @property
    def is_contested(self) -> bool:
        """Whether another issue says something that cannot be meant by the same figure."""
        return self.point is not None and any(map(self.point.contradicts, self.others))


@dataclass(frozen=True, slots=True)
class Series:
    """Comparable figures. `facts` has a cell for every period from first to last, even if empty."""

    area: str
    indicator: str
    scope: str | None
    measure: str
    unit: str | None
    step: str
    facts: tuple[Cell, ...]
    open: tuple[Cell, ...]


def find_series(
    store: Store, run: str, zone: str | None, indicator: str, *, measure: str = "level"
) -> tuple[Series, ...]:
    """Return every series of an indicator in a zone (None: in all), the longest first."""
    groups = defaultdict(list)
    of_indicator = _is_indicator(indicator) & (tables.observations.c.measure == measure)
    for row in store.fetch(_facts(run).where(of_indicator)):
        if row["ref_area"] and (zone is None or _same_zone(zone, row["ref_area"])):
            step, _ = step_of(row["time_period"])
            names = _area(row["ref_area"]), _statistic(row["indicator"], row["indicator_code"])
            groups[*names, row["scope"], row["unit"], step].append(row)
    series = [_series(rows, key[-1]) for key, rows in groups.items()]
    return tuple(sorted(series, key=lambda each: (-len(each.facts), each.indicator, each.step)))


def step_of(period: str) -> tuple[str, int]:
    """Return what sort of period it is, and its number among those (1998-Q3 is the third of 1998).

    Stretches such as 2018-01-01/P4M are compared with the same stretch of other years.
    """
    match = PERIOD.fullmatch(period)
    if match is None:
        return period, 0
    year, part, stretch = int(match[1]), match[2], match[3]
    if part is None:
        return "year", year
    if stretch:
        return period[4:], year
    if part[0] in STEPS:
        return part[0], year * STEPS[part[0]] + int(part[1]) - 1
    return "month", year * MONTHS + int(part) - 1


def period_of(step: str, number: int) -> str:
    """Return the period that `step_of` numbers so."""
    if step == "year":
        return str(number)
    if step == "month":
        return f"{number // MONTHS}-{number % MONTHS + 1:02}"
    if step in STEPS:
        return f"{number // STEPS[step]}-{step}{number % STEPS[step] + 1}"
    return f"{number}{step}" if number else step


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Figures of several issues that cannot be meant by one: whose, of what, and when."""

    check: Check
    area: str
    indicator: str
    scope: str | None
    periods: tuple[str, ...]


def contradictions(store: Store, run: str) -> Iterator[Contradiction]:
    """Compare what the issues of a run tell as fact, body by body.

    A body that goes by several names is one; a name that many bodies have (高新区, 全市, 鼓楼区) is
    compared within one newspaper only. A figure is named `SOURCE#ARTICLE/QUANTITY`.
    """
    figures = tables.observations.c
    for names in _bodies(store, run):
        facts = _facts(run).where(figures.ref_area.in_(names), figures.status.in_(FACTS))
        rows = store.fetch(facts)
        named = {_name(row): row for row in rows}
        for check in check_archive(map(_told, rows)):
            if len(set(map(_source, check.quantities))) > 1:
                yield _contradiction(check, [named[name] for name in check.quantities])


def _contradiction(check: Check, rows: Sequence[Mapping[str, Any]]) -> Contradiction:
    first = rows[0]
    return Contradiction(
        check=check,
        area=first["ref_area"],
        indicator=first["indicator"],
        scope=first["scope"],
        periods=tuple(dict.fromkeys(row["time_period"] for row in rows)),
    )


def _name(row: Mapping[str, Any]) -> str:
    """Name a figure of the archive: `SOURCE#ARTICLE/QUANTITY`."""
    return f"{row['source']}#{row['article']}/{row['quantity']}"


def _bodies(store: Store, run: str) -> Iterable[Sequence[str]]:
    """Return the names of each body that the facts of a run are about."""
    named = tables.observations.c.ref_area
    rows = store.fetch(_facts(run).with_only_columns(named).distinct().order_by(named))
    bodies: dict[str, list[str]] = defaultdict(list)
    for name in (row["ref_area"] for row in rows if row["ref_area"]):
        bodies[_area(name)].append(name)
    return bodies.values()


def _within(row: Mapping[str, Any]) -> str | None:
    """Return the newspaper in which a name means one body; None where it does everywhere.

    A page without a title is a newspaper of its own.
    """
    name = fold(row["ref_area"])
    if len(find_zones(name)) == 1 or find_area(name):
        return None
    is_common = bool(find_zones(name)) or COMMON.fullmatch(name) or DISTRICT.fullmatch(name)
    return (row["title"] or row["source"]) if is_common else None


def _source(quantity: str) -> str:
    return quantity.rpartition("#")[0]


def _told(row: Mapping[str, Any]) -> Told:
    point = _point(row)
    return Told(
        id=_name(row),
        date=row["date"] or "",
        series=(_area(row["ref_area"]), _within(row), *(row[name] for name in COMPARED)),
        measure=Measure(row["measure"]),
        period=row["time_period"],
        text=row["printed"],
        value=point.value,
        allowed=Interval(point.low, point.high),
    )


def _facts(run: str) -> Select[Any]:
    """Return the supported figures of a run that have a value and a period."""
    figures, articles, reports = tables.observations.c, tables.articles.c, tables.reports.c
    said = ("ref_area", "indicator", "indicator_code", "scope", "measure", "time_period", "status",
            "value", "low", "high", "unit", "printed", "quantity")  # fmt: skip
    issue = tables.issues.c
    found = (issue.date, issue.title, reports.source, articles.article)
    return (
        select(*(figures[name] for name in said), *found)
        .join(tables.articles, articles.id == figures.article)
        .join(tables.reports, reports.id == articles.report)
        .join(tables.issues, tables.issues.c.id == reports.issue)
        .where(reports.run == run, figures.verdict == "supported")
        .where(figures.value.is_not(None), figures.time_period.is_not(None))
    )


def _same_zone(sought: str, named: str | None) -> bool:
    """Say whether two names are of one zone: by the code list, else by the words themselves."""
    if named is None:
        return False
    ours, theirs = find_zones(sought), find_zones(named)
    if ours and theirs:
        return bool(set(ours) & set(theirs))
    return fold(sought) in fold(named)


def _area(named: str) -> str:
    """Return the full name of a zone, or the name as printed."""
    zones = find_zones(named)
    return zones[0].name if len(zones) == 1 else fold(named)


def _is_indicator(sought: str) -> ColumnElement[bool]:
    """Take an indicator by its code, and one without a code by its words."""
    figures, known = tables.observations.c, find_indicator(sought)
    named = figures.indicator_code.is_(None) & figures.indicator.contains(sought, autoescape=True)
    return named | (figures.indicator_code == known.code) if known else named


def _statistic(printed: str, code: str | None) -> str:
    """Return what is counted: a code under any of its names, but 电子企业产值 by its own.

    A name that only ends in a known one is that of a part, which is no figure of the whole.
    """
    known, name = find_indicator(printed), fold(printed)
    is_whole = known is not None and name in map(fold, (known.name, *known.aliases))
    return code if code and is_whole else name


def _series(rows: list[Mapping[str, Any]], step: str) -> Series:
    first = rows[0]
    facts = [_point(row) for row in rows if row["status"] in FACTS]
    plans = [_point(row) for row in rows if row["status"] not in FACTS]
    return Series(
        area=first["ref_area"],
        indicator=first["indicator"],
        scope=first["scope"],
        measure=first["measure"],
        unit=first["unit"],
        step=step,
        facts=tuple(_without_gaps(_cells(facts), step)),
        open=tuple(_cells(plans)),
    )


def _point(row: Mapping[str, Any]) -> Point:
    return Point(
        row["time_period"],
        row["status"],
        Decimal(row["value"]),
        None if row["low"] is None else Decimal(row["low"]),
        None if row["high"] is None else Decimal(row["high"]),
        row["printed"],
        row["date"],
        row["source"],
    )


def _cells(points: Iterable[Point]) -> Iterator[Cell]:
    """Yield a cell for each period; the figure of the latest issue counts."""

    def place(point: Point) -> tuple[int, str, str]:
        return step_of(point.period)[1], point.period, point.date or ""

    for period, group in groupby(sorted(points, key=place), key=lambda point: point.period):
        *others, latest = group
        yield Cell(period, latest, tuple(others))


def _without_gaps(cells: Iterable[Cell], step: str) -> Iterator[Cell]:
    """Put in an open cell for every period between the first and the last that has none."""
    last: int | None = None
    for cell in cells:
        number = step_of(cell.period)[1]
        for missing in range(last + 1 if last is not None else number, number):
            yield Cell(period_of(step, missing), None)
        last = number
        yield cell
