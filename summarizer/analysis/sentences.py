"""An article as sentences of clauses, with their figures and the bodies they name.

    2017年 ， 园区 企业 达 2785户 ， 个体 工商户 5255户 。
    └────┘   └───────────────┘   └────────────────┘      one sentence, three clauses

A clause ends at a comma, semicolon, colon or full stop; a part of a sentence at a semicolon; a
sentence at a full stop or the end of a line. What goes on for more words than anybody's sentence
is cut at a pause: who and when is looked for in all that stands before each figure of it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from summarizer.analysis.chunks import Name
from summarizer.analysis.figures import Figure, figures_in
from summarizer.analysis.firms import firms_of
from summarizer.analysis.names import names_of
from summarizer.analysis.words import CLAUSE_ENDS, SENTENCE_ENDS, Word, words_of
from summarizer.document import Article, Role
from summarizer.lexicon import pattern
from summarizer.quantity import Quantity
from summarizer.text import Span

PART_ENDS = (";", "；")
PAUSES = CLAUSE_ENDS | {"、"}
LONG = 160
"""Words after which a sentence is cut at its next pause, and after twice as many anywhere. Of
7,000 sentences of newspapers the longest has 130."""
FULL_PLACE = pattern("bodies.full_place")


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """The words between two commas, their folded text, and the mark that ends them.

    `names` are the bodies that the words name or point to, in reading order.
    """

    words: tuple[Word, ...]
    mark: str
    text: str
    names: tuple[Name, ...]

    @property
    def span(self) -> Span:
        """Where the clause stands in the article, its mark included."""
        return Span(self.words[0].start, self.words[-1].end + len(self.mark))


@dataclass(frozen=True, slots=True)
class Part:
    """The clauses of a sentence up to a semicolon: where they stand, and their figures."""

    span: Span
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """The clauses up to a full stop, their folded text, and where they stand in the article.

    `line` is the number of the article's line that the sentence is part of, `role` the line's.
    """

    clauses: tuple[Clause, ...]
    line: int
    role: Role
    text: str
    figures: tuple[Figure, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Find the figures: each knows the sentence that it stands in."""
        object.__setattr__(self, "figures", tuple(figures_in(self)))

    @property
    def span(self) -> Span:
        """Where the sentence stands in the article, its mark included."""
        return Span(self.clauses[0].span.start, self.clauses[-1].span.end)

    @property
    def parts(self) -> Iterator[Part]:
        """What stands between the semicolons of the sentence, in reading order."""
        first, last = 0, len(self.clauses) - 1
        for at, clause in enumerate(self.clauses):
            if clause.mark in PART_ENDS or at == last:
                span = Span(self.clauses[first].span.start, clause.span.end)
                figures = (figure for figure in self.figures if first <= figure.clause <= at)
                yield Part(span, tuple(figures))
                first = at + 1

    @property
    def start(self) -> int:
        """Offset of the first character in the article's text."""
        return self.clauses[0].words[0].start


def _clause_of(words: Sequence[Word], mark: str) -> Clause:
    """Put words together as a clause."""
    held = tuple(words)
    return Clause(held, mark, "".join(word.text for word in held), names_of(held))


def _sentence_of(clauses: Sequence[Clause], line: int, role: Role) -> Sentence:
    text = "".join(clause.text + clause.mark for clause in clauses)
    return Sentence(tuple(clauses), line, role, text)


def read_sentences(
    article: Article, folded: str, quantities: Iterable[Quantity]
) -> tuple[Sentence, ...]:
    """Return the sentences of an article, headline and body, in reading order."""
    ordered = sorted(quantities, key=lambda q: q.start)
    inside = [tuple(_inside(line.span, ordered)) for line in article.lines]
    spans = [line.span for line in article.lines]
    lines = [tuple(words_of(folded, *each)) for each in zip(spans, inside, strict=True)]
    if firms := firms_of(lines, folded):
        lines = [
            tuple(words_of(folded, span, held, firms)) if _names_any(folded, span, firms) else words
            for span, held, words in zip(spans, inside, lines, strict=True)
        ]
    short = _short_places(word for words in lines for word in words)
    return tuple(
        _sentence_of(clauses, index, line.role)
        for index, (line, words) in enumerate(zip(article.lines, lines, strict=True))
        for stretch in _stretches(_with_places(words, short))
        for clauses in _sentences(stretch)
    )


def _names_any(text: str, span: Span, firms: Iterable[str]) -> bool:
    """Say whether a line names one of the firms, and so has to be read again."""
    return any(text.find(firm, span.start, span.end) >= 0 for firm in firms)


def _inside(span: Span, ordered: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities of a line, in reading order."""
    first = bisect_left(ordered, span.start, key=lambda q: q.start)
    for quantity in islice(ordered, first, None):
        if quantity.start >= span.end:
            break
        if quantity.end <= span.end:
            yield quantity


def _short_places(words: Iterable[Word]) -> frozenset[str]:
    """Return the short names of the counties and cities that are named in full somewhere."""
    full = (word.text for word in words if word.tag == "ns" and FULL_PLACE.fullmatch(word.text))
    return frozenset(text[:-1] for text in full)


def _with_places(words: Iterable[Word], short: frozenset[str]) -> Iterator[Word]:
    """Tag the short names as the places they are."""
    yield from (replace(word, tag="ns") if word.text in short else word for word in words)


def _stretches(words: Iterable[Word]) -> Iterator[Sequence[Word]]:
    """Cut words into stretches that are no longer than a sentence can be."""
    run: list[Word] = []
    for word in words:
        run.append(word)
        pause = word.text in PAUSES and len(run) >= LONG
        if pause or word.text in SENTENCE_ENDS or len(run) >= 2 * LONG:
            yield run
            run = []
    yield run


def _sentences(words: Iterable[Word]) -> Iterator[tuple[Clause, ...]]:
    clauses: list[Clause] = []
    run: list[Word] = []
    for word in words:
        ends = word.text in SENTENCE_ENDS
        ratio = word.text == ":" and bool(run) and run[-1].text[-1].isdigit()
        if ratio or not (ends or word.text in CLAUSE_ENDS):
            run.append(word)
            continue
        if run:
            clauses.append(_clause_of(run, word.text))
            run = []
        if ends and clauses:
            yield tuple(clauses)
            clauses = []
    if run:
        clauses.append(_clause_of(run, ""))
    if clauses:
        yield tuple(clauses)
