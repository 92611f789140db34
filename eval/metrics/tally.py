"""Scores that keep their counts, so that they can be added up and given an interval.

    Ratio    hits of total                        8 of 10
    Overlap  correct of predicted, found of gold  precision, recall, F
    Balance  hits among the true and the false    balanced accuracy, whatever the mixture

Nothing to measure is not zero: an empty score has the value None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from pydantic import ConfigDict


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many of so many. `hits` may be a sum of fractions (B³)."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    hits: float = 0
    total: float = 0

    @property
    def value(self) -> float | None:
        """The share, or None of nothing."""
        return self.hits / self.total if self.total else None

    @property
    def size(self) -> float:
        """How many trials stand behind the share."""
        return self.total

    def __add__(self, other: Self) -> "Ratio":
        return Ratio(self.hits + other.hits, self.total + other.total)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What was predicted against what is there.

    The two sides are counted apart because one prediction may answer two gold rows (6-8亿元).
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    correct: float = 0
    predicted: float = 0
    found: float = 0
    gold: float = 0

    @property
    def precision(self) -> float | None:
        """The share of the predictions that is right."""
        return self.correct / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of the gold that was found."""
        return self.found / self.gold if self.gold else None

    @property
    def value(self) -> float | None:
        """F, the harmonic mean; None where there was nothing to find and nothing was claimed."""
        if not self.predicted and not self.gold:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        both = precision + recall
        return 2 * precision * recall / both if both else 0.0

    @property
    def size(self) -> float:
        """How many gold items stand behind the score."""
        return self.gold

    def __add__(self, other: Self) -> "Overlap":
        return Overlap(
            self.correct + other.correct,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )


@dataclass(frozen=True, slots=True)
class Balance:
    """Hits among true claims and among false ones; both sides weigh alike.

    An abstention is half a hit, so that who never decides scores .5, like who tosses a coin.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    true_hits: float = 0
    true: float = 0
    false_hits: float = 0
    false: float = 0

    @property
    def value(self) -> float | None:
        """The mean of both shares; of one side alone, its share."""
        sides = ((self.true_hits, self.true), (self.false_hits, self.false))
        shares = [hits / total for hits, total in sides if total]
        return sum(shares) / len(shares) if shares else None

    @property
    def size(self) -> float:
        """How many claims stand behind it."""
        return self.true + self.false

    def __add__(self, other: Self) -> "Balance":
        return Balance(
            self.true_hits + other.true_hits,
            self.true + other.true,
            self.false_hits + other.false_hits,
            self.false + other.false,
        )


Tally = Ratio | Overlap | Balance


def total(tallies: Sequence[Tally]) -> Tally:
    """Add tallies of one kind up; of none, an empty ratio."""
    if not tallies:
        return Ratio()
    first, *rest = tallies
    for tally in rest:
        first = first + tally  # type: ignore[operator]  # one kind at a time, by contract
    return first
