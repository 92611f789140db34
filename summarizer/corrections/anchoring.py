"""Places that survive a re-run, a new version, and a page that was exported anew.

A place is found where it was, if the same characters stand there in the same surroundings; else
where the same characters stand in the same surroundings elsewhere, if that is one place only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from summarizer.corrections.changes import Anchor, AnyChange, Corrections
from summarizer.text import Span

REACH = 16
"""Characters on each side that are not blank and tell a place from another."""
WINDOW = 8 * REACH
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """A change and where it applies in a text; None where that place is gone."""

    change: AnyChange
    span: Span | None


def anchor(text: str, span: Span) -> Anchor:
    """Return a span of a text as a place that can be found again."""
    return Anchor(
        start=span.start, end=span.end, text=span.of(text), around=_surroundings(text, span)
    )


def find(place: Anchor, text: str) -> Span | None:
    """Return where an anchor lies in a text that may have changed, or None."""
    there = Span(place.start, place.end)
    if _is_at(place, text, there):
        return there
    found = [span for span in _occurrences(place.text, text) if _is_at(place, text, span)]
    return found[0] if len(found) == 1 else None


def placed(corrections: Corrections, text: str) -> tuple[Placed, ...]:
    """Return every change with its place in a text."""
    return tuple(Placed(change, find(change.anchor, text)) for change in corrections.changes)


def _is_at(place: Anchor, text: str, span: Span) -> bool:
    return span.of(text) == place.text and _surroundings(text, span) == place.around


def _occurrences(words: str, text: str) -> Iterator[Span]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def _surroundings(text: str, span: Span) -> str:
    before = "".join(text[max(0, span.start - WINDOW) : span.start].split())[-REACH:]
    after = "".join(text[span.end : span.end + WINDOW].split())[:REACH]
    return sha256(f"{before}\n{after}".encode()).hexdigest()[:DIGITS]
