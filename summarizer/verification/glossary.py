"""The words of an English claim as the Chinese words they can stand for.

A claim in English governs its numbers with words that the article does not have. What a dictionary
gives for them (investment: 投资) is enough to tell two figures of one unit apart; where it gives
nothing, nothing is said.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from summarizer.codelists import indicators
from summarizer.matching.contexts import SENTENCE_END, Cue, fading, words
from summarizer.quantity import Quantity

WORD = re.compile(r"[A-Za-z&]+(?:-[A-Za-z]+)*")
CLAUSE_END = re.compile(r"[;:,](?!\d)|\.(?!\d)")
LONGEST = 4
PHRASE = 2.0
"""What all the words of a phrase weigh together, next to the number."""
PHRASE_WIDTH = 4
"""A known phrase stands for so many Chinese characters."""
BEHIND = 5


def english_cues(text: str, figures: Sequence[Quantity]) -> Iterator[list[Cue]]:
    """Yield, for each figure of an English claim, the Chinese words that may govern it."""
    for index, figure in enumerate(figures):
        start = figures[index - 1].end if index else 0
        end = figures[index + 1].start if index + 1 < len(figures) else len(text)
        before = WORD.findall(SENTENCE_END.split(text[start : figure.start])[-1])
        after = WORD.findall(CLAUSE_END.split(text[figure.end : end])[0])[:BEHIND]
        yield list(_cues(before[::-1], backwards=True)) + list(_cues(after, backwards=False))


def _cues(tokens: list[str], *, backwards: bool) -> Iterator[Cue]:
    """Translate the words, nearest first, the longest known phrase at a time."""
    place = known = 0
    while place < len(tokens):
        size, chinese = _longest(tokens[place : place + LONGEST], backwards=backwards)
        near = PHRASE * fading(PHRASE_WIDTH * known)
        yield from ((word, near * share) for word, share in _shares(chinese).items())
        place, known = place + size, known + bool(chinese)


def _shares(terms: Sequence[str]) -> dict[str, float]:
    """Share the weight of a phrase out among its terms, and that of a term among its words."""
    shares: dict[str, float] = defaultdict(float)
    for term in terms:
        parts = words(term)
        for word in parts:
            shares[word] += 1 / len(parts) / len(terms)
    return shares


def _longest(tokens: list[str], *, backwards: bool) -> tuple[int, tuple[str, ...]]:
    for size in range(len(tokens), 0, -1):
        phrase = " ".join(tokens[:size][::-1] if backwards else tokens[:size]).lower()
        if phrase in _glossary():
            return size, _glossary()[phrase]
    return 1, ()


@cache
def _glossary() -> dict[str, tuple[str, ...]]:
    """Return the Chinese terms of each English one: the indicators, and the general words."""
    terms = {
        indicator.name_en.lower(): (indicator.name, *indicator.aliases)
        for indicator in indicators()
    }
    with files(__package__).joinpath("glossary.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            terms[row["english"]] = tuple(row["chinese"].split("|"))
    return terms
