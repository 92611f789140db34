"""A claim in words, with its numbers found."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.quantities import find_quantities
from summarizer.quantity import Quantity
from summarizer.text import fold
from summarizer.verification.source import Source, apart

Language = Literal["zh", "en"]
BARE = re.compile(r"[十百千万亿]*元")


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
    quantities = read_numbers(text, source, language)
    return Statement(text, language, quantities, apart(quantities))


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
