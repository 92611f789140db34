"""`summarize series --zone … --indicator …`: a panel out of everything an archive says."""

from collections.abc import Iterable
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table

from summarizer.cli.runs import StoreArgument, the_run
from summarizer.cli.watching import for_tables

if TYPE_CHECKING:
    from summarizer.series import Cell, Series

Measured = Literal["level", "growth", "share", "pp_change", "change", "ratio", "rank"]
WIDTH = 32  # characters of the longest bar
MOST_OTHERS = 3  # figures of other issues that are listed
ACTUAL, OPEN = "█", "░"


def series(
    store: StoreArgument,
    zone: Annotated[str, typer.Option("--zone", help="A zone by any of its names.")],
    indicator: Annotated[str, typer.Option("--indicator", help="An indicator by any name.")],
    measure: Annotated[
        Measured, typer.Option("--measure", help="What the figures say of the indicator.")
    ] = "level",
    run: Annotated[str | None, typer.Option("--run", help="Which run; else the latest.")] = None,
) -> None:
    """Plot and print the figures of an indicator in a zone, period by period."""
    from summarizer.series import find_series
    from summarizer.store import Store

    with closing(Store.open(store)) as kept:
        found = find_series(kept, the_run(kept, run).id, zone, indicator, measure=measure)
    if not found:
        typer.echo(f"no supported figure of {indicator} in {zone} with a period", err=True)
        raise typer.Exit(1)
    console = for_tables()
    for each in found:
        console.print(panel(each), "")


def panel(series: "Series") -> Table:
    """Return a series as a table with bars; a period without a figure keeps its empty line."""
    title = " · ".join(filter(None, (series.area, series.indicator, series.scope, series.measure)))
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for name in ("period", f"{series.unit or ''}", "", "as printed", "source"):
        table.add_column(name, no_wrap=True, justify="right" if name == series.unit else "left")
    bar = _scale((*series.facts, *series.open))
    for cell in series.facts:
        table.add_row(*_row(cell, bar, ACTUAL))
    if series.open and series.facts:
        table.add_section()
    for cell in series.open:
        table.add_row(*_row(cell, bar, OPEN), style="dim")
    return table


def _row(cell: "Cell", bar: "Bar", brush: str) -> tuple[str, ...]:
    point = cell.point
    if point is None:
        return cell.period, "—", "", "", ""
    period = cell.period if brush == ACTUAL else f"{cell.period} {point.status}"
    others = "; ".join(f"{other.printed} ({other.source})" for other in cell.others[:MOST_OTHERS])
    others += f"; {len(cell.others) - MOST_OTHERS} more" * (len(cell.others) > MOST_OTHERS)
    mark = " ≠ " if cell.is_contested else " = "
    source = f"{point.source}{mark}{others}" if others else point.source
    return period, f"{point.value:,f}", bar.drawn(point.value, brush), point.printed, source


class Bar:
    """Bars on one scale: nought where it lies, falls to its left."""

    def __init__(self, low: Decimal, high: Decimal) -> None:
        self._low, self._step = low, (high - low) / WIDTH or Decimal(1)

    def drawn(self, value: Decimal, brush: str) -> str:
        """Return the bar of a value."""
        left, right = sorted((self._column(Decimal(0)), self._column(value)))
        return " " * left + brush * max(right - left, 1)

    def _column(self, value: Decimal) -> int:
        return round((value - self._low) / self._step)


def _scale(cells: "Iterable[Cell]") -> Bar:
    values = [cell.point.value for cell in cells if cell.point]
    return Bar(min(*values, Decimal(0)), max(*values, Decimal(0)))
