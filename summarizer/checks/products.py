"""Products: 10个支部，每个30–40人, against 400多人 told nearby.

The total may count others too, so a contradiction is only for review.
"""

import re
from collections.abc import Iterator, Sequence

from summarizer.checks.prose import Prose, Term, pairs
from summarizer.checks.ties import Answer, Terms, Tie
from summarizer.lexicon import pattern
from summarizer.quantity import Kind
from summarizer.report import Outcome

EACH = pattern("parts.each")
EACH_HOUSEHOLD = pattern("parts.each_household")
VERB = pattern("verbs.linking")
SAME = {"户": ("户", "家")}
HEAD = 2
NEAR = 2
"""So many figures apart are a total and what it is divided among."""
FAR = 60
"""So many figures back a paragraph is searched for them."""


def product(prose: Prose) -> Iterator[Tie]:
    """Multiply what each has by how many there are, and compare with the nearest total before."""
    for paragraph in prose.paragraphs.values():
        figures = [figure for sentence in paragraph for figure in sentence.figures]
        for at, rate in enumerate(figures):
            if each := EACH.search(rate.before) or EACH_HOUSEHOLD.search(rate.before):
                yield from _multiplied_out(each, rate, figures[max(0, at - FAR) : at])


def _multiplied_out(each: re.Match[str], rate: Term, near: Sequence[Term]) -> Iterator[Tie]:
    before = [figure for figure in near if figure.quantity.end <= rate.quantity.start]
    many = _how_many(each, before)
    whole = _total(VERB.sub("", each["name"]), rate, before)
    if many and whole and _are_near(whole, many, before):
        yield Tie("product", (whole, many, rate), _multiplied)


def _how_many(each: re.Match[str], before: Sequence[Term]) -> Term | None:
    """Return the count of what 每个… speaks of, told before."""
    units = SAME.get(each["unit"], (each["unit"],))
    counts = [
        figure
        for figure in before
        if figure.quantity.kind is Kind.COUNT
        and figure.quantity.unit in units
        and (len(each["head"]) < HEAD or each["head"] in figure.words)
    ]
    return counts[-1] if counts else None


def _total(name: str, rate: Term, before: Sequence[Term]) -> Term | None:
    """Return the nearest figure before that is counted like the rate, and called like it."""
    totals = (f for f in reversed(before) if f.is_like(rate) and f.is_level())
    whole = next(totals, None)
    own = pairs(name) if rate.quantity.kind is Kind.AMOUNT else frozenset()
    return None if whole is None or (own and not own & pairs(whole.words)) else whole


def _are_near(whole: Term, many: Term, before: Sequence[Term]) -> bool:
    """Say whether no more than one figure stands between a total and what it is divided among."""
    first, second = sorted((before.index(whole), before.index(many)))
    return second - first <= NEAR


def _multiplied(figures: Terms) -> Answer:
    whole, many, rate = figures
    computed = many.allowed * rate.allowed
    result = Outcome.REVIEW
    if whole.allowed.meets(computed):
        exact = many.value * rate.value == whole.value
        result = Outcome.EXACT if exact and whole.is_exact() else Outcome.ROUNDING
    formula = f"{many.text} × {rate.text} = {whole.text}"
    return Answer(result, formula)
