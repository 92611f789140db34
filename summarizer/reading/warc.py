"""A web archive (.warc, .warc.gz) → the pages in it, by their addresses.

Pages that were answered with success and are HTML; a picture or a redirection is none. Records are
gone through one after another, and each knows where it begins, to be read again by itself.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from summarizer.errors import ReadingError

SUFFIXES = (".warc", ".warc.gz")
DAMAGE = (AttributeError, EOFError, OSError, RuntimeError, TypeError, ValueError, zlib.error)
"""What the library raises over a damaged file, besides its own."""
ANSWERED = "200"


@dataclass(frozen=True, slots=True)
class Record:
    """A page of a web archive: its address, and where its record begins in the file."""

    address: str
    offset: int


def is_warc(name: str) -> bool:
    """Say whether a file is a web archive, by its name."""
    return name.lower().endswith(SUFFIXES)


def records_in(file: BinaryIO, name: str) -> Iterator[Record]:
    """Yield the pages of a web archive in their order. Raises ReadingError."""
    try:
        archive = _archive(file, name)
        for record in archive:
            if _is_page(record):
                address = record.rec_headers.get_header("WARC-Target-URI")
                yield Record(address, archive.get_record_offset())
    except _damage() as error:
        raise _damaged(name) from error


def page_at(file: BinaryIO, record: Record, name: str, most: int) -> bytes:
    """Return the page of a record, of `most` bytes at most. Raises ReadingError."""
    file.seek(record.offset)
    try:
        found = next(iter(_archive(file, name)), None)
        content: bytes | None = found and found.content_stream().read(most + 1)
    except _damage() as error:
        raise _damaged(name) from error
    if content is None:
        raise _damaged(name)
    if len(content) > most:
        page = f"{name}!{record.address}"
        raise ReadingError("{page}: larger than {most:,} bytes; unpack it", page=page, most=most)
    return content


def _archive(file: BinaryIO, name: str) -> Any:  # noqa: ANN401 - the library has no types
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise ReadingError(
            "{name}: a web archive; install newspaper-summarizer[warc] to read it", name=name
        ) from None
    return ArchiveIterator(file)


def _damage() -> tuple[type[Exception], ...]:
    try:
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        return DAMAGE
    return (*DAMAGE, ArchiveLoadFailed)


def _is_page(record: Any) -> bool:  # noqa: ANN401 - the same
    http = record.http_headers
    if record.rec_type != "response" or http is None or http.get_statuscode() != ANSWERED:
        return False
    return "html" in (http.get_header("Content-Type") or "").lower()


def _damaged(name: str) -> ReadingError:
    return ReadingError("{name}: a damaged web archive; fetch it again", name=name)
