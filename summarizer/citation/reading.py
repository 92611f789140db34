"""The words of an article in reading order, and the way from a place of the page into them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from summarizer.document import Role
from summarizer.report import ArticleReport, BlockPlace
from summarizer.text import Span
from summarizer.wording import on_one_line

SENTENCE_END = "。！？!?；;\n"
CLOSED = tuple("。！？!?；;：:”’）)」』…")
PARAGRAPH = "\n\n"
REACH = 80
"""How far a quoted sentence reaches to each side of its figure, at most."""
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
