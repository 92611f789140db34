"""What lies on the paper: an issue, its blocks, its articles.

    Issue ── text, never changed
      └─ Layout ── articles and furniture; together they cover every non-blank character once
           ├─ Article ── blocks in reading order, and its reading text as a Passage
           └─ Furniture ── banner, caption, jump line, noise

Inside an article everything points into `Article.text`; `Article.locate` leads home to the issue.
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from summarizer.setting import UNSET, Row, Setting, Table, read_aloud
from summarizer.text import Passage, Span

LINE_END = re.compile(r"[ \t\u3000]*(?:\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029])+[ \t\u3000]*")
END = re.compile(r"[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]")


class Role(StrEnum):
    """What a block is to its article."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    SUBHEAD = "subhead"
    BODY = "body"
    JUMP = "jump"


class FurnitureRole(StrEnum):
    """What lies on the page without being part of an article."""

    BANNER = "banner"
    CAPTION = "caption"
    JUMP_LINE = "jump_line"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the issue that belongs to an article.

    `continues` says that the block goes on in the sentence of the block before it, so that the
    two are read without a break (a word split over a blank line, a caption in mid-sentence).
    """

    span: Span
    role: Role
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the issue that belongs to the page, not to an article."""

    span: Span
    role: FurnitureRole


@dataclass(frozen=True, slots=True)
class Join:
    """Why a later stretch of the page was read as the continuation of an article."""

    article: str
    at: Span
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article's reading text: a headline line, a byline, a paragraph."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Tabled:
    """A figure of a table: where it stands in `Article.text`, and its heads as printed.

    `columns` are the heads of all columns of the row up to its own, for a head (增速) that goes
    back to the one before it; `stub` names the row heads (镇), `title` is the line above.
    """

    span: Span
    row: str
    columns: tuple[str, ...]
    stub: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its blocks in reading order and the text one reads.

    `text` has one line for each headline line, byline and paragraph, a newline after each; line
    ends inside a block are dropped. `lines` tells which line is what. A row of a table is a line
    that is read with its heads, and its figures are `tabled`. `doubts` are stretches of the issue
    whose figures a reader of pictures is not sure of.
    """

    id: str
    blocks: tuple[Block, ...]
    passage: Passage
    lines: tuple[Line, ...]
    section: str | None = None
    truncated: bool = False
    tabled: tuple[Tabled, ...] = ()
    doubts: tuple[Span, ...] = ()
    confidence: float | None = field(default=None, compare=False)
    """How sure it is that the article begins and ends where it does; None where nobody asked."""

    @property
    def text(self) -> str:
        """The text of the article in reading order."""
        return self.passage.text

    @property
    def headline(self) -> str | None:
        """The headline lines as printed, joined by one space; None for an item without."""
        return self._printed(Role.HEADLINE)

    @property
    def byline(self) -> str | None:
        """The byline as printed, its lines joined by one space, or None."""
        return self._printed(Role.BYLINE)

    @property
    def body(self) -> tuple[Line, ...]:
        """The paragraphs and subheads, in reading order."""
        return tuple(line for line in self.lines if line.role in (Role.BODY, Role.SUBHEAD))

    def is_doubtful(self, span: Span) -> bool:
        """Say whether a reader of pictures was not sure of a stretch of `text`."""
        home = self.locate(span) if self.doubts else span
        return any(doubt.overlaps(home) for doubt in self.doubts)

    def locate(self, span: Span) -> Span:
        """Return where a span of `text` lies in the issue."""
        return self.passage.locate(span)

    def _printed(self, role: Role) -> str | None:
        source = self.passage.source
        printed = ""
        for block in self.blocks:
            if block.role is role:
                runs = " ".join(run.of(source) for run in _runs(source, block.span))
                printed += runs if block.continues or not printed else f" {runs}"
        return printed or None


@dataclass(frozen=True, slots=True)
class Layout:
    """A page taken apart: what belongs to whom."""

    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """One newspaper issue (or page) as text, with what is known about it.

    `id` is a content hash with its algorithm as prefix; `sha256` is that of the UTF-8 text.
    `setting` is what the file says of the text's lines: headings, tables, type sizes, pages.
    """

    id: str
    source: str
    text: str
    sha256: str
    title: str | None = None
    date: dt.date | None = None
    setting: Setting = UNSET


class _Run(NamedTuple):
    """A run of characters of the reading text; its separator ends a line where it is a newline."""

    span: Span
    role: Role
    separator: str
    lent: bool = False
    tabled: Tabled | None = None  # with its span still to be found


def compose_article(
    issue_text: str,
    id: str,  # noqa: A002 - the field's name
    blocks: tuple[Block, ...],
    *,
    section: str | None = None,
    truncated: bool = False,
    setting: Setting = UNSET,
    confidence: float | None = None,
) -> Article:
    """Put the blocks of an article together as one reads them; `setting` is that of the issue."""
    runs = tuple(_reading_order(issue_text, blocks, _rows_of(setting.tables, blocks)))
    lines: list[Line] = []
    tabled: list[Tabled] = []
    start = position = 0
    for run in runs:
        end = position + len(run.span)
        if run.tabled:
            tabled.append(replace(run.tabled, span=Span(position, end)))
        position = end + len(run.separator)
        if run.separator.endswith("\n"):
            lines.append(Line(Span(start, position - 1), run.role))
            start = position
    passage = Passage.compose(
        issue_text,
        ((run.span, run.separator) for run in runs),
        frozenset(index for index, run in enumerate(runs) if run.lent),
    )
    doubts = tuple(
        doubt for doubt in setting.doubts if any(doubt.overlaps(block.span) for block in blocks)
    )
    return Article(
        id, blocks, passage, tuple(lines), section, truncated, tuple(tabled), doubts, confidence
    )


def _rows_of(tables: Sequence[Table], blocks: tuple[Block, ...]) -> dict[Span, tuple[Table, Row]]:
    """Return the rows of the tables that lie in some blocks; tables are in text order."""
    starts = [table.span.start for table in tables]
    found = {bisect_right(starts, block.span.start) - 1 for block in blocks} if starts else set()
    here = (tables[at] for at in sorted(found) if at >= 0)
    return {row.span: (table, row) for table in here for row in table.rows}


def _reading_order(
    text: str, blocks: tuple[Block, ...], rows: Mapping[Span, tuple[Table, Row]]
) -> Iterator[_Run]:
    """Yield each run of characters, the role of its line, and what separates it from the next.

    A line that other blocks continue keeps the role of the block it began with. Latin words on
    two sides of a dropped line end keep a space between them.
    """
    role = Role.BODY
    for index, block in enumerate(blocks):
        role = role if block.continues else block.role
        goes_on = index + 1 < len(blocks) and blocks[index + 1].continues
        if block.span in rows:
            yield from _row_aloud(text, role, *rows[block.span])
            continue
        runs = list(_runs(text, block.span))
        for run, following in zip_longest(runs, runs[1:]):
            if following is None:
                yield _Run(run, role, "" if goes_on else "\n")
            else:
                yield _Run(run, role, " " if _splits_words(text, run, following) else "")


def _row_aloud(text: str, role: Role, table: Table, row: Row) -> Iterator[_Run]:
    """Yield a row of a table as the sentence that one reads."""
    said = read_aloud(row, text)
    heads: list[str] = []
    for number, piece in enumerate(said, start=1):
        tabled = None
        if piece.cell:
            heads.append("".join(head.of(text) for head in piece.cell.column))
            tabled = Tabled(
                piece.span,
                "".join(head.of(text) for head in piece.cell.row),
                tuple(heads),
                table.stub.of(text) if table.stub else "",
                table.title.of(text) if table.title else "",
            )
        end = "\n" if number == len(said) else ""
        yield _Run(piece.span, role, piece.separator + end, piece.lent, tabled)


def _splits_words(text: str, run: Span, following: Span) -> bool:
    left, right = text[run.end - 1], text[following.start]
    return left.isascii() and left.isalpha() and right.isascii() and right.isalpha()


def _runs(text: str, span: Span) -> Iterator[Span]:
    """Yield the stretches of a block between its line ends."""
    if span and not END.search(text, span.start, span.end):
        yield span
        return
    position = span.start
    for match in LINE_END.finditer(text, span.start, span.end):
        if match.start() > position:
            yield Span(position, match.start())
        position = match.end()
    if position < span.end:
        yield Span(position, span.end)
