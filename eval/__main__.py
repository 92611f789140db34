"""`python -m eval`: ask every system every question and print the table."""

from typing import Annotated

import typer

from eval.dataset import load
from eval.gold import Question
from eval.harness import evaluate
from eval.tasks import TASKS
from eval.terminal import show

app = typer.Typer(help="Measure every stage against gold.", no_args_is_help=False)


@app.command()
def run(
    tasks: Annotated[list[str] | None, typer.Argument(help="The tasks; all of them.")] = None,
    *,
    dataset: Annotated[list[str] | None, typer.Option(help="A dataset, or how it begins.")] = None,
    losses: Annotated[int, typer.Option(help="Show so many lost points of our system.")] = 0,
) -> None:
    """Ask every system every question and print the table."""
    for question in map(Question, tasks or list(TASKS)):
        task = TASKS[question]()
        for data in load(dataset or ()):
            if data.asking(question):
                show([evaluate(task, data, name) for name in task.systems], losses=losses)


app()
