"""Terms across the issues of an archive: one body, one indicator, many papers.

    conflict    two issues tell different values for one period that no rounding reconciles
    jump        from one period to the next a level grows or shrinks more than threefold
    cumulative  what is counted from the beginning of the year falls as the year goes on

A later issue may have revised an earlier one, and things may have been counted differently, so
whatever is found is for review. The caller brings the rows; quantities are named `ISSUE/Q12`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from summarizer.checks.intervals import Interval
from summarizer.report import Check, Outcome
from summarizer.summary import Measure

YEARLY = re.compile(r"\d{4}")
SINCE_NEW_YEAR = re.compile(r"(\d{4})-01-01/P(\d+)M")
FIRST_PARTS = {"Q1": 3, "S1": 6}
THREEFOLD = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of an issue. `series` is what must agree to be compared: body, indicator, scope, unit.

    `date` orders the issues; `period` is in SDMX form.
    """

    id: str
    date: str
    series: tuple[str | None, ...]
    measure: Measure
    period: str
    text: str
    value: Decimal
    allowed: Interval


def check_archive(facts: Iterable[Told]) -> tuple[Check, ...]:
    """Compare the facts of an archive among themselves."""
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for fact in facts:
        groups[(fact.series, fact.measure)].append(fact)
    return tuple(found for group in groups.values() for found in _checked(group))


def _checked(group: Sequence[Told]) -> Iterator[Check]:
    by_period: dict[str, list[Told]] = defaultdict(list)
    for fact in sorted(group, key=lambda fact: fact.date):
        by_period[fact.period].append(fact)
    for told in by_period.values():
        yield from _conflicts(told)
    if group[0].measure is Measure.LEVEL:
        latest = {period: told[-1] for period, told in by_period.items()}
        yield from _jumps(latest)
        yield from _falls(latest)


def _conflicts(told: Sequence[Told]) -> Iterator[Check]:
    """Compare what is told of one period; the same contradiction is said once."""
    for earlier, later in combinations(told, 2):
        if not earlier.allowed.meets(later.allowed):
            note = "同一时期数字不同" + ("，后者或为修订。" if earlier.date != later.date else "。")
            yield _review("conflict", f"{earlier.text} = {later.text}", (earlier, later), note)
            return


def _jumps(latest: dict[str, Told]) -> Iterator[Check]:
    """Compare each year with the one right after it."""
    years = sorted((p for p in latest if YEARLY.fullmatch(p)), key=int)
    for before, after in pairwise(years):
        one, two = latest[before], latest[after]
        if int(after) - int(before) == 1 and one.value > 0 and two.value > 0:
            ratio = max(one.value, two.value) / min(one.value, two.value)
            if ratio > THREEFOLD:
                note = f"相邻两年相差{ratio:.1f}倍，量级可疑。"
                yield _review("jump", f"{one.text} → {two.text}", (one, two), note)


def _falls(latest: dict[str, Told]) -> Iterator[Check]:
    """Compare what has been counted since new year, month by month."""
    counted: dict[str, list[tuple[int, Told]]] = defaultdict(list)
    for period, fact in latest.items():
        if (since := _months(period)) is not None:
            counted[since[0]].append((since[1], fact))
    for year in counted.values():
        for (_, one), (_, two) in pairwise(sorted(year, key=lambda pair: pair[0])):
            if one.allowed.exceeds(two.allowed):
                note = "年内累计数后期反而减少。"
                yield _review("cumulative", f"{one.text} ≤ {two.text}", (one, two), note)


def _months(period: str) -> tuple[str, int] | None:
    """Return the year of a period that begins with it, and its months."""
    if match := SINCE_NEW_YEAR.fullmatch(period):
        return match.group(1), int(match.group(2))
    year, _, part = period.partition("-")
    return (year, FIRST_PARTS[part]) if part in FIRST_PARTS else None


def _review(rule: str, formula: str, told: Sequence[Told], note: str) -> Check:
    return Check(
        rule=rule,
        result=Outcome.REVIEW,
        formula=formula,
        quantities=tuple(fact.id for fact in told),
        message=f"原文数字之间不一致，请复核：{note}",
    )
