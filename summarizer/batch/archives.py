"""Archives of pages: what lies in them, and the bytes of one member at a time.

    a.zip · a.tar.gz · a.warc · a.jsonl ─ members_of ─► Source…        only names are held
                             ─ opened ─► read(source)       one member, of bounded size

An archive is somebody else's file: a member is never unpacked beyond `LARGEST` bytes, and one that
unpacks to far more than it holds is not gone through to its end.
"""

import lzma
import tarfile
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

from summarizer.errors import ReadingError
from summarizer.reading import (
    LARGEST,
    UNDATED,
    USUAL,
    Fields,
    Record,
    divided,
    is_warc,
    page_at,
    readable_name,
    records_in,
)

Member = TypeVar("Member", zipfile.ZipInfo, tarfile.TarInfo, Record)
DATA = (".json", ".jsonl", ".ndjson")
TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
BROKEN = (
    *(OSError, EOFError, RuntimeError, ValueError, OverflowError),
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError),
)
"""What the standard library raises on archives that are damaged, encrypted or packed otherwise."""
RATIO = 200
"""How many times its own size an archive may unpack to; text packs to a tenth, a bomb to 1/1000."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One page file: a path, or a member of an archive; when it was last changed.

    An archive may hold several members of one name: `nth` tells them apart, from nought.
    """

    path: str
    member: str | None
    modified: float
    nth: int = 0

    @property
    def name(self) -> str:
        """What it is called in reports and messages."""
        again = f"#{self.nth + 1}" if self.nth else ""
        alone = self.path if self.member is None else f"{self.path}!{self.member}{again}"
        return readable_name(alone)


def is_archive(path: Path) -> bool:
    """Say whether a file is an archive, by its name."""
    known = path.name.lower().endswith((".zip", *TARS, *DATA)) or is_warc(path.name)
    return known and not path.name.startswith(".")


def members_of(path: Path, modified: float, fields: Fields = USUAL) -> Iterator[Source]:
    """Yield the files in an archive, whatever they are; raises one of BROKEN."""
    if path.suffix.lower() == ".zip":
        return _counted(_in_zip(path, modified))
    if is_warc(path.name):
        return _counted(_in_warc(path, modified))
    if path.suffix.lower() in DATA:
        return _in_data(path, modified, fields)
    return _counted(_in_tar(path))


@contextmanager
def opened(path: Path, fields: Fields = USUAL) -> Iterator[Callable[[Source], bytes]]:
    """Open what several sources may lie in, and give a way to read each; raises one of BROKEN."""
    if path.suffix.lower() == ".zip":
        with _zip(path) as zipped:
            held = _by_name((member.filename, member) for member in zipped.infolist())
            yield lambda source: _unzipped(zipped, held, source)
    elif path.suffix.lower() in DATA:
        issues = _issues_in(path, fields)
        yield lambda source: issues[source.member] if source.member else _loose(source)
    elif is_warc(path.name):
        with path.open("rb") as file:
            records = _by_name((record.address, record) for record in records_in(file, str(path)))
            yield lambda source: _from_web(file, records, source)
    elif is_archive(path):
        with tarfile.open(path) as tarred:
            files = _by_name((member.name, member) for member in _files_of(tarred, path))
            yield lambda source: _extracted(tarred, files, source)
    else:
        yield _loose


def _by_name(members: Iterable[tuple[str, Member]]) -> Mapping[str, Sequence[Member]]:
    """Return the members of an archive by name, those of one name in their order."""
    found: dict[str, list[Member]] = defaultdict(list)
    for name, member in members:
        found[name].append(member)
    return found


def _counted(sources: Iterable[Source]) -> Iterator[Source]:
    """Yield the members of an archive, those of one name told apart."""
    met: Counter[str | None] = Counter()
    for source in sources:
        yield replace(source, nth=met[source.member])
        met[source.member] += 1


def _in_zip(path: Path, modified: float) -> Iterator[Source]:
    with _zip(path) as archive:
        for member in archive.infolist():
            if member.filename and not member.is_dir():
                yield Source(str(path), member.filename, _dated(member) or modified)


def _in_data(path: Path, modified: float, fields: Fields) -> Iterator[Source]:
    """Yield the issues in a file of articles; one that holds a single day is itself the issue."""
    for member in _issues_in(path, fields) or (None,):
        yield Source(str(path), member, modified)


def _issues_in(path: Path, fields: Fields) -> dict[str, bytes]:
    data = _loose(Source(str(path), None, 0))
    try:
        issues = divided(data, str(path), fields=fields)
    except ReadingError:
        return {}  # told when it is read
    return {f"{day or UNDATED}.json": issue for day, issue in issues.items()}


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
        for member in _files_of(archive, path):
            yield Source(str(path), member.name, float(member.mtime))


def _files_of(archive: tarfile.TarFile, path: Path) -> Iterator[tarfile.TarInfo]:
    """Yield the files in a tar; raises TarError where it swells."""
    most = RATIO * path.stat().st_size + LARGEST
    for member in archive:
        if member.offset_data + member.size > most:
            raise tarfile.TarError("unpacks to far more than it holds")
        if member.isfile():
            yield member


def _in_warc(path: Path, modified: float) -> Iterator[Source]:
    with path.open("rb") as file:
        try:
            for record in records_in(file, str(path)):
                yield Source(str(path), record.address, modified)
        except ReadingError as error:
            raise ValueError(error) from error


def _from_web(file: BinaryIO, records: Mapping[str, Sequence[Record]], source: Source) -> bytes:
    record = records[source.member or ""][source.nth]
    return page_at(file, record, source.path, LARGEST)


def _loose(source: Source) -> bytes:
    path = Path(source.path)
    _demand_bound(path.stat().st_size, source)
    return path.read_bytes()


def _unzipped(
    archive: zipfile.ZipFile, held: Mapping[str, Sequence[zipfile.ZipInfo]], source: Source
) -> bytes:
    member = held[source.member or ""][source.nth]
    _demand_bound(member.file_size, source)
    return archive.read(member)


def _extracted(
    archive: tarfile.TarFile, held: Mapping[str, Sequence[tarfile.TarInfo]], source: Source
) -> bytes:
    members = held.get(source.member or "", ())
    if source.nth >= len(members):
        raise tarfile.TarError("no such member")
    _demand_bound(members[source.nth].size, source)
    file = archive.extractfile(members[source.nth])
    if file is None:
        raise tarfile.TarError("no such member")
    return file.read()


def _demand_bound(size: int, source: Source) -> None:
    if size > LARGEST:
        raise ReadingError(
            "{page}: larger than {most:,} bytes; divide it", page=source.name, most=LARGEST
        )
