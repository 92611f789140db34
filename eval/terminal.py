"""The score table on a terminal."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table

from eval.compare import Change, Flip
from eval.gate import Ruling
from eval.results import EvalReport, Measured, Result, Trust, trust
from eval.scorers import Better


def show(report: EvalReport, *, every: bool, losses: int) -> None:
    """Print each task on each dataset, a column for each system, and our first lost points."""
    console = Console()
    for _, group in groupby(report.results, key=lambda result: (result.task, result.dataset)):
        results = [result for result in group if result.role != "ablation"]
        console.print(_table(results, every=every))
        for result in results:
            if result.role == "ours" and (rows := trust(result)):
                console.print(_trust(rows))
        for result in results:
            _lost(console, result, losses if result.role == "ours" else 0)


def _table(results: Sequence[Result], *, every: bool) -> Table:
    first = results[0]
    table = Table(title=f"{first.task} on {first.dataset} ({first.split})", title_justify="left")
    table.add_column("measure")
    for result in results:
        table.add_column(f"{result.system}\n{result.n_ok}/{result.n_total} samples")
    for measured in first.measures:
        if every or measured.key:
            cells = (result.measured(measured.measure) for result in results)
            arrow = " ↓" if measured.better is Better.LOWER else ""
            table.add_row(measured.measure + arrow + ceiling(measured), *map(number, cells))
    return table


def _trust(rows: Sequence[Trust]) -> Table:
    """Show F against coverage: how good the surest articles are, and how many they are."""
    table = Table("edges sure", "kept", "right of these", "F of all", title="F against coverage")
    table.title_justify = "left"
    for row in rows:
        shares = (row.kept, row.right, row.f)
        table.add_row(f"≥ {row.sure}", *map(_plain, shares))
    return table


def ceiling(measured: Measured) -> str:
    """Say what two annotators agree at, where that is known."""
    return "" if measured.ceiling is None else f" (annotators {measured.ceiling:.2f})"


def number(measured: Measured | None) -> str:
    """Print a value with its interval and its count; `?` where too few issues stand behind it."""
    if measured is None or measured.value is None:
        return "–"
    bounds = measured.interval
    reach = f" {bounds.low:.2f}–{bounds.high:.2f}" if bounds else ""
    doubt = "?" if bounds and bounds.indicative else ""
    return f"{measured.value:.3f}{reach}{doubt} /{measured.tally.size:.0f}"


def _lost(console: Console, result: Result, most: int) -> None:
    for outcome in result.outcomes:
        if outcome.error:
            console.print(f"{outcome.sample}: {outcome.error}", style="red", markup=False)
            continue
        for loss in [loss for score in outcome.scores for loss in score.losses][:most]:
            place = f"{outcome.sample} {loss.start}-{loss.end}"
            console.print(f"{place} {loss.kind}: {loss.note}", markup=False, highlight=False)


def show_changes(changes: Sequence[Change], flips: Sequence[Flip]) -> None:
    """Print what changed between two runs, what did not, and the items that flipped."""
    console = Console()
    table = Table("what", "measure", "before", "after", "change", "p", "p (Holm)", "issues")
    moved = [change for change in changes if change.difference]
    for change in moved:
        table.add_row(
            change.name,
            change.measure,
            _plain(change.before),
            _plain(change.after),
            f"{change.difference:+.3f}",
            f"{change.p:.3f}",
            f"{change.corrected:.3f}",
            str(change.issues),
            style="red" if change.worse else "green",
        )
    if moved:
        console.print(table)
    console.print(f"{len(changes) - len(moved)} of {len(changes)} measures unchanged")
    for flip in flips:
        sign = "lost " if flip.lost else "won  "
        line = f"{sign} {flip.name} {flip.sample} {flip.loss.start}: {flip.loss.note}"
        console.print(line, style="red" if flip.lost else "green", markup=False)


def _plain(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def show_rulings(rulings: Sequence[Ruling]) -> None:
    """Print what came of each floor."""
    console = Console()
    table = Table("floor", "measure", "must be", "is", "ruling")
    styles = {"pass": "green", "worse": "red", "not measured": "yellow"}
    for ruling in rulings:
        floor = ruling.floor
        sign = "≥" if floor.better is Better.HIGHER else "≤"
        table.add_row(
            f"{floor.task} · {floor.dataset} · {floor.system}",
            floor.measure,
            f"{sign} {floor.bound}",
            "–" if ruling.bound is None else str(ruling.bound),
            f"{ruling.outcome} {ruling.note}".strip(),
            style=styles[ruling.outcome],
        )
    console.print(table)
