"""What the desk shows of a page: its text on the left, what is to be done on the right.

    report ─► numbers and stretches of the HTML report ─► left
           ─► items: a row, or a figure that nobody claims, each with its doubts ─► right

An item says where its figure stands and what the row says; the script fills the form with that.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from summarizer import wording
from summarizer.corrections import AnyChange
from summarizer.desk.doubts import Doubt, Reason, row_doubts
from summarizer.desk.offers import Offers, offers
from summarizer.desk.pages import Opened, paper
from summarizer.errors import ReadingError
from summarizer.quantity import Quantity
from summarizer.renderers.html import Leaf, Numbered, Stretch, laid_open, leaves
from summarizer.report import Origin, Quote
from summarizer.table import Row
from summarizer.text import Span
from summarizer.wording import on_one_line, visible

REACH = 24
"""Characters shown on each side of a numeral that is in no sentence we know."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure that cannot be changed: as printed, and exactly, in its unit."""

    printed: str
    value: str = ""
    unit: str | None = None

    @property
    def said(self) -> str:
        """Say it in one line."""
        unit = wording.say(wording.UNIT, self.unit)
        whole = f"{self.value}{unit}"
        plain = not self.value or whole == self.printed
        return self.printed if plain else f"{self.printed} = {self.value} {unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at: a row of the table (`nth` of its figure), or a numeral of nobody.

    `mark` is the key of its figure in the text; `fields` are the words of the row as JSON.
    """

    id: str
    mark: str
    article: int
    start: int
    end: int
    text: str
    printed: str
    figure: Printed
    fields: Mapping[str, str]
    nth: int
    sentence: str
    doubts: tuple[Doubt, ...]
    by_person: bool
    is_row: bool
    notes: tuple[str, ...]

    @property
    def data(self) -> str:
        """What the script has to know, as JSON."""
        return json.dumps(
            {
                "start": self.start,
                "end": self.end,
                "text": self.text,
                "nth": self.nth,
                "row": self.is_row,
                "article": self.article,
                "shown": self.figure.said,
                "sentence": self.sentence,
                "fields": dict(self.fields),
            },
            ensure_ascii=False,
        )


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article on the right: its headline and its items in reading order."""

    index: int
    headline: str
    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the template shows of a page."""

    key: str
    title: str
    leaves: tuple[Leaf, ...]
    stretches: tuple[Stretch, ...]
    doubts: tuple[Item, ...]
    chapters: tuple[Chapter, ...]
    offers: tuple[Offers, ...]
    places: Mapping[str, Span]
    unfit: tuple[AnyChange, ...]
    changes: tuple[AnyChange, ...]

    @property
    def settled(self) -> int:
        """How many rows a person vouches for."""
        return sum(item.by_person for chapter in self.chapters for item in chapter.items)


def lay_sheet(opened: Opened) -> Sheet:
    """Return what is to be shown of a page."""
    report, text = opened.report, opened.issue.text
    articles, stretches = laid_open(report, text)
    notes = _notes(opened.changes)
    rows = [item for each in articles for item in _row_items(each, notes)]
    loose = list(_loose_items(articles, report.ledger.unclaimed, text, notes))
    items = sorted((*rows, *loose), key=lambda item: item.start)
    unfit = tuple(
        change
        for change, told in zip(opened.changes, report.corrections, strict=True)
        if told.result != "applied"
    )
    return Sheet(
        key=opened.key,
        title=_title(opened),
        leaves=tuple(_leaves(opened, articles)),
        stretches=tuple(stretches),
        doubts=tuple(sorted((i for i in items if i.doubts), key=_urgency)),
        chapters=tuple(_chapters(articles, items)),
        offers=tuple(offers(report, each.index, opened.issue) for each in articles),
        places=dict(_places(articles)),
        unfit=unfit,
        changes=opened.changes,
    )


def _leaves(opened: Opened, articles: tuple[Numbered, ...]) -> Iterator[Leaf]:
    """Yield the pages as they are printed; a file that is broken by now shows none."""
    found = paper(opened)
    with suppress(ReadingError):
        yield from leaves(found, articles) if found else ()


def _title(opened: Opened) -> str:
    issue = opened.issue
    headlines = (each.headline for each in opened.report.articles if each.headline)
    return visible(issue.title or next(headlines, None) or issue.source.rpartition("/")[2])


def _urgency(item: Item) -> tuple[Reason, int]:
    return item.doubts[0].reason, item.start


def _chapters(articles: Iterable[Numbered], items: Iterable[Item]) -> Iterator[Chapter]:
    every = tuple(items)
    for each in articles:
        own = tuple(item for item in every if item.article == each.index)
        yield Chapter(each.index, on_one_line(each.article.headline or "—"), own)
    strays = tuple(item for item in every if item.article < 0)
    if strays:
        yield Chapter(-1, "—", strays)


def _places(articles: Iterable[Numbered]) -> Iterator[tuple[str, Span]]:
    for each in articles:
        for quantity in each.article.quantities:
            yield each.numbers[quantity.id].key, quantity.span


def _row_items(each: Numbered, notes: Mapping[Span, tuple[str, ...]]) -> Iterator[Item]:
    seen: dict[str, int] = {}
    for row, doubts in zip(each.rows, row_doubts(each.article), strict=True):
        if row.quantity is None:
            continue
        nth = seen.get(row.quantity.id, 0)
        seen[row.quantity.id] = nth + 1
        yield _row_item(each, row, row.quantity, nth, doubts, notes)


def _row_item(
    each: Numbered,
    row: Row,
    quantity: Quantity,
    nth: int,
    doubts: tuple[Doubt, ...],
    notes: Mapping[Span, tuple[str, ...]],
) -> Item:
    said = row.observation
    return Item(
        id=f"r-{each.index}-{row.number}",
        mark=each.numbers[quantity.id].key,
        article=each.index,
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        printed=row.printed or quantity.text,
        figure=_figure(row.shown, quantity),
        fields={
            "ref_area": said.ref_area or "",
            "indicator": said.indicator,
            "scope": said.scope or "",
            "measure": said.measure.value,
            "period": said.time_period_text or "",
            "status": said.status.value,
            "resolved": said.time_period or "",
            "code": said.indicator_code or "",
        },
        nth=nth,
        sentence=row.sentence or "",
        doubts=doubts,
        by_person=said.origin is Origin.PERSON,
        is_row=True,
        notes=notes.get(quantity.span, ()),
    )


def _loose_items(
    articles: tuple[Numbered, ...],
    unclaimed: Iterable[Quote],
    text: str,
    notes: Mapping[Span, tuple[str, ...]],
) -> Iterator[Item]:
    """Yield the numerals that nobody accounts for: figures of an article, and stray digits."""
    read = {
        quantity.span: (each, quantity) for each in articles for quantity in each.article.quantities
    }
    for quote in unclaimed:
        span = Span(quote.start, quote.end)
        each, quantity = read.get(span, (None, None))
        around = text[max(0, span.start - REACH) : span.end + REACH]
        yield Item(
            id=f"u-{span.start}",
            mark=each.numbers[quantity.id].key if each and quantity else f"u-{span.start}",
            article=each.index if each else _home(articles, span),
            start=span.start,
            end=span.end,
            text=quote.text,
            printed=on_one_line(quote.text),
            figure=_figure(on_one_line(quote.text), quantity),
            fields={"measure": "level", "status": "actual"},
            nth=0,
            sentence=f"…{on_one_line(around)}…",
            doubts=(Doubt(Reason.UNCLAIMED),),
            by_person=False,
            is_row=False,
            notes=notes.get(span, ()),
        )


def _home(articles: Iterable[Numbered], span: Span) -> int:
    for each in articles:
        if any(block.start <= span.start < block.end for block in each.article.blocks):
            return each.index
    return -1


def _figure(printed: str, quantity: Quantity | None) -> Printed:
    """Return a figure with its exact value, or the interval that it allows."""
    if quantity is None:
        return Printed(printed)
    if quantity.value is None:
        interval = f"{_plain(quantity.low)} … {_plain(quantity.high)}"
        return Printed(printed, interval, quantity.unit)
    return Printed(printed, _plain(quantity.value), quantity.unit)


def _plain(value: object) -> str:
    return "" if value is None else f"{value:,f}"


def _notes(changes: Iterable[AnyChange]) -> Mapping[Span, tuple[str, ...]]:
    notes: dict[Span, tuple[str, ...]] = {}
    for change in changes:
        if change.note:
            span = Span(change.anchor.start, change.anchor.end)
            notes[span] = (*notes.get(span, ()), f"{change.note} — {change.by}")
    return notes
