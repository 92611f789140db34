"""Dates and periods: the article speaks of that time, and the figure belongs to it.

A period is compared by its years: what is finer (2018-Q1 in 2018) does not contradict.
"""

import re

from summarizer.lexicon import pattern
from summarizer.quantity import Quantity
from summarizer.text import fold
from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import CALENDAR, YEAR, Source, occurrence, years
from summarizer.verification.wording import Statement

NAMED = pattern("times.named_year")
COUNTED = {
    -2: re.compile("前年"),
    -1: re.compile("去年|上年|上一年|昨年|同期|全年|年末|年底"),
    1: re.compile("明年|来年|下年"),
}
YEAR_TOLD = pattern("times.year_told")
NOW = pattern("times.now")
MONTH = re.compile(r"-(\d\d)(?!\d)")


def judge_date(claimed: Quantity, statement: Statement, source: Source) -> Judgement:
    """Judge a date or period of a statement: it must be one of the article, or of the issue.

    What a figure is only compared with (与去年同月相比) need not be told.
    """
    if (span := occurrence(claimed.text, source.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    for printed in source.calendar():
        if _agree(claimed, printed):
            return Judgement(Reason.EQUIVALENT, evidence=printed.span)
    if _is_compared(claimed, statement):
        return Judgement(Reason.EQUIVALENT)
    if not years(claimed) or (source.date and years(claimed) <= {source.date.year}):
        return Judgement(Reason.EQUIVALENT)
    return Judgement(
        Reason.PERIOD_CONFLICT, f"原文没有“{claimed.text}”这个时间，请照原文改正或删去。"
    )


def judge_period(
    claimed: Quantity, printed: Quantity, statement: Statement, source: Source
) -> Judgement | None:
    """Refute a figure that the claim puts into a year its sentence in the article does not name."""
    said = _governing_years(claimed, statement)
    if not said:
        return None
    sentence = source.sentence(printed)
    meant = {
        year
        for date in source.calendar()
        if sentence.start <= date.start < sentence.end
        for year in _named_years(date)
    }
    if source.date and NOW.search(source.text, sentence.start, printed.start):
        meant.add(source.date.year)
    here = {int(year) for year in NAMED.findall(source.clause(printed).of(source.text))}
    meant = meant or set(reachable_years(printed, source))
    if not meant or (said & meant and (not here or said & here)):
        return None
    return Judgement(
        Reason.PERIOD_CONFLICT,
        f"“{claimed.text}”的时间与原文不符：原文是“{source.quote(printed)}”。",
        printed.span,
    )


def reachable_years(printed: Quantity, source: Source) -> frozenset[int]:
    """Return the years that a figure can be of: named beside it, before it, or read for it.

    A year named elsewhere in the article is some other figure's.
    """
    sentence = source.sentence(printed)
    dated = [date for date in source.calendar() if _named_years(date)]
    near = [date for date in dated if sentence.start <= date.start < sentence.end]
    before = [date for date in dated if date.start < sentence.start]
    found = {year for date in (*near, *before[-1:], *before[:1]) for year in years(date)}
    read = source.readings.get(printed.id)
    said = fold((read and read.time_period_text) or "")
    return frozenset(found | {int(year) for year in YEAR.findall(said)} | _told_by_the_day(source))


def _named_years(date: Quantity) -> frozenset[int]:
    """Return the years of a date that names one: 2018年, 去年; not 全年, which any may have."""
    return years(date) if YEAR_TOLD.search(fold(date.text)) else frozenset()


def _told_by_the_day(source: Source) -> set[int]:
    """Return the year of the issue and those that the article counts from it: 去年, 明年."""
    if source.date is None:
        return set()
    counted = {by for by, word in COUNTED.items() if word.search(source.text)}
    return {source.date.year + by for by in {0} | counted}


def lies_ahead(printed: Quantity, source: Source) -> bool:
    """Say whether the clause of a figure names only years after that of the issue."""
    here = {int(year) for year in NAMED.findall(source.clause(printed).of(source.text))}
    return source.date is not None and bool(here) and min(here) > source.date.year


def _governing_years(claimed: Quantity, statement: Statement) -> frozenset[int]:
    """Return the years of the last date before the figure that no semicolon parts from it."""
    since = max(statement.text.rfind(mark, 0, claimed.start) for mark in "；;。")
    dates = (q for q in statement.quantities if q.kind in CALENDAR)
    before = [
        date
        for date in dates
        if since < date.start < claimed.start and not _is_compared(date, statement)
    ]
    named = [years for date in before if (years := _named_years(date))]
    return named[-1] if named else frozenset()


def _is_compared(date: Quantity, statement: Statement) -> bool:
    """Say whether a date is what a claim compares with: 与去年同月相比, 比2016年."""
    return statement.text[: date.start].endswith(("与", "和", "同", "比", "较"))


def _agree(claimed: Quantity, printed: Quantity) -> bool:
    """Say whether two dates can be the same: their years and, where both are said, months."""
    mine, theirs = claimed.time_period, printed.time_period
    if mine is None or theirs is None:
        return claimed.text == printed.text
    if mine == theirs or mine.startswith(theirs) or theirs.startswith(mine):
        return True
    return bool(years(claimed) & years(printed)) and not (
        MONTH.search(mine) and MONTH.search(theirs)
    )
