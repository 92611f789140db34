"""The pages of `samples/`, labelled by hand.

dataset.json   date, and one word for each line that is not blank: `1h` a headline line of the
               first article, `y` byline, `b` body, `s` subhead, `+` body that goes on in the
               sentence before it, `t` body cut off by the end; or the role of the furniture
NAME.csv       every number in page order: what it says, and its row of the table
facts.csv      what a summary should say
"""

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from eval.gold import GoldArticle, GoldBlock, GoldQuantity, GoldRow, KeyFact, Question, Sample
from summarizer.document import FurnitureRole, Role
from summarizer.quantity import Kind, Modifier
from summarizer.report import FurniturePlace
from summarizer.summary import Border, Measure, Status
from summarizer.text import Span, fold

FOLDER = Path(__file__).with_name("datasets") / "samples" / "v1"
PAGES = Path(__file__).resolve().parents[1] / "samples"
LINE = re.compile(r"[^\n]*\S[^\n]*")
DIGITS = re.compile(r"\d[\d.,]*|[〇○零一二三四五六七八九十百千两兩]+")
ROLES = {
    "h": Role.HEADLINE,
    "y": Role.BYLINE,
    "b": Role.BODY,
    "s": Role.SUBHEAD,
    "+": Role.BODY,
    "t": Role.BODY,
}
Entry = Mapping[str, str]


class Page(Border):
    """How a page is laid out."""

    date: dt.date
    lines: str


class Labels(Border):
    """What `dataset.json` says of a labelled set."""

    name: str
    version: str
    licence: str
    origin: str
    pages: dict[str, Page]
    digest: str


def read_labels() -> Labels:
    """Read the card of the set."""
    return Labels.model_validate_json((FOLDER / "dataset.json").read_bytes())


def samples(labels: Labels) -> tuple[Sample, ...]:
    """Load every page with its labels."""
    return tuple(_sample(name, page) for name, page in labels.pages.items())


def _sample(name: str, page: Page) -> Sample:
    text = (PAGES / f"{name}.txt").read_bytes().decode()
    words = page.lines.split()
    lines = [Span(found.start(), found.end()) for found in LINE.finditer(text)]
    labelled = list(zip(lines, words, strict=True))
    numbers = tuple(_numbers(text, _entries(f"{name}.csv")))
    facts = [entry for entry in _entries("facts.csv") if entry["page"] == name]
    articles = dict.fromkeys(word[0] for word in words if word[0].isdigit())
    return Sample(
        id=name,
        text=text,
        date=page.date,
        articles=tuple(_article(text, number, labelled, numbers, facts) for number in articles),
        furniture=tuple(
            FurniturePlace(start=line.start, end=line.end, role=FurnitureRole(word))
            for line, word in labelled
            if not word[0].isdigit()
        ),
        asks=tuple(Question),
    )


def _entries(name: str) -> list[Entry]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


Number = tuple[GoldQuantity, tuple[GoldRow, ...]]


def _numbers(text: str, entries: Sequence[Entry]) -> Iterator[Number]:
    """Find the numbers on the page, one after the other."""
    position = 0
    for entry in entries:
        start = text.index(entry["text"], position)
        position = start + len(entry["text"])
        yield _quantity(start, entry), tuple(_rows(start, entry))


def _quantity(start: int, entry: Entry) -> GoldQuantity:
    low, high = _ends(entry["value"])
    return GoldQuantity(
        start=start,
        end=start + len(entry["text"]),
        text=entry["text"],
        kind=Kind(entry["kind"]),
        value=low if low == high else None,
        low=None if low == high else low,
        high=None if low == high else high,
        unit=entry["unit"] or None,
        modifier=Modifier(entry["modifier"]) if entry["modifier"] else None,
        time_period=entry["time"] or None,
        required=not entry["optional"],
        form=_form(entry["text"]),
    )


def _ends(value: str) -> tuple[Decimal | None, Decimal | None]:
    """Read a value, or the two ends of a range: `20..30`."""
    low, _, high = value.partition("..")
    first = Decimal(low) if low else None
    return first, Decimal(high) if high else first


def _form(text: str) -> str:
    if not any(character.isdigit() for character in text):
        return "hanzi"
    if fold(text) != text and any("０" <= character <= "９" for character in text):
        return "full-width"
    if "%" in text or "百分" in text:
        return "percent"
    return "mixed" if any(mark in text for mark in "万亿萬億") else "arabic"


def _rows(start: int, entry: Entry) -> Iterator[GoldRow]:
    found = DIGITS.search(fold(entry["text"]))
    if not entry["indicator"] or not found:
        return
    low, high = _ends(entry["value"])
    place = start + found.start()
    for value in dict.fromkeys((low, high)):
        yield GoldRow(
            start=place,
            end=start + found.end(),
            text=entry["text"][found.start() : found.end()],
            value=value,
            unit=entry["unit"] or None,
            entity=entry["entity"] or None,
            indicator=entry["indicator"],
            measure=Measure(entry["measure"].split("/")[0]),
            status=tuple(map(Status, entry["status"].split("/"))),
            period=entry["period"] or None,
            modifier=Modifier(entry["modifier"]) if entry["modifier"] else None,
            required=not entry["optional"],
            group=None if low == high else f"range {place}",
        )


def _article(
    text: str,
    number: str,
    labelled: Sequence[tuple[Span, str]],
    numbers: Sequence[Number],
    facts: Sequence[Entry],
) -> GoldArticle:
    own = [(line, word[1:]) for line, word in labelled if word[0] == number]
    inside = [
        (quantity, rows)
        for quantity, rows in numbers
        if any(line.covers(Span(quantity.start, quantity.end)) for line, _ in own)
    ]
    return GoldArticle(
        id=f"g{number}",
        headline=" ".join(line.of(text) for line, role in own if role == "h") or None,
        byline=" ".join(line.of(text) for line, role in own if role == "y") or None,
        blocks=tuple(
            GoldBlock(start=line.start, end=line.end, role=ROLES[role], continues=role == "+")
            for line, role in own
        ),
        truncated=any(role == "t" for _, role in own),
        quantities=tuple(quantity for quantity, _ in inside),
        rows=tuple(row for _, rows in inside for row in rows),
        key_facts=tuple(
            KeyFact(text=entry["fact"]) for entry in facts if entry["article"] == number
        ),
    )
