"""Paragraphs → items: what the lines above and below tell about a line.

a title line in mid-sentence is a caption         a short line above another title a banner
a name under a headline signs it                  a name above another title heads it
a body after an open sentence goes on in it       the name above a date issued the notice
many short lines in a row are a list or a poem    a line above rows of figures heads a table
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from summarizer.segmentation.bylines import PLACES, could_be_name, is_phrase
from summarizer.segmentation.cohesion import calls, echo
from summarizer.segmentation.columns import Paragraph
from summarizer.segmentation.imprint import announces_briefs, is_section_name, leads_up, shows_scene
from summarizer.segmentation.lines import Style, ended, sutured, torn
from summarizer.segmentation.roles import (
    Kind,
    begins_news,
    could_head_row,
    is_amount,
    is_row,
    kind_of,
    number_of,
    opens_article,
    shares_mark,
)
from summarizer.text import Span

BANNER = 8
SHORT_BANNER = 6
SHORT_HEAD = 16
ISSUER = 20
CLAUSE = 20
WORD, SHORT_NAME = 2, 3
RECENT = 3000
ECHO = 0.3
HEADLINE_LINES = 2
VERSE = 3
VERSE_HEADS = ([Kind.TITLE, Kind.BYLINE], [Kind.TITLE, Kind.NAMES], [Kind.NAMES, Kind.NAMES])
TITLES = 6
SET_ASIDE = (Kind.CAPTION, Kind.NOISE)
WRITTEN = (Kind.BODY, Kind.LIST)
SIGNED = (Kind.BYLINE, Kind.NAMES)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph and what it is among its neighbours."""

    span: Span
    text: str
    kind: Kind
    style: Style
    gap: int = 1
    continues: bool = False


def settle(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Decide what every paragraph is among its neighbours."""
    items: list[Item] = []
    kinds = _listed(paragraphs, [kind_of(paragraph.text) for paragraph in paragraphs])
    spaced = any(paragraph.gap for paragraph in paragraphs[1:])
    recent = ""
    for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        around = Around(paragraphs, kinds, index, items, recent, spaced)
        item = Item(paragraph.span, paragraph.text, kind, paragraph.style, paragraph.gap)
        items.append(around.settled(item))
        recent = (recent + paragraph.text)[-RECENT:]
    return items


def _listed(paragraphs: Sequence[Paragraph], kinds: list[Kind]) -> list[Kind]:
    """Tell the lines of tables, lists and poems from titles."""
    for at in reversed(range(len(kinds) - 1)):
        if kinds[at] in (Kind.TITLE, Kind.NAMES, Kind.BODY) and kinds[at + 1] is Kind.LIST:
            above = kinds[at - 1] if at else None
            heads = could_head_row(paragraphs[at].text) and is_row(paragraphs[at + 1].text)
            if heads or (kinds[at] is Kind.TITLE and above is Kind.LIST):
                kinds[at] = Kind.LIST
    for at in range(1, len(kinds)):
        titled = kinds[at] is Kind.TITLE and kinds[at - 1] is Kind.LIST
        if titled and is_amount(paragraphs[at - 1].text):
            kinds[at] = Kind.LIST
    for start, end in _verses(kinds):
        kinds[start:end] = [Kind.LIST] * (end - start)
    return kinds


def _verses(kinds: Sequence[Kind]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that are too many to be titles, those of a headline left out."""
    for kind, run in groupby(range(len(kinds)), key=kinds.__getitem__):
        places = list(run)
        if kind is not Kind.TITLE or len(places) < VERSE:
            continue
        start, end = places[0], places[-1] + 1
        signed = kinds[max(0, start - 2) : start] in VERSE_HEADS
        below = kinds[end] if end < len(kinds) else None
        foot = HEADLINE_LINES if below in (Kind.BODY, *SIGNED) else 0
        if len(places) - foot >= (VERSE if signed else TITLES):
            yield start + (0 if signed else HEADLINE_LINES), end - foot


@dataclass(frozen=True, slots=True)
class Around:
    """A paragraph with what stands before and after it; a `spaced` page has blank lines."""

    paragraphs: Sequence[Paragraph]
    kinds: Sequence[Kind]
    index: int
    before: Sequence[Item]
    recent: str
    spaced: bool

    def settled(self, item: Item) -> Item:
        """Return the item as its neighbours make it."""
        if item.kind is Kind.NAMES:
            item = replace(item, kind=self._names(item))
        elif item.kind is Kind.BODY and self._heads(item):
            item = replace(item, kind=Kind.TITLE)
        elif item.kind is Kind.DATE and not self._in_article():
            item = replace(item, kind=Kind.NOISE)
        elif item.kind is Kind.CAPTION and self._tells_all(item):
            item = replace(item, kind=Kind.BODY)
        if item.kind is Kind.TITLE:
            item = replace(item, kind=self._title(item))
        if item.kind is Kind.BODY and self.open and not opens_article(item.text):
            return replace(item, continues=True)
        return item

    @property
    def open(self) -> bool:
        """Whether the text before stops in mid-sentence."""
        for item in reversed(self.before[-4:]):
            if item.kind not in SET_ASIDE:
                return item.kind is Kind.BODY and not ended(item.text)
        return False

    @property
    def above(self) -> Kind | None:
        """What the last line above is that belongs to an article or names a section."""
        kinds = (item.kind for item in reversed(self.before[-4:]) if item.kind not in SET_ASIDE)
        return next(kinds, None)

    @property
    def below(self) -> Kind | None:
        """What the next line looks like."""
        return self.kinds[self.index + 1] if self.index + 1 < len(self.kinds) else None

    def _names(self, item: Item) -> Kind:
        """Tell a byline from the rest of a sentence, a headline and a subhead like 惠民生."""
        if self.open:
            return Kind.BODY
        if self.above in WRITTEN:
            subhead = self.below is Kind.BODY and is_phrase(item.text)
            heads = self.below is Kind.NAMES or (self.below is Kind.BYLINE and item.gap)
            return Kind.TITLE if subhead or heads else Kind.BYLINE
        heads = self.below in (Kind.TITLE, Kind.NAMES, Kind.BYLINE)
        return Kind.TITLE if heads and self.above is not Kind.BYLINE else Kind.BYLINE

    def _heads(self, item: Item) -> bool:
        """Say whether a line that ends in a colon is the first of a headline (江州高新区：)."""
        lone = item.text[-1] == ":" and len(item.text) <= SHORT_HEAD
        return lone and self.below is Kind.TITLE and not self.open

    def _tells_all(self, item: Item) -> bool:
        """Say whether a caption is all there is below a headline: a picture is the article."""
        alone = self.below in (Kind.TITLE, Kind.BANNER, Kind.NOISE, None)
        return alone and self.above is Kind.TITLE and ("。" in item.text or "," in item.text)

    def _in_article(self) -> bool:
        """Say whether a date stands in an article, not in the head of the page."""
        return self.above not in (None, Kind.BANNER)

    def _title(self, item: Item) -> Kind:
        if self._signs(item):
            return Kind.BYLINE
        if self.below is None and item.gap and self.before:
            return Kind.BODY  # the page ends in the first words of a paragraph
        if self._is_torn(item):
            return Kind.BODY
        if self._is_banner(item):
            return Kind.BANNER
        if self._is_caption(item):
            return Kind.CAPTION
        return Kind.BODY if self._is_fragment(item) else Kind.TITLE

    def _signs(self, item: Item) -> bool:
        """Say whether it names who issued a notice, or is a pen name that is a word too."""
        if self.below is Kind.DATE:
            return self.above in (*WRITTEN, Kind.TITLE) and len(item.text) <= ISSUER
        short = len(item.text) <= SHORT_NAME and could_be_name(item.text)
        short = short and not is_section_name(item.text)
        if self.below in (None, Kind.NOISE) and self.above in WRITTEN:
            return short and not self.open
        return short and self.above is Kind.TITLE and self.below is Kind.BODY

    def _is_torn(self, item: Item) -> bool:
        """Say whether it is no title but the last words before an article breaks off."""
        clause = "," in item.text and len(item.text) >= CLAUSE
        return clause and self.above in WRITTEN and self.below is Kind.TITLE and self._gap_below()

    def _is_banner(self, item: Item) -> bool:
        """Say whether it names a section of the paper."""
        place = len(item.text) > WORD and item.text[-1] in PLACES
        if place or number_of(item.text) or leads_up(item.text):
            return False
        if is_section_name(item.text) and self._may_name(item):
            return True
        return self._heads_items(item) or (not self.open and self._stands_over(item))

    def _stands_over(self, item: Item) -> bool:
        """Say whether it is a word, or short and apart, above a title, and calls for nothing."""
        size = len(item.text)
        if self.below is not Kind.TITLE or size == WORD:
            return self.below is Kind.TITLE
        first = all(above.kind in SET_ASIDE for above in self.before)
        apart = self.spaced and self._gap_below() and size <= (BANNER if first else SHORT_BANNER)
        return apart and not calls(item.text)

    def _heads_items(self, item: Item) -> bool:
        """Say whether short items without headlines follow, each behind the same mark."""
        following = self.paragraphs[self.index + 1 : self.index + 3]
        if len(item.text) > BANNER or len(following) < 2:  # noqa: PLR2004 - two share a mark
            return False
        return self.below is Kind.BODY and shares_mark(following[0].text, following[1].text)

    def _may_name(self, item: Item) -> bool:
        """Say whether what is called like a section stands as one: apart, or first, or spaced."""
        spaced = " " in item.text or announces_briefs(item.text)
        return self._gap_below() or self.above is None or spaced

    def _is_caption(self, item: Item) -> bool:
        """Say whether the sentence goes on below the line, which repeats words from above it."""
        alone = self._gap_below() and (item.gap or not self.spaced)
        if not (alone and self.open and self.below is Kind.BODY):
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
                below = self.paragraphs[place].text
                return sutured(item.text, below) and torn(item.text, below)
        return False

    def _gap_below(self) -> bool:
        """Say whether a blank line follows; where none is printed anywhere, it is not asked."""
        if self.below is None:
            return False
        return not self.spaced or self.paragraphs[self.index + 1].gap > 0
