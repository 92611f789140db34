"""What every reader of a format makes of a page: its blocks, and what the file says of itself.

    file ─ markdown, web, office … ─► Sheet(blocks, title, date) ─ compose ─► text, Setting

Blocks are printed one after another with a blank line between them (a form feed where a page
ends), the rows of a table on lines
of their own with a tab between two cells.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields

from summarizer.reading.tables import placed, table_of
from summarizer.setting import Box, Declared, Looks, Mark, Printed, Setting, Table
from summarizer.text import Span

LONGEST_TITLE = 80
CELL_END, ROW_END, BLOCK_END, PAGE_END = "\t", "\n", "\n\n", "\n\f"


@dataclass(frozen=True, slots=True)
class Para(Looks):
    """A paragraph, a heading, or another piece of text, and how it is set.

    `lines` are the places of its lines on the page, where they are known; `unsure` are the numbers
    of its lines in which a figure's characters are doubtful.
    """

    text: str
    declared: Declared = field(default=Declared.PARAGRAPH, kw_only=True)
    lines: tuple[Box, ...] = ()
    unsure: tuple[int, ...] = ()


LOOKS = tuple(each.name for each in fields(Looks))


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table by rows, of which the first `heads` name the columns."""

    rows: tuple[tuple[str, ...], ...]
    heads: int = 0


Block = Para | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a reader of a format found it.

    `title` is the name of the paper, `date` that of the issue, where the file tells; `unread` are
    the pages that nothing could be read of.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    date: dt.date | None = None
    unread: tuple[int, ...] = ()


def compose(blocks: Iterable[Block]) -> tuple[str, Setting]:
    """Return the text of some blocks, and what is known of its lines."""
    chunks: list[str] = []
    marks: list[Mark] = []
    grids: list[tuple[Grid, int, list[Span]]] = []
    doubts: list[Span] = []
    lines: list[Printed] = []
    position = 0
    above: list[Span] = []
    page: int | None = None
    for block in blocks:
        text = _printed(block)
        if not text.strip():
            continue
        if chunks:
            end = PAGE_END if _page(block, page) != page else BLOCK_END
            chunks.append(end)
            position += len(end)
        page = _page(block, page)
        if isinstance(block, Para):
            span = Span(position, position + len(text))
            marks.append(_mark(block, span))
            doubts += _doubts(block, position)
            lines += _lines(block, position)
            above = [*above[-1:], span]
        else:
            grids.append((block, position, above))
        chunks.append(text)
        position += len(text)
    text = "".join(chunks)
    tables = tuple(_table(text, *grid) for grid in grids)
    marks += [Mark(row.span, declared=Declared.ROW) for table in tables for row in table.rows]
    ordered = tuple(sorted(marks, key=_start))
    return text, Setting(ordered, tables, tuple(doubts), tuple(lines))


def _doubts(block: Para, start: int) -> Iterator[Span]:
    """Yield the lines of a paragraph that are not read for sure."""
    for number, line in enumerate(block.text.split("\n")):
        if number in block.unsure:
            yield Span(start, start + len(line))
        start += len(line) + 1


def _lines(block: Para, start: int) -> Iterator[Printed]:
    """Yield where the lines of a paragraph are printed."""
    for line, box in zip(block.text.split("\n"), block.lines, strict=False):
        if block.page:
            yield Printed(Span(start, start + len(line)), block.page, box)
        start += len(line) + 1


def _page(block: Block, page: int | None) -> int | None:
    """Return the page of a block, which is that of the block before it where none is told."""
    return block.page if isinstance(block, Para) and block.page else page


def _start(mark: Mark) -> int:
    return mark.span.start


def _table(text: str, grid: Grid, start: int, above: Sequence[Span]) -> Table:
    rows = [row for row in grid.rows if any(row)]
    near = [span for span in above if len(span) <= LONGEST_TITLE]
    return table_of(text, placed(rows, start), heads=grid.heads, above=near)


def _printed(block: Block) -> str:
    if isinstance(block, Para):
        return "\n".join(line.strip() for line in block.text.splitlines() if line.strip())
    return ROW_END.join(CELL_END.join(row) for row in block.rows if any(row))


def _mark(block: Para, span: Span) -> Mark:
    return Mark(span, **{name: getattr(block, name) for name in LOOKS})
