"""What every reader of a format makes of a page: its blocks, and what the file says of itself.

    file ─ markdown, web, office … ─► Sheet(blocks, title, date) ─ compose ─► text, Setting

Blocks are printed one after another with a blank line between them, the rows of a table on lines
of their own with a tab between two cells.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.reading.tables import table_of
from summarizer.setting import Box, Declared, Mark, Setting, Table
from summarizer.text import Span

CELL_END, ROW_END, BLOCK_END = "\t", "\n", "\n\n"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, a heading, or another line, with what is known of it (as in `Mark`)."""

    text: str
    declared: Declared = Declared.PARAGRAPH
    level: int = 0
    size: float = 1.0
    bold: bool = False
    page: int | None = None
    box: Box | None = None
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table by rows, of which the first `heads` name the columns."""

    rows: tuple[tuple[str, ...], ...]
    heads: int = 0


Block = Para | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as a reader of a format found it.

    `title` is the name of the paper, `date` that of the issue, where the file tells.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    date: dt.date | None = None


def compose(blocks: Iterable[Block]) -> tuple[str, Setting]:
    """Return the text of some blocks, and what is known of its lines."""
    chunks: list[str] = []
    marks: list[Mark] = []
    tables: list[Table] = []
    position = 0
    before: Span | None = None
    for block in blocks:
        text = _printed(block)
        if not text.strip():
            continue
        span = Span(position, position + len(text))
        if isinstance(block, Para):
            marks.append(_mark(block, span))
            before = span
        else:
            table = table_of(text, block.rows, position, heads=block.heads, title=before)
            tables.append(table)
            marks += [Mark(row.span, Declared.ROW) for row in table.rows]
        chunks += (text, BLOCK_END)
        position = span.end + len(BLOCK_END)
    return "".join(chunks[:-1]), Setting(tuple(marks), tuple(tables))


def _printed(block: Block) -> str:
    if isinstance(block, Para):
        return "\n".join(line.strip() for line in block.text.splitlines() if line.strip())
    return ROW_END.join(CELL_END.join(row) for row in block.rows if any(row))


def _mark(block: Para, span: Span) -> Mark:
    return Mark(
        span,
        block.declared,
        level=block.level,
        size=block.size,
        bold=block.bold,
        page=block.page,
        box=block.box,
        certainty=block.certainty,
    )
