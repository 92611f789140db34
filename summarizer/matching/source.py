"""One article, prepared once for all claims about it."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from summarizer.analysis import Analysis
from summarizer.document import Article, Role
from summarizer.matching.contexts import (
    PART_END,
    RESPECTIVELY,
    Contexts,
    in_a_name,
)
from summarizer.periods import resolve_period
from summarizer.quantity import Kind, Quantity
from summarizer.summary import ObservationClaim
from summarizer.text import Span, fold

YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
LASTING = re.compile(r"/P(\d+)Y")
CALENDAR = frozenset({Kind.DATE, Kind.PERIOD})
NUMERAL = frozenset(".〇零一二三四五六七八九十百千万亿两几数")
CLAUSE_MARKS = ",，。；;！？!?\n"
CLAUSE_END = re.compile(f"[{CLAUSE_MARKS}]")
QUOTED = 40
TOPIC = 60
LEAST_NAME = 2
LEAD = 4
AHEAD = 12


@dataclass(frozen=True)
class Source:
    """The article's folded text, its figures with their contexts, and its other numbers."""

    analysis: Analysis
    text: str
    quantities: tuple[Quantity, ...]
    contexts: Contexts
    by_id: dict[str, Quantity]
    table: tuple[ObservationClaim, ...]
    """The code's own reading of the figures."""
    body: frozenset[int]
    """Which figures stand below the headlines, which only tell the others again."""

    @property
    def article(self) -> Article:
        """The article that is spoken of."""
        return self.analysis.article

    @property
    def date(self) -> dt.date | None:
        """The date of its issue."""
        return self.analysis.date

    @cached_property
    def readings(self) -> dict[str, ObservationClaim]:
        """The code's own reading of the figures, by quantity id."""
        return {row.quantity: row for row in self.table}

    @cached_property
    def topic(self) -> str:
        """The headlines and the first words of the body: what all of the article is about."""
        heads = [
            line.span.of(self.text) for line in self.article.lines if line.role is not Role.BODY
        ]
        body = (
            line.span.of(self.text)[:TOPIC] for line in self.article.lines if line.role is Role.BODY
        )
        return "\n".join((*heads, next(body, "")))

    @cached_property
    def owners(self) -> dict[str, str]:
        """The body that the code reads for each figure, folded, by quantity id."""
        read = self.readings.items()
        return {quantity: fold(row.ref_area) for quantity, row in read if row.ref_area}

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Every body that the article names, folded, the longest first."""
        named = {fold(name.text) for name in self.analysis.mentions}
        found = {name for name in named | set(self.owners.values()) if len(name) >= LEAST_NAME}
        return tuple(sorted(found, key=lambda name: (-len(name), name)))

    @cached_property
    def indicators(self) -> dict[str, str]:
        """The indicator that the code reads for each figure, folded, by quantity id."""
        return {quantity: fold(row.indicator) for quantity, row in self.readings.items()}

    @cached_property
    def times(self) -> dict[str, str]:
        """The time, as an SDMX period, that the code reads for each figure, by quantity id."""
        told = {name: row.time_period_text for name, row in self.readings.items()}
        resolved = {name: resolve_period(text, self.date) for name, text in told.items() if text}
        return {name: period for name, period in resolved.items() if period}

    @property
    def figures(self) -> tuple[Quantity, ...]:
        """The figures, in text order."""
        return self.contexts.figures

    def index(self, quantity: Quantity) -> int | None:
        """Return the place of a quantity among the figures, if it is one."""
        at = bisect_right(self.figures, quantity.start, key=lambda figure: figure.start) - 1
        return at if at >= 0 and self.figures[at] == quantity else None

    def sentence(self, figure: Quantity) -> Span:
        """Return the sentence of a figure."""
        at = bisect_right(self.figures, figure.start, key=lambda each: each.start) - 1
        return self.contexts.sentences[max(at, 0)]

    def clause(self, figure: Quantity) -> Span:
        """Return what leads to a figure in its own clause."""
        start = max(self.text.rfind(mark, 0, figure.start) for mark in CLAUSE_MARKS) + 1
        return Span(start, figure.end)

    def part(self, figure: Quantity) -> str:
        """Return what leads to a figure since the last semicolon of its sentence."""
        lead = self.text[self.sentence(figure).start : figure.start]
        return PART_END.split(lead)[-1]

    def beside(self, figure: Quantity) -> str:
        """Return what stands around a figure in its clause, up to the figures next to it.

        What 分别 shares out stands beside no figure.
        """
        at = self.index(figure) or 0
        start = max(self.clause(figure).start, self.figures[at - 1].end if at else 0)
        before = self.text[start : figure.start].rpartition(RESPECTIVELY)[2]
        return before + self.text[figure.end : self._next_break(at)]

    def _next_break(self, at: int) -> int:
        """Return where what follows a figure ends: at a mark, the next figure, or after a bit."""
        following = (
            each.start for each in self.figures[at + 1 : at + 3] if not in_a_name(each, self.text)
        )
        end = min(self.figures[at].end + AHEAD, next(following, len(self.text)))
        mark = CLAUSE_END.search(self.text, self.figures[at].end, end)
        return mark.start() if mark else end

    def lead(self, figure: Quantity) -> str:
        """Return what leads to a figure in its sentence, and what stands beside it."""
        return self.text[self.sentence(figure).start : figure.start] + self.beside(figure)

    def calendar(self) -> Iterable[Quantity]:
        """Yield the dates and periods."""
        return (quantity for quantity in self.quantities if quantity.kind in CALENDAR)

    def as_printed(self, claimed: Quantity, text: str) -> Span | None:
        """Return where a number stands in the article with the same characters before it."""
        lead = text[max(0, claimed.start - LEAD) : claimed.start]
        return occurrence(lead + claimed.text, self.text) if lead else None

    def quote_at(self, index: int | None, sentence: Span) -> str:
        """Return the clause of a figure, by its index, or the beginning of a sentence."""
        if index is not None:
            return self.quote(self.figures[index])
        return sentence.of(self.article.text)[:QUOTED].strip()

    def quote(self, quantity: Quantity) -> str:
        """Return the clause that a quantity stands in, as the article writes it."""
        start = max(self.clause(quantity).start, quantity.start - QUOTED)
        return self.article.text[start : quantity.end].strip()


def prepare(analysis: Analysis, table: tuple[ObservationClaim, ...]) -> Source:
    """Read the surroundings of every figure."""
    article, text = analysis.article, analysis.text
    folded = tuple(replace(quantity, text=fold(quantity.text)) for quantity in analysis.quantities)
    by_id = {quantity.id: quantity for quantity in folded}
    contexts = Contexts(text, apart(folded))
    body = _in_body(article, contexts)
    return Source(analysis, text, folded, contexts, by_id, table, body)


def _in_body(article: Article, contexts: Contexts) -> frozenset[int]:
    """Return the numbers of the figures that stand in a line of the body, both in text order."""
    body = [line.span for line in article.lines if line.role is Role.BODY]
    ends = [span.end for span in body]
    lines = [bisect_left(ends, figure.end) for figure in contexts.figures]
    return frozenset(
        index
        for index, (figure, line) in enumerate(zip(contexts.figures, lines, strict=True))
        if line < len(body) and body[line].covers(figure.span)
    )


def apart(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the figures in text order, of two that overlap the first and longer."""
    found: list[Quantity] = []
    for figure in sorted((q for q in quantities if q.is_figure), key=lambda q: (q.start, -q.end)):
        if not found or figure.start >= found[-1].end:
            found.append(figure)
    return tuple(found)


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
    if text[index] == ",":  # of 1,234, not of what stands before a number
        return text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()
    return text[index].isdigit() or text[index] in NUMERAL


def years(quantity: Quantity) -> frozenset[int]:
    """Return the years that a date or period names; of several in a row the first and the last.

    Whoever speaks of the years 2011 to 2015 says nothing of 2013 alone.
    """
    said = quantity.time_period or quantity.text
    found = {int(year) for year in YEAR.findall(said)}
    if found and (length := LASTING.search(said)):
        found.add(min(found) + int(length.group(1)) - 1)
    return frozenset(found)
