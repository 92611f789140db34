"""How the gold beside the project speaks: its units, measures, statuses and kinds of numbers."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from eval.gold import GoldQuantity, GoldRow
from eval.metrics.units import canonical
from summarizer.quantity import Kind, Modifier
from summarizer.summary import Measure, Status
from summarizer.text import Span

MEASURES = {
    "level": Measure.LEVEL,
    "change_abs": Measure.CHANGE,
    "change_pct": Measure.GROWTH,
    "share": Measure.SHARE,
    "rank": Measure.RANK,
    "pp_change": Measure.PP_CHANGE,
}
STATUSES = {
    "actual": (Status.ACTUAL,),
    "target": (Status.TARGET,),
    "plan": (Status.PLAN, Status.CAPACITY),
    "forecast": (Status.FORECAST, Status.CAPACITY),
}
KINDS = {"quantity": Kind.AMOUNT}
NUMBER_KINDS = {
    "date": Kind.DATE,
    "duration": Kind.DURATION,
    "ordinal": Kind.ORDINAL,
    "plan_period": Kind.PERIOD,
    "lexical": Kind.LABEL,
    "name": Kind.LABEL,
    "grade": Kind.ORDINAL,
    "phase": Kind.ORDINAL,
    "list_index": Kind.ORDINAL,
    "code": Kind.LABEL,
}
"""Other numbers of an article that measure nothing; counts, filters and the like are left open."""
UNITS = {"": None, "ratio": None, "times": "倍"}
"""Units that only say what kind of figure it is; every other is one, or is printed so."""
FIGURE_KINDS = {
    "%": Kind.PERCENT,
    "pp": Kind.PERCENTAGE_POINT,
    "rank": Kind.RANK,
    "ratio": Kind.RATIO,
    "times": Kind.MULTIPLE,
}
OFFSETS = ("start", "end", "unit_start", "unit_end")

Json = Mapping[str, Any]


def rows(text: str, table: Sequence[Json], pieces: Sequence[Span]) -> Iterator[GoldRow]:
    """Translate the rows of a table that lie in some pieces of the page."""
    for row in table:
        place = Span(row["start"], row["end"])
        if any(piece.covers(place) for piece in pieces):
            yield GoldRow(
                start=place.start,
                end=place.end,
                text=place.of(text),
                value=_decimal(row["norm_value"]),
                unit=_unit(row),
                entity=row["entity"],
                indicator=row["indicator"],
                measure=MEASURES[row["relation"]],
                status=STATUSES[row["status"]],
                period=row["period"],
                period_text=row["period_text"],
                modifier=_modifier(row["modifier"]),
                required=row["core"],
                group=row["range_id"] and f"range {row['range_id']}",
            )


def numbers(entries: Sequence[Json], pieces: Sequence[Span]) -> Iterator[GoldQuantity]:
    """Translate the numbers of the seed page; `may` is optional, `not` is a trap."""
    for entry in entries:
        place = Span(entry["start"], entry["end"])
        if any(piece.covers(place) for piece in pieces):
            kind = _kind(entry)
            timely = kind in (Kind.DATE, Kind.PERIOD)
            low, high = entry["value"] if isinstance(entry["value"], list) else (None, None)
            yield GoldQuantity(
                start=place.start,
                end=place.end,
                text=entry["text"],
                kind=kind,
                value=None if timely or low is not None else _decimal(entry["value"]),
                low=_decimal(low),
                high=_decimal(high),
                unit=entry["unit"],
                modifier=_modifier(entry["modifier"]),
                time_period=str(entry["value"]) if timely and entry["tier"] == "must" else None,
                required=entry["tier"] != "may",
                form=_form(entry["text"], ranged=low is not None),
            )


def _kind(entry: Json) -> Kind:
    if entry["tier"] == "not":
        return Kind.LABEL
    if entry["kind"] == "range":
        return Kind.DURATION if entry["unit"] == "年" else Kind.COUNT
    return KINDS.get(entry["kind"]) or Kind(entry["kind"])


def moved(gold: Json, *, by: int) -> Json:
    """Return the gold of an article whose text stands so much further down."""
    places = ("rows", "other_numbers")
    return {**gold, **{name: [_moved(entry, by) for entry in gold[name]] for name in places}}


def _moved(entry: Json, by: int) -> Json:
    at = {key: entry[key] + by for key in OFFSETS if entry.get(key) is not None}
    return {**entry, **at}


def figures(text: str, gold: Json) -> Iterator[GoldQuantity]:
    """Take the figures of an article from its table, the traps from its other numbers."""
    places = [Span(row["start"], row["unit_end"] or row["end"]) for row in gold["rows"]]
    for place, row in zip(places, gold["rows"], strict=True):
        yield GoldQuantity(
            start=place.start,
            end=place.end,
            text=place.of(text),
            kind=_figure_kind(row["norm_unit"]),
            value=_decimal(row["norm_value"]),
            unit=_unit(row),
            modifier=_modifier(row["modifier"]),
            required=row["range_id"] is None and row["norm_value"] is not None,
            form=_form(place.of(text), ranged=row["range_id"] is not None),
        )
    for entry in gold["other_numbers"]:
        if not any(place.overlaps(Span(entry["start"], entry["end"])) for place in places):
            yield _other(entry)


def _other(entry: Json) -> GoldQuantity:
    """Translate a number that measures nothing; the 3 of 1/3 is no number but a part of one."""
    kind = NUMBER_KINDS.get(entry["kind"])
    return GoldQuantity(
        start=entry["start"],
        end=entry["end"],
        text=entry["text"],
        kind=kind or Kind.COUNT,
        required=kind is not None,
        form="trap",
    )


def _unit(row: Json) -> str | None:
    unit: str | None = row["norm_unit"]
    return UNITS.get(unit, unit) if unit is not None else None


def _figure_kind(unit: str | None) -> Kind:
    """Tell an amount, whose unit has a code of its own (CNY, t, km2), from a count of things."""
    if unit in FIGURE_KINDS:
        return FIGURE_KINDS[unit]
    return Kind.AMOUNT if (canonical(unit) or "").isascii() and unit else Kind.COUNT


def _form(text: str, *, ranged: bool) -> str:
    if ranged:
        return "range"
    if not any(character.isascii() and character.isdigit() for character in text):
        return "hanzi" if not any(map(str.isdecimal, text)) else "full-width"
    if "%" in text or "百分点" in text:
        return "percent"
    return "mixed" if any(mark in text for mark in "万亿") else "arabic"


def _decimal(value: Any) -> Decimal | None:  # noqa: ANN401 - JSON holds numbers of several kinds
    return None if value is None else Decimal(str(value))


def _modifier(value: str | None) -> Modifier | None:
    return Modifier(value) if value else None


def outlet(printed: str) -> str:
    """Return the name of an outlet without its remarks: 眾新聞(香港) is 眾新聞."""
    return printed.partition("(")[0]


def day(text: str) -> dt.date:
    """Read a day, or the first day of a month."""
    return dt.date.fromisoformat(text if len(text) > len("1998-01") else f"{text}-01")


def read_text(path: Path) -> str:
    """Read a file as it is, line ends and all."""
    return path.read_bytes().decode()


def read_json(path: Path) -> Json:
    """Read what a file says in JSON."""
    loaded: Json = json.loads(read_text(path))
    return loaded
