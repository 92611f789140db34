"""`summarize models`: which vendors are known, and what an endpoint can do."""

import os
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import tongue
from summarizer.cli.chat_options import ChatOptions
from summarizer.cli.options import AllowHostOption, BaseUrlOption, LocalOnlyOption

if TYPE_CHECKING:
    from summarizer.models.chat.probe import Trial

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Vendors of chat models, and what an endpoint can do.",
)


@app.command("list")
def list_vendors() -> None:
    """List the vendors that need no base URL, and where each expects its key."""
    from summarizer.models.chat import VENDORS

    for name, vendor in VENDORS.items():
        key = vendor.key or _("no key")
        known = " " + _("(set)") if vendor.key and os.environ.get(vendor.key) else ""
        typer.echo(f"{name:<12} {vendor.base_url or '--base-url':<52} {key}{known}")


@app.command()
def check(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="VENDOR:NAME, as in openai:NAME.")],
    base_url: BaseUrlOption = None,
    allow_host: AllowHostOption = None,
    *,
    local_only: LocalOnlyOption = False,
) -> None:
    """Ask an endpoint about a small article in every mode, and say what works."""
    from summarizer.models.chat.probe import try_modes

    chat = ChatOptions(model, base_url, allow_host=allow_host, local_only=local_only)
    typer.echo("\t".join((_("mode"), _("works"), _("seconds"), _("tokens"), _("cited"))))
    works = False
    for trial in try_modes(chat.spec()):
        typer.echo(_line(trial))
        works = works or trial.error is None
    raise typer.Exit(0 if works else 1)


def _line(trial: "Trial") -> str:
    cells = [trial.mode, _("no") if trial.error else _("yes"), f"{trial.seconds:.2f}"]
    if trial.usage is None:
        return "\t".join((*cells, tongue.say(trial.error or "")))
    tokens = f"{trial.usage.prompt_tokens}+{trial.usage.completion_tokens}"
    return "\t".join((*cells, tokens, f"{trial.cited}/{trial.figures}"))
