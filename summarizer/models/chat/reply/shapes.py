"""The types that replies are made of, whatever the contract."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import ConfigDict, Field, GetJsonSchemaHandler, TypeAdapter
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from summarizer.summary import Border, Measure, Status
from summarizer.text import fold

MEASURES = {
    "值": Measure.LEVEL,
    "增速": Measure.GROWTH,
    "占比": Measure.SHARE,
    "百分点": Measure.PP_CHANGE,
    "增减": Measure.CHANGE,
    "比率": Measure.RATIO,
    "排名": Measure.RANK,
    "倍数": Measure.RATIO,
}
STATUSES = {
    "实际": Status.ACTUAL,
    "初步": Status.PRELIMINARY,
    "计划": Status.PLAN,
    "目标": Status.TARGET,
    "预测": Status.FORECAST,
    "达产": Status.CAPACITY,
}
CITATION = re.compile(r"⟦\s*([0-9]{1,6})\s*(?:[:：]([^⟦⟧]*))?⟧")
"""⟦12⟧ before a figure, or ⟦12:5亿元⟧ around it."""
UNREADABLE = "⟦⟧"
"""What a row cites that cannot be read."""

Figures = Mapping[str, tuple[int, str]]
"""By the id of a quantity: the number it bears on the wire, and its figure as printed."""
Cell = Annotated[str, Field(max_length=80)]


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


@cache
def _schema(reply: type[WireReply]) -> dict[str, Any]:
    return TypeAdapter(reply).json_schema()


def plain(text: str) -> str:
    """Return prose without its marks."""
    return CITATION.sub(lambda mark: mark[2] or "", text).strip()


def cited_in(text: str, cited: Mapping[int, str]) -> tuple[str, ...]:
    """Return the ids of the quantities that marks in a text name, each once."""
    return tuple(dict.fromkeys(identity(mark[1], cited) for mark in CITATION.finditer(text)))


def identity(number: str, cited: Mapping[int, str]) -> str:
    """Return the id of a quantity; a number that was never given names none."""
    return cited.get(int(number), f"⟦{number}⟧")


def measure_of(word: str) -> Measure | None:
    """Return the measure that a cell names, in simplified or traditional characters."""
    return MEASURES.get(fold(word))


def status_of(word: str) -> Status | None:
    """Return the status that a cell names, in simplified or traditional characters."""
    return STATUSES.get(fold(word))


def word_of(value: Measure | Status) -> str:
    """Return the word for a measure or status."""
    return next(word for word, known in (MEASURES | STATUSES).items() if known is value)
