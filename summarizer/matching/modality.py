"""How a text stands to a number: done or only meant, rising or falling.

The nearest marker before the number, inside its sentence, decides; a marker after it counts only
in its own clause (166亿元的目标). What has no marker says nothing.

    力争固定资产投资达166亿元              meant
    已完成投资7亿元                        done
    比重提高了1.5个百分点                  up
    37.6%的降幅                            down
"""

import re
from enum import IntEnum, StrEnum
from functools import lru_cache

from summarizer.lexicon import pattern
from summarizer.matching.contexts import AMONG, CLAUSE_END, sentence_of
from summarizer.text import Span

REACH = 80
BESIDE = 14
RESOLVED = pattern("status.plan.resolved")
FIRMLY_MEANT = pattern("status.firm")
MEANT = pattern("status.meant")
HINT = pattern("status.hint")
ASSERTED = pattern("status.fact.asserted")
HOPED = pattern("status.firm")
PAST = re.compile(r"\b(?:was|were|has|have|had|reached|achieved|completed)\b", re.IGNORECASE)
DONE = pattern("status.done")
BASE = pattern("status.judge.base")
PROJECTED = pattern("status.judge.projected")
UP = pattern("change.up")
DOWN = pattern("change.down")


BASES = {"同比": pattern("change.basis.yearly"), "环比": pattern("change.basis.just_before")}
"""What a rate compares with: the same time a year before, or the time just before."""


class Direction(StrEnum):
    """Where a change goes."""

    UP = "up"
    DOWN = "down"


class Stance(IntEnum):
    """How surely a text says that a number is only meant: the nearest marker decides."""

    DONE = 0
    UNSAID = 1
    LOOSELY_MEANT = 2
    MEANT = 3


def stance_of(text: str, span: Span) -> Stance:
    """Return how the sentence of a number presents it."""
    before = _lead(text, span)
    if BASE.search(before):
        return Stance.UNSAID
    done, firm, loose = (_last(mark, before) for mark in (DONE, FIRMLY_MEANT, MEANT))
    if loose is None and done is None:
        behind = MEANT.search(clause_after(text, span))
        return Stance.LOOSELY_MEANT if behind else Stance.UNSAID
    if done is not None and (loose is None or done > loose):
        return Stance.DONE
    if firm is not None and (done is None or firm > done):
        return Stance.MEANT
    return Stance.LOOSELY_MEANT


def _lead(text: str, span: Span) -> str:
    """Return what leads to a number in its sentence; 其中 goes on from the one before."""
    sentence = sentence_of(text, span.start, span.end)
    start = sentence.start
    if text.startswith(AMONG, start) and start > 1:
        start = sentence_of(text, start - 2, start - 1).start
    return text[max(start, span.start - REACH) : span.start]


def is_resolved(text: str, span: Span) -> bool:
    """Say whether something will be or has been decided, and has not been done."""
    lead = _lead(text, span)
    return RESOLVED.search(lead) is not None and DONE.search(lead) is None


def is_asserted(text: str, span: Span) -> bool:
    """Say whether the number is said in so many words to have come true (已实现).

    What is only meant after that (已完成环评，满载后可望增加…) is not.
    """
    sentence = sentence_of(text, span.start, span.end)
    lead = text[max(sentence.start, span.start - REACH) : span.start]
    asserted, meant = _last(ASSERTED, lead), _last(HOPED, lead)
    return asserted is not None and (meant is None or asserted > meant)


def is_past(text: str, span: Span) -> bool:
    """Say whether an English sentence puts the number into the past."""
    sentence = sentence_of(text, span.start, span.end)
    return PAST.search(text, sentence.start, span.start) is not None


def is_projected(text: str, span: Span) -> bool:
    """Say whether it measures what a project is to be: its investment, its floor area."""
    sentence = sentence_of(text, span.start, span.end)
    return PROJECTED.search(text, max(sentence.start, span.start - BESIDE), span.end) is not None


def mentions_intent(text: str) -> bool:
    """Say whether a text speaks of plans at all."""
    return HINT.search(text) is not None


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
