"""The contract of the prompts 1 and 2.

    {"a": "完成产值⟦2⟧3.1亿元",       abstract
     "k": ["…", "…"],                key points
     "r": [["2", "3.1亿元", "霁川园", "产值", "", "值", "去年", "实际"]]}
             rows: number, figure as printed, who, what, scope, measure, when, status

A figure is cited by the number it bears in the text we sent.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field

from summarizer.models.chat.reply.shapes import (
    UNREADABLE,
    Cell,
    Figures,
    WireReply,
    cited_in,
    identity,
    measure_of,
    plain,
    status_of,
    word_of,
)
from summarizer.models.chat.sizes import Size
from summarizer.summary import ArticleSummary, KeyPoint, Measure, ObservationClaim, Status

NUMBER = re.compile(r"[⟦\[Qq\s]*([0-9]{1,6})[⟧\]\s]*")
COLUMNS = 8

Row = Annotated[tuple[Cell, ...], Field(min_length=COLUMNS, max_length=COLUMNS)]
Rows = Annotated[tuple[Row, ...], Field(max_length=300)]
Abstract = Annotated[str, Field(min_length=1, max_length=900)]
Points = Annotated[tuple[Annotated[str, Field(max_length=500)], ...], Field(max_length=9)]


class ArticleReply(WireReply):
    """Abstract, key points and rows of one article."""

    a: Abstract
    k: Points
    r: Rows


class SummaryReply(WireReply):
    """Abstract and key points only."""

    a: Abstract
    k: Points


class TableReply(WireReply):
    """Rows only."""

    r: Rows


OneReply = TypeVar("OneReply", ArticleReply, SummaryReply, TableReply)


class Entry(WireReply, Generic[OneReply]):
    """The reply to one article of several, which `n` counts from 1."""

    n: int
    d: OneReply


class GroupReply(WireReply, Generic[OneReply]):
    """The replies to several articles that shared a request."""

    g: Annotated[tuple[Entry[OneReply], ...], Field(max_length=40)]


REPLIES: Mapping[str, type[WireReply]] = {
    "all": ArticleReply,
    "summary": SummaryReply,
    "table": TableReply,
}
GROUPS: Mapping[str, type[WireReply]] = {
    "all": GroupReply[ArticleReply],
    "summary": GroupReply[SummaryReply],
    "table": GroupReply[TableReply],
}


class Eight:
    """Eight cells a row, marks before the figures, and a revision that says everything again."""

    encloses = False
    revises = False
    points = 6

    def form(self, parts: str, size: Size, *, grouped: bool = False) -> type[WireReply]:  # noqa: ARG002 - one form for all sizes
        """Return the type of a reply."""
        return (GROUPS if grouped else REPLIES)[parts]

    def read(self, reply: WireReply, cited: Mapping[int, str]) -> ArticleSummary:
        """Turn a reply into a summary."""
        observations = (_observation(row, cited) for row in getattr(reply, "r", ()))
        points = (text for text in getattr(reply, "k", ()) if text.strip())
        return ArticleSummary(
            abstract=plain(getattr(reply, "a", "")),
            key_points=tuple(
                KeyPoint(text=plain(text), quantities=cited_in(text, cited)) for text in points
            ),
            observations=tuple(dict.fromkeys(observations)),
        )

    def write(self, summary: ArticleSummary, figures: Figures, parts: str = "all") -> str:
        """Return the JSON that a model would have replied to give this summary."""
        said: dict[str, Any] = {
            "a": summary.abstract,
            "k": [point.text for point in summary.key_points],
            "r": [_row(claim, figures) for claim in summary.observations],
        }
        asked = {name: said[name] for name in REPLIES[parts].model_fields}
        return json.dumps(asked, ensure_ascii=False, separators=(",", ":"))

    def bound(self, sizes: Sequence[Size], figures: int) -> int | None:  # noqa: ARG002 - none
        """Bound no reply: the words of these prompts do not."""
        return None


def _observation(row: Row, cited: Mapping[int, str]) -> ObservationClaim:
    """Read a row; one that cannot be read claims its words and cites nothing."""
    number, printed, area, indicator, scope, measure, period, status = map(str.strip, row)
    match = NUMBER.fullmatch(number)
    read = measure_of(measure), status_of(status)
    return ObservationClaim(
        quantity=identity(match[1], cited) if match and all(read) else UNREADABLE,
        printed=plain(printed),
        ref_area=area or None,
        indicator=indicator,
        scope=scope or None,
        measure=read[0] or Measure.LEVEL,
        time_period_text=period or None,
        status=read[1] or Status.ACTUAL,
    )


def _row(claim: ObservationClaim, figures: Figures) -> tuple[str, ...]:
    return (
        str(figures.get(claim.quantity, (0, ""))[0]),
        claim.printed,
        claim.ref_area or "",
        claim.indicator,
        claim.scope or "",
        word_of(claim.measure),
        claim.time_period_text or "",
        word_of(claim.status),
    )
