"""The pages in Chinese: every command they show exists, and what they show as run is run."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES
from typer.main import get_command
from typer.testing import CliRunner

from summarizer.cli import app

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "zh").glob("*.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(summarize [^`]+)`")
INDENTED = re.compile(r"^    (summarize .*?)(?:  |$)", re.MULTILINE)
MAY_WARN = frozenset({"check"})  # whose exit code says that something is to be reviewed


def commands(page: Path, language: str) -> Iterator[list[str]]:
    """Yield the commands in the blocks of a language, as words."""
    for kind, block in BLOCK.findall(page.read_text("utf-8")):
        if kind == language:
            lines = (line.partition(" #")[0] for line in block.splitlines())
            yield from (shlex.split(line) for line in lines if line.startswith("summarize"))


def shown(page: Path) -> Iterator[list[str]]:
    """Yield every command that a page shows, wherever it stands."""
    text = page.read_text("utf-8")
    yield from commands(page, "sh")
    yield from (shlex.split(line) for line in INLINE.findall(text))
    yield from (
        line.split() for line in re.findall(r"^    (summarize .*?)(?:  |$)", text, re.MULTILINE)
    )


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.zh-CN.md"], ids=lambda page: page.name)
def test_every_command_that_is_shown_exists(page: Path):
    """With every option that it is shown with."""
    for words in shown(page):
        command, rest = get_command(app), words[1:]
        while rest and rest[0] in getattr(command, "commands", {}):
            command, rest = command.commands[rest[0]], rest[1:]
        if hasattr(command, "default"):
            command = command.commands[command.default]
        known = {name for each in command.params for name in each.opts}
        assert {word for word in rest if re.match("--?[a-z]", word)} <= known, words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_shown_as_run_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """One after the other, in a folder with the samples."""
    shutil.copytree(SAMPLES, tmp_path / "samples")
    (tmp_path / "said.txt").write_text("云岚高新区新签约项目26个。\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZE_CONFIG", str(tmp_path / "config.toml"))
    for _, *words in commands(page, "console"):
        result = CliRunner().invoke(app, words)
        assert result.exit_code <= (words[0] in MAY_WARN), result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.zh-CN.md"], ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path):
    """To a file of the repository."""
    links = re.findall(r"\]\(([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
