"""Multiples: 1034亿元，是2010年的4.2倍，2010年为246亿元; 由50亿元增加到102亿元，翻了一番.

multiple   a level is so many times another; 翻番 is said loosely, so it is only for review
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.checks.changes import from_to
from summarizer.checks.intervals import Interval
from summarizer.checks.prose import Prose, Statement, Term
from summarizer.checks.ties import Answer, Terms, Tie
from summarizer.lexicon import only_word, pattern
from summarizer.quantity import Kind
from summarizer.report import Outcome

TIMES = pattern("change.times_of")
DOUBLED = only_word("change.doubled")
STILL = pattern("change.still_doubled")
LOOSE = Decimal("0.05")
"""So far from twice as much, of it, may still be called 翻番."""


def multiple(prose: Prose) -> Iterator[Tie]:
    """Compare a level with so many times another that the paragraph tells."""
    for sentence in prose.sentences:
        for index, times in enumerate(sentence.figures):
            if times.quantity.kind is not Kind.MULTIPLE or not index or times.value <= 0:
                continue
            before = sentence.figures[:index]
            if times.text.startswith(DOUBLED):
                before = before if times.is_exact() and "近" not in times.text else ()
                ends = from_to(sentence, before)
                ends = ends if ends and STILL.match(sentence.between(ends[1], times)) else None
            else:
                ends = _named(sentence, before[-1], times, prose)
            if ends:
                yield Tie("multiple", (times, *ends), _divided)


def _named(sentence: Statement, level: Term, times: Term, prose: Prose) -> tuple[Term, Term] | None:
    """Return what 是…的N倍 names, where it is told with that name, and the level before."""
    said = TIMES.search(sentence.upto(times)[-24:])
    if not said or not level.is_level():
        return None
    told = re.compile(rf"{re.escape(said['base'])}(?:的|为|是|仅|只有|约)*$")
    found = [
        figure
        for other in prose.paragraph(sentence.paragraph)
        for figure in other.figures
        if figure.is_like(level) and figure.id != level.id and told.search(other.upto(figure)[-24:])
    ]
    return (found[0], level) if len(found) == 1 and found[0].is_level() else None


def _divided(figures: Terms) -> Answer:
    times, base, level = figures
    allowed = times.allowed
    if times.text.startswith(DOUBLED):
        allowed = Interval(times.value * (1 - LOOSE), times.value * (1 + LOOSE))
    result = Outcome.REVIEW
    if allowed.meets(level.allowed / base.allowed):
        exact = level.value == times.value * base.value
        result = Outcome.EXACT if exact else Outcome.ROUNDING
    return Answer(result, f"{level.text} ÷ {base.text} = {times.text}")
