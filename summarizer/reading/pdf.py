"""The text layer of a PDF → a sheet: its blocks in reading order, and what their type says.

    page ─ glyphs ─► runs ─ geometry ─► blocks ─ paragraphs ─► Para(size, bold, page, box)

Type larger than that of most lines heads an article; an indent or a short line ends a paragraph;
small type below a picture is its caption; a line alone at the edge of every page is its folio. One
page is open at a time.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from summarizer.errors import ReadingError
from summarizer.reading.blocks import Para, Sheet
from summarizer.reading.geometry import Block, PrintedLine, blocks_of
from summarizer.reading.glyphs import MOST, Run, runs_of
from summarizer.reading.masthead import is_masthead
from summarizer.reading.ocr import SCALE, can_read_pictures, pictures_in, runs_on
from summarizer.setting import Box, Declared
from summarizer.text import fold

HEADLINE, SUBHEAD = 1.25, 1.08
"""How much larger than most the type of a headline and of a subhead is."""
LONGEST_TITLE = 60
INDENT, SHORT, LEADING, OTHER_TYPE = 0.9, 1.6, 1.6, 0.12
EDGE = 0.07
BELOW, CAPTION_LINES = 3.0, 4
SHAPE, IMAGE = 2, 3
SURE = 0.95
"""How sure a figure's least sure character must be, where it is read off a picture."""
COVERS = 0.4
"""The part of a page that its pictures cover where it is a scan."""
FEW = 60
"""Characters of text that a scan may have beside its picture: a stamp, a folio line."""
OUTLINES = 200
"""Drawn shapes of a page without text that may be its characters."""
ENDS = frozenset("。！？!?…”』」）)】:：;；")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was set: its blocks, its pictures, its height in points.

    One that is `unread` is a picture of text which nobody could read.
    """

    number: int
    blocks: tuple[Block, ...]
    pictures: tuple[Box, ...]
    height: float
    unread: bool = False


def pdf_sheet(data: bytes, name: str) -> Sheet:
    """Return the sheet of a PDF's text layer. Raises ReadingError."""
    pages = tuple(_pages(data, name))
    usual = _usual_height(pages)
    if not usual:
        raise _without_text(name)
    paras = tuple(para for page in pages for para in _paras(page, usual))
    return Sheet(paras, unread=tuple(page.number for page in pages if page.unread))


def picture_sheet(data: bytes, name: str) -> Sheet:
    """Return the sheet of a picture of a page, or of several (TIFF). Raises ReadingError."""
    pages = tuple(
        Page(number, tuple(blocks_of(runs_on(picture, height))), (), height)
        for number, (picture, height) in enumerate(pictures_in(data, name), start=1)
    )
    usual = _usual_height(pages)
    if not usual:
        raise ReadingError("{name}: no text is seen on the picture; give a sharper one", name=name)
    return Sheet(tuple(para for page in pages for para in _paras(page, usual)))


@contextmanager
def opened_pdf(data: bytes, name: str) -> Iterator[Any]:
    """Open a PDF, and close it again; what is wrong with it is a ReadingError."""
    try:
        import pypdfium2
    except ImportError:
        raise ReadingError(
            "{name}: a PDF; install newspaper-summarizer[pdf] to read it", name=name
        ) from None
    try:
        with pypdfium2.PdfDocument(data) as document:
            yield document
    except pypdfium2.PdfiumError as error:
        raise _unreadable(name, error) from None


def _pages(data: bytes, name: str) -> Iterator[Page]:
    with opened_pdf(data, name) as document:
        for number in range(1, len(document) + 1):
            try:
                yield _page(document[number - 1], number)
            except RuntimeError as error:  # the library's own kind
                raise ReadingError(
                    "{name}: page {number} is damaged ({error}); export it again",
                    name=name,
                    number=number,
                    error=error,
                ) from None
            except OverflowError:
                raise ReadingError(
                    "{name}: page {number} holds more than {most:,} characters; it is no printed "
                    "page",
                    name=name,
                    number=number,
                    most=MOST,
                ) from None


def _without_text(name: str) -> ReadingError:
    if can_read_pictures():
        return ReadingError(
            "{name}: the PDF has no text layer, and no text is seen on its pages", name=name
        )
    return ReadingError(
        "{name}: the PDF has no text layer; install newspaper-summarizer[ocr] to read its pictures",
        name=name,
    )


def _unreadable(name: str, error: Exception) -> ReadingError:
    if "password" in str(error).lower():
        return ReadingError("{name}: a PDF with a password; save it without one", name=name)
    return ReadingError(
        "{name}: not a readable PDF ({error}); export it as text", name=name, error=error
    )


def _page(page: Any, number: int) -> Page:  # noqa: ANN401 - the library has no types
    try:
        height = page.get_height()
        boxes = (thing.get_bounds() for thing in page.get_objects(filter=[IMAGE], max_depth=2))
        pictures = tuple(
            Box(left, height - top, right, height - bottom) for left, bottom, right, top in boxes
        )
        runs = runs_of(page)
        if not _is_pictured(page, pictures, runs):
            return Page(number, tuple(blocks_of(runs)), pictures, height)
        if not can_read_pictures():
            return Page(number, tuple(blocks_of(runs)), pictures, height, unread=True)
        seen = runs_on(page.render(scale=SCALE).to_numpy(), height)
        runs += tuple(run for run in seen if not any(map(run.covers, runs)))
        return Page(number, tuple(blocks_of(runs)), (), height)
    finally:
        page.close()


def _is_pictured(page: Any, pictures: Sequence[Box], runs: Sequence[Run]) -> bool:  # noqa: ANN401 - the same
    """Say whether a page is a picture of its text: a scan, or characters drawn as shapes."""
    if sum(len(run.text) for run in runs) > FEW:
        return False
    covered = sum((box.right - box.left) * (box.bottom - box.top) for box in pictures)
    if covered >= COVERS * page.get_width() * page.get_height():
        return True
    shapes = page.get_objects(filter=[SHAPE], max_depth=2)
    return not runs and sum(1 for _ in islice(shapes, OUTLINES)) == OUTLINES


def _usual_height(pages: Sequence[Page]) -> float:
    """Return the height of the type in which most characters are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for block in page.blocks:
            for line in block:
                sizes[round(line.height, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paras(page: Page, usual: float) -> Iterator[Para]:
    """Yield the paragraphs and titles of a page."""
    open_ = False
    for block in page.blocks:
        for number, lines in enumerate(_paragraphs(block, usual)):
            para = _para(lines, page, usual)
            if para.declared is Declared.PARAGRAPH:
                flush = lines[0].left - _left(block) < INDENT * lines[0].height
                para = replace(para, continues=open_ and number == 0 and flush)
                open_ = _is_open(lines, block)
            elif para.declared is Declared.HEADING:
                open_ = False
            yield para


def _paragraphs(block: Block, usual: float) -> Iterator[tuple[PrintedLine, ...]]:
    """Yield the lines of a block that are one paragraph or one title."""
    held: list[PrintedLine] = []
    for line in block:
        if held and _begins(line, held, block, usual):
            yield tuple(held)
            held = []
        held.append(line)
    if held:
        yield tuple(held)


def _begins(line: PrintedLine, held: Sequence[PrintedLine], block: Block, usual: float) -> bool:
    """Say whether a line begins something: another type, an indent, behind a short or far line."""
    above = held[-1]
    if abs(line.height - above.height) > OTHER_TYPE * above.height or line.bold != above.bold:
        return True
    if _is_title(line, usual):
        return above.bottom - line.top > LEADING * line.height
    indented = line.left - _left(block) >= INDENT * line.height
    ended = _right(block) - above.right > SHORT * above.height and above.text[-1] in ENDS
    far = above.bottom - line.top > LEADING * line.height
    cells = "  " in line.text or "  " in above.text
    return indented or ended or far or cells


def _left(block: Block) -> float:
    """Return where most lines of a block begin."""
    lefts = sorted(line.left for line in block)
    return lefts[len(lefts) // 3]


def _right(block: Block) -> float:
    return max(line.right for line in block)


def _is_open(lines: Sequence[PrintedLine], block: Block) -> bool:
    """Say whether a paragraph stops in mid-sentence at the foot of its column."""
    last = lines[-1]
    full = _right(block) - last.right <= SHORT * last.height
    return (
        last is block[-1] and (full or last.text[-1] not in ENDS) and last.text[-1] not in "。！？"
    )


def _is_title(line: PrintedLine, usual: float) -> bool:
    return line.height >= HEADLINE * usual


def _para(lines: Sequence[PrintedLine], page: Page, usual: float) -> Para:
    places = tuple(_box(line, page) for line in lines)
    box = Box(
        min(place.left for place in places),
        min(place.top for place in places),
        max(place.right for place in places),
        max(place.bottom for place in places),
    )
    text = "\n".join(line.text for line in lines)
    size = round(max(line.height for line in lines) / usual, 2)
    bold = all(line.bold for line in lines)
    unsure = tuple(at for at, line in enumerate(lines) if line.certainty < SURE)
    certainty = min(line.certainty for line in lines)
    para = Para(
        text,
        lines=places,
        unsure=unsure,
        size=size,
        bold=bold,
        page=page.number,
        box=box,
        certainty=certainty,
    )
    declared, level = _declared(para, page, usual, len(lines))
    return replace(para, declared=declared, level=level)


def _box(line: PrintedLine, page: Page) -> Box:
    return Box(line.left, page.height - line.top, line.right, page.height - line.bottom)


def _declared(para: Para, page: Page, usual: float, lines: int) -> tuple[Declared, int]:
    """Say what the type of a paragraph makes of it, and the level of a heading."""
    assert para.box is not None
    if lines == 1 and _is_at_edge(para.box, page) and _could_be_aside(para):
        return Declared.ASIDE, 0
    if level := _heading_level(para, lines):
        return Declared.HEADING, level
    if lines <= CAPTION_LINES and para.size < 1 and _is_below_picture(para.box, page, usual):
        return Declared.CAPTION, 0
    return Declared.PARAGRAPH, 0


def _is_at_edge(box: Box, page: Page) -> bool:
    margin = EDGE * page.height
    return box.bottom < margin or box.top > page.height - margin


def _could_be_aside(para: Para) -> bool:
    return para.size < HEADLINE or is_masthead(fold(para.text))


def _heading_level(para: Para, lines: int) -> int:
    """Return the level of the heading that a paragraph is, 0 if it is none."""
    folded = fold(para.text)
    if len(para.text) > LONGEST_TITLE or folded.rstrip().endswith("。"):
        return 0
    if para.size >= HEADLINE:
        return 1
    stands_out = para.size >= SUBHEAD or para.bold
    return 2 if lines == 1 and stands_out and not _is_told(folded) else 0


def _is_told(text: str) -> bool:
    return any(mark in text for mark in "。;()") or text[-1] in ",:"


def _is_below_picture(box: Box, page: Page, usual: float) -> bool:
    return any(
        0 <= box.top - picture.bottom + usual <= BELOW * usual
        and box.left >= picture.left - usual
        and box.right <= picture.right + usual
        for picture in page.pictures
    )
