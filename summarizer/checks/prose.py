"""An article as the rules read it: paragraphs, sentences, and in each the figures with their words.

全年安排项目  145个, 年度投资  314亿元
└─ before ──┘       └─before─┘
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from summarizer.checks.intervals import Interval, allowed
from summarizer.document import Article, Role
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span, fold

SENTENCE_END = re.compile(r"[。！？!?；;]")
CLAUSE_END = re.compile(r"[，：:。；;！？!?\n]|,(?!\d{3}(?!\d))")
COUNTABLE = frozenset({Kind.AMOUNT, Kind.COUNT})
RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a sentence with the words of its clause before and after it."""

    quantity: Quantity
    before: str
    after: str
    value: Decimal
    allowed: Interval

    @property
    def id(self) -> str:
        """Id of the quantity."""
        return self.quantity.id

    @property
    def text(self) -> str:
        """The figure as printed."""
        return self.quantity.text

    @property
    def words(self) -> str:
        """What the figure is about, as far as its clause says."""
        return f"{self.before}{self.after}"

    def is_like(self, other: "Figure") -> bool:
        """Say whether two figures can be added: same unit, same kind of number."""
        mine, theirs = self.quantity, other.quantity
        return (mine.unit, mine.kind) == (theirs.unit, theirs.kind)

    def is_exact(self) -> bool:
        """Say whether nothing qualifies the figure."""
        return self.quantity.modifier is None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its place, its text, and its figures in order."""

    span: Span
    text: str
    paragraph: int
    figures: tuple[Figure, ...]

    def between(self, first: Figure, second: Figure) -> str:
        """Return what stands between two figures."""
        start = first.quantity.end - self.span.start
        return self.text[start : second.quantity.start - self.span.start]

    def upto(self, figure: Figure) -> str:
        """Return the sentence as far as the figure."""
        return self.text[: figure.quantity.start - self.span.start]

    def after(self, figure: Figure) -> str:
        """Return the sentence from the end of the figure on."""
        return self.text[figure.quantity.end - self.span.start :]


@dataclass(frozen=True, slots=True)
class Prose:
    """A folded article: its lines, its sentences, and all its quantities."""

    article: Article
    text: str
    sentences: tuple[Sentence, ...]
    quantities: tuple[Quantity, ...]

    def paragraph(self, index: int) -> tuple[Sentence, ...]:
        """Return the sentences of one paragraph."""
        return tuple(each for each in self.sentences if each.paragraph == index)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in text order."""
        return tuple(figure for sentence in self.sentences for figure in sentence.figures)


def read_prose(article: Article, quantities: tuple[Quantity, ...]) -> Prose:
    """Cut the article into sentences and give each its figures."""
    text = fold(article.text)
    figures = sorted((q for q in quantities if q.is_figure), key=lambda q: q.start)
    sentences: list[Sentence] = []
    position = 0
    for paragraph, span in _sentence_spans(article, text):
        while position < len(figures) and figures[position].start < span.start:
            position += 1
        first = position
        while position < len(figures) and figures[position].end <= span.end:
            position += 1
        inside = tuple(_figures(text, span, figures[first:position]))
        sentences.append(Sentence(span, span.of(text), paragraph, inside))
    return Prose(article, text, tuple(sentences), quantities)


def likeness(first: str, second: str) -> Decimal:
    """Return how much of the character pairs of `first` stand in `second`, from 0 to 1."""
    wanted, found = pairs(first), pairs(second)
    return Decimal(len(wanted & found)) / len(wanted) if wanted else Decimal(0)


def pairs(text: str) -> frozenset[str]:
    """Return the character pairs of the words of a text."""
    runs = RUN.findall(text)
    return frozenset(pair for run in runs for pair in map("".join, pairwise(run)))


def replaced(figure: Figure, quantity: Quantity) -> Figure:
    """Return the figure with another number in its place."""
    assert quantity.value is not None
    return replace(figure, quantity=quantity, value=quantity.value, allowed=allowed(quantity))


def sized(figure: Figure) -> Figure:
    """Return the figure without its sign."""
    if figure.value >= 0:
        return figure
    low, high = figure.allowed.low, figure.allowed.high
    turned = Interval(None if high is None else -high, None if low is None else -low)
    return replace(figure, value=-figure.value, allowed=turned)


def _sentence_spans(article: Article, text: str) -> Iterator[tuple[int, Span]]:
    for paragraph, line in enumerate(article.lines):
        if line.role in (Role.BYLINE, Role.JUMP):
            continue
        start = line.span.start
        for match in SENTENCE_END.finditer(text, line.span.start, line.span.end):
            yield paragraph, Span(start, match.end())
            start = match.end()
        if start < line.span.end:
            yield paragraph, Span(start, line.span.end)


def _figures(text: str, span: Span, quantities: list[Quantity]) -> Iterator[Figure]:
    for index, quantity in enumerate(quantities):
        if quantity.value is None and quantity.low is None:
            continue
        left = max(quantities[index - 1].end if index else 0, span.start)
        right = quantities[index + 1].start if index + 1 < len(quantities) else span.end
        value = quantity.value if quantity.value is not None else quantity.low
        assert value is not None
        yield Figure(
            quantity,
            CLAUSE_END.split(text[left : quantity.start])[-1],
            CLAUSE_END.split(text[quantity.end : right])[0],
            value,
            allowed(quantity),
        )
