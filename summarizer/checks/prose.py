"""An article as the rules read it: paragraphs, sentences, and in each the figures with their words.

全年安排项目  145个, 年度投资  314亿元
└─ before ──┘       └─before─┘
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from summarizer.checks.intervals import Interval, allowed
from summarizer.document import Article, Role
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span, fold

SENTENCE_END = re.compile(r"[。！？!?；;]")
GOES_ON = re.compile(r"[；;]\s*$")
CLAUSE_END = re.compile(r"[，：:。；;！？!?\n]|,(?!\d{3}(?!\d))")
HEAD = 2
"""Characters at the end of a Chinese name that say what sort of thing it is."""
LONGEST = 50
"""After so many sentences a paragraph is taken for two."""
FAR = 60
"""So many sentences away a figure may be told that another is compared with."""
COUNTABLE = frozenset({Kind.AMOUNT, Kind.COUNT})
RUN = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+")
CHANGED = re.compile(
    r"(?:^|同比|环比|按[年季月]|净|[比较](?:[^，,]{0,14}))"
    r"(?:[增减多少升降下上][加少长收支产销亏盈利缴升降滑出]?|提高|扩大|缩小|收窄|回落|成长)"
    r"[了约达近]{0,2}$"
)
BASE = re.compile(r"(?:[比较]|与|由|从)[^，,]{2,14}$|(?:同期|同月)[^，,]{0,8}$")
MEAN = re.compile(r"[人户亩日月]均|平均|每|均价|单价|单产|亩产")
VERB = re.compile(r"[达到约为至有共计近超过]+$")
MEANT = re.compile(r"力争|争取|确保|目标|计划|年度?预算|预算目标|预计|预期|预测|有望|达产")


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

    def is_like(self, other: "Figure") -> bool:
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
class Sentence:
    """A sentence, or a statement of several: its place, its text, and its figures in order.

    A semicolon ends a sentence, but not the statement that the sentence is part of.
    """

    span: Span
    text: str
    role: Role
    paragraph: int
    statement: int
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
    paragraphs: Mapping[int, tuple[Sentence, ...]]
    statements: Mapping[int, tuple[Sentence, ...]]
    """The statements of each paragraph: whole as far as the full stop."""

    def paragraph(self, index: int) -> tuple[Sentence, ...]:
        """Return the sentences of one paragraph."""
        return self.paragraphs[index]

    def near(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Return the sentences around a sentence, in order."""
        at = bisect_left(self.sentences, sentence.span.start, key=lambda each: each.span.start)
        return self.sentences[max(0, at - FAR) : at + FAR + 1]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in text order."""
        return tuple(figure for sentence in self.sentences for figure in sentence.figures)


def read_prose(article: Article, quantities: tuple[Quantity, ...]) -> Prose:
    """Cut the article into sentences and give each its figures."""
    text = fold(article.text)
    figures = sorted((q for q in quantities if q.is_figure), key=lambda q: q.start)
    sentences: list[Sentence] = []
    position = statement = 0
    for paragraph, role, span in _sentence_spans(article, text):
        goes_on = sentences and sentences[-1].paragraph == paragraph
        statement += not (goes_on and GOES_ON.search(sentences[-1].text))
        while position < len(figures) and figures[position].start < span.start:
            position += 1
        first = position
        while position < len(figures) and figures[position].end <= span.end:
            position += 1
        inside = tuple(_figures(text, span, figures[first:position]))
        sentences.append(Sentence(span, span.of(text), role, paragraph, statement, inside))
    whole = [_joined(text, group) for group in _grouped(sentences, lambda each: each.statement)]
    return Prose(
        article, text, tuple(sentences), quantities, _by_paragraph(sentences), _by_paragraph(whole)
    )


def _grouped(
    sentences: Iterable[Sentence], key: Callable[[Sentence], int]
) -> Iterator[tuple[Sentence, ...]]:
    return (tuple(group) for _, group in groupby(sentences, key=key))


def _by_paragraph(sentences: Iterable[Sentence]) -> dict[int, tuple[Sentence, ...]]:
    groups = _grouped(sentences, lambda each: each.paragraph)
    return {group[0].paragraph: group for group in groups}


def _joined(text: str, sentences: tuple[Sentence, ...]) -> Sentence:
    """Return the sentences of a statement as one."""
    first, span = sentences[0], Span(sentences[0].span.start, sentences[-1].span.end)
    figures = tuple(figure for sentence in sentences for figure in sentence.figures)
    return replace(first, span=span, text=span.of(text), figures=figures)


def triples(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, Figure]]:
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


def replaced(figure: Figure, quantity: Quantity) -> Figure:
    """Return the figure with another number in its place."""
    assert quantity.value is not None
    return replace(figure, quantity=quantity, value=quantity.value, allowed=allowed(quantity))


def sized(figure: Figure) -> Figure:
    """Return the figure without its sign."""
    if figure.value >= 0:
        return figure
    return replace(figure, value=-figure.value, allowed=-figure.allowed)


def _sentence_spans(article: Article, text: str) -> Iterator[tuple[int, Role, Span]]:
    """Yield the sentences, each with its role and the number of its paragraph."""
    paragraph = 0
    for line in article.lines:
        if line.role in (Role.BYLINE, Role.JUMP):
            continue
        for index, span in enumerate(_cut(text, line.span)):
            paragraph += index % LONGEST == 0
            yield paragraph, line.role, span


def _cut(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for match in SENTENCE_END.finditer(text, line.start, line.end):
        yield Span(start, match.end())
        start = match.end()
    if start < line.end:
        yield Span(start, line.end)


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
