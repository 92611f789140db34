"""What an archive calls the parts of an article: ours to guess, or told in a small file.

    title = "bt"                 what holds the headline
    text = ["zw", "zwnr"]        the first that is filled
    date = "meta.rq"             a field within a field
    articles = "rows"            what holds the list

The names of the file go first; else a part is known by the names that archives give it
(`fields.toml` of the lexicon).
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ReadingError
from summarizer.lexicon import word_list
from summarizer.text import fold

PARTS = ("title", "author", "date", "page", "paper", "text")
LISTS = "articles"
EMPTY: tuple[object, ...] = (None, "", [])
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of fields by the part of an article that they hold, where a user gave them."""

    own: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def parts(self, record: Record) -> dict[str, Any]:
        """Return what a record has for each part of an article, None where it has nothing."""
        known = _plain(record)
        return {part: self._first(known, part, f"fields.article.{part}") for part in PARTS}

    def list_in(self, data: Record) -> list[Any] | None:
        """Return the list of articles that an object holds."""
        known = _plain(data)
        found = (_within(known, name) for name in self._names(LISTS, "fields.holders"))
        return next((value for value in found if isinstance(value, list)), None)

    def _first(self, known: Record, part: str, usual: str) -> Any:  # noqa: ANN401 - JSON is anything
        found = (_within(known, name) for name in self._names(part, usual))
        return next((value for value in found if value not in EMPTY), None)

    def _names(self, part: str, usual: str) -> tuple[str, ...]:
        return (*dict(self.own).get(part, ()), *word_list(usual))


USUAL = Fields()


def read_fields(path: Path) -> Fields:
    """Read the names of fields. Raises ReadingError with what is wrong in the file."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise ReadingError("{path}: cannot be read ({error})", path=path, error=said) from None
    return Fields(tuple((part, tuple(_told(path, part, names))) for part, names in told.items()))


def _told(path: Path, part: str, names: object) -> Iterator[str]:
    if part not in (*PARTS, LISTS):
        known = ", ".join((*PARTS, LISTS))
        raise ReadingError(
            "{path}: {part} is no part of an article; name {known}",
            path=path,
            part=part,
            known=known,
        )
    for name in names if isinstance(names, list) else (names,):
        if not isinstance(name, str) or not name.strip():
            raise ReadingError(
                '{path}: {part} takes the name of a field, or a list of names in [""]',
                path=path,
                part=part,
            )
        yield name


def _within(known: Record, name: str) -> Any:  # noqa: ANN401 - JSON is anything
    """Return the value of a field, or of a field within a field."""
    wanted = _bare(name)
    if wanted in known or "." not in wanted:
        return known.get(wanted)
    value: Any = known
    for step in wanted.split("."):
        value = _plain(value).get(step) if isinstance(value, dict) else None
    return value


def _plain(record: Record) -> Record:
    """Return a record whose names have no case and no width."""
    return {_bare(str(name)): value for name, value in record.items()}


def _bare(name: str) -> str:
    return fold(name).strip().lower()
