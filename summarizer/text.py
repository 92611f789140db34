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

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Self

CJK_START, CJK_END = 0x4E00, 0x9FFF
BASIC_PLANE, LATIN = 0x10000, 0x7F
FORMS, COMPATIBLE = (0x2E80, 0x2FE0), (0xF900, 0xFB00)
"""Radicals as characters of their own, and ideographs that other standards had twice."""
IDEOGRAPHIC_SPACE = "\u3000"
ALIKE = {
    **dict.fromkeys("−﹣‐‑⁃", "-"), **dict.fromkeys("‧・∙⋅", "·"), **dict.fromkeys("‒﹘", "–"),
    **dict.fromkeys("\u00a0\u2007", " "), IDEOGRAPHIC_SPACE: " ", **dict.fromkeys("⁄∕", "/"),
    "．": ".", "﹒": ".", "﹐": ",", "﹪": "%", "◯": "○", "٪": "%", "٫": ".", "٬": ",",
}  # fmt: skip
"""Signs that look like the one meant, as other keyboards and fonts have them."""

RADICALS = dict(
    zip(
        "⺁⺇⺌⺎⺕⺠⺫⺮⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰",
        "厂几小兀彐民目竹肉虎西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)
"""Radicals that PDF fonts put for the character, where Unicode itself knows no equal."""

UNSEEN = "\u200b"
INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""Soft hyphen, joiners, marks of direction, byte order mark: a reader sees nothing at all."""

DAMAGED = "\ufffd"
DAMAGING = frozenset(("Cc", "Mn", "Me", "Cf"))
"""Kinds of characters that strike through, cover or turn round what stands beside them."""

INVISIBLE_MARK = re.compile(f"[{INVISIBLE}]")
BLANKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
FILLERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"
"""Letters without ink."""


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
    """Return the folded character of each code point: half-width and simplified, one for one.

    A row that has every character is read twice as fast as a dict that lacks most.
    """
    folded = _folded()
    return tuple(folded.get(code) or chr(code) for code in range(BASIC_PLANE))


def _folded() -> dict[int, str]:
    simple = _simplification()
    table = _marks() | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in (*range(*FORMS), *range(*COMPATIBLE), 0xFFE5, 0xFFE1, 0xFFE0):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = simple.get(ord(plain), plain)
    return table | {ord(printed): plain for printed, plain in (RADICALS | ALIKE).items()} | simple


def _marks() -> dict[int, str]:
    """Map what is no character to look at, and the digits of every script."""
    table = {}
    for code in range(BASIC_PLANE):
        character = chr(code)
        if INVISIBLE_MARK.match(character):
            table[code] = UNSEEN
        elif character in FILLERS or (
            unicodedata.category(character) in DAMAGING and character not in BLANKS
        ):
            table[code] = DAMAGED
        elif code > LATIN and (digit := unicodedata.decimal(character, None)) is not None:
            table[code] = str(digit)
    return table


def _simplification() -> dict[int, str]:
    """Map each traditional character to its simplified form, where that is one character."""
    from opencc import OpenCC

    characters = [chr(code) for code in range(CJK_START, CJK_END + 1)]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {
        ord(traditional): simple
        for traditional, simple in zip(characters, simplified, strict=True)
        if simple != traditional and len(simple) == 1
    }


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
