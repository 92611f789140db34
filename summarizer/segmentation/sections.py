"""Items → sections: where something begins, or may begin.

    headline byline body body │ subhead body body closing │ headline …

A section is the largest stretch that surely belongs to one article. Whether it begins an article,
stays in the last one or goes on in an earlier one is decided in `threads`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.segmentation.cohesion import Words, names, words
from summarizer.segmentation.lines import Style, stops_short, sutured
from summarizer.segmentation.roles import CREDITS, SET_ASIDE, TITLES, WRITTEN, Item, of
from summarizer.segmentation.shapes import number_of, opens_article
from summarizer.segmentation.weights import Part

OPENING = 20
OFFERED = 0.3
HEADING = (*TITLES, Part.DECK, Part.SUBHEAD, Part.BACK)
FURNITURE = (*SET_ASIDE, Part.BANNER, Part.JUMP_TO, Part.JUMP_FROM)


@dataclass(frozen=True)
class Section:
    """Items that surely belong to one article, with the furniture that lies between them."""

    items: tuple[Item, ...]

    def of(self, *roles: Part) -> tuple[Item, ...]:
        """Return the items of some roles."""
        return of(self.items, *roles)

    @cached_property
    def furnishing(self) -> bool:
        """Whether nothing in it belongs to an article."""
        return all(item.role in FURNITURE for item in self.items)

    @cached_property
    def first(self) -> Item:
        """The first item that belongs to an article."""
        return next(item for item in self.items if item.role not in FURNITURE)

    @cached_property
    def titles(self) -> tuple[Item, ...]:
        """The headline lines or the subhead at its head."""
        return self.of(*HEADING)

    @cached_property
    def bodies(self) -> tuple[Item, ...]:
        """Its paragraphs."""
        return self.of(*WRITTEN)

    @cached_property
    def words(self) -> Words:
        """The words of its titles and paragraphs, for comparing what they speak of."""
        return words(item.text for item in self.of(*HEADING, *WRITTEN))

    @cached_property
    def names(self) -> frozenset[str]:
        """The zones, places and firms that it names."""
        return names(*(item.text for item in self.of(*HEADING, *WRITTEN)))

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
    def text(self) -> str:
        """Its titles and paragraphs."""
        return "\n".join(item.text for item in self.of(*HEADING, *WRITTEN))

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
        return bool(self.of(Part.BYLINE))

    @cached_property
    def closed(self) -> bool:
        """Whether a byline stands below the last paragraph: nothing can follow it."""
        last = self.of(*WRITTEN, *CREDITS)
        return bool(self.bodies) and last[-1].role in CREDITS

    @cached_property
    def opens(self) -> bool:
        """Whether the first paragraph begins as the first of an article does."""
        return bool(self.bodies) and opens_article(self.bodies[0].text)

    @cached_property
    def broken(self) -> bool:
        """Whether the last paragraph ends in mid-sentence."""
        last = self.of(*WRITTEN, *CREDITS)
        return bool(last) and last[-1].role in WRITTEN and stops_short(last[-1].text)

    @cached_property
    def arrives(self) -> bool:
        """Whether a jump line says that it comes from elsewhere (上接第2版)."""
        return bool(self.of(Part.JUMP_FROM))

    @cached_property
    def leaves(self) -> bool:
        """Whether a jump line says that it goes on elsewhere (下转第5版)."""
        return bool(self.of(Part.JUMP_TO))


def sections(items: Sequence[Item]) -> Iterator[Section]:
    """Yield the sections of a page, in page order."""
    held: list[Item] = []
    spoken, last = False, None
    for item in items:
        if held and _begins(item, last, spoken=spoken):
            yield Section(tuple(held))
            held, spoken = [], False
        spoken = spoken or item.role not in (*FURNITURE, *HEADING)
        last = last if item.role in SET_ASIDE else item.role
        held.append(item)
    if held:
        yield Section(tuple(held))


def _begins(item: Item, last: Part | None, *, spoken: bool) -> bool:
    """Say whether a new section begins with this item, after one whose last role is given.

    `spoken` says that the section has more than titles already: those above belong to it.
    """
    if item.role in SET_ASIDE or item.role is Part.JUMP_TO:
        return False
    if item.role in (Part.BANNER, Part.JUMP_FROM) or last is Part.JUMP_TO:
        return last not in (Part.BANNER, Part.JUMP_FROM)
    if item.role is Part.START and last in HEADING and not spoken:
        return False
    if item.role in (Part.KICKER, Part.HEADLINE, Part.START, Part.RESUME, Part.BACK):
        return spoken or last not in (None, Part.BANNER, Part.JUMP_FROM)
    if not spoken or item.role in CREDITS:
        return False
    offered = (
        item.role in (Part.BODY, Part.PART, Part.BYLINE)
        and not item.continues
        and item.begins + item.resumes > OFFERED
    )
    return offered or item.role is Part.SUBHEAD or last in CREDITS
