"""How a page was set, where its reader could tell: beside the text, never in it.

    Issue.text ───── 各镇税收 ⏎ 上半年各镇税收如下。 ⏎ 镇⇥税收（万元） ⏎ 柳湾镇⇥4120
    Issue.setting
      ├─ marks       heading 1 · paragraph · row · row      one for each line that is known of
      ├─ lines       page 3, 57–142 × 91–101                where a printed line stands on paper
      └─ tables      4120: row head 柳湾镇, column head 税收, unit 万元

A plain text has an empty setting. Marks lie in text order and do not overlap; a mark covers a
paragraph (of one line or several), a title line or a row of a table. Spans are in `Issue.text`.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from pydantic import ConfigDict

from summarizer.text import Span


class Declared(StrEnum):
    """What the file itself says a line is."""

    HEADING = "heading"  # <h2>, ##, a heading style
    PARAGRAPH = "paragraph"
    BYLINE = "byline"  # author: of a front matter, <meta name=author>
    CAPTION = "caption"  # <figcaption>
    ASIDE = "aside"  # what the page says of itself: source, links, ©
    ROW = "row"  # of a table
    LINE = "line"  # a printed line, of which only the looks are known


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its upper left corner."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    left: float
    top: float
    right: float
    bottom: float

    def part(self, text: str, start: int, end: int) -> "Box":
        """Return where a part of a line of text stands in its box, by the width of its type."""
        whole, before, until = (_width(text[:at]) for at in (len(text), start, end))
        wide = (self.right - self.left) / max(whole, 1)
        left, right = self.left + before * wide, self.left + until * wide
        return Box(*(round(edge, 1) for edge in (left, self.top, right, self.bottom)))


def _width(text: str) -> int:
    """Return how wide a text is, in halves of a Chinese character."""
    return sum(1 if character.isascii() else 2 for character in text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """How a stretch of the text is set.

    `level` is that of a heading, 1 to 6. `size` is the height of its type as a multiple of the
    page's usual one, and `page` counts from 1. `certainty` is how sure a reader of pictures was.
    One that `continues` was seen to go on in the sentence of the paragraph before it, at the head
    of the next column.
    """

    declared: Declared = Declared.LINE
    level: int = 0
    size: float = 1.0
    bold: bool = False
    page: int | None = None
    box: Box | None = None
    certainty: float = 1.0
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Mark(Looks):
    """A stretch of the text, and how it is set."""

    span: Span


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it is printed: where it stands in the text, and on which page."""

    span: Span
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a figure: the heads that it stands under, from the outermost, and its unit.

    `unit` is None where the cell brings its own (41.2亿元) or the table gives none.
    """

    span: Span
    row: tuple[Span, ...]
    column: tuple[Span, ...]
    unit: Span | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table as printed: all its cells, and those of them that hold a figure.

    A `head` row names the columns or their unit; it is read with each figure below it.
    """

    span: Span
    cells: tuple[Span, ...]
    figures: tuple[Cell, ...] = ()
    head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, what names its row heads (镇, 指标), and its title or the line above."""

    span: Span
    rows: tuple[Row, ...]
    stub: Span | None = None
    title: Span | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """All that is known of a page beside its text.

    `doubts` are the lines in which a reader of pictures is not sure of a figure's characters,
    `lines` those whose place on the paper is known, `unread` the pages that nobody could read.
    """

    marks: tuple[Mark, ...] = ()
    tables: tuple[Table, ...] = ()
    doubts: tuple[Span, ...] = ()
    lines: tuple[Printed, ...] = ()
    unread: tuple[int, ...] = ()

    def mark_at(self, offset: int) -> Mark | None:
        """Return the mark that covers an offset of the text, if any."""
        index = bisect_right(self.marks, offset, key=lambda mark: mark.span.start) - 1
        if index < 0 or offset >= self.marks[index].span.end:
            return None
        return self.marks[index]

    def printed_at(self, span: Span, text: str) -> tuple[int, Box] | None:
        """Return the page, and the box on it, where a stretch of the text is printed.

        Of one that is broken over two lines it is the part that stands on the first.
        """
        index = bisect_right(self.lines, span.start, key=lambda line: line.span.start) - 1
        if index < 0 or not self.lines[index].span.overlaps(span):
            return None
        line = self.lines[index]
        start, end = span.start - line.span.start, min(span.end, line.span.end) - line.span.start
        return line.page, line.box.part(line.span.of(text), start, end)


UNSET = Setting()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of a row as one reads it aloud, and what follows it.

    `lent` is a head, which is printed elsewhere; `cell` says that the piece is that figure.
    """

    span: Span
    separator: str = ""
    lent: bool = False
    cell: Cell | None = None


def read_aloud(row: Row, text: str) -> tuple[Spoken, ...]:
    """Return a row as one says it: 柳湾镇⇥4120⇥6.3 is 柳湾镇税收4120万元，增速6.3%."""
    if row.head:
        return ()
    figures = {cell.span: cell for cell in row.figures}
    said = [piece for span in row.cells for piece in _said(span, figures.get(span), row)]
    parted = [
        replace(piece, separator="为") if _would_join(piece, following, text) else piece
        for piece, following in pairwise(said)
    ]
    return (*parted, *(replace(piece, separator="。") for piece in said[-1:]))


def _said(span: Span, cell: Cell | None, row: Row) -> Iterator[Spoken]:
    """Yield a cell with its heads around it; a row head is read before its first figure alone."""
    if cell is None:
        heads = row.figures[0].row if row.figures else ()
        head = next((head for head in heads if span.covers(head)), None)
        yield Spoken(head or span, "" if head else "，")
        return
    for head in cell.column:
        yield Spoken(head, lent=True)
    yield Spoken(span, "" if cell.unit else "，", cell=cell)
    if cell.unit:
        yield Spoken(cell.unit, "，", lent=True)


def _would_join(piece: Spoken, following: Spoken, text: str) -> bool:
    """Say whether a head that ends in a numeral would run into the figure behind it: 税收2023."""
    if piece.separator or not following.cell:
        return False
    return _is_numeral(text[piece.span.end - 1]) and _is_numeral(text[following.span.start])


def _is_numeral(character: str) -> bool:
    return unicodedata.numeric(character, None) is not None or character in ".．,，%％+-−"
