"""Boundaries, joins and roles that a person set, put onto a layout.

    Split     A1 ▁▁▁▁│▁▁▁  ─►  A1 ▁▁▁▁  A2 ▁▁▁     the rest of the article, in reading order
    Join      A1 ▁▁  A2 ▁▁  ─►  A1 ▁▁▁▁
    SetRole   one line becomes a block of its own, or a piece of furniture, or comes back from it

A change is about the printed line on which its place begins. Articles are numbered anew in the
order in which they begin.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer import document
from summarizer.corrections.anchoring import Placed, find
from summarizer.corrections.changes import Join, LayoutChange, SetRole, Split
from summarizer.corrections.outcome import Fate
from summarizer.document import (
    END,
    Article,
    Block,
    Furniture,
    FurnitureRole,
    Issue,
    Layout,
    Role,
    compose_article,
)
from summarizer.text import Span

CLOSED = "。！？；：”’」』!?;:…)）"
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """A layout under correction: the blocks of each article, and what belongs to none."""

    issue: Issue
    articles: tuple[Blocks, ...]
    furniture: tuple[Furniture, ...]

    def home(self, position: int) -> int | None:
        """Return the number of the article that a character lies in."""
        for number, blocks in enumerate(self.articles):
            if any(block.span.start <= position < block.span.end for block in blocks):
                return number
        return None

    def with_articles(self, number: int, *articles: Blocks) -> "_Page":
        """Return the page with others in place of an article; empty ones vanish."""
        before, after = self.articles[:number], self.articles[number + 1 :]
        return replace(self, articles=(*before, *filter(None, articles), *after))


def correct_layout(
    layout: Layout, issue: Issue, changes: Iterable[Placed]
) -> tuple[Layout, dict[Placed, Fate]]:
    """Return the layout as a person wants it, and what became of each change that concerns it."""
    page = _Page(issue, tuple(article.blocks for article in layout.articles), layout.furniture)
    fates: dict[Placed, Fate] = {}
    for each in changes:
        if isinstance(each.change, LayoutChange) and each.span:
            after = _APPLY[type(each.change)](page, each.change, each.span)
            fates[each] = Fate.APPLIED if after else Fate.NO_ARTICLE
            page = after or page
    return (_laid_out(page, layout) if Fate.APPLIED in fates.values() else layout), fates


def _split(page: _Page, _: LayoutChange, place: Span) -> _Page | None:
    number = page.home(place.start)
    if number is None:
        return None
    blocks, at = _with_line(page, number, place.start)
    first, *rest = blocks[at:]
    role = Role.HEADLINE if first.role is Role.SUBHEAD else first.role
    return page.with_articles(
        number, blocks[:at], (replace(first, role=role, continues=False), *rest)
    )


def _join(page: _Page, change: LayoutChange, place: Span) -> _Page | None:
    assert isinstance(change, Join)
    target = find(change.to, page.issue.text)
    before = page.home(target.start) if target else None
    after = page.home(place.start)
    if before is None or after is None or before == after:
        return None
    whole = (*page.articles[before], *_going_on(page, before, after))
    others = (blocks for n, blocks in enumerate(page.articles) if n not in (before, after))
    return replace(page, articles=(*others, whole))


def _going_on(page: _Page, before: int, after: int) -> Iterator[Block]:
    """Yield the blocks of a continuation; where a sentence is open, its first goes on in it."""
    first, *rest = page.articles[after]
    ends = page.articles[before][-1].span.of(page.issue.text).rstrip()[-1:]
    yield replace(first, continues=ends not in CLOSED and first.role is Role.BODY)
    yield from rest


def _set_role(page: _Page, change: LayoutChange, place: Span) -> _Page | None:
    assert isinstance(change, SetRole)
    number, role = page.home(place.start), change.role
    if number is None:
        return _renamed(page, place, role)
    blocks, at = _with_line(page, number, place.start)
    before, block, after = blocks[:at], blocks[at], blocks[at + 1 :]
    if isinstance(role, FurnitureRole):
        aside = (*page.furniture, Furniture(block.span, role))
        return replace(page.with_articles(number, (*before, *after)), furniture=aside)
    return page.with_articles(number, (*before, replace(block, role=role), *after))


def _renamed(page: _Page, place: Span, role: Role | FurnitureRole) -> _Page | None:
    """Give a piece of furniture another name, or to the article that stands before it."""
    piece = next((p for p in page.furniture if p.span.start <= place.start < p.span.end), None)
    if piece is None:
        return None
    left = tuple(each for each in page.furniture if each is not piece)
    if isinstance(role, FurnitureRole):
        return replace(page, furniture=(*left, Furniture(piece.span, role)))
    page = replace(page, furniture=left)
    if not page.articles:
        return replace(page, articles=((Block(piece.span, role),),))
    number = _before(page, piece.span.start)
    blocks = (*page.articles[number], Block(piece.span, role))
    return page.with_articles(number, tuple(sorted(blocks, key=lambda block: block.span)))


def _before(page: _Page, position: int) -> int:
    """Return the article that ends nearest before a place; the first of the page if none does."""

    def nearness(number: int) -> tuple[int, int]:
        ends = (block.span.end for block in page.articles[number])
        return max((end for end in ends if end <= position), default=-1), -number

    return max(range(len(page.articles)), key=nearness)


_APPLY: dict[type, Callable[[_Page, LayoutChange, Span], _Page | None]] = {
    Split: _split,
    Join: _join,
    SetRole: _set_role,
}


def _with_line(page: _Page, number: int, position: int) -> tuple[Blocks, int]:
    """Return the blocks of an article with a printed line as one of its own, and which it is."""
    at, block = next(
        (at, block)
        for at, block in enumerate(page.articles[number])
        if block.span.start <= position < block.span.end
    )
    span = block.span
    starts = (end.end() for end in END.finditer(page.issue.text, span.start, position))
    start = max(starts, default=span.start)
    ended = END.search(page.issue.text, position, span.end)
    end = ended.start() if ended else span.end
    pieces = (
        replace(block, span=Span(span.start, start)),
        replace(block, span=Span(start, end), continues=block.continues and start == span.start),
        Block(Span(end, span.end), block.role),
    )
    trimmed = [_trimmed(page.issue.text, piece) for piece in pieces]
    kept = tuple(piece for piece in trimmed if piece.span)
    blocks = page.articles[number]
    return (*blocks[:at], *kept, *blocks[at + 1 :]), at + bool(trimmed[0].span)


def _trimmed(text: str, block: Block) -> Block:
    words = block.span.of(text)
    start = block.span.start + len(words) - len(words.lstrip())
    return replace(block, span=Span(start, start + len(words.strip())))


def _laid_out(page: _Page, before: Layout) -> Layout:
    was = {block.span: article for article in before.articles for block in article.blocks}
    inner = sorted(page.articles, key=lambda blocks: blocks[0].span)
    articles = tuple(_article(page.issue, n, blocks, was) for n, blocks in enumerate(inner, 1))
    furniture = tuple(sorted(page.furniture, key=lambda piece: piece.span))
    return Layout(articles, furniture, tuple(_joins(articles, before.joins)))


def _article(issue: Issue, number: int, blocks: Blocks, was: dict[Span, Article]) -> Article:
    first, last = was.get(blocks[0].span), was.get(blocks[-1].span)
    section = first.section if first else None
    broken = bool(last and last.truncated)
    return compose_article(
        issue.text,
        f"A{number}",
        blocks,
        section=section,
        truncated=broken,
        setting=issue.setting,
    )


def _joins(articles: Sequence[Article], before: Sequence[document.Join]) -> Iterator[document.Join]:
    """Yield the joins that still hold: those in the middle of an article."""
    for article in articles:
        inside = {block.span.start for block in article.blocks[1:]}
        for join in before:
            if join.at.start in inside:
                yield replace(join, article=article.id)
