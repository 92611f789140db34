"""An article as the rules read it: its statements, and in each the figures as terms of sums.

全年安排项目  145个, 年度投资  314亿元
└─ before ──┘       └─before─┘

The sentences and figures are those of the analysis; a term adds what the figure allows.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from summarizer.analysis import Analysis, Figure, Sentence
from summarizer.checks.intervals import Interval, allowed
from summarizer.document import Article, Role
from summarizer.lexicon import pattern
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span

HEAD = 2
"""Characters at the end of a Chinese name that say what sort of thing it is."""
LONGEST = 50
"""After so many sentences a paragraph is taken for two."""
FAR = 60
"""So many sentences away a figure may be told that another is compared with."""
COUNTABLE = frozenset({Kind.AMOUNT, Kind.COUNT})
RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+")
CHANGED = pattern("change.led_to")
BASE = pattern("change.base")
MEAN = pattern("measures.mean")
VERB = pattern("verbs.linking_to")
MEANT = pattern("status.firm")


@dataclass(frozen=True, slots=True)
class Term:
    """A figure with the words of its clause before and after it, and the values it allows."""

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
    def quantity_id(self) -> str:
        """Id of the quantity that it is, or that it is part of (7.0 in 7.0:43.7:49.3)."""
        return self.quantity.id.partition("/")[0]

    @property
    def text(self) -> str:
        """The figure as printed."""
        return self.quantity.text

    @property
    def words(self) -> str:
        """What the figure is about, as far as its clause says."""
        return f"{self.before}{self.after}"

    @property
    def name(self) -> str:
        """What it is called right before it: 新开工项目达52个 counts 新开工项目."""
        return VERB.sub("", self.before)

    @property
    def head(self) -> str:
        """The end of its name, by which the parts of one whole are alike."""
        return self.name[-HEAD:]

    def is_like(self, other: "Term") -> bool:
        """Say whether two figures can be added: same unit, same kind of number."""
        mine, theirs = self.quantity, other.quantity
        return (mine.unit, mine.kind) == (theirs.unit, theirs.kind)

    def is_exact(self) -> bool:
        """Say whether nothing qualifies the figure."""
        return self.quantity.modifier is None

    def is_level(self) -> bool:
        """Say whether it tells how much there is, not how much more or less there is."""
        countable = self.quantity.kind in COUNTABLE and self.value > 0
        return countable and not self.is_change()

    def is_additive(self) -> bool:
        """Say whether it is a level that others can be added to: no mean, no price."""
        return self.is_level() and not MEAN.search(self.before)

    def is_base(self) -> bool:
        """Say whether it is what another figure is compared with, or changed from."""
        return BASE.search(self.before) is not None

    def is_change(self) -> bool:
        """Say whether it tells how much more or less there is."""
        return CHANGED.search(self.before) is not None


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or a part of one up to a semicolon: its place, its text, and its figures."""

    span: Span
    text: str
    role: Role
    paragraph: int
    figures: tuple[Term, ...]

    def between(self, first: Term, second: Term) -> str:
        """Return what stands between two figures."""
        start = first.quantity.end - self.span.start
        return self.text[start : second.quantity.start - self.span.start]

    def upto(self, figure: Term) -> str:
        """Return the sentence as far as the figure."""
        return self.text[: figure.quantity.start - self.span.start]

    def after(self, figure: Term) -> str:
        """Return the sentence from the end of the figure on."""
        return self.text[figure.quantity.end - self.span.start :]


@dataclass(frozen=True, slots=True)
class Prose:
    """A folded article as statements, and all its quantities.

    `sentences` end at semicolons too; `paragraphs` has those of each paragraph, and `statements`
    what each paragraph says as far as the full stop.
    """

    article: Article
    text: str
    sentences: tuple[Statement, ...]
    quantities: tuple[Quantity, ...]
    paragraphs: Mapping[int, tuple[Statement, ...]]
    statements: Mapping[int, tuple[Statement, ...]]

    def paragraph(self, index: int) -> tuple[Statement, ...]:
        """Return the sentences of one paragraph."""
        return self.paragraphs[index]

    def near(self, sentence: Statement) -> tuple[Statement, ...]:
        """Return the sentences around a sentence, in order."""
        at = bisect_left(self.sentences, sentence.span.start, key=lambda each: each.span.start)
        return self.sentences[max(0, at - FAR) : at + FAR + 1]

    @property
    def figures(self) -> tuple[Term, ...]:
        """All figures, in text order."""
        return tuple(figure for sentence in self.sentences for figure in sentence.figures)


def read_prose(analysis: Analysis) -> Prose:
    """Set out the sentences of an article for the rules; a byline is none of them."""
    whole = list(_statements(analysis))
    sentences = [
        _statement(analysis, part.span, statement.role, statement.paragraph, part.figures)
        for statement, sentence in whole
        for part in sentence.parts
    ]
    return Prose(
        analysis.article,
        analysis.text,
        tuple(sentences),
        analysis.quantities,
        _by_paragraph(sentences),
        _by_paragraph(statement for statement, _ in whole),
    )


def _statements(analysis: Analysis) -> Iterator[tuple[Statement, Sentence]]:
    """Yield each sentence with what it states; a paragraph that is too long is taken for two."""
    paragraph = 0
    for _, line in groupby(analysis.sentences, key=lambda sentence: sentence.line):
        paragraph, told = paragraph + 1, 0
        for sentence in line:
            if sentence.role in (Role.BYLINE, Role.JUMP):
                continue
            if told >= LONGEST:
                paragraph, told = paragraph + 1, 0
            told += sum(1 for _ in sentence.parts)
            place, figures = sentence.span, sentence.figures
            yield _statement(analysis, place, sentence.role, paragraph, figures), sentence


def _statement(
    analysis: Analysis, span: Span, role: Role, paragraph: int, figures: Iterable[Figure]
) -> Statement:
    return Statement(span, span.of(analysis.text), role, paragraph, tuple(_terms(figures)))


def _terms(figures: Iterable[Figure]) -> Iterator[Term]:
    """Yield the figures that can be computed with: 数十 alone cannot."""
    for figure in figures:
        quantity = figure.quantity
        value = quantity.low if quantity.value is None else quantity.value
        if value is not None:
            yield Term(quantity, figure.left_text, figure.right_text, value, allowed(quantity))


def _by_paragraph(statements: Iterable[Statement]) -> dict[int, tuple[Statement, ...]]:
    groups = groupby(statements, key=lambda each: each.paragraph)
    return {paragraph: tuple(group) for paragraph, group in groups}


def triples(figures: Sequence[Term]) -> Iterator[tuple[Term, Term, Term]]:
    """Yield each three figures that follow one another."""
    return zip(figures, figures[1:], figures[2:], strict=False)


def likeness(first: str, second: str) -> Decimal:
    """Return how much of the character pairs of `first` stand in `second`, from 0 to 1."""
    wanted, found = pairs(first), pairs(second)
    return Decimal(len(wanted & found)) / len(wanted) if wanted else Decimal(0)


def pairs(text: str) -> frozenset[str]:
    """Return the character pairs of the words of a text."""
    runs = RUN.findall(text)
    return frozenset(pair for run in runs for pair in map("".join, pairwise(run)))


def replaced(figure: Term, quantity: Quantity) -> Term:
    """Return the figure with another number in its place."""
    assert quantity.value is not None
    return replace(figure, quantity=quantity, value=quantity.value, allowed=allowed(quantity))


def sized(figure: Term) -> Term:
    """Return the figure without its sign."""
    if figure.value >= 0:
        return figure
    return replace(figure, value=-figure.value, allowed=-figure.allowed)
