"""The headline and the body: 投资超50亿元 over an article that tells 52.7亿元.

headline   a figure of the headline is met by one of the body, in its bounds and its rounding;
           where the only one of its name in the body differs, it is for review
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from summarizer.checks.intervals import Interval, total
from summarizer.checks.prose import COUNTABLE, Prose, Term, pairs
from summarizer.checks.ties import Answer, Terms, Tie
from summarizer.document import Role
from summarizer.quantity import Kind
from summarizer.report import Outcome

KINDS = COUNTABLE | {Kind.PERCENT}
FEW = 10
"""Smaller counts number the points of an article (六方面), which listings count."""
MOST = 30
"""Among more figures of a kind nothing is said of one that is missing."""
COMMON = 2
"""So many pairs of characters two figures share that are called alike."""


def headline(prose: Prose) -> Iterator[Tie]:
    """Compare each figure of the headline with the body's."""
    titles = [each for each in prose.sentences if each.role is Role.HEADLINE]
    told = [f for each in prose.sentences if each.role is not Role.HEADLINE for f in each.figures]
    for sentence in titles:
        for figure in sentence.figures:
            if figure.quantity.kind in KINDS and not _is_few(figure):
                yield from _answered(figure, [other for other in told if other.is_like(figure)])


def _answered(figure: Term, told: Sequence[Term]) -> Iterator[Tie]:
    """Tie a figure of the headline to the one that answers to it, if one surely should."""
    likest = sorted(told, key=lambda other: -_common(figure, other))
    met = [other for other in likest if other.allowed.meets(figure.allowed)]
    if met:
        yield Tie("headline", (figure, met[0]), _agree)
    elif _is_sole(figure, likest) and len(told) <= MOST and not _is_sum(figure, told):
        yield Tie("headline", (figure, likest[0]), _agree)


def _common(figure: Term, other: Term) -> int:
    return len(pairs(other.words) & pairs(figure.words))


def _is_sole(figure: Term, likest: Sequence[Term]) -> bool:
    """Say whether the likest figure of the body is called like the headline's, and alone so."""
    best, *others = [_common(figure, other) for other in likest[:2]] or [0]
    name = pairs(figure.before) or pairs(figure.after)
    return (
        best >= COMMON
        and best > max(others, default=0)
        and 2 * len(name & pairs(likest[0].words)) >= len(name)
    )


def _is_sum(figure: Term, told: Sequence[Term]) -> bool:
    """Say whether the headline adds up, or takes apart, what the body tells in two figures."""
    couples = [(one.allowed, other.allowed) for one, other in combinations(told, 2)]
    found: list[Interval] = [total(couple) for couple in couples]
    found += [one - other for one, other in couples] + [other - one for one, other in couples]
    return any(figure.allowed.meets(each) for each in found)


def _agree(figures: Terms) -> Answer:
    figure, other = figures
    formula = f"标题{figure.text} = 正文{other.text}"
    if not figure.allowed.meets(other.allowed):
        return Answer(Outcome.REVIEW, formula, "标题与正文的数字不同。")
    exact = figure.value == other.value and figure.is_exact() and other.is_exact()
    return Answer(Outcome.EXACT if exact else Outcome.ROUNDING, formula)


def _is_few(figure: Term) -> bool:
    return figure.quantity.kind is Kind.COUNT and figure.value < FEW
