"""Growth and differences: 由82亿元增加到105亿元，增长28%；增加23亿元.

growth      two levels and the growth between them; with one level, the other is derived
difference  two levels and what was added
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.checks.intervals import Interval, in_percent, shown
from summarizer.checks.prose import COUNTABLE, Figure, Prose, Sentence
from summarizer.checks.ties import Answer, Figures, Tie, equality
from summarizer.quantity import Kind
from summarizer.report import Outcome

ROSE = re.compile(r"(?:增长|增加|提高|上升|上涨|增|涨)(?:了|近|约|达|超过|到|幅为|幅达)?$")
FELL = re.compile(r"(?:下降|减少|降低|下滑|下跌|回落|降|减|跌)(?:了|近|约|达|幅为|幅达)?$")
FROM = re.compile(r"(?:由|从)[^。;；]{0,20}$")
TO = re.compile(
    r"^[^，,。;；]{0,8}(?:增加|增长|提高|上升|发展|扩大|攀升|跃升|增|升|下降|减少|降低|降|减)?(?:到|至)"
)
YEARLY = re.compile(r"[，,]?(?:同比|比上年|较上年|比去年|较去年)(?:同期)?[^，,。;；]{0,4}$")
HUNDRED = Decimal(100)
ONE = Decimal(1)


def growth(prose: Prose) -> Iterator[Tie]:
    """Compare two levels with the growth that is told; derive the base where only one is."""
    for sentence in prose.sentences:
        for index, rate in enumerate(sentence.figures):
            if rate.quantity.kind is not Kind.PERCENT or not _is_change(sentence, rate):
                continue
            ends = _from_to(sentence, sentence.figures[:index])
            if ends:
                yield Tie("growth", (rate, *ends), _grown)
            elif index and _has_base(sentence, sentence.figures[index - 1], rate):
                yield Tie("growth", (sentence.figures[index - 1], rate), _base)


def difference(prose: Prose) -> Iterator[Tie]:
    """Compare two levels with what is said to have been added or lost."""
    for sentence in prose.sentences:
        for index, change in enumerate(sentence.figures):
            ends = _from_to(sentence, sentence.figures[:index])
            if ends and change.is_like(ends[0]) and _is_change(sentence, change):
                yield Tie("difference", (change, *ends), _added)


def _is_change(sentence: Sentence, figure: Figure) -> bool:
    said = sentence.upto(figure)[-8:]
    return bool(ROSE.search(said) or FELL.search(said))


def _from_to(sentence: Sentence, figures: tuple[Figure, ...]) -> tuple[Figure, Figure] | None:
    """Return the two levels of 由A增加到B, where they are the last two figures told."""
    if len(figures) < 2:  # noqa: PLR2004 - a change has two ends
        return None
    first, second = figures[-2:]
    told = FROM.search(sentence.upto(first)[-22:]) and TO.search(sentence.between(first, second))
    alike = first.is_like(second) and first.quantity.kind in COUNTABLE
    return (first, second) if told and alike and first.value > 0 else None


def _grown(figures: Figures) -> Answer:
    rate, base, level = figures
    ratio = level.allowed / base.allowed
    computed = (ratio - Interval(ONE, ONE)).scaled(HUNDRED)
    exact = in_percent(level.value - base.value, base.value, rate.quantity.decimals)
    if exact is not None and exact < 0 < rate.value:
        computed, exact = _negated(computed), -exact
    formula = f"{level.text} ÷ {base.text} - 1 = {rate.text}"
    return Answer(equality(rate, computed, exact), formula)


def _added(figures: Figures) -> Answer:
    change, base, level = figures
    computed, exact = level.allowed - base.allowed, level.value - base.value
    if exact < 0 < change.value:
        computed, exact = _negated(computed), -exact
    formula = f"{level.text} - {base.text} = {change.text}"
    return Answer(equality(change, computed, exact), formula)


def _has_base(sentence: Sentence, level: Figure, rate: Figure) -> bool:
    """Say whether a level and its growth over the year stand side by side, both exact."""
    exact = level.is_exact() and rate.is_exact() and rate.value > -HUNDRED
    alike = level.quantity.kind in COUNTABLE and level.value > 0
    return alike and exact and bool(YEARLY.match(sentence.between(level, rate)))


def _base(figures: Figures) -> Answer:
    """Derive last year's level from this year's and its growth: nothing to compare it with."""
    level, rate = figures
    factor = rate.allowed.scaled(ONE / HUNDRED) + Interval(ONE, ONE)
    base = level.allowed / factor
    unit = ONE.scaleb(level.quantity.unit_mult)
    said = f"{shown(base, unit)}{level.quantity.unit_text or ''}"
    formula = f"{level.text} ÷ (1 + {rate.text}) = {said}"
    return Answer(Outcome.NOT_CHECKABLE, formula, f"原文未给上年数，推算约为{said}。")


def _negated(interval: Interval) -> Interval:
    return Interval(
        None if interval.high is None else -interval.high,
        None if interval.low is None else -interval.low,
    )
