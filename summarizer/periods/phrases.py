"""A phrase of time as a writer puts it: what leads to the time, what follows it, and two ends.

    截至 去年底      由 7月3日 至 今日 凌晨      今天（5月13日）     从2011年到2016年 的6年间
    ──── ─────      ── ─────    ──── ────      ────  ──────      ────────────── ──────
    leads  time        from       to  hour       the exact one          ends       told

`read_phrase` takes the words away until the time itself is left, which is for its caller to read.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache

from summarizer.lexicon import pattern, source, word_list
from summarizer.periods.days import feasts
from summarizer.periods.spans import days_of, named

BRACKETED = re.compile(r"(.[^(]*)\(([^)]+)\)(.*)")
UP_TO_NOW = source("days.up_to_now")
FEAST_TIMES = source("festivals.times")
FROM = re.compile(rf"(.+?)(?:{UP_TO_NOW})")
HOURS = ("days.hours_of_a_day", "days.hours_of_today", "days.whole_day")
MOST_ENDS = 4
SHORTEST = 2

Reader = Callable[[str], str | None]


@cache
def _feast() -> re.Pattern[str]:
    """Compile a feast that is named behind its day: 10月1日国庆节."""
    return re.compile(rf"(?<=[日号])的?(?:{'|'.join(feasts())})(?:{FEAST_TIMES})?$")


def read_phrase(text: str, read: Reader, date: dt.date | None) -> str | None:
    """Return what `read` makes of a phrase once its wrapping is off; None if nothing does."""
    for inner in _unwrapped(text):
        if len(inner) >= SHORTEST and (period := read(inner)):
            return period
    return _since(text, read, date) or _between(text, read)


def _unwrapped(text: str) -> Iterator[str]:
    """Yield the phrase without what is told in brackets or behind it, and what leads to it."""
    if bracket := BRACKETED.fullmatch(text):
        outside, inside, rest = bracket.groups()
        yield from (inside, outside + rest)
    told = pattern("days.years_told").search(text)
    if told and pattern("days.ends").search(text, 0, told.start()):
        yield text[: told.start()]
    yield from (text[len(word) :] for word in LEADING if text.startswith(word))
    for hours in HOURS:
        if hour := pattern(hours).search(text):
            yield text[: hour.start()]
    yield from (text[: -len(word)] for word in FOLLOWING if text.endswith(word))
    if feast := _feast().search(text):
        yield text[: feast.start()]


def _since(text: str, read: Reader, date: dt.date | None) -> str | None:
    """Return the stretch from a time up to the paper: 6月9日至今, “十三五”以来."""
    begun = FROM.fullmatch(text)
    period = read(begun[1]) if begun and date else None
    first = days_of(period) if period else None
    if not first or not date:
        return None
    return _up_to(first[0], first[1], date)


def _up_to(first: dt.date, last: dt.date, date: dt.date) -> str | None:
    """Return the stretch in the steps in which its beginning was told: years, months or days."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return named(first, date.replace(month=12, day=31))
    if first.day == 1 and first != last:
        end = days_of(f"{date:%Y-%m}")
        return named(first, end[1]) if end else None
    return named(first, date)


def _between(text: str, read: Reader) -> str | None:
    """Return the stretch between two times; the second has the year of the first if it has none."""
    for joint in list(pattern("days.ends").finditer(text))[:MOST_ENDS]:
        begun = read(text[: joint.start()])
        first = days_of(begun) if begun else None
        if first is None:
            continue
        end = pattern("days.next_year").sub(f"{first[0].year + 1}年", text[joint.end() :])
        year = pattern("days.in_year").match(text)
        ended = (read(year[0] + end) if year else None) or read(end)
        last = days_of(ended) if ended else None
        if last is not None and last[1] > first[0]:
            return named(first[0], last[1])
    return None


LEADING = tuple(sorted(word_list("days.leading"), key=len, reverse=True))
FOLLOWING = tuple(sorted(word_list("days.following"), key=len, reverse=True))
