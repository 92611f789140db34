"""The options of a long command stand in panels."""

from dataclasses import fields

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.cli.chat_options import ChatOptions
from summarizer.cli.panels import PANELS, REST

IN_PANELS = frozenset().union(*PANELS.values())


def test_every_option_of_a_chat_model_stands_in_a_panel():
    """A new option of a model does not end among the ones that everybody needs."""
    assert {field.name for field in fields(ChatOptions)} <= IN_PANELS


def test_a_panel_names_no_option_that_is_gone():
    """An option that is renamed would silently fall out of its panel."""
    group = get_command(app)
    there = {param.name for name in ("issue", "batch") for param in _params(group.commands[name])}  # type: ignore[attr-defined]
    assert there >= IN_PANELS


@pytest.mark.parametrize(("language", "title"), [("en", "Chat model:"), ("zh", "大模型:")])
def test_the_help_shows_what_comes_out_before_the_model(language: str, title: str):
    """Who only wants a table finds `-o` without reading about models, in either language."""
    told = CliRunner().invoke(app, ["issue", "--help"], env={"LANGUAGE": language}).output
    assert told.index("--output") < told.index(title) < told.index("--base-url")
    assert REST not in told.partition("--output")[2]


def _params(command):  # noqa: ANN001, ANN202 - typer's own types
    """Yield the parameters of a command and of all below it."""
    yield from command.params
    for below in getattr(command, "commands", {}).values():
        yield from _params(below)
