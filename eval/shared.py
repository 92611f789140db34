"""Real pages with gold that lie next to the project, not in it: `../shared`, where present.

    seed      one page: segmentation, 216 numbers, the table
    pages     six composed pages: segmentation and the table
    articles  single articles: the table, other numbers, key facts; a page of one article each

Their gold speaks its own dialect; everything that translates it is in this file.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from eval.gold import (
    OF_A_PAGE,
    GoldArticle,
    GoldBlock,
    GoldQuantity,
    GoldRow,
    KeyFact,
    Question,
    Sample,
)
from eval.metrics.units import canonical
from summarizer.document import FurnitureRole, Role
from summarizer.quantity import Kind, Modifier
from summarizer.report import FurniturePlace
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
ROLES = {"lede_mark": Role.DATELINE, "body": Role.BODY, "subhead": Role.SUBHEAD}
FURNITURE = {
    "banner": FurnitureRole.BANNER,
    "caption": FurnitureRole.CAPTION,
    "jumpline": FurnitureRole.JUMP_LINE,
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
SEED_DATE = dt.date(2018, 5, 1)
"""The page bears no date; its latest figures are of April 2018."""

Json = Mapping[str, Any]


def find_shared(start: Path | None = None) -> Path | None:
    """Return the folder `shared` that lies beside the project, or None."""
    folder = (start or Path(__file__).resolve().parents[1]).parent / "shared"
    return folder if (folder / "pages").is_dir() else None


def seed(shared: Path) -> tuple[Sample, ...]:
    """Load the page of the original task."""
    folder = shared / "pages" / "seed"
    text = _text(folder / "page.txt")
    layout = _json(folder / "segmentation.json")
    table = _json(folder / "indicators.json")
    numbers = [json.loads(line) for line in _text(folder / "quantities.jsonl").splitlines()]
    articles = tuple(
        _article(
            text,
            entry,
            quantities=tuple(_numbers(numbers, _pieces(entry))),
            rows=tuple(_rows(text, table["rows"], _pieces(entry))),
            facts=table["key_facts"].get(str(entry["article_id"]), ()),
        )
        for entry in layout["articles"]
    )
    sample = Sample(
        id="seed",
        text=text,
        date=SEED_DATE,
        articles=articles,
        furniture=_furniture(layout),
        asks=OF_A_PAGE,
        tags=("jump", "caption", "split", "truncated"),
    )
    return (sample,)


def pages(shared: Path) -> tuple[Sample, ...]:
    """Load the composed pages."""
    return tuple(_page(path) for path in sorted((shared / "pages" / "dev").glob("p[0-9][0-9].txt")))


def _page(path: Path) -> Sample:
    text = _text(path)
    layout = _json(path.with_suffix(".json"))
    table = _json(path.with_name(f"{path.stem}_indicators.json"))
    articles = tuple(
        _article(text, entry, rows=tuple(_rows(text, table["rows"], _pieces(entry))))
        for entry in layout["articles"]
    )
    return Sample(
        id=path.stem,
        text=text,
        articles=articles,
        furniture=_furniture(layout),
        asks=(Question.SEGMENTATION, Question.INDICATORS),
        tags=(layout["difficulty"],),
    )


def articles(shared: Path) -> tuple[Sample, ...]:
    """Load the single articles, each as a page of its own."""
    return tuple(
        _lone(path) for path in sorted((shared / "articles" / "dev").glob("*.article.json"))
    )


def _lone(path: Path) -> Sample:
    source = _json(path)
    gold = _json(path.with_name(path.name.replace("article", "gold")))
    text: str = source["text"]
    whole = [Span(0, len(text))]
    article = GoldArticle(
        id=gold["id"],
        headline=None,
        byline=None,
        blocks=tuple(_paragraphs(text)),
        quantities=tuple(_figures(text, gold)),
        rows=tuple(_rows(text, gold["rows"], whole)),
        key_facts=tuple(KeyFact(text=fact) for fact in gold["key_facts"]),
    )
    return Sample(
        id=f"article-{gold['id']}",
        text=text,
        date=_date(source["date"]),
        articles=(article,),
        asks=tuple(question for question in OF_A_PAGE if question is not Question.SEGMENTATION),
        tags=(source["date"][:3] + "0s",),
    )


def _article(
    text: str,
    entry: Json,
    *,
    quantities: tuple[GoldQuantity, ...] = (),
    rows: tuple[GoldRow, ...] = (),
    facts: Sequence[str] = (),
) -> GoldArticle:
    headline = " ".join(text[start:end] for start, end in entry["title"])
    byline = " ".join(text[start:end] for start, end in entry["byline"])
    return GoldArticle(
        id=str(entry["article_id"]),
        headline=headline or None,
        byline=byline or None,
        blocks=tuple(_blocks(text, entry)),
        truncated=entry["truncated"],
        quantities=quantities,
        rows=rows,
        key_facts=tuple(KeyFact(text=fact) for fact in facts),
    )


def _blocks(text: str, entry: Json) -> Iterator[GoldBlock]:
    """Yield headline, byline and body in page order; a broken sentence goes on in the next."""
    places = [(start, end, Role.HEADLINE) for start, end in entry["title"]]
    places += [(start, end, Role.BYLINE) for start, end in entry["byline"]]
    places += [(start, end, ROLES[role]) for start, end, role in entry["body"]]
    before: str | None = None
    for start, end, role in sorted(places):
        continues = role is Role.BODY and before is not None and _dangles(before)
        yield GoldBlock(start=start, end=end, role=role, continues=continues)
        if role in (Role.BODY, Role.DATELINE):
            before = text[start:end]
        elif role is Role.SUBHEAD:
            before = None


def _dangles(paragraph: str) -> bool:
    return paragraph.rstrip()[-1:] not in "。！？；：”’」』!?;:…)）"


def _pieces(entry: Json) -> list[Span]:
    return [Span(start, end) for start, end in entry["pieces"]]


def _rows(text: str, rows: Sequence[Json], pieces: Sequence[Span]) -> Iterator[GoldRow]:
    for row in rows:
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


def _numbers(numbers: Sequence[Json], pieces: Sequence[Span]) -> Iterator[GoldQuantity]:
    """Translate the numbers of the seed page; `may` is optional, `not` is a trap."""
    for entry in numbers:
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


def _figures(text: str, gold: Json) -> Iterator[GoldQuantity]:
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


def _furniture(layout: Json) -> tuple[FurniturePlace, ...]:
    return tuple(
        FurniturePlace(start=entry["start"], end=entry["end"], role=FURNITURE[entry["kind"]])
        for entry in layout["furniture"]
    )


def _paragraphs(text: str) -> Iterator[GoldBlock]:
    position = 0
    for line in text.split("\n"):
        if line.strip():
            yield GoldBlock(start=position, end=position + len(line), role=Role.BODY)
        position += len(line) + 1


def _decimal(value: Any) -> Decimal | None:  # noqa: ANN401 - JSON holds numbers of several kinds
    return None if value is None else Decimal(str(value))


def _modifier(value: str | None) -> Modifier | None:
    return Modifier(value) if value else None


def _date(text: str) -> dt.date:
    """Read a day, or the first day of a month."""
    return dt.date.fromisoformat(text if len(text) > len("1998-01") else f"{text}-01")


def _text(path: Path) -> str:
    return path.read_bytes().decode()


def _json(path: Path) -> Json:
    loaded: Json = json.loads(_text(path))
    return loaded
