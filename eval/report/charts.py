"""The drawings of a task page: curves, what each cue is worth, heat, what a flag is worth."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.harness import pool
from eval.metrics.statistics import flag_precision
from eval.results import Measured, Result
from eval.scorers import Better

PREVALENCES = (0.01, 0.03, 0.05)
ENOUGH = 3
"""A slice of fewer pages says more about those pages than about their kind."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A score against the number of operators, as points of a drawing 0–7 by 0–1."""

    measure: str
    points: tuple[tuple[int, float, float], ...]

    @property
    def path(self) -> str:
        """The points of the polyline."""
        return " ".join(f"{40 + x * 64},{150 - y * 130:.1f}" for x, y, _ in self.points)


@dataclass(frozen=True, slots=True)
class Slices:
    """What one set has in one measure, by outlet, decade and kind of page, worst first."""

    dataset: str
    measure: str
    by_tag: tuple[tuple[str, Measured], ...]


@dataclass(frozen=True, slots=True)
class Ablation:
    """What our score loses on each dataset without one cue, in the deciding measure."""

    cue: str
    losses: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many flags are right where `prevalence` of the claims is wrong."""

    prevalence: float
    value: float | None


@dataclass(frozen=True, slots=True)
class Precision:
    """What a flag is worth on one dataset."""

    dataset: str
    recall: float
    false_flags: float
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One operator of the verification task over all datasets."""

    name: str
    wrong: bool
    cells: tuple[Measured | None, ...]


def curves(results: Sequence[Result]) -> Iterator[Curve]:
    """Yield article F and the jumps rejoined against the number of operators."""
    for measure in ("article F@.9", "jumps rejoined"):
        points = []
        for count in range(8):
            tagged = _tagged(results, measure, f"{count} operators")
            if tagged and tagged.value is not None:
                points.append((count, tagged.value, tagged.tally.size))
        yield Curve(measure, tuple(points))


def operators(results: Sequence[Result]) -> Iterator[tuple[str, Measured]]:
    """Yield article F on the pages with each operator, hardest first."""
    tags = {tag for r in results for outcome in r.outcomes for tag in outcome.tags}
    named = [(tag, _tagged(results, "article F@.9", tag)) for tag in sorted(tags) if " " not in tag]
    found = [(tag, measured) for tag, measured in named if measured]
    yield from sorted(found, key=lambda pair: pair[1].value or 0)


def slices(result: Result, measure: str) -> Slices:
    """Cut a set by the tags that enough of its pages have, and others have not."""
    counts = Counter(tag for outcome in result.outcomes for tag in outcome.tags)
    tags = [tag for tag, count in counts.items() if ENOUGH <= count < result.n_total]
    found = [(tag, measured) for tag in tags if (measured := _tagged([result], measure, tag))]
    found.sort(key=lambda pair: _badness(pair[1]), reverse=True)
    return Slices(result.dataset, measure, tuple(found))


def _badness(measured: Measured) -> float:
    value = measured.value or 0.0
    return value if measured.better is Better.LOWER else -value


def _tagged(results: Sequence[Result], measure: str, tag: str) -> Measured | None:
    scores = [
        [score for score in outcome.scores if score.measure == measure]
        for result in results
        for outcome in result.outcomes
        if tag in outcome.tags
    ]
    return next(pool(scores), None)


def ablation(ours: Sequence[Result], results: Sequence[Result]) -> Iterator[Ablation]:
    """Yield the cues, most needed first."""
    names = dict.fromkeys(result.system for result in results if result.role == "ablation")
    rows = [
        Ablation(
            name.removeprefix("without "),
            tuple(_lost_without(result, name, results) for result in ours),
        )
        for name in names
    ]
    yield from sorted(rows, key=lambda row: -sum(row.losses))


def _lost_without(ours: Result, name: str, results: Sequence[Result]) -> float:
    without = next(r for r in results if (r.system, r.dataset) == (name, ours.dataset))
    return (ours.measures[0].value or 0.0) - (without.measures[0].value or 0.0)


def heat(ours: Sequence[Result]) -> Iterator[HeatRow]:
    """Yield every operator and control over all datasets."""
    names = {
        measured.measure: None
        for result in ours
        for measured in result.measures
        if measured.measure.startswith(("caught: ", "flagged: "))
    }
    for name in sorted(names):
        kind, _, operator = name.partition(": ")
        cells = tuple(result.measured(name) for result in ours)
        yield HeatRow(operator, kind == "caught", cells)


def precision(ours: Sequence[Result]) -> Iterator[Precision]:
    """Yield how many flags are right, dataset by dataset."""
    for result in ours:
        caught, flagged = result.measured("errors caught"), result.measured("false flags")
        recall = (caught and caught.value) or 0.0
        false = (flagged and flagged.value) or 0.0
        shares = (Share(rate, flag_precision(recall, false, rate)) for rate in PREVALENCES)
        yield Precision(result.dataset, recall, false, tuple(shares))
