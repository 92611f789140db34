"""Sections and threads → the layout that the rest of the house reads."""

from collections.abc import Iterator, Sequence
from math import prod

from summarizer.document import (
    Block,
    Furniture,
    FurnitureRole,
    Join,
    Layout,
    Role,
    compose_article,
)
from summarizer.segmentation.lines import sutured
from summarizer.segmentation.roles import TITLES, WRITTEN, Item
from summarizer.segmentation.sections import HEADING, Section
from summarizer.segmentation.threads import Thread
from summarizer.segmentation.weights import Part
from summarizer.setting import UNSET, Setting

FURNITURE = {
    Part.BANNER: FurnitureRole.BANNER,
    Part.CAPTION: FurnitureRole.CAPTION,
    Part.JUMP_TO: FurnitureRole.JUMP_LINE,
    Part.JUMP_FROM: FurnitureRole.JUMP_LINE,
    Part.NOISE: FurnitureRole.NOISE,
}
ROLES = {
    Part.KICKER: Role.KICKER,
    Part.HEADLINE: Role.HEADLINE,
    Part.MORE: Role.HEADLINE,
    Part.DECK: Role.DECK,
    Part.SUBHEAD: Role.SUBHEAD,
    Part.BACK: Role.SUBHEAD,
    Part.BYLINE: Role.BYLINE,
    Part.CLOSING: Role.BYLINE,
    Part.DATE: Role.DATELINE,
}


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
    found = tuple(_with_blocks(sections, threads))
    for number, thread in enumerate(found, start=1):
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
                confidence=_confidence(thread, found[number : number + 1]),
            )
        )
        joins += [
            Join(name, sections[why.section].items[0].span, round(why.score, 3), why.reason)
            for why in thread.joins
        ]
    return Layout(tuple(articles), tuple(_furniture(sections)), tuple(joins))


def _confidence(thread: Thread, following: Sequence[Thread]) -> float:
    """Return how sure an article's edges are: its beginning, its joins, what begins after it."""
    edges = [thread.sure, *(why.score for why in thread.joins), *(each.sure for each in following)]
    return round(prod(edges), 3)


def _with_blocks(sections: Sequence[Section], threads: Sequence[Thread]) -> Iterator[Thread]:
    for thread in threads:
        if any(item.role not in FURNITURE for at in thread.sections for item in sections[at].items):
            yield thread


def _banners(text: str, sections: Sequence[Section]) -> list[str | None]:
    """Return the banner that each section stands under."""
    banner = None
    found = []
    for section in sections:
        for item in section.of(Part.BANNER):
            banner = item.span.of(text)
        found.append(banner)
    return found


def _blocks(sections: Sequence[Section], thread: Thread) -> Iterator[Block]:
    """Yield the blocks of an article: what heads a later section of it is a subhead."""
    broken = False
    for at in thread.sections:
        heading = _headed if at == thread.sections[0] else _subheaded
        above: Item | None = None
        for item in sections[at].items:
            if item.role not in FURNITURE:
                continues = item.continues or (broken and item.role in WRITTEN)
                yield Block(item.span, heading(item), continues or _splits_word(above, item))
                broken, above = False, item
        broken = sections[at].broken


def _splits_word(above: Item | None, item: Item) -> bool:
    """Say whether a line of a headline begins in the middle of a word: 新建高标 / 准农田."""
    if above is None or item.role is not Part.MORE or above.role not in TITLES:
        return False
    return sutured(above.text, item.text)


def _headed(item: Item) -> Role:
    """Return what an item of the first section is: a subhead there heads the article."""
    role = ROLES.get(item.role, Role.BODY)
    return Role.HEADLINE if role is Role.SUBHEAD else role


def _subheaded(item: Item) -> Role:
    return Role.SUBHEAD if item.role in HEADING else ROLES.get(item.role, Role.BODY)


def _furniture(sections: Sequence[Section]) -> Iterator[Furniture]:
    for section in sections:
        for item in section.items:
            if role := FURNITURE.get(item.role):
                yield Furniture(item.span, role)
