"""What a page with declared headings is made of: its entries, and the pieces they are put into.

marks ─ entries_of ─► Entry…          a line or paragraph, what is declared of it, folded
Piece(heads, rest, section)           an article, or furniture alone
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from summarizer.document import Role
from summarizer.segmentation.bylines import is_byline
from summarizer.segmentation.columns import paragraphs
from summarizer.segmentation.shapes import Shape, shape_of
from summarizer.setting import Declared, Mark, Setting
from summarizer.text import Span, fold

TEXTS = (Shape.BODY, Shape.LIST, Shape.TITLE)
PLAIN = (Shape.BYLINE, Shape.JUMP_TO, Shape.JUMP_FROM)
"""What no heading is, however large it is set."""
NEAR, LARGEST = 1.6, 0.9


@dataclass(frozen=True, slots=True)
class Entry:
    """A line or paragraph of the page: what is declared of it, its folded text, what it looks like.

    `shape` is None for what is declared to be something else than a paragraph.
    """

    span: Span
    mark: Mark
    text: str
    shape: Shape | None = field(init=False)

    def __post_init__(self) -> None:
        plain = self.mark.declared is Declared.PARAGRAPH
        object.__setattr__(self, "shape", shape_of(self.text) if plain else None)

    @property
    def declared(self) -> Declared:
        """What the file says it is."""
        return self.mark.declared

    @property
    def continues(self) -> bool:
        """Whether it goes on in the sentence of the paragraph before it."""
        return self.mark.continues and self.span.start == self.mark.span.start

    @property
    def is_text(self) -> bool:
        """Whether it is a paragraph or a row of a table, neither credit nor furniture."""
        return self.declared is Declared.ROW or self.shape in TEXTS

    @property
    def signs(self) -> bool:
        """Whether it names the author."""
        plain = self.declared is Declared.PARAGRAPH
        return self.declared is Declared.BYLINE or (plain and is_byline(self.text))


@dataclass(frozen=True, slots=True)
class Piece:
    """An article, or furniture alone: its title lines, the rest of it, the section it stands in."""

    heads: tuple[Entry, ...]
    rest: tuple[Entry, ...]
    section: Entry | None = None
    banner: bool = False

    @property
    def texts(self) -> tuple[Entry, ...]:
        """Its paragraphs and rows."""
        return tuple(entry for entry in self.rest if entry.is_text)

    @property
    def title(self) -> str:
        """Its title lines, folded."""
        return "".join(entry.text for entry in self.heads)

    @property
    def page(self) -> int | None:
        """The page on which it begins, where the file has pages."""
        return next((entry.mark.page for entry in (*self.heads, *self.rest)), None)

    def of(self, shape: Shape) -> tuple[Entry, ...]:
        """Return the entries of a shape."""
        return tuple(entry for entry in self.rest if entry.shape is shape)


def entries_of(text: str, setting: Setting) -> Iterator[Entry]:
    """Yield the lines of the page; in a paragraph of several lines, those that a column broke."""
    for mark in setting.marks:
        printed = mark.span.of(text)
        folded = fold(printed)
        if mark.declared is Declared.HEADING and shape_of(folded) in PLAIN:
            mark = replace(mark, declared=Declared.PARAGRAPH)  # noqa: PLW2901 - the same, seen better
        if mark.declared is not Declared.PARAGRAPH or mark.page:
            yield from _whole(printed, mark)
            continue
        for paragraph in paragraphs(printed):
            yield Entry(paragraph.span.shifted(mark.span.start), mark, paragraph.text)


def _whole(printed: str, mark: Mark) -> Iterator[Entry]:
    """Yield a paragraph whose end was seen on the page, cut where a jump line hangs on it."""
    if mark.declared is not Declared.PARAGRAPH:
        yield Entry(mark.span, mark, fold(printed))
        return
    lines = printed.split("\n")
    joined = "".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for paragraph in paragraphs(joined):
        left, right = (
            _home(place, starts) for place in (paragraph.span.start, paragraph.span.end - 1)
        )
        yield Entry(Span(left, right + 1).shifted(mark.span.start), mark, paragraph.text)


def _home(place: int, starts: Sequence[int]) -> int:
    """Return where a character of joined lines stands among the lines with their ends."""
    return place + sum(start <= place for start in starts[1:-1])


def adjoin(above: Entry, entry: Entry) -> bool:
    """Say whether two headings are printed as one title: one right below the other on a page."""
    one, other = above.mark.box, entry.mark.box
    if one is None or other is None or above.mark.page != entry.mark.page:
        return False
    height = max(one.bottom - one.top, other.bottom - other.top)
    beside = min(one.right, other.right) - max(one.left, other.left)
    return beside > 0 and -height < other.top - one.bottom < NEAR * height


def heading_roles(heads: Sequence[Entry]) -> Iterator[tuple[Span, Role]]:
    """Yield what the lines of a title are: in smaller type above and below, kicker and deck."""
    sizes = [entry.mark.size for entry in heads]
    large = [size >= LARGEST * max(sizes) for size in sizes]
    for at, entry in enumerate(heads):
        if large[at]:
            yield entry.span, Role.HEADLINE
        else:
            yield entry.span, Role.KICKER if any(large[at:]) else Role.DECK
