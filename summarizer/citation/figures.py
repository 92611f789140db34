"""Which figures of an article a sentence of ours repeats."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from summarizer.citation.reading import Reading
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport
from summarizer.summary import KeyPoint
from summarizer.text import Span

NOTHING = "(?!)"
CONTEXT = 12
"""How many characters to each side tell two equal figures apart."""
MANY = 32
"""Above so many equal figures no neighbourhood is unlike all others."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A stretch `[start, end)` of a sentence of ours that repeats a quantity of the article."""

    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Figures:
    """The quantities of an article by how they are printed, to be found again in our sentences."""

    reading: Reading
    printed: Mapping[str, tuple[Quantity, ...]]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, reading: Reading, quantities: Iterable[Quantity]) -> Self:
        """Index the quantities of an article."""
        printed: dict[str, tuple[Quantity, ...]] = {}
        for quantity in quantities:
            words = reading.printed(quantity.span)
            if words:
                printed[words] = (*printed.get(words, ()), quantity)
        longest_first = "|".join(map(re.escape, sorted(printed, key=len, reverse=True)))
        whole = rf"(?<![0-9.．０-９])(?:{longest_first or NOTHING})(?![0-9０-９])"
        return cls(reading, printed, re.compile(whole))

    def within(self, prose: str, cited: Collection[str] = ()) -> Iterator[Repeated]:
        """Yield the numbers that `prose` repeats as printed, in order.

        Where several quantities are printed alike, the cited ones come first, then those whose
        neighbourhood in the text is most like the neighbourhood in the prose.
        """
        for match in self.pattern.finditer(prose):
            yield Repeated(*match.span(), self._likest(match, self.printed[match[0]], cited))

    def _likest(
        self, match: re.Match[str], alike: tuple[Quantity, ...], cited: Collection[str]
    ) -> Quantity:
        here = _beside(match.string, Span(*match.span()))

        def likeness(quantity: Quantity) -> tuple[bool, int]:
            there = _beside(self.reading.words, self.reading.find(quantity.span))
            agreeing = sum(map(_agreeing, here, there))
            return quantity.id in cited, agreeing

        return max(_few(alike, cited), key=likeness)


def _few(alike: tuple[Quantity, ...], cited: Collection[str]) -> Collection[Quantity]:
    """Return those worth comparing: of a figure that is printed a hundred times, the cited ones."""
    if len(alike) <= MANY:
        return alike
    return [quantity for quantity in alike if quantity.id in cited][:MANY] or alike[:MANY]


def _beside(words: str, place: Span) -> tuple[str, str]:
    """Return what stands before a place, read backwards from it, and behind it."""
    before = words[max(0, place.start - CONTEXT) : place.start]
    return before[::-1], words[place.end : place.end + CONTEXT]


def _agreeing(one: str, other: str) -> int:
    """Count the characters that two strings have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def further_points(article: ArticleReport) -> Iterator[tuple[int, KeyPoint]]:
    """Yield the key points, with their number, that the abstract does not say word for word."""
    for number, point in enumerate(article.summary.key_points):
        if point.text.strip() not in article.summary.abstract:
            yield number, point
