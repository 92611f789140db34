"""What a report is worth: a scorer compares it with a sample's gold.

    scorer(sample, report) ── Score ── tally      adds up over issues
                                   └── losses     every lost point, with its place in the source

One file for each question. A scorer never calls the code it measures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from eval.gold import Sample
from eval.metrics.tally import Tally
from summarizer.report import IssueReport


class Better(StrEnum):
    """Which way is up."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Loss:
    """A point that was lost, and where in the source to look."""

    start: int
    end: int
    kind: str
    note: str
    item: str = ""
    """Which of several things at one place; two runs are compared by it."""


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of one sample."""

    measure: str
    tally: Tally
    better: Better = Better.HIGHER
    losses: tuple[Loss, ...] = ()


Scorer = Callable[[Sample, IssueReport], tuple[Score, ...]]
