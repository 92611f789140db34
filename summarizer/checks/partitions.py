"""Sets that leave nothing out: 出口 and 进口 are all of 进出口, three sectors all of the economy.

    sided(prose)    each such set with the whole told before it:  864亿元 ← 521亿元, 342亿元
    told(...)       the figures of a statement that begin with given names

A set that is all only of some wholes says how those are called. A name stands at the beginning of
its clause (出口521亿元), so that the 出口 of somebody else is not taken for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.checks.prose import MEANT, Prose, Statement, Term, pairs
from summarizer.checks.ties import Terms
from summarizer.lexicon import source, table

LEAD = source("parts.lead")
REST = source("parts.rest")
NEAR = 2
"""So many statements before its parts a whole may be told."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Members that together are all, and how a whole is called that has no other parts."""

    members: tuple[str, ...]
    whole: str = ""

    def may_be_whole(self, figure: Term) -> bool:
        """Say whether a figure is called as a whole of these sides is."""
        return re.search(self.whole, figure.before) is not None


@dataclass(frozen=True, slots=True)
class Sided:
    """A whole and its sides; `is_sure` where 其中 or their names tell that they belong together."""

    whole: Term
    parts: Terms
    is_sure: bool


SETS = tuple(Sides(tuple(each["members"]), each.get("whole", "")) for each in table("parts.sides"))


ANY = "|".join(sorted({member for sides in SETS for member in sides.members}))


@cache
def _opening(names: str) -> re.Pattern[str]:
    return re.compile(rf"{LEAD}(?:{names})")


def told(statement: Statement, names: str) -> tuple[Term, ...]:
    """Return the figures whose clause begins with one of some names."""
    opening = _opening(names)
    return tuple(figure for figure in statement.figures if opening.match(figure.before))


def sided(prose: Prose) -> Iterator[Sided]:
    """Yield each whole with the sides told of it."""
    for statements in prose.statements.values():
        seen: set[str] = set()
        for index, statement in enumerate(statements):
            for sides in SETS if len(told(statement, ANY)) > 1 else ():
                parts = _parts(sides, statement)
                names = {part.id for part in parts}
                earlier = statements[max(0, index - NEAR) : index + 1]
                whole = _whole(sides, parts, earlier, seen) if names - seen else None
                if whole is not None:
                    seen |= names
                    is_said = "其中" in parts[0].before
                    is_sure = is_said or bool(sides.whole) or is_akin(whole, parts)
                    yield Sided(whole, parts, is_sure)


def _parts(sides: Sides, statement: Statement) -> Terms:
    """Return the first level of each side, and of the rest, if every side has one."""
    parts: Terms = ()
    for member in sides.members:
        figure = _first_level(statement, member)
        if figure is None or not figure.is_like((*parts, figure)[0]):
            return ()
        parts = (*parts, figure)
    rest = _first_level(statement, REST)
    alike = rest is not None and rest.is_like(parts[0]) and rest.quantity.start > _end(parts)
    return (*parts, rest) if rest is not None and alike else parts


def _end(figures: Terms) -> int:
    return max(figure.quantity.end for figure in figures)


def _first_level(statement: Statement, names: str) -> Term | None:
    return next((figure for figure in told(statement, names) if figure.is_additive()), None)


def _whole(
    sides: Sides, parts: Terms, statements: Sequence[Statement], seen: set[str]
) -> Term | None:
    """Return the nearest level before the parts that they can be all of, and that is no side."""
    start = min((part.quantity.start for part in parts), default=0)
    earlier = (figure for each in reversed(statements) for figure in reversed(each.figures))
    levels = [
        figure
        for figure in earlier
        if figure.quantity.end <= start
        and figure.id not in seen
        and _is_whole(figure, sides, parts)
    ]
    akin = (figure for figure in levels if sides.whole or is_akin(figure, parts))
    great = (figure for figure in levels if figure.value >= max(part.value for part in parts))
    greatest = max(levels, key=lambda figure: figure.value, default=None)
    return next(akin, None) or next(great, greatest)


def _is_whole(figure: Term, sides: Sides, parts: Terms) -> bool:
    """Say whether a figure is a level of its own time that is called as a whole is."""
    level = figure.is_like(parts[0]) and figure.is_additive() and not figure.is_base()
    return level and not MEANT.search(figure.before) and sides.may_be_whole(figure)


def is_akin(whole: Term, parts: Terms) -> bool:
    """Say whether a figure shares words with each of its parts."""
    common = pairs(whole.words)
    return all(common & pairs(part.words) for part in parts)
