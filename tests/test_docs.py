"""Docs that cannot lie: every command explains itself, and stands on the page of commands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from typer.main import get_command

from summarizer.cli import app
from summarizer.renderers import SUFFIXES
from summarizer.table import ARTICLES, CHECKS, FINDINGS, OBSERVATIONS, QUANTITIES, RELATIONS, Table


class Command(Protocol):
    """What typer makes of a function or a group."""

    help: str | None
    params: list[object]
    hidden: bool


ROOT = Path(__file__).parent.parent


def commands(command: Command, *words: str) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Yield every command that is shown to users, with the words that reach it."""
    yield words, command
    for name, below in getattr(command, "commands", {}).items():
        if not below.hidden:
            yield from commands(below, *words, name)


EVERY = dict(commands(get_command(app), "summarize"))


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_says_what_it_is_for(words: tuple[str, ...]) -> None:
    """In a sentence, and so does each of its options."""
    command = EVERY[words]
    assert command.help
    silent = [each.name for each in command.params if not getattr(each, "help", "has no help")]
    assert silent == []


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_is_on_the_page_of_commands(words: tuple[str, ...]) -> None:
    """`make docs` was run after the last change."""
    assert f"## {' '.join(words)}\n" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", SUFFIXES)
def test_every_ending_of_an_output_is_on_the_page_of_formats(ending: str) -> None:
    """A format that can be had can be found."""
    assert f"`{ending}`" in (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", [OBSERVATIONS, ARTICLES, QUANTITIES, RELATIONS, CHECKS, FINDINGS])
def test_every_column_is_on_the_page_of_formats(table: Table) -> None:
    """With what it holds, in the words of its definition."""
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert [each.name for each in table.columns if each.meaning not in page] == []


def test_every_file_that_the_readme_names_is_there() -> None:
    """A link leads somewhere."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [part.split(")")[0].partition("#")[0] for part in readme.split("](")[1:]]
    assert links
    missing = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert missing == []
