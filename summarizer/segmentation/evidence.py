"""What speaks for a section going on in an open article, and what for a new one.

Every cue is a number with a weight (`weights`), and the sum is a log odds: a jump line beats a
common topic, a name that both have beats the distance between them.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from summarizer.segmentation.cohesion import Topic, closeness
from summarizer.segmentation.lines import Style
from summarizer.segmentation.sections import Section
from summarizer.segmentation.weights import Part

SHOWN = 0.5
SUREST = 6.0
USUAL, TELLING = -2.0, 150
Evidence = dict[str, float]


class Article(Protocol):
    """What is known of an article so far."""

    sections: list[int]
    topic: Topic
    names: set[str]
    text: str
    titles: set[str]
    style: Style
    numbers: set[int]
    titled: int
    signed: bool
    closed: bool


@dataclass(frozen=True)
class Case:
    """A section whose article is sought."""

    index: int
    sections: Sequence[Section]
    tells: Mapping[str, float]

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.sections[self.index]

    @cached_property
    def topic(self) -> Topic:
        """What it speaks of."""
        return Topic(self.tells, self.section.words)

    @cached_property
    def title(self) -> Topic:
        """What its title speaks of."""
        return Topic(self.tells, self.section.title_words)


def going_on(case: Case, article: Article, rivals: frozenset[str]) -> Evidence:
    """Return what speaks for the section going on in an open article.

    `rivals` are the names that several open articles have.
    """
    section = case.section
    shared = section.names & article.names
    last = case.sections[article.sections[-1]]
    adjacent = article.sections[-1] == case.index - 1
    evidence = {
        "echo": case.title.share_in(article.topic),
        "foreign": bool(section.hero) and not section.hero & article.names,
        "repeats": any(item.text in article.titles for item in section.titles),
        "kin": bool(shared),
        "only_kin": bool(shared - rivals),
        "strangers": bool(section.names) and not shared,
        "closed": article.closed,
        "jump_line": section.arrives and last.leaves,
        "arrives": section.arrives and not last.leaves,
        "unjumped": last.leaves and not section.arrives,
        "counts_on": bool(section.numbers) and section.numbers[0] - 1 in article.numbers,
        "signed_twice": section.closed and article.signed,
        "signed_at_last": section.closed and not article.signed,
        "style": article.style.differs(section.style),
    }
    where = _adjacent(case, article) if adjacent else _apart(case, article, last)
    return {cue: float(value) for cue, value in (evidence | where).items() if value}


def _adjacent(case: Case, article: Article) -> dict[str, float]:
    """Return what speaks for going on in the article right above: mostly the role of the line."""
    first = case.section.first
    return {
        "adjacent": 1.0,
        "adjacent, subhead": float(first.role is Part.SUBHEAD),
        "adjacent, cohesion": _cohesion(case, article),
    }


def _apart(case: Case, article: Article, last: Section) -> dict[str, float]:
    """Return what speaks for going on in an article further up, whose last section is given."""
    section = case.section
    bare = not section.titles
    return {
        "apart": 1.0,
        "apart, subhead": float(section.first.role is Part.SUBHEAD),
        "apart, back": float(section.first.role is Part.BACK),
        "apart, headline": float(section.first.role in (Part.KICKER, Part.HEADLINE)),
        "apart, signed": float(section.signed),
        "apart, opens": float(section.opens),
        "cohesion": _cohesion(case, article),
        "stranger": float(bool(section.opening_names - article.names)),
        "resumes": _log_odds(section.first.resumes) + SUREST,
        "torn": float(last.broken and bare),
        "torn, titled": float(last.broken and not bare),
        "mends": float(last.broken and bare and section.mends(last)),
        "whole": float(bare and not last.broken and not last.leaves),
    }


def _cohesion(case: Case, article: Article) -> float:
    """Return how alike the words are, from what is usual: a little text tells little."""
    size = min(len(case.section.text), len(article.text))
    alike = closeness(case.topic.cosine(article.topic)) - USUAL
    return alike * min(1.0, size / TELLING)


def beginning(case: Case) -> Evidence:
    """Return what speaks for the section being the beginning of an article."""
    section = case.section
    evidence = {
        "new": 1.0,
        "begins": _log_odds(section.first.begins),
        "new, arrives": float(section.arrives),
    }
    return {cue: value for cue, value in evidence.items() if value}


def _log_odds(chance: float) -> float:
    if chance <= 0:
        return -SUREST
    return SUREST if chance >= 1 else max(-SUREST, min(SUREST, math.log(chance / (1 - chance))))


def odds(evidence: Evidence, joins: Mapping[str, float]) -> float:
    """Return the weighted sum of the cues."""
    return sum(joins.get(cue, 0.0) * value for cue, value in evidence.items())


def chances(scores: Sequence[float]) -> list[float]:
    """Return how sure each of some choices is, of which one must be right."""
    most = max(scores)
    masses = [math.exp(score - most) for score in scores]
    total = sum(masses)
    return [mass / total for mass in masses]


def because(evidence: Evidence, joins: Mapping[str, float]) -> str:
    """Name the cues that spoke for it, the cohesion always."""
    spoke = [cue for cue, value in evidence.items() if joins.get(cue, 0.0) * value >= SHOWN]
    return ", ".join(("cohesion", *(cue for cue in spoke if cue != "cohesion")))
