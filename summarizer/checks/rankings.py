"""Superlatives: 增速最快, 第一大: what is told to be greatest is the greatest of those told.

Whom a superlative is measured against is not always told, so a contradiction is only for review.
"""

from collections.abc import Iterator

from summarizer.checks.prose import Prose, Statement, Term, likeness
from summarizer.checks.ties import Answer, Terms, Tie
from summarizer.lexicon import only_word, pattern
from summarizer.quantity import Kind
from summarizer.report import Outcome

FASTEST = pattern("change.fastest")
GREW = pattern("change.grew")
GREATEST = only_word("change.first_of_all")


def superlative(prose: Prose) -> Iterator[Tie]:
    """Compare what is called greatest with its like in the same paragraph."""
    for sentence in prose.sentences:
        for figure in sentence.figures:
            if figure.quantity.kind is Kind.PERCENT and FASTEST.search(sentence.after(figure)):
                rivals = _growths(prose.paragraph(sentence.paragraph), figure)
                yield from _greatest(figure, rivals)
        named, first, _ = sentence.text.partition(GREATEST)
        if first:
            yield from _first_of_all(named, prose.paragraph(sentence.paragraph))


def _growths(sentences: tuple[Statement, ...], but: Term) -> list[Term]:
    return [
        figure
        for sentence in sentences
        for figure in sentence.figures
        if figure.quantity.kind is Kind.PERCENT
        and figure is not but
        and GREW.search(sentence.upto(figure)[-6:])
    ]


def _first_of_all(named: str, sentences: tuple[Statement, ...]) -> Iterator[Tie]:
    """Compare the amount whose words name the one called first with others of its indicator."""
    amounts = [
        figure
        for sentence in sentences
        for figure in sentence.figures
        if figure.quantity.kind is Kind.AMOUNT
    ]
    own = max(amounts, key=lambda figure: likeness(figure.before, named), default=None)
    if own is None or likeness(own.before, named) * 3 < 1:
        return
    rivals = [f for f in amounts if f.is_like(own) and f is not own and _same_head(f, own)]
    yield from _greatest(own, rivals)


def _same_head(first: Term, second: Term) -> bool:
    """Say whether two figures measure the same: their words end alike."""
    return first.before[-4:] == second.before[-4:] != ""


def _greatest(figure: Term, rivals: list[Term]) -> Iterator[Tie]:
    if rivals:
        yield Tie("superlative", (figure, *rivals), _is_greatest)


def _is_greatest(figures: Terms) -> Answer:
    figure = figures[0]
    greatest = max(figures[1:], key=lambda rival: rival.value)
    result = Outcome.EXACT
    if figure.value < greatest.value:
        met = figure.allowed.meets(greatest.allowed)
        result = Outcome.ROUNDING if met else Outcome.REVIEW
    return Answer(result, f"{figure.text} ≥ {greatest.text}")
