"""Days, weeks and feasts by name, seen from the day of the paper.

    昨晚  上周  本周五  上周末  “五一”黄金周  春节假期

A feast that keeps its date is told by its month; the days off around the lunar new year differ from
year to year and are listed.
"""

import datetime as dt
import re
from functools import cache

from summarizer.lexicon import source, table, word_set
from summarizer.periods.readers import SHIFT, anchored
from summarizer.periods.spans import ONE_DAY, named

WEEKDAYS = "一二三四五六日天末"
NAMED, SPRING_NAMES = source("days.weekdays"), source("festivals.spring")
OVER, TIMES = source("festivals.over"), source("festivals.times")
WEEK = re.compile(
    rf"(?P<which>上上|下下|[上本下这今]|前一)?(?:个|一)?(?:{NAMED})(?P<day>[{WEEKDAYS}])?"
)
SUNDAY, WEEKEND = 6, len(WEEKDAYS) - 1
SPRING = re.compile(rf"(?:{SPRING_NAMES})(?P<over>{OVER})?(?P<off>{TIMES})?")


def read_day(text: str, date: dt.date, year: int | None = None) -> str | None:
    """Return a day, a week or a feast of the year of `date`, as far as the name is one."""
    if text in _shifts():
        return (date + _shifts()[text] * ONE_DAY).isoformat()
    if week := WEEK.fullmatch(text):
        return _week(week, date)
    if spring := SPRING.fullmatch(text):
        return _spring(spring, date, year or date.year)
    return _feast(text, date, year)


def is_day_by_name(text: str) -> bool:
    """Say whether a word is a day by its name, or a week: 昨日, 周三, 上周."""
    return text in _shifts() or (len(text) > 1 and WEEK.fullmatch(text) is not None)


@cache
def _shifts() -> dict[str, int]:
    return {name: int(row["shift"]) for row in table("days.day") for name in row["names"].split()}


def _week(week: re.Match[str], date: dt.date) -> str | None:
    """Read 上周, 本周五, and 周五 as the last one that the paper can tell of."""
    which, day = week["which"], WEEKDAYS.find(week["day"] or " ")
    monday = date + (7 * SHIFT.get(which or "", 0) - date.weekday()) * ONE_DAY
    if day < 0:
        return named(monday, monday + SUNDAY * ONE_DAY) if which else None
    if day == WEEKEND:
        sunday = monday + (SUNDAY if which or date.weekday() == SUNDAY else -1) * ONE_DAY
        return named(sunday - ONE_DAY, sunday)
    told = monday + min(day, SUNDAY) * ONE_DAY
    if which is None and told > date:
        told -= 7 * ONE_DAY
    return told.isoformat()


def _spring(spring: re.Match[str], date: dt.date, year: int) -> str | None:
    """Return the days off around the lunar new year; what is over is the month it was in."""
    row = _days_off().get(year)
    if row is None:
        return None
    first, days = row
    if spring["over"]:
        return f"{date:%Y-%m}"
    return named(first, first + (days - 1) * ONE_DAY)


@cache
def _days_off() -> dict[int, tuple[dt.date, int]]:
    return {
        int(row["year"]): (dt.date.fromisoformat(f"{row['year']}-{row['first']}"), int(row["days"]))
        for row in table("festivals.days_off")
    }


def _feast(text: str, date: dt.date, year: int | None) -> str | None:
    months = feasts()
    names = (text.removesuffix(time) for time in word_set("festivals.times") | {""})
    name = next((name for name in names if name in months or name in _moving()), "")
    if told := _moving().get(name):
        return told.get(year or date.year)
    month = months.get(name)
    return f"{anchored(year, month, date)}-{month:02}" if month else None


@cache
def _moving() -> dict[str, dict[int, str]]:
    """Map a feast of the lunar calendar to its month in each year."""
    return {
        row["name"]: {
            int(year): f"{year}-{int(month):02}"
            for year, month in (each.split(":") for each in row["months"].split())
        }
        for row in table("festivals.moving")
    }


@cache
def feasts() -> dict[str, int]:
    """Map the feasts that keep their date to their month."""
    return {
        name: int(row["month"]) for row in table("festivals.month") for name in row["names"].split()
    }
