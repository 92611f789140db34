"""The reasons a verdict can have: stable codes, each belonging to one verdict.

    supported         exact equivalent rounded derived consistent
    refuted           value_mismatch unit_mismatch kind_mismatch modifier_dropped modifier_added
                      direction_conflict measure_conflict basis_conflict status_conflict
                      period_conflict entity_unbound indicator_unbound not_in_article
                      citation_mismatch duplicate
    not_enough_info   unverified reading_open

`Judgement` is the verdict on one number, name or row; a claim is as good as its worst.
"""

from dataclasses import dataclass
from enum import StrEnum

from summarizer.report import Confidence, Tier, Verdict
from summarizer.text import Span


class Reason(StrEnum):
    """Why a claim is supported, refuted or undecided."""

    EXACT = "exact"  # as printed
    EQUIVALENT = "equivalent"  # another way to write the same: 1.2亿 = 12000万
    ROUNDED = "rounded"  # correctly rounded, and said to be: 约123亿元
    DERIVED = "derived"  # computed from figures of the article
    CONSISTENT = "consistent"  # has no figure; its names and words are the article's
    VALUE_MISMATCH = "value_mismatch"
    UNIT_MISMATCH = "unit_mismatch"
    KIND_MISMATCH = "kind_mismatch"
    MODIFIER_DROPPED = "modifier_dropped"
    MODIFIER_ADDED = "modifier_added"
    DIRECTION_CONFLICT = "direction_conflict"
    MEASURE_CONFLICT = "measure_conflict"  # a level told as a change, or the other way round
    BASIS_CONFLICT = "basis_conflict"  # 环比 for 同比
    STATUS_CONFLICT = "status_conflict"
    PERIOD_CONFLICT = "period_conflict"
    ENTITY_UNBOUND = "entity_unbound"
    INDICATOR_UNBOUND = "indicator_unbound"
    NOT_IN_ARTICLE = "not_in_article"
    CITATION_MISMATCH = "citation_mismatch"
    DUPLICATE = "duplicate"
    UNVERIFIED = "unverified"  # its words are not the article's: nothing to decide by
    READING_OPEN = "reading_open"  # the number is there, but perhaps not for this

    @property
    def verdict(self) -> Verdict:
        """The verdict this reason leads to."""
        if self in SUPPORTING:
            return Verdict.SUPPORTED
        return Verdict.NOT_ENOUGH_INFO if self in UNDECIDED else Verdict.REFUTED


SUPPORTING = (
    Reason.EXACT,
    Reason.EQUIVALENT,
    Reason.ROUNDED,
    Reason.DERIVED,
    Reason.CONSISTENT,
)
UNDECIDED = frozenset({Reason.UNVERIFIED, Reason.READING_OPEN})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found about one number, name or row, with its evidence in the article.

    `tier` says what was looked at; `confidence`, where a reading holds, how surely it does.
    """

    reason: Reason
    message: str = ""
    evidence: Span | None = None
    tier: Tier = Tier.NUMBER
    confidence: Confidence | None = None

    @property
    def holds(self) -> bool:
        """Whether the article supports it."""
        return self.reason in SUPPORTING
