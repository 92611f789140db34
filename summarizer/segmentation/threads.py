"""Sections → threads: which later section goes on in which article.

    A1 ─ A2        B1 ─ B2        C1           a section either begins an article,
     └────────── A3 (jump line, cohesion)      or goes on in one that is still open

All choices are weighed at once (`evidence`): each open article and the beginning of a new one get
a score, and the best wins, and what spoke for it is kept as the reason. An article further up is
joined only where it wins by a margin; else the section stays where it lies, and that is told.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.segmentation.cohesion import Topic
from summarizer.segmentation.evidence import (
    Case,
    Evidence,
    because,
    beginning,
    chances,
    going_on,
    odds,
)
from summarizer.segmentation.lines import Style
from summarizer.segmentation.sections import Section

CANDIDATES = 10
LONGEST = 10_000
MARGIN = 0.1
"""How much surer than the next best choice a join over other articles must be."""
PLAIN = Style()


@dataclass(slots=True)
class Thread:
    """The sections of one article, as they are found; `sure` is how sure its beginning is."""

    topic: Topic
    sections: list[int] = field(default_factory=list)
    style: Style = PLAIN
    text: str = ""
    names: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    titled: int = 0
    signed: bool = False
    closed: bool = False
    sure: float = 1.0
    joins: list["Reason"] = field(default_factory=list)

    def add(self, index: int, section: Section) -> None:
        """Take a section in."""
        if self.sections:
            self.topic.add(section.words)
        self.sections.append(index)
        self.text = (self.text + section.text)[:LONGEST]
        self.names |= section.names
        self.titles |= {item.text for item in section.titles}
        self.numbers.update(section.numbers)
        self.titled += bool(section.titles)
        self.style = Style.of((self.style, section.style))
        self.signed = self.signed or section.signed
        self.closed = self.closed or section.closed


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a section goes on in a thread, or why it stays there though another one drew it."""

    section: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Option:
    """A thread that a section may go on in (None: it begins one), with what speaks for it."""

    thread: Thread | None
    evidence: Evidence
    apart: bool = False


def cases(sections: Sequence[Section], tells: Mapping[str, float]) -> Iterator[Case]:
    """Yield each section that belongs to an article, in page order."""
    for index, section in enumerate(sections):
        if not section.furnishing:
            yield Case(index, sections, tells)


def options(case: Case, found: Sequence[Thread]) -> list[Option]:
    """Return all that a section may be: first a new article, then the rest of an open one."""
    above = case.index - 1
    near = found[-CANDIDATES:]
    counts = Counter(name for thread in near for name in thread.names)
    rivals = frozenset(name for name, count in counts.items() if count > 1)
    return [
        Option(None, beginning(case)),
        *(
            Option(thread, going_on(case, thread, rivals), thread.sections[-1] != above)
            for thread in near
        ),
    ]


def threads(
    sections: Sequence[Section], tells: Mapping[str, float], joins: Mapping[str, float]
) -> list[Thread]:
    """Put every section into the article it belongs to."""
    found: list[Thread] = []
    for case in cases(sections, tells):
        thread, sure, reason = _owner(case, found, joins)
        if thread is None:
            thread = Thread(case.topic, sure=sure)
            found.append(thread)
        if reason:
            thread.joins.append(reason)
        thread.add(case.index, case.section)
    return found


def _owner(
    case: Case, found: list[Thread], joins: Mapping[str, float]
) -> tuple[Thread | None, float, Reason | None]:
    """Return the thread that a section goes on in, or None where it begins an article."""
    if found and not case.section.bodies and not case.section.titles:
        return found[-1], 1.0, None
    choices = options(case, found)
    sure = chances([odds(choice.evidence, joins) for choice in choices])
    ranked = sorted(range(len(choices)), key=sure.__getitem__, reverse=True)
    best = ranked[0]
    unsure = choices[best].apart and sure[best] - sure[ranked[1]] < MARGIN
    if unsure:
        best = next(each for each in ranked if not choices[each].apart)
    thread = choices[best].thread
    if thread is None and not unsure:
        return None, sure[best], None
    told = because(choices[ranked[0]].evidence, joins)
    reason = f"ambiguous, not joined: {told}" if unsure else told
    return thread, sure[best], Reason(case.index, sure[best], reason)
