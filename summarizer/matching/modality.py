"""How a text stands to a number: whether it rises or falls, and against what.

The nearest marker before the number, inside its sentence, decides; a marker after it counts only
in its own clause. What has no marker says nothing.

    比重提高了1.5个百分点                  up
    37.6%的降幅                            down
"""

import re
from enum import StrEnum
from functools import lru_cache

from summarizer.lexicon import pattern
from summarizer.matching.contexts import AMONG, CLAUSE_END, sentence_of
from summarizer.text import Span

REACH = 80
BESIDE = 14
MEANT = pattern("status.meant")
UP = pattern("change.up")
DOWN = pattern("change.down")


BASES = {"同比": pattern("change.basis.yearly"), "环比": pattern("change.basis.just_before")}
"""What a rate compares with: the same time a year before, or the time just before."""


class Direction(StrEnum):
    """Where a change goes."""

    UP = "up"
    DOWN = "down"


def _lead(text: str, span: Span) -> str:
    """Return what leads to a number in its sentence; 其中 goes on from the one before."""
    sentence = sentence_of(text, span.start, span.end)
    start = sentence.start
    if text.startswith(AMONG, start) and start > 1:
        start = sentence_of(text, start - 2, start - 1).start
    return text[max(start, span.start - REACH) : span.start]


@lru_cache(maxsize=1024)
def direction(text: str, span: Span) -> Direction | None:
    """Return whether the number is said to rise or to fall, or None where neither is said."""
    sentence = sentence_of(text, span.start, span.end)
    before = CLAUSE_END.split(text[max(sentence.start, span.start - BESIDE) : span.start])[-1]
    up, down = _last(UP, before), _last(DOWN, before)
    if up is None and down is None:
        after = clause_after(text, span)[:BESIDE]
        up, down = _first(UP, after), _first(DOWN, after)
    if up is None and down is None:
        return None
    return Direction.UP if down is None or (up is not None and up > down) else Direction.DOWN


def basis(text: str, span: Span) -> str | None:
    """Return what a rate is said to compare with (同比, 环比), by the nearest word for it."""
    lead = _lead(text, span)
    ends = {name: _last(mark, lead) for name, mark in BASES.items()}
    told = {name: end for name, end in ends.items() if end is not None}
    return max(told, key=lambda name: told[name]) if told else None


def clause_after(text: str, span: Span) -> str:
    """Return what follows the number in its clause."""
    sentence = sentence_of(text, span.start, span.end)
    return CLAUSE_END.split(text[span.end : min(sentence.end, span.end + REACH)])[0]


def _last(mark: re.Pattern[str], text: str) -> int | None:
    """Return where the last mark ends."""
    return max((match.end() for match in mark.finditer(text)), default=None)


def _first(mark: re.Pattern[str], text: str) -> int | None:
    """Return how near the first mark is, as a negative distance: nearer is greater."""
    match = mark.search(text)
    return -match.start() if match else None
