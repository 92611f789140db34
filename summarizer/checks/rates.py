"""Rates of the trade, told with both of their sides: 贷款14208亿元, 存款18642亿元, 存贷比76.2%.

rate    a rate with a name of its own is the quotient of two figures of its paragraph; how they are
        counted is not always told, so a contradiction is only for review
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.checks.intervals import HUNDRED, Interval
from summarizer.checks.prose import Prose, Statement, Term, triples
from summarizer.checks.ties import Answer, Terms, Tie
from summarizer.lexicon import pattern, table
from summarizer.quantity import Kind
from summarizer.report import Outcome

KILOGRAMS = {"t": Decimal(1000), "g": Decimal("0.001")}
PICKED = pattern("parts.picked")
EXTENT = pattern("parts.extent")


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: how it is called, and how the two figures that it divides are."""

    name: str
    over: str
    under: str

    def tie(self, statements: Sequence[Statement]) -> Iterator[Tie]:
        """Tie the rate to its sides where each is told once."""
        told = [figure for each in statements for figure in each.figures]
        rates = [figure for figure in told if self._is_rate(figure)]
        if len(rates) != 1:
            return
        over, under = _level(told, self.over), _level(told, self.under)
        if over and under:
            yield Tie("rate", (rates[0], over, under), _quotient)

    def _is_rate(self, figure: Term) -> bool:
        return re.search(rf"(?:{self.name})[为达到是约]{{0,2}}$", figure.before) is not None


RATES = tuple(Rate(**each) for each in table("measures.rates"))


def rate(prose: Prose) -> Iterator[Tie]:
    """Divide the two sides of each rate that a paragraph tells with them."""
    for statements in prose.statements.values():
        for each in RATES:
            yield from each.tie(statements)
        for statement in statements:
            yield from _picked(statement)


def _picked(statement: Statement) -> Iterator[Tie]:
    """Divide what is picked of a count by it: 36个行业中有28个增长，增长面为77.8%."""
    for whole, part, share in triples(statement.figures):
        picked = part.is_like(whole) and PICKED.search(statement.between(whole, part))
        if picked and share.quantity.kind is Kind.PERCENT and EXTENT.search(share.before):
            yield Tie("rate", (share, part, whole), _quotient)


def _level(told: Sequence[Term], name: str) -> Term | None:
    """Return the level of that name; of several the first, if the others can be parts of it."""
    named = re.compile(rf"(?:{name})[总约为达到至了]{{0,3}}$")
    found = [figure for figure in told if figure.is_level() and named.search(figure.before)]
    return found[0] if found and found[0].value == max(each.value for each in found) else None


def _quotient(figures: Terms) -> Answer:
    rate, over, under = figures
    factor = HUNDRED if rate.quantity.kind is Kind.PERCENT else Decimal(1)
    computed = (_weighed(over) / _weighed(under)).scaled(factor)
    result = Outcome.REVIEW
    if _weighed(rate).meets(computed):
        exact = over.value * factor == rate.value * under.value
        result = Outcome.EXACT if exact else Outcome.ROUNDING
    return Answer(result, f"{over.text} ÷ {under.text} = {rate.text}")


def _weighed(figure: Term) -> Interval:
    """Return what a figure allows, weights in kilograms."""
    return figure.allowed.scaled(KILOGRAMS.get(figure.quantity.unit or "", Decimal(1)))
