"""A forest plot: every system in every deciding measure, on every set, with its interval.

                          set A                     set B
    rows F    ours        ·─────────●─   0.91       ·───────●──   0.87
              baseline    ──●──      ·   0.31       ─●────    ·   0.22

Systems stand under each other and share an axis from nought to one, so that intervals that do not
overlap are seen at once. Scores on natural and on invented pages stay in columns of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.results import Measured, Result
from eval.scorers import Better

SHOWN = ("ours", "baseline")


@dataclass(frozen=True, slots=True)
class Line:
    """One system in one measure; `cells` has what it got on each set, or None."""

    system: str
    is_ours: bool
    cells: tuple[Measured | None, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """One measure with a line for each system that has it."""

    measure: str
    better: Better
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """The plot of one task, a column for each set."""

    datasets: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def size(self) -> int:
        """How many lines it has in all, headings included."""
        return sum(len(group.lines) + 1 for group in self.groups)


def forest(results: Sequence[Result]) -> Forest:
    """Arrange the results of one task."""
    shown = [result for result in results if result.role in SHOWN]
    datasets = tuple(dict.fromkeys(result.dataset for result in shown))
    deciding = {
        measured.measure: measured.better
        for result in shown
        for measured in result.measures
        if measured.key and result.role == "ours"
    }
    groups = (
        Group(measure, better, tuple(_lines(measure, shown, datasets)))
        for measure, better in deciding.items()
    )
    return Forest(datasets, tuple(groups))


def _lines(measure: str, results: Sequence[Result], datasets: Sequence[str]) -> Iterator[Line]:
    for system in dict.fromkeys(result.system for result in results):
        by_set = {result.dataset: result for result in results if result.system == system}
        found = (by_set.get(name) for name in datasets)
        cells = tuple(_drawn(result, measure) for result in found)
        if any(cells):
            yield Line(system, any(r.role == "ours" for r in by_set.values()), cells)


def _drawn(result: Result | None, measure: str) -> Measured | None:
    """Return a measure that lies on the axis."""
    measured = result.measured(measure) if result else None
    return measured if measured and measured.value is not None and measured.value <= 1 else None
