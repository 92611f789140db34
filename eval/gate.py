"""Floors under our scores, pinned to the data they were measured on.

A floor stands a hundredth under what the counts surely reach (Wilson's one-sided bound; for
errors a ceiling over it), so that luck does not open the gate; with fewer than six issues, under
the value. The intervals of the reports are no floors: they ask how a score spreads over other
pages, and where it is spotless by another formula, so that a better score could have the lower
end. The gate asks the same pages again: its bound rises with the value, to the very top.

Floors rise by `--accept`; lowering them takes a reason, which is kept, as it is where other data
had them measured anew. A set whose digest has changed cannot be measured against its floor: that
is not a pass. Sets that do not ship with the
project are held to their floors where they are present.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from pathlib import Path

from eval.dataset import BESIDE, LOADERS
from eval.gold import Question
from eval.metrics.statistics import sure_share
from eval.results import EvalReport, Measured, Result
from eval.scorers import Better
from summarizer.summary import Border

BASELINE = Path(__file__).with_name("baseline.json")
STEP = Decimal("0.001")
ROOM = Decimal("0.01")
"""One item more or less is no broken gate."""
GATED = tuple(name for name in LOADERS if name != "synthetic-dev")
"""The sets with floors: all but the one that is there to be looked at while writing a rule."""


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
    size: int
    beside: dict[str, Decimal]
    """What the baselines had at the same time."""
    reason: str | None = None
    """Why it stands lower than it did, or on other data, if it does."""

    def is_for(self, result: Result) -> bool:
        """Say whether it stands under a result."""
        own = (self.task, self.dataset, self.system)
        return own == (result.task, result.dataset, result.system)

    def holds(self, measured: Measured) -> bool:
        """Say whether a measure stays on the right side."""
        bound = _bound(measured)
        return bound >= self.bound if self.better is Better.HIGHER else bound <= self.bound


class Baseline(Border):
    """All floors."""

    floors: tuple[Floor, ...]

    def under(self, report: EvalReport) -> "Baseline":
        """Return the floors of the tasks and sets that a run was about."""
        asked = {(result.task, result.dataset) for result in report.results}
        return Baseline(floors=tuple(f for f in self.floors if (f.task, f.dataset) in asked))


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
    """Hold a run against every floor, except those of sets that are not here."""
    present = {result.dataset for result in report.results}
    return tuple(
        _ruling(floor, report)
        for floor in baseline.floors
        if floor.dataset in present or floor.dataset not in BESIDE
    )


def _ruling(floor: Floor, report: EvalReport) -> Ruling:
    result = next((r for r in report.results if floor.is_for(r)), None)
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


def _bound(measured: Measured) -> Decimal:
    """Return what a measure surely reaches, or errors surely stay under, rounded against us.

    With too few issues for a bound to be relied on, the value itself counts.
    """
    value, size = measured.value or 0.0, measured.tally.size
    few = measured.interval is None or measured.interval.indicative
    if measured.better is Better.LOWER:
        most = value if few else 1 - sure_share(1 - value, size)
        return Decimal(repr(most)).quantize(STEP, ROUND_CEILING)
    least = value if few else sure_share(value, size)
    return Decimal(repr(least)).quantize(STEP, ROUND_FLOOR)


def verdict(rulings: Sequence[Ruling]) -> int:
    """Return the exit code: 0 pass, 1 worse, 3 could not be measured."""
    outcomes = {ruling.outcome for ruling in rulings}
    if "worse" in outcomes:
        return 1
    return 3 if "not measured" in outcomes or not rulings else 0


def _beside(report: EvalReport, ours: Result, measure: str) -> dict[str, Decimal]:
    """Return what the baselines have on the same task, data and measure."""
    others = (r for r in report.results if (r.task, r.dataset) == (ours.task, ours.dataset))
    found = {r.system: r.measured(measure) for r in others if r.role == "baseline"}
    return {name: _rounded(one) for name, one in found.items() if one and one.value is not None}


def _with_room(measured: Measured) -> Decimal:
    """Return the bound a floor is put at, a little below what was measured."""
    bound = _bound(measured)
    lower = measured.better is Better.LOWER
    return min(bound + ROOM, Decimal(1)) if lower else max(bound - ROOM, Decimal(0))


def _rounded(measured: Measured) -> Decimal:
    return Decimal(f"{measured.value or 0:.3f}")


def accept(
    baseline: Baseline, report: EvalReport, datasets: Sequence[str], reason: str | None
) -> Baseline:
    """Put floors under a run. Without a reason a floor that would sink stays where it was.

    Floors of tasks and sets that the run did not measure stay as they are.
    """
    measured = {(result.task, result.dataset) for result in report.ours()}
    kept = (f for f in baseline.floors if (f.task, f.dataset) not in measured)
    floors = (*kept, *_floors(baseline, report, datasets, reason))
    return Baseline(floors=tuple(sorted(floors, key=_rank)))


def _rank(floor: Floor) -> tuple[int, int]:
    """Order floors as the tasks are, bottom-up, and the sets."""
    names = (*LOADERS, floor.dataset)
    return list(Question).index(Question(floor.task)), names.index(floor.dataset)


def _floors(
    baseline: Baseline, report: EvalReport, datasets: Sequence[str], reason: str | None
) -> Iterator[Floor]:
    for result in report.ours():
        for measured in result.measures:
            if result.dataset in datasets and _is_gated(measured):
                yield _floor(baseline, report, result, measured, reason)


def _is_gated(measured: Measured) -> bool:
    """Say whether a measure decides, was taken, and has a right side to be on."""
    return measured.key and measured.value is not None and measured.better is not Better.NEITHER


def _floor(
    baseline: Baseline, report: EvalReport, result: Result, measured: Measured, reason: str | None
) -> Floor:
    old = next(
        (f for f in baseline.floors if f.is_for(result) and f.measure == measured.measure), None
    )
    anew = old is not None and old.digest != result.digest
    sinks = old is not None and not anew and not old.holds(measured)
    if old and sinks and not reason:
        return old
    bound = _with_room(measured)
    known = old.reason if old and old.bound == bound else None
    return Floor(
        task=result.task,
        dataset=result.dataset,
        digest=result.digest,
        system=result.system,
        measure=measured.measure,
        better=measured.better,
        bound=bound,
        value=_rounded(measured),
        size=round(measured.tally.size),
        beside=_beside(report, result, measured.measure),
        reason=reason if sinks or anew else known,
    )
