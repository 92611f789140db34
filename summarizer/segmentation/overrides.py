"""A layout that a person keeps beside a page: `issue.segments.json`, `issue.txt.segments.json`.

The file is a whole layout in the words of the report (`articles[].blocks[]`, `furniture[]`), each
stretch with the text it covers, so that one can find and move it. It holds for one text only and
is refused when that text has changed, when two stretches overlap, or when one is forgotten.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from summarizer.disk import beside
from summarizer.document import (
    Article,
    Block,
    Furniture,
    FurnitureRole,
    Issue,
    Layout,
    Role,
    compose_article,
)
from summarizer.errors import ReadingError
from summarizer.summary import Border
from summarizer.text import Span

SUFFIX = ".segments.json"


class KeptBlock(Border):
    """A block of an article; `text` helps the reader and is not read back."""

    start: int
    end: int
    role: Role
    continues: bool = False
    text: str = ""


class KeptArticle(Border):
    """An article: its blocks in reading order."""

    id: str
    section: str | None = None
    truncated: bool = False
    blocks: tuple[KeptBlock, ...]


class KeptFurniture(Border):
    """A stretch of the page that belongs to no article."""

    start: int
    end: int
    role: FurnitureRole
    text: str = ""


class KeptLayout(Border):
    """The whole page, and the text that it is the page of."""

    sha256: str
    articles: tuple[KeptArticle, ...]
    furniture: tuple[KeptFurniture, ...] = ()


def keep_layout(issue: Issue, layout: Layout) -> str:
    """Return a layout as the text of an override file."""
    kept = KeptLayout(
        sha256=issue.sha256,
        articles=tuple(_kept_article(issue.text, article) for article in layout.articles),
        furniture=tuple(
            KeptFurniture(
                start=piece.span.start,
                end=piece.span.end,
                role=piece.role,
                text=piece.span.of(issue.text),
            )
            for piece in layout.furniture
        ),
    )
    return kept.model_dump_json(indent=2) + "\n"


def layout_file(issue: Issue) -> Path | None:
    """Return the file that a person keeps the layout of a page in, if there is one."""
    path = beside(issue.source, SUFFIX)
    return path if path and path.is_file() else None


def kept_layout(issue: Issue) -> Layout | None:
    """Return the layout that a person kept beside the issue, if any. Raises ReadingError."""
    path = layout_file(issue)
    if path is None:
        return None
    try:
        kept = KeptLayout.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ReadingError(
            "{path}: {where}: {what}; correct or delete it",
            path=path,
            where=where,
            what=first["msg"],
        ) from None
    if kept.sha256 != issue.sha256:
        raise ReadingError(
            "{path}: kept for another text than {page}; delete it", path=path, page=issue.source
        )
    _check_cover(kept, issue.text, path)
    return Layout(
        tuple(_article(issue, article) for article in kept.articles),
        tuple(Furniture(Span(piece.start, piece.end), piece.role) for piece in kept.furniture),
    )


def _kept_article(text: str, article: Article) -> KeptArticle:
    blocks = tuple(
        KeptBlock(
            start=block.span.start,
            end=block.span.end,
            role=block.role,
            continues=block.continues,
            text=block.span.of(text),
        )
        for block in article.blocks
    )
    return KeptArticle(
        id=article.id, section=article.section, truncated=article.truncated, blocks=blocks
    )


def _article(issue: Issue, kept: KeptArticle) -> Article:
    blocks = tuple(Block(Span(b.start, b.end), b.role, b.continues) for b in kept.blocks)
    return compose_article(
        issue.text,
        kept.id,
        blocks,
        section=kept.section,
        truncated=kept.truncated,
        setting=issue.setting,
    )


def _check_cover(kept: KeptLayout, text: str, path: Path) -> None:
    """Refuse stretches that overlap, and non-blank text that no stretch covers."""
    spans = sorted(Span(each.start, each.end) for each in _stretches(kept))
    edges = [Span(0, 0), *spans, Span(len(text), len(text))]
    for before, after in pairwise(edges):
        if before.end > after.start or after.end > len(text):
            raise ReadingError(
                "{path}: two stretches claim character {end}; part them", path=path, end=after.start
            )
        forgotten = text[before.end : after.start].strip()
        if forgotten:
            raise ReadingError(
                "{path}: characters {start} to {end} ({text}…) belong to nothing; give them to "
                "an article or to the furniture",
                path=path,
                start=before.end,
                end=after.start,
                text=forgotten[:12],
            )


def _stretches(kept: KeptLayout) -> Iterator[KeptBlock | KeptFurniture]:
    yield from (block for article in kept.articles for block in article.blocks)
    yield from kept.furniture
