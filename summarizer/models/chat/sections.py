"""A long article, drafted in sections: cut between paragraphs, put together again.

Figures keep their numbers in every section, so nothing has to be renumbered afterwards.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

from summarizer.summary import ArticleSummary, KeyPoint
from summarizer.text import Span

Item = TypeVar("Item")

SHORTEST = 200
MOST_KEY_POINTS = 6
BOUNDARIES = (re.compile(r"\n"), re.compile(r"[。！？；!?]"), re.compile(r"[，,、\s]"))


def cut(text: str, longest: int) -> tuple[Span, ...]:
    """Return stretches of at most `longest` characters that together cover the text."""
    pending = [Span(0, len(text))]
    done = []
    while pending:
        span = pending.pop()
        halves = halve(text, span) if len(span) > longest else ()
        if halves:
            pending += reversed(halves)
        else:
            done.append(span)
    return tuple(done)


def halve(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a stretch near its middle, if it can be between paragraphs; empty if it is too short."""
    middle = (span.start + span.end) // 2
    first, last = span.start + SHORTEST, span.end - SHORTEST
    for boundary in BOUNDARIES:
        ends = [match.end() for match in boundary.finditer(text, first, max(first, last))]
        if ends:
            at = min(ends, key=lambda end: abs(end - middle))
            return Span(span.start, at), Span(at, span.end)
    return ()


def merge(parts: Sequence[ArticleSummary], points: int = MOST_KEY_POINTS) -> ArticleSummary:
    """Put the drafts of the sections together; the abstract is that of the lead."""
    said = [point for part in parts for point in part.key_points]
    lead = next((part for part in parts if part.abstract), parts[0])
    return ArticleSummary(
        abstract=lead.abstract,
        abstract_quantities=lead.abstract_quantities,
        key_points=tuple(_spread(said, points)) if len(parts) > 1 else tuple(said),
        observations=_all(part.observations for part in parts),
        asides=_all(part.asides for part in parts),
        stands=_all(part.stands for part in parts),
    )


def _all(lists: Iterable[Sequence[Item]]) -> tuple[Item, ...]:
    """Return what is in any of some lists, once."""
    return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _spread(items: Sequence[KeyPoint], most: int) -> list[KeyPoint]:
    """Return at most so many of the items, evenly spread over all of them."""
    count = min(most, len(items))
    return [items[index * len(items) // count] for index in range(count)]
