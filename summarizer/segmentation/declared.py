"""A page whose file declares its headings → its layout: Markdown, HTML, a word processor's styles.

    # 鹭川日报 2024年3月5日        a heading with nothing below it but headings: a banner
    ## 三个项目开工                 an article
    ### 一、补链条                  a part of it: subhead
    ## 夜校开课                     the next article

Whether headings below a heading are articles or parts of one is weighed (`CUES`). A page on which
one heading stands over several pieces of news is not taken apart by its headings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
from summarizer.reading import is_masthead
from summarizer.segmentation.bylines import is_byline
from summarizer.segmentation.columns import paragraphs
from summarizer.segmentation.imprint import is_section_name
from summarizer.segmentation.lines import ended
from summarizer.segmentation.roles import Kind, kind_of, number_of, opens_article
from summarizer.setting import Declared, Mark, Setting
from summarizer.text import Span, fold

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
    Kind.CAPTION: FurnitureRole.CAPTION,
    Kind.NOISE: FurnitureRole.NOISE,
    Kind.JUMP_TO: FurnitureRole.JUMP_LINE,
    Kind.JUMP_FROM: FurnitureRole.JUMP_LINE,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line or paragraph of the page: what is declared of it, and its folded text."""

    span: Span
    mark: Mark
    text: str

    @property
    def declared(self) -> Declared:
        """What the file says it is."""
        return self.mark.declared

    @property
    def kind(self) -> Kind | None:
        """What an undeclared paragraph looks like."""
        return kind_of(self.text) if self.declared is Declared.PARAGRAPH else None


@dataclass(slots=True)
class Node:
    """A heading, what stands right below it, and the headings under it."""

    head: Entry | None
    level: int
    own: list[Entry] = field(default_factory=list)
    below: list["Node"] = field(default_factory=list)

    @property
    def told(self) -> bool:
        """Whether it has text of its own."""
        return any(_is_text(entry) for entry in self.own)

    def entries(self) -> Iterator[Entry]:
        """Yield all that stands below the heading, headings included, in page order."""
        yield from self.own
        for node in self.below:
            if node.head:
                yield node.head
            yield from node.entries()


def declares(setting: Setting) -> bool:
    """Say whether a file tells its headings."""
    return any(mark.declared is Declared.HEADING for mark in setting.marks)


def declared_layout(issue: Issue) -> Layout | None:
    """Take a page apart by its headings; None where they do not tell its articles."""
    root = _tree(tuple(_entries(issue.text, issue.setting)))
    pieces = tuple(_pieces(root, None))
    if any(_holds_several(piece) for piece in pieces):
        return None
    return _composed(issue, pieces)


def _entries(text: str, setting: Setting) -> Iterator[Entry]:
    """Yield the lines of the page; in a paragraph of several lines, those that a column broke."""
    for mark in setting.marks:
        printed = mark.span.of(text)
        if mark.declared is not Declared.PARAGRAPH:
            yield Entry(mark.span, mark, fold(printed))
            continue
        for paragraph in paragraphs(printed):
            yield Entry(paragraph.span.shifted(mark.span.start), mark, paragraph.text)


def _tree(entries: Sequence[Entry]) -> Node:
    root = Node(None, 0)
    path = [root]
    for entry in entries:
        if entry.declared is not Declared.HEADING:
            path[-1].own.append(entry)
            continue
        while path[-1].level >= entry.mark.level:
            path.pop()
        node = Node(entry, entry.mark.level)
        path[-1].below.append(node)
        path.append(node)
    return root


@dataclass(frozen=True, slots=True)
class Piece:
    """An article, or furniture alone: its headline, the rest of it, the section it stands in."""

    head: tuple[Entry, ...]
    rest: tuple[Entry, ...]
    section: Entry | None = None
    banner: bool = False


def _pieces(node: Node, section: Entry | None) -> Iterator[Piece]:
    """Yield the articles below a heading, and what stands there without being one."""
    if node.head is None:
        yield from _preamble(node.own, section)
    elif not node.below:
        banner = not node.told and _names_page(node.head)
        yield Piece((node.head,), tuple(node.own), section, banner=banner)
        return
    elif not _are_articles(node):
        yield Piece((node.head,), tuple(node.entries()), section)
        return
    elif node.told:
        yield Piece((node.head,), tuple(node.own), section)
    else:
        yield Piece((node.head,), tuple(node.own), section, banner=True)
        section = node.head
    for below in node.below:
        yield from _pieces(below, section)


def _preamble(entries: Sequence[Entry], section: Entry | None) -> Iterator[Piece]:
    """Yield what stands above all headings: furniture, or a piece without a headline."""
    size = sum(len(entry.text) for entry in entries if _is_text(entry))
    if entries:
        yield Piece((), tuple(entries), section, banner=size < LEAST_STORY)


def _are_articles(node: Node) -> bool:
    """Say whether the headings below a heading are articles of their own."""
    assert node.head is not None
    below = node.below
    heads = [each.head.text for each in below if each.head]
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
    texts = [number for number, entry in enumerate(node.own) if _is_text(entry)]
    rest = node.own[texts[-1] :] if texts else ()
    return any(entry.declared is Declared.ASIDE for entry in rest)


def _share(holds: Iterator[bool]) -> float:
    said = tuple(holds)
    return sum(said) / len(said) if said else 0.0


def _names_page(head: Entry) -> bool:
    return is_masthead(head.text) or is_section_name(head.text)


def _is_news(node: Node) -> bool:
    texts = [entry for entry in node.own if _is_text(entry)]
    signed = any(_signs(entry) for entry in node.own)
    return signed or bool(texts and opens_article(texts[0].text))


def _signs(entry: Entry) -> bool:
    return entry.declared is Declared.BYLINE or (
        entry.declared is Declared.PARAGRAPH and is_byline(entry.text)
    )


def _is_text(entry: Entry) -> bool:
    return entry.declared is Declared.ROW or (
        entry.declared is Declared.PARAGRAPH and entry.kind in (Kind.BODY, Kind.LIST, Kind.TITLE)
    )


def _holds_several(piece: Piece) -> bool:
    """Say whether more than one piece of news begins below one heading, or one comes from afar."""
    kinds = [entry.kind for entry in piece.rest]
    openings = sum(opens_article(entry.text) for entry in piece.rest if entry.kind is Kind.BODY)
    return openings >= SEVERAL or Kind.JUMP_FROM in kinds


def _composed(issue: Issue, pieces: Sequence[Piece]) -> Layout:
    articles: list[Article] = []
    furniture: list[Furniture] = []
    for piece in pieces:
        if piece.banner:
            furniture += _set_aside(piece)
            continue
        blocks, beside = _laid(piece)
        furniture += beside
        if blocks:
            articles.append(
                compose_article(
                    issue.text,
                    f"A{len(articles) + 1}",
                    tuple(blocks),
                    section=piece.section.span.of(issue.text) if piece.section else None,
                    truncated=_is_cut_off(piece),
                    tables=issue.setting.tables,
                )
            )
    return Layout(tuple(articles), tuple(furniture))


def _set_aside(piece: Piece) -> Iterator[Furniture]:
    yield from (Furniture(entry.span, FurnitureRole.BANNER) for entry in piece.head)
    for entry in piece.rest:
        yield Furniture(entry.span, FURNITURE.get(entry.declared, FurnitureRole.NOISE))


def _laid(piece: Piece) -> tuple[list[Block], list[Furniture]]:
    """Return the blocks of an article, and the furniture that stands in it."""
    blocks = [Block(entry.span, Role.HEADLINE) for entry in piece.head]
    beside: list[Furniture] = []
    open_ = interrupted = False
    for number, entry in enumerate(piece.rest):
        furniture = FURNITURE.get(entry.declared) or SHAPES.get(entry.kind or Kind.BODY)
        if furniture:
            beside.append(Furniture(entry.span, furniture))
            interrupted = True
            continue
        role = _role(entry, piece, number)
        goes_on = role is Role.BODY and open_ and interrupted
        blocks.append(Block(entry.span, role, continues=goes_on))
        long = len(entry.text) >= INTERRUPTED and entry.declared is Declared.PARAGRAPH
        open_ = role is Role.BODY and long and not ended(entry.text)
        interrupted = False
    return blocks, beside


def _role(entry: Entry, piece: Piece, number: int) -> Role:
    if entry.declared is Declared.HEADING:
        return Role.SUBHEAD
    if entry.declared is Declared.BYLINE or entry.kind is Kind.BYLINE:
        return Role.BYLINE
    first = bool(piece.head) and not any(_is_text(each) for each in piece.rest[:number])
    last = number == len(piece.rest) - 1
    if entry.kind is Kind.NAMES and (first or last):
        return Role.BYLINE
    if entry.kind is Kind.DATE and (first or last):
        return Role.DATELINE
    if entry.kind is Kind.TITLE and entry.mark.bold:
        return Role.SUBHEAD
    return Role.BODY


def _is_cut_off(piece: Piece) -> bool:
    """Say whether the last paragraph stops in mid-sentence."""
    texts = [entry for entry in piece.rest if _is_text(entry)]
    if not texts or texts[-1].declared is Declared.ROW:
        return False
    last = texts[-1].text
    return len(last) >= CLOSING and "," in last and not ended(last)
