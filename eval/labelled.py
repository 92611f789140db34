"""Pages labelled by hand: those of `samples/`, and three sets of others written for us.

dataset.json   date, and one word for each line that is not blank: `1h` a headline line of the
               first article, `k` kicker, `y` byline, `b` body, `s` subhead, `+` body that goes on
               in the sentence before it, `t` body cut off by the end; or the role of the furniture
NAME.csv       every number in page order: what it says, and its row of the table; `optional` says
               that all of it is a matter of taste (yes), or only its unit (unit: 億元 in Hong Kong)
facts.csv      what a summary should say
"""

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pydantic import Field

from eval.gold import OF_A_PAGE, GoldArticle, GoldBlock, GoldQuantity, GoldRow, KeyFact, Sample
from summarizer.document import FurnitureRole, Role
from summarizer.quantity import Kind, Modifier
from summarizer.report import FurniturePlace
from summarizer.summary import Border, Measure, Status
from summarizer.text import Span, fold

SETS = Path(__file__).with_name("datasets")
SAMPLES = Path(__file__).resolve().parents[1] / "samples"
LINE = re.compile(r"[^\n]*\S[^\n]*")
DIGITS = re.compile(r"\d[\d.,]*|[〇○零一二三四五六七八九十百千两兩]+")
ROLES = {
    "k": Role.KICKER,
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
    bylines: dict[str, str] = Field(default_factory=dict)
    """Bylines that hang on a paragraph, by article: （柯望）."""


class Labels(Border):
    """What `dataset.json` says of a labelled set."""

    name: str
    version: str
    licence: str
    origin: str
    pages: dict[str, Page]
    digest: str


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the labels of a set lie, and where its pages do."""

    labels: Path
    pages: Path

    @property
    def card(self) -> Labels:
        """What the set says of itself."""
        return Labels.model_validate_json((self.labels / "dataset.json").read_bytes())

    @property
    def is_here(self) -> bool:
        """Whether all its pages are."""
        return all((self.pages / f"{name}.txt").is_file() for name in self.card.pages)

    def samples(self) -> tuple[Sample, ...]:
        """Load every page with its labels."""
        return tuple(_sample(self, name, page) for name, page in self.card.pages.items())

    def entries(self, name: str) -> list[Entry]:
        """Read one of the tables."""
        with (self.labels / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def _sample(folder: Folder, name: str, page: Page) -> Sample:
    text = (folder.pages / f"{name}.txt").read_bytes().decode()
    words = page.lines.split()
    lines = [Span(found.start(), found.end()) for found in LINE.finditer(text)]
    labelled = list(zip(lines, words, strict=True))
    numbers = tuple(_numbers(text, folder.entries(f"{name}.csv")))
    facts = [entry for entry in folder.entries("facts.csv") if entry["page"] == name]
    articles = dict.fromkeys(word[0] for word in words if word[0].isdigit())
    return Sample(
        id=name,
        text=text,
        date=page.date,
        articles=tuple(
            _signed(_article(text, number, labelled, numbers, facts), page.bylines.get(number))
            for number in articles
        ),
        furniture=tuple(
            FurniturePlace(start=line.start, end=line.end, role=FurnitureRole(word))
            for line, word in labelled
            if not word[0].isdigit()
        ),
        asks=OF_A_PAGE,
    )


def _signed(article: GoldArticle, byline: str | None) -> GoldArticle:
    return article.model_copy(update={"byline": byline}) if byline else article


Number = tuple[GoldQuantity, tuple[GoldRow, ...]]


def _numbers(text: str, entries: Sequence[Entry]) -> Iterator[Number]:
    """Find the numbers on the page, one after the other; a line may end inside one (2.1亿⏎元)."""
    position = 0
    for entry in entries:
        found = re.compile(r"\s*".join(map(re.escape, entry["text"]))).search(text, position)
        if found is None:
            raise ValueError(f"{entry['text']} does not stand after {position}")
        position = found.end()
        yield _quantity(found, entry), tuple(_rows(found, entry))


def _quantity(found: re.Match[str], entry: Entry) -> GoldQuantity:
    low, high = _ends(entry["value"])
    return GoldQuantity(
        start=found.start(),
        end=found.end(),
        text=found[0],
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


def _rows(figure: re.Match[str], entry: Entry) -> Iterator[GoldRow]:
    found = DIGITS.search(fold(figure[0]))
    if not entry["indicator"] or not found:
        return
    low, high = _ends(entry["value"])
    measure, *also = map(Measure, entry["measure"].split("/"))
    place = figure.start() + found.start()
    for value in dict.fromkeys((low, high)):
        yield GoldRow(
            start=place,
            end=figure.start() + found.end(),
            text=figure[0][found.start() : found.end()],
            value=value,
            unit=entry["unit"] or None,
            entity=entry["entity"] or None,
            indicator=entry["indicator"],
            measure=measure,
            also=tuple(also),
            status=tuple(map(Status, entry["status"].split("/"))),
            period=entry["period"] or None,
            modifier=Modifier(entry["modifier"]) if entry["modifier"] else None,
            required=entry["optional"] != "yes",
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
        if any(line.start <= quantity.start < line.end for line, _ in own)
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


SAMPLE_PAGES = Folder(SETS / "samples" / "v1", SAMPLES)
INVENTED, INVENTED_2, INVENTED_3 = (
    Folder(SETS / name / "v1", SETS / name / "v1")
    for name in ("invented", "invented-2", "invented-3")
)
