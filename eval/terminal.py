"""The score table on a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from eval.harness import Measured, Result


def show(results: Sequence[Result], *, losses: int) -> None:
    """Print one task on one dataset, a column for each system, and our first lost points."""
    console = Console()
    first = results[0]
    table = Table(title=f"{first.task} on {first.dataset} ({first.digest})", title_justify="left")
    table.add_column("measure")
    for result in results:
        table.add_column(f"{result.system}\n{result.n_ok}/{len(result.outcomes)} samples")
    for measured in first.measures:
        table.add_row(measured.measure, *(_cell(result, measured.measure) for result in results))
    console.print(table)
    for outcome in first.outcomes:
        if outcome.error:
            console.print(f"{outcome.sample}: {outcome.error}", style="red", markup=False)
            continue
        for loss in [loss for score in outcome.scores for loss in score.losses][:losses]:
            console.print(
                f"{outcome.sample} {loss.start}-{loss.end} {loss.kind}: {loss.note}", markup=False
            )


def _cell(result: Result, measure: str) -> str:
    found = next((m for m in result.measures if m.measure == measure), None)
    return _number(found) if found else "–"


def _number(measured: Measured) -> str:
    value = measured.tally.value
    if value is None:
        return "–"
    bounds = measured.interval
    reach = f" {bounds.low:.2f}–{bounds.high:.2f}" if bounds else ""
    doubt = "?" if bounds and bounds.indicative else ""
    return f"{value:.3f}{reach}{doubt} /{measured.tally.size:.0f}"
