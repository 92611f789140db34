"""What lies on the paper: an issue, its blocks, its articles.

    Issue ── text, never changed
      └─ Layout ── articles and furniture; together they cover every non-blank character once
           ├─ Article ── blocks in reading order, and its reading text as a Passage
           └─ Furniture ── banner, caption, jump line, noise

Inside an article everything points into `Article.text`; `Article.locate` leads home to the issue.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

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
class Article:
    """One article: its blocks in reading order and the text one reads.

    `text` has one line for each headline line, byline and paragraph, a newline after each; line
    ends inside a block are dropped. `lines` tells which line is what.
    """

    id: str
    blocks: tuple[Block, ...]
    passage: Passage
    lines: tuple[Line, ...]
    section: str | None = None
    truncated: bool = False

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

    def locate(self, span: Span) -> Span:
        """Return where a span of `text` lies in the issue."""
        return self.passage.locate(span)

    def _printed(self, role: Role) -> str | None:
        source = self.passage.source
        blocks = (block for block in self.blocks if block.role is role)
        return (
            " ".join(run.of(source) for block in blocks for run in _runs(source, block.span))
            or None
        )


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
    """

    id: str
    source: str
    text: str
    sha256: str
    title: str | None = None
    date: dt.date | None = None


def compose_article(
    issue_text: str,
    id: str,  # noqa: A002 - the field's name
    blocks: tuple[Block, ...],
    *,
    section: str | None = None,
    truncated: bool = False,
) -> Article:
    """Put the blocks of an article together as one reads them."""
    parts: list[tuple[Span, str]] = []
    lines: list[Line] = []
    start = position = 0
    for run, role, separator in _reading_order(issue_text, blocks):
        parts.append((run, separator))
        position += len(run)
        if separator == "\n":
            lines.append(Line(Span(start, position), role))
            start = position + 1
        position += len(separator)
    passage = Passage.compose(issue_text, parts)
    return Article(id, blocks, passage, tuple(lines), section, truncated)


def _reading_order(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, Role, str]]:
    """Yield each run of characters, the role of its line, and what separates it from the next.

    A line that other blocks continue keeps the role of the block it began with. Latin words on
    two sides of a dropped line end keep a space between them.
    """
    role = Role.BODY
    for index, block in enumerate(blocks):
        role = role if block.continues else block.role
        goes_on = index + 1 < len(blocks) and blocks[index + 1].continues
        runs = list(_runs(text, block.span))
        for run, following in zip_longest(runs, runs[1:]):
            if following is None:
                yield run, role, "" if goes_on else "\n"
            else:
                yield run, role, " " if _splits_words(text, run, following) else ""


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
