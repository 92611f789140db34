"""When two notations name one stretch of time: 2011-H1, 2011-S1, 2011-01/2011-06."""

import calendar
import datetime as dt
import re

PART = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|[SH](?P<half>[12])|W(?P<week>\d{2})"
    r"|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
)
LASTING = re.compile(r"P(\d+)([YMWD])")

Stretch = tuple[dt.date, dt.date]


def stretch(text: str) -> Stretch | None:
    """Return the first and last day of a period, or None where the notation is unknown."""
    first, slash, second = text.partition("/")
    start = _part(first)
    if start is None or not slash:
        return start
    lasting = LASTING.fullmatch(second)
    if lasting:
        return start[0], _after(start[0], int(lasting[1]), lasting[2])
    end = _part(second)
    return None if end is None else (start[0], end[1])


def same_period(left: str | None, right: str | None) -> bool:
    """Say whether both name the same days; unknown notations must be equal as written."""
    if not left or not right:
        return not left and not right
    ours, theirs = stretch(left), stretch(right)
    return left == right if ours is None or theirs is None else ours == theirs


def _part(text: str) -> Stretch | None:
    found = PART.fullmatch(text)
    if not found:
        return None
    year = int(found["year"])
    if found["week"]:
        monday = dt.date.fromisocalendar(year, int(found["week"]), 1)
        return monday, monday + dt.timedelta(days=6)
    if found["day"]:
        day = dt.date(year, int(found["month"]), int(found["day"]))
        return day, day
    return _months(year, *_range(found))


def _range(found: re.Match[str]) -> tuple[int, int]:
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, 3
    if found["half"]:
        return int(found["half"]) * 6 - 5, 6
    return (int(found["month"]), 1) if found["month"] else (1, 12)


def _months(year: int, month: int, count: int) -> Stretch:
    start = dt.date(year, month, 1)
    return start, _after(start, count, "M")


def _after(start: dt.date, count: int, unit: str) -> dt.date:
    """Return the last day of a stretch of `count` units that begins at `start`."""
    if unit in "WD":
        return start + dt.timedelta(days=count * (7 if unit == "W" else 1) - 1)
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = divmod(months, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return dt.date(year, month + 1, day) - dt.timedelta(days=1)
