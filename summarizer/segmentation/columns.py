"""Issue text → paragraphs: lines put together again that were broken at the width of the column.

    园区要闻                      Paragraph(gap=0)

    江州高新区                    Paragraph(gap=1)
    三个项目同日开工               Paragraph(gap=0)
    本报讯 近日，江州高新          ┐
    区三个项目同日开工。（记           ├ one paragraph, and what hangs on it:
    者 肖远）                     ┘ 本报讯 …开工。 │ （记者 肖远）

A line that fills the column goes on in the next one, unless that is indented or has a form of its
own; so does a line with an open bracket. Lines without a sentence between them are a headline and
stay apart. Where a blank line follows every line of a column, blank lines tell nothing.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from summarizer.segmentation import imprint
from summarizer.segmentation.lines import Style, ended
from summarizer.segmentation.shapes import (
    Shape,
    begins_news,
    edges_of,
    is_amount,
    opens_article,
    shape_of,
)
from summarizer.text import Span, fold

NARROWEST, WIDEST = 16, 100
SLACK = 4
HANG = 2
INDENT = 4
WRAPPED = 0.2
FEWEST = 2
HANGING = "，。、；：！？”」』）】》,.;:!?)"
"""Marks that stand at the end of a line even where it is full."""
CREDIT = re.compile(r"[(][^()]{2,22}[)]")
DECIMAL = frozenset("0123456789.")
MARKS = frozenset(",。;:、!?")
BRACKETED = 30
WORDS = (Shape.BODY, Shape.TITLE, Shape.NAMES)
SIGNED = (Shape.CAPTION, Shape.BYLINE, Shape.NAMES)
OPEN_ENDED = (*WORDS, Shape.CAPTION, Shape.NOISE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or title line: its place, the blank lines before it, its folded text.

    It is `hung` where it was cut from the end of the line above (a byline behind the last
    sentence), and `spaced` where a blank stands between.
    """

    span: Span
    gap: int
    text: str
    style: Style
    indented: bool = False
    hung: bool = False
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its width is in half-width columns, with the indent."""

    span: Span
    gap: int
    text: str
    width: int
    indented: bool

    @property
    def ended(self) -> bool:
        """Whether a sentence ends with it."""
        return ended(self.text)

    @property
    def clausal(self) -> bool:
        """Whether it has a mark between or behind clauses, as headlines seldom do."""
        return not MARKS.isdisjoint(self.text)


Stack = Sequence[Line]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an issue in page order, without blank ones."""
    printed = _without_idle_gaps(tuple(_lines(text)))
    stacks = tuple(_stacks(printed))
    widths = [_column_width(stack) for stack in stacks]
    usual = max(widths, default=0) or _column_width(printed)
    style = Style.reader(text)
    indents = any(line.indented for line in printed)
    return tuple(
        paragraph
        for stack, width in zip(stacks, widths, strict=True)
        for run in ((stack,) if len(stack) == 1 else _runs(stack, width or usual))
        for lines in _parted(run, indents=indents)
        for paragraph in _pieces(text, lines, style)
    )


def _lines(text: str) -> Iterator[Line]:
    position = gap = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = position + line.index(bare[0])
            indented = line[0].isspace()
            kept = bare.rstrip(HANGING)
            width = (len(kept) + len(kept.encode())) // 2 + INDENT * indented
            yield Line(Span(start, start + len(bare)), gap, fold(bare), width, indented)
        gap = 0 if bare else gap + 1
        position += len(line)


def _without_idle_gaps(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Drop the blank lines that stand between all lines of a page broken at the column."""
    idle = min((line.gap for line in lines[1:]), default=0)
    if not idle or not _column_width(lines):
        return lines
    return tuple(replace(line, gap=max(0, line.gap - idle)) for line in lines)


def _stacks(lines: Stack) -> Iterator[Stack]:
    """Yield the lines that stand under one another without a blank line between them."""
    stack: list[Line] = []
    for line in lines:
        if stack and line.gap:
            yield stack
            stack = []
        stack.append(line)
    if stack:
        yield stack


def _column_width(stack: Stack) -> int:
    """Return the width that many lines of a stack share and few exceed, or 0 where there is none.

    A line that ends a sentence need not be broken at the column, and is not asked.
    """
    if len(stack) < FEWEST:
        return 0
    widths = Counter(
        line.width for line in stack if NARROWEST <= line.width <= WIDEST and not line.ended
    )
    width = max(widths, key=lambda width: (_near(widths, width), width), default=0)
    full = _near(widths, width)
    wider = sum(line.width > width + HANG for line in stack)
    shared = full >= max(FEWEST, len(stack) * WRAPPED, 2 * wider)
    return width if shared else 0


def _near(widths: Counter[int], width: int) -> int:
    return sum(widths[width - slack] for slack in range(SLACK + 1))


def _runs(stack: Stack, width: int) -> Iterator[Stack]:
    """Yield the lines of which each goes on in the next."""
    held: list[Line] = []
    for line in stack:
        if held and not _goes_on(held[-1], line, width):
            yield held
            held = []
        held.append(line)
    yield held


def _goes_on(above: Line, line: Line, width: int) -> bool:
    """Say whether a line goes on in the one below it, in a column of a width (0: in none)."""
    if _is_bracketed(above.text, line.text) or _breaks_number(above, line):
        return True
    if len(line.text) == 1 and not above.ended:
        return True
    if line.indented or not width or not -SLACK <= above.width - width <= HANG:
        return False
    if line.width - width > HANG or shape_of(above.text) not in WORDS:
        return False
    if not above.ended:
        return shape_of(line.text) in OPEN_ENDED and not CREDIT.fullmatch(line.text)
    last = line.width < width - SLACK
    text = line.clausal and (line.ended or not last) and shape_of(line.text) is Shape.BODY
    return text or _is_credit(line.text)


def _breaks_number(above: Line, line: Line) -> bool:
    """Say whether the cut between two lines runs through a number: 意见建议3 / 100余条."""
    if line.indented or not (above.text[-1].isdecimal() and line.text[0] in DECIMAL):
        return False
    return not any(" " in each.text or is_amount(each.text) for each in (above, line))


def _is_credit(text: str) -> bool:
    """Say whether a line is nothing but a credit or a name in brackets: it had no room above."""
    if not CREDIT.fullmatch(text):
        return False
    return shape_of(text) in SIGNED or any(imprint.credited(text))


def _is_bracketed(above: str, below: str) -> bool:
    """Say whether the cut between two lines runs through a pair of brackets: （记 / 者 肖远）."""
    opened = above.rfind("(", max(0, len(above) - BRACKETED))
    closed = below.find(")", 0, BRACKETED)
    if opened < 0 or closed < 0:
        return False
    return ")" not in above[opened:] and "(" not in below[:closed]


def _parted(run: Stack, *, indents: bool) -> Iterator[Stack]:
    """Yield the headline lines at the head of a run one by one, then its paragraph."""
    if len(run) == 1:
        yield run
        return
    start = 0
    headed = indents and run[-1].text[-1] not in "。)"
    while start + 1 < len(run) and _stands_alone(run[start], run[start + 1], indents=headed):
        yield run[start : start + 1]
        start += 1
    rest = run[start:]
    if any(line.clausal for line in rest):
        yield rest
    else:
        yield from _bracketed(rest)


def _bracketed(lines: Stack) -> Iterator[Stack]:
    """Yield the lines of a headline one by one, those together that a pair of brackets holds."""
    held: list[Line] = []
    for line in lines:
        if held and not _is_bracketed(held[-1].text, line.text):
            yield held
            held = []
        held.append(line)
    yield held


def _stands_alone(line: Line, below: Line, *, indents: bool) -> bool:
    """Say whether a line that fills the column is a headline above a paragraph."""
    if line.clausal or line.indented or opens_article(line.text):
        return False
    return indents or opens_article(below.text) or begins_news(below.text)


def _pieces(page: str, lines: Stack, style: Callable[[str], Style]) -> Iterator[Paragraph]:
    """Yield a paragraph, cut where a jump line or a byline hangs on its text."""
    text = "".join([line.text for line in lines])
    edges = edges_of(text)
    if len(lines) == 1 and len(edges) == 2:  # noqa: PLR2004 - nothing hangs on it
        line = lines[0]
        yield Paragraph(line.span, line.gap, text, style(line.span.of(page)), line.indented)
        return
    starts = [0, *accumulate(len(line.text) for line in lines)][:-1]
    gap = lines[0].gap

    def home(place: int) -> int:
        index = bisect_right(starts, place) - 1
        return lines[index].span.start + place - starts[index]

    for left, right in pairwise(edges):
        piece = text[left:right].strip()
        at = left + text[left:right].index(piece[0])
        span = Span(home(at), home(at + len(piece) - 1) + 1)
        spaced = left > 0 and (at > left or text[left - 1].isspace())
        hand = style(span.of(page))
        yield Paragraph(span, gap, piece, hand, lines[0].indented, left > 0, spaced)
        gap = 0
