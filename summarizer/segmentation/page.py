"""The paragraphs of a page as the cues see them: what each looks like, and the page's habits.

habits     what stands below most headlines: a byline, 本报讯, the same first words, a picture
setting    blank lines, indents, how long the lines are that could be headlines
subjects   where the words and names of the text change
loose ends sentences that are torn, numbered lines, runs of items behind one mark
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from summarizer.segmentation import imprint
from summarizer.segmentation.cohesion import Words, closeness, names, telling, words
from summarizer.segmentation.columns import Paragraph
from summarizer.segmentation.lines import Style, ended
from summarizer.segmentation.shapes import (
    Shape,
    is_talk,
    number_of,
    opens_article,
    shape_of,
    shares_mark,
)

HEAD = 60
"""What is longer is no headline."""
ABOVE, BELOW = 4, 2
"""How many texts are compared on the two sides of a place."""
WINDOW = 400
PREFIX, SAME = 4, 2
CLOSERS = "。!?”"
FEW = 3
LONGEST_RUN = 8
USUAL, SPREAD = -2.0, 1.5
LOOKS = ("blank inside", "length", "blank line above", "what is below", "marks")
TALL = frozenset(",:!?“「《")
LENGTHS = 2.5
HEADING = (Shape.TITLE, Shape.NAMES, Shape.BODY, Shape.BANNER)
ASIDE = (Shape.CAPTION, Shape.NOISE, Shape.JUMP_TO, Shape.JUMP_FROM)
SIGNING = (Shape.BYLINE, Shape.NAMES)
NAMING = (Shape.BANNER, Shape.TITLE, Shape.NAMES, Shape.BYLINE)
SIGHTS = {Shape.BODY: "text", Shape.NAMES: "names", Shape.LIST: "a row"}


@dataclass(frozen=True)
class Page:
    """The paragraphs of a page with what each looks like alone, and what most of them do."""

    paragraphs: Sequence[Paragraph]

    @cached_property
    def shapes(self) -> list[Shape]:
        """What each paragraph looks like alone."""
        return [shape_of(paragraph.text) for paragraph in self.paragraphs]

    @cached_property
    def bodies(self) -> list[int]:
        """Which paragraphs are text."""
        return [at for at, shape in enumerate(self.shapes) if shape is Shape.BODY]

    @cached_property
    def heads(self) -> list[bool]:
        """Which lines could be headlines: short, and no sentence, credit or byline."""
        return [
            shape in HEADING
            and len(each.text) <= HEAD
            and each.text[-1] not in "。;,"
            and not is_talk(each.text)
            for shape, each in zip(self.shapes, self.paragraphs, strict=True)
        ]

    @cached_property
    def aside(self) -> list[bool]:
        """Which paragraphs look like what is set aside: credits, imprints, jump lines."""
        return [
            shape in ASIDE or self.sight(at) == "a credit" for at, shape in enumerate(self.shapes)
        ]

    @cached_property
    def over(self) -> list[int]:
        """The place of the first paragraph above each that is not set aside, or -1."""
        found, last = [], -1
        for at, aside in enumerate(self.aside):
            found.append(last)
            last = last if aside else at
        return found

    @cached_property
    def below(self) -> list[int]:
        """The place of the first text below each paragraph, lines between them passed over."""
        found, last = [0] * len(self.paragraphs), len(self.paragraphs)
        for at in reversed(range(len(self.paragraphs))):
            found[at] = last
            if self.shapes[at] is Shape.BODY and not self.heads[at]:
                last = at
        return found

    @cached_property
    def spaced(self) -> float:
        """The share of paragraphs that stand below a blank line."""
        rest = self.paragraphs[1:]
        return sum(each.gap > 0 for each in rest) / len(rest) if rest else 0.0

    @cached_property
    def indented(self) -> float:
        """The share of text that is indented."""
        return _share(self.paragraphs[at].indented for at in self.bodies)

    @cached_property
    def lengths(self) -> float:
        """How long the lines are that could be headlines, on the average."""
        found = [len(p.text) for p, head in zip(self.paragraphs, self.heads, strict=True) if head]
        return sum(found) / len(found) if found else 1.0

    def likeness(self, at: int) -> Iterator[tuple[str, float]]:
        """Yield how a line is like the others that could be headlines: the share, from -1 to 1."""
        total = len(self.looks) - 1
        if total < FEW:
            return
        mine = self.looks[at]
        for place, name in enumerate(LOOKS):
            alike = self._looking[place][mine[place]] - 1
            yield f"{name} as others", 2 * alike / total - 1

    @cached_property
    def looks(self) -> dict[int, tuple[object, ...]]:
        """How each line that could be a headline is set: by `LOOKS`."""
        return {
            at: (
                " " in self.paragraphs[at].text,
                round(log(len(self.paragraphs[at].text)) * LENGTHS),
                self.paragraphs[at].gap > 0,
                self.sight(at + 1),
                not TALL.isdisjoint(self.paragraphs[at].text),
            )
            for at, head in enumerate(self.heads)
            if head
        }

    @cached_property
    def _looking(self) -> list[Counter[object]]:
        return [Counter(each) for each in zip(*self.looks.values(), strict=True)]

    @cached_property
    def followers(self) -> dict[int, str]:
        """What stands right below each last line that could be a headline."""
        last = len(self.paragraphs) - 1
        return {
            at: self.follows(at)
            for at, head in enumerate(self.heads)
            if head and at < last and not self.heads[at + 1]
        }

    def follows(self, at: int) -> str:
        """Name what stands below a line: a byline, a lede, or the words other texts begin with."""
        shape = self.shapes[at + 1]
        if shape in SIGNING:
            return "byline"
        below = self.below[at]
        if below == len(self.paragraphs):
            return "nothing"
        text = self.paragraphs[below].text
        return "lede" if opens_article(text) else text[:PREFIX]

    @cached_property
    def pictured(self) -> float:
        """The share of lines that could be headlines with a credit right below them."""
        below = [at + 1 for at in self.followers]
        return _share(self.sight(at) == "a credit" for at in below)

    @cached_property
    def habits(self) -> Counter[str]:
        """How often each of those stands below a line that could be a headline."""
        return Counter(self.followers.values())

    def alike(self, at: int) -> Iterator[str]:
        """Yield how the words of a paragraph are those of others: a credit, an office, a column."""
        text = self.paragraphs[at].text
        whole, opening, ending = self._wordings
        if whole[text] > 1:
            yield "said again on the page"
        elif len(text) <= HEAD and opening[text[:SAME]] >= FEW:
            yield "begins as others"
        if text[-1] not in CLOSERS and ending[text[-FEW:]] >= FEW:
            yield "ends as others"

    @cached_property
    def _wordings(self) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """How often each paragraph stands on the page, each opening of a line, each ending."""
        texts = [each.text for each in self.paragraphs]
        short = (text for text in texts if len(text) <= HEAD)
        return (
            Counter(texts),
            Counter(text[:SAME] for text in short),
            Counter(text[-FEW:] for text in texts),
        )

    @cached_property
    def words(self) -> list[Words]:
        """The words of each paragraph of text."""
        return [words((each.text[:WINDOW],)) for each in self.paragraphs]

    @cached_property
    def tells(self) -> dict[str, float]:
        """What each word tells on this page."""
        return telling(self.words)

    @cached_property
    def kinship(self) -> list[float]:
        """How much the text from each body on speaks of what the text above it does."""
        return [
            self._alike(self._before(order, ABOVE), self._from(order))
            for order in range(len(self.bodies))
        ]

    def _before(self, order: int, most: int) -> range:
        """Return the bodies above one, by their order; the nearest that many."""
        return range(max(0, order - most), order)

    def _from(self, order: int) -> range:
        return range(order, min(len(self.bodies), order + BELOW))

    def _alike(self, here: range, there: range) -> float:
        """Return how much two runs of bodies speak of the same thing, from 0 to 1."""
        size = self._square(here) * self._square(there)
        return sum([self._product(a, b) for a in here for b in there]) / sqrt(size) if size else 0.0

    def _square(self, run: range) -> float:
        if run not in self._squares:
            pairs = [self._product(a, b) for a in run for b in run if a < b]
            self._squares[run] = sum([self._product(a, a) for a in run]) + 2 * sum(pairs)
        return self._squares[run]

    def _product(self, above: int, below: int) -> float:
        key = above, below
        if key not in self._products:
            few, many = self.vectors[self.bodies[above]], self.vectors[self.bodies[below]]
            if len(few) > len(many):
                few, many = many, few
            self._products[key] = sum(
                [few[word] * many[word] for word in filter(many.__contains__, few)]
            )
        return self._products[key]

    @cached_property
    def _products(self) -> dict[tuple[int, int], float]:
        return {}

    @cached_property
    def _squares(self) -> dict[range, float]:
        return {}

    @cached_property
    def vectors(self) -> list[dict[str, float]]:
        """What each paragraph speaks of: its words, each with what it tells."""
        tells = self.tells
        return [
            {
                word: tells[word] if count == 1 else tells[word] * (1 + log(count))
                for word, count in words.items()
            }
            for words in self.words
        ]

    def drawn(self, at: int, torn: Sequence[int]) -> float:
        """Return how much more a text speaks of what is torn further up than of what is above.

        About -1 to 1; the torn text that draws most counts.
        """
        order = bisect_left(self.bodies, at)
        here = self._from(order)
        near = self._alike(self._before(order, BELOW), here)
        ends = (bisect_left(self.bodies, place) + 1 for place in torn)
        far = max((self._alike(self._before(end, ABOVE), here) for end in ends), default=0.0)
        return max(-1.0, min(1.0, (closeness(far) - closeness(near)) / SPREAD))

    @cached_property
    def named(self) -> list[frozenset[str]]:
        """The places, zones and firms that each paragraph names."""
        return [
            names(each.text[:WINDOW]) if shape is Shape.BODY else frozenset()
            for shape, each in zip(self.shapes, self.paragraphs, strict=True)
        ]

    def kin(self, at: int) -> str | None:
        """Say whether the text below a place names what the text above it does, if both do."""
        order = bisect_left(self.bodies, at)
        above = self._named(self.bodies[max(0, order - ABOVE) : order])
        below = self._named(self.bodies[order : order + BELOW])
        if not above or not below:
            return None
        return "the same names" if above & below else "other names"

    def _named(self, places: Sequence[int]) -> frozenset[str]:
        return frozenset[str]().union(*(self.named[place] for place in places))

    @cached_property
    def columns(self) -> list[str | None]:
        """The name of the section that each text stands under, nothing but text between."""
        found: list[str | None] = []
        name: str | None = None
        for shape, each in zip(self.shapes, self.paragraphs, strict=True):
            if shape in NAMING:
                name = each.text if imprint.is_section_name(each.text) else None
            found.append(name)
        return found

    @cached_property
    def briefs(self) -> list[bool]:
        """Which paragraphs stand below the name of a section that announces short items."""
        found, inside = [], False
        for each in self.paragraphs:
            if imprint.is_section_name(each.text):
                inside = imprint.announces_briefs(each.text)
            found.append(inside)
        return found

    @cached_property
    def marked(self) -> list[str | None]:
        """What stands above the run of items behind one mark that a paragraph is in."""
        found: list[str | None] = [None]
        for at in range(1, len(self.paragraphs)):
            above, text = self.paragraphs[at - 1].text, self.paragraphs[at].text
            if shares_mark(above, text):
                found.append(found[-1] or self.sight(at - 2))
            else:
                below = self.paragraphs[at + 1].text if at + 1 < len(self.paragraphs) else ""
                first = below and shares_mark(text, below)
                found.append(self.sight(at - 1) if first else None)
        return found

    def since(self, at: int) -> int:
        """Return how many characters of text stand between a line and the one above like it."""
        found = 0
        for place in range(at - 1, -1, -1):
            if self.heads[place]:
                break
            found += len(self.paragraphs[place].text)
        return found

    @cached_property
    def until(self) -> list[tuple[int, int]]:
        """How many paragraphs and characters stand below each up to a line that could head some."""
        found = [(0, 0)] * len(self.paragraphs)
        count = size = 0
        for at in reversed(range(len(self.paragraphs))):
            found[at] = count, size
            if self.heads[at]:
                count = size = 0
            elif self.shapes[at] is Shape.BODY:
                count, size = count + 1, size + len(self.paragraphs[at].text)
        return found

    @cached_property
    def single(self) -> float:
        """The share of lines that could be headlines with one paragraph below them."""
        counts = [self.until[at][0] for at in self.followers if self.until[at][0]]
        return _share(count == 1 for count in counts)

    def last_head(self, at: int) -> str | None:
        """Return the line above, text between, that could be a headline too."""
        above = (self.paragraphs[p].text for p in range(at - 1, -1, -1) if self.heads[p])
        return next(above, None)

    @cached_property
    def counted(self) -> list[bool]:
        """Which numbered lines have one with the next number, or the one before."""
        numbers = [
            number(each.text) if len(each.text) <= HEAD else None for each in self.paragraphs
        ]
        present = set(numbers)
        return [n is not None and (n + 1 in present or n - 1 in present) for n in numbers]

    @cached_property
    def torn(self) -> list[int]:
        """Which texts stop in mid-sentence before a line that is none."""
        return [
            at
            for at in self.bodies
            if not ended(self.paragraphs[at].text)
            and at + 1 < len(self.shapes)
            and (self.heads[at + 1] or self.shapes[at + 1] is Shape.JUMP_TO)
        ]

    def shift(self, at: int) -> float:
        """Return how much the text below a place leaves what is above it, about -1 to 1."""
        order = bisect_left(self.bodies, at)
        if not 0 < order < len(self.bodies):
            return 0.0
        return -(closeness(self.kinship[order]) - USUAL) / SPREAD

    def sight(self, at: int) -> str:
        """Name what the paragraph at a place looks like to its neighbours."""
        return self._sights[at] if 0 <= at < len(self.paragraphs) else "the edge"

    @cached_property
    def _sights(self) -> list[str]:
        pairs = zip(self.shapes, self.paragraphs, strict=True)
        return [_sight(shape, each.text) for shape, each in pairs]

    def style(self, places: Sequence[int]) -> Style:
        """Return how some paragraphs are set together."""
        return Style.of(self.paragraphs[place].style for place in places)

    def run(self, at: int) -> tuple[int, int]:
        """Return which line of a run of lines that could be headlines it is, and of how many."""
        first = last = at
        while first and self.heads[first - 1] and at - first < LONGEST_RUN:
            first -= 1
        while self.heads[last + 1 : last + 2] == [True] and last - at < LONGEST_RUN:
            last += 1
        return at - first + 1, last - first + 1


def number(text: str) -> int | None:
    """Return the number that a line begins with, or is."""
    return int(text) if text.isdecimal() and len(text) < FEW else number_of(text)


def _sight(shape: Shape, text: str) -> str:
    if opens_article(text):
        return "a lede"
    if shape is Shape.BODY and len(text) <= HEAD:
        return "a short sentence" if ended(text) else "a clause"
    if shape is Shape.CAPTION or (shape is not Shape.BYLINE and any(imprint.credited(text))):
        return "a credit"
    return SIGHTS.get(shape, f"a {shape.name.lower()}")


def _share(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found) if found else 0.0
