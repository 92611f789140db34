"""Whole pages: the page of the original task, composed pages, and real ones."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

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
from eval.shared.dialect import Json, day, numbers, outlet, read_json, read_text, rows
from summarizer.document import FurnitureRole, Role
from summarizer.report import FurniturePlace
from summarizer.text import Span

ROLES = {"lede_mark": Role.DATELINE, "body": Role.BODY, "subhead": Role.SUBHEAD}
TITLES = {"title": Role.HEADLINE, "kicker": Role.KICKER, "deck": Role.DECK}
FURNITURE = {
    "banner": FurnitureRole.BANNER,
    "caption": FurnitureRole.CAPTION,
    "jumpline": FurnitureRole.JUMP_LINE,
    "jump": FurnitureRole.JUMP_LINE,
    "credit": FurnitureRole.CAPTION,
    "imprint": FurnitureRole.NOISE,
    "label": FurnitureRole.NOISE,
}
SEED_DATE = dt.date(2018, 5, 1)
"""The page bears no date; its latest figures are of April 2018."""


def seed(folder: Path) -> tuple[Sample, ...]:
    """Load the page of the original task."""
    place = folder / "seed"
    text = read_text(place / "page.txt")
    layout = read_json(place / "segmentation.json")
    table = read_json(place / "indicators.json")
    entries = [json.loads(line) for line in read_text(place / "quantities.jsonl").splitlines()]
    articles = tuple(
        _article(
            text,
            entry,
            quantities=tuple(numbers(entries, _pieces(entry))),
            rows=tuple(rows(text, table["rows"], _pieces(entry))),
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


def composed(folder: Path) -> tuple[Sample, ...]:
    """Load the composed pages."""
    paths = sorted((folder / "dev").glob("p[0-9][0-9].txt"))
    return tuple(_composed(path) for path in paths)


def _composed(path: Path) -> Sample:
    text = read_text(path)
    layout = read_json(path.with_suffix(".json"))
    table = read_json(path.with_name(f"{path.stem}_indicators.json"))
    articles = tuple(
        _article(text, entry, rows=tuple(rows(text, table["rows"], _pieces(entry))))
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


def real(folder: Path) -> tuple[Sample, ...]:
    """Load whole pages as an export gives them; they have boundaries, and no table."""
    return tuple(_real(path) for path in sorted(folder.glob("*.txt")))


def _real(path: Path) -> Sample:
    text = read_text(path)
    layout = read_json(path.with_suffix(".json"))
    return Sample(
        id=path.stem,
        text=text,
        date=day(layout["date"]),
        articles=tuple(_article(text, entry) for entry in layout["articles"]),
        furniture=_furniture(layout),
        asks=(Question.SEGMENTATION,),
        tags=(outlet(layout["outlet"]), layout["difficulty"], *layout["features"]),
    )


def _article(
    text: str,
    entry: Json,
    *,
    quantities: tuple[GoldQuantity, ...] = (),
    rows: tuple[GoldRow, ...] = (),
    facts: Sequence[str] = (),
) -> GoldArticle:
    titles = _titles(entry)
    headline = " ".join(text[start:end] for start, end, role in titles if role is Role.HEADLINE)
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


def _titles(entry: Json) -> list[tuple[int, int, Role]]:
    """Return the lines above an article; the composed pages tell no kicker from a headline."""
    kinds = entry.get("kinds") or ["title"] * len(entry["title"])
    return [(*place, TITLES[kind]) for place, kind in zip(entry["title"], kinds, strict=True)]


def _blocks(text: str, entry: Json) -> Iterator[GoldBlock]:
    """Yield headline, byline and body in page order; a broken sentence goes on in the next."""
    places = _titles(entry)
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


def _furniture(layout: Json) -> tuple[FurniturePlace, ...]:
    return tuple(
        FurniturePlace(start=entry["start"], end=entry["end"], role=FURNITURE[entry["kind"]])
        for entry in layout["furniture"]
    )
