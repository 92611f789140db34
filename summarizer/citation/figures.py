"""Which figures of an article a sentence of ours repeats."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from summarizer.citation.reading import Reading
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport
from summarizer.summary import KeyPoint
from summarizer.text import Span
from summarizer.wording import on_one_line

NOTHING = "(?!)"
DIGITS = frozenset("0123456789０１２３４５６７８９")
"""What goes on with a number."""
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
class Printed:
    """A quantity of the article, and what stands beside it there."""

    quantity: Quantity
    beside: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Figures:
    """The quantities of an article by how they are printed, to be found again in our sentences.

    `lengths` are the lengths, the longest first, of what is printed with a first character, and
    `first` finds such a character where a number can begin.
    """

    reading: Reading
    printed: Mapping[str, tuple[Printed, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    first: re.Pattern[str]

    @classmethod
    def of(cls, reading: Reading, quantities: Iterable[Quantity]) -> Self:
        """Index the quantities of an article."""
        printed: dict[str, list[Printed]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        for quantity in quantities:
            place = reading.find(quantity.span)
            if words := on_one_line(place.of(reading.words)):
                printed[words].append(Printed(quantity, _beside(reading.words, place)))
                lengths[words[0]].add(len(words))
        return cls(
            reading,
            {words: tuple(alike) for words, alike in printed.items()},
            {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
            re.compile(
                rf"(?<![0-9.．０-９])[{re.escape(''.join(lengths))}]" if lengths else NOTHING
            ),
        )

    def within(self, prose: str, cited: Collection[str] = ()) -> Iterator[Repeated]:
        """Yield the numbers that `prose` repeats as printed, in order.

        Where several quantities are printed alike, the cited ones come first, then those whose
        neighbourhood in the text is most like the neighbourhood in the prose.
        """
        at = 0
        while match := self.first.search(prose, at):
            at = match.end()
            if words := self._longest(prose, match.start()):
                at = match.start() + len(words)
                place = Span(match.start(), at)
                yield Repeated(place.start, at, self._likest(prose, place, words, cited))

    def _longest(self, prose: str, start: int) -> str | None:
        """Return the longest number of the article that is printed whole at a place."""
        ends = (start + length for length in self.lengths[prose[start]])
        whole = (prose[start:end] for end in ends if prose[end : end + 1] not in DIGITS)
        return next((words for words in whole if words in self.printed), None)

    def _likest(self, prose: str, place: Span, words: str, cited: Collection[str]) -> Quantity:
        here = _beside(prose, place)

        def likeness(printed: Printed) -> tuple[bool, int]:
            agreeing = sum(map(_agreeing, here, printed.beside))
            return printed.quantity.id in cited, agreeing

        return max(_few(self.printed[words], cited), key=likeness).quantity


def _few(alike: tuple[Printed, ...], cited: Collection[str]) -> Collection[Printed]:
    """Return those worth comparing: of a figure that is printed a hundred times, the cited ones."""
    if len(alike) <= MANY:
        return alike
    return [each for each in alike if each.quantity.id in cited][:MANY] or alike[:MANY]


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
