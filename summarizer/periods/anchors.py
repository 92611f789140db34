"""Which year a time means that names none: the sentence tells, seen from the paper's day.

5月份销售额8亿元，比上月增长2%         April, whenever it is told
2010年建成，次年3月投产                2011-03

1月12日的报纸   年底存款96亿元            2016  what has not ended yet was a year ago,
预计全年增长5%            2017  unless it is still to come
11月20日的报纸  将于1月1日起执行          2018  what is to come and is long over comes again
1月3日的报纸    30日，大桥通车            2016-12-30    (so does `readers` with a day alone)
"""

import calendar
import datetime as dt
import re
from functools import cache, lru_cache

from summarizer.lexicon import pattern, word_set
from summarizer.periods import floating, resolve_period, scanned
from summarizer.periods.readers import SPRING
from summarizer.periods.spans import Days, days_of

CLAUSE = re.compile("[。；;！!？?\n]")
BEHIND, AHEAD, SENTENCE = 16, 24, 48
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FORMS = {
    "year": re.compile(r"\d{4}(?:-[QS]\d|/P\d|-\d\d)?"),
    "month": re.compile(r"\d{4}-\d\d$"),
    "quarter": re.compile(r"\d{4}-Q\d$"),
}
"""What a time must be for another to be reckoned from it without a word that compares."""

SEASON, MOST_OF_A_YEAR = dt.timedelta(days=80), dt.timedelta(days=270)
LONG_AGO, NEARLY_A_YEAR = dt.timedelta(days=150), dt.timedelta(days=300)


def resolve_at(text: str, start: int, end: int, date: dt.date | None) -> str | None:
    """Return the SDMX form of the period that stands in folded `text` from `start` to `end`."""
    printed = text[start:end]
    if told := _from_another(text, start, end, date):
        return told
    if date and pattern("days.alone").fullmatch(printed):
        comes = pattern("days.begins").match(text, end) or _comes(text, start, end)
        return resolve_period(printed, _month_end(date) if comes else date)
    period = resolve_period(printed, date)
    days = days_of(period) if period and date and _floats(printed) else None
    return resolve_period(printed, _year_meant(text, start, end, days, date)) if days else period


def _year_meant(
    text: str, start: int, end: int, days: Days, date: dt.date | None
) -> dt.date | None:
    """Return a day of the year that a part of a year is of, as its sentence tells of it."""
    if date is None:
        return None
    comes = _comes(text, start, end)
    if date.month <= SPRING and _has_not_ended(days, date) and not comes:
        return dt.date(date.year - 1, 12, 31)
    begins = days[1] < date - NEARLY_A_YEAR and pattern("days.begins").match(text, end)
    if begins or (days[1] < date - LONG_AGO and comes):
        return dt.date(date.year + 1, 1, 1)
    return date


def _from_another(text: str, start: int, end: int, date: dt.date | None) -> str | None:
    """Return 上月, 上年 and 次年 as seen from the time that their sentence has told before."""
    found = pattern("days.from_another").match(text, start, end)
    if not found:
        return None
    lead = CLAUSE.split(text[max(0, start - SENTENCE) : start])[-1]
    anchor = _last_time(lead, date)
    if anchor is None or not (
        FORMS[found.lastgroup or ""].match(anchor) or _compared(lead, anchor)
    ):
        return None
    return _moved(found, anchor, text[found.end() : end])


def _compared(lead: str, anchor: str) -> bool:
    """Say whether a day's figure is compared with that of the time before."""
    return bool(DAY.fullmatch(anchor) and pattern("days.compared").search(lead))


def _last_time(lead: str, date: dt.date | None) -> str | None:
    """Return the last time that the words before tell."""
    last = None
    for found in _times().finditer(lead):
        last = resolve_period(found[0], date) or last
    return last


@cache
def _times() -> re.Pattern[str]:
    return re.compile(scanned())


def _moved(found: re.Match[str], anchor: str, rest: str) -> str | None:
    """Return the time before, in or after the anchor; 当年12月 is a part of it."""
    days = days_of(anchor)
    if days is None:
        return None
    begins = found[0].startswith
    step = -any(map(begins, word_set("days.back"))) + any(map(begins, word_set("days.on")))
    at = days[0] if step < 0 else days[1]
    if found["year"]:
        return resolve_period(f"{at.year + step}年{rest}")
    if found["month"]:
        months = at.year * 12 + at.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    quarters = at.year * 4 + (at.month - 1) // 3 + step
    return f"{quarters // 4}-Q{quarters % 4 + 1}"


def _has_not_ended(days: Days, date: dt.date) -> bool:
    """Say whether a quarter or more is still to come, or a year still runs."""
    length = days[1] - days[0]
    return days[1] > date and (length > MOST_OF_A_YEAR or (length > SEASON and days[0] > date))


@lru_cache(maxsize=4096)
def _floats(printed: str) -> bool:
    """Say whether it is a part of a year that does not tell which; the beginning has gone by."""
    return floating().fullmatch(printed) is not None and not printed.endswith("初")


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
