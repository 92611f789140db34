"""Products: 10个支部，每个30–40人, against 400多人 told nearby.

The total may count others too, so a contradiction is only for review.
"""

import re
from collections.abc import Iterator

from summarizer.checks.prose import Figure, Prose, Sentence
from summarizer.checks.ties import Answer, Figures, Tie
from summarizer.quantity import Kind
from summarizer.report import Outcome

EACH = re.compile(r"(?:每|平均每|户均|单)(.)([\u4e00-\u9fff]{0,6})")
HEAD = 2


def product(prose: Prose) -> Iterator[Tie]:
    """Multiply what each has by how many there are, and compare with the nearest total before."""
    for sentence in prose.sentences:
        near = prose.paragraph(sentence.paragraph)
        for rate in sentence.figures:
            each = EACH.search(rate.before)
            many = _how_many(each, rate, near) if each else None
            whole = _total_before(rate, many, near) if many else None
            if many and whole:
                yield Tie("product", (whole, many, rate), _multiplied)


def _how_many(each: re.Match[str], rate: Figure, near: tuple[Sentence, ...]) -> Figure | None:
    """Return the count of what 每个… speaks of, told before."""
    classifier, head = each.group(1), each.group(2)[:HEAD]
    counts = [
        figure
        for sentence in near
        for figure in sentence.figures
        if figure.quantity.kind is Kind.COUNT
        and figure.quantity.end <= rate.quantity.start
        and figure.quantity.unit == classifier
        and (not head or head in figure.words)
    ]
    return counts[-1] if counts and len(head) == HEAD else None


def _total_before(rate: Figure, many: Figure, near: tuple[Sentence, ...]) -> Figure | None:
    """Return the nearest figure before the count that is counted like the rate."""
    totals = [
        figure
        for sentence in near
        for figure in sentence.figures
        if figure.is_like(rate) and figure.quantity.end <= many.quantity.start
    ]
    return totals[-1] if totals else None


def _multiplied(figures: Figures) -> Answer:
    whole, many, rate = figures
    computed = many.allowed * rate.allowed
    result = Outcome.REVIEW
    if whole.allowed.meets(computed):
        exact = many.value * rate.value == whole.value
        result = Outcome.EXACT if exact and whole.is_exact() else Outcome.ROUNDING
    formula = f"{many.text} × {rate.text} = {whole.text}"
    return Answer(result, formula)
