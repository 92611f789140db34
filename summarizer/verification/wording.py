"""A claim in words, with its numbers found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from summarizer.analysis import Analysis, analyse_claim
from summarizer.binding import bind
from summarizer.lexicon import pattern
from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Quantity
from summarizer.summary import ObservationClaim
from summarizer.text import fold
from summarizer.verification import likeness
from summarizer.matching.amounts import COUNTABLE
from summarizer.matching.contexts import BLANK, CLAUSE_END, SENTENCE_END, unchanging
from summarizer.verification.glossary import chinese_names
from summarizer.verification.readings import CHANGES, Saying
from summarizer.matching.source import Source, apart

Language = Literal["zh", "en"]
RATES = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT})
ONE_CLAUSE_ON = pattern("parts.one_clause_on")
HALF = 0.5
NOUN = re.compile(r"(?![和与及])[\u4e00-\u9fff]")
BARE = pattern("numbers.bare_money")


@dataclass(frozen=True)
class Statement:
    """A claim in words, folded, with its numbers."""

    text: str
    language: Language
    quantities: tuple[Quantity, ...]
    figures: tuple[Quantity, ...]
    like: Analysis
    """The article that it is about."""

    def saying(self, figure: Quantity) -> Saying:
        """Return what the statement says of one of its figures.

        A rate belongs to the figure before it, so its words may stand before that one.
        """
        before = [each.end for each in self.figures if each.end <= figure.start]
        passed_over = 2 if figure.kind in RATES else 1
        since = before[-passed_over] if len(before) >= passed_over else 0
        lead, row = self.text[since : figure.start], self.readings.get(figure.start)
        if self.language == "en":
            return Saying(figure, lead, chinese_names(lead), None)
        names = tuple(_names(lead, row)) if row else ()
        noun = NOUN.match(self.text, figure.end) is not None
        return Saying(figure, lead, names, row, noun=noun)

    def clause(self, figure: Quantity) -> str:
        """Return what leads to a figure in its clause, the figure included."""
        lead = CLAUSE_END.split(self.text[: figure.start])[-1]
        return SENTENCE_END.split(lead)[-1] + figure.text

    def level_before(self, rate: Quantity) -> Quantity | None:
        """Return the level whose rate a figure tells: 产值38.5亿元，增长40.6%."""
        before = [each for each in self.figures if each.end <= rate.start]
        level, read = before[-1] if before else None, self.readings.get(rate.start)
        if level is None or level.kind not in COUNTABLE or not read or read.measure not in CHANGES:
            return None
        between = self.text[level.end : rate.start]
        return level if ONE_CLAUSE_ON.fullmatch(between) else None

    def only_names(self, figure: Quantity) -> bool:
        """Say whether a figure but tells which things are meant: 收入过亿元的企业8家."""
        return bool(self.readings) and figure.start not in self.readings

    @cached_property
    def readings(self) -> dict[int, ObservationClaim]:
        """How the code reads the figures of a Chinese claim, by the place where they begin."""
        if self.language == "en":
            return {}
        numbered = [replace(q, id=str(n)) for n, q in enumerate(self.quantities)]
        read = analyse_claim(self.text, self.like, numbered)
        rows = {row.quantity: row for row in bind(read)}
        return {q.start: rows[q.id] for q in numbered if q.id in rows}


def _names(lead: str, row: ObservationClaim) -> Iterator[str]:
    """Yield the indicator as it is read, and the bare words that lead to the figure."""
    indicator = fold(row.indicator)
    if likeness.share(indicator, lead) >= HALF:  # else it is the clause before's
        yield from likeness.synonyms(indicator)
    words = CLAUSE_END.split(unchanging(lead))[-1].rstrip(BLANK)
    yield words.removeprefix(fold(row.ref_area or ""))


def read_statement(wording: str, source: Source, language: Language) -> Statement:
    """Read the numbers of a claim."""
    text = fold(wording)
    quantities = read_numbers(text, source, language)
    return Statement(text, language, quantities, apart(quantities), source.analysis)


def read_numbers(text: str, source: Source, language: Language = "zh") -> tuple[Quantity, ...]:
    """Find the numbers of a folded text, in the article's year and money."""
    read = find_quantities(text, language, source.date)
    return tuple(_in_money_of(source, quantity) for quantity in read)


def _in_money_of(source: Source, claimed: Quantity) -> Quantity:
    """Read a bare 元 as the 元 that the article means: on a Hong Kong page the dollar."""
    meant = next((q.unit for q in source.figures if _is_bare_money(q)), claimed.unit)
    return replace(claimed, unit=meant) if _is_bare_money(claimed) else claimed


def _is_bare_money(quantity: Quantity) -> bool:
    return BARE.fullmatch(quantity.unit_text or "") is not None
