"""Paragraphs → sections: what the neighbours tell about a line, and where something begins.

    paragraphs ─ settle ─► items ─ sections ─► Section(head, bodies, tail)
                 │
                 ├─ a title line in mid-sentence is a caption
                 ├─ a short line above another title is a banner
                 └─ a body after an open sentence goes on in it

A section is the largest stretch that surely belongs to one article. Whether it begins an article,
stays in the last one or goes on in an earlier one is decided in `threads`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.segmentation.cohesion import Words, echo, names, together, words
from summarizer.segmentation.lines import Paragraph, Style, ended, sutured
from summarizer.segmentation.roles import (
    Kind,
    announces_briefs,
    begins_news,
    is_phrase,
    is_section_name,
    kind_of,
    opens_article,
    shows_scene,
)
from summarizer.text import Span

BANNER = 8
SHORT_BANNER = 6
RECENT = 3000
OPENING, SHARED = 20, 4
ECHO = 0.3
SET_ASIDE = (Kind.CAPTION, Kind.NOISE)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph and what it is among its neighbours."""

    span: Span
    text: str
    kind: Kind
    style: Style
    gap: int = 1
    continues: bool = False


@dataclass(frozen=True)
class Section:
    """Items that surely belong to one article, with the furniture that lies between them.

    It is `fresh` right below a banner (or at the head of the page), and among `briefs` below a
    banner that announces short items, each a paragraph or two without a headline.
    """

    items: tuple[Item, ...]
    fresh: bool = False
    briefs: bool = False

    def of(self, *kinds: Kind) -> tuple[Item, ...]:
        """Return the items of some kinds."""
        return tuple(item for item in self.items if item.kind in kinds)

    @cached_property
    def titles(self) -> tuple[Item, ...]:
        """The title lines at its head."""
        return self.of(Kind.TITLE)

    @cached_property
    def bodies(self) -> tuple[Item, ...]:
        """Its paragraphs."""
        return self.of(Kind.BODY)

    @cached_property
    def words(self) -> Words:
        """The words of its titles and paragraphs, for comparing what they speak of."""
        return together(words(item.text) for item in self.of(Kind.TITLE, Kind.BODY))

    @cached_property
    def names(self) -> frozenset[str]:
        """The zones, places and firms that it names."""
        return frozenset().union(*(names(item.text) for item in self.items))

    @cached_property
    def hero(self) -> frozenset[str]:
        """The names in its title that its first paragraphs take up."""
        below = "".join(item.text for item in self.bodies[:2])
        titled = frozenset().union(*(names(item.text) for item in self.titles))
        return frozenset(name for name in titled if name in below)

    @cached_property
    def opening(self) -> str:
        """What its title says and its first paragraph begins with, four characters or more."""
        title = "".join(item.text for item in self.titles)
        first = self.bodies[0].text[:OPENING] if title and self.bodies else ""
        pieces = (first[at : at + SHARED] for at in range(len(first) - SHARED + 1))
        return next((piece for piece in pieces if piece in title), "")

    @cached_property
    def text(self) -> str:
        """Its titles and paragraphs."""
        return "\n".join(item.text for item in self.of(Kind.TITLE, Kind.BODY))

    def mends(self, other: "Section") -> bool:
        """Say whether its first words complete the last ones of another section."""
        return bool(self.bodies) and sutured(other.bodies[-1].text, self.bodies[0].text)

    @cached_property
    def title_words(self) -> Words:
        """The words of its titles alone."""
        return together(words(item.text) for item in self.titles)

    @cached_property
    def style(self) -> Style:
        """How its paragraphs are set."""
        return Style.of((Style(), *(item.style for item in self.bodies)))

    @cached_property
    def signed(self) -> bool:
        """Whether a byline stands above the first paragraph."""
        for item in self.items:
            if item.kind is Kind.BODY:
                return False
            if item.kind is Kind.BYLINE:
                return True
        return False

    @cached_property
    def closed(self) -> bool:
        """Whether a byline stands below the last paragraph: nothing can follow it."""
        last = self.of(Kind.BODY, Kind.BYLINE)
        return bool(self.bodies) and last[-1].kind is Kind.BYLINE

    @cached_property
    def opens(self) -> bool:
        """Whether the first paragraph begins as the first of an article does."""
        return bool(self.bodies) and opens_article(self.bodies[0].text)

    @cached_property
    def broken(self) -> bool:
        """Whether the last paragraph ends in mid-sentence."""
        return bool(self.bodies) and not self.closed and not ended(self.bodies[-1].text)

    @cached_property
    def arrives(self) -> bool:
        """Whether a jump line says that it comes from elsewhere (上接第2版)."""
        return bool(self.of(Kind.JUMP_FROM))

    @cached_property
    def leaves(self) -> bool:
        """Whether a jump line says that it goes on elsewhere (下转第5版)."""
        return bool(self.of(Kind.JUMP_TO))


def settle(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Decide what every paragraph is among its neighbours."""
    items: list[Item] = []
    kinds = [kind_of(paragraph.text) for paragraph in paragraphs]
    recent = ""
    for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        around = Around(paragraphs, kinds, index, items, recent)
        item = Item(paragraph.span, paragraph.text, kind, paragraph.style, paragraph.gap)
        items.append(around.settled(item))
        recent = (recent + paragraph.text)[-RECENT:]
    return items


@dataclass(frozen=True, slots=True)
class Around:
    """A paragraph with what stands before and after it."""

    paragraphs: Sequence[Paragraph]
    kinds: Sequence[Kind]
    index: int
    before: Sequence[Item]
    recent: str

    def settled(self, item: Item) -> Item:
        """Return the item as its neighbours make it."""
        if item.kind is Kind.TITLE:
            kind = self._title(item)
            return replace(item, kind=kind, continues=kind is Kind.BODY and self.open)
        if item.kind is Kind.NAMES:
            return replace(item, kind=self._names(item), continues=self.open)
        if item.kind is Kind.BODY:
            return replace(item, continues=self.open and not opens_article(item.text))
        return item

    @property
    def open(self) -> bool:
        """Whether the text before stops in mid-sentence."""
        for item in reversed(self.before[-4:]):
            if item.kind not in SET_ASIDE:
                return item.kind is Kind.BODY and not ended(item.text)
        return False

    def _names(self, item: Item) -> Kind:
        """Tell a byline from the rest of a sentence and from a subhead like 惠民生."""
        if self.open:
            return Kind.BODY
        below_text = bool(self.before) and self.before[-1].kind is Kind.BODY
        subhead = below_text and self._below() is Kind.BODY and is_phrase(item.text)
        return Kind.TITLE if subhead else Kind.BYLINE

    def _title(self, item: Item) -> Kind:
        if self._below() is None and item.gap and self.before:
            return Kind.BODY  # the page ends in the first words of a paragraph
        if self._is_banner(item):
            return Kind.BANNER
        if self._is_caption(item):
            return Kind.CAPTION
        return Kind.BODY if self._is_fragment(item) else Kind.TITLE

    def _is_banner(self, item: Item) -> bool:
        """Say whether it names a section of the paper: alone, short, above a title."""
        named = is_section_name(item.text)
        if named and (self._gap_below() or not self.before):
            return True
        if self.open or len(item.text) > BANNER or not self._gap_below():
            return False
        first = all(item.kind in SET_ASIDE for item in self.before)
        return self._below() is Kind.TITLE and (first or len(item.text) <= SHORT_BANNER)

    def _is_caption(self, item: Item) -> bool:
        """Say whether the sentence goes on below the line, which repeats words from above it."""
        alone = self._gap_below() and item.gap
        if not (alone and self.open and self._below() is Kind.BODY):
            return False
        above, below = self.before[-1].text, self.paragraphs[self.index + 1].text
        if opens_article(below) or begins_news(below):
            return False
        if sutured(above, below) or shows_scene(item.text):
            return True
        return echo(item.text, self.recent) >= max(ECHO, echo(item.text, below))

    def _is_fragment(self, item: Item) -> bool:
        """Say whether the line is no title but the beginning of the paragraph below it."""
        if self.open:
            return False
        for place in range(self.index + 1, min(self.index + 3, len(self.kinds))):
            if self.kinds[place] is Kind.BODY:
                return sutured(item.text, self.paragraphs[place].text)
        return False

    def _below(self) -> Kind | None:
        return self.kinds[self.index + 1] if self.index + 1 < len(self.kinds) else None

    def _gap_below(self) -> int:
        return self.paragraphs[self.index + 1].gap if self._below() else 0


def sections(items: Sequence[Item]) -> Iterator[Section]:
    """Yield the sections of a page, in page order."""
    held: list[Item] = []
    fresh, briefs, spoken, last = True, False, False, None
    for item in items:
        if held and _begins(item, last, spoken=spoken):
            yield Section(tuple(held), fresh, briefs)
            held, fresh, spoken = [], False, False
        if item.kind is Kind.BANNER:
            fresh, briefs = True, announces_briefs(item.text)
        briefs = briefs and item.kind is not Kind.TITLE
        spoken = spoken or item.kind is Kind.BODY
        last = last if item.kind in SET_ASIDE else item.kind
        held.append(item)
    if held:
        yield Section(tuple(held), fresh, briefs)


def _begins(item: Item, last: Kind | None, *, spoken: bool) -> bool:
    """Say whether a new section begins with this item, after one whose last item is given.

    `spoken` says that the section has paragraphs already: titles above the first one belong to it.
    """
    if item.kind in SET_ASIDE or item.kind is Kind.JUMP_TO:
        return False
    if item.kind in (Kind.BANNER, Kind.JUMP_FROM) or last is Kind.JUMP_TO:
        return True
    if not spoken:
        return False
    if last is Kind.BYLINE:
        return item.kind is not Kind.BYLINE
    return item.kind is Kind.TITLE or opens_article(item.text)
