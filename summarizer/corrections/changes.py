"""What a person may change: one class a change, and the file that holds them.

    Change ── who, when, where (Anchor), why (note)
      ├─ SetRow     other words for a row, or the same ones confirmed
      ├─ RejectRow  a row that is none, or a numeral that is no figure
      ├─ AddRow     a row for a figure that nobody claims
      ├─ Split      here an article begins
      ├─ Join       the article that begins here goes on in another
      ├─ SetRole    what a line is: headline, byline, body, caption
      └─ Note       a remark

Value, unit and place are no fields of any of them: those come from the text.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints

from summarizer.document import FurnitureRole, Role
from summarizer.report import Place
from summarizer.summary import Border, Measure, Status

Words = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$"
    ),
]
"""Words on one line: nothing in them commands a terminal or ends a database's text."""
Remark = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^[^\x00]*$")
]
Name = Literal["ref_area", "indicator", "scope", "measure", "period", "status"]
NAMES: tuple[Name, ...] = ("ref_area", "indicator", "scope", "measure", "period", "status")


class Anchor(Place):
    """A place that can be found again: its characters, and a digest of what stands around it."""

    text: str
    around: str


class RowWords(Border):
    """What a row says in words: whom and what its figure is about, and when.

    `period` is a printed phrase (今年上半年) or an SDMX period (2018-S1).
    """

    ref_area: Words | None = None
    indicator: Words
    scope: Words | None = None
    measure: Measure = Measure.LEVEL
    period: Words | None = None
    status: Status = Status.ACTUAL


class Change(Border):
    """One thing that a person did; `at` is a moment of ISO 8601."""

    at: dt.datetime
    by: Words
    anchor: Anchor
    note: Remark = ""


class SetRow(Change):
    """Say some fields of a row anew; with no fields, confirm it as it is.

    `row` is the whole row afterwards, so that it can be made where another model has none.
    `nth` tells several rows of one figure apart.
    """

    op: Literal["set"] = "set"
    row: RowWords
    fields: tuple[Name, ...] = ()
    nth: int = Field(default=0, ge=0)


class RejectRow(Change):
    """Take a row out of the table, or say that a numeral does not belong there."""

    op: Literal["reject"] = "reject"
    nth: int = Field(default=0, ge=0)


class AddRow(Change):
    """Make a row for a figure."""

    op: Literal["add"] = "add"
    row: RowWords


class Split(Change):
    """Begin an article at the line of the anchor."""

    op: Literal["split"] = "split"


class Join(Change):
    """Let the article of the anchor go on in the one that `to` lies in, behind its end."""

    op: Literal["join"] = "join"
    to: Anchor


class SetRole(Change):
    """Say what the line of the anchor is."""

    op: Literal["role"] = "role"
    role: Role | FurnitureRole


class Note(Change):
    """Remark on a place; the note is all there is."""

    op: Literal["note"] = "note"


AnyChange = Annotated[
    SetRow | RejectRow | AddRow | Split | Join | SetRole | Note, Field(discriminator="op")
]
RowChange = SetRow | RejectRow | AddRow
LayoutChange = Split | Join | SetRole


class Corrections(Border):
    """Everything that was changed on one page, oldest first; `sha256` is that of its text."""

    sha256: str
    changes: tuple[AnyChange, ...] = ()

    def with_change(self, change: AnyChange) -> Self:
        """Return the corrections with one more."""
        return self.model_copy(update={"changes": (*self.changes, change)})

    def without_last(self) -> Self:
        """Return the corrections before the last one."""
        return self.model_copy(update={"changes": self.changes[:-1]})

    def of_layout(self) -> Self:
        """Return only what concerns the articles of the page, not their rows."""
        kept = tuple(each for each in self.changes if isinstance(each, LayoutChange))
        return self.model_copy(update={"changes": kept})

    def merged(self, others: Iterable[AnyChange]) -> Self:
        """Return these and other changes by their time, each once."""
        every = {each.model_dump_json(): each for each in (*self.changes, *others)}
        ordered = tuple(sorted(every.values(), key=lambda each: each.at))
        return self.model_copy(update={"changes": ordered})
