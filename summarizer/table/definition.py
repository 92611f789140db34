"""What a table is: columns that know their name, their type and how they are read off a row."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from summarizer import wording
from summarizer.report import IssueReport

Cell = str | int | Decimal | None
RowT = TypeVar("RowT")
RowT_contra = TypeVar("RowT_contra", contravariant=True)


class Type(StrEnum):
    """What a column holds, in the words of Table Schema."""

    TEXT = "string"
    INTEGER = "integer"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT_contra]):
    """One column: its name for machines, its title for people, and how it is read off a row.

    `words` are the codes that it may hold, with what they are called; `told` is how people read
    the cell where a word for its code is not enough.
    """

    type: Type
    name: str
    title: str
    meaning: str
    read: Callable[[RowT_contra], Cell]
    words: Mapping[str, str] | None = None
    told: Callable[[RowT_contra], Cell] | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of a closed list; empty where other texts may stand in the column."""
        words = tuple(self.words or ())
        return words if all(isinstance(word, StrEnum) for word in words) else ()

    def say(self, row: RowT_contra) -> Cell:
        """Return the cell as people read it: words for codes."""
        return self.told(row) if self.told else self.word(self.read(row))

    def word(self, cell: Cell) -> Cell:
        """Return a cell that has been read in words, where a word for its code is enough."""
        return wording.say(self.words, cell) if self.words and isinstance(cell, str) else cell


@dataclass(frozen=True, slots=True)
class Table(Generic[RowT]):
    """A table: its key, its columns, and where its rows come from."""

    name: str
    title: str
    key: tuple[str, ...]
    rows: Callable[[IssueReport, str], Iterator[RowT]]
    columns: tuple[Column[RowT], ...]

    def cells(self, report: IssueReport, text: str) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows as tuples of cells, in the order of the columns."""
        for row in self.rows(report, text):
            yield tuple(column.read(row) for column in self.columns)
