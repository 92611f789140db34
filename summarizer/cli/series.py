"""`summarize series --zone … --indicator …`: a panel out of everything an archive says."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table
from rich.text import Text

from summarizer.cli.runs import StoreArgument, the_run
from summarizer.cli.watching import WIDE, for_tables

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
        unbounded = console.options.update(width=WIDE)
        fits = console.measure(panel(each), options=unbounded).maximum <= console.width
        console.print(panel(each, bars=fits), "")


def panel(series: "Series", *, bars: bool = True) -> Table:
    """Return a series as a table with bars; a period without a figure keeps its empty line.

    On a narrow terminal it goes without bars, and names fold: no figure is cut.
    """
    title = " · ".join(filter(None, (series.area, series.indicator, series.scope, series.measure)))
    table = Table(title=Text(title), title_justify="left", box=None, pad_edge=False)
    table.add_column("period", no_wrap=True)
    table.add_column(series.unit or "", no_wrap=True, justify="right", overflow="fold")
    if bars:
        table.add_column(no_wrap=True)
    table.add_column("as printed", no_wrap=True, overflow="fold")
    table.add_column("source", overflow="fold")
    bar = _scale((*series.facts, *series.open))
    for cell in series.facts:
        table.add_row(*_row(cell, bar if bars else None, ACTUAL))
    if series.open and series.facts:
        table.add_section()
    for cell in series.open:
        table.add_row(*_row(cell, bar if bars else None, OPEN), style="dim")
    return table


def _row(cell: "Cell", bar: "Bar | None", brush: str) -> Iterator[Text]:
    """Yield the cells of a line; what the page says is no markup."""
    point = cell.point
    told = cell.period if point is None or brush == ACTUAL else f"{cell.period} {point.status}"
    yield from (Text(told), Text("—" if point is None else f"{point.value:,f}"))
    if bar:
        yield Text("" if point is None else bar.drawn(point.value, brush))
    yield from (Text("" if point is None else point.printed), Text(_sources(cell)))


def _sources(cell: "Cell") -> str:
    """Name the issue whose figure counts, and what others say."""
    if cell.point is None or not cell.others:
        return cell.point.source if cell.point else ""
    others = "; ".join(f"{other.printed} ({other.source})" for other in cell.others[:MOST_OTHERS])
    others += f"; {len(cell.others) - MOST_OTHERS} more" * (len(cell.others) > MOST_OTHERS)
    return f"{cell.point.source}{' ≠ ' if cell.is_contested else ' = '}{others}"


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
