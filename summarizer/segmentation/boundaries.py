"""Items → sections: where something begins.

    headline byline body body │ subhead body body byline │ headline …

A section is the largest stretch that surely belongs to one article. Whether it begins an article,
stays in the last one or goes on in an earlier one is decided in `threads`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.segmentation.cohesion import Words, names, words
from summarizer.segmentation.imprint import announces_briefs
from summarizer.segmentation.lines import Style, ended, sutured
from summarizer.segmentation.neighbours import SET_ASIDE, WRITTEN, Item
from summarizer.segmentation.roles import Kind, number_of, opens_article

OPENING, SHARED = 20, 4
FURNITURE = (*SET_ASIDE, Kind.BANNER, Kind.JUMP_TO, Kind.JUMP_FROM)
CREDITS = (Kind.BYLINE, Kind.DATE)
"""What stands around the paragraphs and says who wrote them, and when."""


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
    def furnishing(self) -> bool:
        """Whether nothing in it belongs to an article."""
        return all(item.kind in FURNITURE for item in self.items)

    @cached_property
    def column(self) -> bool:
        """Whether it stands below a banner, without title, author or 本报讯."""
        bare = not self.of(Kind.TITLE, *CREDITS) and not self.opens
        return bare and bool(self.of(Kind.BANNER))

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
        return words(item.text for item in self.of(Kind.TITLE, *WRITTEN))

    @cached_property
    def names(self) -> frozenset[str]:
        """The zones, places and firms that it names."""
        return names(*(item.text for item in self.of(Kind.TITLE, *WRITTEN)))

    @cached_property
    def opening_names(self) -> frozenset[str]:
        """The names in its first words."""
        return names(self.bodies[0].text[:OPENING]) if self.bodies else frozenset()

    @cached_property
    def hero(self) -> frozenset[str]:
        """The names in its title that its first paragraphs take up."""
        below = "".join(item.text for item in self.bodies[:2])
        titled = names(*(item.text for item in self.titles))
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
        return "\n".join(item.text for item in self.of(Kind.TITLE, *WRITTEN))

    def mends(self, other: "Section") -> bool:
        """Say whether its first words complete the last ones of another section."""
        return bool(self.bodies) and sutured(other.bodies[-1].text, self.bodies[0].text)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that its titles begin with: 一、 is 1."""
        found = (number_of(item.text) for item in self.titles)
        return tuple(number for number in found if number)

    @cached_property
    def title_words(self) -> Words:
        """The words of its titles alone."""
        return words(item.text for item in self.titles)

    @cached_property
    def style(self) -> Style:
        """How its paragraphs are set."""
        return Style.of((Style(), *(item.style for item in self.bodies)))

    @cached_property
    def signed(self) -> bool:
        """Whether a byline stands above the first paragraph."""
        for item in self.items:
            if item.kind in WRITTEN:
                return False
            if item.kind is Kind.BYLINE:
                return True
        return False

    @cached_property
    def closed(self) -> bool:
        """Whether a byline stands below the last paragraph: nothing can follow it."""
        last = self.of(*WRITTEN, *CREDITS)
        return bool(self.bodies) and last[-1].kind in CREDITS

    @cached_property
    def opens(self) -> bool:
        """Whether the first paragraph begins as the first of an article does."""
        return bool(self.bodies) and opens_article(self.bodies[0].text)

    @cached_property
    def broken(self) -> bool:
        """Whether the last paragraph ends in mid-sentence."""
        last = self.of(*WRITTEN, *CREDITS)
        return bool(last) and last[-1].kind is Kind.BODY and not ended(last[-1].text)

    @cached_property
    def arrives(self) -> bool:
        """Whether a jump line says that it comes from elsewhere (上接第2版)."""
        return bool(self.of(Kind.JUMP_FROM))

    @cached_property
    def leaves(self) -> bool:
        """Whether a jump line says that it goes on elsewhere (下转第5版)."""
        return bool(self.of(Kind.JUMP_TO))


def sections(items: Sequence[Item]) -> Iterator[Section]:
    """Yield the sections of a page, in page order.

    A column of short items is set in one style: all of them have titles and one paragraph, or a
    title ends it.
    """
    held: list[Item] = []
    fresh, briefs, titled, spoken, last = True, False, False, False, None
    for item in items:
        if held and _begins(item, last, spoken=spoken):
            briefs = briefs and not (titled and _is_story(held))
            yield Section(tuple(held), fresh, briefs)
            held, fresh, spoken = [], False, False
        if item.kind is Kind.BANNER:
            fresh, briefs, titled = True, announces_briefs(item.text), False
        elif item.kind is Kind.TITLE:
            titled = titled or last is Kind.BANNER
            briefs = briefs and titled
        spoken = spoken or item.kind in WRITTEN
        last = last if item.kind in SET_ASIDE else item.kind
        held.append(item)
    if held:
        yield Section(tuple(held), fresh, briefs)


def _is_story(items: Sequence[Item]) -> bool:
    """Say whether a titled item is more than one paragraph without an author."""
    kinds = [item.kind for item in items]
    return kinds.count(Kind.BODY) > 1 or Kind.BYLINE in kinds


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
    if last in CREDITS:
        return item.kind not in CREDITS
    return item.kind is Kind.TITLE or opens_article(item.text)
