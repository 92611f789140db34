"""Two runs, item by item: what changed, whether that is more than luck, and which items flipped.

Runs on different data are not compared. Issues are the pairs; with many measures asked at once the
p values are corrected after Holm.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from eval.metrics.statistics import holm, sign_flip
from eval.results import EvalReport, Measured, Result
from eval.runs import NotMeasurable
from eval.scorers import Better, Loss


@dataclass(frozen=True, slots=True)
class Change:
    """One deciding measure in two runs."""

    name: str
    measure: str
    better: Better
    before: float | None
    after: float | None
    issues: int
    p: float
    corrected: float
    """p after Holm, for having asked about so many measures."""

    @property
    def difference(self) -> float:
        """After minus before."""
        return (self.after or 0.0) - (self.before or 0.0)

    @property
    def worse(self) -> bool:
        """Whether the change goes the wrong way."""
        return self.difference * (1 if self.better is Better.HIGHER else -1) < 0


@dataclass(frozen=True, slots=True)
class Flip:
    """A point that only one of the two runs lost."""

    name: str
    sample: str
    loss: Loss
    lost: bool


def changes(before: EvalReport, after: EvalReport) -> tuple[Change, ...]:
    """Compare the deciding measures of our systems. Raises NotMeasurable."""
    found = [change for pair in _pairs(before, after) for change in _changes(*pair)]
    corrected = holm([change.p for change in found])
    return tuple(replace(change, corrected=p) for change, p in zip(found, corrected, strict=True))


def _pairs(before: EvalReport, after: EvalReport) -> Iterator[tuple[Result, Result]]:
    pairs = [(before.find(result), result) for result in after.ours()]
    if not any(old for old, _ in pairs):
        raise NotMeasurable(
            "{before} and {after} have no task and dataset in common",
            before=before.id,
            after=after.id,
        )
    for old, new in pairs:
        if old and old.digest != new.digest:
            raise NotMeasurable(
                "{name}: {before} ran on {old}, {after} on {new}; different data are not compared",
                name=new.name,
                before=before.id,
                old=old.digest,
                after=after.id,
                new=new.digest,
            )
        if old:
            yield old, new


def _changes(old: Result, new: Result) -> Iterator[Change]:
    for measured in new.measures:
        counterpart = old.measured(measured.measure)
        if measured.key and counterpart:
            yield _change(old, new, counterpart, measured)


def _change(old: Result, new: Result, before: Measured, after: Measured) -> Change:
    differences = [
        (right.tally.value or 0.0) - (left.tally.value or 0.0)
        for outcome in new.outcomes
        for left, right in [
            (old.score(outcome.sample, after.measure), new.score(outcome.sample, after.measure))
        ]
        if left and right and left.tally.value is not None and right.tally.value is not None
    ]
    return Change(
        new.name,
        after.measure,
        after.better,
        before.value,
        after.value,
        len(differences),
        p=sign_flip(differences),
        corrected=1.0,
    )


def flips(before: EvalReport, after: EvalReport) -> tuple[Flip, ...]:
    """List the points that only one of the runs lost, newly lost ones first."""
    found = []
    for old, new in _pairs(before, after):
        ours, theirs = _losses(new), _losses(old)
        found += [
            Flip(new.name, key[0], (ours | theirs)[key], lost=key in ours)
            for key in ours.keys() ^ theirs.keys()
        ]
    return tuple(
        sorted(found, key=lambda flip: (not flip.lost, flip.name, flip.sample, flip.loss.start))
    )


Key = tuple[str, str, int, str]


def _losses(result: Result) -> dict[Key, Loss]:
    return {
        (outcome.sample, loss.kind, loss.start, loss.item): loss
        for outcome in result.outcomes
        for score in outcome.scores
        for loss in score.losses
    }
