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
from summarizer.lexicon import pattern, source
from summarizer.report import Outcome

UNIT = source("damage.unit")
GARBLED = pattern("damage.garbled")
DOUBLED = pattern("damage.doubled")
DAY = pattern("times.day")
MONTH = pattern("times.no_such_month")
WEEKDAYS = "一二三四五六日"
LEAP = 2000
DAYS = pattern("times.days")
YEARS = pattern("times.years")
WRONG_BASIS = pattern("damage.wrong_basis")
PART_OF_YEAR = pattern("times.part_of_year")
LAST_YEAR = pattern("times.than_last_year")


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
    for stretch in (DAYS, YEARS):
        for match in stretch.finditer(prose.text):
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
