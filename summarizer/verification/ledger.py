"""The ledger: every numeral of the page is accounted for, or listed.

    a number that whoever drafted sets aside (a repeat, 两期)   claimed
    a figure in the table · a date · an ordinal · a name        claimed
    a figure of a headline that a row gives in full             claimed
    a figure in a row's own words (亿元以上项目)                claimed
    a small count written in characters (三大, 两期)            claimed: by GB/T 15835 no statistic
    furniture without a figure (page number, banner date)       claimed
    anything else, so also what cannot be read whole            unclaimed, with its place

An omission is visible, also when a text told the model to be silent.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from summarizer.document import Role
from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Quantity
from summarizer.report import ArticleReport, Ledger, Observation, Quote
from summarizer.text import Span, fold

DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
TITLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD})
ARABIC = re.compile(r"[0-9]")
NO_FIGURES = frozenset({Kind.DATE, Kind.PERIOD, Kind.DURATION, Kind.ORDINAL, Kind.LABEL})
"""What is accounted for by being what it is; any other kind needs a reason."""

SPELLED_OUT = 10  # the largest number that is written in characters where it only counts


def ledger(text: str, articles: Sequence[ArticleReport]) -> Ledger:
    """Account for every numeral of an issue; quantities and blocks in issue coordinates."""
    claimed, open_ = _of_articles(articles)
    beside = tuple(_beside(text, articles))
    for quantity in beside:
        (claimed if quantity.kind in NO_FIGURES else open_).append(quantity.span)
    known = sorted([*claimed, *open_])
    loose = list(_loose(text, known, articles))
    unclaimed = sorted([*open_, *loose])
    return Ledger(
        numerals=len(known) + len(loose),
        claimed=len(claimed),
        unclaimed=tuple(
            Quote(start=span.start, end=span.end, text=span.of(text)) for span in unclaimed
        ),
    )


def _of_articles(articles: Sequence[ArticleReport]) -> tuple[list[Span], list[Span]]:
    """Part the quantities of the articles into those that are accounted for, and the rest."""
    claimed: list[Span] = []
    open_: list[Span] = []
    for article in articles:
        table = Table(article)
        for quantity in article.quantities:
            (claimed if table.accounts_for(quantity) else open_).append(quantity.span)
    return claimed, open_


class Table:
    """What the table of an article says, for asking whether it accounts for a quantity."""

    def __init__(self, article: ArticleReport) -> None:
        cited = {observation.quantity for observation in article.observations}
        aside = {each.quantity for each in article.asides}
        self._rows = [quantity for quantity in article.quantities if quantity.id in cited]
        self._cited = cited | aside
        self._words = " ".join(map(_words, article.observations))
        self._titles = [Span(b.start, b.end) for b in article.blocks if b.role in TITLES]

    def accounts_for(self, quantity: Quantity) -> bool:
        """Say whether a quantity is in the table, no figure, or told by a row in other ways."""
        return (
            quantity.id in self._cited
            or quantity.kind in NO_FIGURES
            or _is_in_words(quantity)
            or quantity.text in self._words
            or self._is_told_in_full(quantity)
        )

    def _is_told_in_full(self, quantity: Quantity) -> bool:
        in_title = any(title.covers(quantity.span) for title in self._titles)
        return in_title and any(_agree(quantity, row) for row in self._rows)


def _words(row: Observation) -> str:
    return " ".join(filter(None, (row.ref_area, row.indicator, row.scope)))


def _is_in_words(quantity: Quantity) -> bool:
    """Recognise 三大, 两期: a number up to ten that is spelled out and only counts."""
    small = quantity.value is not None and 0 < quantity.value <= SPELLED_OUT
    return quantity.kind is Kind.COUNT and small and not ARABIC.search(fold(quantity.text))


def _agree(quantity: Quantity, row: Quantity) -> bool:
    """Say whether two figures may be the same one, told twice and once perhaps rounded."""
    if (quantity.kind, quantity.unit) != (row.kind, row.unit) or quantity.value is None:
        return False
    above = row.high is None or quantity.low is None or quantity.low <= row.high
    below = row.low is None or quantity.high is None or row.low <= quantity.high
    return row.value is not None and above and below


def _beside(text: str, articles: Sequence[ArticleReport]) -> Iterator[Quantity]:
    """Find the quantities of what belongs to no article."""
    for gap in _gaps(len(text), articles):
        for quantity in find_quantities(gap.of(text)):
            yield _shifted(quantity, gap.start)


def _gaps(length: int, articles: Sequence[ArticleReport]) -> Iterator[Span]:
    blocks = sorted(
        Span(block.start, block.end) for article in articles for block in article.blocks
    )
    position = 0
    for block in [*blocks, Span(length, length)]:
        if block.start > position:
            yield Span(position, block.start)
        position = max(position, block.end)


def _loose(text: str, known: Sequence[Span], articles: Sequence[ArticleReport]) -> Iterator[Span]:
    """Yield the digit runs of the articles that no quantity covers."""
    gaps = tuple(_gaps(len(text), articles))
    runs = (Span(*match.span()) for match in DIGITS.finditer(fold(text)))
    yield from _uncovered(_uncovered(runs, known), gaps)


def _uncovered(runs: Iterable[Span], covers: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans that meet none of the covers; both are in text order."""
    index = 0
    for run in runs:
        while index < len(covers) and covers[index].end <= run.start:
            index += 1
        if index == len(covers) or not covers[index].overlaps(run):
            yield run


def _shifted(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)
