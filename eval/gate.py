"""Floors under our scores, pinned to the data they were measured on.

A floor stands under the lower end of an interval (for errors: a ceiling over the upper end), so
that luck does not open the gate. Floors rise by `--accept`; to lower one takes a reason, which is
kept. A set whose digest has changed cannot be measured against its floor: that is not a pass.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from pathlib import Path

from eval.results import EvalReport, Measured, Result
from eval.scorers import Better
from summarizer.errors import SummarizerError
from summarizer.summary import Border

BASELINE = Path(__file__).with_name("baseline.json")
STEP = Decimal("0.001")


class FloorsWouldSink(SummarizerError):  # noqa: N818 - a state of the world
    """Accepting would lower a floor, and nobody said why."""


class Floor(Border):
    """What a measure may not fall below (`higher`) or rise above (`lower`)."""

    task: str
    dataset: str
    digest: str
    system: str
    measure: str
    better: Better
    bound: Decimal
    value: Decimal
    reason: str | None = None
    """Why it was lowered, if it ever was."""

    def holds(self, measured: Measured) -> bool:
        """Say whether a measure stays on the right side."""
        bound = _bound(measured)
        return bound >= self.bound if self.better is Better.HIGHER else bound <= self.bound


class Baseline(Border):
    """All floors."""

    floors: tuple[Floor, ...]


class Ruling(Border):
    """What came of one floor: `pass`, `worse`, or `not measured`, and why."""

    floor: Floor
    outcome: str
    bound: Decimal | None
    note: str = ""


def read_baseline(path: Path = BASELINE) -> Baseline:
    """Read the floors."""
    return Baseline.model_validate_json(path.read_bytes())


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> Baseline:
    """Keep the floors."""
    path.write_text(baseline.model_dump_json(indent=1) + "\n", "utf-8")
    return baseline


def rule(baseline: Baseline, report: EvalReport) -> tuple[Ruling, ...]:
    """Hold a run against every floor."""
    return tuple(_ruling(floor, report) for floor in baseline.floors)


def _ruling(floor: Floor, report: EvalReport) -> Ruling:
    result = next((r for r in report.results if _is_for(floor, r)), None)
    measured = result.measured(floor.measure) if result else None
    if result is None or measured is None or measured.value is None:
        return Ruling(floor=floor, outcome="not measured", bound=None, note="nothing was measured")
    if result.digest != floor.digest:
        note = f"the floor is for {floor.digest}, the run was on {result.digest}"
        return Ruling(floor=floor, outcome="not measured", bound=None, note=note)
    if result.n_ok < result.n_total:
        note = f"{result.n_total - result.n_ok} of {result.n_total} samples raised an error"
        return Ruling(floor=floor, outcome="not measured", bound=_bound(measured), note=note)
    outcome = "pass" if floor.holds(measured) else "worse"
    return Ruling(floor=floor, outcome=outcome, bound=_bound(measured))


def _is_for(floor: Floor, result: Result) -> bool:
    return (floor.task, floor.dataset, floor.system) == (result.task, result.dataset, result.system)


def _bound(measured: Measured) -> Decimal:
    """Return the end of the interval that counts, to three decimals, against us."""
    interval, value = measured.interval, measured.value or 0.0
    if measured.better is Better.LOWER:
        high = interval.high if interval else value
        return Decimal(repr(high)).quantize(STEP, ROUND_CEILING)
    low = interval.low if interval else value
    return Decimal(repr(low)).quantize(STEP, ROUND_FLOOR)


def verdict(rulings: Sequence[Ruling]) -> int:
    """Return the exit code: 0 pass, 1 worse, 3 could not be measured."""
    outcomes = {ruling.outcome for ruling in rulings}
    if "worse" in outcomes:
        return 1
    return 3 if "not measured" in outcomes or not rulings else 0


def accept(
    baseline: Baseline, report: EvalReport, datasets: Sequence[str], reason: str | None
) -> Baseline:
    """Put floors under a run. Raises FloorsWouldSink where one would fall without a reason."""
    floors = tuple(_floors(baseline, report, datasets, reason))
    return Baseline(floors=floors)


def _floors(
    baseline: Baseline, report: EvalReport, datasets: Sequence[str], reason: str | None
) -> Iterator[Floor]:
    for result in report.ours():
        for measured in result.measures:
            if result.dataset in datasets and measured.key and measured.value is not None:
                yield _floor(baseline, result, measured, reason)


def _floor(baseline: Baseline, result: Result, measured: Measured, reason: str | None) -> Floor:
    old = next(
        (f for f in baseline.floors if _is_for(f, result) and f.measure == measured.measure), None
    )
    sinks = old is not None and not old.holds(measured) and old.digest == result.digest
    if old and sinks and not reason:
        raise FloorsWouldSink(
            f"{result.name}: {measured.measure} would sink from {old.bound} to"
            f" {_bound(measured)}; say why with --reason"
        )
    return Floor(
        task=result.task,
        dataset=result.dataset,
        digest=result.digest,
        system=result.system,
        measure=measured.measure,
        better=measured.better,
        bound=_bound(measured),
        value=Decimal(f"{measured.value or 0:.4f}"),
        reason=reason if sinks else old and old.reason,
    )
