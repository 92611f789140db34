"""When a claim says, against when the article says: periods are the days that they cover.

time_clash   another time stands right before the figure, in its clause
time_own     the sentence of the figure names another time
time_order   it names the claim's time, but another one stands nearer to the figure
time_else    the claim's time stands elsewhere in the article
time_carried … in what may be carried over
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.matching.ground import Anchor
from summarizer.matching.source import CALENDAR, Source
from summarizer.matching.words import clause_start
from summarizer.quantity import Quantity

PART = re.compile(
    r"(\d{4})(?:-(?:Q(?P<quarter>[1-4])|S(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
LASTING = re.compile(r"P(\d+)([YMWD])")
NEAR = 40
"""So far before a figure a time stands beside it."""
YEAR = 365.25
Days = tuple[dt.date, dt.date]


@lru_cache(maxsize=1024)
def days(period: str) -> Days | None:
    """Return the first and the last day of an SDMX period; None where it is none."""
    first, slash, last = period.partition("/")
    start = _part(first)
    if start is None or not slash:
        return start
    lasting = LASTING.fullmatch(last)
    if lasting:
        return start[0], _after(start[0], int(lasting[1]), lasting[2])
    end = _part(last)
    return end and (start[0], end[1])


def lasts(period: str) -> int | None:
    """Return how many whole years a period lasts, if several."""
    covered = days(period)
    years = round((covered[1] - covered[0]).days / YEAR) if covered else 0
    return years if years > 1 else None


def _part(text: str) -> Days | None:
    found = PART.fullmatch(text)
    if found is None:
        return None
    year = int(found[1])
    month, count = 1, 12
    if found["quarter"]:
        month, count = 3 * int(found["quarter"]) - 2, 3
    elif found["half"]:
        month, count = 6 * int(found["half"]) - 5, 6
    elif found["month"]:
        month, count = int(found["month"]), 1
    try:
        start = dt.date(year, month, int(found["day"] or 1))
    except ValueError:
        return None
    return start, start if found["day"] else _after(start, count, "M")


def _after(start: dt.date, count: int, unit: str) -> dt.date:
    """Return the last day of so many units from a day on."""
    if unit in "WD":
        return start + dt.timedelta(days=count * (7 if unit == "W" else 1) - 1)
    year, month = divmod(start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1), 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, day) - dt.timedelta(days=1)


def may_be_one(one: Quantity, other: Quantity) -> bool:
    """Say whether two times share a day, or are written alike."""
    if one.text == other.text:
        return True
    mine, theirs = (each.time_period and days(each.time_period) for each in (one, other))
    return bool(mine and theirs and mine[0] <= theirs[1] and theirs[0] <= mine[1])


def time_cue(date: Quantity, anchor: Anchor, source: Source) -> str | None:
    """Return how the article speaks against a figure being of a claim's time, if it does."""
    here = times_in(anchor, source)
    agreeing = [each for each in here if may_be_one(date, each)]
    before = [each for each in here if each.start < anchor.point]
    if agreeing:
        return "time_order" if before and before[-1] not in agreeing else None
    if here:
        clash = before and before[-1].start >= clause_start(source.text, anchor.point)
        return "time_clash" if clash and not is_base(before[-1], source.text) else "time_own"
    if any(may_be_one(date, each) for each in _dates(source)):
        return "time_carried" if date.text in anchor.carried else "time_else"
    return "time_new"


def is_its_time(date: Quantity, anchor: Anchor, source: Source) -> bool:
    """Say whether the claim's time stands right before the figure of an anchor."""
    since = max(anchor.span.start, anchor.point - NEAR)
    return any(
        since <= each.start < anchor.point and may_be_one(date, each) for each in _dates(source)
    )


def times_in(anchor: Anchor, source: Source) -> list[Quantity]:
    """Return the times that the sentence of an anchor names."""
    return [each for each in _dates(source) if anchor.span.start <= each.start < anchor.span.end]


def is_base(date: Quantity, text: str) -> bool:
    """Say whether a time is only what something is compared with: 比2016年, 从2016年."""
    return text[: date.start].endswith(("比", "较", "从", "由", "自", "与", "同"))


def _dates(source: Source) -> Iterator[Quantity]:
    return (each for each in source.quantities if each.kind in CALENDAR)
