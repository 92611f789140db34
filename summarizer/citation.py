"""Citing: from a figure to its sentence, from a sentence of ours to its figures, and to the paper.

read(text, article)       the article as one reads it; a place of the page is found again in it
.printed(place)         the characters of a place that belong to the article, on one line
.sentence(place)        the printed sentence around it
figures_in(prose, …)      which figures of the article a sentence of ours repeats, and where
reference(issue, article) 作者. 题名[N]. 报名, 日期(版次).   — GB/T 7714
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Self

from summarizer.document import Role
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport, BlockPlace, IssueInfo
from summarizer.summary import KeyPoint
from summarizer.text import Span
from summarizer.wording import on_one_line

SENTENCE_END = "。！？!?；;\n"
CLOSED = tuple("。！？!?；;：:”’）)」』…")
NOTHING = "(?!)"
PARAGRAPH = "\n\n"
REACH = 80
"""How far a quoted sentence reaches to each side of its figure, at most."""
CONTEXT = 12
"""How many characters to each side tell two equal figures apart."""
MARKERS = re.compile(r"[►▶▷◆◇■□●○★☆◎]|本报|通讯员|特约|实习|记者|文/图|图/文|文并图|摄影报道")
AUTHOR_GAP = re.compile(r"[\s、，,;；/()（）]+")
LINE_END = re.compile(r"[ \t\u3000]*(?:\r\n|\r|\n)[ \t\u3000]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article in reading order, and where each piece of the page lies in it.

    The pieces are in page order, with the place in `words` at which each begins.
    """

    words: str
    pieces: tuple[tuple[Span, int], ...]

    def printed(self, place: Span) -> str:
        """Return the characters of a place that belong to the article, on one line."""
        return on_one_line(self.find(place).of(self.words))

    def sentence(self, place: Span) -> str:
        """Return the printed sentence around a place, on one line, cut with … where it is long."""
        found, words = self.find(place), self.words
        start, end = max(0, found.start - REACH), min(len(words), found.end + REACH)
        left = max(words.rfind(mark, start, found.start) for mark in SENTENCE_END)
        rights = [words.find(mark, found.end, end) for mark in SENTENCE_END]
        right = min((right for right in rights if right >= 0), default=-1)
        before = "…" if left < 0 < start else ""
        after = "…" if right < 0 and end < len(words) else ""
        sentence = words[left + 1 if left >= 0 else start : right + 1 if right >= 0 else end]
        return before + on_one_line(sentence) + after

    def find(self, place: Span) -> Span:
        """Return where a place of the page lies in the words; empty where it is no part of them."""
        ends = [
            start + offset - source.start
            for source, start in self._touching(place)
            for offset in (max(source.start, place.start), min(source.end, place.end))
        ]
        return Span(min(ends), max(ends)) if ends else Span(0, 0)

    def _touching(self, place: Span) -> Iterator[tuple[Span, int]]:
        first = bisect_right(self.pieces, place.start, key=lambda piece: piece[0].end)
        for at in range(first, len(self.pieces)):
            source, start = self.pieces[at]
            if source.start >= place.end:
                return
            if source.overlaps(place):
                yield source, start


def read(text: str, article: ArticleReport) -> Reading:
    """Put the blocks of an article together, without a break where a sentence goes on."""
    words, pieces = "", []
    for block, after in zip_longest(article.blocks, article.blocks[1:]):
        for span in _lines(text, block):
            pieces.append((span, len(words)))
            words += span.of(text)
        words += "" if after and goes_on(words, block.role, after.role) else PARAGRAPH
    return Reading(words, tuple(sorted(pieces)))


def _lines(text: str, block: BlockPlace) -> Iterator[Span]:
    """Yield the stretches of a block between its line ends."""
    position = block.start
    for match in LINE_END.finditer(text, block.start, block.end):
        yield Span(position, match.start())
        position = match.end()
    yield Span(position, block.end)


def goes_on(words: str, role: str, after: str) -> bool:
    """Say whether a block that ends so goes on in the sentence of the block after it."""
    return role == after == Role.BODY and not words.rstrip().endswith(CLOSED)


@dataclass(frozen=True, slots=True)
class Figure:
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

    def within(self, prose: str, cited: Collection[str] = ()) -> Iterator[Figure]:
        """Yield the numbers that `prose` repeats as printed, in order.

        Where several quantities are printed alike, the cited ones come first, then those whose
        neighbourhood in the text is most like the neighbourhood in the prose.
        """
        for match in self.pattern.finditer(prose):
            yield Figure(*match.span(), self._likest(match, self.printed[match[0]], cited))

    def _likest(
        self, match: re.Match[str], alike: tuple[Quantity, ...], cited: Collection[str]
    ) -> Quantity:
        prose, words = match.string, self.reading.words
        before = prose[max(0, match.start() - CONTEXT) : match.start()]
        after = prose[match.end() : match.end() + CONTEXT]

        def likeness(quantity: Quantity) -> tuple[bool, int]:
            place = self.reading.find(quantity.span)
            left = words[max(0, place.start - CONTEXT) : place.start]
            right = words[place.end : place.end + CONTEXT]
            alike = _agreeing(before[::-1], left[::-1]) + _agreeing(after, right)
            return quantity.id in cited, alike

        return alike[0] if len(alike) == 1 else max(alike, key=likeness)


def _agreeing(one: str, other: str) -> int:
    """Count the characters that two strings have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def further_points(article: ArticleReport) -> Iterator[tuple[int, KeyPoint]]:
    """Yield the key points, with their number, that the abstract does not say word for word."""
    for number, point in enumerate(article.summary.key_points):
        if point.text.strip() not in article.summary.abstract:
            yield number, point


def reference(issue: IssueInfo, article: ArticleReport) -> str:
    """Cite the article in the form of GB/T 7714; what is not known is said to be unknown."""
    authors = ", ".join(authors_of(article)) or "[作者不详]"
    headline = on_one_line(article.headline or "") or "[题名不详]"
    paper = on_one_line(issue.title or "") or "[报名不详]"
    return f"{authors}. {headline}[N]. {paper}, {issue.date or '[日期不详]'}([版次不详])."


def authors_of(article: ArticleReport) -> tuple[str, ...]:
    """Return the names in a byline, without marks and offices."""
    names = MARKERS.sub(" ", on_one_line(article.byline or ""))
    return tuple(name for name in AUTHOR_GAP.split(names) if name)
