"""Sections and threads → the layout that the rest of the house reads."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from summarizer.document import (
    Block,
    Furniture,
    FurnitureRole,
    Join,
    Layout,
    Role,
    compose_article,
)
from summarizer.segmentation.boundaries import Section
from summarizer.segmentation.cohesion import names
from summarizer.segmentation.imprint import is_section_name, leads_up
from summarizer.segmentation.neighbours import Item
from summarizer.segmentation.roles import Kind
from summarizer.segmentation.threads import Thread
from summarizer.setting import UNSET, Setting
from summarizer.text import Span

FURNITURE = {
    Kind.BANNER: FurnitureRole.BANNER,
    Kind.CAPTION: FurnitureRole.CAPTION,
    Kind.JUMP_TO: FurnitureRole.JUMP_LINE,
    Kind.JUMP_FROM: FurnitureRole.JUMP_LINE,
    Kind.NOISE: FurnitureRole.NOISE,
}
ROLES = {Kind.TITLE: Role.SUBHEAD, Kind.BYLINE: Role.BYLINE, Kind.DATE: Role.DATELINE}

PAIR = 2
MOTTO = 10


def compose(
    text: str,
    sections: Sequence[Section],
    threads: Sequence[Thread],
    setting: Setting = UNSET,
) -> Layout:
    """Put the threads together as articles, and set the furniture aside."""
    banners = _banners(text, sections)
    articles = []
    joins = []
    for number, thread in enumerate(_with_blocks(sections, threads), start=1):
        blocks = tuple(_blocks(sections, thread))
        name = f"A{number}"
        articles.append(
            compose_article(
                text,
                name,
                blocks,
                section=banners[thread.sections[0]],
                truncated=sections[thread.sections[-1]].broken,
                setting=setting,
            )
        )
        joins += [
            Join(name, sections[why.section].items[0].span, round(why.score, 3), why.reason)
            for why in thread.joins
        ]
    return Layout(tuple(articles), tuple(_furniture(sections)), tuple(joins))


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
    """Yield what the title lines of an article are: kickers first, then the headline.

    A second title behind a dash (——我区纪实) is part of what one cites, and so of the headline.
    """
    leading = takewhile(lambda place: _is_kicker(titles[place:]), range(len(titles)))
    kickers = len(tuple(leading))
    for place, item in enumerate(titles):
        yield item.span, Role.KICKER if place < kickers else Role.HEADLINE


def _is_kicker(titles: Sequence[Item]) -> bool:
    """Say whether the first of some title lines introduces the others, or stands apart above them.

    What names nobody and no figure, above two lines that do, is the motto of a series.
    """
    first, *below = titles
    if len(below) >= PAIR:
        apart = below[0].gap and not below[1].gap
        motto = len(first.text) <= MOTTO and not _tells(first) and any(map(_tells, below))
        if apart or motto:
            return True
    return bool(below) and (leads_up(first.text) or is_section_name(first.text))


def _tells(title: Item) -> bool:
    """Say whether a title line has a figure or the name of a place, zone or firm."""
    return any(character.isdigit() for character in title.text) or bool(names(title.text))


def _role(item: Item) -> Role:
    return ROLES.get(item.kind, Role.BODY)


def _furniture(sections: Sequence[Section]) -> Iterator[Furniture]:
    for section in sections:
        for item in section.items:
            if role := FURNITURE.get(item.kind):
                yield Furniture(item.span, role)
