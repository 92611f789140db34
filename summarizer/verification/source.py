"""One article, prepared once for all claims about it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.document import Article
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span, fold
from summarizer.verification.context import Contexts

CALENDAR = frozenset({Kind.DATE, Kind.PERIOD})


@dataclass(frozen=True, slots=True)
class Source:
    """The article's folded text, its figures with their contexts, and its other numbers."""

    text: str
    quantities: tuple[Quantity, ...]
    contexts: Contexts
    date: dt.date | None

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures, in text order."""
        return self.contexts.figures

    def find(self, id: str) -> Quantity | None:  # noqa: A002 - the field's name
        """Return the quantity of that id."""
        return next((quantity for quantity in self.quantities if quantity.id == id), None)

    def calendar(self) -> Iterable[Quantity]:
        """Yield the dates and periods."""
        return (quantity for quantity in self.quantities if quantity.kind in CALENDAR)

    def quote(self, quantity: Quantity) -> str:
        """Return the clause that a quantity stands in, to be shown in a message."""
        left = max(self.text.rfind(mark, 0, quantity.start) for mark in "，。；;\n") + 1
        return self.text[max(left, quantity.start - 40) : quantity.end].strip()


def prepare(article: Article, quantities: tuple[Quantity, ...], date: dt.date | None) -> Source:
    """Fold the text and read the surroundings of every figure."""
    text = fold(article.text)
    figures = sorted((q for q in quantities if q.is_figure), key=lambda q: (q.start, -q.end))
    apart: list[Quantity] = []
    for figure in figures:
        if not apart or figure.start >= apart[-1].end:
            apart.append(figure)
    return Source(text, quantities, Contexts(text, apart), date)


def occurrence(token: str, text: str) -> Span | None:
    """Return where a token stands in the text as a whole: no digit may touch its digits."""
    at = text.find(token)
    while at >= 0:
        end = at + len(token)
        if not (_touches(text, at - 1, token[0]) or _touches(text, end, token[-1])):
            return Span(at, end)
        at = text.find(token, at + 1)
    return None


def _touches(text: str, index: int, edge: str) -> bool:
    """Say whether a digit of the text continues the number at a token's edge."""
    if not 0 <= index < len(text) or not (edge.isdigit() or edge in NUMERAL):
        return False
    return text[index].isdigit() or text[index] in NUMERAL


NUMERAL = frozenset(".〇零一二三四五六七八九十百千万亿两几数")
