"""Sections and threads → the layout that the rest of the house reads."""

from collections.abc import Iterator, Sequence

from summarizer.document import (
    Article,
    Block,
    Furniture,
    FurnitureRole,
    Join,
    Layout,
    Role,
    compose_article,
)
from summarizer.segmentation.boundaries import Section
from summarizer.segmentation.imprint import is_section_name, leads_up
from summarizer.segmentation.neighbours import Item
from summarizer.segmentation.roles import Kind
from summarizer.segmentation.threads import Thread
from summarizer.text import Span

FURNITURE = {
    Kind.BANNER: FurnitureRole.BANNER,
    Kind.CAPTION: FurnitureRole.CAPTION,
    Kind.JUMP_TO: FurnitureRole.JUMP_LINE,
    Kind.JUMP_FROM: FurnitureRole.JUMP_LINE,
    Kind.NOISE: FurnitureRole.NOISE,
}
ROLES = {Kind.TITLE: Role.SUBHEAD, Kind.BYLINE: Role.BYLINE, Kind.DATE: Role.DATELINE}


def compose(text: str, sections: Sequence[Section], threads: Sequence[Thread]) -> Layout:
    """Put the threads together as articles, and set the furniture aside."""
    banners = _banners(text, sections)
    articles = []
    joins = []
    for number, thread in enumerate(_with_blocks(sections, threads), start=1):
        blocks = tuple(_blocks(sections, thread))
        name = f"A{number}"
        articles.append(_article(text, name, blocks, banners[thread.sections[0]], sections, thread))
        joins += [
            Join(name, sections[why.section].items[0].span, round(why.score, 3), why.reason)
            for why in thread.joins
        ]
    return Layout(tuple(articles), tuple(_furniture(sections)), tuple(joins))


def _article(
    text: str,
    name: str,
    blocks: tuple[Block, ...],
    banner: str | None,
    sections: Sequence[Section],
    thread: Thread,
) -> Article:
    truncated = sections[thread.sections[-1]].broken
    return compose_article(text, name, blocks, section=banner, truncated=truncated)


def _with_blocks(sections: Sequence[Section], threads: Sequence[Thread]) -> Iterator[Thread]:
    for thread in threads:
        if any(item.kind not in FURNITURE for at in thread.sections for item in sections[at].items):
            yield thread


def _banners(text: str, sections: Sequence[Section]) -> list[str | None]:
    """Return the banner that each section stands under."""
    banner = None
    found = []
    for section in sections:
        for item in section.of(Kind.BANNER):
            banner = item.span.of(text)
        found.append(banner)
    return found


def _blocks(sections: Sequence[Section], thread: Thread) -> Iterator[Block]:
    torn = False
    for at in thread.sections:
        first = at == thread.sections[0]
        heads = dict(_heads(sections[at].titles)) if first else {}
        for item in sections[at].items:
            if item.kind not in FURNITURE:
                continues = item.continues or (torn and item.kind is Kind.BODY)
                yield Block(item.span, heads.get(item.span, _role(item)), continues)
                torn = False
        torn = sections[at].broken


def _heads(titles: Sequence[Item]) -> Iterator[tuple[Span, Role]]:
    """Yield what the title lines of an article are: a kicker first, or all of them the headline.

    A kicker introduces what follows, or stands apart above lines that stand together. A second
    title behind a dash (——我区纪实) is part of what one cites, and so of the headline.
    """
    last = len(titles) - 1
    above = True
    for place, item in enumerate(titles):
        apart = place + 1 < last and titles[place + 1].gap and not titles[place + 2].gap
        above = (
            above and place < last and (apart or leads_up(item.text) or is_section_name(item.text))
        )
        yield item.span, Role.KICKER if above else Role.HEADLINE


def _role(item: Item) -> Role:
    return ROLES.get(item.kind, Role.BODY)


def _furniture(sections: Sequence[Section]) -> Iterator[Furniture]:
    for section in sections:
        for item in section.items:
            if role := FURNITURE.get(item.kind):
                yield Furniture(item.span, role)
