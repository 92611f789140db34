"""When: 今年上半年 and the issue's date make `2018-S1`.

    2018年11月末   2018-11          一季度      2018-Q1          1—4月   2018-01-01/P4M
    去年底         2017             上半年      2018-S1          “十三五” 2016-01-01/P5Y
    4月8日         2018-04-08       1995年以来  1995-01-01/P4Y   前三季度 2018-01-01/P9M
    6月底止六个月  2018-S1          未来三年    2018-01-01/P3Y   目前 2018-05

A printed period is a head (the year, printed or relative: 2018年 今年 去年) and a part of it
(11月末, 一季度), either of which may be missing; a few shapes stand outside of that. A stretch
that is no calendar unit is start and duration. 末 底 初 中旬 are kept only as the month or year
they belong to. What needs the issue's date and has none is None: nothing is guessed.

Which shape is printed is told here, what it means in `readers`. `PATTERN` matches a period as
printed, in folded text; the quantities room scans with it.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from summarizer.periods.readers import (
    RELATIVE,
    UNANCHORED,
    Groups,
    read_century,
    read_coming,
    read_days,
    read_days_of_month,
    read_decade,
    read_end_of_plan,
    read_ending,
    read_first_months,
    read_first_quarters,
    read_gone,
    read_half,
    read_iso,
    read_month,
    read_months,
    read_months_of_years,
    read_nothing,
    read_plan,
    read_quarter,
    read_quarters,
    read_since,
    read_this_month,
    read_whole,
    read_years,
    stretch,
    until,
    year_of,
)
from summarizer.text import fold

DASH = r"(?:-{1,2}|[—–―~]{1,2}|至|到)"
ONES = "[一二三四五六七八九]"
SMALL = rf"(?:\d{{1,2}}|(?:二十|廿){ONES}?|(?:三十|卅)一?|十{ONES}?|{ONES})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
YEAR = r"(?:(?:1[5-9]|2[01])\d\d|[一二][〇零○一二三四五六七八九]{3})"
QUARTER = r"[一二三四1-4]"
REPUBLIC = (
    r"(?:民国(?:\d{1,3}|[〇零○一二三四五六七八九十百]{1,5})|(?<!\d)1[0-3]\d"
    r"(?=年(?:第?[一二三四1-4]季|1?\d月|[上下]半年|[度底](?![蕴过假]))))"
)
"""A year of Taiwan's: 民國99年, and without the name where a part of the year follows."""
HEAD = rf"(?:(?:{YEAR}|{REPUBLIC}|(?<!\d)0\d)年|{'|'.join((*RELATIVE, *UNANCHORED))})"
NOW = frozenset({"目前", "截至目前", "截止目前", "眼下", "如今", "当前", "现在", "截至当前"})
"""Words for the day of the paper."""
YEAR_END = re.compile(r"年[底末]$")
Reader = Callable[[Groups, int | None, dt.date | None], str | None]


def resolve_period(text: str, date: dt.date | None = None) -> str | None:
    """Return the SDMX form of a period as printed; `date` is the issue's, to anchor 今年."""
    return _resolve(fold(text).replace(" ", "").strip("“”‘’「」\"'"), date)


def held_period(text: str, date: dt.date | None = None) -> str | None:
    """Return the period a figure holds for: as printed, but for 年底 the year's last month.

    A mention of 2017年底 names the year; a stock of that day must not pass for that of the year.
    """
    period = resolve_period(text, date)
    year_end = period and YEAR_END.search(fold(text)) and period.isdigit()
    return f"{period}-12" if year_end else period


@lru_cache(maxsize=4096)
def _resolve(text: str, date: dt.date | None) -> str | None:
    try:
        if text in NOW:
            return f"{date:%Y-%m}" if date else None
        for pattern, read in (*ALONE, *WHOLES):
            if found := pattern.fullmatch(text):
                return read(found.groups(), None, date)
        return _head_and_part(text, date)
    except ValueError:  # no such day, or no date to anchor it
        return None


def _head_and_part(text: str, date: dt.date | None) -> str | None:
    head = HEAD_ONLY.match(text)
    year = year_of(head[0], date) if head else None
    if head and year is None:
        return None
    rest = text[head.end() :] if head else text
    since = rest.endswith("以来")
    rest = rest.removesuffix("以来")
    for pattern, read in (*PARTS, ACCOUNTED):
        if found := pattern.fullmatch(rest):
            period = read(found.groups(), year, date)
            return until(period, date) if since and period else period
    return None


def _read_to_date(groups: Groups, year: int | None, date: dt.date | None) -> str | None:
    """Return the months from January on to one: 截至10月底, of what is counted from new year."""
    del year
    end = _head_and_part(groups[0] or "", date)
    return stretch(int(end[:4]), 1, int(end[5:])) if end else None


QUOTES = '“”「」『』"'
PLANNED = r"(?:十五|[六七八九]五)(?=期间|时期|计划|规划|攻关|[末初])"
SOME = rf"({SMALL}|两)"
PARTS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"({MONTH})月?份?{DASH}({MONTH})月份?", read_months),
        (
            (
                rf"({MONTH})月({SMALL})(?:[日号](?:{DASH}(?:({MONTH})月)?({SMALL})[日号])?"
                rf"|{DASH}({SMALL})[日号])"
            ),
            read_days,
        ),
        (rf"(?<![提以之目日此眼])[前首头]({SMALL}|两)个?月份?", read_first_months),
        (r"[前首头]([一二三两1-3])个?季度?", read_first_quarters),
        (rf"第?({QUARTER})季?度?(?:{DASH}|[、和])第?({QUARTER})季度", read_quarters),
        (rf"第?({QUARTER})季度|第({QUARTER})季|首季度?", read_quarter),
        (r"([上下])半年", read_half),
        (rf"({MONTH})月份?(?:[上中下]旬|[底末初中](?!期|国))?", read_month),
        (r"同期", read_nothing),
        (r"全年|年?度|年?[底末初中](?!国|央|共)期?|中旬|年内|", read_whole),
    )
)
STOPPED = rf"止(?:{SOME}个月|(半年|中期|[首一二三四]季|全年|年度))"
"""What behind the day on which an account ends tells how many months it has."""
ACCOUNTED = (re.compile(rf"({MONTH})月(?:{SMALL}日|[底末])?{STOPPED}"), read_ending)
WHOLES: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"({YEAR})[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])(?![\d.])", read_iso),
        (
            rf"({YEAR})年({MONTH})月份?[底末]?{DASH}(?:({YEAR})年|次年|翌年)({MONTH})月份?[底末]?",
            read_months_of_years,
        ),
        (r"第([一二三四五六七八九十]+个五)年(?:规划|计划)", read_plan),
        (
            rf"{YEAR}(?:[-/—至](?:{YEAR}|\d\d))?(?:财政年度|财年|学年度?|赛季)|{YEAR}/\d\d年度?",
            read_nothing,
        ),
        (rf"({YEAR})年?{DASH}({YEAR}|\d\d)年度?", read_years),
        (rf"({YEAR})年(?:({MONTH})月)?(?:{DASH}(?:现在|目前|如今)|至今)", read_since),
        (rf"(?:未来|今后){SOME}年(?!间?[前后])", read_coming),
        (
            rf"(?:近|过去|最近){SOME}年(?:多来|来|间|(?!前|后))|{SOME}年(?:多|余)?来(?!自|到|的?车)",
            read_gone,
        ),
        (
            r"(?:(上个?|本|二十|20|十九|19)世纪)?((?:1[5-9]|20)\d0|[1-9]0|[二三四五六七八九]十)年代",
            read_decade,
        ),
        (r"(1[5-9]|2[01]|二十一|二十|十[五六七八九])世纪", read_century),
        (r"([本上下当])个?月(\d{1,2}(?=日))?日?", read_this_month),
        (rf"(\d{{1,2}})日?(?:{DASH}(\d{{1,2}}))?日(?![元均产内游圆])", read_days_of_month),
        (
            rf"(十[一二三四五六七]五|(?<=[{QUOTES}])(?:十五|[五六七八九]五)(?=[{QUOTES}])|{PLANNED})",
            read_plan,
        ),
    )
)
PLAN = r"(十[一二三四五六七]?五|[五六七八九]五)"
ALONE: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(PLAN), read_plan),
    (re.compile(rf"{PLAN}[{QUOTES}]?期?([初末])"), read_end_of_plan),
    (re.compile(rf"({YEAR})年(?:({MONTH})月)?[^\d]{{1,6}}?以来"), read_since),
    (re.compile(rf"截[至止]((?:{HEAD})?{MONTH}月[底末]?)"), _read_to_date),
)
"""Shapes that mean a period only where nothing else stands beside them."""
HEAD_ONLY = re.compile(HEAD)
NO_HEAD = r"|".join(pattern.pattern for pattern, _ in PARTS[:-2]) + r"|全年|年[底末初](?!代)"
PATTERN = "|".join(
    (
        *(pattern.pattern for pattern, _ in WHOLES),
        rf"{HEAD}(?:{'|'.join(pattern.pattern for pattern, _ in PARTS)})(?:以来)?",
        f"(?:{NO_HEAD})(?:以来)?",
    )
)
