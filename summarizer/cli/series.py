"""`summarize series --zone … --indicator …`: a panel out of everything an archive says."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from decimal import Decimal
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from summarizer.cli.exporting import MeasureOption, ZonesOption
from summarizer.cli.runs import StoreArgument, the_run
from summarizer.cli.watching import WIDE, for_tables
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.series import Cell, Series
    from summarizer.series.scale import Scale
    from summarizer.store import Store

CHARTS = (".svg", ".png")
LISTED = 200
WIDTH = 32  # characters of the longest bar
MOST_OTHERS = 3  # figures of other issues that are listed
ACTUAL, OPEN = "█", "░"


def series(
    store: StoreArgument,
    zone: ZonesOption = None,
    indicator: Annotated[
        str | None, typer.Option("--indicator", help="An indicator by any name.")
    ] = None,
    measure: MeasureOption = "level",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A chart (.svg, .png) or a table (.xlsx, .csv)."),
    ] = None,
    run: Annotated[str | None, typer.Option("--run", help="Which run; else the latest.")] = None,
) -> None:
    """Plot the figures of an indicator in one zone or several; without both, list what there is."""
    from summarizer.series import find_series
    from summarizer.store import Store

    with closing(Store.open(store)) as kept:
        chosen = the_run(kept, run)
        if not zone or indicator is None:
            _list(kept, chosen.id, zone or [], indicator)
            return
        by_zone = {
            name: find_series(kept, chosen.id, name, indicator, measure=measure) for name in zone
        }
        missing = [name for name, found in by_zone.items() if not found]
        hints = {name: _hint(kept, chosen.id, name, indicator) for name in missing}
    for name, hint in hints.items():
        said = _("no supported figure of {indicator} in {zone} with a period")
        typer.echo(said.format(indicator=indicator, zone=name) + hint, err=True)
    found = [each for several in by_zone.values() for each in several]
    if not found:
        raise typer.Exit(1)
    if output:
        _write(found, output, chosen.started)
        typer.echo(output)
        return
    console = for_tables()
    for each in found:
        unbounded = console.options.update(width=WIDE)
        fits = console.measure(panel(each), options=unbounded).maximum <= console.width
        console.print(panel(each, bars=fits), "")


def _list(kept: "Store", run: str, zones: Sequence[str], indicator: str | None) -> None:
    """List what an archive has series of, narrowed down by what is named."""
    from summarizer.series.contents import held

    table = Table(box=None, pad_edge=False)
    for name in (_("zone"), _("indicator")):
        table.add_column(name, overflow="fold")
    for name in (_("figures"), _("periods")):
        table.add_column(name, justify="right", overflow="fold")
    for name in (_("from"), _("to")):
        table.add_column(name, overflow="fold")
    there = [each for name in zones or (None,) for each in held(kept, run, name, indicator)]
    for each in there[:LISTED]:
        said = (
            each.area,
            each.indicator,
            str(each.figures),
            str(each.periods),
            each.first,
            each.last,
        )
        table.add_row(*map(Text, said))
    for_tables().print(table)
    told = _("{number} series, {shown} of them shown; name --zone and --indicator")
    shown = min(len(there), LISTED)
    typer.echo(told.format(number=f"{len(there):,}", shown=shown), err=True)


def _hint(kept: "Store", run: str, zone: str, indicator: str) -> str:
    """Say which indicator of the zone may be meant, or which zone."""
    from summarizer.series.contents import held, meant

    there = held(kept, run)
    inside = [each.indicator for each in there if zone in each.area]
    found = meant(indicator, inside) or meant(zone, (each.area for each in there))
    return "; " + _("did you mean {known}?").format(known=", ".join(found)) if found else ""


def _write(found: "Sequence[Series]", output: Path, started: str) -> None:
    """Write series as a chart or as a table, by the suffix of the file."""
    from summarizer.export import draw_series, panel_of, write_csv_panels, write_panel_book

    if output.suffix in CHARTS:
        main = found[0]
        alike = [each for each in found if (each.unit, each.step) == (main.unit, main.step)]
        draw_series(alike, output)
    elif output.suffix == ".xlsx":
        write_panel_book((panel_of(found[0].indicator, found),), started, output)
    elif output.suffix == ".csv":
        write_csv_panels((panel_of(found[0].indicator, found),), output)
    else:
        raise SummarizerError("{output}: a series is .svg or .png, .xlsx or .csv", output=output)


def panel(series: "Series", *, bars: bool = True) -> Table:
    """Return a series as a table with bars; a period without a figure keeps its empty line.

    On a narrow terminal it goes without bars, and names fold: no figure is cut.
    """
    from summarizer.series.scale import scale_of
    from summarizer.wording import MEASURE, say

    measure = say(MEASURE, series.measure)
    title = " · ".join(filter(None, (series.area, series.indicator, series.scope, measure)))
    table = Table(title=Text(title), title_justify="left", box=None, pad_edge=False)
    table.add_column(_("period"), no_wrap=True)
    scale = scale_of(series.unit, (c.point.value for c in (*series.facts, *series.open) if c.point))
    table.add_column(scale.title, no_wrap=True, justify="right", overflow="fold")
    if bars:
        table.add_column(no_wrap=True)
    table.add_column(_("as printed"), no_wrap=True, overflow="fold")
    table.add_column(_("source"), overflow="fold")
    bar = _scale((*series.facts, *series.open))
    for cell in series.facts:
        table.add_row(*_row(cell, scale, bar if bars else None, ACTUAL))
    if series.open and series.facts:
        table.add_section()
    for cell in series.open:
        table.add_row(*_row(cell, scale, bar if bars else None, OPEN), style="dim")
    return table


def _row(cell: "Cell", scale: "Scale", bar: "Bar | None", brush: str) -> Iterator[Text]:
    """Yield the cells of a line; what the page says is no markup."""
    from summarizer.wording import STATUS, say

    point = cell.point
    status = "" if point is None or brush == ACTUAL else say(STATUS, point.status)
    told = f"{cell.period} {status}".rstrip()
    yield from (Text(told), Text("—" if point is None else scale.said(point.value)))
    if bar:
        yield Text("" if point is None else bar.drawn(point.value, brush))
    yield from (Text("" if point is None else point.printed), Text(_sources(cell)))


def _sources(cell: "Cell") -> str:
    """Name the issue whose figure counts, and what others say."""
    if cell.point is None or not cell.others:
        return cell.point.source if cell.point else ""
    others = "; ".join(f"{other.printed} ({other.source})" for other in cell.others[:MOST_OTHERS])
    if more := len(cell.others[MOST_OTHERS:]):
        others += "; " + _("{more} more").format(more=more)
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
