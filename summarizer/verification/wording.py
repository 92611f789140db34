"""A sentence of a claim as it is read: its words, its numbers, and what governs each."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from summarizer.analysis.words import words_of
from summarizer.lexicon import pattern
from summarizer.matching.contexts import cues_of
from summarizer.matching.cues import Said
from summarizer.matching.source import Source, apart
from summarizer.quantities import find_quantities
from summarizer.quantity import Quantity
from summarizer.text import Span
from summarizer.verification.glossary import english_cues

Language = Literal["zh", "en"]
BARE = pattern("numbers.bare_money")


def read_sentence(text: str, source: Source, language: Language = "zh") -> Said:
    """Read a folded sentence like one of the article's; of an English one only its numbers."""
    quantities = read_numbers(text, source, language)
    figures = apart(quantities)
    if language == "en":
        cues = tuple(map(tuple, english_cues(text, figures)))
        return Said(text, (), quantities, figures, cues, english=True)
    words = tuple(words_of(text, Span(0, len(text)), quantities))
    return Said(text, words, quantities, figures, tuple(map(tuple, cues_of(text, figures))))


def read_numbers(text: str, source: Source, language: Language = "zh") -> tuple[Quantity, ...]:
    """Find the numbers of a folded text, in the article's year and money."""
    read = find_quantities(text, language, source.date)
    return tuple(_in_money_of(source, read))


def _in_money_of(source: Source, read: Iterable[Quantity]) -> Iterator[Quantity]:
    """Read a bare 元 as the 元 that the article means: on a Hong Kong page the dollar."""
    meant = next((q.unit for q in source.figures if _is_bare_money(q)), None)
    for quantity in read:
        yield replace(quantity, unit=meant) if meant and _is_bare_money(quantity) else quantity


def _is_bare_money(quantity: Quantity) -> bool:
    return BARE.fullmatch(quantity.unit_text or "") is not None
