"""The text layer of a PDF → text, column by column.

    ┌─────────────────┐      A page is cut along its white: first the gutters between columns,
    │    headline     │      else the widest white band across, until what is left is one block
    ├───────┬─────────┤      of lines. A gutter that a headline bars is found after the band
    │ col 1 │  col 2  │      below the headline has been cut.
    └───────┴─────────┘

Blocks are set apart by a blank line, pages by a form feed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from summarizer.errors import ReadingError

GUTTER = 0.8  # of the height of a line
BAND = 0.6
SAME_LINE = 0.5
ALIKE = 0.9  # of the widest white: as wide


@dataclass(frozen=True, slots=True)
class Box:
    """A run of text on the page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """The height of the run."""
        return self.top - self.bottom


Edges = Callable[[Box], tuple[float, float]]


def pdf_text(data: bytes, name: str) -> str:
    """Return the text layer of a PDF. Raises ReadingError."""
    try:
        import pypdfium2
    except ImportError:
        raise ReadingError(f"{name}: a PDF; install newspaper-summarizer[pdf] to read it") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadingError(f"{name}: not a readable PDF ({error}); export it as text") from None
    with document:
        text = "\f".join(_page_text(page) for page in document)
    if not text.strip():
        raise ReadingError(f"{name}: the PDF has no text layer; run an OCR over it first")
    return text


def _page_text(page: Any) -> str:  # noqa: ANN401 - the library has no types
    blocks = (_lines(block) for block in _blocks(_boxes(page)))
    return "\n\n".join(blocks)


def _boxes(page: Any) -> list[Box]:  # noqa: ANN401 - the library has no types
    layer = page.get_textpage()
    found = []
    for index in range(layer.count_rects()):
        left, bottom, right, top = layer.get_rect(index)
        text = layer.get_text_bounded(left, bottom, right, top).strip()
        if text:
            found.append(Box(left, bottom, right, top, text))
    return found


def _blocks(boxes: list[Box]) -> Iterator[list[Box]]:
    """Yield the blocks of a page in reading order."""
    waiting = [boxes] if boxes else []
    while waiting:
        region = waiting.pop()
        parts = _columns(region) or _bands(region)
        if parts:
            waiting += reversed(parts)
        else:
            yield region


def _columns(boxes: list[Box]) -> list[list[Box]]:
    """Return the columns of a region, left to right, or nothing where there is only one."""
    white = GUTTER * median(box.height for box in boxes)
    return _parted(sorted(boxes, key=lambda box: box.left), white, _across)


def _bands(boxes: list[Box]) -> list[list[Box]]:
    """Return what lies above and below the widest white of a region, or nothing without one."""
    ordered = sorted(boxes, key=lambda box: -box.top)
    widest = max(_whites(ordered, _down), default=0.0)
    if widest < BAND * median(box.height for box in boxes):
        return []
    return _parted(ordered, ALIKE * widest, _down)


def _whites(boxes: Sequence[Box], edges: Edges) -> Iterator[float]:
    """Yield how much white lies before each box, sorted along one direction."""
    reached = edges(boxes[0])[1]
    for box in boxes:
        start, end = edges(box)
        yield start - reached
        reached = max(reached, end)


def _across(box: Box) -> tuple[float, float]:
    return box.left, box.right


def _down(box: Box) -> tuple[float, float]:
    return -box.top, -box.bottom


def _parted(boxes: Sequence[Box], white: float, edges: Edges) -> list[list[Box]]:
    """Part boxes, sorted along one direction, wherever so much white lies between them."""
    parts: list[list[Box]] = [[]]
    reached = edges(boxes[0])[1]
    for box in boxes:
        start, end = edges(box)
        if start - reached >= white:
            parts.append([])
        parts[-1].append(box)
        reached = max(reached, end)
    return parts if len(parts) > 1 else []


def _lines(block: list[Box]) -> str:
    """Return the lines of a block, top to bottom, each from left to right."""
    lines: list[list[Box]] = []
    for box in sorted(block, key=lambda box: (-box.top, box.left)):
        same = lines and lines[-1][0].bottom < box.top - SAME_LINE * box.height
        if same:
            lines[-1].append(box)
        else:
            lines.append([box])
    return "\n".join(
        "".join(box.text for box in sorted(line, key=lambda box: box.left)) for line in lines
    )
