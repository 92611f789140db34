"""Sections → threads: which later section goes on in which article.

    A1 ─ A2        B1 ─ B2        C1           a section either begins an article,
     └────────── A3 (jump line, cohesion)      or goes on in one that is still open

A byline or 本报讯 above the first paragraph begins an article, and a byline below the last closes
it. Everything else is weighed (`evidence`): each open article and the beginning of a new one get a
score, the best wins, and what spoke for it is kept as the reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.segmentation.boundaries import Section
from summarizer.segmentation.cohesion import Topic
from summarizer.segmentation.evidence import Case, because, beginning, going_on, odds, probability
from summarizer.segmentation.lines import Style

CANDIDATES = 10
LONGEST = 10_000
PLAIN = Style()


@dataclass(slots=True)
class Thread:
    """The sections of one article, as they are found."""

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
    joins: list["Reason"] = field(default_factory=list)

    def add(self, index: int, section: Section) -> None:
        """Take a section in, whose words are in the topic."""
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
    """Why a section goes on in a thread."""

    section: int
    score: float
    reason: str


def threads(
    sections: Sequence[Section], tells: Mapping[str, float], without: frozenset[str] = frozenset()
) -> list[Thread]:
    """Put every section into the article it belongs to; `without` switches cues off."""
    closes = _closes(sections)
    found: list[Thread] = []
    left = False
    for index, section in enumerate(sections):
        if section.furnishing:
            continue
        case = Case(index, sections, tells, closes[index], left)
        thread, reason = _owner(case, found, without)
        if thread is None:
            thread = Thread(case.topic)
            found.append(thread)
        else:
            thread.topic.add(section.words)
        if reason:
            thread.joins.append(reason)
        thread.add(index, section)
        left = left or section.leaves
    return found


def _closes(sections: Sequence[Section]) -> list[bool]:
    """Say of each section whether a byline stands below it before another article surely begins."""
    found = [section.closed for section in sections]
    for index in reversed(range(len(sections) - 1)):
        below = sections[index + 1]
        found[index] = found[index] or (found[index + 1] and not (below.signed or below.opens))
    return found


def _owner(
    case: Case, found: list[Thread], without: frozenset[str]
) -> tuple[Thread | None, Reason | None]:
    """Return the thread that a section goes on in, or None where it begins an article."""
    section = case.section
    if found and not section.bodies and not section.titles:
        return found[-1], None
    if (section.signed or section.opens) and not section.arrives:
        return None, None
    open_threads = [thread for thread in found[-CANDIDATES:] if not thread.closed]
    if not open_threads:
        return None, None
    options = [going_on(case, thread) for thread in open_threads]
    scores = [odds(option, without) for option in options]
    above = next((each for each in open_threads if each.sections[-1] == case.index - 1), None)
    best = max(range(len(scores)), key=scores.__getitem__)
    lead = scores[best] - odds(beginning(case, above), without)
    if lead < 0:
        return None, None
    return open_threads[best], Reason(
        case.index, probability(lead), because(options[best], without)
    )
