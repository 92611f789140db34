"""Find the place of a quotation or a name: words from the model, places from the code.

    exact     character for character
    folded    after folding width and traditional forms, spaces and punctuation left out
    fuzzy     the window that shares most character pairs, if it shares nearly all

Each step is linear in the text. A fuzzy place must hold the digits of the quotation in their
order: a quotation whose number differs is not found, however like the rest may be.
"""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from summarizer.text import Span, fold

FUZZY_FLOOR = 0.75
SHORTEST_FUZZY = 6
DIGITS = re.compile(r"\d+(?:\.\d+)?")


class Fit(StrEnum):
    """How a quotation was found."""

    EXACT = "exact"
    FOLDED = "folded"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a quotation stands in the text, and how well it fits (1 but for fuzzy places)."""

    span: Span
    fit: Fit
    score: float = 1.0


def align(quotation: str, text: str) -> Alignment | None:
    """Return where a quotation stands in the text, or None; the first place if there are more."""
    if not quotation.strip():
        return None
    at = text.find(quotation)
    if at >= 0:
        return Alignment(Span(at, at + len(quotation)), Fit.EXACT)
    wanted, _ = _letters(quotation)
    flat, offsets = _letters(text)
    if not wanted:
        return None
    at = flat.find(wanted)
    if at >= 0:
        return Alignment(_home(offsets, at, at + len(wanted)), Fit.FOLDED)
    return _fuzzy(wanted, flat, offsets)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return the folded text without spaces and punctuation, and where each character stood.

    A decimal point between digits stays: it is part of a number.
    """
    folded = fold(text)
    offsets = [
        index
        for index, character in enumerate(folded)
        if character.isalnum() or character in "%‰" or _is_point(folded, index)
    ]
    return "".join(folded[index] for index in offsets).lower(), offsets


def _is_point(text: str, index: int) -> bool:
    if text[index] != "." or not 0 < index < len(text) - 1:
        return False
    return text[index - 1].isdigit() and text[index + 1].isdigit()


def _home(offsets: list[int], start: int, end: int) -> Span:
    return Span(offsets[start], offsets[end - 1] + 1)


def _fuzzy(wanted: str, flat: str, offsets: list[int]) -> Alignment | None:
    """Slide a window of the quotation's length and keep the one with most pairs in common."""
    if len(wanted) < SHORTEST_FUZZY or len(flat) < 2:  # noqa: PLR2004 - a pair has two
        return None
    start, shared = _best_window(_pairs(wanted), _pairs(flat))
    score = shared / (len(wanted) - 1)
    if score < FUZZY_FLOOR:
        return None
    start, end = _trimmed(wanted, flat, start, min(start + len(wanted), len(flat)))
    if DIGITS.findall(wanted) != DIGITS.findall(flat[start:end]):
        return None
    return Alignment(_home(offsets, start, end), Fit.FUZZY, score)


def _pairs(text: str) -> list[str]:
    return [text[index : index + 2] for index in range(len(text) - 1)]


def _best_window(wanted: list[str], pairs: list[str]) -> tuple[int, int]:
    """Return the start of the best window and how many pairs it shares, each counted once."""
    spare = Counter(wanted)
    shared = best = best_start = 0
    for index, pair in enumerate(pairs):
        if index >= len(wanted):
            gone = pairs[index - len(wanted)]
            spare[gone] += 1
            shared -= spare[gone] > 0
        shared += spare[pair] > 0
        spare[pair] -= 1
        if shared > best:
            best, best_start = shared, max(0, index - len(wanted) + 1)
    return best_start, best


def _trimmed(wanted: str, flat: str, start: int, end: int) -> tuple[int, int]:
    """Cut what the window has before the first and after the last pair it shares."""
    pairs = set(_pairs(wanted))
    hits = [index for index in range(start, end - 1) if flat[index : index + 2] in pairs]
    return hits[0], hits[-1] + 2
