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

Which shape is printed is told here, what it means in `readers`, days and feasts by name in `days`;
`phrases` takes off what a writer puts around a time (截至…底, 由…至…), `anchors` asks the sentence
which year is meant. `PATTERN` matches a period as printed, in folded text; the quantities room
scans with it.
"""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from summarizer.lexicon import word_set
from summarizer.periods.days import read_day
from summarizer.periods.phrases import read_phrase
from summarizer.periods.readers import (
    RELATIVE,
    UNANCHORED,
    Groups,
    read_account_year,
    read_century,
    read_coming,
    read_days,
    read_days_of_month,
    read_decade,
    read_end_of_plan,
    read_ending,
    read_first_months,
    read_first_quarters,
    read_fiscal,
    read_half,
    read_iso,
    read_last_days,
    read_last_months,
    read_last_years,
    read_lasting,
    read_list_of_months,
    read_list_of_years,
    read_month,
    read_month_of_year,
    read_months,
    read_months_of_years,
    read_neighbouring,
    read_new_year,
    read_nothing,
    read_plan,
    read_quarter,
    read_quarters,
    read_since,
    read_this_half,
    read_this_month,
    read_this_quarter,
    read_whole,
    read_years,
    read_years_off,
    until,
    year_of,
)
from summarizer.text import fold

DASH = r"(?:-{1,2}|[—–―~]{1,2}|至|到)"
ONES = "[一二三四五六七八九]"
NUMERAL = r"\d一二三四五六七八九十百千万亿零〇○两几"
SMALL = rf"(?:\d{{1,2}}|(?:二十|廿){ONES}?|(?:三十|卅)一?|十{ONES}?|{ONES})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|(?<![\d百千万亿十两])元(?=月))"
YEAR = r"(?:(?:1[5-9]|2[01])\d\d|[一二][〇零○一二三四五六七八九]{3})"
QUARTER = r"[一二三四1-4]"
YEARS = (
    rf"(?:{YEAR}|民国(?:\d{{1,3}}|[〇零○一二三四五六七八九十百]{{1,5}})|(?<!\d)1[0-3]\d"
    r"(?=年(?:第?[一二三四1-4]季|1?\d月|[上下]半年|[度底](?![蕴过假])))"
    r"|[两二]千[零〇○][一二三四五六七八九]|二千(?=年[，,月初底末\d上下])"
    rf"|(?:(?<![\d.第])[0-35-9]\d|(?<![{NUMERAL}])[五六七八九零〇○][〇零○一二三四五六七八九])"
    r"(?=年(?:1?\d月(?!份?[金饼租薪])|[一二三四五六七八九十]{1,2}月(?!饼)|[上下]半年|[底末初](?!代)"
    r"|[一二三四1-4]季度))|(?<!\d)0\d)年"
)
"""Also Taiwan's (民國99年, 112年第1季), and without the century where a part follows (97年底)."""
HEAD = rf"(?:{YEARS}|{'|'.join((*RELATIVE, *UNANCHORED))})"
UNNAMED_YEAR = re.compile(
    rf"^(?P<year>{YEAR})(?:年?(?P<letter>[QH])(?P<number>[1-4])$|(?=[上下]半年|第?[一二三四]季|前))"
)
NOW = word_set("days.now")
"""Words for the day of the paper."""

YEAR_END = re.compile(r"年[底末]$")
Reader = Callable[[Groups, int | None, dt.date | None], str | None]


@lru_cache(maxsize=8192)
def resolve_period(text: str, date: dt.date | None = None) -> str | None:
    """Return the SDMX form of a period as printed; `date` is the issue's, to anchor 今年."""
    plain = fold(text).translate(LEFT_OUT).replace("元月", "1月")
    plain = UNNAMED_YEAR.sub(_with_year, plain)
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
    year_end = period and YEAR_END.search(fold(text)) and period.isdigit()
    return f"{period}-12" if year_end else period


def _resolve(text: str, date: dt.date | None) -> str | None:
    try:
        if text in NOW or text in word_set("days.lately"):
            return f"{date:%Y-%m}" if date else None
        for pattern, read in (*ALONE, *WHOLES):
            if found := pattern.fullmatch(text):
                return read(found.groups(), None, date)
        return _head_and_part(text, date) or (read_day(text, date) if date else None)
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
    return read_day(rest, date, year) if head and date else None


def _resolve_phrase(text: str, date: dt.date | None, depth: int) -> str | None:
    """Take the wrapping off a phrase, as often as there is some."""

    def read(inner: str) -> str | None:
        return _resolve(inner, date) or (_resolve_phrase(inner, date, depth - 1) if depth else None)

    return read_phrase(text, read, date)


QUOTES = '“”「」『』"'
LEFT_OUT = {ord(sign): None for sign in f"{QUOTES}‘’' \n\r\t"}
MOST_WRAPPED, LONGEST = 3, 40
PLANNED = r"(?:十五|[六七八九]五)(?=期间|时期|计划|规划|攻关|[末初])"
SOME = rf"({SMALL}|两)"
PARTS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"({MONTH})月?份?{DASH}({MONTH})月份?", read_months),
        (rf"({MONTH}(?:、{MONTH}){{1,11}})月份?", read_list_of_months),
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
        (r"([上下]|(?<![目之以日])前|(?<![之以今然])后)半年", read_half),
        (rf"({MONTH})月份?(?:[上中下]{{1,2}}旬|[底末初中](?!期|国))?", read_month),
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
        (rf"({YEAR}(?:、{YEAR}){{1,9}})(?:年?[两二三四五六七八九\d]年|年)", read_list_of_years),
        (r"(去今明|今明后|去今|今明|明后)[两二三]?年", read_neighbouring),
        (
            rf"({YEAR})(?:年?(?:[-/—–至])({YEAR}|\d\d))(财政年度|财年|学年度?|年度|赛季)",
            read_account_year,
        ),
        (rf"{YEAR}(?:财政年度|学年度?|赛季)", read_nothing),
        (rf"({YEAR})财年", read_fiscal),
        (rf"{YEAR}/\d\d年度?", read_nothing),
        (rf"({YEAR})年?{DASH}({YEAR}|\d\d)年度?", read_years),
        (rf"({YEAR})年(?:({MONTH})月)?(?:{DASH}(?:现在|目前|如今)|至今)", read_since),
        (rf"(?:未来|今后){SOME}年(?!间?[前后])", read_coming),
        (
            rf"(?:(?<![时了达经已用费有需最长])近|过去|最近){SOME}年(?:多来|来|间|(?!前|后|半|多|时间|历史))|{SOME}年(?:多|余)?来(?!自|到|的?车)",
            read_last_years,
        ),
        (
            r"(?:(上个?|本|二十|20|十九|19)世纪)?((?:1[5-9]|20)\d0|[1-9]0|[二三四五六七八九]十)年代",
            read_decade,
        ),
        (r"(1[5-9]|2[01]|二十一|二十|十[五六七八九])世纪", read_century),
        (rf"([本上下当])个?月(?:({SMALL})[日号]|[底末初](?!期|国)|[上中下]旬)?", read_this_month),
        (r"([本上下])[个一]?季度?(?!节)", read_this_quarter),
        (r"([上下])半月", read_this_half),
        (rf"(\d{{1,2}})日?(?:{DASH}(\d{{1,2}}))?日(?![元均产内游圆])", read_days_of_month),
        (
            rf"(?<![月年第期时共近{NUMERAL}])((?:二十|廿){ONES}|三十一|十{ONES}|(?<![^\n。！]){ONES}(?=日[,，上下晚凌在从召宣]))()日(?![内游间均]|之)",
            read_days_of_month,
        ),
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
    (re.compile(rf"({YEAR})\.(1[0-2]|0?[1-9])"), read_month_of_year),
    (
        re.compile(rf"(?:近|过去|最近|过去的)?(?:这)?{SOME}年(?:多来|来|间|里|中)(?:的)?"),
        read_last_years,
    ),
    (re.compile(rf"(?:连续|过去|过去的|近|最近){SOME}个月(?:来|里|间|内)?"), read_last_months),
    (re.compile(rf"{SOME}年(前|后|之前|之后|以前|以后)"), read_years_off),
    (re.compile(rf"为期{SOME}年|{SOME}年之?内"), read_lasting),
    (re.compile(rf"({YEAR})年?{DASH}({YEAR})年?"), read_years),
    (re.compile(rf"(?:近|过去|最近|过去的)(?:这)?{SOME}(天|日|周|个?星期)"), read_last_days),
    (re.compile(r"(新的?一年|一年来)"), read_new_year),
)
"""Shapes that mean a period only where nothing else stands beside them."""
HEAD_ONLY = re.compile(HEAD)
FULL = rf"{YEAR}年{MONTH}月{SMALL}[日号]"
ISO = rf"{YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])"
DOTTED = rf"{YEAR}\.(?:1[0-2]|0?[1-9])"
SPACED_DASH = rf" ?{DASH} ?"
STRETCHES = (
    rf"{FULL}{SPACED_DASH}(?:(?:{YEAR}|次|翌)年)?(?:{MONTH}月)?{SMALL}[日号]",
    rf"{YEAR}年(?:和|与|{DASH}){YEAR}年之?间",
    rf"{ISO}{SPACED_DASH}{ISO}(?![\d.])",
    rf"{DOTTED}{SPACED_DASH}{DOTTED}(?![\d.])",
    rf"{YEAR}年{MONTH}月{SPACED_DASH}{YEAR}年{MONTH}月[底末]?",
)
"""Two ends that are told in full; `phrases` reads them."""
NO_HEAD = r"|".join(pattern.pattern for pattern, _ in PARTS[:-2]) + r"|全年|年[底末初](?!代)"
FLOATING = re.compile(rf"(?:{NO_HEAD})(?:以来)?")
"""A part of a year that does not say of which."""

OF_A_YEAR = tuple(p.pattern for p, _ in WHOLES if p.pattern.removeprefix("(").startswith(YEAR))
OTHERS = tuple(p.pattern for p, _ in WHOLES if p.pattern not in OF_A_YEAR)
GROUP = re.compile(r"(?<!\\)\((?!\?)")
PATTERN = GROUP.sub(
    "(?:",
    "|".join(
        (
            rf"(?=[12一二][\d〇零○一-九])(?:{'|'.join((*STRETCHES, *OF_A_YEAR))})",
            *OTHERS,
            rf"{HEAD}(?:{'|'.join(pattern.pattern for pattern, _ in PARTS)})(?:以来)?",
            f"(?:{NO_HEAD})(?:以来)?",
        )
    ),
)
"""All shapes, for a scan: what begins with a year is tried only where one may stand."""
