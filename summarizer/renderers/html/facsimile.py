"""The pages as they are printed, each with the boxes of its figures: the outermost proof of a row.

    Paper ─ sizes ─► Leaf(page, width, height, spots)       a spot: a number in its box
          ─ picture ─► an address: data: in a file of its own, a route on the desk

In a file the pictures are part of it, so they grow smaller as they grow more.
"""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import sqrt

from summarizer.reading import Paper
from summarizer.renderers.html.numbers import Number, Numbered
from summarizer.setting import Box

SIDE, LEAST_SIDE, SHARP = 1600, 600, 6
"""Pixels of the longer side of a picture: of so many pages, and of very many."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A number where it is printed."""

    number: Number
    box: Box

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return round(self.box.right - self.box.left, 1)

    @property
    def height(self) -> float:
        """How high it is, in points."""
        return round(self.box.bottom - self.box.top, 1)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it is printed, its size in points; `address` is where its picture is."""

    page: int
    width: float
    height: float
    spots: tuple[Spot, ...]
    address: str = ""


def leaves(paper: Paper, articles: Iterable[Numbered]) -> Iterator[Leaf]:
    """Yield the pages that have a number on them. Raises ReadingError."""
    spots: dict[int, list[Spot]] = {}
    for each in articles:
        for quantity in each.article.quantities:
            if quantity.page and quantity.box:
                spot = Spot(each.numbers[quantity.id], quantity.box)
                spots.setdefault(quantity.page, []).append(spot)
    sizes = paper.sizes()
    for page, found in sorted(spots.items()):
        if page in sizes:
            yield Leaf(page, *sizes[page], tuple(found))


def with_pictures(paper: Paper, found: tuple[Leaf, ...]) -> Iterator[Leaf]:
    """Yield the pages with their pictures as addresses that hold them. Raises ReadingError."""
    side = max(LEAST_SIDE, int(SIDE * min(1, sqrt(SHARP / max(len(found), 1)))))
    for leaf in found:
        picture = base64.b64encode(paper.picture(leaf.page, side=side)).decode()
        yield replace(leaf, address=f"data:image/jpeg;base64,{picture}")
