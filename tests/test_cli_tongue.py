"""The command line in Chinese: complete, and in step with the code."""

import ast
import gettext
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from typer.main import get_command

from summarizer.cli import app, settings
from summarizer.cli.doctor import EXTRAS
from summarizer.cli.issue import UNFIT
from summarizer.cli.panels import PANELS
from summarizer.cli.tongue import DOMAIN, FOLDER, listen

SOURCES = Path(__file__).parent.parent / "summarizer"
CATALOGUE = FOLDER / "zh" / "LC_MESSAGES" / f"{DOMAIN}.po"
OF_TYPER = {
    "Arguments", "Options", "Commands", "[OPTIONS]", "COMMAND [ARGS]...", "Missing command.",
    "Show this message and exit.", "env var: {var}", "default: {default}", "required",
}  # fmt: skip
HAN = re.compile(r"[\u4e00-\u9fff]")


def help_texts(command: Any) -> Iterator[str]:  # noqa: ANN401 - typer's own type
    """Yield what a command and all below it say of themselves."""
    texts = (command.help, *(getattr(each, "help", None) for each in command.params))
    yield from (text.strip() for text in texts if text)
    for below in getattr(command, "commands", {}).values():
        yield from help_texts(below)


def marked() -> Iterator[str]:
    """Yield every text in the code that is marked `_("…")`."""
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name("_"), args=[ast.Constant(str(text))]):
                    yield text


def said() -> set[str]:
    """Return all that the command line may say."""
    tables = (settings.SETTINGS.values(), UNFIT.values())
    uses = (use for _package, use in EXTRAS.values())
    return {
        *help_texts(get_command(app)), *marked(), *uses, *OF_TYPER, *PANELS,
        *(text for table in tables for text in table),
    }  # fmt: skip


def translations() -> dict[str, str]:
    """Return the catalogue."""
    with CATALOGUE.open("rb") as file:
        return {str(each.id): str(each.string) for each in read_po(file) if each.id}


def fields(text: str) -> set[str | None]:
    """Return the names that are filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_everything_that_is_said_is_in_the_catalogue():
    """Help of every command and option, and every message; and nothing that is no longer said."""
    assert said() - translations().keys() == set()
    assert translations().keys() - said() == set()


def test_a_translation_is_in_chinese_and_fills_in_the_same():
    """Only the name of a command stays as it is."""
    for text, chinese in translations().items():
        assert fields(chinese) == fields(text)
        assert HAN.search(chinese) or text.startswith("summarize ")


def test_the_compiled_catalogue_is_in_step():
    """`make words` was run after the last change."""
    compiled = gettext.translation(DOMAIN, str(FOLDER), languages=["zh"])
    assert {text: compiled.gettext(text) for text in translations()} == translations()


def test_the_option_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch):
    """Wherever it stands, it is taken out of the arguments."""
    monkeypatch.setenv("SUMMARIZE_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "")
    assert listen(["issue", "--lang", "zh", "page.txt"]) == ["issue", "page.txt"]
    assert listen(["page.txt", "--lang=zh"]) == ["page.txt"]


@pytest.mark.parametrize(("words", "shown"), [(["--lang", "zh", "-h"], "摘要"), (["-h"], "Usage")])
def test_help_is_shown_in_the_language_that_is_asked_for(words: list[str], shown: str):
    """Through the real command."""
    command = [sys.executable, "-m", "summarizer", *words]
    done = subprocess.run(command, capture_output=True, check=True)
    assert shown in done.stdout.decode()
