"""A .zip of pages, or a web archive → the pages, by name."""

import io
import lzma
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from summarizer.errors import ReadingError
from summarizer.reading.warc import page_at, records_in

LARGEST = 128_000_000
"""Bytes that a page file may have: a scanned issue has less, and a batch holds a few at a time."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError,
    EOFError, LookupError, RuntimeError, ValueError,
)  # fmt: skip
"""What is raised on a zip that is damaged, encrypted or packed in unknown ways."""
UTF8_NAMES = 0x800


def pages_of(data: bytes, name: str) -> Iterator[tuple[str, bytes | ReadingError]]:
    """Yield each file of an archive with its name, sorted, or why it cannot be had.

    Raises ReadingError where the archive itself is damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise ReadingError(
            "{name}: a damaged zip archive ({error}); pack it again", name=name, error=error
        ) from None
    with archive:
        met: Counter[str] = Counter()
        named = ((_name(member), member) for member in _members(archive))
        for page, member in sorted(named, key=itemgetter(0)):
            met[page] += 1
            told = f"{name}!{page}" + (f"#{met[page]}" if met[page] > 1 else "")
            yield told, _content(archive, member, told)


def web_pages_of(data: bytes, name: str) -> Iterator[tuple[str, bytes | ReadingError]]:
    """Yield each page of a web archive with its address, or why it cannot be had."""
    file = io.BytesIO(data)
    for record in tuple(records_in(file, name)):
        page = f"{name}!{record.address}"
        try:
            yield page, page_at(file, record, name, LARGEST)
        except ReadingError as error:
            yield page, error


def _members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the files that a person put there, without folders and what systems add."""
    for member in archive.infolist():
        parts = member.filename.split("/")
        hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
        if member.filename and not member.is_dir() and not hidden:
            yield member


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; without the UTF-8 flag a Chinese packer wrote it in GB18030."""
    if member.flag_bits & UTF8_NAMES:
        return member.filename
    return member.filename.encode("cp437", "replace").decode("gb18030", "replace")


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, page: str) -> bytes | ReadingError:
    if member.file_size > LARGEST:
        return ReadingError(
            "{page}: larger than {most:,} bytes; unpack it", page=page, most=LARGEST
        )
    try:
        return archive.read(member)
    except BROKEN as error:
        return ReadingError(
            "{page}: cannot be unpacked ({error}); unpack it yourself", page=page, error=error
        )
