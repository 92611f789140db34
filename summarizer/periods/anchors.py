"""Which year a time means that names none: the sentence tells, seen from the paper's day.

1月12日的报纸   年底存款96亿元            2016  what has not ended yet was a year ago,
预计全年增长5%            2017  unless it is still to come
11月20日的报纸  将于1月1日起执行          2018  what is to come and is long over comes again
1月3日的报纸    30日，大桥通车            2016-12-30    (so does `readers` with a day alone)
"""

import calendar
import datetime as dt
import re
from functools import lru_cache

from summarizer.lexicon import pattern
from summarizer.periods import FLOATING, resolve_period
from summarizer.periods.readers import SPRING
from summarizer.periods.spans import Days, days_of

CLAUSE = re.compile("[。；;！!？?\n]")
DAY_ALONE = re.compile(r"\d{1,2}日?(?:[至到~—–-]\d{1,2})?日|[一二三四五六七八九十廿]{1,3}日")
BEHIND, AHEAD = 16, 24
SEASON, MOST_OF_A_YEAR = dt.timedelta(days=80), dt.timedelta(days=270)
LONG_AGO = dt.timedelta(days=150)


def resolve_at(text: str, start: int, end: int, date: dt.date | None) -> str | None:
    """Return the SDMX form of the period that stands in folded `text` from `start` to `end`."""
    printed = text[start:end]
    if date is None:
        return resolve_period(printed, date)
    if DAY_ALONE.fullmatch(printed):
        comes = pattern("days.begins").match(text, end) or _comes(text, start, end)
        return resolve_period(printed, _month_end(date) if comes else date)
    period = resolve_period(printed, date)
    days = days_of(period) if period and _floats(printed) else None
    if days is None:
        return period
    if date.month <= SPRING and _has_not_ended(days, date) and not _comes(text, start, end):
        return resolve_period(printed, dt.date(date.year - 1, 12, 31))
    if days[1] < date - LONG_AGO and _comes(text, start, end):
        return resolve_period(printed, dt.date(date.year + 1, 1, 1))
    return period


def _has_not_ended(days: Days, date: dt.date) -> bool:
    """Say whether a quarter or more is still to come, or a year still runs."""
    length = days[1] - days[0]
    return days[1] > date and (length > MOST_OF_A_YEAR or (length > SEASON and days[0] > date))


@lru_cache(maxsize=4096)
def _floats(printed: str) -> bool:
    """Say whether it is a part of a year that does not tell which; the beginning has gone by."""
    return FLOATING.fullmatch(printed) is not None and not printed.endswith("初")


def _comes(text: str, start: int, end: int) -> bool:
    """Say whether its sentence tells of what is still to come."""
    ahead = CLAUSE.split(text[max(0, start - AHEAD) : start])[-1]
    behind = CLAUSE.split(text[end : end + BEHIND])[0]
    return (
        pattern("days.to_come").search(ahead) is not None
        or pattern("days.to_come").search(behind) is not None
        or pattern("days.to_come_then").match(behind) is not None
    )


def _month_end(date: dt.date) -> dt.date:
    return dt.date(date.year, date.month, calendar.monthrange(date.year, date.month)[1])
