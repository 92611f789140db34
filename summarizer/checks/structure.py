"""Shares that are all there is: 三次产业结构为7.0:43.7:49.3; 贡献率分别为78.8%、28.8%和-7.6%.

structure     a structure adds up to 100, and is that of the three figures told with it
contribution  rates of contribution add up to 100, points of pull to the growth they make up

What adds up may have been rounded part by part, so a contradiction is only for review.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from summarizer.checks.intervals import HUNDRED, Interval, allowed, total
from summarizer.checks.partitions import sided
from summarizer.checks.prose import Prose, Statement, Term, sized, triples
from summarizer.checks.shares import perhaps_divided
from summarizer.checks.sums import doubted, sum_of
from summarizer.checks.ties import Answer, Terms, Tie, equality
from summarizer.lexicon import pattern
from summarizer.quantity import Kind, Quantity
from summarizer.report import Outcome

NUMBER = r"\d{1,3}(?:\.\d+)?"
STRUCTURE = re.compile(
    rf"(?:产业|三产)[^，,。;；]{{0,24}}?(?<![\d.:：])({NUMBER})[:：∶]({NUMBER})[:：∶]({NUMBER})(?![\d:：])"
)
MORE = re.compile(rf"(?<![\d.:：])({NUMBER})[:：∶]({NUMBER})[:：∶]({NUMBER})(?![\d:：])")
SECTOR = pattern("parts.first_sector")
DEMANDS = pattern("parts.demands")
CARRIED = pattern("parts.carried")
PULL = pattern("parts.pull")
GROWTH = pattern("parts.economy_grew")
THREE = 3
TENTHS = 20
"""What adds up to less is told in tenths or otherwise: 6:3:1."""


def structure(prose: Prose) -> Iterator[Tie]:
    """Add up each structure of the sectors; compare the last with the figures of the sectors."""
    last: Terms = ()
    for sentence in prose.sentences:
        for parts in _structures(sentence, prose):
            yield Tie("structure", parts, _hundred)
            last = parts
    for side in sided(prose):
        if last and len(side.parts) == THREE and SECTOR.search(side.parts[0].before):
            for share, part in zip(last, side.parts, strict=True):
                yield Tie("share", (share, part, side.whole), perhaps_divided)


def _structures(sentence: Statement, prose: Prose) -> Iterator[Terms]:
    found = STRUCTURE.search(sentence.text)
    for match in MORE.finditer(sentence.text, found.start(1)) if found else ():
        parts = tuple(_figures(match, sentence, prose.quantities))
        if len(parts) == THREE and sum(part.value for part in parts) > TENTHS:
            yield parts


def _figures(
    match: re.Match[str], sentence: Statement, quantities: Sequence[Quantity]
) -> Iterator[Term]:
    """Read the numbers of a structure as percentages of the quantity that they are part of."""
    at = sentence.span.start
    index = bisect_right(quantities, at + match.start(1), key=lambda each: each.start) - 1
    for group in (1, 2, 3) if index >= 0 else ():
        value, decimals = Decimal(match[group]), len(match[group].partition(".")[2])
        half = Decimal(1).scaleb(-decimals) / 2
        quantity = Quantity(
            start=at + match.start(group),
            end=at + match.end(group),
            text=match[group],
            kind=Kind.PERCENT,
            value=value,
            low=value - half,
            high=value + half,
            unit="%",
            decimals=decimals,
            id=f"{quantities[index].id}/{group}",
        )
        yield Term(quantity, "", "", value, allowed(quantity))


def _hundred(figures: Terms) -> Answer:
    added = sum((figure.value for figure in figures), Decimal(0))
    coarsest = max(Decimal(1).scaleb(-figure.quantity.decimals) for figure in figures)
    result = Outcome.REVIEW
    if abs(added - HUNDRED) <= coarsest:
        result = Outcome.EXACT if added == HUNDRED else Outcome.ROUNDING
    return Answer(result, f"{sum_of(figures)} = 100")


def contribution(prose: Prose) -> Iterator[Tie]:
    """Add up what demands or sectors contribute to growth."""
    for statements in prose.statements.values():
        for statement in statements:
            if DEMANDS.search(statement.text):
                yield from _contributed(statement)
            if CARRIED.search(statement.text):
                yield from _carried_over(statement)


def _contributed(statement: Statement) -> Iterator[Tie]:
    points = _listed(statement, Kind.PERCENTAGE_POINT, PULL)
    growth = [
        figure
        for figure in statement.figures
        if figure.quantity.kind is Kind.PERCENT and GROWTH.search(statement.upto(figure))
    ]
    if points and len(growth) == 1:
        yield Tie("contribution", (growth[0], *points), _pulled)
    rates = _listed(statement, Kind.PERCENT, re.compile(r"贡献率[^。;；%]{0,20}$"))
    if rates:
        yield Tie("contribution", rates, _hundred)


def _carried_over(statement: Statement) -> Iterator[Tie]:
    """Add what last year carries over to what is new: 4.6%的降幅中，翘尾影响2.4个百分点."""
    for price, old, new in triples(statement.figures):
        kinds = (price.quantity.kind, old.quantity.kind, new.quantity.kind)
        if kinds == (Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.PERCENTAGE_POINT):
            yield Tie("contribution", (sized(price), sized(old), sized(new)), _pulled)


def _listed(statement: Statement, kind: Kind, opening: re.Pattern[str]) -> Terms:
    """Return three figures in a row of which the first follows certain words."""
    for index, figure in enumerate(statement.figures):
        run = statement.figures[index : index + THREE]
        alike = len(run) == THREE and all(each.quantity.kind is kind for each in run)
        if alike and opening.search(statement.upto(figure)):
            return run
    return ()


def _pulled(figures: Terms) -> Answer:
    growth, parts = figures[0], figures[1:]
    added = sum((part.value for part in parts), Decimal(0))
    computed: Interval = total(part.allowed for part in parts)
    result = equality(growth, computed, added)
    return doubted(Answer(result, f"{growth.text} = {sum_of(parts)}"))
