"""The door: parses, calls one function, prints.

    summarize issue.txt                 one issue: the command without a verb
    summarize NOUN VERB …               everything else, a file in this folder for each noun

Data goes to standard output, progress to standard error. Exit codes: 0 fine, 1 something failed,
2 wrong usage, 3 a gate was not met or could not be measured.
"""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from summarizer import __version__
from summarizer.cli.issue import issue
from summarizer.cli.schema import schema
from summarizer.errors import SummarizerError

DEFAULT_COMMAND = "issue"
OWN_OPTIONS = frozenset({"--help", "--version", "--install-completion", "--show-completion"})


class IssueFirst(TyperGroup):
    """A group whose first word may be a file: then the issue command is meant."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own type
        """Put the issue command first, unless a command or an option of the group stands there."""
        if args and args[0] not in self.commands and args[0] not in OWN_OPTIONS:
            args = [DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=IssueFirst,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Summaries and indicator tables of newspaper issues, every figure traced to its source.",
)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """Take the options that stand before every command."""


app.command(DEFAULT_COMMAND)(issue)
app.command("schema")(schema)


def main() -> None:
    """Run the command line; an error meant for the user is one line and exit code 1."""
    try:
        app(prog_name="summarize")
    except SummarizerError as error:
        typer.echo(f"summarize: {error}", err=True)
        raise SystemExit(1) from None
