"""Places in a text, and two views of a text that never lose them.

The text of an issue is never changed; everything points into it with half-open spans, counted in
code points.

    fold(text)      same length, one character for one: full-width → half-width, traditional →
                    simplified, radical forms → characters, digits of all scripts → 0-9; what is
                    printed as nothing → UNSEEN, what hides or damages its neighbour → DAMAGED.
                    An offset in the folded text *is* an offset in the text.
    sentences(text) prose of ours, sentence by sentence (an article's are read by `analysis`).
    Passage         pieces of a text put together in reading order. `locate` takes a span of the
                    passage home to the text the pieces came from.
"""

import csv
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self

BASIC_PLANE = 0x10000
IDEOGRAPHIC_SPACE = "\u3000"
UNSEEN = "\u200b"
INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""Soft hyphen, joiners, marks of direction, byte order mark: a reader sees nothing at all."""

DAMAGED = "\ufffd"

INVISIBLE_MARK = re.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters that this span covers in `text`."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """Return the same stretch `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@cache
def _folding() -> tuple[str, ...]:
    """Return the folded character of each code point, as `eval.folding` derived it.

    A row that has every character is read twice as fast as a dict that lacks most.
    """
    row = [*map(chr, range(BASIC_PLANE))]
    with files("summarizer.codelists").joinpath("folding.csv").open(encoding="utf-8") as lines:
        next(lines)
        for folded, characters, stretches in csv.reader(lines):
            for character in characters:
                row[ord(character)] = folded
            for stretch in stretches.split():
                first, last = (int(code, 16) for code in stretch.split("-"))
                row[first : last + 1] = folded * (last + 1 - first)
    return tuple(row)


SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?]*[”’」』)）]{0,2}")


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of prose of our own, each with its marks and the quote that it closes."""
    yield from SENTENCE.findall(text)


def fold(text: str) -> str:
    """Return `text` half-width and simplified, character for character: offsets stay true."""
    return text.translate(_folding())


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters copied from elsewhere: where it lies here, and where it came from.

    A `lent` one is read here a second time (the head of a column, beside each of its figures).
    """

    start: int
    source: Span
    lent: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Text put together from pieces of another text, in reading order."""

    text: str
    pieces: tuple[Piece, ...]
    source: str

    @classmethod
    def compose(
        cls, source: str, parts: Iterable[tuple[Span, str]], lent: Collection[int] = ()
    ) -> Self:
        """Copy each span of `source`, each followed by its separator (which has no source).

        `lent` are the indices of the parts that are read a second time.
        """
        chunks: list[str] = []
        pieces: list[Piece] = []
        position = 0
        for index, (span, separator) in enumerate(parts):
            pieces.append(Piece(position, span, index in lent))
            chunks += (span.of(source), separator)
            position += len(span) + len(separator)
        return cls("".join(chunks), tuple(pieces), source)

    def locate(self, span: Span) -> Span:
        """Return the stretch of the source from the first to the last character of `span`.

        Where a caption or a blank line lies between them, the stretch covers it too. What is lent
        to a figure is not part of its place, unless there is nothing else.
        """
        if not span:
            home = self._home(span.start)
            return Span(home, home)
        first, last = self._index(span.start), self._index(span.end - 1)
        pieces = self.pieces[first : last + 1]
        own = [piece for piece in pieces if not piece.lent]
        if 0 < len(own) < len(pieces):
            start = max(span.start, own[0].start)
            end = min(span.end, own[-1].start + len(own[-1].source))
            span = Span(start, end) if start < end else span
        ends = self._home(span.start), self._home(span.end - 1)
        return Span(min(ends), max(ends) + 1)

    def _index(self, position: int) -> int:
        return max(0, bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1)

    def _home(self, position: int) -> int:
        if not self.pieces or position < self.pieces[0].start:
            return 0
        piece = self.pieces[self._index(position)]
        return min(piece.source.start + position - piece.start, piece.source.end)
