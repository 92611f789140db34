"""`summarize config`: what you would otherwise write with every command.

    summarize config                          what holds now, and where it comes from
    summarize config set model deepseek:NAME
    summarize config unset model

Kept in one small TOML file. An option on the command line goes before an environment variable,
which goes before this file, which goes before what the program does by itself. Keys are not kept:
they stay in the environment.
"""

import json
import os
import tomllib
from collections.abc import Mapping
from gettext import gettext as _
from pathlib import Path
from typing import Annotated, Any

import typer

from summarizer.errors import SummarizerError

FILE = "SUMMARIZE_CONFIG"
SETTINGS: Mapping[str, str] = {
    "model": "which model drafts",
    "base_url": "the endpoint of the chat model",
    "language": "the language of a chat model's summary",
    "store": "the file or database that keeps what was done",
    "encoding": "the encoding of pages",
    "prices": "your price file",
    "fields": "what your JSON calls the parts of an article",
    "by": "who signs corrections",
}
"""What may be kept; each is the name of an option."""
VARIABLES = {"model": "SUMMARIZE_MODEL", "store": "SUMMARIZE_STORE"}

app = typer.Typer(rich_markup_mode=None, help="Keep the options that you always use.")


def _known(name: str) -> str:
    setting = name.strip().removeprefix("--").replace("-", "_")
    if setting not in SETTINGS:
        raise typer.BadParameter(
            _("{name}: may not be kept; these may: {known}").format(
                name=name, known=", ".join(SETTINGS)
            )
        )
    return setting


NameArgument = Annotated[
    str, typer.Argument(metavar="OPTION", callback=_known, help="The option, as in model.")
]


@app.callback(invoke_without_command=True)
def show(context: typer.Context) -> None:
    """Show what holds now, and where it comes from."""
    if context.invoked_subcommand:
        return
    kept = read_settings()
    for name, meaning in SETTINGS.items():
        variable = VARIABLES.get(name, "")
        here, there = os.environ.get(variable), kept.get(name)
        value = here or there or "—"
        origin = f"  ({variable})" if here else f"  ({settings_file()})" if there else ""
        typer.echo(f"{name:<10} {value:<32} {_(meaning)}{origin}")


@app.command("set")
def set_(
    name: NameArgument, value: Annotated[str, typer.Argument(help="What it shall be.")]
) -> None:
    """Keep an option."""
    _write(read_settings() | {name: value})


@app.command()
def unset(name: NameArgument) -> None:
    """Forget an option."""
    _write({kept: value for kept, value in read_settings().items() if kept != name})


def settings_file() -> Path:
    """Return where settings are kept."""
    return Path(os.environ.get(FILE) or Path(typer.get_app_dir("summarize")) / "config.toml")


def read_settings() -> dict[str, str]:
    """Return what is kept; raises SummarizerError for a file that is not ours."""
    path = settings_file()
    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, PermissionError):  # nobody's, or somebody else's
        return {}
    except (OSError, ValueError) as error:
        raise SummarizerError(
            "{path}: cannot be read ({error}); mend or remove it", path=path, error=error
        ) from None
    unknown = [name for name, value in kept.items() if _is_foreign(name, value)]
    if unknown:
        raise SummarizerError(
            "{path}: {names} may not stand here; remove it", path=path, names=", ".join(unknown)
        )
    return kept


def _is_foreign(name: str, value: object) -> bool:
    return name not in SETTINGS or not isinstance(value, str)


def _write(settings: Mapping[str, str]) -> None:
    from summarizer.disk import replace_file

    path = settings_file()
    lines = (f"{name} = {json.dumps(settings[name])}\n" for name in sorted(settings))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, "".join(lines).encode())
    except OSError as error:
        raise SummarizerError(
            "{path}: cannot be written ({error})", path=path, error=error.strerror
        ) from None


def defaults_of(command: Any, settings: Mapping[str, str]) -> dict[str, Any]:  # noqa: ANN401 - typer's own type
    """Return the settings as a command and those below it take them for defaults."""
    options = {each.name for each in command.params if each.param_type_name == "option"}
    mine: dict[str, Any] = {name: settings[name] for name in settings if name in options}
    below = getattr(command, "commands", {})
    return mine | {name: defaults_of(each, settings) for name, each in below.items()}
