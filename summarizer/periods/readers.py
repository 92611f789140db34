"""What each printed shape of a period means: the groups of its match, its year, the issue's date.

    前4月    ("4",)   2018 ── read_first_months ──►  2018-01-01/P4M
    二季度   ("二",)  None ── read_quarter ───────►  2018-Q2, by the date

A reader returns the SDMX form, or None where only the issue's date could tell and there is none;
it raises ValueError where there is no such day.
"""

import datetime as dt
from collections.abc import Sequence

from summarizer.numerals import parse_numeral

RELATIVE = {
    "今年": 0, "本年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "前一年": -1,
    "明年": 1, "下一年": 1, "后年": 2,
}  # fmt: skip
UNANCHORED = ("当年", "同年", "次年", "翌年", "往年", "历年")
ACCOUNTS = {"半": 6, "中": 6, "全": 12, "年": 12}
"""Months of a firm's account by the first character of its name; a quarter has three."""
CENTURY = 2000
FOUNDED, YEAR_OF_PRINT = 1911, 200
"""Taiwan counts its years from 1912; no paper is as old as year 200 of ours."""
SPRING, AUTUMN = 3, 10
LATE = 9
"""A month so far ahead of the issue's is that of the year before: 12月 in an issue of January."""

Groups = Sequence[str | None]


def year_of(head: str, date: dt.date | None) -> int | None:
    """Return the year that a head names: 2018年, 去年; None where the date is not known."""
    if head in RELATIVE:
        return date.year + RELATIVE[head] if date else None
    if head in UNANCHORED:
        return None
    year = to_number(head.removeprefix("民国").removesuffix("年"))
    if head.startswith("0"):
        return CENTURY + year
    return year + FOUNDED if year < YEAR_OF_PRINT else year


def to_number(numeral: str | None) -> int:
    """Return the whole number of a numeral, Chinese or not."""
    return int(parse_numeral(numeral or ""))


def anchored(year: int | None, month: int, date: dt.date | None) -> int:
    """Return the year of a month; raises ValueError where there is no date to tell it by."""
    if year:
        return year
    if not date:
        raise ValueError("no date to anchor the period")
    return date.year - (month - date.month >= LATE)


def until(period: str, date: dt.date | None) -> str | None:
    """Return the stretch from the beginning of `period` up to the issue, in its own steps."""
    if not date:
        return None
    year, _, rest = period.partition("-")
    if not rest:
        years = date.year - int(year) + 1
        return period if years == 1 else f"{year}-01-01/P{years}Y"
    if rest.isdigit():
        months = (date.year - int(year)) * 12 + date.month - int(rest) + 1
        return stretch(int(year), int(rest), months)
    return period


def read_since(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the months up to the issue: 2015年至今, 2015年3月到现在."""
    del year
    first = to_number(groups[0]), to_number(groups[1]) if groups[1] else 1
    months = (date.year - first[0]) * 12 + date.month - first[1] + 1 if date else 0
    return stretch(*first, months) if months > 0 else None


def stretch(year: int, month: int, months: int) -> str:
    """Return a stretch of months by its shortest name."""
    if months == 1:
        return f"{year:04}-{month:02}"
    if months == 12 and month == 1:  # noqa: PLR2004 - a year has twelve months
        return f"{year:04}"
    return f"{year:04}-{month:02}-01/P{months}M"


def read_months(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 1—4月."""
    first, last = (to_number(group) for group in groups)
    year = anchored(year, max(last, first), date)
    return stretch(year, first, (last - first) % 12 + 1)


def read_days(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 4月8日, 4月8日至10日 and 4月8—10日."""
    month, day = to_number(groups[0]), to_number(groups[1])
    year = anchored(year, month, date)
    first = dt.date(year, month, day)
    end = groups[3] or groups[4]
    if not end:
        return first.isoformat()
    last = dt.date(year, to_number(groups[2]) if groups[2] else month, to_number(end))
    return f"{first}/P{(last - first).days + 1}D" if last > first else None


def read_month(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 11月末."""
    month = to_number(groups[0])
    year = anchored(year, month, date)
    return f"{year:04}-{month:02}"


def read_first_months(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 前4月."""
    count = to_number(groups[0])
    year = anchored(year, count, date)
    return stretch(year, 1, count) if count <= 12 else None  # noqa: PLR2004 - no such month


def read_first_quarters(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 前三季度."""
    count = to_number(groups[0])
    year = anchored(year, count * 3, date)
    return f"{year:04}-Q1" if count == 1 else stretch(year, 1, count * 3)


def read_quarters(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 二、三季度."""
    first, last = (to_number(group) for group in groups)
    year = anchored(year, last * 3, date)
    return stretch(year, first * 3 - 2, (last - first + 1) * 3)


def read_quarter(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 一季度, 首季."""
    quarter = to_number(next(filter(None, groups), "1"))
    year = anchored(year, quarter * 3, date)
    return f"{year:04}-Q{quarter}"


def read_half(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 上半年."""
    half = 1 if groups[0] == "上" else 2
    year = anchored(year, half * 6, date)
    return f"{year:04}-S{half}"


def read_whole(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 全年, 年底 and a year alone."""
    del groups
    return f"{anchored(year, 1, date):04}"


def read_nothing(groups: Groups, year: int | None, date: dt.date | None) -> None:
    """去年同期 is as long as what it is compared with, 2023财年 begins when a firm says."""
    del groups, year, date


def read_this_month(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 本月, 上月."""
    del year
    if not date:
        return None
    months = date.year * 12 + date.month - 1 + {"上": -1, "下": 1}.get(groups[0] or "", 0)
    day = f"-{to_number(groups[1]):02}" if groups[1] else ""
    return f"{months // 12:04}-{months % 12 + 1:02}{day}"


def read_days_of_month(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 23日至24日."""
    del year
    if not date:
        return None
    first = date.replace(day=to_number(groups[0]))
    last = date.replace(day=to_number(groups[1])) if groups[1] else first
    return f"{first}/P{(last - first).days + 1}D" if last > first else first.isoformat()


def read_iso(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Read 2018-05-14."""
    del year, date
    return dt.date(*(to_number(group) for group in groups)).isoformat()


def read_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 2016-2020年."""
    del year, date
    first, last = (to_number(group) for group in groups)
    if last < 100:  # noqa: PLR2004 - 2017-18
        last += first // 100 * 100
    return f"{first}-01-01/P{last - first + 1}Y" if last > first else None


def read_months_of_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 2018年11月至2019年3月."""
    del date
    year, first = to_number(groups[0]), to_number(groups[1])
    later = to_number(groups[2]) if groups[2] else year + 1
    months = (later - year) * 12 + to_number(groups[3]) - first + 1
    return stretch(year, first, months) if months > 0 else None


def read_decade(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 20世纪90年代."""
    del year
    century, decade = groups[0], to_number(groups[1])
    if decade > 100:  # noqa: PLR2004 - 1990年代
        return f"{decade}-01-01/P10Y"
    if century == "本" or (not century and not date):
        base = 2000 if century else 1900 if decade >= 30 else None  # noqa: PLR2004
    elif century:
        base = 1800 if "19" in century or "十九" in century else 1900
    else:
        assert date is not None
        base = date.year // 100 * 100 - (0 if date.year % 100 >= decade else 100)
    return f"{base + decade}-01-01/P10Y" if base is not None else None


def read_century(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Read 19世纪."""
    del year, date
    return f"{to_number(groups[0]) * 100 - 99:04}-01-01/P100Y"


def read_coming(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the years to come; a paper of the last quarter does not count its own among them."""
    del year
    if not date:
        return None
    return f"{date.year + (date.month >= AUTUMN)}-01-01/P{to_number(groups[0])}Y"


def read_gone(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the years gone by, as far as a paper of the first quarter tells which they are."""
    del year
    count = to_number(next(filter(None, groups), None))
    if not date or date.month > SPRING:
        return None
    return f"{date.year - count}-01-01/P{count}Y"


def read_ending(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the months of a firm's account that end with this one: 6月30日止六个月."""
    last = to_number(groups[0])
    year = anchored(year, last, date)
    count = to_number(groups[1]) if groups[1] else ACCOUNTS.get((groups[2] or "")[0], 3)
    first = year * 12 + last - count
    return stretch(first // 12, first % 12 + 1, count)


def read_plan(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Return the years of a five-year plan: the sixth began in 1981."""
    del year, date
    ordinal = to_number((groups[0] or "")[:-1].removesuffix("个"))
    return f"{1981 + 5 * (ordinal - 6)}-01-01/P5Y"


def read_end_of_plan(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Return the first or the last year of a five-year plan: “十五”末."""
    first = int(read_plan(groups[:1], year, date)[:4])
    return str(first if groups[1] == "初" else first + 4)
