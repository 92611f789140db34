"""What each printed shape of a period means: the groups of its match, its year, the issue's date.

    前4月    ("4",)   2018 ── read_first_months ──►  2018-01-01/P4M
    二季度   ("二",)  None ── read_quarter ───────►  2018-Q2, by the date

A reader returns the SDMX form, or None where only the issue's date could tell and there is none;
it raises ValueError where there is no such day.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Sequence

from summarizer.lexicon import pattern, table, word_list
from summarizer.numerals import parse_numeral
from summarizer.periods.spans import days_of, named

RELATIVE = {name: int(row["shift"]) for row in table("days.year") for name in row["names"].split()}
UNANCHORED = word_list("days.years_from_elsewhere")
ACCOUNTS = {"半": 6, "中": 6, "全": 12, "年": 12}
"""Months of a firm's account by the first character of its name; a quarter has three."""
SHIFT = {"上": -1, "前一": -1, "上上": -2, "下": 1, "下下": 2}
LAST_OF_PLAN = ("末", "收")
HALF_A_YEAR = 6
BUDGET, SCHOOL = 4, 9
"""The months in which Hong Kong's account begins, and a school year."""

CENTURY = 2000
FOUNDED, YEAR_OF_PRINT, SHORT_YEAR, AHEAD = 1911, 200, 100, 10
"""Taiwan counts its years from 1912; no paper is as old as year 200 of ours."""
SPRING, AUTUMN = 3, 10
LATE = 9
"""A month so far ahead of the issue's is that of the year before: 12月 in an issue of January."""

Groups = Sequence[str | None]
Reader = Callable[[Groups, int | None, dt.date | None], str | None]


def year_of(head: str, date: dt.date | None) -> int | None:
    """Return the year that a head names: 2018年, 去年; None where the date is not known."""
    if head in RELATIVE:
        return date.year + RELATIVE[head] if date else None
    if head in UNANCHORED:
        return None
    year = to_number(head.removeprefix("民国").removesuffix("年"))
    if year < SHORT_YEAR and not head.startswith("民国"):
        return _of_century(year, date)
    return year + FOUNDED if year < YEAR_OF_PRINT else year


def _of_century(year: int, date: dt.date | None) -> int:
    """Return 1997 for 97 and 2016 for 16: no paper tells of a year far ahead."""
    now = date.year if date else CENTURY + SHORT_YEAR // 2
    return CENTURY + year if CENTURY + year <= now + AHEAD else CENTURY - SHORT_YEAR + year


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
    days = days_of(period)
    return named(days[0], date) if days and days[0] == days[1] else period


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
    half = 1 if groups[0] in ("上", "前") else 2
    year = anchored(year, half * 6, date)
    return f"{year:04}-S{half}"


def read_list_of_months(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 10、11、12月份, where none is left out."""
    months = [to_number(month) for month in pattern("joining.listed").split(groups[0] or "")]
    if not _in_a_row(months):
        return None
    return stretch(anchored(year, months[-1], date), months[0], len(months))


def read_list_of_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 2020、2021、2022三年, where none is left out."""
    del year
    years = [
        to_number(number) for number in pattern("numerals.year_number").findall(groups[0] or "")
    ]
    if years[-1] < SHORT_YEAR:
        years = [_of_century(short, date) for short in years]
    return f"{years[0]}-01-01/P{len(years)}Y" if _in_a_row(years) else None


def _in_a_row(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def read_neighbouring_days(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 今明两天."""
    del year
    if not date:
        return None
    begin = date + dt.timedelta(days=RELATIVE[(groups[0] or "")[:1].replace("昨", "去") + "年"])
    return f"{begin}/P2D"


def read_short_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 94至96年."""
    first, last = (_of_century(to_number(group), date) for group in groups)
    return read_years((str(first), str(last)), year, date)


def read_spelled_year(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Read 一千九百九十七年 and 两千年; raises ValueError where it is no year of ours."""
    del year, date
    number = to_number(groups[0])
    return f"{dt.date(number, 1, 1):%Y}"


def read_neighbouring(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 今明两年."""
    del year
    if not date:
        return None
    names = groups[0] or ""
    begin = date.year + RELATIVE[names[:1] + "年"]
    return f"{begin}-01-01/P{len(names)}Y"


def read_account_year(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 2023至24年度, the budget's from April, and 2024/25学年, the school's from September.

    A longer stretch is one of calendar years.
    """
    first, last = to_number(groups[0]), to_number(groups[1])
    if last % SHORT_YEAR != (first + 1) % SHORT_YEAR:
        return read_years(groups[:2], year, date)
    if (groups[2] or "").startswith("赛"):
        return None
    return f"{first}-{SCHOOL if (groups[2] or '').startswith('学') else BUDGET:02}-01/P1Y"


def read_fiscal(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Read 2011财年, which is named by the year that most of it lies in."""
    del year, date
    return f"{to_number(groups[0])}"


def read_this_fiscal(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 本财年, 上财年."""
    del year
    return f"{date.year + SHIFT.get(groups[0] or '', 0)}" if date else None


def read_year_gone(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 刚刚过去的一年."""
    del groups, year
    return f"{date.year - 1}" if date else None


def read_first_half(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Read 2018年半年度, 中期."""
    del groups
    return f"{anchored(year, HALF_A_YEAR, date):04}-S1"


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
    months = date.year * 12 + date.month - 1 + SHIFT.get(groups[0] or "", 0)
    day = f"-{to_number(groups[1]):02}" if groups[1] else ""
    return f"{months // 12:04}-{months % 12 + 1:02}{day}"


def read_this_quarter(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 本季度, 上季度."""
    del year
    if not date:
        return None
    quarter = date.year * 4 + (date.month - 1) // 3 + SHIFT.get(groups[0] or "", 0)
    return f"{quarter // 4:04}-Q{quarter % 4 + 1}"


def read_this_half(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 上半月, of the paper's month."""
    del year
    if not date:
        return None
    if groups[0] == "上":
        return f"{date:%Y-%m}-01/P15D"
    first = date.replace(day=16)
    return f"{first}/P{calendar.monthrange(date.year, date.month)[1] - 15}D"


def read_days_of_month(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 23日至24日; a day that this month has not seen yet was in the month before."""
    del year
    if not date:
        return None
    day, end = to_number(groups[0]), to_number(groups[1]) if groups[1] else None
    month = date if day <= date.day else date.replace(day=1) - dt.timedelta(days=1)
    first = month.replace(day=day)
    last = month.replace(day=end) if end else first
    return f"{first}/P{(last - first).days + 1}D" if last > first else first.isoformat()


def read_iso(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Read 2018-05-14."""
    del year, date
    return dt.date(*(to_number(group) for group in groups)).isoformat()


def read_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 2016-2020年."""
    del year, date
    first, last = (to_number(group) for group in groups)
    if last < SHORT_YEAR:  # 2017-18
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


def read_last_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 近8年来, 过去的4年间: up to this year, or to the last where this one has just begun."""
    del year
    count = to_number(next(filter(None, groups), None))
    if not date:
        return None
    return f"{date.year - count + (date.month > SPRING)}-01-01/P{count}Y"


def read_last_months(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 连续7个月 and 近半年, which end with the month before the paper's."""
    del year
    told = next(filter(None, groups), "")
    count = HALF_A_YEAR if told.startswith("半") else to_number(told)
    if not date:
        return None
    first = date.year * 12 + date.month - 1 - count
    return stretch(first // 12, first % 12 + 1, count)


def read_running_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 连续三年, which end with the last whole one."""
    del year
    count = to_number(groups[0])
    return f"{date.year - count}-01-01/P{count}Y" if date else None


def read_months_off(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 半年前, 三个月后."""
    del year
    if not date:
        return None
    count = HALF_A_YEAR if groups[0] else to_number(groups[1])
    months = date.year * 12 + date.month - 1
    months += -count if (groups[2] or "").endswith("前") else count
    return f"{months // 12}-{months % 12 + 1:02}"


def read_last_days(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 过去一周, up to the paper."""
    del year
    count = to_number(groups[0]) * (1 if groups[1] in ("天", "日") else 7)
    return f"{date - dt.timedelta(days=count - 1)}/P{count}D" if date else None


def read_years_off(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 五年前, 三年后."""
    del year
    count = to_number(groups[0])
    back = (groups[1] or "").endswith("前")
    return f"{date.year - count if back else date.year + count}" if date else None


def read_lasting(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 为期三年, which begins with this one."""
    del year
    count = to_number(next(filter(None, groups), None))
    return f"{date.year}-01-01/P{count}Y" if date else None


def read_new_year(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Read 新的一年."""
    del groups, year
    return f"{date.year}" if date else None


def read_month_of_year(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Read 2013.4 as an end of a stretch."""
    del year, date
    return f"{to_number(groups[0])}-{to_number(groups[1]):02}"


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
    """Return the first or the last year of a five-year plan: “十五”末, “十四五”开局之年."""
    first = int(read_plan(groups[:1], year, date)[:4])
    return str(first + 4 if groups[1] in LAST_OF_PLAN else first)


def read_part_of_plan(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Return the first or the last years of a plan: “十三五”前两年, “十三五”后三年."""
    first, count = int(read_plan(groups[:1], year, date)[:4]), to_number(groups[2])
    return f"{first + 5 - count if groups[1] == '后' else first}-01-01/P{count}Y"


READERS: dict[str, Reader] = {
    "account_year": read_account_year,
    "century": read_century,
    "coming": read_coming,
    "days": read_days,
    "days_of_month": read_days_of_month,
    "decade": read_decade,
    "end_of_plan": read_end_of_plan,
    "ending": read_ending,
    "first_months": read_first_months,
    "first_quarters": read_first_quarters,
    "fiscal": read_fiscal,
    "half": read_half,
    "iso": read_iso,
    "last_days": read_last_days,
    "last_months": read_last_months,
    "last_years": read_last_years,
    "lasting": read_lasting,
    "list_of_months": read_list_of_months,
    "list_of_years": read_list_of_years,
    "month": read_month,
    "month_of_year": read_month_of_year,
    "months": read_months,
    "months_of_years": read_months_of_years,
    "months_off": read_months_off,
    "neighbouring": read_neighbouring,
    "neighbouring_days": read_neighbouring_days,
    "new_year": read_new_year,
    "nothing": read_nothing,
    "part_of_plan": read_part_of_plan,
    "plan": read_plan,
    "quarter": read_quarter,
    "quarters": read_quarters,
    "running_years": read_running_years,
    "short_years": read_short_years,
    "since": read_since,
    "spelled_year": read_spelled_year,
    "first_half": read_first_half,
    "this_fiscal": read_this_fiscal,
    "this_half": read_this_half,
    "this_month": read_this_month,
    "this_quarter": read_this_quarter,
    "whole": read_whole,
    "year_gone": read_year_gone,
    "years": read_years,
    "years_off": read_years_off,
}
"""What reads each shape of the lexicon's tables of times."""
