"""When: 今年上半年 and the issue's date make `2018-S1`.

    2018年11月末   2018-11          一季度      2018-Q1          1—4月   2018-01-01/P4M
    去年底         2017             上半年      2018-S1          “十三五” 2016-01-01/P5Y
    4月8日         2018-04-08       1995年以来  1995-01-01/P4Y   前三季度 2018-01-01/P9M
    6月底止六个月  2018-S1          未来三年    2018-01-01/P3Y   目前 2018-05

A printed period is a head (the year, printed or relative: 2018年 今年 去年) and a part of it
(11月末, 一季度), either of which may be missing; a few shapes stand outside of that. A stretch
that is no calendar unit is start and duration. 末 底 初 中旬 are kept only as the month or year
they belong to. What needs the issue's date and has none is None: nothing is guessed.

`PATTERN` matches a period as printed, in folded text; the quantities room scans with it.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from summarizer.numerals import parse_numeral
from summarizer.text import fold

DASH = r"(?:-{1,2}|[—–―~]{1,2}|至|到)"
SMALL = (
    r"(?:\d{1,2}|二十[一二三四五六七八九]?|三十一?|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
YEAR = r"(?:(?:1[5-9]|2[01])\d\d|[一二][〇零○一二三四五六七八九]{3})"
QUARTER = r"[一二三四1-4]"
RELATIVE = {
    "今年": 0, "本年": 0, "去年": -1, "上年": -1, "上一年": -1, "前年": -2, "前一年": -1,
    "明年": 1, "下一年": 1, "后年": 2,
}  # fmt: skip
UNANCHORED = ("当年", "同年", "次年", "翌年", "往年", "历年")
HEAD = rf"(?:{YEAR}年|{'|'.join((*RELATIVE, *UNANCHORED))})"
NOW = frozenset({"目前", "截至目前", "截止目前", "眼下", "如今", "当前", "现在", "截至当前"})
"""Words for the day of the paper."""
ACCOUNTS = {"半": 6, "中": 6, "全": 12, "年": 12}
"""Months of a firm's account by the first character of its name; a quarter has three."""
SPRING, AUTUMN = 3, 10
LATE = 9
"""A month so far ahead of the issue's is that of the year before: 12月 in an issue of January."""

Groups = Sequence[str | None]
Reader = Callable[[Groups, int | None, dt.date | None], str | None]


def resolve_period(text: str, date: dt.date | None = None) -> str | None:
    """Return the SDMX form of a period as printed; `date` is the issue's, to anchor 今年."""
    return _resolve(fold(text).replace(" ", "").strip("“”‘’「」\"'"), date)


@lru_cache(maxsize=4096)
def _resolve(text: str, date: dt.date | None) -> str | None:
    try:
        if PLAN.fullmatch(text):
            return _plan((text,), None, date)
        if found := PLAN_END.fullmatch(text):
            return _end_of_plan(*found.groups())
        if found := TO_DATE.fullmatch(text):
            return _to_date(found[1], date)
        if text in NOW:
            return f"{date:%Y-%m}" if date else None
        for pattern, read in WHOLES:
            if found := pattern.fullmatch(text):
                return read(found.groups(), None, date)
        return _head_and_part(text, date)
    except ValueError:  # no such day, or no date to anchor it
        return None


def _head_and_part(text: str, date: dt.date | None) -> str | None:
    head = HEAD_ONLY.match(text)
    year = _year(head[0], date) if head else None
    if head and year is None:
        return None
    rest = text[head.end() :] if head else text
    since = rest.endswith("以来")
    rest = rest.removesuffix("以来")
    for pattern, read in (*PARTS, ACCOUNTED):
        if found := pattern.fullmatch(rest):
            period = read(found.groups(), year, date)
            return _until(period, date) if since and period else period
    return None


def _year(head: str, date: dt.date | None) -> int | None:
    if head in RELATIVE:
        return date.year + RELATIVE[head] if date else None
    return None if head in UNANCHORED else _number(head.removesuffix("年"))


def _number(numeral: str | None) -> int:
    return int(parse_numeral(numeral or ""))


def _anchor(year: int | None, month: int, date: dt.date | None) -> int:
    """Return the year of a month; raises ValueError where there is no date to tell it by."""
    if year:
        return year
    if not date:
        raise ValueError("no date to anchor the period")
    return date.year - (month - date.month >= LATE)


def _until(period: str, date: dt.date | None) -> str | None:
    """Return the stretch from the beginning of `period` up to the issue, in its own steps."""
    if not date:
        return None
    year, _, rest = period.partition("-")
    if not rest:
        years = date.year - int(year) + 1
        return period if years == 1 else f"{year}-01-01/P{years}Y"
    if rest.isdigit():
        months = (date.year - int(year)) * 12 + date.month - int(rest) + 1
        return _stretch(int(year), int(rest), months)
    return period


def _since(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the months up to the issue: 2015年至今, 2015年3月到现在."""
    del year
    first = _number(groups[0]), _number(groups[1]) if groups[1] else 1
    months = (date.year - first[0]) * 12 + date.month - first[1] + 1 if date else 0
    return _stretch(*first, months) if months > 0 else None


def _stretch(year: int, month: int, months: int) -> str:
    """Return a stretch of months by its shortest name."""
    if months == 1:
        return f"{year:04}-{month:02}"
    if months == 12 and month == 1:  # noqa: PLR2004 - a year has twelve months
        return f"{year:04}"
    return f"{year:04}-{month:02}-01/P{months}M"


def _months(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    first, last = (_number(group) for group in groups)
    year = _anchor(year, max(last, first), date)
    return _stretch(year, first, (last - first) % 12 + 1)


def _days(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    month, day = _number(groups[0]), _number(groups[1])
    year = _anchor(year, month, date)
    first = dt.date(year, month, day)
    if not groups[3]:
        return first.isoformat()
    last = dt.date(year, _number(groups[2]) if groups[2] else month, _number(groups[3]))
    return f"{first}/P{(last - first).days + 1}D" if last > first else None


def _month(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    month = _number(groups[0])
    year = _anchor(year, month, date)
    return f"{year:04}-{month:02}"


def _first_months(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    count = _number(groups[0])
    year = _anchor(year, count, date)
    return _stretch(year, 1, count) if count <= 12 else None  # noqa: PLR2004 - no such month


def _first_quarters(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    count = _number(groups[0])
    year = _anchor(year, count * 3, date)
    return f"{year:04}-Q1" if count == 1 else _stretch(year, 1, count * 3)


def _quarters(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    first, last = (_number(group) for group in groups)
    year = _anchor(year, last * 3, date)
    return _stretch(year, first * 3 - 2, (last - first + 1) * 3)


def _quarter(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    quarter = _number(next(filter(None, groups), "1"))
    year = _anchor(year, quarter * 3, date)
    return f"{year:04}-Q{quarter}"


def _half(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    half = 1 if groups[0] == "上" else 2
    year = _anchor(year, half * 6, date)
    return f"{year:04}-S{half}"


def _whole(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    del groups
    return f"{_anchor(year, 1, date):04}"


def _nothing(groups: Groups, year: int | None, date: dt.date | None) -> None:
    """去年同期 is as long as the period it is compared with, which these words do not say."""
    del groups, year, date


def _this_month(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    del year
    if not date:
        return None
    months = date.year * 12 + date.month - 1 + {"上": -1, "下": 1}.get(groups[0] or "", 0)
    day = f"-{_number(groups[1]):02}" if groups[1] else ""
    return f"{months // 12:04}-{months % 12 + 1:02}{day}"


def _days_of_month(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    del year
    if not date:
        return None
    first = date.replace(day=_number(groups[0]))
    last = date.replace(day=_number(groups[1])) if groups[1] else first
    return f"{first}/P{(last - first).days + 1}D" if last > first else first.isoformat()


def _iso(groups: Groups, year: int | None, date: dt.date | None) -> str:
    del year, date
    return dt.date(*(_number(group) for group in groups)).isoformat()


def _years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    del year, date
    first, last = (_number(group) for group in groups)
    if last < 100:  # noqa: PLR2004 - 2017-18
        last += first // 100 * 100
    return f"{first}-01-01/P{last - first + 1}Y" if last > first else None


def _months_of_years(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    del date
    year, first = _number(groups[0]), _number(groups[1])
    later = _number(groups[2]) if groups[2] else year + 1
    months = (later - year) * 12 + _number(groups[3]) - first + 1
    return _stretch(year, first, months) if months > 0 else None


def _to_date(month: str, date: dt.date | None) -> str | None:
    """Return the months from January on to one: 截至10月底, of what is counted from new year."""
    end = _head_and_part(month, date)
    return _stretch(int(end[:4]), 1, int(end[5:])) if end else None


def _decade(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    del year
    century, decade = groups[0], _number(groups[1])
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


def _century(groups: Groups, year: int | None, date: dt.date | None) -> str:
    del year, date
    return f"{_number(groups[0]) * 100 - 99:04}-01-01/P100Y"


def _coming(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the years to come; a paper of the last quarter does not count its own among them."""
    del year
    if not date:
        return None
    return f"{date.year + (date.month >= AUTUMN)}-01-01/P{_number(groups[0])}Y"


def _gone(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the years gone by, as far as a paper of the first quarter tells which they are."""
    del year
    count = _number(next(filter(None, groups), None))
    if not date or date.month > SPRING:
        return None
    return f"{date.year - count}-01-01/P{count}Y"


def _ending(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the months of a firm's account that end with this one: 6月30日止六个月."""
    last = _number(groups[0])
    year = _anchor(year, last, date)
    count = _number(groups[1]) if groups[1] else ACCOUNTS.get((groups[2] or "")[0], 3)
    first = year * 12 + last - count
    return _stretch(first // 12, first % 12 + 1, count)


def _plan(groups: Groups, year: int | None, date: dt.date | None) -> str:
    """Return the years of a five-year plan: the sixth began in 1981."""
    del year, date
    ordinal = _number((groups[0] or "")[:-1].removesuffix("个"))
    return f"{1981 + 5 * (ordinal - 6)}-01-01/P5Y"


def _end_of_plan(plan: str, end: str) -> str:
    """Return the first or the last year of a five-year plan: “十五”末."""
    first = int(_plan((plan,), None, None)[:4])
    return str(first if end == "初" else first + 4)


QUOTES = '“”「」『』"'
PLANNED = r"(?:十五|[六七八九]五)(?=期间|时期|计划|规划|攻关|[末初])"
SOME = rf"({SMALL}|两)"
PARTS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"({MONTH})月?份?{DASH}({MONTH})月份?", _months),
        (
            rf"({MONTH})月({SMALL})[日号](?:{DASH}(?:({MONTH})月)?({SMALL})[日号])?",
            _days,
        ),
        (rf"(?<![提以之目日此眼])[前首头]({SMALL}|两)个?月份?", _first_months),
        (r"[前首头]([一二三两1-3])个?季度?", _first_quarters),
        (rf"第?({QUARTER})季?度?(?:{DASH}|[、和])第?({QUARTER})季度", _quarters),
        (rf"第?({QUARTER})季度|第({QUARTER})季|首季度?", _quarter),
        (r"([上下])半年", _half),
        (rf"({MONTH})月份?(?:[上中下]旬|[底末初中](?!期|国))?", _month),
        (r"同期", _nothing),
        (r"全年|年?度|年?[底末初中](?!国|央|共)期?|中旬|年内|", _whole),
    )
)
STOPPED = rf"止(?:{SOME}个月|(半年|中期|[首一二三四]季|全年|年度))"
"""What behind the day on which an account ends tells how many months it has."""
ACCOUNTED = (re.compile(rf"({MONTH})月(?:{SMALL}日|[底末])?{STOPPED}"), _ending)
WHOLES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"({YEAR})[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?![\d.])", _iso),
        (
            rf"({YEAR})年({MONTH})月份?[底末]?{DASH}(?:({YEAR})年|次年|翌年)({MONTH})月份?[底末]?",
            _months_of_years,
        ),
        (r"第([一二三四五六七八九十]+个五)年(?:规划|计划)", _plan),
        (rf"({YEAR})年?{DASH}({YEAR}|\d\d)年度?", _years),
        (rf"({YEAR})年(?:({MONTH})月)?(?:{DASH}(?:现在|目前|如今)|至今)", _since),
        (rf"(?:未来|今后){SOME}年(?!间?[前后])", _coming),
        (
            rf"(?:近|过去|最近){SOME}年(?:多来|来|间|(?!前|后))|{SOME}年(?:多|余)?来(?!自|到|的?车)",
            _gone,
        ),
        (
            r"(?:(上个?|本|二十|20|十九|19)世纪)?((?:1[5-9]|20)\d0|[1-9]0|[二三四五六七八九]十)年代",
            _decade,
        ),
        (r"(1[5-9]|2[01]|二十一|二十|十[五六七八九])世纪", _century),
        (r"([本上下当])个?月(\d{1,2}(?=日))?日?", _this_month),
        (rf"(\d{{1,2}})日?(?:{DASH}(\d{{1,2}}))?日(?![元均产内游圆])", _days_of_month),
        (
            rf"(十[一二三四五六七]五|(?<=[{QUOTES}])(?:十五|[五六七八九]五)(?=[{QUOTES}])|{PLANNED})",
            _plan,
        ),
    )
)
PLAN_END = re.compile(rf"(十[一二三四五六七]?五|[五六七八九]五)[{QUOTES}]?期?([初末])")
TO_DATE = re.compile(rf"截[至止](({HEAD})?{MONTH}月[底末]?)")
PLAN = re.compile(r"(十[一二三四五六七]?五|[五六七八九]五)")
HEAD_ONLY = re.compile(HEAD)
NO_HEAD = r"|".join(pattern.pattern for pattern, _ in PARTS[:-2]) + r"|全年|年[底末初](?!代)"
PATTERN = "|".join(
    (
        *(pattern.pattern for pattern, _ in WHOLES),
        rf"{HEAD}(?:{'|'.join(pattern.pattern for pattern, _ in PARTS)})(?:以来)?",
        f"(?:{NO_HEAD})(?:以来)?",
    )
)
