"""The characters of a PDF page with their boxes → runs of type.

A run is what stands on one line without a gap: 本报讯　昨日，… in one column, never over a gutter.
What is printed off the page is not read; what is printed invisibly is read only where nothing else
is (the text layer that an OCR laid under a scan).
"""

import ctypes
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

MOST = 300_000
"""Characters that a page can hold: a full newspaper page of small type has a tenth of that."""
INVISIBLE = 3
VISIBLE_SHARE = 0.05
GAP, BACK, RAISED, OTHER_TYPE = 0.8, -0.6, 0.5, 1.35
"""In heights of the type: a gap that ends a run, a step back, another line; and another type."""
BOLD = 600
BLANKS = frozenset(" \u3000\u00a0")
BREAKS = frozenset(map(ord, "\t\r\n\x02\ufffe"))
"""What the library puts in where a line or a word is broken."""
UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of type, in points from the lower left corner of its page.

    `certainty` is that of the least sure character of its figures, where it was read off a picture.
    """

    left: float
    bottom: float
    right: float
    top: float
    text: str
    bold: bool = False
    certainty: float = 1.0

    @property
    def height(self) -> float:
        """The height of its type."""
        return self.top - self.bottom

    def covers(self, other: "Run") -> bool:
        """Say whether the middle of another run lies in this one."""
        x, y = (other.left + other.right) / 2, (other.bottom + other.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


@dataclass(slots=True)
class _Glyph:
    left: float
    bottom: float
    right: float
    top: float
    character: str
    bold: bool
    shown: bool

    @property
    def height(self) -> float:
        """The height of its type; a blank that the library put in has none."""
        return self.top - self.bottom


def runs_of(page: Any) -> tuple[Run, ...]:  # noqa: ANN401 - the library has no types
    """Return the runs of a page in the order in which they are painted; raises OverflowError."""
    layer = page.get_textpage()
    try:
        glyphs = list(_glyphs(layer.raw, *page.get_size()))
    finally:
        layer.close()
    shown = [glyph for glyph in glyphs if glyph.shown]
    return tuple(_runs(shown if len(shown) >= VISIBLE_SHARE * len(glyphs) else glyphs))


def _glyphs(layer: Any, width: float, height: float) -> Iterator[_Glyph]:  # noqa: ANN401 - the same
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFText_CountChars(layer)
    if count > MOST:
        raise OverflowError(count)
    box = pdfium.FS_RECTF()
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(layer, index)
        if pdfium.FPDFText_IsGenerated(layer, index) == 1 or code in BREAKS:
            yield _Glyph(0, 0, 0, 0, " ", bold=False, shown=True)
            continue
        if not pdfium.FPDFText_GetLooseCharBox(layer, index, ctypes.byref(box)):
            continue
        if box.right < 0 or box.left > width or box.top < 0 or box.bottom > height:
            continue
        thing = pdfium.FPDFText_GetTextObject(layer, index)
        shown = not thing or pdfium.FPDFTextObj_GetTextRenderMode(thing) != INVISIBLE
        bold = pdfium.FPDFText_GetFontWeight(layer, index) >= BOLD
        known = pdfium.FPDFText_HasUnicodeMapError(layer, index) != 1
        character = _character(code) if known else UNKNOWN
        yield _Glyph(box.left, box.bottom, box.right, box.top, character, bold=bold, shown=shown)


def _character(code: int) -> str:
    """Return a printed character; what is printed and not known must not be passed over."""
    printed = ord(" ") <= code <= sys.maxunicode and not 0xD800 <= code < 0xE000  # noqa: PLR2004
    return chr(code) if printed else UNKNOWN


def _runs(glyphs: Sequence[_Glyph]) -> Iterator[Run]:
    held: list[_Glyph] = []
    blanks: list[_Glyph] = []
    for glyph in glyphs:
        if glyph.character in BLANKS:
            blanks.append(glyph)
            continue
        printed = [blank for blank in blanks if blank.height]
        if held and not _goes_on(printed[0] if len(printed) == 1 else held[-1], glyph, held[-1]):
            yield _run(held)
            held = []
        elif held and printed:
            held += printed
        elif held and blanks and _parts_words(held[-1].character, glyph.character):
            held.append(_Glyph(0, 0, 0, 0, " ", bold=False, shown=True))
        held.append(glyph)
        blanks = []
    if held:
        yield _run(held)


def _goes_on(before: _Glyph, glyph: _Glyph, inked: _Glyph) -> bool:
    """Say whether a glyph goes on in the run of the one before it, perhaps a single blank."""
    height, own = inked.height, glyph.height
    if not height or not own or max(height, own) > OTHER_TYPE * min(height, own):
        return False
    gap = glyph.left - before.right
    return BACK * height < gap < GAP * height and abs(glyph.bottom - inked.bottom) < RAISED * height


def _parts_words(left: str, right: str) -> bool:
    """Say whether a blank between two characters is one: Chinese is set without."""
    return left.isascii() or right.isascii()


def _run(glyphs: Sequence[_Glyph]) -> Run:
    inked = [glyph for glyph in glyphs if glyph.height]
    return Run(
        min(glyph.left for glyph in inked),
        min(glyph.bottom for glyph in inked),
        max(glyph.right for glyph in inked),
        max(glyph.top for glyph in inked),
        "".join(glyph.character for glyph in glyphs),
        bold=2 * sum(glyph.bold for glyph in inked) > len(inked),
    )
