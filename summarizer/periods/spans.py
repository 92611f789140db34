"""Days and the shortest SDMX name of a stretch of them.

2018-Q1  ◄──►  1 January … 31 March 2018        2018-03-05/P3D  ◄──►  5 … 7 March 2018
"""

import calendar
import datetime as dt
import re

FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|S(?P<half>[12])|(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"(?:/P(?P<count>\d+)(?P<step>[DMY]))?))?"
)
ONE_DAY = dt.timedelta(days=1)

Days = tuple[dt.date, dt.date]


def days_of(period: str) -> Days | None:
    """Return the first and the last day of a period in its SDMX form."""
    found = FORM.fullmatch(period)
    if not found:
        return None
    if found["day"]:
        return _of_days(found)
    year = int(found["year"])
    if found["quarter"]:
        return _months(year, 3 * int(found["quarter"]) - 2, 3)
    if found["half"]:
        return _months(year, 6 * int(found["half"]) - 5, 6)
    return _months(year, int(found["month"]), 1) if found["month"] else _months(year, 1, 12)


def _of_days(found: re.Match[str]) -> Days:
    count = int(found["count"] or 1)
    first = dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    if found["step"] in ("M", "Y"):
        months = count * (12 if found["step"] == "Y" else 1)
        return first, _later(first, months) - ONE_DAY
    return first, first + dt.timedelta(days=count - 1)


def named(first: dt.date, last: dt.date) -> str | None:
    """Return the shortest name of the days from the first to the last; None if none lie there."""
    if last < first:
        return None
    after = last + ONE_DAY
    if first.day == after.day == 1:
        return _of_months(first, (after.year - first.year) * 12 + after.month - first.month)
    count = (last - first).days + 1
    return first.isoformat() if count == 1 else f"{first}/P{count}D"


def _of_months(first: dt.date, months: int) -> str:
    years, rest = divmod(months, 12)
    if first.month == 1 and not rest:
        return f"{first.year:04}" if years == 1 else f"{first}/P{years}Y"
    if months == 1:
        return f"{first:%Y-%m}"
    return f"{first}/P{months}M"


def _months(year: int, month: int, count: int) -> Days:
    first = dt.date(year, month, 1)
    return first, _later(first, count) - ONE_DAY


def _later(first: dt.date, months: int) -> dt.date:
    """Return the same day so many months on, or the last of that month."""
    at = first.year * 12 + first.month - 1 + months
    year, month = at // 12, at % 12 + 1
    return dt.date(year, month, min(first.day, calendar.monthrange(year, month)[1]))
