"""What the user points at becomes a list of names, and then, one by one, bytes.

    folder        every page file below it, hidden ones left out
    'a/*.txt'     a pattern, `**` included
    a.zip a.tar   every page file inside; a member is called `a.zip!1998/page.txt`
    -             a list on standard input, one of these a line
    page.txt      itself, whatever its suffix

The list is only names, so a million issues fit in memory; contents are read one at a time, and an
archive is opened once for all its members. A folder or an archive that cannot be looked into is a
source too: reading it fails, which is told like any other failure, and the rest goes on.
"""

import glob
import hashlib
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from summarizer.errors import ReadingError
from summarizer.reading import readable_name

PAGES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".pdf"})
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
BROKEN = (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError, zlib.error, RuntimeError)


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One page file: a path, or a member of an archive; when it was last changed."""

    path: str
    member: str | None
    modified: float

    @property
    def name(self) -> str:
        """What it is called in reports and messages."""
        return readable_name(self.path if self.member is None else f"{self.path}!{self.member}")


def find_sources(words: Iterable[str], lines: Iterable[str] = ()) -> Iterator[Source]:
    """Yield every page file the words point at; `-` stands for `lines`. Raises ReadingError."""
    for word in words:
        if word == "-":
            yield from find_sources(filter(None, map(str.strip, lines)))
        else:
            yield from _below(word)


def since(sources: Iterable[Source], moment: datetime) -> Iterator[Source]:
    """Keep what was changed at or after a moment."""
    return (source for source in sources if source.modified >= moment.timestamp())


def sample(sources: Iterable[Source], size: int) -> tuple[Source, ...]:
    """Draw some at random, the same ones every time, so that a sample can be resumed."""

    def lot(source: Source) -> bytes:
        return hashlib.sha256(source.name.encode()).digest()

    return tuple(sorted(sorted(sources, key=lot)[:size]))


def contents(sources: Iterable[Source]) -> Iterator[tuple[Source, bytes | ReadingError]]:
    """Yield each source with its bytes, or with why it cannot be read."""
    for path, group in groupby(sources, key=lambda source: source.path):
        together = tuple(group)
        try:
            with _open(Path(path)) as read:
                for source in together:
                    yield source, _content(read, source)
        except BROKEN as error:
            yield from ((source, _unreadable(source, error)) for source in together)


def _below(word: str) -> Iterator[Source]:
    path = Path(word)
    if _is_folder(path):
        yield from _in_folder(path)
    elif os.path.lexists(path):  # a link that leads nowhere is told when it is read
        yield from _in_file(path)
    elif matches := sorted(glob.glob(word, recursive=True)):  # noqa: PTH207 - may be absolute
        for match in matches:
            yield from _below(match)
    else:
        raise ReadingError(f"{word}: no such file, and no file matches it")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise ReadingError(f"{path}: cannot be read ({error.strerror})") from error


def _in_folder(folder: Path) -> Iterator[Source]:
    for path in sorted(_found(folder)):
        yield from _in_file(path)


def _found(folder: Path) -> Iterator[Path]:
    """Yield pages, archives and closed folders below a folder; hidden ones are left out."""
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(place, name) for name in names if _is_page(name) or _is_archive(Path(name)))
        yield from filter(_is_file, paths)
    yield from (Path(error.filename) for error in closed)


def _is_file(path: Path) -> bool:
    """Say whether it is a file, or may be one: a link in a closed folder cannot be asked."""
    try:
        return path.is_file()
    except OSError:
        return True


def _in_file(path: Path) -> Iterator[Source]:
    alone = Source(str(path), None, _modified(path))
    if not _is_archive(path):
        yield alone
        return
    members = _in_zip if path.suffix.lower() == ".zip" else _in_tar
    try:
        yield from sorted(members(path))
    except BROKEN:
        yield alone


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _is_archive(path: Path) -> bool:
    return path.name.lower().endswith((".zip", *TARS)) and not path.name.startswith(".")


def _is_page(name: str) -> bool:
    path = Path(name)
    return path.suffix.lower() in PAGES and not path.name.startswith(".")


def _in_zip(path: Path) -> Iterator[Source]:
    with _zip(path) as archive:
        for member in archive.infolist():
            if not member.is_dir() and _is_page(member.filename):
                yield Source(str(path), member.filename, _dated(member) or _modified(path))


def _dated(member: zipfile.ZipInfo) -> float | None:
    """Return when a member was changed; some programs write the month nought."""
    try:
        return datetime(*member.date_time).timestamp()  # noqa: DTZ001 - zip has no zone
    except ValueError:
        return None


def _zip(path: Path) -> zipfile.ZipFile:
    """Open a zip; names that are not marked as UTF-8 were most likely written on Windows in GBK."""
    try:
        return zipfile.ZipFile(path, metadata_encoding="gbk")
    except UnicodeDecodeError:
        return zipfile.ZipFile(path)


def _in_tar(path: Path) -> Iterator[Source]:
    with tarfile.open(path) as archive:
        for member in archive:
            if member.isfile() and _is_page(member.name):
                yield Source(str(path), member.name, float(member.mtime))


@contextmanager
def _open(path: Path) -> Iterator[Callable[[Source], bytes]]:
    """Open what several sources may lie in, and give a way to read each."""
    if path.suffix.lower() == ".zip":
        with _zip(path) as zipped:
            yield lambda source: zipped.read(source.member or "")
    elif _is_archive(path):
        with tarfile.open(path) as tarred:
            yield lambda source: _extracted(tarred, source)
    else:
        yield lambda source: Path(source.path).read_bytes()


def _extracted(archive: tarfile.TarFile, source: Source) -> bytes:
    try:
        file = archive.extractfile(source.member or "")
    except KeyError:
        file = None
    if file is None:
        raise tarfile.TarError("no such member")
    return file.read()


def _content(read: Callable[[Source], bytes], source: Source) -> bytes | ReadingError:
    try:
        return read(source)
    except (*BROKEN, KeyError) as error:
        return _unreadable(source, error)


def _unreadable(source: Source, error: Exception) -> ReadingError:
    said = getattr(error, "strerror", None) or str(error)
    return ReadingError(f"{source.name}: cannot be read ({said})")
