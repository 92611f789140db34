"""When: 今年上半年 and the issue's date make `2018-S1`.

    2018年11月末   2018-11          一季度      2018-Q1          1—4月   2018-01-01/P4M
    去年底         2017             上半年      2018-S1          “十三五” 2016-01-01/P5Y
    4月8日         2018-04-08       1995年以来  1995-01-01/P4Y   前三季度 2018-01-01/P9M
    6月底止六个月  2018-S1          未来三年    2018-01-01/P3Y   目前 2018-05
    一、二月份     2018-01-01/P2M   今明两年    2018-01-01/P2Y   昨晚 2018-05-13

A printed period is a head (the year, printed or relative: 2018年 今年 去年) and a part of it
(11月末, 一季度), either of which may be missing; a few shapes stand outside of that. A stretch
that is no calendar unit is start and duration. 末 底 初 中旬 are kept only as the month or year
they belong to. What needs the issue's date and has none is None: nothing is guessed.

The shapes are tables of the lexicon (`periods.toml`), what each means is told in `readers`, days
and feasts by name in `days`; `phrases` takes off what a writer puts around a time (截至…底,
由…至…), `anchors` asks the sentence which year is meant. `scanned` writes all shapes as one
expression, for the quantities room to scan folded text with.
"""

import datetime as dt
import re
from functools import cache, lru_cache

from summarizer.lexicon import pattern, source, table, word_set
from summarizer.periods.days import is_day_by_name as is_day_by_name
from summarizer.periods.days import read_day
from summarizer.periods.phrases import read_phrase
from summarizer.periods.readers import (
    READERS,
    RELATIVE,
    UNANCHORED,
    Reader,
    stretch,
    until,
    year_of,
)
from summarizer.text import fold

NOW = word_set("days.now")
"""Words for the day of the paper."""

STOPPED = source("periods.stopped")
"""What behind the day on which an account ends tells how many months it has."""

QUOTES = '“”「」『』"'
LEFT_OUT = {ord(sign): None for sign in f"{QUOTES}‘’' \n\r\t"}
MOST_WRAPPED = 3
MONTH = re.compile(r"(\d{4})-(\d\d)")
GROUP = re.compile(r"(?<!\\)\((?!\?)")
ENDS_OF_PARTS = 2
"""The last two parts of a year, a month of last year's and the year itself, need their year."""

Shapes = tuple[tuple[re.Pattern[str], Reader], ...]


@cache
def _shapes(name: str) -> Shapes:
    """Return the shapes of a table of the lexicon, each with what reads it."""
    return tuple((re.compile(row["pattern"]), READERS[row["reads"]]) for row in table(name))


def _written(name: str) -> tuple[str, ...]:
    return tuple(row["pattern"] for row in table(name))


@cache
def _head() -> re.Pattern[str]:
    """Compile the year that a time may begin with: 2018年, 今年."""
    return re.compile("|".join((source("periods.years"), *RELATIVE, *UNANCHORED)))


@lru_cache(maxsize=8192)
def resolve_period(text: str, date: dt.date | None = None) -> str | None:
    """Return the SDMX form of a period as printed; `date` is the issue's, to anchor 今年."""
    plain = pattern("periods.first_month").sub("1", fold(text).translate(LEFT_OUT))
    plain = pattern("periods.of_it").sub("", plain)
    plain = pattern("periods.unnamed").sub(_with_year, plain)
    if not plain:
        return None
    return _resolve(plain, date) or _resolve_phrase(plain, date, MOST_WRAPPED)


def _with_year(part: re.Match[str]) -> str:
    """Write 2018Q1 and 2018上半年 as they are printed in full."""
    letters = {"Q": f"{part['number']}季度", "H": "上半年" if part["number"] == "1" else "下半年"}
    return f"{part['year']}年{letters.get(part['letter'] or '', '')}"


def held_period(text: str, date: dt.date | None = None) -> str | None:
    """Return the period a figure holds for: as printed, but for 年底 the year's last month.

    A mention of 2017年底 names the year; a stock of that day must not pass for that of the year.
    """
    period = resolve_period(text, date)
    year_end = period and pattern("periods.year_end").search(fold(text)) and period.isdigit()
    return f"{period}-12" if year_end else period


def accrued_period(text: str, date: dt.date | None = None) -> str | None:
    """Return the time over which a flow has run: 截至6月底 begins with the year."""
    period = resolve_period(text, date)
    month = period and MONTH.fullmatch(period)
    if not month or not pattern("periods.up_to").match(fold(text)):
        return period
    return stretch(int(month[1]), 1, int(month[2]))


def _resolve(text: str, date: dt.date | None) -> str | None:
    try:
        if text in NOW or text in word_set("days.lately"):
            return f"{date:%Y-%m}" if date else None
        for shape, read in (*_shapes("periods.alone"), *_shapes("periods.whole")):
            if found := shape.fullmatch(text):
                return read(found.groups(), None, date)
        return _head_and_part(text, date) or (read_day(text, date) if date else None)
    except ValueError:  # no such day, or no date to anchor it
        return None


def _head_and_part(text: str, date: dt.date | None) -> str | None:
    head = _head().match(text)
    year = year_of(head[0], date) if head else None
    if head and year is None:
        return None
    rest = text[head.end() :] if head else text
    since = rest.endswith("以来")
    rest = rest.removesuffix("以来")
    for shape, read in (*_shapes("periods.part"), *_shapes("periods.account")):
        if found := shape.fullmatch(rest):
            period = read(found.groups(), year, date)
            return until(period, date) if since and period else period
    return read_day(rest, date, year) if head and date else None


def _resolve_phrase(text: str, date: dt.date | None, depth: int) -> str | None:
    """Take the wrapping off a phrase, as often as there is some."""

    def read(inner: str) -> str | None:
        return _resolve(inner, date) or (_resolve_phrase(inner, date, depth - 1) if depth else None)

    return read_phrase(text, read, date)


def _without_year() -> str:
    parts = "|".join(_written("periods.part")[:-ENDS_OF_PARTS])
    return parts + "|" + source("periods.floating_end")


@cache
def floating() -> re.Pattern[str]:
    """Compile a part of a year that does not say of which."""
    return re.compile(f"(?:{_without_year()})(?:以来)?")


@cache
def scanned() -> str:
    """Write all shapes for a scan: what begins with a year is tried only where one may stand."""
    year, head = source("periods.year"), _head().pattern
    wholes = _written("periods.whole")
    of_a_year = [shape for shape in wholes if shape.removeprefix("(").startswith(f"(?:{year})")]
    others = [shape for shape in wholes if shape not in of_a_year]
    full = "|".join((*_written("periods.stretch"), *of_a_year))
    parts = "|".join(_written("periods.part"))
    shapes = (
        rf"(?=[12一二][\d〇零○一-九])(?:{full})",
        *others,
        f"(?:{head})(?:{parts})(?:以来)?",
        f"(?:{_without_year()})(?:以来)?",
    )
    return GROUP.sub("(?:", "|".join(shapes))
