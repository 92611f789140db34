"""Panels out of series: every zone of an indicator, period by period.

find_series ─► of one step (years, quarters …) ─► one magnitude for all ─► facts above, plans below
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer import wording
from summarizer.disk import replace_file
from summarizer.errors import RenderingError
from summarizer.renderers import demand_place
from summarizer.renderers.xlsx.panel import HEADER, Numeral, write_panels
from summarizer.series import Cell, Series, find_series
from summarizer.series.scale import Scale, scale_of
from summarizer.store import Store
from summarizer.table import comma_separated

YEAR = "year"
MOST_OTHERS = 6


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator in many zones: the periods, and a line for each comparable row of figures."""

    indicator: str
    periods: tuple[str, ...]
    lines: tuple[tuple[str | Numeral | None, ...], ...]


def make_panels(
    store: Store,
    run: str,
    indicators: Sequence[str],
    zones: Sequence[str] = (),
    *,
    measure: str = "level",
    step: str = YEAR,
) -> tuple[Panel, ...]:
    """Return a panel for each indicator; without zones, of every zone there is."""
    return tuple(
        panel
        for indicator in indicators
        if (panel := panel_of(indicator, _found(store, run, indicator, zones, measure, step))).lines
    )


def _found(
    store: Store, run: str, indicator: str, zones: Sequence[str], measure: str, step: str
) -> list[Series]:
    sought: Iterable[str | None] = zones or (None,)
    every = (
        each
        for zone in sought
        for each in find_series(store, run, zone, indicator, measure=measure)
    )
    return sorted({each for each in every if each.step == step}, key=lambda each: each.area)


def panel_of(indicator: str, found: Sequence[Series]) -> Panel:
    """Return series as a panel, each unit in one magnitude."""
    units = {each.unit for each in found}
    scales = {unit: _scale([each for each in found if each.unit == unit]) for unit in units}
    cells = [cell for each in found for cell in (*each.facts, *each.open)]
    periods = tuple(sorted({cell.period for cell in cells}))
    facts = [_line(each, each.facts, periods, scales[each.unit]) for each in found if each.facts]
    plans = [line for each in found for line in _plans(each, periods, scales[each.unit])]
    return Panel(indicator, periods, (*facts, *plans))


def _scale(found: Iterable[Series]) -> Scale:
    series = tuple(found)
    cells = (cell for each in series for cell in (*each.facts, *each.open))
    return scale_of(series[0].unit, (cell.point.value for cell in cells if cell.point))


def _plans(
    series: Series, periods: Sequence[str], scale: Scale
) -> Iterator[tuple[str | Numeral | None, ...]]:
    """Yield a line for each status of what is only meant."""
    for status in dict.fromkeys(cell.point.status for cell in series.open if cell.point):
        cells = [cell for cell in series.open if cell.point and cell.point.status == status]
        yield _line(series, cells, periods, scale, status)


def _line(
    series: Series,
    cells: Iterable[Cell],
    periods: Sequence[str],
    scale: Scale,
    status: str = "actual",
) -> tuple[str | Numeral | None, ...]:
    known = {cell.period: cell for cell in cells}
    return (
        series.area,
        series.scope or "",
        wording.say(wording.MEASURE, series.measure),
        scale.title,
        wording.say(wording.STATUS, status),
        *(_figure(known.get(period), scale) for period in periods),
    )


def _figure(cell: Cell | None, scale: Scale) -> Numeral | None:
    """Return the figure of a period with what other issues say, or an open cell."""
    if cell is None or cell.point is None:
        return None
    said = [f"{point.printed}（{point.source}）" for point in (cell.point, *cell.others)]
    remark = "；".join(said[:MOST_OTHERS]) if cell.others else said[0]
    return Numeral(scale.of(cell.point.value), remark=remark, contested=cell.is_contested)


def write_panel_book(panels: Sequence[Panel], started: str, target: Path) -> None:
    """Write panels as a workbook. Raises RenderingError."""
    out = io.BytesIO()
    lines = {panel.indicator: panel.lines for panel in panels}
    write_panels(lines, {panel.indicator: panel.periods for panel in panels}, started, out)
    _write(target, out.getvalue())


def write_csv_panels(panels: Sequence[Panel], target: Path) -> None:
    """Write panels as one table of comma-separated values. Raises RenderingError."""
    periods = sorted({period for panel in panels for period in panel.periods})
    lines = (_plain(panel, line, periods) for panel in panels for line in panel.lines)
    _write(target, comma_separated(("指标", *HEADER, *periods), lines))


def _plain(panel: Panel, line: Sequence[str | Numeral | None], periods: Sequence[str]) -> list[str]:
    known = dict(zip(panel.periods, line[len(HEADER) :], strict=True))
    cells = (known.get(period) for period in periods)
    values = (f"{cell.value:f}" if isinstance(cell, Numeral) else "" for cell in cells)
    return [panel.indicator, *map(str, line[: len(HEADER)]), *values]


def _write(target: Path, content: bytes) -> None:
    demand_place(target)
    try:
        replace_file(target, content)
    except OSError as error:
        raise RenderingError(
            "{path}: cannot be written ({error})", path=target, error=error.strerror
        ) from error
