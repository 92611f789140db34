"""The ledger: every numeral of the page is accounted for, or listed.

    a figure in the table · a date · an ordinal · a label      claimed
    furniture without a figure (page number, banner date)      claimed
    anything else                                              unclaimed, with its place

An omission is visible, also when a text told the model to be silent.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.quantities import find_quantities
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport, Ledger, Quote
from summarizer.text import Span, fold

DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


def ledger(text: str, articles: Sequence[ArticleReport]) -> Ledger:
    """Account for every numeral of an issue; quantities and blocks in issue coordinates."""
    claimed, open_ = _of_articles(articles)
    beside = tuple(_beside(text, articles))
    for quantity in beside:
        (open_ if quantity.is_figure else claimed).append(quantity.span)
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
    """Part the quantities of the articles into those in the table or no figures, and the rest."""
    claimed: list[Span] = []
    open_: list[Span] = []
    for article in articles:
        cited = {observation.quantity for observation in article.observations}
        for quantity in article.quantities:
            known = quantity.id in cited or not quantity.is_figure
            (claimed if known else open_).append(quantity.span)
    return claimed, open_


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
    from dataclasses import replace

    return replace(quantity, start=quantity.start + by, end=quantity.end + by)
