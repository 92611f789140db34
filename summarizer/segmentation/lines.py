"""Issue text → paragraphs: what stands between line ends, with the blank lines before it.

    园区要闻                      Paragraph(gap=0)

    江州高新区                    Paragraph(gap=1)
    三个项目同日开工               Paragraph(gap=0)

Pages whose lines are broken at the width of the column are put together again: a line as long as
its neighbours goes on in the next one unless that is indented or the sentence has ended.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from summarizer.segmentation.roles import edges_of
from summarizer.text import Span, fold

NARROWEST, WIDEST = 16, 100
SLACK = 4
INDENT = 4
WRAPPED = 0.5
FEWEST = 2
WIDE, NARROW = frozenset("０１２３４５６７８９"), frozenset("0123456789")
TRADITIONAL = frozenset("個們這為與對會來時國產業發經過進開關實務動員設區縣億萬")
SIMPLIFIED = frozenset("个们这为与对会来时国产业发经过进开关实务动员设区县亿万")
REACH = 8
BOUND = frozenset(",、。;:的等)”」》%")
MEASURE = re.compile(r"[0-9][0-9.,]*[余多]?[万亿]?(?![年月日时])[^0-9\W]{1,4}[,、。;]")
STUB = re.compile(r"[\u4e00-\u9fff]{1,3}。")
ENDED = re.compile(r"[。!?…:;][\"'”’」』)）》]{0,3}$|[)）]$")


class Style(NamedTuple):
    """How a stretch is set: which digits, which characters."""

    wide_digits: bool = False
    narrow_digits: bool = False
    traditional: bool = False
    simplified: bool = False

    @classmethod
    def read(cls, text: str) -> "Style":
        """Return the style of an unfolded text."""
        marks = frozenset(text)
        old, new = len(marks & TRADITIONAL), len(marks & SIMPLIFIED)
        return cls(bool(marks & WIDE), bool(marks & NARROW), old > new, new > old)

    @classmethod
    def of(cls, styles: Iterable["Style"]) -> "Style":
        """Return the style of several stretches together."""
        return cls(*map(any, zip(*styles, strict=True)))

    def differs(self, other: "Style") -> bool:
        """Say whether the two cannot come from one hand."""
        return _opposed(self[:2], other[:2]) or _opposed(self[2:], other[2:])


def _opposed(here: tuple[bool, ...], there: tuple[bool, ...]) -> bool:
    """Say whether each side has one of two features, and not the same."""
    return sum(here) == sum(there) == 1 and here != there


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or title line: its place, the blank lines before it, its folded text.

    `lines` counts the printed lines it was put together from.
    """

    span: Span
    gap: int
    text: str
    style: Style
    indented: bool = False
    lines: int = 1


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an issue in page order, without blank ones."""
    printed = tuple(_lines(text))
    columns = tuple(_stacks(printed))
    widths = [_column_width(stack) for stack in columns]
    usual = max(widths, default=0)
    return tuple(
        paragraph
        for stack, width in zip(columns, widths, strict=True)
        for paragraph in _joined(stack, width or usual)
    )


def ended(text: str) -> bool:
    """Say whether a folded paragraph ends where a sentence ends."""
    return ENDED.search(text[-6:]) is not None


def sutured(left: str, right: str) -> bool:
    """Say whether a cut between two folded paragraphs runs through a word or a phrase."""
    import rjieba

    if right[0] in BOUND or STUB.match(right) or MEASURE.match(right):
        return True
    before, after = left[-REACH:], right[:REACH]
    ends = accumulate(len(word) for word in rjieba.cut(before + after, hmm=False))
    return len(before) not in ends


def _lines(text: str) -> Iterator[Paragraph]:
    position = gap = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            yield from _pieces(bare, position + line.index(bare[0]), gap, line[:1].isspace())
        gap = 0 if bare else gap + 1
        position += len(line)


def _pieces(line: str, start: int, gap: int, indented: bool) -> Iterator[Paragraph]:
    """Yield a line, cut where a jump line or a byline hangs on its text."""
    folded = fold(line)
    for left, right in pairwise(edges_of(folded)):
        text = folded[left:right].strip()
        at = left + folded[left:right].index(text[0])
        piece = line[at : at + len(text)]
        place = Span(start + at, start + at + len(text))
        yield Paragraph(place, gap, text, Style.read(piece), indented)
        gap, indented = 0, False


def _stacks(lines: tuple[Paragraph, ...]) -> Iterator[list[Paragraph]]:
    """Yield the lines that stand under one another without a blank line between them."""
    stack: list[Paragraph] = []
    for line in lines:
        if stack and line.gap:
            yield stack
            stack = []
        stack.append(line)
    if stack:
        yield stack


def _column_width(stack: list[Paragraph]) -> int:
    """Return the width that most lines of a stack share, or 0 where they share none."""
    if len(stack) < FEWEST:
        return 0
    widths = Counter(_width(line) for line in stack)
    width = max(widths, key=lambda width: (_near(widths, width), width))
    shared = _near(widths, width) >= max(FEWEST, len(stack) * WRAPPED)
    return width if shared and NARROWEST <= width <= WIDEST else 0


def _near(widths: Counter[int], width: int) -> int:
    return sum(widths[width - slack] for slack in range(SLACK + 1))


def _width(line: Paragraph) -> int:
    """Return the printed width in half-width columns, with the indent."""
    text = line.text
    wide = (len(text.encode()) - len(text)) // 2
    return len(text) + wide + (INDENT if line.indented else 0)


def _joined(stack: list[Paragraph], width: int) -> Iterator[Paragraph]:
    """Yield paragraphs put together from lines that fill the column."""
    held: list[Paragraph] = []
    for line in stack:
        if held and (line.indented or not width or _width(held[-1]) < width - SLACK):
            yield _merged(held)
            held = []
        held.append(line)
    yield _merged(held)


def _merged(lines: list[Paragraph]) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    span = Span(lines[0].span.start, lines[-1].span.end)
    text = "".join(line.text for line in lines)
    style = Style.of(line.style for line in lines)
    return replace(lines[0], span=span, text=text, style=style, lines=len(lines))
