"""Bytes → Issue. The text is taken once and never touched again.

    issue.txt · - · bytes ─ load ─► bytes ─ what the first bytes and the name say (kinds):
      ├─ text           UTF-8, UTF-16, GB18030, Big5; aligned tables      (decoding, aligned)
      ├─ HTML           what a reader sees, without the page around it    (web ─► pages)
      ├─ Markdown       by way of HTML, with its front matter             (markdown ─► pages)
      ├─ .docx .odt …   by way of HTML                                    (office ─► pages)
      │                  └─ blocks ─ compose ─► text, and its Setting: headings, tables
      └─ PDF, pictures  the text layer, or what an OCR sees, by geometry  (pdf, glyphs, ocr)
    articles.jsonl ─ read_issues ─► one Issue for each day in it          (articles)
    pages.zip a.warc.gz ─ read_issues ─► one Issue for each page in it    (archive, warc)

Name and date of the paper are read from the page or the name of its file (masthead). Line ends stay
as they are. A byte order mark is a mark of the encoding, not a character of the
page: it is dropped before the first offset is counted.
"""

import datetime as dt
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.reading.aligned import setting_of, with_tables
from summarizer.reading.archive import LARGEST, pages_of, web_pages_of
from summarizer.reading.articles import articles_sheet, issues_in
from summarizer.reading.blocks import Sheet, compose
from summarizer.reading.decoding import decode, decode_web, readable_name, without_references
from summarizer.reading.facsimile import Paper, paper_of
from summarizer.reading.fields import USUAL, Fields, read_fields
from summarizer.reading.kinds import Form, form_of
from summarizer.reading.markdown import markdown_sheet
from summarizer.reading.masthead import find_date, find_title, is_masthead
from summarizer.reading.office import is_office, office_sheet, rtf_text
from summarizer.reading.pages import web_sheet
from summarizer.reading.pdf import pdf_sheet, picture_sheet
from summarizer.reading.warc import Record, is_warc, page_at, records_in
from summarizer.setting import UNSET, Setting

__all__ = [
    "LARGEST",
    "UNDATED",
    "USUAL",
    "Fields",
    "Paper",
    "Record",
    "divided",
    "is_masthead",
    "is_warc",
    "page_at",
    "paper_of",
    "read_fields",
    "read_issue",
    "read_issues",
    "readable_name",
    "records_in",
]

STDIN = "-"
UNDATED = "undated"
ADDRESS = re.compile(r"(?:https?|ftp):/+[^/]", re.IGNORECASE)


def read_issue(
    source: Path | str | bytes,
    *,
    encoding: str | None = None,
    date: dt.date | None = None,
    name: str | None = None,
    fields: Fields = USUAL,
) -> Issue:
    """Read one issue from a path, from bytes, or from standard input (`-`).

    `name` is what the issue is called in messages and reports; its suffix tells Markdown and HTML
    from plain text. `fields` tells what JSON calls the parts of an article. Raises ReadingError.
    """
    name = readable_name(name or _name(source))
    text, setting, title, told = _read(_load(source), name, encoding, fields)
    if not text.strip():
        raise ReadingError(
            "{name}: no text in it; give a page with at least one article", name=name
        )
    digest = sha256(text.encode()).hexdigest()
    return Issue(
        id=f"sha256:{digest[:16]}",
        source=name,
        text=text,
        sha256=digest,
        title=title or find_title(text, name),
        date=date or told or find_date(text, name),
        setting=setting,
    )


def read_issues(
    source: Path | str,
    *,
    encoding: str | None = None,
    date: dt.date | None = None,
    fields: Fields = USUAL,
    failed: Callable[[ReadingError], None] | None = None,
) -> Iterator[Issue]:
    """Read every page of a `.zip`, in the order of their names; of anything else the one issue.

    A page of several that cannot be read is told to `failed`, and the rest is read; without it,
    and for a file of one page, ReadingError is raised.
    """
    data, name = _load(source), readable_name(_name(source))
    pages = _pages_of(data, name, encoding, fields)
    if pages is None:
        yield read_issue(data, encoding=encoding, date=date, name=name, fields=fields)
        return
    for page, content in pages:
        try:
            if isinstance(content, ReadingError):
                raise content
            yield read_issue(content, encoding=encoding, date=date, name=page, fields=fields)
        except ReadingError as error:
            if failed is None:
                raise
            failed(error)


def _pages_of(
    data: bytes, name: str, encoding: str | None, fields: Fields
) -> Iterable[tuple[str, bytes | ReadingError]] | None:
    """Return the pages of an archive or a file of several days' articles; others have none."""
    form = form_of(data, name)
    if form is Form.WARC:
        return web_pages_of(data, name)
    if form is Form.ZIP and not is_office(data):
        return pages_of(data, name)
    parts = divided(data, name, encoding, fields)
    return [(f"{name}!{day or UNDATED}.json", part) for day, part in parts.items()] or None


def _read(
    data: bytes, name: str, encoding: str | None, fields: Fields
) -> tuple[str, Setting, str | None, dt.date | None]:
    """Return text and setting of a file, with the paper's name and date where the file has them."""
    form = form_of(data, name)
    if form is Form.RTF:
        return rtf_text(data, name), UNSET, None, None
    sheet = _sheet(form, data, name, encoding, fields)
    if sheet is None:
        text = without_references(decode(data, name, encoding))
        return text, setting_of(text), None, None
    text, setting = compose(sheet.blocks)
    if form in (Form.PDF, Form.PICTURE):
        setting = replace(with_tables(text, setting), unread=sheet.unread)
    return text, setting, sheet.title, sheet.date


def _sheet(
    form: Form, data: bytes, name: str, encoding: str | None, fields: Fields
) -> Sheet | None:
    """Return the sheet of a file that tells more than its text, or None for plain text."""
    if form is Form.ZIP:
        if sheet := office_sheet(data, name):
            return sheet
        raise ReadingError("{name}: a zip archive; unpack it and name one page of it", name=name)
    if form is Form.WARC:
        raise ReadingError("{name}: a web archive; read it with `batch`", name=name)
    if form is Form.PICTURE:
        return picture_sheet(data, name)
    if form is Form.PDF:
        return pdf_sheet(data, name)
    if form is Form.MARKDOWN:
        return markdown_sheet(decode(data, name, encoding), name)
    if form is Form.DATA:
        return articles_sheet(decode(data, name, encoding), name, fields)
    return web_sheet(decode_web(data, name, encoding), name) if form is Form.WEB else None


def divided(
    data: bytes, name: str, encoding: str | None = None, fields: Fields = USUAL
) -> dict[str, bytes]:
    """Return the issues in a file of articles, by date, each as such a file; others have none.

    One whose fields have names of their own is given as one that has not.
    """
    if form_of(data, name) is not Form.DATA:
        return {}
    issues = issues_in(decode(data, name, encoding), name, fields)
    several = len(issues) > 1 or fields != USUAL
    return {day: text.encode() for day, text in issues.items()} if several else {}


def _name(source: Path | str | bytes) -> str:
    if isinstance(source, bytes):
        return "<bytes>"
    return "<stdin>" if str(source) == STDIN else str(source)


def _load(source: Path | str | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    if str(source) == STDIN:
        return sys.stdin.buffer.read()
    path = Path(source)
    if ADDRESS.match(str(source)):
        raise ReadingError("{source}: an address; save the page, and give the file", source=source)
    if path.is_dir():
        raise ReadingError(
            "{path}: a directory; give a file, or read a folder with `batch`", path=path
        )
    try:
        if path.stat().st_size > LARGEST:
            raise ReadingError(
                "{path}: larger than {most:,} bytes; divide it", path=path, most=LARGEST
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadingError(
            "{path}: no such file; check the path, or pass - for stdin", path=path
        ) from None
    except OSError as error:
        raise ReadingError(
            "{path}: {error}; check the file's permissions", path=path, error=error.strerror
        ) from error
