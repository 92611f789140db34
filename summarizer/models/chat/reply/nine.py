"""The contract of prompt 3: nothing is lost, and nothing is forced.

    {"a": "完成产值⟦2:3.1亿元⟧",                abstract
     "k": ["…", "…"],                          key points
     "r": [["2", "降6%", "霁川园", "产值", "", "增速", "同比", "去年", "实际"]],
             rows: number, figure with its direction, who, what, scope, measure, compared with
             what, when, status
     "o": ["3限", "5重"]}                       numbers without a row, and why in one character

Several rows may cite one number (均超1000亿元) and one row several (`3,4`). An indicator in
brackets is the model's own word; a cell that ends in ? is one that it is not sure of. What a cell
may hold is what the prompt says, in simplified or traditional characters.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import Field, GetJsonSchemaHandler, create_model, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

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
from summarizer.models.chat.sizes import LARGEST, MARKED, POINT, Size, bound
from summarizer.summary import (
    ArticleSummary,
    Aside,
    KeyPoint,
    Measure,
    ObservationClaim,
    Status,
    Why,
)
from summarizer.text import fold

COLUMNS = 9
NUMBERS = re.compile(r"[⟦\[Qq\s]*([0-9]{1,6}(?:\s*[,，、]\s*[⟦Qq]?[0-9]{1,6}){0,9})[⟧\]\s]*")
APART = re.compile(r"[,，、/]\s*")
ASIDE = re.compile(r"[⟦\[Qq\s]*([0-9]{1,6})[⟧\]\s]*(\w?)")
WHY = {
    "重": Why.REPEAT,
    "限": Why.THRESHOLD,
    "名": Why.NAME,
    "折": Why.EQUIVALENCE,
    "无": Why.NOTHING,
}
CELLS = {"ref_area": 2, "indicator": 3, "scope": 4, "basis": 6, "time_period": 7, "status": 8}
"""The cells that may be doubted, by the field of the report they go into."""
ENGLISH = 4  # letters for one character of Chinese
MOST_IN_A_GROUP = 40

Row = Annotated[tuple[Cell, ...], Field(min_length=COLUMNS, max_length=COLUMNS)]


class NineReply(WireReply):
    """A reply of this contract.

    The schema asks for what suits the article. What is a little longer is taken all the same, and
    that no number is set aside need not be said: neither is worth asking again.
    """

    wanted: ClassVar[Size] = LARGEST

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Ask for no more than is wanted."""
        schema = super().__get_pydantic_json_schema__(core_schema, handler)
        fields, size = schema["properties"], cls.wanted
        bounds = {"k": size.points, "r": size.rows, "o": size.rows}
        for name in bounds.keys() & fields.keys():
            fields[name]["maxItems"] = bounds[name]
        if "a" in fields:
            fields["a"]["maxLength"] = _letters(size.abstract)
        return schema

    @model_validator(mode="before")
    @classmethod
    def _without_asides(cls, said: object) -> object:
        wanted = "o" in cls.model_fields and isinstance(said, dict)
        return {"o": ()} | said if wanted and isinstance(said, dict) else said


class Nine:
    """Nine cells a row, marks around the figures, and a revision that says only what changes."""

    encloses = True
    revises = True
    points = LARGEST.points

    def form(self, parts: str, size: Size, *, grouped: bool = False) -> type[WireReply]:
        """Return the type of a reply about an article of a size."""
        return _form(parts, size, grouped=grouped)

    def read(self, reply: WireReply, cited: Mapping[int, str]) -> ArticleSummary:
        """Turn a reply into a summary."""
        abstract = getattr(reply, "a", "")
        rows = (claim for row in getattr(reply, "r", ()) for claim in read_row(row, cited))
        return ArticleSummary(
            abstract=plain(abstract),
            key_points=tuple(
                read_point(text, cited) for text in getattr(reply, "k", ()) if text.strip()
            ),
            observations=tuple(dict.fromkeys(rows)),
            abstract_quantities=cited_in(abstract, cited),
            asides=tuple(dict.fromkeys(_asides(getattr(reply, "o", ()), cited))),
        )

    def write(self, summary: ArticleSummary, figures: Figures, parts: str = "all") -> str:
        """Return the JSON that a model would have replied to give this summary."""
        said: dict[str, Any] = {
            "a": marked(summary.abstract, summary.abstract_quantities, figures),
            "k": [marked(p.text, p.quantities, figures) for p in summary.key_points],
            "r": [write_row(claim, figures) for claim in summary.observations],
            "o": [
                f"{figures[each.quantity][0]}{_character(each.why)}"
                for each in summary.asides
                if each.quantity in figures
            ],
        }
        asked = {name: said[name] for name in _form(parts, LARGEST, grouped=False).model_fields}
        return json.dumps(asked, ensure_ascii=False, separators=(",", ":"))

    def bound(self, sizes: Sequence[Size], figures: int) -> int | None:
        """Return how many characters a reply may have: prose of its size, and a row a figure."""
        return bound(sizes, figures)


@cache
def _form(parts: str, size: Size, *, grouped: bool) -> type[WireReply]:
    one: type[NineReply] = create_model("Reply", __base__=NineReply, **_fields(parts))
    one.wanted = size
    if not grouped:
        return one
    entry = create_model("Entry", __base__=WireReply, n=(int, ...), d=(one, ...))
    entries = Annotated[tuple[entry, ...], Field(max_length=MOST_IN_A_GROUP)]
    group: type[WireReply] = create_model("GroupReply", __base__=WireReply, g=(entries, ...))
    return group


def _letters(characters: int) -> int:
    """Return how long a text may be on the wire, in English and with its marks."""
    return round(characters * MARKED * ENGLISH)


def _fields(parts: str) -> dict[str, Any]:
    longest = _letters(LARGEST.abstract)
    point = Annotated[str, Field(max_length=_letters(POINT))]
    aside = Annotated[str, Field(max_length=8)]
    summary = {
        "a": (Annotated[str, Field(min_length=1, max_length=longest)], ...),
        "k": (Annotated[tuple[point, ...], Field(max_length=2 * LARGEST.points)], ...),
    }
    table = {
        "r": (Annotated[tuple[Row, ...], Field(max_length=LARGEST.rows)], ...),
        "o": (Annotated[tuple[aside, ...], Field(max_length=LARGEST.rows)], ...),
    }
    return (summary if parts != "table" else {}) | (table if parts != "summary" else {})


def read_point(text: str, cited: Mapping[int, str]) -> KeyPoint:
    """Read a sentence of a summary."""
    return KeyPoint(text=plain(text), quantities=cited_in(text, cited))


def read_row(row: Sequence[str], cited: Mapping[int, str]) -> Iterator[ObservationClaim]:
    """Read a row, a claim for each number it cites; an unreadable one cites nothing."""
    cells = [cell.strip() for cell in row]
    doubts = tuple(name for name, at in CELLS.items() if cells[at].endswith(("?", "？")))
    number, printed, area, indicator, scope, measure, basis, period, status = (
        cell.rstrip("?？").rstrip() for cell in cells
    )
    match, read = NUMBERS.fullmatch(number), (measure_of(measure), status_of(status))
    bracketed = indicator[:1] in ("(", "（") and indicator[-1:] in (")", "）")
    claim = ObservationClaim(
        quantity=UNREADABLE,
        printed=plain(printed),
        ref_area=area or None,
        indicator=indicator[1:-1].strip() if bracketed else indicator,
        scope=scope or None,
        measure=read[0] or Measure.LEVEL,
        basis=basis or None,
        time_period_text=period or None,
        status=read[1] or Status.ACTUAL,
        inferred=bracketed,
        doubts=doubts,
    )
    if not match or not all(read):
        yield claim
        return
    yield from _cited(claim, re.findall(r"[0-9]+", match[1]), cited)


def _cited(
    claim: ObservationClaim, numbers: Sequence[str], cited: Mapping[int, str]
) -> Iterator[ObservationClaim]:
    """Yield the claim for each of its numbers, with its share of the figures printed."""
    figures = APART.split(claim.printed) if len(numbers) > 1 else [claim.printed]
    each = figures if len(figures) == len(numbers) else [claim.printed] * len(numbers)
    for number, printed in zip(numbers, each, strict=True):
        told = {"quantity": identity(number, cited), "printed": printed}
        yield claim.model_copy(update=told)


def _asides(entries: Sequence[str], cited: Mapping[int, str]) -> Iterator[Aside]:
    """Read the numbers without a row; of a number that was never given there is nothing to say."""
    for entry in entries:
        match = ASIDE.fullmatch(entry.strip(" -—"))
        if match and int(match[1]) in cited:
            why = WHY.get(fold(match[2]), Why.NOTHING)
            yield Aside(quantity=cited[int(match[1])], why=why)


def _character(why: Why) -> str:
    return next(character for character, known in WHY.items() if known is why)


def write_row(claim: ObservationClaim, figures: Figures) -> tuple[str, ...]:
    """Return a row as a model would have replied it."""
    cells = {
        "ref_area": claim.ref_area or "",
        "indicator": f"（{claim.indicator}）" if claim.inferred else claim.indicator,
        "scope": claim.scope or "",
        "measure": word_of(claim.measure),
        "basis": claim.basis or "",
        "time_period": claim.time_period_text or "",
        "status": word_of(claim.status),
    }
    said = (f"{cell}?" if name in claim.doubts else cell for name, cell in cells.items())
    return (str(figures.get(claim.quantity, (0, ""))[0]), claim.printed, *said)


def marked(text: str, quantities: Sequence[str], figures: Figures) -> str:
    """Put the marks back around the figures that a text cites, in the order it cites them."""
    chunks: list[str] = []
    position = 0
    for number, printed in (figures[each] for each in quantities if each in figures):
        at = text.find(printed, position)
        if at >= 0:
            chunks += (text[position:at], f"⟦{number}:{printed}⟧")
            position = at + len(printed)
    return "".join([*chunks, text[position:]])
