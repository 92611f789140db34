"""Growth and differences: 由82亿元增加到105亿元，增长28%；比年初增加103亿元，增长9.4%.

growth      two levels and the growth between them; a level, what was added, and at what rate; with
            one level alone, the other is derived
difference  two levels and what was added

Where the earlier level is told:    由82亿元增加到105亿元，增长28%
                                    105亿元，较上年的82亿元增长28%
                                    105亿元（上年：82亿元），增长28%
                                    105亿元，去年同期为82亿元，增长28%
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from summarizer.checks.intervals import HUNDRED, Interval, in_percent, shown
from summarizer.checks.prose import COUNTABLE, Prose, Statement, Term
from summarizer.checks.sums import doubted
from summarizer.checks.ties import Answer, Terms, Tie, equality
from summarizer.lexicon import only_word, pattern, source, word_set
from summarizer.quantity import Kind
from summarizer.report import Outcome

ROSE = pattern("change.rose")
FELL = pattern("change.fell")
FROM = pattern("change.from")
TO = pattern("change.up_to")
EARLIER = source("change.earlier")
THAN = pattern("change.than")
BRACKETED = pattern("change.bracketed")
WAS = pattern("change.was")
AT_RATE = pattern("change.at_rate")
YEARLY = pattern("change.yearly")
SAME_TIME = pattern("change.same_time")
AMONG = only_word("parts.respectively")
WITH = pattern("change.with")
BASES = word_set("change.basis.shown")
ADJUSTED = pattern("change.adjusted")
ONE = Decimal(1)
TWO = 2


def growth(prose: Prose) -> Iterator[Tie]:
    """Compare levels with the growth that is told; derive the base where only one is."""
    for sentence in prose.sentences:
        shared = _shared_out(sentence)
        for index, rate in enumerate(sentence.figures):
            if rate.id in shared:
                level = shared[rate.id]
                if level and level.is_exact() and rate.is_exact():
                    yield Tie("growth", (level, rate), _base)
            elif rate.quantity.kind is Kind.PERCENT and _is_change(sentence, rate):
                yield from _grown_at(sentence, sentence.figures[:index], rate)


def _shared_out(sentence: Statement) -> dict[str, Term | None]:
    """Return the level of each rate after 分别, in order; None where they are not as many."""
    at = sentence.text.find(AMONG)
    if at < 0:
        return {}
    at += sentence.span.start
    before = [f for f in sentence.figures if f.quantity.end <= at and f.is_level()]
    after = (f for f in sentence.figures if f.quantity.start > at)
    rates = list(takewhile(lambda f: f.quantity.kind is Kind.PERCENT, after))
    yearly = before and SAME_TIME.search(sentence.between(before[-1], rates[0])) if rates else None
    levels = before[-len(rates) :] if yearly and len(before) >= len(rates) else [None] * len(rates)
    return {rate.id: level for rate, level in zip(rates, levels, strict=True)}


def difference(prose: Prose) -> Iterator[Tie]:
    """Compare two levels with what is said to have been added or lost."""
    for sentence in prose.sentences:
        for index, change in enumerate(sentence.figures):
            before = sentence.figures[:index]
            ends = from_to(sentence, before) or _compared(before)
            if not ends or not change.is_like(ends[0]) or not _is_change(sentence, change):
                continue
            if change.before.endswith(("到", "至")):
                continue
            if AT_RATE.match(sentence.between(before[-1], change)):
                yield Tie("difference", (change, *ends), _added)


def _grown_at(sentence: Statement, before: Terms, rate: Term) -> Iterator[Tie]:
    """Tie a rate to the figures right before it that it can be computed from."""
    if ends := from_to(sentence, before):
        if AT_RATE.match(sentence.between(ends[1], rate)):
            yield Tie("growth", (rate, *ends), _grown)
    elif len(before) >= TWO and not ADJUSTED.search(sentence.text):
        base, level = before[-1], before[-2]
        if AT_RATE.match(sentence.between(base, rate)) and (ends := _compared(before[:-1])):
            yield Tie("growth", (rate, *ends), _grown)
        elif _is_base(sentence, base, level, rate):
            yield Tie("growth", (rate, base, level), _grown)
        elif _is_added(sentence, base, level, rate):
            yield Tie("growth", (rate, base, level), _grown_by)
        elif _has_base(sentence, base, rate):
            yield Tie("growth", (base, rate), _base)
    elif before and _has_base(sentence, before[-1], rate):
        yield Tie("growth", (before[-1], rate), _base)


def _is_change(sentence: Statement, figure: Term) -> bool:
    said = sentence.upto(figure)[-8:]
    return bool(ROSE.search(said) or FELL.search(said))


def from_to(sentence: Statement, figures: tuple[Term, ...]) -> tuple[Term, Term] | None:
    """Return the two levels of 由A增加到B, where they are the last two figures told."""
    if len(figures) < TWO:
        return None
    first, second = figures[-2:]
    told = FROM.search(sentence.upto(first)[-22:]) and TO.search(sentence.between(first, second))
    alike = first.is_like(second) and first.quantity.kind in COUNTABLE
    return (first, second) if told and alike and first.value > 0 else None


def _compared(figures: Terms) -> tuple[Term, Term] | None:
    """Return the earlier level and the level of 62.4万人，与上次的58.9万人相比."""
    if len(figures) < TWO:
        return None
    level, base = figures[-2:]
    alike = base.is_like(level) and level.is_level() and base.is_level()
    told = WITH.search(base.before) and not level.is_base() and base.quantity.kind in COUNTABLE
    return (base, level) if alike and told else None


def _is_base(sentence: Statement, base: Term, level: Term, rate: Term) -> bool:
    """Say whether a figure is the earlier level, and the rate follows upon it."""
    alike = level.is_like(base) and level.is_level() and base.is_level()
    said = sentence.upto(base)[-24:]
    told = THAN.search(said) or BRACKETED.search(said) or WAS.search(said)
    return bool(alike and told and AT_RATE.match(sentence.between(base, rate)))


def _is_added(sentence: Statement, change: Term, level: Term, rate: Term) -> bool:
    """Say whether a level, what was added to it, and the rate stand side by side, on one base."""
    alike = change.is_like(level) and level.is_level() and not change.is_level()
    alike = alike and not level.is_base()
    said = sentence.between(change, rate)
    other_base = any(word in said and word not in change.before for word in BASES)
    return bool(alike and AT_RATE.match(said) and not other_base)


def _grown(figures: Terms) -> Answer:
    rate, base, level = figures
    ratio = level.allowed / base.allowed
    computed = (ratio - Interval(ONE, ONE)).scaled(HUNDRED)
    exact = in_percent(level.value - base.value, base.value, rate.quantity.decimals)
    if exact is not None and exact < 0 < rate.value:
        computed, exact = -computed, -exact
    formula = f"{level.text} ÷ {base.text} - 1 = {rate.text}"
    return Answer(equality(rate, computed, exact), formula)


def _grown_by(figures: Terms) -> Answer:
    """Judge a level, what was added to it, and the rate; the base may have been redefined."""
    rate, change, level = figures
    base = level.allowed - change.allowed
    is_possible = level.value > change.value
    size, sign = (change.allowed, "-") if change.value > 0 else (-change.allowed, "+")
    computed = (size / base).scaled(HUNDRED)
    if rate.value < 0:
        computed = -computed
    exact = in_percent(change.value, level.value - change.value, rate.quantity.decimals)
    result = equality(rate, computed, exact) if is_possible else Outcome.REVIEW
    formula = f"{change.text} ÷ ({level.text} {sign} {change.text}) = {rate.text}"
    return doubted(Answer(result, formula))


def _added(figures: Terms) -> Answer:
    change, base, level = figures
    computed, exact = level.allowed - base.allowed, level.value - base.value
    if exact < 0 < change.value:
        computed, exact = -computed, -exact
    formula = f"{level.text} - {base.text} = {change.text}"
    return Answer(equality(change, computed, exact), formula)


def _has_base(sentence: Statement, level: Term, rate: Term) -> bool:
    """Say whether a level and its growth over the year stand side by side, both exact."""
    exact = level.is_exact() and rate.is_exact() and rate.value > -HUNDRED
    alike = level.quantity.kind in COUNTABLE and level.value > 0
    return alike and exact and bool(YEARLY.match(sentence.between(level, rate)))


def _base(figures: Terms) -> Answer:
    """Derive last year's level from this year's and its growth: nothing to compare it with."""
    level, rate = figures
    factor = rate.allowed.scaled(ONE / HUNDRED) + Interval(ONE, ONE)
    base, sign = level.allowed / factor, "-" if rate.value < 0 else "+"
    unit = ONE.scaleb(level.quantity.unit_mult)
    said = f"{shown(base, unit)}{level.quantity.unit_text or ''}"
    formula = f"{level.text} ÷ (1 {sign} {rate.text.lstrip('-')}) = {said}"
    return Answer(Outcome.NOT_CHECKABLE, formula, f"原文未给上年数，推算约为{said}。")
