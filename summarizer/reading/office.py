"""Word processors' files → a sheet, each by way of the HTML that one kept library makes of it.

    .docx  mammoth          headings by their styles, tables, raised digits, footnotes
    .odt   odfpy            the same
    .epub  its own chapters, in the order of its spine
    .rtf   striprtf         the text alone

A file is a zip of parts: none is unpacked before its size is known to be bounded.
"""

import io
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError
from xml.sax import SAXException

from summarizer.errors import ReadingError
from summarizer.lexicon import table
from summarizer.reading.archive import BROKEN
from summarizer.reading.blocks import Sheet
from summarizer.reading.pages import sheet_of
from summarizer.reading.web import Found, blocks_of, tree_of

if TYPE_CHECKING:
    from lxml.etree import _Element

DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, ExpatError, LookupError, RecursionError,
    SAXException, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What the libraries raise over a damaged file: they trust what they read."""
LARGEST_PART, LARGEST = 32_000_000, 200_000_000
STYLES = """\
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
"""
CONTAINER = "META-INF/container.xml"


def is_office(data: bytes) -> bool:
    """Say whether a zip is one document of a word processor, not an archive of pages."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _is_office(package, {part.filename: part for part in package.infolist()})
    except BROKEN:
        return False


def office_sheet(data: bytes, name: str) -> Sheet | None:
    """Return the sheet of a .docx, .odt or .epub, None for any other zip; raises ReadingError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {part.filename: part for part in package.infolist()}
            if not _is_office(package, parts):
                return None
            _demand_bounds(parts.values(), name)
            return _read(data, package, parts, name)
    except BROKEN as error:
        raise ReadingError(
            "{name}: damaged ({error}); save it again", name=name, error=error
        ) from None


def rtf_text(data: bytes, name: str) -> str:
    """Return the text of an RTF file. Raises ReadingError."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        raise _missing(name, "an RTF document") from None
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("ascii", "surrogateescape"), errors="replace"
        )
    except DAMAGE as error:
        raise _damaged(name, "an RTF file", error) from None
    return text.encode("utf-8", "replace").decode()


def _is_office(package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> bool:
    return "[Content_Types].xml" in parts or _kind(package, parts) != ""


def _kind(package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> str:
    """Return what the part `mimetype` says, as OpenDocument and EPUB have it."""
    part = parts.get("mimetype")
    small = part is not None and part.file_size < len("application/") * 10
    return package.read("mimetype").decode("ascii", "replace").strip() if small else ""


def _demand_bounds(parts: Iterable[zipfile.ZipInfo], name: str) -> None:
    total = 0
    for part in parts:
        total += part.file_size
        pictured = part.filename.startswith(("word/media/", "Pictures/"))
        if total > LARGEST or (part.file_size > LARGEST_PART and not pictured):
            raise ReadingError(
                "{name}: unpacks to more than a page can be; save it as text", name=name
            )


def _read(
    data: bytes, package: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], name: str
) -> Sheet:
    kind = _kind(package, parts)
    if "word/document.xml" in parts:
        return _sheet_of_html(_docx(data, name), name)
    if kind == "application/vnd.oasis.opendocument.text":
        return _sheet_of_html(_odt(data, name), name)
    if kind == "application/epub+zip":
        return _epub(package, name)
    what = "a workbook" if any(part.startswith("xl/") for part in parts) else "an office file"
    raise ReadingError(
        "{name}: {what}, not a page of text; save its page as .docx or text", name=name, what=what
    )


def _docx(data: bytes, name: str) -> str:
    import mammoth

    try:
        html: str = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_styles(), convert_image=_no_picture()
        ).value
    except DAMAGE as error:
        raise _damaged(name, "a .docx", error) from None
    return html


def _styles() -> str:
    """Return which styles are headings, of documents in English and in Chinese."""
    own = (f"p[style-name='{s['word']}'] => h{s['level']}:fresh\n" for s in table("fields.style"))
    return STYLES + "".join(own)


def _no_picture() -> object:
    import mammoth

    return mammoth.images.img_element(lambda _: {"src": ""})


def _odt(data: bytes, name: str) -> str:
    try:
        from odf.odf2xhtml import ODF2XHTML
    except ImportError:
        raise _missing(name, "an OpenDocument text") from None
    try:
        html: str = ODF2XHTML(generate_css=False, embedable=True).odf2xhtml(io.BytesIO(data))
    except DAMAGE as error:
        raise _damaged(name, "an .odt", error) from None
    return html


def _sheet_of_html(html: str, name: str) -> Sheet:
    root = tree_of(f"<html><body>{html}</body></html>", name)
    found = blocks_of(root) if root is not None else ()
    if not found:
        raise ReadingError(
            "{name}: no text in it; if it holds pictures of pages, export those", name=name
        )
    return sheet_of(found, {}, web=False)


def _epub(package: zipfile.ZipFile, name: str) -> Sheet:
    from lxml import etree

    container = _xml(package, CONTAINER, name)
    book = next((e.get("full-path") for e in container.iter("{*}rootfile")), None)
    if not book:
        raise ReadingError("{name}: a damaged .epub (no book in it); save it again", name=name)
    content = _xml(package, book, name)
    parts = {e.get("id"): e.get("href", "") for e in content.iter("{*}item")}
    found: list[Found] = []
    for reference in content.iter("{*}itemref"):
        href = parts.get(reference.get("idref"))
        path = str(PurePosixPath(book).parent / href) if href else ""
        if path not in package.namelist():
            continue
        root = tree_of(package.read(path).decode("utf-8", "replace"), name)
        found += blocks_of(root) if root is not None else ()
    facts = {etree.QName(e).localname: (e.text or "") for e in content.iter("{*}date", "{*}source")}
    return sheet_of(found, facts, web=False)


def _xml(package: zipfile.ZipFile, path: str, name: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(package.read(path), parser)
    except (KeyError, etree.XMLSyntaxError) as error:
        raise ReadingError(
            "{name}: a damaged .epub ({error}); save it again", name=name, error=error
        ) from None


def _damaged(name: str, what: str, error: Exception) -> ReadingError:
    why = " ".join(str(error).split()) or type(error).__name__
    return ReadingError(
        "{name}: {what} that is damaged ({why}); save it again", name=name, what=what, why=why
    )


def _missing(name: str, what: str) -> ReadingError:
    return ReadingError(
        "{name}: {what}; install newspaper-summarizer[office] to read it", name=name, what=what
    )
