"""`summarize store …`: whether a store is sound, and of this version."""

from contextlib import closing
from gettext import gettext as _

import typer

from summarizer.cli.runs import StoreArgument

app = typer.Typer(no_args_is_help=True, help="Look after a store.")


@app.command()
def check(store: StoreArgument) -> None:
    """Read every report again and compare it with its rows, its text and the index."""
    from summarizer.store import Store

    with closing(Store.open(store)) as kept:
        problems = kept.problems()
    for problem in problems:
        typer.echo(problem)
    typer.echo(_("{number} problems").format(number=len(problems)), err=True)
    raise typer.Exit(1 if problems else 0)


@app.command()
def upgrade(store: StoreArgument) -> None:
    """Bring a store of an earlier version up to this one."""
    from summarizer.store import Store

    steps = Store.upgrade(store)
    typer.echo("\n".join(steps) or _("up to date"))
