"""What kind of file it is, by its first bytes; and what to do with those that are not read.

A kind that is refused says in one line what it is and how a page comes out of it.
"""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import PurePath

from summarizer.errors import ReadingError
from summarizer.reading.warc import is_warc


class Form(Enum):
    """A form of file that is read."""

    PDF = auto()
    ZIP = auto()
    RTF = auto()
    WARC = auto()
    PICTURE = auto()
    MARKDOWN = auto()
    WEB = auto()
    DATA = auto()
    TEXT = auto()


MARKS: Sequence[tuple[bytes, Form]] = (
    (b"%PDF-", Form.PDF),
    (b"PK\x03\x04", Form.ZIP),
    (b"PK\x05\x06", Form.ZIP),
    (b"{\\rtf", Form.RTF),
    (b"\x89PNG\r\n", Form.PICTURE),
    (b"\xff\xd8\xff", Form.PICTURE),
    (b"II*\x00", Form.PICTURE),
    (b"MM\x00*", Form.PICTURE),
)
REFUSED = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a Word 97-2003 or a protected file; save it as .docx without a password",
    ),
    (b"CAJ\x00", "a CAJ file; open it in its viewer and export it as PDF"),
    (b"HN\x00\x00", "a CAJ file; open it in its viewer and export it as PDF"),
    (b"KDH ", "a KDH file; open it in its viewer and export it as PDF"),
    (b"NH\x00\x00", "an NH file; open it in its viewer and export it as PDF"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it, or pack it as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it, or pack it as .zip"),
    (b"\x1f\x8b", "a gzip file; unpack it, or pack it as .zip"),
    (b"\xfd7zXZ\x00", "an xz file; unpack it, or pack it as .zip"),
    (b"GIF8", "a GIF; save it as PNG"),
    (b"AT&TFORM", "a DjVu file; export it as PDF"),
)  # fmt: skip
HTML = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")
SUFFIXES = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".html": Form.WEB,
    ".htm": Form.WEB,
    ".xhtml": Form.WEB,
    ".shtml": Form.WEB,
    ".json": Form.DATA,
    ".jsonl": Form.DATA,
    ".ndjson": Form.DATA,
}
PDF_LATE = b"\n%PDF-"
"""Some programs write a line above the PDF's own first one."""
HEAD = 1024


def form_of(data: bytes, name: str) -> Form:
    """Return the form of a file; a name alone tells Markdown from text. Raises ReadingError."""
    if is_warc(name):
        return Form.WARC
    for mark, form in MARKS:
        if data.startswith(mark):
            return form
    if (data[:4], data[8:12]) == (b"RIFF", b"WEBP") or (data[:2], data[6:10]) == (b"BM", bytes(4)):
        return Form.PICTURE
    for mark, what in REFUSED:
        if data.startswith(mark):
            raise ReadingError("{name}: {what}", name=name, what=what)
    if PDF_LATE in data[:HEAD]:
        return Form.PDF
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:HEAD].lower()
    if head.startswith(HTML) or (head.startswith(b"<") and b"<html" in head):
        return Form.WEB
    return SUFFIXES.get(PurePath(name).suffix.lower(), Form.TEXT)
