"""`summarize eval`: how good is it, what got lost where, and is it worse than before.

eval [TASK…]      ask every system every question, keep the answers, write the reports
eval label PAGE…  a dataset of pages that a person corrected
eval score RUN    judge kept answers again, without asking
eval compare A B  two runs item by item
eval gate         hold a run against the floors
eval report RUN   write the reports of a run again
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import DateOption, issue_date
from summarizer.cli.verbless import Verbless
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from eval.gate import Baseline
    from eval.gold import Question
    from eval.results import EvalReport

Folder = Annotated[Path, typer.Argument(help="The folder of a run.")]
Datasets = Annotated[
    list[str] | None, typer.Option("--dataset", "-d", help="A dataset, or a pattern: 'real-*'.")
]
Losses = Annotated[int, typer.Option(help="Show so many lost points of each sample.")]
All = Annotated[bool, typer.Option("--all", help="Every measure, not only those that decide.")]


EMBEDDED = "extractive"


class TasksFirst(Verbless):
    """A group whose first word may be a task: then the tasks are run."""

    default = "run"
    alone = True


app = typer.Typer(cls=TasksFirst, help="Measure every stage against gold.", no_args_is_help=False)


@app.command(hidden=True)
def run(
    tasks: Annotated[list[str] | None, typer.Argument(help="The tasks; all of them.")] = None,
    *,
    model: Annotated[str, typer.Option(help="Who drafts: extractive, openai:NAME …")] = EMBEDDED,
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
    datasets = load(dataset or ["*"])
    if not datasets:
        raise SummarizerError(
            "{dataset}: its pages are not here but in a checkout", dataset=" ".join(dataset or ())
        )
    folder = out or runs.new_folder(model)
    report = runs.run(questions, datasets, model, folder, workers=_workers(model))
    write(report, datasets, folder)
    terminal.show(report, every=every, losses=losses)
    typer.echo(f"{folder / 'report.html'}", err=True)


def _workers(model: str) -> int:
    """Return how many processes share the pages; a chat model waits, so one of them will do."""
    return (os.cpu_count() or 1) if model == EMBEDDED else 1


def _questions(tasks: list[str]) -> "tuple[Question, ...]":
    from eval.gold import Question

    unknown = [task for task in tasks if task not in set(Question)]
    if unknown:
        raise typer.BadParameter(
            _("no task {name}; there are {known}").format(
                name=unknown[0], known=", ".join(Question)
            )
        )
    return tuple(question for question in Question if question in tasks or not tasks)


@app.command()
def label(
    sources: Annotated[
        list[str], typer.Argument(metavar="PAGE|STORE...", help="Corrected pages, or a store.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder of the new set.")],
    date: DateOption = None,
    names: Annotated[
        Path | None, typer.Option("--names", help="Write the owners a person named into a file.")
    ] = None,
    *,
    checked: Annotated[
        bool, typer.Option("--checked", help="Every row was looked at: unchanged ones are right.")
    ] = False,
) -> None:
    """Make a dataset of corrected pages; eval --dataset FOLDER scores engines on it."""
    from eval import own
    from summarizer.cli.labelling import corrected_pages

    samples, named = [], dict[str, None]()
    for issue, corrections, report in corrected_pages(sources, issue_date(date)):
        samples.append(own.label(issue, corrections, report, checked=checked))
        named |= dict.fromkeys(own.names_of(report))
    if not samples:
        raise SummarizerError(
            "{sources}: nothing was corrected; see summarize desk", sources=" ".join(sources)
        )
    own.keep(samples, output)
    if names:
        names.write_text("".join(f"{name}\n" for name in named), encoding="utf-8")
    articles = [article for sample in samples for article in sample.articles]
    rows = sum(row.required for article in articles for row in article.rows)
    typer.echo(f"{output}: {len(samples)} pages, {rows} rows that must be found", err=True)


@app.command()
def score(folder: Folder, *, losses: Losses = 0, every: All = False) -> None:
    """Judge the kept answers of a run again, without asking anyone."""
    from eval import runs, terminal

    terminal.show(runs.judge_again(folder), every=every, losses=losses)


@app.command()
def compare(before: Folder, after: Folder) -> None:
    """Compare two runs issue by issue and list the items that flipped; 3 if the data differ."""
    from eval import runs, terminal
    from eval.compare import changes, flips

    with _unmeasurable():
        old, new = runs.read(before), runs.read(after)
        terminal.show_changes(changes(old, new), flips(old, new))


@app.command()
def gate(
    folder: Annotated[Path | None, typer.Argument(help="A run; without, one is made.")] = None,
    *,
    accept: Annotated[bool, typer.Option("--accept", help="Raise the floors to this run.")] = False,
    reason: Annotated[
        str | None, typer.Option(help="Why floors are lowered: only then they are.")
    ] = None,
) -> None:
    """Hold a run against the floors: exit 0 pass, 1 worse, 3 could not be measured."""
    from eval import runs, terminal
    from eval.gate import read_baseline, rule, verdict

    with _unmeasurable():
        found = runs.read(folder) if folder else _gated_run()
        rulings = rule(_accepted(found, reason) if accept else read_baseline(), found)
    terminal.show_rulings(rulings)
    raise typer.Exit(verdict(rulings))


def _accepted(report: "EvalReport", reason: str | None) -> "Baseline":
    from eval.gate import GATED, accept, read_baseline, write_baseline

    return write_baseline(accept(read_baseline(), report, GATED, reason))


@contextmanager
def _unmeasurable() -> Iterator[None]:
    """Exit with 3 where there is nothing to hold against a floor or another run."""
    try:
        yield
    except SummarizerError as trouble:
        typer.echo(f"summarize: {trouble}", err=True)
        raise typer.Exit(3) from None


def _gated_run() -> "EvalReport":
    from eval import runs
    from eval.dataset import load
    from eval.gate import GATED

    folder = runs.new_folder("gate")
    return runs.run(
        _questions([]),
        load(GATED),
        EMBEDDED,
        folder,
        leave_out="ablation",
        workers=_workers(EMBEDDED),
    )


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
