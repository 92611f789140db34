"""What was asked, answered and measured: the nouns of a run, as they lie on disk.

Answer      one system on one sample: its report, or its error      answers.jsonl.gz
EvalReport  ── Result      one system on one task and dataset       report.json
                 ├─ outcomes   one for each sample: scores and lost points
                 └─ measures   pooled over samples, with interval and counts
"""

from collections.abc import Iterator
from dataclasses import dataclass

from eval.gold import Question
from eval.metrics.statistics import Interval
from eval.metrics.tally import Overlap, Tally
from eval.scorers import Better, Score
from eval.scorers.segmentation import AMONG, KEPT, SURE
from summarizer.report import IssueReport
from summarizer.summary import Border


class Answer(Border):
    """What a system said about a sample; after a crash, nothing, and why."""

    task: Question
    dataset: str
    digest: str
    system: str
    sample: str
    seconds: float
    error: str | None
    report: IssueReport


class Outcome(Border):
    """What an answer was worth. A sample without answer is scored as an empty one."""

    sample: str
    tags: tuple[str, ...]
    seconds: float
    error: str | None
    scores: tuple[Score, ...]


class Measured(Border):
    """One measure over all samples. `key` marks those that decide."""

    measure: str
    better: Better
    key: bool
    value: float | None
    tally: Tally
    interval: Interval | None
    ceiling: float | None = None
    """What a second annotator reaches against the first, where that was measured."""


class Result(Border):
    """One system on one task and dataset."""

    task: Question
    dataset: str
    split: str
    digest: str
    sealed: bool = False
    """Whether only totals may be shown."""
    system: str
    role: str
    """`ours`, `ablation`, `baseline` or `gold`."""
    outcomes: tuple[Outcome, ...]
    measures: tuple[Measured, ...]

    @property
    def n_ok(self) -> int:
        """How many samples were answered at all."""
        return sum(outcome.error is None for outcome in self.outcomes)

    @property
    def n_total(self) -> int:
        """How many samples were asked."""
        return len(self.outcomes)

    @property
    def name(self) -> str:
        """Task, dataset and system as one line."""
        return f"{self.task} · {self.dataset} · {self.system}"

    def measured(self, measure: str) -> Measured | None:
        """Return a measure by name."""
        return next((one for one in self.measures if one.measure == measure), None)

    def score(self, sample: str, measure: str) -> Score | None:
        """Return the score of one sample in a measure."""
        return next(
            (
                score
                for outcome in self.outcomes
                if outcome.sample == sample
                for score in outcome.scores
                if score.measure == measure
            ),
            None,
        )


class EvalReport(Border):
    """Everything that a run measured."""

    id: str
    started: str
    version: str
    model: str
    results: tuple[Result, ...]

    def ours(self) -> Iterator[Result]:
        """Yield the results of the systems under test."""
        return (result for result in self.results if result.role == "ours")

    def find(self, like: Result) -> Result | None:
        """Return the result with the same task, dataset and system."""
        wanted = (like.task, like.dataset, like.system)
        return next((r for r in self.results if (r.task, r.dataset, r.system) == wanted), None)


@dataclass(frozen=True, slots=True)
class Trust:
    """How good the articles are whose edges are at least so sure, and how many that are."""

    sure: float
    kept: float
    right: float | None
    f: float | None


def trust(result: Result) -> tuple[Trust, ...]:
    """Return F against coverage: what is left when only the surest articles are kept."""
    found = []
    for sure in SURE:
        kept, among = (result.measured(name.format(sure)) for name in (KEPT, AMONG))
        if kept and among and kept.value is not None and isinstance(among.tally, Overlap):
            found.append(Trust(sure, kept.value, among.tally.precision, among.value))
    return tuple(found)
