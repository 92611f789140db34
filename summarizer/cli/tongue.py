"""In whose language the command line speaks: written in English, said in Chinese to who reads it.

    --lang zh · SUMMARIZE_LANG · LANGUAGE, LC_ALL, LC_MESSAGES, LANG      the first that is there
        └─ gettext ─► locale/zh/LC_MESSAGES/summarizer.mo, made of the .po beside it

What a command prints is marked `_("…")`; the help of commands and options is looked up as it is
shown, so it is written once, where the command is. Errors, ours and typer's, are known again by
their templates (`summarizer.phrases`). Files for machines and codes are the same in both.
"""

import os
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from gettext import bindtextdomain, find, textdomain
from gettext import gettext as _
from pathlib import Path
from typing import Any

import typer

from summarizer import phrases
from summarizer.cli.examples import EXAMPLES

DOMAIN = "summarizer"
FOLDER = Path(__file__).parents[1] / "locale"
OPTION = "--lang"
VARIABLE = "SUMMARIZE_LANG"


def listen(arguments: Sequence[str]) -> list[str]:
    """Take the language from the command line or the environment; return the other arguments."""
    rest, wanted = list(arguments), os.environ.get(VARIABLE)
    for at, word in enumerate(arguments):
        name, _, value = word.partition("=")
        if name == OPTION:
            wanted = value or "".join(arguments[at + 1 : at + 2])
            del rest[at : at + (1 if value else 2)]
            break
    if wanted:
        os.environ["LANGUAGE"] = wanted
        phrases.speak(wanted[:2])
    return rest


def bind() -> None:
    """Let gettext, and whoever uses it, find our words."""
    bindtextdomain(DOMAIN, str(FOLDER))
    textdomain(DOMAIN)


def say(message: str) -> str:
    """Return a message that was said in English in the reader's language."""
    return phrases.phrasebook("zh").say(message) if _in_chinese() else message


def say_code(words: Mapping[str, str], code: str) -> str:
    """Return a code in the words of a Chinese list, or as it is to who does not read Chinese."""
    return words[code] if _in_chinese() else str(code)


def say_cue(table: str, cue: str) -> str:
    """Return what a cue of the table `owner` or `indicator` is called in the reader's language."""
    return _cues(table).say(cue) if _in_chinese() else cue


@cache
def _cues(table: str) -> phrases.Phrasebook:
    told = tomllib.loads((FOLDER / "zh" / "cues.toml").read_text("utf-8"))
    return phrases.Phrasebook({**told["words"], **told[table]})


def _in_chinese() -> bool:
    return find(DOMAIN, str(FOLDER)) is not None


def refuse(error: Any) -> None:  # noqa: ANN401 - typer's own type
    """Say on standard error what is wrong with a command line, and how the command is used."""
    context = error.ctx
    message = error.format_message()
    if context is None:
        typer.echo(_("Error: ") + say(message), err=True)
    elif message == context.get_help():
        typer.echo(message, err=True)
    else:
        hint = _("Try '{command} -h' for help.").format(command=context.command_path)
        error_line = _("Error: ") + say(message)
        typer.echo(f"{context.get_usage()}\n{hint}\n\n{error_line}", err=True)


@cache
def _spoken(kind: Any) -> Any:  # noqa: ANN401 - typer's own types
    """Return a context whose help begins and ends in the reader's language."""

    class Formatter(kind.formatter_class):  # type: ignore[misc]
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or _("Usage: "))

    class Context(kind):  # type: ignore[misc]
        formatter_class = Formatter

        def make_formatter(self) -> Any:  # noqa: ANN401 - typer's own type
            option = self.command.get_help_option(self)
            if option is not None:
                option.help = _(option.help)
            return super().make_formatter()

    return Context


def translate(command: Any, path: str = "summarize") -> None:  # noqa: ANN401 - typer's own type
    """Put the help of a command, its options and all below it into the reader's language.

    Each ends with an example.
    """
    command.epilog = _("Example: {example}").format(example=EXAMPLES[path])
    command.context_class = _spoken(type(command).context_class)
    command.options_metavar = _(command.options_metavar)
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = _(command.subcommand_metavar)
    command.help = command.help and _(command.help.strip())
    command.short_help = command.short_help and _(command.short_help)
    for option in command.params:
        if getattr(option, "help", None):
            option.help = _(option.help)
    for name, below in getattr(command, "commands", {}).items():
        translate(below, f"{path} {name}")
