"""Sections → threads: which later section goes on in which article.

    A1 ─ A2        B1 ─ B2        C1           a section either begins an article,
     └────────── A3 (jump line, cohesion .14)  or goes on in one that is still open

The evidence, strongest first: a byline or 本报讯 begins an article; a jump line (上接第2版) goes on
in one that jumped; a byline below an article closes it; then what the section speaks of.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.segmentation.boundaries import Section
from summarizer.segmentation.cohesion import Weights, pairs

CANDIDATES = 16
NEW = 0.045
STAYS = 0.02
JUMPS = 0.2
FRESH = 0.1


@dataclass(slots=True)
class Thread:
    """The sections of one article, as they are found."""

    sections: list[int]
    words: Counter[str]
    signed: bool
    closed: bool
    joins: list["Reason"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a section goes on in a thread."""

    section: int
    score: float
    reason: str


def threads(sections: Sequence[Section]) -> list[Thread]:
    """Put every section into the article it belongs to."""
    words = [pairs(section.text) for section in sections]
    weights = Weights.learn(words)
    found: list[Thread] = []
    for index, section in enumerate(sections):
        thread, reason = _best(index, section, words[index], weights, found)
        if thread is None:
            thread = Thread([], Counter(), section.signed, closed=False)
            found.append(thread)
        elif reason:
            thread.joins.append(reason)
        thread.sections.append(index)
        thread.words.update(words[index])
        thread.closed = thread.closed or section.closed
    return found


def _best(
    index: int, section: Section, words: Counter[str], weights: Weights, found: list[Thread]
) -> tuple[Thread | None, Reason | None]:
    """Return the thread that a section goes on in, or None where it begins an article."""
    if not section.bodies and found and not section.titles:
        return found[-1], None
    if (section.signed or section.opens) and not section.arrives:
        return None, None
    scores = [
        (weights.cohesion(words, thread.words) + _bonus(index, section, thread), thread)
        for thread in found[-CANDIDATES:]
        if not thread.closed
    ]
    if not scores:
        return None, None
    score, thread = max(scores, key=lambda scored: scored[0])
    if score < NEW + FRESH * section.fresh:
        return None, None
    return thread, Reason(index, score, "cohesion")


def _bonus(index: int, section: Section, thread: Thread) -> float:
    last = thread.sections[-1] == index - 1
    return STAYS * last + JUMPS * section.arrives - 0.03 * (section.closed and thread.signed)
