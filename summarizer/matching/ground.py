"""What stands around each figure of an article: the ground on which a claim is held against it.

柳湾园区一季度产值5亿元，税收2亿元。    青杉园区产值3亿元。
└────────────────────┘ segment        up to the figures and marks beside it
└────────────────────┘ clause         between two commas
└──────────────────────────────┘ sentence
headline, opening, paragraph before it: what may be carried over to it
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.analysis.words import Word
from summarizer.document import Role
from summarizer.matching.contexts import names_nothing
from summarizer.matching.source import Source
from summarizer.matching.words import CLAUSE_END, clause_start, stands
from summarizer.quantity import Quantity
from summarizer.text import Span

OPENING = 150
"""So many characters of the body open it: they say what all of it is about."""
LINE_BEFORE = 160


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of the article, and what stands around it; `index` is that of its figure, if any."""

    index: int | None
    point: int
    span: Span
    segment: str
    clause: str
    sentence: str
    before: str
    """The sentence up to the figure."""
    carried: str
    """What may be carried over from before: headlines, opening, the paragraph so far."""
    words: tuple[Word, ...]


class Ground:
    """The anchors of an article; each is made when it is first asked for."""

    def __init__(self, source: Source) -> None:
        """Lay the ground of an article that has been read."""
        self.source, self._text = source, source.text
        lines = source.article.lines
        body = [line.span for line in lines if line.role is Role.BODY]
        heads = (line.span.of(self._text) for line in lines if line.role is not Role.BODY)
        self._heads = "\n".join(heads)
        self._opening = body[0].of(self._text)[:OPENING] if body else ""
        self._sentences = [(each.span, each.line) for each in source.analysis.sentences]
        self._starts = [span.start for span, _ in self._sentences]
        self._places = [figure.start for figure in source.figures]
        self._anchors: dict[int, Anchor] = {}

    def at(self, index: int) -> Anchor:
        """Return what stands around a figure, by its index."""
        if index not in self._anchors:
            self._anchors[index] = self._around(index)
        return self._anchors[index]

    def most_like(self, words: Iterable[str]) -> Anchor | None:
        """Return the sentence that has most of the words, if any has one."""
        said = set(words)
        scores = [
            (sum(len(word) for word in said if stands(word, span.of(self._text))), -number)
            for number, (span, _) in enumerate(self._sentences)
        ]
        score, number = max(scores, default=(0, 0))
        if not score:
            return None
        span, _ = self._sentences[-number]
        text = span.of(self._text)
        carried, words_ = self._carried(-number), self._words(-number)
        return Anchor(None, span.end, span, text, text, text, text, carried, words_)

    def beside(self, number: Quantity) -> Anchor:
        """Return what stands around a number that is no figure."""
        return self._place(number, bisect_right(self._places, number.start), None)

    def _around(self, index: int) -> Anchor:
        return self._place(self.source.figures[index], index, index)

    def _place(self, figure: Quantity, at: int, index: int | None) -> Anchor:
        """Return what stands around a number, before which so many figures stand."""
        figures = self.source.figures
        number = max(bisect_right(self._starts, figure.start) - 1, 0)
        span, _ = self._sentences[number]
        start = max(clause_start(self._text, figure.start), span.start)
        mark = CLAUSE_END.search(self._text, figure.end)
        end = max(min(mark.start() if mark else len(self._text), span.end), figure.end)
        left = max(start, figures[at - 1].end if at else 0)
        if names_nothing(self._text[left : figure.start]):
            left = self._leading_clause(start, span.start)
        following = next((each.start for each in figures[at:] if each.start >= figure.end), end)
        return Anchor(
            index,
            figure.start,
            span,
            segment=self._text[min(left, figure.start) : max(min(end, following), figure.end)],
            clause=self._text[start:end],
            sentence=span.of(self._text),
            before=self._text[span.start : figure.start],
            carried=self._carried(number),
            words=self._words(number),
        )

    def _leading_clause(self, start: int, sentence: int) -> int:
        """Return where the last clause begins that names something: 产值5亿元，增长6%."""
        while start > sentence:
            before = max(clause_start(self._text, start - 1), sentence)
            if not names_nothing(self._text[before : start - 1]):
                return before
            start = before
        return sentence

    def _words(self, number: int) -> tuple[Word, ...]:
        clauses = self.source.analysis.sentences[number].clauses
        return tuple(word for clause in clauses for word in clause.words)

    def _carried(self, number: int) -> str:
        span, line = self._sentences[number]
        lines = self.source.article.lines
        above = lines[line - 1].span.of(self._text)[-LINE_BEFORE:] if line else ""
        so_far = self._text[lines[line].span.start : span.start]
        return f"{self._heads}\n{self._opening}\n{above}\n{so_far}"
