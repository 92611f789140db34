"""A claim in words, with its numbers found."""

from dataclasses import dataclass
from typing import Literal

from summarizer.quantities import find_quantities
from summarizer.quantity import Quantity
from summarizer.text import fold
from summarizer.verification.source import Source, apart

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim in words, folded, with its numbers."""

    text: str
    language: Language
    quantities: tuple[Quantity, ...]
    figures: tuple[Quantity, ...]


def read_statement(wording: str, source: Source, language: Language) -> Statement:
    """Read the numbers of a claim."""
    text = fold(wording)
    quantities = tuple(find_quantities(text, language, source.date))
    return Statement(text, language, quantities, apart(quantities))
