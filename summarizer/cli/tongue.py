"""In whose language the command line speaks: written in English, said in Chinese to who reads it.

    --lang zh · SUMMARIZE_LANG · LANGUAGE, LC_ALL, LC_MESSAGES, LANG      the first that is there
        └─ gettext ─► locale/zh/LC_MESSAGES/summarizer.mo, made of the .po beside it

What a command prints is marked `_("…")`; the help of commands and options is looked up as it is
shown, so it is written once, where the command is. Tables, files and codes are the same in both.
"""

import gettext
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

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
    return rest


def bind() -> None:
    """Let gettext, and whoever uses it, find our words."""
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)


def translate(command: Any) -> None:  # noqa: ANN401 - typer's own type
    """Put the help of a command, its options and all below it into the reader's language."""
    command.help = command.help and gettext.gettext(command.help.strip())
    command.short_help = command.short_help and gettext.gettext(command.short_help)
    for option in command.params:
        if getattr(option, "help", None):
            option.help = gettext.gettext(option.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)
