"""Which measure a figure gives: level, growth, share, points, change, ratio, rank.

The verb before a figure decides (增长, 占, 净增), where it is not taken back by 到 or 至: 增加到
120家 is a level again.
"""

import re

from summarizer.analysis.figures import Figure
from summarizer.lexicon import pattern
from summarizer.quantity import Kind
from summarizer.summary import Measure

FIXED = {
    Kind.PERCENTAGE_POINT: Measure.PP_CHANGE,
    Kind.RANK: Measure.RANK,
    Kind.RATIO: Measure.RATIO,
}
GROWTH = pattern("measures.growth")
LEVEL_AGAIN = pattern("measures.level_again")
SHARE = pattern("measures.share")
INDEX = pattern("measures.index")
CHANGE = pattern("measures.change")
GROWING = pattern("measures.growing_behind")
CURRENCY = re.compile("[A-Z]{3}")


def measure_of(figure: Figure) -> Measure:
    """Say what a figure says of its indicator."""
    kind = figure.quantity.kind
    if kind in FIXED:
        return FIXED[kind]
    if kind is Kind.MULTIPLE:
        return Measure.GROWTH if GROWTH.search(figure.left_text) else Measure.RATIO
    if kind is Kind.PERCENT:
        return _of_percent(figure)
    return Measure.CHANGE if CHANGE.search(figure.left_text) else Measure.LEVEL


def is_money(unit: str | None) -> bool:
    """Say whether a unit is a currency by its code (ISO 4217): CNY, and not CNY/t."""
    return bool(unit and CURRENCY.fullmatch(unit))


def _of_percent(figure: Figure) -> Measure:
    """Tell growth, share and index apart; a rate, or a bare percentage of something, is a share."""
    left = figure.left_text
    grown = list(GROWTH.finditer(left))
    shared = list(SHARE.finditer(left))
    if GROWING.match(figure.right_text):
        return Measure.GROWTH
    if grown and not LEVEL_AGAIN.search(left) and not _later(shared, grown):
        return Measure.GROWTH
    if not shared and INDEX.search(left):
        return Measure.LEVEL
    return Measure.SHARE


def _later(these: list[re.Match[str]], those: list[re.Match[str]]) -> bool:
    return bool(these) and these[-1].start() > those[-1].start()
