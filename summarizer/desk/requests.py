"""What the page asks for, made into changes that last: with a place, an author and a moment.

The page names a place by its offsets in code points and by the characters it saw there; where those
are others by now, it is refused, because somebody has changed the text.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from summarizer.corrections import (
    AddRow,
    AnyChange,
    Join,
    Note,
    RejectRow,
    RowWords,
    SetRole,
    SetRow,
    Split,
    anchor,
)
from summarizer.corrections.changes import Name, Remark
from summarizer.corrections.rows import has_value
from summarizer.document import FurnitureRole, Issue, Role
from summarizer.errors import SummarizerError
from summarizer.report import IssueReport
from summarizer.summary import Border
from summarizer.text import Span
from summarizer.wording import visible

MOST = 8
"""Changes of one request: a new article with its headline is two."""


class Refused(SummarizerError):  # noqa: N818 - an answer, not a fault of ours
    """A change cannot be made of what was asked."""


class Wish(Border):
    """What one request asks to be done in one place."""

    op: Literal["set", "reject", "add", "split", "join", "role", "note"]
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    nth: int = 0
    row: RowWords | None = None
    fields: tuple[Name, ...] = ()
    role: Role | FurnitureRole | None = None
    note: Remark = ""


WISHES: TypeAdapter[tuple[Wish, ...]] = TypeAdapter(
    Annotated[tuple[Wish, ...], Field(min_length=1, max_length=MOST)]
)


def changes_of(content: bytes, issue: Issue, report: IssueReport, by: str) -> tuple[AnyChange, ...]:
    """Return the changes that the body of a request asks for. Raises Refused."""
    try:
        wishes = WISHES.validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"][1:]))
        raise Refused("{name}: {what}", name=where, what=first["msg"]) from None
    now = dt.datetime.now(dt.UTC)
    return tuple(
        _change(wish, issue, report, {"by": by, "at": now + dt.timedelta(microseconds=at)})
        for at, wish in enumerate(wishes)
    )


def _change(wish: Wish, issue: Issue, report: IssueReport, signed: dict[str, Any]) -> AnyChange:
    span = Span(wish.start, wish.end)
    seen = span.of(issue.text)
    if not wish.text or wish.text not in (seen, visible(seen)):
        raise Refused("the text has changed meanwhile; load the page again")
    said = signed | {"anchor": anchor(issue.text, span), "note": wish.note}
    change: AnyChange
    match wish.op:
        case "set":
            change = SetRow(**said, row=_row(wish), fields=wish.fields, nth=wish.nth)
        case "add":
            _demand_figure(span, report)
            change = AddRow(**said, row=_row(wish))
        case "reject":
            change = RejectRow(**said, nth=wish.nth)
        case "split":
            change = Split(**said)
        case "join":
            change = Join(**said, to=anchor(issue.text, _article_above(span, report)))
        case "role":
            change = SetRole(**said, role=wish.role or Role.BODY)
        case "note":
            change = Note(**said)
    return change


def _demand_figure(span: Span, report: IssueReport) -> None:
    """Refuse a row for what has no value that can be read: there is nothing to put into it."""
    quantities = (q for article in report.articles for q in article.quantities)
    if not any(quantity.span.overlaps(span) and has_value(quantity) for quantity in quantities):
        raise Refused("no figure is read there; write a note instead")


def _row(wish: Wish) -> RowWords:
    if wish.row is None:
        raise Refused("row: a row needs its indicator")
    return wish.row


def _article_above(span: Span, report: IssueReport) -> Span:
    """Return the last block of the article that begins before the one a place lies in."""
    before: Span | None = None
    for blocks in _in_page_order(report):
        if any(block.start <= span.start < block.end for block in blocks):
            break
        before = blocks[-1]
    if before is None:
        raise Refused("there is no article above")
    return before


def _in_page_order(report: IssueReport) -> Iterator[list[Span]]:
    for article in sorted(report.articles, key=lambda each: each.blocks[0].start):
        yield [Span(block.start, block.end) for block in article.blocks]
