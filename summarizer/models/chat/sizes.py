"""How long a summary of an article may be: one source for the prompt and for the reply schema.

    characters  figures   abstract  points  rows
        ≤ 150       ≤ 4         50       1     8      a brief of two sentences
        ≤ 500      ≤ 12         90       3    20
       ≤ 1500      ≤ 30        120       6    48
       ≤ 4000      ≤ 64        160       9   100
         more                  200      12   300

Few sizes, because an endpoint compiles each schema it has not seen. Marks do not count: a schema
leaves room for them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

ROW = 72  # characters of a full row as JSON, and some
MARKED = 1.5  # characters on the wire for one of prose, marks and all
POINT = 80


@dataclass(frozen=True, slots=True)
class Size:
    """Up to how many characters and figures it is for, and what the summary may have.

    `abstract` is in characters of Chinese; `points` and `rows` are counts.
    """

    characters: int
    figures: int
    abstract: int
    points: int
    rows: int

    @property
    def reply(self) -> int:
        """How many characters a whole reply may have."""
        prose = self.abstract + self.points * POINT
        return round(prose * MARKED) + self.rows * ROW


ENDLESS = 10**9
SIZES = (
    Size(150, 4, 50, 1, 8),
    Size(500, 12, 90, 3, 20),
    Size(1500, 30, 120, 6, 48),
    Size(4000, 64, 160, 9, 100),
    Size(ENDLESS, ENDLESS, 200, 12, 300),
)
LARGEST = SIZES[-1]


def size_of(characters: int, figures: int) -> Size:
    """Return the smallest size that an article fits."""
    return next(s for s in SIZES if characters <= s.characters and figures <= s.figures)


def largest(sizes: Iterable[Size]) -> Size:
    """Return the size that all of several fit."""
    return max(sizes, key=SIZES.index)


def bound(sizes: Iterable[Size], figures: int) -> int:
    """Return how many characters a reply about so many figures may have at the very most."""
    asked = tuple(sizes)
    rows = min(sum(size.rows for size in asked), figures + figures // 4 + len(asked))
    prose = sum(size.abstract + size.points * POINT for size in asked)
    return round(prose * MARKED) + rows * ROW
