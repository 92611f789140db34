"""The text of the issue in page order, cut into stretches (blocks, furniture) and runs.

Joined again, the runs are the text from the first to the last character of their stretch; offsets
for the script are in UTF-16 units, as the browser counts.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from summarizer.citation import goes_on
from summarizer.document import FurnitureRole
from summarizer.renderers.html.numbers import NOBODYS, REVIEW, UNCLAIMED, Number, Numbered, Run
from summarizer.report import IssueReport, JoinPlace
from summarizer.text import Span
from summarizer.wording import visible

LINE_END = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")
Count = Callable[[int], int]
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Thread:
    """Where an article goes on after something else: from one stretch to another.

    `far` says that another article stands between them.
    """

    before: int
    after: int
    far: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block or a piece of furniture, with the threads that lead on from it and to it.

    `flows` says that it begins in the sentence of the stretch before it.
    """

    order: int
    role: str
    article: int
    start: int
    end: int
    runs: Iterator[Run]
    onward: Thread | None
    back: Thread | None
    flows: bool
    join: JoinPlace | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a stretch lies, whose it is, and its rank among the blocks of its article."""

    span: Span
    role: str
    article: int
    rank: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a number lies; None is a numeral that nobody accounts for."""

    span: Span
    number: Number | None


def lay_stretches(
    report: IssueReport, text: str, articles: tuple[Numbered, ...], count: Count
) -> Iterator[Stretch]:
    """Cut the text of the issue into stretches, in page order."""
    places = tuple(_without_overlap(text, _places(report)))
    marks = _marks(report, articles)
    steps = tuple(_steps(places))
    flowing = {after for before, after in steps if _flows(text, places[before], places[after])}
    threads = [thread for step in steps if (thread := _thread(places, *step))]
    onward = {thread.before: thread for thread in threads}
    back = {thread.after: thread for thread in threads}
    joins = {join.start: join for join in report.joins}
    for order, place in enumerate(places):
        yield Stretch(
            order=order,
            role=place.role,
            article=place.article,
            start=count(place.span.start),
            end=count(place.span.end),
            runs=_runs(text, place.span, marks[place.article], marks[NOBODY]),
            onward=onward.get(order),
            back=back.get(order),
            flows=order in flowing,
            join=joins.get(place.span.start),
        )


def _places(report: IssueReport) -> list[_Place]:
    blocks = (
        _Place(Span(block.start, block.end), block.role, index, rank)
        for index, article in enumerate(report.articles)
        for rank, block in enumerate(article.blocks)
    )
    furniture = (
        _Place(Span(each.start, each.end), each.role, NOBODY, 0) for each in report.furniture
    )
    return sorted((*blocks, *furniture), key=lambda place: place.span)


def _without_overlap(text: str, places: Iterable[_Place]) -> Iterator[_Place]:
    """Yield the places one after the other; what lies between them and is not blank, too."""
    position = 0
    last = _Place(Span(len(text), len(text)), FurnitureRole.NOISE, NOBODY, 0)
    for place in (*places, last):
        gap = Span(position, place.span.start)
        if gap.of(text).strip():
            yield _Place(gap, FurnitureRole.NOISE, NOBODY, 0)
        start = max(position, place.span.start)
        if start < place.span.end:
            yield _Place(Span(start, place.span.end), place.role, place.article, place.rank)
        position = max(position, place.span.end)


def _steps(places: tuple[_Place, ...]) -> Iterator[tuple[int, int]]:
    """Yield each two stretches that follow one another in the reading of an article."""
    by_article: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for order, place in enumerate(places):
        if place.article != NOBODY:
            by_article[place.article].append((place.rank, order))
    for ranked in by_article.values():
        yield from pairwise(order for _, order in sorted(ranked))


def _thread(places: tuple[_Place, ...], before: int, after: int) -> Thread | None:
    """Return the thread from one stretch to the next where something else stands between them."""
    between = places[min(before, after) + 1 : max(before, after)]
    strangers = {place.article for place in between} - {places[before].article}
    return Thread(before, after, far=strangers != {NOBODY}) if strangers else None


def _flows(text: str, before: _Place, after: _Place) -> bool:
    return goes_on(before.span.of(text), before.role, after.role)


def _marks(report: IssueReport, articles: tuple[Numbered, ...]) -> dict[int, list[_Mark]]:
    """Return the marks of each article in page order, and under NOBODY the unclaimed numerals."""
    marks: dict[int, list[_Mark]] = defaultdict(list)
    for each in articles:
        for quantity in each.article.quantities:
            marks[each.index].append(_Mark(quantity.span, each.numbers[quantity.id]))
        marks[each.index].sort(key=lambda mark: mark.span)
    marks[NOBODY] = [_Mark(Span(q.start, q.end), None) for q in report.ledger.unclaimed]
    marks[NOBODY].sort(key=lambda mark: mark.span)
    return marks


def _runs(text: str, span: Span, *marks: list[_Mark]) -> Iterator[Run]:
    """Cut a stretch at its numbers and its line ends."""
    position = span.start
    for mark in sorted((m for each in marks for m in _within(each, span)), key=lambda m: m.span):
        start, end = max(mark.span.start, position), min(mark.span.end, span.end)
        if start >= end:
            continue
        yield from _lines(text, Span(position, start), None, first=True)
        number = mark.number or _unclaimed(mark.span, text)
        yield from _lines(text, Span(start, end), number, first=start == mark.span.start)
        position = end
    yield from _lines(text, Span(position, span.end), None, first=True)


def _within(marks: list[_Mark], span: Span) -> Iterator[_Mark]:
    """Yield the marks that reach into a stretch."""
    index = bisect_left(marks, span.start, key=lambda mark: mark.span.end)
    while index < len(marks) and marks[index].span.start < span.end:
        yield marks[index]
        index += 1


def _unclaimed(span: Span, text: str) -> Number:
    """Say that a numeral is nobody's: the one thing that must not happen quietly."""
    words = visible(span.of(text))
    return Number(f"u-{span.start}", words, f"{UNCLAIMED} {REVIEW}", NOBODYS)


def _lines(text: str, span: Span, number: Number | None, *, first: bool) -> Iterator[Run]:
    """Yield a run for each printed line, and one for each line end."""
    position = span.start
    for match in LINE_END.finditer(text, span.start, span.end):
        if match.start() > position:
            yield Run(visible(text[position : match.start()]), number, first=first)
            first = False
        yield Run(_shown(match[0]), line_end=_line_end(text, match))
        position = match.end()
    if position < span.end:
        yield Run(visible(text[position : span.end]), number, first=first)


def _line_end(text: str, match: re.Match[str]) -> str:
    """Name the line end: between two Latin words it is read as a space."""
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return "space" if len(around) == 2 and around.isascii() and around.isalnum() else "break"  # noqa: PLR2004 - the characters on both sides


def _shown(line_end: str) -> str:
    """Keep the length: a browser would read CR LF as one character."""
    return line_end.replace("\r", "\u240d")


def utf16(text: str) -> Count:
    """Return what turns an offset in code points into one in UTF-16 units."""
    beyond = [index for index, character in enumerate(text) if character > "\uffff"]
    return lambda offset: offset + bisect_left(beyond, offset)
