"""The door: parses, calls one function, prints.

    summarize issue.txt                 one issue: the command without a verb
    summarize NOUN VERB …               everything else, a file in this folder for each noun

Data goes to standard output, progress to standard error. Exit codes: 0 fine, 1 something failed,
2 wrong usage, 3 a gate was not met or could not be measured.
"""

import errno
import gc
import sys
from gettext import gettext as _
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer import __version__
from summarizer.cli import batch, evaluation, models, runs, settings, store, tongue
from summarizer.cli.assistants import serve
from summarizer.cli.browse import browse
from summarizer.cli.check import check
from summarizer.cli.desk import desk
from summarizer.cli.doctor import doctor
from summarizer.cli.explain import explain
from summarizer.cli.exporting import export
from summarizer.cli.issue import issue
from summarizer.cli.layout import layout
from summarizer.cli.panels import Panelled
from summarizer.cli.prompt import prompt
from summarizer.cli.schema import schema
from summarizer.cli.series import series
from summarizer.cli.verbless import Verbless
from summarizer.errors import SummarizerError

ROOF = Path(__file__).parents[1] / "roof"  # where an installed package has its eval
if ROOF.is_dir():
    sys.path.append(str(ROOF))
USAGE: Any = typer.BadParameter.__bases__[0]  # what typer raises for every wrong command line
tongue.bind()
RARELY = (20_000, 20, 50)
"""How often to look for garbage: expressions and models are thousands of objects that all stay."""


class IssueFirst(Verbless):
    """A group whose first word may be a file: then the issue command is meant."""

    default = "issue"

    def make_context(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - typer's own types
        """Begin a call: whatever help it shows is in the reader's language."""
        tongue.translate(self)
        return super().make_context(*args, **kwargs)

    own_options = frozenset(
        {"-h", "--help", "--version", "--install-completion", "--show-completion"}
    )


app = typer.Typer(
    cls=IssueFirst,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Summaries and indicator tables of newspaper issues, every figure traced to its source.",
)


def _print_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback has acted
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which.")
    ] = False,
    lang: Annotated[  # noqa: ARG001 - taken out before, by `tongue.listen`
        str | None, typer.Option("--lang", envvar=tongue.VARIABLE, help="zh or en: what to speak.")
    ] = None,
) -> None:
    """Take the options that stand before every command, and those that the user has kept."""
    if kept := settings.read_settings():
        context.default_map = settings.defaults_of(context.command, kept)


app.command(cls=Panelled)(issue)
app.command()(check)
app.command()(desk)
app.command()(layout)
app.command()(explain)
app.add_typer(batch.app, name="batch")
app.add_typer(runs.app, name="runs")
app.command()(series)
app.command()(export)
app.command()(browse)
app.command("mcp")(serve)
app.add_typer(store.app, name="store")
app.add_typer(models.app, name="models")
app.command()(prompt)
app.add_typer(evaluation.app, name="eval")
app.command()(schema)
app.add_typer(settings.app, name="config")
app.command()(doctor)


def main() -> None:
    """Run the command line; an error meant for the user is one line and exit code 1."""
    gc.set_threshold(*RARELY)
    arguments = tongue.listen(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _speak_chinese(stream)
    try:
        code = app(arguments, prog_name="summarize", standalone_mode=False)
    except USAGE as error:
        tongue.refuse(error)
        raise SystemExit(error.exit_code) from None
    except typer.Abort:
        typer.echo(_("Aborted!"), err=True)
        raise SystemExit(1) from None
    except SummarizerError as error:
        from summarizer.wording import on_one_line

        typer.echo(f"summarize: {on_one_line(tongue.say(str(error)))}", err=True)
        raise SystemExit(1) from None
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        typer.echo("summarize: " + _("standard output: no space left on the device"), err=True)
        raise SystemExit(1) from None
    raise SystemExit(code if isinstance(code, int) else 0)


def _speak_chinese(stream: TextIOWrapper) -> None:
    """Write UTF-8, whatever the locale; only a terminal that knows Chinese keeps its own way."""
    own = stream.isatty() and _knows_chinese(stream.encoding)
    stream.reconfigure(encoding=stream.encoding if own else "utf-8", errors="backslashreplace")


def _knows_chinese(encoding: str) -> bool:
    try:
        "中".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
