"""Points: 比重20.2%，比上年的18.7%提高1.5个百分点.

pp_change   two percentages and the difference between them
"""

from collections.abc import Iterator

from summarizer.checks.prose import Prose, Statement, Term, sized
from summarizer.checks.ties import Answer, Terms, Tie, equality
from summarizer.lexicon import pattern
from summarizer.quantity import Kind

FELL = pattern("change.points_fell")
FROM = pattern("change.points_from")
AGAINST = pattern("change.points_against")
TO = pattern("change.points_to")


def pp_change(prose: Prose) -> Iterator[Tie]:
    """Subtract the two percentages that a change in points lies between."""
    for sentence in prose.sentences:
        for index, change in enumerate(sentence.figures):
            if change.quantity.kind is not Kind.PERCENTAGE_POINT or not index:
                continue
            ends = _around(sentence, index) or _before(sentence, index)
            if ends:
                falls = change.value < 0 or FELL.search(change.before) is not None
                yield Tie("pp_change", (change, *ends), _fallen if falls else _risen)


def _around(sentence: Statement, index: int) -> tuple[Term, Term] | None:
    """Return the ends of 由35.1%上升0.9个百分点至36.0%."""
    if index + 1 == len(sentence.figures):
        return None
    first, change, second = sentence.figures[index - 1 : index + 2]
    told = FROM.search(sentence.upto(first)[-22:]) and TO.search(sentence.between(change, second))
    return (first, second) if told and _are_percent(first, second) else None


def _before(sentence: Statement, index: int) -> tuple[Term, Term] | None:
    """Return what 比, 较 or 由 sets a percentage against, and that percentage."""
    if index < 2:  # noqa: PLR2004 - a change has two ends
        return None
    first, second = sentence.figures[index - 2 : index]
    if not _are_percent(first, second):
        return None
    said = sentence.upto(first)[-22:]
    if AGAINST.search(said) or FROM.search(said):
        return first, second
    return (second, first) if AGAINST.search(sentence.upto(second)[-22:]) else None


def _are_percent(*figures: Term) -> bool:
    return {figure.quantity.kind for figure in figures} == {Kind.PERCENT}


def _risen(figures: Terms) -> Answer:
    change, base, level = figures
    return _subtracted(change, level, base)


def _fallen(figures: Terms) -> Answer:
    change, base, level = figures
    return _subtracted(change, base, level)


def _subtracted(change: Term, more: Term, less: Term) -> Answer:
    """Subtract; the change is told without its sign, which its word (提高, 回落) has."""
    size = sized(change)
    result = equality(size, more.allowed - less.allowed, more.value - less.value)
    return Answer(result, f"{more.text} - {less.text} = {change.text}")
