"""What speaks against a row of the table: whose it is said to be, of what, and whether done.

    owner       own_else own_absent own_before other_name read_two …     柳湾 for 青杉
    indicator   gain ind_else ind_in_rival read_unlike rival_tokens …    税收 for 产值
    status      ahead_plan plan_word read_ahead …                        a plan entered as actual
                no_plan done_here read_actual …                          what is done, as a plan
    time        clash elsewhere nowhere                                  2017年 for 2018年

A row cites its figure, so nothing is searched for: its words are held against what stands around
the figure, against what stands around its rivals, and against the code's own reading, which is
one cue among others.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer import lexicon
from summarizer.analysis.words import Word, words_of
from summarizer.matching.bodies import SORT, are_one
from summarizer.matching.contexts import unchanging, weighed, words
from summarizer.matching.cues import Evidence, are_displaced, is_unlike, rivals_of
from summarizer.matching.ground import Anchor, Ground
from summarizer.matching.hearing import AHEAD
from summarizer.matching.source import CALENDAR, Source
from summarizer.matching.times import time_cue
from summarizer.matching.words import group, is_joint, is_member, standing, stands, swapped
from summarizer.quantities import find_quantities
from summarizer.quantity import Quantity
from summarizer.summary import ObservationClaim
from summarizer.text import Span, fold

CARRIED_PLAN = 200
OWNER, INDICATOR, STATUS, TIME = "owner", "indicator", "status", "time"
FIELDS = (OWNER, INDICATOR, STATUS, TIME)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table with its cells folded, and the words of owner and indicator."""

    claim: ObservationClaim
    owner: str
    name: str
    owner_words: tuple[Word, ...]
    name_words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Owner and indicator in one."""
        return "|".join(filter(None, (self.owner, self.name)))


def read_row(claim: ObservationClaim) -> Row:
    """Read the cells of a row as words."""
    owner, name = fold(claim.ref_area or ""), fold(f"{claim.scope or ''}{claim.indicator}")
    return Row(claim, owner, name, _words(owner), _words(name))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[Word, ...]:
    return tuple(words_of(text, Span(0, len(text)), ()))


@lru_cache(maxsize=1024)
def _dates(text: str, date: dt.date | None) -> tuple[Quantity, ...]:
    return tuple(each for each in find_quantities(text, date=date) if each.kind in CALENDAR)


def against_row(row: Row, own: int, ground: Ground) -> dict[str, Evidence]:
    """Return what speaks against each field of a row that cites a figure, by its index."""
    anchor, source = ground.at(own), ground.source
    rivals = [ground.at(index) for index in rivals_of(source.figures[own], own, source)]
    return {
        OWNER: _against_owner(row, anchor, rivals, source),
        INDICATOR: _against_indicator(row, anchor, rivals, source),
        STATUS: _against_status(row, anchor, source),
        TIME: _against_time(row, anchor, source),
    }


def _against_owner(row: Row, anchor: Anchor, rivals: Sequence[Anchor], source: Source) -> Evidence:
    if not row.owner:
        return {}
    evidence: Evidence = defaultdict(float)
    tokens = _hear(evidence, row.owner_words, row, anchor, rivals, source)
    before = anchor.before + anchor.segment
    evidence["before"] = 1 - _share(tokens, before)
    evidence["other_name"] = float(_names_another(row, anchor))
    member = any(is_member(token, anchor, row.text) for token in tokens)
    evidence["joint" if member and is_joint(anchor) else "member"] = float(member)
    read = _read(anchor, source)
    if read is not None and read.ref_area:
        one = are_one(row.owner, fold(read.ref_area))
        evidence["read_two"] = float(not one)
        evidence["read_one"] = float(one)
        evidence["read_two_absent"] = float(not one and not _share(tokens, anchor.sentence))
    return evidence


def _against_indicator(
    row: Row, anchor: Anchor, rivals: Sequence[Anchor], source: Source
) -> Evidence:
    if not row.name:
        return {}
    evidence: Evidence = defaultdict(float)
    tokens = _hear(evidence, row.name_words, row, anchor, rivals, source)
    evidence["gain"] = _gain(row.text, anchor, rivals, source)
    evidence["gain_other"] = _gain_other(row.name, anchor, source)
    evidence["gain_name"] = _gain(row.name, anchor, rivals, source)
    evidence["nofit"] = 1 - _fit(row.text, anchor, source)
    evidence["clause"] = 1 - _share(tokens, anchor.clause)
    evidence["rival_tokens"] = float(
        max(0, max((_count(tokens, r) - _count(tokens, anchor) for r in rivals), default=0))
    )
    evidence["displaced"] = float(are_displaced(tokens, anchor, rivals))
    read = _read(anchor, source)
    evidence["read_unlike"] = 1 - _likeness(row.name, fold(read.indicator)) if read else 0.0
    return evidence


def _hear(
    evidence: Evidence,
    read: Sequence[Word],
    row: Row,
    anchor: Anchor,
    rivals: Sequence[Anchor],
    source: Source,
) -> list[str]:
    """Hear how the words of a cell stand to the figure; return those that tell something."""
    told = [at for at, word in enumerate(read) if group(word) and not SORT.fullmatch(word.text)]
    stood = {at: standing(read[at].text, anchor, source.text) for at in told}
    counts = Counter(stood.values())
    for stand in ("else", "new", "carried"):
        evidence[stand] = float(counts[stand])
    evidence["absent"] = float(bool(told) and not counts["near"])
    far = [at for at in told if stood[at] != "near"]
    evidence["swapped"] = float(any(swapped(read, at, anchor, row.text) for at in far))
    evidence["in_rival"] = float(
        any(stands(read[at].text, rival.clause) for at in far for rival in rivals)
    )
    return [read[at].text for at in told]


def _share(tokens: Sequence[str], text: str) -> float:
    return sum(stands(token, text) for token in tokens) / len(tokens) if tokens else 0.0


def _count(tokens: Sequence[str], anchor: Anchor) -> int:
    return sum(stands(token, anchor.segment) for token in tokens)


def _names_another(row: Row, anchor: Anchor) -> bool:
    """Say whether the sentence names a body before the figure, and none of the row's owner."""
    mine = [w.text for w in row.owner_words if group(w) and not SORT.fullmatch(w.text)]
    if any(stands(each, anchor.sentence) for each in mine):
        return False
    return any(
        word.start < anchor.point
        and group(word) == "name"
        and word.text not in row.text
        and not any(len(set(word.text) & set(each)) > 1 for each in mine)
        for word in anchor.words
    )


def _read(anchor: Anchor, source: Source) -> ObservationClaim | None:
    """Return how the code itself reads the figure of an anchor."""
    return None if anchor.index is None else source.readings.get(source.figures[anchor.index].id)


def _fit(text: str, anchor: Anchor, source: Source) -> float:
    cues = weighed(unchanging(text))
    whole = source.contexts.weight(cues) or 1.0
    return min(1.0, source.contexts.fits(cues)[anchor.index or 0] / whole)


def _gain(text: str, anchor: Anchor, rivals: Sequence[Anchor], source: Source) -> float:
    fits = source.contexts.fits(weighed(unchanging(text)))
    best = max((fits[rival.index or 0] for rival in rivals), default=0.0)
    return max(0.0, best - fits[anchor.index or 0])


def _gain_other(name: str, anchor: Anchor, source: Source) -> float:
    """Say how much better a name fits a figure that counts or measures other things."""
    own = anchor.index or 0
    fits, figure = source.contexts.fits(weighed(unchanging(name))), source.figures[own]
    unlike = (fit for index, fit in fits.items() if is_unlike(figure, index, source))
    return max(0.0, max(unlike, default=0.0) - fits[own])


def _likeness(name: str, other: str) -> float:
    """Return which part of their pairs of characters two names share; of a longer one, the part."""
    mine, theirs = set(words(name)), set(words(other))
    both = len(mine & theirs)
    return both / min(len(mine), len(theirs)) if mine and theirs else float(name == other)


def _against_status(row: Row, anchor: Anchor, source: Source) -> Evidence:
    """Hear where an actual figure is only meant, or a planned one has come about."""
    read = _read(anchor, source)
    if row.claim.status in AHEAD:
        return _against_plan(anchor, read)
    if lexicon.pattern("evidence.named_plan").search(row.name):
        return {}
    return _against_fact(anchor, ahead=read is not None and read.status in AHEAD)


def _against_plan(anchor: Anchor, read: ObservationClaim | None) -> Evidence:
    """Hear what speaks against a figure that is told as planned."""
    plan, done = lexicon.pattern("evidence.plan"), lexicon.pattern("evidence.done")
    here, planned = plan.search(anchor.clause), plan.search(anchor.sentence)
    carried = plan.search(anchor.carried[-CARRIED_PLAN:])
    actual = read is not None and read.status not in AHEAD
    return {
        "no_plan": float(not planned and not carried),
        "plan_carried": float(not planned and carried is not None),
        "done_here": float(done.search(anchor.clause) is not None and here is None),
        "read_actual": float(actual),
        "said_done": float(_has_happened(anchor) and here is None),
        "no_plan_read_actual": float(not planned and actual),
    }


def _against_fact(anchor: Anchor, *, ahead: bool) -> Evidence:
    """Hear what speaks against a figure that is told as a fact."""
    plan, done = lexicon.pattern("evidence.plan"), lexicon.pattern("evidence.done")
    here, before = plan.search(anchor.clause), plan.search(anchor.before)
    happened, has_happened = done.search(anchor.clause), _has_happened(anchor)
    return {
        "plan_here": float(here is not None and happened is None),
        "plan_before": float(before is not None and here is None and not has_happened),
        "plan_behind": float(not before and not here and bool(plan.search(anchor.sentence))),
        "read_ahead": float(ahead),
        "read_ahead_plan": float(ahead and bool(before or here) and not has_happened),
        "happened": float(happened is not None),
    }


def _has_happened(anchor: Anchor) -> bool:
    return lexicon.pattern("evidence.said_done").search(anchor.sentence) is not None


def _against_time(row: Row, anchor: Anchor, source: Source) -> Evidence:
    """Hear where the article puts the figure into another time."""
    dates = _dates(fold(row.claim.time_period_text or ""), source.date)
    cues = {cue for date in dates if (cue := time_cue(date, anchor, source))}
    return dict.fromkeys(cues, 1.0)
