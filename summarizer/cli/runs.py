"""`summarize runs …`: what a store holds, run by run.

summarize runs list runs.db
summarize runs show runs.db [RUN]            what was done and what failed
summarize runs check runs.db [RUN]           conflicts between issues
summarize runs compare runs.db RUN RUN       which figures two runs see differently
summarize runs export runs.db -o out.csv     figures as one table, or a report for each issue
summarize runs delete runs.db RUN
"""

from collections import Counter
from contextlib import closing
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from summarizer.cli import tongue
from summarizer.cli.watching import for_tables
from summarizer.errors import StoreError
from summarizer.phrases import told

if TYPE_CHECKING:
    from summarizer.report import Run
    from summarizer.series import Contradiction
    from summarizer.store import Store

SHOWN = 40  # differences that are listed
COUNTS = ("done", "failed", "figures")

StoreArgument = Annotated[
    str,
    typer.Argument(metavar="STORE", envvar="SUMMARIZE_STORE", help="A file, or postgresql://..."),
]
RunArgument = Annotated[
    str | None, typer.Argument(metavar="RUN", help="A run, or how it begins; else the latest.")
]

app = typer.Typer(no_args_is_help=True, help="What a store holds, run by run.")


@app.command("list")
def list_runs(store: StoreArgument) -> None:
    """List the runs with their conditions and counts."""
    from summarizer.store import Store

    table = Table(box=None, pad_edge=False)
    for name in (_("run"), _("started"), _("model"), _("prompt"), _("version")):
        table.add_column(name, no_wrap=True)
    for name in (_("done now"), _("failed"), _("figures")):
        table.add_column(name, justify="right", no_wrap=True)
    with closing(Store.open(store)) as kept:
        for run in kept.runs():
            counts = kept.counts(run.id)
            said = (run.id, run.started[:19], run.model, run.prompt or "—", run.version)
            table.add_row(*said, *(f"{counts[name]:,}" for name in COUNTS))
    for_tables().print(table)


@app.command()
def show(store: StoreArgument, run: RunArgument = None) -> None:
    """Show the counts of a run and everything that failed in it."""
    from summarizer.store import Store

    console = for_tables()
    with closing(Store.open(store)) as kept:
        chosen = the_run(kept, run)
        for name, value in chosen.model_dump(exclude_none=True).items():
            console.print(f"[dim]{name:<18}[/dim]{value}", highlight=False)
        for name, count in kept.counts(chosen.id).items():
            console.print(f"[dim]{name:<18}[/dim]{count:,}", highlight=False)
        for failure in kept.failed(chosen.id):
            console.print(
                f"{failure['source']}: {failure['error']}: {tongue.say(failure['message'])}",
                highlight=False, markup=False, soft_wrap=True,
            )  # fmt: skip


@app.command()
def compare(
    store: StoreArgument,
    before: Annotated[str, typer.Argument(metavar="RUN", help="A run, or how it begins.")],
    after: Annotated[str, typer.Argument(metavar="RUN", help="The other one.")],
) -> None:
    """Tell which figures two runs see differently in the issues that both have."""
    from summarizer.store import Store

    console, fields, count = for_tables(), Counter[str](), 0
    with closing(Store.open(store)) as kept:
        old, new = the_run(kept, before), the_run(kept, after)
        for count, difference in enumerate(kept.differences(old.id, new.id), 1):
            fields.update(difference.fields)
            if count <= SHOWN:
                console.print(difference.told(), highlight=False, markup=False, soft_wrap=True)
        same = len(kept.shared(old.id, new.id))
    told = ", ".join(f"{name} {number:,}" for name, number in fields.most_common())
    console.print(
        _("{count} differences in {same} issues").format(count=f"{count:,}", same=f"{same:,}")
        + (f": {told}" if told else "")
    )
    raise typer.Exit(1 if count else 0)


@app.command()
def check(store: StoreArgument, run: RunArgument = None) -> None:
    """Compare figures across issues: conflicts, jumps, and totals that shrink during a year."""
    from summarizer.series import contradictions
    from summarizer.store import Store

    console = for_tables()
    with closing(Store.open(store)) as kept:
        checks = tuple(contradictions(kept, the_run(kept, run).id))
    for each in checks:
        console.print(_said(each), highlight=False, markup=False, soft_wrap=True)
    typer.echo(_("{number} to review").format(number=f"{len(checks):,}"), err=True)


def _said(found: "Contradiction") -> str:
    """Say whose figures of what and when contradict each other, how, and where they stand."""
    from summarizer.wording import RULE, say, visible

    what, check = (found.area, found.indicator, found.scope, ", ".join(found.periods)), found.check
    named = " · ".join(filter(None, what))
    places = ", ".join(check.quantities)
    rule = say(RULE, check.rule)
    return visible(f"{rule}: {named}: {check.formula}  {told(check.message)}  {places}")


@app.command()
def export(
    store: StoreArgument,
    run: RunArgument = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="A .csv, .jsonl or .db file, or a folder.")
    ] = Path("figures.csv"),
    format_name: Annotated[
        str, typer.Option("--format", help="In a folder: the format of each report.")
    ] = "html",
) -> None:
    """Write a run into one table, or a report for each issue; or copy the whole store."""
    from summarizer.cli.export import copy_store, write_reports, write_table
    from summarizer.store import Store

    with closing(Store.open(store)) as kept:
        if output.suffix == ".db":
            copy_store(kept, output)
        elif output.suffix:
            write_table(kept, the_run(kept, run), output)
        else:
            write_reports(kept, the_run(kept, run), output, format_name)
    typer.echo(output)


@app.command()
def delete(
    store: StoreArgument,
    run: Annotated[str, typer.Argument(metavar="RUN", help="A run, or how it begins.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete a run with its reports; answers that were paid for stay."""
    from summarizer.store import Store

    with closing(Store.open(store)) as kept:
        chosen = the_run(kept, run)
        issues = kept.counts(chosen.id)["done"]
    if not yes:
        typer.confirm(
            _("delete run {run} with {issues} issues?").format(run=chosen.id, issues=f"{issues:,}"),
            abort=True,
        )
    with closing(Store.open(store, writing=True)) as kept:
        kept.delete_run(chosen.id)


def the_run(store: "Store", named: str | None) -> "Run":
    """Return the run that is meant: by how its id begins, or the latest. Raises StoreError."""
    if named is not None and not named.strip():
        raise StoreError("an empty name names no run; see summarize runs list")
    runs = [run for run in store.runs() if run.id.startswith(named or "")]
    if not runs:
        raise StoreError("{run}: no such run; see summarize runs list", run=named or store.name)
    if named and len(runs) > 1:
        raise StoreError(
            "{run}: several runs begin so: {known}", run=named, known=", ".join(r.id for r in runs)
        )
    return runs[-1]
