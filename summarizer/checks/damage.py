"""Damage to the text: what no writer means, and a scanner or a typesetter leaves.

garbled_figure  12..5亿元, 12.5.3亿元, 3,45万元, 05个, 12亿亿元, 共1 2.5亿元
doubled_word    同比同比增长
impossible_date 13月5日, 2月30日, 2018年4月8日星期三
reversed_range  5月18日至12日, 2018-2015年
period_basis    环比 against the year before, 同比 against the month before; part of a year 比上年

All of it is only for review; the last, where a part of a year is compared with 上年 and 同期 is
left out, is only noted.
"""

import datetime as dt
import re
from collections.abc import Iterator

from summarizer.checks.prose import Prose
from summarizer.checks.ties import Tie, observed
from summarizer.report import Outcome

UNIT = r"(?:[万亿元吨%人户家个辆]|平方|公里)"
GARBLED = re.compile(
    r"\d+\.\.\d+|"
    rf"\d+\.\d+\.\d+(?={UNIT})|"
    rf"(?<![\d,.、])\d{{1,3}},\d{{1,2}}(?:\.\d+)?(?=[万亿])|"
    rf"(?<![\d.,:：/A-Za-z-])0\d+(?:\.\d+)?(?={UNIT})|"
    r"\d(?:万万|亿亿|[万亿]?元元|%%|亿元亿元|万元万元|吨吨)|"
    r"(?<=[\u4e00-\u9fff])(?<![表图第])\d{1,2} \d{1,2}(?:\.\d+)?(?=[万亿%])"
)
DOUBLED = re.compile(r"(同比|环比|增长|下降|其中|实现|完成|累计|达到|比上年|占比|分别)\1")
DAY = re.compile(
    r"(?:(?<!\d)(?P<year>[12]\d{3})年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"(?:[(]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天]))?"
)
MONTH = re.compile(r"(?<=\d{4}年)(?:0|1[3-9]|[2-9]\d)月")
WEEKDAYS = "一二三四五六日"
LEAP = 2000
DAYS = re.compile(r"(?P<month>\d{1,2}月)(?P<first>\d{1,2})日?[-—–~至到]+(?P<last>\d{1,2})日")
YEARS = re.compile(r"(?<!\d)(?P<first>[12]\d{3})年?[-—–~至到]+(?P<last>[12]\d{3})年")
WRONG_BASIS = re.compile(
    r"环比(?:上年|去年|上年同期|去年同期)|同比上(?:个)?(?:月|季)|(?:比|较)上(?:个)?月同比|(?:比|较)[上去]年(?:同期)?环比"
)
PART_OF_YEAR = re.compile(
    r"季度|[上下]半年|[1一][-—–~至到]+\d{1,2}月|前[\d一二三四五六七八九十]+个?月"
)
LAST_YEAR = re.compile(r"(?:比|较)上年(?!同|末|底|度|的|全)[^，,。;；\d]{0,6}(?:增|降|减|升)")


def garbled_figure(prose: Prose) -> Iterator[Tie]:
    """Point at digits that nobody writes so."""
    for match in GARBLED.finditer(prose.text):
        yield _seen("garbled_figure", prose, match, "数字写法异常，疑有错漏。")


def doubled_word(prose: Prose) -> Iterator[Tie]:
    """Point at a word of the trade that stands twice."""
    for match in DOUBLED.finditer(prose.text):
        yield _seen("doubled_word", prose, match, "词语重复，疑有衍文。")


def impossible_date(prose: Prose) -> Iterator[Tie]:
    """Point at a day that no calendar has, or that was another day of the week."""
    for match in DAY.finditer(prose.text):
        day = _day(match)
        if day is None:
            yield _seen("impossible_date", prose, match, "日历上没有这一天。")
        elif match["year"] and match["weekday"]:
            told = WEEKDAYS.index(match["weekday"].replace("天", "日"))
            if told != day.weekday():
                note = f"当天是星期{WEEKDAYS[day.weekday()]}。"
                yield _seen("impossible_date", prose, match, note)
    for match in MONTH.finditer(prose.text):
        yield _seen("impossible_date", prose, match, "没有这个月份。")


def _day(match: re.Match[str]) -> dt.date | None:
    """Return the day; without its year it may be that of a leap year."""
    try:
        return dt.date(int(match["year"] or LEAP), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def reversed_range(prose: Prose) -> Iterator[Tie]:
    """Point at a stretch of time that ends before it begins."""
    for pattern in (DAYS, YEARS):
        for match in pattern.finditer(prose.text):
            if int(match["first"]) > int(match["last"]):
                yield _seen("reversed_range", prose, match, "起止先后颠倒。")


def period_basis(prose: Prose) -> Iterator[Tie]:
    """Point at a comparison with another period than its word says."""
    for match in WRONG_BASIS.finditer(prose.text):
        yield _seen("period_basis", prose, match, "同比与环比的基期不符。")
    for sentence in prose.sentences:
        part, told = PART_OF_YEAR.search(sentence.text), LAST_YEAR.search(sentence.text)
        if part and told and part.end() <= told.start():
            formula, note = f"{part.group()}…{told.group()}", "未写明是否与上年同期相比。"
            yield observed("period_basis", Outcome.NOT_CHECKABLE, formula, note)


def _seen(rule: str, prose: Prose, match: re.Match[str], note: str) -> Tie:
    """Show what was found with the words around it."""
    around = prose.text[max(0, match.start() - 6) : match.end() + 6]
    return observed(rule, Outcome.REVIEW, " ".join(around.split()), note)
