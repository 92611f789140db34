"""Dates and periods of a claim: the article speaks of that time, or nobody does.

A period is compared by its years: what is finer (2018-Q1 in 2018) does not contradict. Whether it
is the figure's own time is for `matching.times` to say.
"""

import re

from summarizer.matching.cues import Said
from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import YEAR, Source, occurrence, years
from summarizer.matching.times import days
from summarizer.quantity import Quantity

MONTH = re.compile(r"-(\d\d)(?!\d)")


def judge_date(claimed: Quantity, said: Said, source: Source) -> Judgement:
    """Judge a date or period of a statement: it must be one of the article, or of the issue.

    What a figure is only compared with (与去年同月相比) need not be told.
    """
    if (span := occurrence(claimed.text, source.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    for printed in source.calendar():
        if _agree(claimed, printed):
            return Judgement(Reason.EQUIVALENT, evidence=printed.span)
    if _is_compared(claimed, said):
        return Judgement(Reason.EQUIVALENT)
    if not years(claimed) or years(claimed) <= _told_by_the_day(claimed, source):
        return Judgement(Reason.EQUIVALENT)
    return _untold(claimed, source)


def _untold(claimed: Quantity, source: Source) -> Judgement:
    """Say that the article has no such time, or only a longer one that it lies in."""
    if any(_lies_within(claimed, printed) for printed in source.calendar()):
        message = f"原文没有单说“{claimed.text}”，只说了包括它的一段时间。"
        return Judgement(Reason.UNVERIFIED, message)
    return Judgement(Reason.PERIOD_CONFLICT, f"原文没有“{claimed.text}”这个时间。")


def _lies_within(claimed: Quantity, printed: Quantity) -> bool:
    """Say whether a time lies in a longer one that the article tells: 2012年 in 2011-2013年."""
    mine, theirs = (days(each.time_period or "") for each in (claimed, printed))
    return bool(mine and theirs and theirs[0] <= mine[0] and mine[1] <= theirs[1])


def _told_by_the_day(claimed: Quantity, source: Source) -> frozenset[int]:
    """Return the years that the day of the issue tells: its own, and where so written 去年."""
    if source.date is None:
        return frozenset()
    around = (0,) if YEAR.search(claimed.text) else (-1, 0, 1)
    return frozenset(source.date.year + by for by in around)


def _is_compared(date: Quantity, said: Said) -> bool:
    """Say whether a date is what a claim compares with: 与去年同月相比, 比2016年."""
    return said.text[: date.start].endswith(("与", "和", "同", "比", "较"))


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
