"""`summarize export runs.db -o archive.xlsx`: every row of a run in one file, or panels of it.

summarize export runs.db -o 全部.xlsx                          .csv .parquet .jsonl as well
summarize export runs.db -o panel.xlsx --panel --indicator 工业总产值 --indicator 营业收入
"""

from contextlib import closing
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.runs import StoreArgument, the_run
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.report import Run
    from summarizer.store import Store

HeadersChoice = Literal["zh", "en"]
Measured = Literal["level", "growth", "share", "pp_change", "change", "ratio", "rank"]
StepChoice = Literal["year", "S", "Q", "month"]
IndicatorsOption = Annotated[
    list[str] | None, typer.Option("--indicator", help="An indicator by any name. Repeatable.")
]
ZonesOption = Annotated[
    list[str] | None, typer.Option("--zone", help="A zone by any of its names. Repeatable.")
]
MeasureOption = Annotated[
    Measured, typer.Option("--measure", help="What the figures say of the indicator.")
]


def export(
    store: StoreArgument,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="A .xlsx, .csv, .parquet or .jsonl file.")
    ],
    run: Annotated[str | None, typer.Option("--run", help="Which run; else the latest.")] = None,
    headers: Annotated[
        HeadersChoice, typer.Option("--headers", help="Chinese titles and words, or codes.")
    ] = "zh",
    indicator: IndicatorsOption = None,
    zone: ZonesOption = None,
    measure: MeasureOption = "level",
    step: Annotated[
        StepChoice, typer.Option("--step", help="Of a panel: years, half-years, quarters, months.")
    ] = "year",
    *,
    panel: Annotated[
        bool, typer.Option("--panel", help="Zones by periods, one sheet an indicator.")
    ] = False,
) -> None:
    """Write every row of a run into one table, or panels: zones by years."""
    from summarizer.export import write_rows
    from summarizer.store import Store

    if not panel and (indicator or zone):
        raise typer.BadParameter(_("--indicator and --zone choose what goes into a --panel"))
    with closing(Store.open(store)) as kept:
        chosen = the_run(kept, run)
        if panel:
            _panels(kept, chosen, output, indicator or [], zone or [], measure, step)
        else:
            write_rows(kept, chosen, output, headers)
    typer.echo(output)


def _panels(
    kept: "Store",
    run: "Run",
    output: Path,
    indicators: list[str],
    zones: list[str],
    measure: str,
    step: str,
) -> None:
    from summarizer.export import make_panels, write_csv_panels, write_panel_book

    if not indicators:
        raise typer.BadParameter(
            _("--panel needs --indicator; summarize series lists what there is")
        )
    panels = make_panels(kept, run.id, indicators, zones, measure=measure, step=step)
    there = {panel.indicator for panel in panels}
    for name in indicators:
        if name not in there:
            said = _("{name}: no supported figure with such a period")
            typer.echo(said.format(name=name), err=True)
    if not panels:
        raise SummarizerError(
            "{output}: nothing to write; summarize series lists what there is", output=output
        )
    if output.suffix == ".xlsx":
        write_panel_book(panels, run.started, output)
    elif output.suffix == ".csv":
        write_csv_panels(panels, output)
    else:
        raise SummarizerError("{output}: a panel is .xlsx or .csv", output=output)
