"""HTML → blocks: what a reader of the page sees, in the order of the page.

    <h2>…</h2>                 a heading of level 2
    <p>…<br>…</p>              a paragraph; a line break stays one
    <table>…                   a grid, or paragraphs where it only lays the page out
    10<sup>2</sup> · H<sub>2</sub>O   10² · H₂O: raised digits never join the number they stand at
    <del> <noscript> hidden     is not read
    <nav>, lists of links       is not read: the page around the article

The tree is walked from start to end without recursion.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from summarizer.errors import ReadingError
from summarizer.reading.blocks import Block, Grid, Para
from summarizer.setting import Declared

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li
    main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
    caption title
    """.split()  # noqa: SIM905 - a list of eighty words is read as one
)
UNSEEN = frozenset(
    """
    script style noscript template svg iframe object embed select option button
    input textarea del s strike rt rp audio video canvas map head datalist
    """.split()  # noqa: SIM905 - a list of eighty words is read as one
)
AROUND = frozenset(["nav", "footer"])
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.0-9])")
HIDDEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text|hidden)(?:$|\s)"
)
AROUND_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|crumbs?|footer|sidebar|share|comments?|related|recommend"
    r"|pagination|pager|copyright|login|toolbar|advert(?:isement)?|ads?)(?:$|[\s_-])",
    re.IGNORECASE,
)
TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:\w*title|biaoti|headline|bt|newst|arttit\w*|tit)\d?(?:$|[\s_-])", re.IGNORECASE
)
SUPERSCRIPTS = str.maketrans("0123456789+-−()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱ")
SUBSCRIPTS = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
REFERENCE = re.compile(r"\s*[\[［〔(（【][^\[\]]{0,6}[\]］〕)）】]\s*|\s*[*†‡①-⑳]\s*")
SPACES = re.compile(r"[ \t\r\n\f\xa0\u2000-\u200a\u202f\u205f]+")
LONGEST_HEADING = 70
LEAST_GRID = 2
OVERLONG = re.compile(r"<([A-Za-z][A-Za-z0-9]{0,20})\s[^<>]{20000,}>")
"""A tag with more attributes than a parser can take in linear time, or a picture inside it."""
LONGEST_CELL = 80
DIGITS = 5
WIDEST = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A block of a web page: how much of its text is links, and whether it lies around the page.

    `titled` says that the page's own names call it a title (class="bt").
    """

    block: Block
    linked: float = 0.0
    around: bool = False
    titled: bool = False


def tree_of(text: str, name: str) -> "_Element | None":
    """Return the tree of an HTML page, or None where nothing is in it. Raises ReadingError."""
    from lxml import etree, html

    text = OVERLONG.sub(r"<\1>", text)
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True
    )
    try:
        root: _Element = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReadingError(
            "{name}: its marks are nested too deep; save the page as text", name=name
        )
    return root


def blocks_of(root: "_Element") -> tuple[Found, ...]:
    """Return the blocks of a page in its order."""
    writer = _Writer()
    for event, thing in _seen(root):
        if event is Event.START:
            writer.start(thing)
        elif event is Event.END:
            writer.end(thing)
        elif event is Event.GRID:
            writer.grid(thing)
        else:
            writer.say(thing)
    writer.flush()
    return tuple(writer.found)


class Event(Enum):
    """What one meets on a walk over a tree."""

    START = auto()
    TEXT = auto()
    GRID = auto()
    END = auto()


def _seen(root: "_Element", *, grids: bool = True) -> Iterator[tuple[Event, Any]]:
    """Yield what a reader of the page sees, from its start to its end."""
    yield Event.START, root
    if root.text:
        yield Event.TEXT, root.text
    path = [(root, iter(root))]
    while path:
        element, children = path[-1]
        child = next(children, None)
        if child is None:
            path.pop()
            yield Event.END, element
            if path and element.tail:
                yield Event.TEXT, element.tail
            continue
        grid = _grid_of(child) if grids and child.tag == "table" else None
        if grid:
            yield Event.GRID, grid
        if grid or _is_unseen(child):
            if child.tail:
                yield Event.TEXT, child.tail
            continue
        yield Event.START, child
        if child.text:
            yield Event.TEXT, child.text
        path.append((child, iter(child)))


def _is_unseen(element: "_Element") -> bool:
    """Say whether a browser does not show an element, or shows it struck out."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    values = element.attrib
    return (
        "hidden" in values
        or values.get("aria-hidden") == "true"
        or HIDING.search(values.get("style", "")) is not None
        or HIDDEN_CLASS.search(values.get("class", "")) is not None
    )


class _Writer:
    """Gathers text into blocks."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self._text: list[str] = []
        self._linked = 0
        self._raised: list[str] = []
        self._depth = {"a": 0, "sup": 0, "sub": 0, "pre": 0, "around": 0, "titled": 0, "caption": 0}
        self._level = 0
        self._counts: list[int] = []
        self._bold = 0

    def start(self, element: "_Element") -> None:
        """Open an element."""
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
        self._turn(element, 1)
        if tag == "br":
            self._text.append("\n")
        elif tag in HEADINGS:
            self._level = HEADINGS[tag]
        elif tag == "ol":
            first = element.get("start", "1")
            self._counts.append(int(first) if first.isdecimal() and len(first) < DIGITS else 1)
        elif tag == "ul":
            self._counts.append(0)
        elif tag == "li" and self._counts and self._counts[-1]:
            self._text.append(f"{self._counts[-1]}. ")
            self._counts[-1] += 1

    def end(self, element: "_Element") -> None:
        """Close an element."""
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
        if tag in ("sup", "sub") and self._raised:
            self._text.append(_raised("".join(self._raised), tag))
            self._raised.clear()
        self._turn(element, -1)
        if tag in HEADINGS:
            self._level = 0
        elif tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        elif tag in ("td", "th"):
            self._text.append(" ")

    def _turn(self, element: "_Element", by: int) -> None:
        tag, named = element.tag, f"{element.get('class', '')} {element.get('id', '')}"
        depth = self._depth
        if tag in depth:
            depth[tag] += by
        if tag in ("figcaption", "caption"):
            depth["caption"] += by
        if tag in AROUND or (tag not in ("body", "html") and AROUND_CLASS.search(named)):
            depth["around"] += by
        if tag not in ("body", "html", "section", "article") and TITLE_CLASS.search(named):
            depth["titled"] += by

    def say(self, text: str) -> None:
        """Take text in: as it is printed where it is set so, else with its blanks run together."""
        if not self._depth["pre"]:
            text = SPACES.sub(" ", text)
        if self._depth["sup"] or self._depth["sub"]:
            self._raised.append(text)
            return
        self._text.append(text)
        if self._depth["a"]:
            self._linked += len(text.strip())

    def grid(self, grid: Grid) -> None:
        """Take a table in."""
        self.flush()
        self.found.append(Found(grid, around=self._depth["around"] > 0))

    def flush(self) -> None:
        """End a block."""
        text = "\n".join(
            line for each in "".join(self._text).split("\n") if (line := each.strip(" \t"))
        )
        if text.strip():
            linked = self._linked / len(text)
            titled = self._depth["titled"] > 0
            self.found.append(
                Found(self._para(text), linked, self._depth["around"] > 0, titled=titled)
            )
        self._text.clear()
        self._linked = 0

    def _para(self, text: str) -> Para:
        if self._level and len(text) <= LONGEST_HEADING and "。" not in text[:-1]:
            return Para(" ".join(text.split("\n")), declared=Declared.HEADING, level=self._level)
        caption = self._depth["caption"] > 0
        return Para(text, declared=Declared.CAPTION if caption else Declared.PARAGRAPH)


def _raised(text: str, tag: str) -> str:
    """Return raised or lowered characters as such; a mark that refers to a note is left out."""
    if REFERENCE.fullmatch(text) or not text.strip():
        return ""
    return text.strip().translate(SUPERSCRIPTS if tag == "sup" else SUBSCRIPTS)


def _grid_of(table: "_Element") -> Grid | None:
    """Return the cells of a table that holds data; one that lays a page out has none."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    rows: list[tuple[str, ...]] = []
    heads = 0
    for row in table.iterdescendants("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        named = [_cell_text(cell) for cell in cells]
        if any(len(text) > LONGEST_CELL for text in named):
            return None
        if cells and len(rows) == heads and all(cell.tag == "th" for cell in cells):
            heads += 1
        rows.append(tuple(_spread(cells, named)))
    wide = sum(len(row) >= LEAST_GRID for row in rows)
    return Grid(tuple(rows), heads) if wide >= LEAST_GRID else None


def _cell_text(cell: "_Element") -> str:
    writer = _Writer()
    for event, thing in _seen(cell, grids=False):
        if event is Event.START:
            writer.start(thing)
        elif event is Event.END:
            writer.end(thing)
        else:
            writer.say(thing)
    writer.flush()
    texts = (found.block.text for found in writer.found if isinstance(found.block, Para))
    return " ".join(" ".join(texts).split())


def _spread(cells: Sequence["_Element"], texts: Sequence[str]) -> Iterator[str]:
    """Yield the cells of a row in their columns: behind one that spans several, empty ones."""
    for cell, text in zip(cells, texts, strict=True):
        yield text
        span = cell.get("colspan", "1")
        wide = int(span) if span.isdecimal() and len(span) < DIGITS else 1
        yield from [""] * (min(wide, WIDEST) - 1)
