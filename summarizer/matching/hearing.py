"""How the code's own reading of a figure speaks against a claim, for what it is worth.

read_other_owner owner_right …   the body that `binding` reads, against those that the claim names
read_unlike                      the indicator
read_ahead_done …                its status
period_apart period_part …       its time, against the time that the claim tells
"""

from collections.abc import Mapping, Sequence

from summarizer import lexicon
from summarizer.analysis.words import Word
from summarizer.matching.bodies import are_one
from summarizer.matching.contexts import words
from summarizer.matching.ground import Anchor
from summarizer.matching.source import Source
from summarizer.matching.times import Days, days
from summarizer.matching.words import group
from summarizer.quantity import Quantity
from summarizer.summary import Status
from summarizer.text import fold

AHEAD = frozenset({Status.PLAN, Status.TARGET, Status.FORECAST, Status.CAPACITY})
Heard = Mapping[str, float]


def hear_reading(
    said: str, lead: str, told: Sequence[Word], anchor: Anchor, source: Source
) -> Heard:
    """Hear the reading of a figure; `lead` are the words of the claim that lead up to it."""
    read = None if anchor.index is None else source.readings.get(source.figures[anchor.index].id)
    if read is None:
        return {}
    heard: dict[str, float] = {}
    if read.status in AHEAD:
        plan = lexicon.pattern("evidence.plan").search(lead)
        done = lexicon.pattern("evidence.said_done").search(lead)
        heard["read_ahead_done"] = float(done is not None and plan is None)
        heard["read_ahead_bare"] = float(done is None and plan is None)
    owner = fold(read.ref_area or "")
    heard |= _hear_owner(said, lead, owner, told, source)
    is_here = bool(owner) and owner in anchor.segment
    heard["other_owner_here"] = float(is_here and heard.get("read_other_owner", 0.0) > 0)
    pairs = words(fold(read.indicator))
    if pairs:
        heard["read_unlike"] = 1 - sum(pair in said for pair in pairs) / len(pairs)
    return heard


def _hear_owner(said: str, lead: str, owner: str, told: Sequence[Word], source: Source) -> Heard:
    names = [word.text for word in told if group(word) == "name"]
    bodies = [name for name in source.bodies if name in lead]
    if not owner or not (names or bodies):
        return {}
    if owner in said:
        return {"owner_right": 1.0}
    return {
        "read_other_owner": float(not any(are_one(name, owner) for name in names or bodies)),
        "body_other_owner": float(
            bool(bodies) and not any(are_one(name, owner) for name in bodies)
        ),
    }


def hear_period(date: Quantity, own: int, source: Source) -> Heard:
    """Hear how the time that a claim tells stands to the one that is read for the figure."""
    told = days(date.time_period or "")
    meant = days(source.times.get(source.figures[own].id, ""))
    return {f"period_{_relation(told, meant)}": 1.0} if told and meant else {}


def _relation(told: Days, meant: Days) -> str:
    if told == meant:
        return "same"
    if told[1] < meant[0] or meant[1] < told[0]:
        return "apart"
    if meant[0] <= told[0] and told[1] <= meant[1]:
        return "part"
    return "whole" if told[0] <= meant[0] and meant[1] <= told[1] else "overlap"
