"""What the user points at becomes a list of names, and then, one by one, bytes.

    folder        every page file below it, hidden ones left out
    'a/*.txt'     a pattern, `**` included
    a.zip a.warc  every page file inside; a member is called `a.zip!1998/page.txt`
    -             a list on standard input, one of these a line
    page.txt      itself, whatever its suffix

The list is only names, so a million issues fit in memory; contents are read one at a time, and an
archive is opened once for all its members. A folder or an archive that cannot be looked into is a
source too: reading it fails, which is told like any other failure, and the rest goes on.
"""

import glob
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path, PurePath

from summarizer.batch.archives import BROKEN, Source, is_archive, members_of, opened
from summarizer.errors import ReadingError, worded
from summarizer.reading import USUAL, Fields, is_warc, readable_name

__all__ = ["Source", "contents", "find_sources", "sample", "since"]

PAGES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".pdf"}
    | {".docx", ".odt", ".rtf", ".epub", ".json", ".jsonl", ".ndjson"}
)
BESIDE = (".segments.json", ".corrections.json")
"""What a person keeps beside a page is no page."""
UNREAD = {
    **dict.fromkeys((".doc", ".wps"), "save it as .docx"),
    **dict.fromkeys((".xls", ".xlsx", ".csv", ".ods"), "a table is no page"),
    **dict.fromkeys((".caj", ".kdh", ".nh", ".djvu", ".ceb"), "export it as PDF"),
    **dict.fromkeys((".rar", ".7z"), "pack it as .zip"),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".gif"),
        "a picture; name it itself if it is a page",
    ),
}
Skip = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class Search:
    """How pages are sought: who is told what is skipped, and what JSON calls its fields."""

    skip: Skip
    fields: Fields


def unheard(_name: str, _why: str) -> None:
    """Tell nobody what is skipped."""


def find_sources(
    words: Iterable[str],
    lines: Iterable[str] = (),
    *,
    skip: Skip = unheard,
    fields: Fields = USUAL,
) -> Iterator[Source]:
    """Yield every page file the words point at; `-` stands for `lines`. Raises ReadingError.

    What lies in a folder or an archive without being a page is told to `skip`, with why. `fields`
    tells what JSON calls the parts of an article.
    """
    search = Search(skip, fields)
    for word in words:
        if word == "-":
            for line in filter(None, map(str.strip, lines)):
                yield from _below(line, search)
        else:
            yield from _below(word, search)


def since(sources: Iterable[Source], moment: datetime) -> Iterator[Source]:
    """Keep what was changed at or after a moment."""
    return (source for source in sources if source.modified >= moment.timestamp())


def sample(sources: Iterable[Source], size: int) -> tuple[Source, ...]:
    """Draw some at random, the same ones every time, so that a sample can be resumed."""

    def lot(source: Source) -> bytes:
        return hashlib.sha256(source.name.encode()).digest()

    return tuple(sorted(sorted(sources, key=lot)[:size]))


def contents(
    sources: Iterable[Source], fields: Fields = USUAL
) -> Iterator[tuple[Source, bytes | ReadingError]]:
    """Yield each source with its bytes, or with why it cannot be read."""
    for path, group in groupby(sources, key=lambda source: source.path):
        together = tuple(group)
        try:
            with opened(Path(path), fields) as read:
                for source in together:
                    yield source, _content(read, source)
        except ReadingError as error:
            yield from ((source, error) for source in together)
        except BROKEN as error:
            yield from ((source, _unreadable(source, error)) for source in together)


def _below(word: str, search: Search) -> Iterator[Source]:
    path = Path(word)
    if _is_folder(path):
        yield from _in_folder(path, search)
    elif os.path.lexists(path):  # a link that leads nowhere is told when it is read
        yield from _in_file(path, search)
    elif matches := sorted(glob.glob(word, recursive=True)):  # noqa: PTH207 - may be absolute
        for match in matches:
            yield from _below(match, search)
    else:
        raise ReadingError("{word}: no such file, and no file matches it", word=word)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise ReadingError(
            "{path}: cannot be read ({error})", path=path, error=error.strerror
        ) from error


def _in_folder(folder: Path, search: Search) -> Iterator[Source]:
    for path in sorted(_found(folder, search)):
        yield from _in_file(path, search)


def _found(folder: Path, search: Search) -> Iterator[Path]:
    """Yield pages, archives and closed folders below a folder; hidden ones are left out."""
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if is_archive(path) or _is_page(name):
                if _is_file(path):
                    yield path
            elif _is_seen(name):
                search.skip(readable_name(str(path)), _why_not(name))
    yield from (Path(error.filename) for error in closed)


def _is_file(path: Path) -> bool:
    """Say whether it is a file, or may be one: a link in a closed folder cannot be asked."""
    try:
        return path.is_file()
    except OSError:
        return True


def _in_file(path: Path, search: Search) -> Iterator[Source]:
    alone = Source(str(path), None, _modified(path))
    if not is_archive(path):
        yield alone
        return
    try:
        members = sorted(members_of(path, alone.modified, search.fields))
    except BROKEN:
        yield alone
        return
    for member in members:
        if is_warc(path.name) or _is_page(member.member or ""):
            yield member
        elif _is_seen(member.member or ""):
            search.skip(member.name, _why_not(member.member or ""))


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _is_page(name: str) -> bool:
    path = PurePath(name)
    beside = path.name.lower().endswith(BESIDE)
    return path.suffix.lower() in PAGES and not path.name.startswith(".") and not beside


def _is_seen(name: str) -> bool:
    """Say whether a file that is no page was put there by a person, as a page."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePath(name).parts)
    return not hidden and not name.lower().endswith(BESIDE)


def _why_not(name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    if not suffix:
        return worded("a file without a suffix is not read")
    return UNREAD.get(suffix) or worded("{suffix} is not read", suffix=suffix)


def _content(read: Callable[[Source], bytes], source: Source) -> bytes | ReadingError:
    try:
        return read(source)
    except ReadingError as error:
        return error
    except (*BROKEN, KeyError) as error:
        return _unreadable(source, error)


def _unreadable(source: Source, error: Exception) -> ReadingError:
    said = getattr(error, "strerror", None) or str(error)
    return ReadingError("{page}: cannot be read ({said})", page=source.name, said=said)
