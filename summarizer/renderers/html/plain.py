"""A dense page packed: compressed as a whole, and beside it what can be read without a script.

    text, sheets ─ packed ─► one block of base64 each, which the script of the page lays out
    articles ─ write_plain ─► headline, summary and rows as bare text, half as long as the article

Where every few characters are a figure, what is said about them is thirty times the page and
nearly the same each time; packed it is as long as the page.
"""

import base64
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Template

from summarizer.citation import further_points
from summarizer.renderers.html.numbers import Numbered
from summarizer.renderers.html.sheets import Line, byline_of, headline_of, line_of
from summarizer.report import IssueReport
from summarizer.wording import on_one_line

DENSE = 300
"""Figures from which on a page is packed."""
MARKUP = len("<tr><td><td><td><td><td>\n")
"""Bytes that the tags of a row take."""
BUFFERED = 4096
"""Pieces of a template that are compressed together."""


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """What is said of an article, without links; `left` are the rows that have no room."""

    headline: str
    byline: str
    abstract: str
    points: tuple[str, ...]
    lines: tuple[Line, ...]
    left: int


def is_dense(report: IssueReport) -> bool:
    """Say whether a page has so many figures that it is to be packed."""
    return sum(len(article.quantities) for article in report.articles) >= DENSE


def packed(template: Template, **values: object) -> str:
    """Return a part of the page compressed (raw deflate, base64); it is never held whole."""
    stream, packer = template.stream(values), zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    stream.enable_buffering(BUFFERED)
    parts = [packer.compress(piece.encode()) for piece in stream]
    return base64.b64encode(b"".join((*parts, packer.flush()))).decode()


def write_plain(articles: tuple[Numbered, ...], text: str) -> Iterator[PlainSheet]:
    """Write of each article what can be read without a script."""
    for each in articles:
        summary, lines = each.article.summary, tuple(_affordable(each, text))
        yield PlainSheet(
            headline=headline_of(each.article),
            byline=byline_of(each.article),
            abstract=on_one_line(summary.abstract),
            points=tuple(on_one_line(point.text) for _, point in further_points(each.article)),
            lines=lines,
            left=len(each.rows) - len(lines),
        )


def _affordable(each: Numbered, text: str) -> Iterator[Line]:
    """Yield rows until they are half as long as the article, in bytes."""
    room = sum(len(text[block.start : block.end].encode()) for block in each.article.blocks) // 2
    for row in each.rows:
        line = line_of(each, row)
        cells = (line.area, line.name, line.shown, line.period, line.status_word)
        room -= MARKUP + len("".join(cells).encode())
        if room < 0:
            return
        yield line
