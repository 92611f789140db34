"""What we ask a model to reply, and what we make of it.

    {"a": "完成产值⟦2⟧3.1亿元",       abstract
     "k": ["…", "…"],                key points
     "r": [["2", "3.1亿元", "霁川园", "产值", "", "值", "去年", "实际"]]}
             rows: number, figure as printed, who, what, scope, measure, when, status

Keys are short and a row is an array, because schema and keys are paid for in every request. A
figure is cited by the number it bears in the text we sent. A number we never gave, and a row that
names no measure or status we know, become a citation of nothing, which verification refutes: one
bad cell costs a row, not the article.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Generic, TypeVar

from pydantic import ConfigDict, Field, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from summarizer.summary import (
    ArticleSummary,
    Border,
    KeyPoint,
    Measure,
    ObservationClaim,
    Status,
)

MEASURES = {
    "值": Measure.LEVEL,
    "增速": Measure.GROWTH,
    "占比": Measure.SHARE,
    "百分点": Measure.PP_CHANGE,
    "增减": Measure.CHANGE,
    "比率": Measure.RATIO,
    "排名": Measure.RANK,
}
STATUSES = {
    "实际": Status.ACTUAL,
    "初步": Status.PRELIMINARY,
    "计划": Status.PLAN,
    "目标": Status.TARGET,
    "预测": Status.FORECAST,
    "达产": Status.CAPACITY,
}
CITATION = re.compile(r"⟦\s*([0-9]{1,6})\s*⟧")
NUMBER = re.compile(r"[⟦\[Qq\s]*([0-9]{1,6})[⟧\]\s]*")
COLUMNS = 8

Cell = Annotated[str, Field(max_length=80)]
Row = Annotated[tuple[Cell, ...], Field(min_length=COLUMNS, max_length=COLUMNS)]
Rows = Annotated[tuple[Row, ...], Field(max_length=300)]
Abstract = Annotated[str, Field(min_length=1, max_length=900)]
Points = Annotated[tuple[Annotated[str, Field(max_length=500)], ...], Field(max_length=9)]


class WireReply(Border):
    """Base of the replies: their schema is sent with each request, so it carries no titles.

    Its errors are sent back to the model and so do not repeat what it said.
    """

    model_config = ConfigDict(hide_input_in_errors=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Leave out what only costs: titles and descriptions."""
        schema = handler.resolve_ref_schema(handler(core_schema))
        fields = schema["properties"].values()
        for part in (schema, *fields):
            part.pop("title", None)
            part.pop("description", None)
        return schema

    @classmethod
    def model_json_schema(cls, *_: object, **__: object) -> dict[str, Any]:
        """Return the schema, which is made once: it is needed in every request."""
        return _schema(cls)


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


Reply = ArticleReply | SummaryReply | TableReply
OneReply = TypeVar("OneReply", ArticleReply, SummaryReply, TableReply)


class Entry(WireReply, Generic[OneReply]):
    """The reply to one article of several, which `n` counts from 1."""

    n: int
    d: OneReply


class GroupReply(WireReply, Generic[OneReply]):
    """The replies to several articles that shared a request."""

    g: Annotated[tuple[Entry[OneReply], ...], Field(max_length=40)]


def read_reply(reply: Reply, cited: Mapping[int, str]) -> ArticleSummary:
    """Turn a reply into a summary; `cited` maps the numbers of its article to quantity ids."""
    observations = (_observation(row, cited) for row in getattr(reply, "r", ()))
    points = (_key_point(text, cited) for text in getattr(reply, "k", ()) if text.strip())
    return ArticleSummary(
        abstract=_plain(getattr(reply, "a", "")),
        key_points=tuple(points),
        observations=tuple(dict.fromkeys(observations)),
    )


def write_reply(summary: ArticleSummary, numbers: Mapping[str, int], reply: type[Reply]) -> str:
    """Return the JSON that a model would have replied to give this summary."""
    values: dict[str, Any] = {
        "a": summary.abstract,
        "k": [point.text for point in summary.key_points],
        "r": [_row(claim, numbers) for claim in summary.observations],
    }
    said = {name: values[name] for name in reply.model_fields}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


@cache
def _schema(reply: type[WireReply]) -> dict[str, Any]:
    return TypeAdapter(reply).json_schema()


def _plain(text: str) -> str:
    return CITATION.sub("", text).strip()


def _identity(number: str, cited: Mapping[int, str]) -> str:
    return cited.get(int(number), f"⟦{number}⟧")


def _key_point(text: str, cited: Mapping[int, str]) -> KeyPoint:
    identities = (_identity(number, cited) for number in CITATION.findall(text))
    return KeyPoint(text=_plain(text), quantities=tuple(dict.fromkeys(identities)))


def _observation(row: Row, cited: Mapping[int, str]) -> ObservationClaim:
    """Read a row; one that cannot be read claims its words and cites nothing."""
    number, printed, area, indicator, scope, measure, period, status = map(str.strip, row)
    match = NUMBER.fullmatch(number)
    readable = match and measure in MEASURES and status in STATUSES
    return ObservationClaim(
        quantity=_identity(match[1], cited) if match and readable else "⟦⟧",
        printed=_plain(printed),
        ref_area=area or None,
        indicator=indicator,
        scope=scope or None,
        measure=MEASURES.get(measure, Measure.LEVEL),
        time_period_text=period or None,
        status=STATUSES.get(status, Status.ACTUAL),
    )


def _row(claim: ObservationClaim, numbers: Mapping[str, int]) -> tuple[str, ...]:
    measure = next(word for word, value in MEASURES.items() if value is claim.measure)
    status = next(word for word, value in STATUSES.items() if value is claim.status)
    return (
        str(numbers.get(claim.quantity, 0)),
        claim.printed,
        claim.ref_area or "",
        claim.indicator,
        claim.scope or "",
        measure,
        claim.time_period_text or "",
        status,
    )
