"""Lists that tell several things of each item, or that are told from one side.

    产业项目27个、总投资246亿元，民生项目8个、总投资47亿元     columns
    从结构看，工业项目287家；农业项目46家；服务业项目79家       a list told from one side

sum_parts   where one column of a list adds up, so must the others; a list told from one side adds
            up to a figure told before, or to none
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.checks.misprints import explained
from summarizer.checks.partitions import REST
from summarizer.checks.parts import Division, divisions
from summarizer.checks.prose import Prose, Statement, Term
from summarizer.checks.sums import is_fine, perhaps_all
from summarizer.checks.ties import Terms, Tie
from summarizer.lexicon import pattern

SIDE = pattern("parts.side")
OTHERS = re.compile(REST)
EARLIER = 6
"""So many statements before a list its whole may be told."""
FEW = 3
ENOUGH = 30
"""Of so many, parts hardly ever are all by chance."""


def columns(prose: Prose) -> Iterator[Tie]:
    """Add up every column of a list where one of them adds up."""
    for division in divisions(prose):
        if len(division.parts) > 1:
            first = Tie("sum_parts", (division.whole, *division.parts), perhaps_all)
            ties = [first, *_other_columns(division)]
            if any(_adds_up(tie) for tie in ties):
                yield from ties


def _adds_up(tie: Tie) -> bool:
    return tie.holds and is_fine(tie.figures[0], ENOUGH)


def _other_columns(division: Division) -> Iterator[Tie]:
    """Yield the other columns of a list, each with the whole that is told by its name."""
    items = list(_items(division))
    for first in items[0] if items else ():
        column = tuple(_only(first, item) for item in items)
        parts = tuple(figure for figure in column if figure is not None)
        whole = next((f for f in reversed(division.before) if _is_whole(f, first)), None)
        if whole and len(parts) == len(items) and whole not in division.parts:
            yield Tie("sum_parts", (whole, *parts), perhaps_all)


def _items(division: Division) -> Iterator[Terms]:
    """Yield the figures told of each item after its part."""
    figures = division.sentence.figures
    places = [figures.index(part) for part in division.parts if part in figures]
    for start, stop in pairwise((*places, len(figures))):
        yield figures[start + 1 : stop]


def _only(first: Term, item: Terms) -> Term | None:
    """Return the figure of an item that is told as another is, unless there are more."""
    alike = [f for f in item if f.is_like(first) and f.is_additive() and _same_name(f, first)]
    return alike[0] if len(alike) == 1 else None


def _same_name(one: Term, other: Term) -> bool:
    return one.before.strip("、，, ") == other.before.strip("、，, ")


def _is_whole(figure: Term, part: Term) -> bool:
    name = part.before.strip("、，, ")
    return figure.is_like(part) and figure.is_additive() and bool(name) and name in figure.before


def from_one_side(prose: Prose) -> Iterator[Tie]:
    """Compare a list told from one side with the figures of its kind before it."""
    told = [each for statements in prose.statements.values() for each in statements]
    for index, statement in enumerate(told):
        side = SIDE.search(statement.text)
        parts = tuple(_firsts(statement, side.end())) if side else ()
        if len(parts) >= FEW and all(part.is_like(parts[0]) for part in parts):
            yield from _whole_of(parts, told[max(0, index - EARLIER) : index])


def _firsts(statement: Statement, at: int) -> Iterator[Term]:
    """Yield the levels of a list that are like the first, without what 其中 picks of one."""
    start = statement.span.start + at
    figures = [f for f in statement.figures if f.quantity.start >= start and f.is_additive()]
    for figure in figures:
        if figure.is_like(figures[0]) and "其中" not in figure.before:
            yield figure


def _whole_of(parts: Terms, earlier: Sequence[Statement]) -> Iterator[Tie]:
    """Yield the sum that holds; or, where a rest is told, the one that would but for a slip."""
    wholes = [
        figure
        for statement in reversed(earlier)
        for figure in reversed(statement.figures)
        if figure.is_like(parts[0]) and figure.is_additive()
    ]
    ties = [Tie("sum_parts", (whole, *parts), perhaps_all) for whole in wholes]
    held = [tie for tie in ties if tie.holds]
    if not held and OTHERS.search(parts[-1].before):
        held = [tie for tie in ties if is_fine(tie.figures[0]) and explained(tie)]
    yield from held[:1]
