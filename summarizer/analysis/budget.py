"""How much of an article is read: what runs on beyond any newspaper's article is cut off, and told.

Every figure costs a reader some milliseconds, so that a page that is one flood of numbers would
keep a worker busy for hours. What is cut off stays part of the article: its place in the page is
known, its numerals in digits are listed as unclaimed, and a failure says how much was not read.
"""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.document import Article
from summarizer.quantity import Quantity
from summarizer.text import Span

CHARACTERS, FIGURES = 200_000, 5_000
"""The longest article of the real pages has 2,500 characters, the densest 71 figures."""
BEHIND = 500
"""So many characters behind the budget are looked at, to end it inside no number."""


def opening(article: Article) -> Article:
    """Return an article as far as numbers are looked for in it."""
    return _upto(article, CHARACTERS + BEHIND)


def affordable(article: Article, quantities: Sequence[Quantity]) -> Article:
    """Return an article as far as it is read, given the numbers of its opening in text order.

    It is as if its text ended there, between two numbers; its blocks stay where they are.
    """
    end = min(len(article.text), CHARACTERS)
    if len(quantities) > FIGURES:
        end = min(end, quantities[FIGURES].start)
    return _upto(article, min((q.start for q in quantities if q.start < end < q.end), default=end))


def _upto(article: Article, end: int) -> Article:
    if end >= len(article.text):
        return article
    passage = replace(article.passage, text=article.text[:end])
    lines = (line for line in article.lines if line.span.start < end)
    cut = (replace(line, span=Span(line.span.start, min(line.span.end, end))) for line in lines)
    tabled = tuple(each for each in article.tabled if each.span.end <= end)
    return replace(article, passage=passage, lines=tuple(cut), tabled=tabled)
