"""Bytes → Issue. The text is decoded once and never touched again.

    issue.txt · - · bytes ─ load ─► bytes ─ decode ─► text ─ masthead ─► Issue
                                     │
                                     └─ UTF-8, UTF-16 with BOM, GB18030, Big5 (decoding)

Line ends stay as they are. A byte order mark is a mark of the encoding, not a character of the
page: it is dropped before the first offset is counted.
"""

import datetime as dt
import sys
from hashlib import sha256
from pathlib import Path

from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.reading.decoding import decode
from summarizer.reading.masthead import find_date, find_title

__all__ = ["read_issue"]

STDIN = "-"


def read_issue(
    source: Path | str | bytes,
    *,
    encoding: str | None = None,
    date: dt.date | None = None,
    name: str | None = None,
) -> Issue:
    """Read one issue from a path, from bytes, or from standard input (`-`).

    `name` is what the issue is called in messages and reports. Raises ReadingError.
    """
    name = name or _name(source)
    text = decode(_load(source), name, encoding)
    if not text.strip():
        raise ReadingError(f"{name}: no text in it; give a page with at least one article")
    digest = sha256(text.encode()).hexdigest()
    return Issue(
        id=f"sha256:{digest[:16]}",
        source=name,
        text=text,
        sha256=digest,
        title=find_title(text, name),
        date=date or find_date(text, name),
    )


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
    if path.is_dir():
        raise ReadingError(f"{path}: a directory; give a file, or read a folder with `batch`")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadingError(f"{path}: no such file; check the path, or pass - for stdin") from None
    except OSError as error:
        raise ReadingError(f"{path}: {error.strerror}; check the file's permissions") from error
