"""`summarize eval`: how good is it, what got lost where, and is it worse than before.

eval [TASK…]      ask every system every question, keep the answers, write the reports
eval score RUN    judge kept answers again, without asking
eval compare A B  two runs item by item
eval gate         hold a run against the floors
eval report RUN   write the reports of a run again
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from eval.gold import Question
    from eval.results import EvalReport

Folder = Annotated[Path, typer.Argument(help="The folder of a run.")]
Datasets = Annotated[
    list[str] | None, typer.Option("--dataset", "-d", help="A dataset, or how its name begins.")
]
Losses = Annotated[int, typer.Option(help="Show so many lost points of each sample.")]
All = Annotated[bool, typer.Option("--all", help="Every measure, not only those that decide.")]
GATED = ("synthetic-test",)


class Eval(TyperGroup):
    """The group that runs tasks when the first word is no command."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Put `run` before anything that is not a command."""
        if not args or (args[0] not in self.commands and args[0] != "--help"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=Eval, help="Measure every stage against gold.", no_args_is_help=False)


@app.command(hidden=True)
def run(
    tasks: Annotated[list[str] | None, typer.Argument(help="The tasks; all of them.")] = None,
    *,
    model: Annotated[
        str, typer.Option(help="Who drafts: extractive, openai:NAME …")
    ] = "extractive",
    dataset: Datasets = None,
    out: Annotated[Path | None, typer.Option(help="Where to keep the run.")] = None,
    losses: Losses = 0,
    every: All = False,
) -> None:
    """Ask every system every question, keep the answers, and write the reports."""
    from eval import runs, terminal
    from eval.dataset import load
    from eval.report import write

    questions = _questions(tasks or [])
    folder = out or runs.new_folder(model)
    report = runs.run(questions, load(dataset or ()), model, folder)
    write(report, load(dataset or ()), folder)
    terminal.show(report, every=every, losses=losses)
    typer.echo(f"{folder / 'report.html'}", err=True)


def _questions(tasks: list[str]) -> "tuple[Question, ...]":
    from eval.gold import Question

    unknown = [task for task in tasks if task not in set(Question)]
    if unknown:
        raise typer.BadParameter(f"no task {unknown[0]!r}; there are {', '.join(Question)}")
    return tuple(question for question in Question if question in tasks or not tasks)


@app.command()
def score(folder: Folder, *, losses: Losses = 0, every: All = False) -> None:
    """Judge the kept answers of a run again, without asking anyone."""
    from eval import runs, terminal

    terminal.show(runs.judge_again(folder), every=every, losses=losses)


@app.command()
def compare(before: Folder, after: Folder) -> None:
    """Compare two runs issue by issue and list the items that flipped."""
    from eval import runs, terminal
    from eval.compare import changes, flips

    old, new = runs.read(before), runs.read(after)
    terminal.show_changes(changes(old, new), flips(old, new))


@app.command()
def gate(
    folder: Annotated[Path | None, typer.Argument(help="A run; without, one is made.")] = None,
    *,
    accept: Annotated[
        bool, typer.Option("--accept", help="Put the floors under this run.")
    ] = False,
    reason: Annotated[str | None, typer.Option(help="Why a floor is lowered.")] = None,
) -> None:
    """Hold a run against the floors: exit 0 pass, 1 worse, 3 could not be measured."""
    from eval import runs, terminal
    from eval.gate import BASELINE, read_baseline, rule, verdict
    from eval.gate import accept as accepted

    report = runs.read(folder) if folder else _gated_run()
    if accept:
        baseline = accepted(read_baseline(), report, GATED, reason)
        BASELINE.write_text(baseline.model_dump_json(indent=1) + "\n", "utf-8")
    rulings = rule(read_baseline(), report)
    terminal.show_rulings(rulings)
    raise typer.Exit(verdict(rulings))


def _gated_run() -> "EvalReport":
    from eval import runs
    from eval.dataset import load

    return runs.run(_questions([]), load(GATED), "extractive", runs.new_folder("gate"))


@app.command()
def report(
    folder: Annotated[Path | None, typer.Argument(help="A run; without, the last one.")] = None,
    *,
    against: Annotated[Path | None, typer.Option(help="An earlier run to compare with.")] = None,
) -> None:
    """Write the HTML, Markdown, JUnit and JSON reports of a run."""
    from eval import runs
    from eval.dataset import load
    from eval.report import write

    run_folder = folder or runs.latest()
    found = runs.read(run_folder)
    names = {result.dataset for result in found.results}
    before = runs.read(against) if against else None
    for path in write(found, load(names), run_folder, before):
        typer.echo(path)


if __name__ == "__main__":
    app()
