"""Ask, judge, add up.

    evaluate(task, dataset, system) ── Result
                                         ├─ outcomes   one for each sample: scores, or its error
                                         └─ measures   pooled, with interval and counts

A sample whose system raised is a value, not a gap: it is scored as an empty answer, and
`n_ok/n_total` stands beside every number.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.dataset import Dataset
from eval.gold import Sample
from eval.metrics.statistics import Interval, interval
from eval.metrics.tally import Tally, total
from eval.scorers import Better, Score
from eval.systems import System
from eval.systems.reports import silence
from eval.tasks import Task
from summarizer.report import IssueReport


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one sample."""

    sample: str
    report: IssueReport
    scores: tuple[Score, ...]
    seconds: float
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure over all samples."""

    measure: str
    better: Better
    tally: Tally
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Result:
    """One system on one task and dataset."""

    task: str
    dataset: str
    digest: str
    system: str
    outcomes: tuple[Outcome, ...]
    measures: tuple[Measured, ...]

    @property
    def n_ok(self) -> int:
        """How many samples were answered at all."""
        return sum(outcome.error is None for outcome in self.outcomes)


def evaluate(task: Task, dataset: Dataset, name: str) -> Result:
    """Ask one system every sample that has gold for the task, and judge the answers."""
    samples = dataset.asking(task.question)
    outcomes = tuple(_outcome(task, sample, task.systems[name]) for sample in samples)
    measures = tuple(pool([outcome.scores for outcome in outcomes]))
    return Result(task.question, dataset.name, dataset.digest, name, outcomes, measures)


def _outcome(task: Task, sample: Sample, system: System) -> Outcome:
    started = time.perf_counter()
    error = None
    try:
        report = system(sample)
    except Exception as trouble:  # noqa: BLE001 - a crash of what is measured is a result
        report = silence(sample)
        error = f"{type(trouble).__name__}: {trouble}"
    seconds = time.perf_counter() - started
    return Outcome(sample.id, report, task.score(sample, report), seconds, error)


def pool(scores: Sequence[Sequence[Score]]) -> Iterator[Measured]:
    """Add the scores of all samples up, measure by measure, in order of first appearance."""
    grouped: dict[str, list[Score]] = {}
    for score in (score for sample in scores for score in sample):
        grouped.setdefault(score.measure, []).append(score)
    for measure, group in grouped.items():
        tallies = tuple(score.tally for score in group)
        better = group[0].better
        bounds = None if better is Better.NEITHER else interval(tallies)
        yield Measured(measure, better, total(tallies), bounds)
