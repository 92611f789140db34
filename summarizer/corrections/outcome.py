"""What became of a change when it met a text."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from summarizer.corrections.anchoring import Placed
from summarizer.corrections.changes import Note
from summarizer.report import Correction


class Fate(StrEnum):
    """Why a change applies, or does not."""

    APPLIED = "applied"
    LOST = "lost"  # its words, in their surroundings, are not in the text
    NO_ARTICLE = "no_article"  # they are, but in no article
    NO_FIGURE = "no_figure"  # nothing that has a value is read there
    NO_ROW = "no_row"  # the figure has no such row


def told(changes: Iterable[Placed], fates: Mapping[Placed, Fate]) -> tuple[Correction, ...]:
    """Say of every change whether it applies, where, who made it and when."""
    return tuple(_told(each, fates.get(each) or _alone(each)) for each in changes)


def _alone(each: Placed) -> Fate:
    """Return the fate of a change that nobody took: a note needs its place, the rest an article."""
    if each.span is None:
        return Fate.LOST
    return Fate.APPLIED if isinstance(each.change, Note) else Fate.NO_ARTICLE


def _told(each: Placed, fate: Fate) -> Correction:
    change, span = each.change, each.span
    return Correction(
        op=change.op,
        start=span.start if span else change.anchor.start,
        end=span.end if span else change.anchor.end,
        text=change.anchor.text,
        by=change.by,
        at=change.at.isoformat(timespec="seconds"),
        result=fate.value,
        note=change.note,
    )
