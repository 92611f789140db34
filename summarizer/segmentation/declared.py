"""A page whose file declares its headings → its layout: Markdown, HTML, a word processor's styles.

    # 鹭川日报 2024年3月5日        a heading with nothing below it but headings: a banner
    ## 三个项目开工                 an article
    ### 一、补链条                  a part of it: subhead
    ## 夜校开课                     the next article

Whether headings below a heading are articles or parts of one is weighed (`CUES`). A page on which
one heading stands over several pieces of news is not taken apart by its headings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.document import (
    Article,
    Block,
    Furniture,
    FurnitureRole,
    Issue,
    Join,
    Layout,
    Role,
    compose_article,
)
from summarizer.reading import is_masthead
from summarizer.segmentation.imprint import is_section_name
from summarizer.segmentation.jumps import Jump, rejoined
from summarizer.segmentation.lines import ended
from summarizer.segmentation.pieces import Entry, Piece, adjoin, entries_of, heading_roles
from summarizer.segmentation.shapes import Shape, number_of, opens_article
from summarizer.setting import Declared, Setting

CUES = {
    "below": -0.5,  # headings below a heading are its parts more often than not
    "names_page": 4.0,  # the heading above them is a masthead or the name of a section
    "told": -2.5,  # the heading above them has text of its own
    "numbered": -4.0,  # the share of them that begin with a number: 一、
    "news": 4.0,  # the share of them whose text begins as news, or is signed
    "closed": 2.5,  # the heading above them has a source or an address below its text
    "sourced": 4.0,  # the share of them with a source or an address of their own
    "long": 1.5,  # the share of them as long as headlines are
    "short": -1.5,  # and as short as subheads are
}
HEADLINE, SUBHEAD = 9, 6
SEVERAL = 2
LEAST_STORY = 40
INTERRUPTED = 15
CLOSING = 24

FURNITURE = {
    Declared.ASIDE: FurnitureRole.NOISE,
    Declared.CAPTION: FurnitureRole.CAPTION,
}
SHAPES = {
    Shape.CAPTION: FurnitureRole.CAPTION,
    Shape.NOISE: FurnitureRole.NOISE,
    Shape.JUMP_TO: FurnitureRole.JUMP_LINE,
    Shape.JUMP_FROM: FurnitureRole.JUMP_LINE,
}


@dataclass(slots=True)
class Node:
    """A title of one line or several, what stands right below it, and the headings under it."""

    heads: tuple[Entry, ...]
    level: int
    own: list[Entry] = field(default_factory=list)
    below: list["Node"] = field(default_factory=list)

    @property
    def head(self) -> Entry:
        """Its largest line."""
        return max(self.heads, key=lambda entry: entry.mark.size)

    @property
    def told(self) -> bool:
        """Whether it has text of its own."""
        return any(entry.is_text for entry in self.own)

    def entries(self) -> Iterator[Entry]:
        """Yield all that stands below the heading, headings included, in page order."""
        yield from self.own
        for node in self.below:
            yield from node.heads
            yield from node.entries()


def declares(setting: Setting) -> bool:
    """Say whether a file tells its headings."""
    return any(mark.declared is Declared.HEADING for mark in setting.marks)


def declared_layout(issue: Issue) -> Layout | None:
    """Take a page apart by its headings; None where they do not tell its articles."""
    root = _tree(tuple(entries_of(issue.text, issue.setting)))
    pieces = tuple(_pieces(root, None))
    if any(_holds_several(piece) for piece in pieces):
        return None
    return _composed(issue, *rejoined(pieces))


def _tree(entries: Sequence[Entry]) -> Node:
    root = Node((), 0)
    path = [root]
    for group in _titled(entries):
        if group[0].declared is not Declared.HEADING:
            path[-1].own += group
            continue
        level = min(entry.mark.level for entry in group)
        while path[-1].level >= level:
            path.pop()
        node = Node(group, level)
        path[-1].below.append(node)
        path.append(node)
    return root


def _titled(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Yield the entries one by one, the lines of a title together."""
    held: list[Entry] = []
    for entry in entries:
        heads = entry.declared is Declared.HEADING
        if held and not (heads and adjoin(held[-1], entry)):
            yield tuple(held)
            held = []
        if heads:
            held.append(entry)
        else:
            yield (entry,)
    if held:
        yield tuple(held)


def _pieces(node: Node, section: Entry | None) -> Iterator[Piece]:
    """Yield the articles below a heading, and what stands there without being one."""
    if not node.heads:
        yield from _preamble(node.own, section)
    elif not node.below:
        banner = not node.told and _names_page(node.head)
        yield Piece(node.heads, tuple(node.own), section, banner=banner)
        return
    elif not _are_articles(node):
        yield Piece(node.heads, tuple(node.entries()), section)
        return
    elif node.told:
        yield Piece(node.heads, tuple(node.own), section)
    else:
        yield Piece(node.heads, tuple(node.own), section, banner=True)
        section = node.head
    for below in node.below:
        yield from _pieces(below, section)


def _preamble(entries: Sequence[Entry], section: Entry | None) -> Iterator[Piece]:
    """Yield what stands above all headings: furniture, or a piece without a headline."""
    size = sum(len(entry.text) for entry in entries if entry.is_text)
    if entries:
        yield Piece((), tuple(entries), section, banner=size < LEAST_STORY)


def _are_articles(node: Node) -> bool:
    """Say whether the headings below a heading are articles of their own."""
    below = node.below
    heads = [each.head.text for each in below]
    evidence = {
        "below": 1.0,
        "names_page": _names_page(node.head),
        "told": node.told,
        "closed": _is_closed(node),
        "numbered": _share(number_of(head) is not None for head in heads),
        "news": _share(_is_news(each) for each in below),
        "sourced": _share(
            any(entry.declared is Declared.ASIDE for entry in each.own) for each in below
        ),
        "long": _share(len(head) >= HEADLINE for head in heads),
        "short": _share(len(head) <= SUBHEAD for head in heads),
    }
    return sum(CUES[cue] * value for cue, value in evidence.items()) > 0


def _is_closed(node: Node) -> bool:
    texts = [number for number, entry in enumerate(node.own) if entry.is_text]
    rest = node.own[texts[-1] :] if texts else ()
    return any(entry.declared is Declared.ASIDE for entry in rest)


def _share(holds: Iterator[bool]) -> float:
    said = tuple(holds)
    return sum(said) / len(said) if said else 0.0


def _names_page(head: Entry) -> bool:
    return is_masthead(head.text) or is_section_name(head.text)


def _is_news(node: Node) -> bool:
    texts = [entry for entry in node.own if entry.is_text]
    signed = any(entry.signs for entry in node.own)
    return signed or bool(texts and opens_article(texts[0].text))


def _holds_several(piece: Piece) -> bool:
    """Say whether more than one piece of news begins below one heading."""
    return sum(opens_article(entry.text) for entry in piece.of(Shape.BODY)) >= SEVERAL


def _composed(issue: Issue, pieces: Sequence[Piece], joined: Mapping[int, Jump]) -> Layout:
    articles: list[Article] = []
    furniture: list[Furniture] = []
    joins: list[Join] = []
    for number, piece in enumerate(pieces):
        if piece.banner:
            furniture += _set_aside(piece)
            continue
        blocks, beside = _laid(piece)
        furniture += beside
        if not blocks:
            continue
        name = f"A{len(articles) + 1}"
        if number in joined:
            at, why, score = joined[number]
            joins.append(Join(name, at.span, round(score, 3), why))
        articles.append(
            compose_article(
                issue.text,
                name,
                tuple(blocks),
                section=piece.section.span.of(issue.text) if piece.section else None,
                truncated=_is_cut_off(piece),
                setting=issue.setting,
            )
        )
    return Layout(tuple(articles), tuple(furniture), tuple(joins))


def _set_aside(piece: Piece) -> Iterator[Furniture]:
    yield from (Furniture(entry.span, FurnitureRole.BANNER) for entry in piece.heads)
    for entry in piece.rest:
        yield Furniture(entry.span, FURNITURE.get(entry.declared, FurnitureRole.NOISE))


def _laid(piece: Piece) -> tuple[list[Block], list[Furniture]]:
    """Return the blocks of an article, and the furniture that stands in it."""
    blocks = [Block(span, role) for span, role in heading_roles(piece.heads)]
    beside: list[Furniture] = []
    open_ = interrupted = False
    opening = next((at for at, entry in enumerate(piece.rest) if entry.is_text), len(piece.rest))
    for number, entry in enumerate(piece.rest):
        furniture = FURNITURE.get(entry.declared) or SHAPES.get(entry.shape or Shape.BODY)
        if furniture:
            beside.append(Furniture(entry.span, furniture))
            interrupted = True
            continue
        role = _role(entry, piece, number, first=bool(piece.heads) and number <= opening)
        goes_on = role is Role.BODY and open_ and (interrupted or entry.continues)
        blocks.append(Block(entry.span, role, continues=goes_on))
        long = len(entry.text) >= INTERRUPTED and entry.declared is Declared.PARAGRAPH
        open_ = role is Role.BODY and long and not ended(entry.text)
        interrupted = False
    return blocks, beside


def _role(entry: Entry, piece: Piece, number: int, *, first: bool) -> Role:
    if entry.declared is Declared.HEADING:
        return Role.SUBHEAD
    if entry.declared is Declared.BYLINE or entry.shape is Shape.BYLINE:
        return Role.BYLINE
    last = number == len(piece.rest) - 1
    if entry.shape is Shape.NAMES and (first or last):
        return Role.BYLINE
    if entry.shape is Shape.DATE and (first or last):
        return Role.DATELINE
    if entry.shape is Shape.TITLE and entry.mark.bold:
        return Role.SUBHEAD
    return Role.BODY


def _is_cut_off(piece: Piece) -> bool:
    """Say whether the last paragraph stops in mid-sentence."""
    texts = piece.texts
    if not texts or texts[-1].declared is Declared.ROW:
        return False
    last = texts[-1].text
    return len(last) >= CLOSING and "," in last and not ended(last)
