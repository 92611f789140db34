"""Several pages at once, and where their reports go; examples in the help of every command."""

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.cli.examples import EXAMPLES
from summarizer.cli.outputs import wanted
from summarizer.errors import SummarizerError

SAMPLES = Path(__file__).parent.parent / "samples"
PAGES = [str(SAMPLES / "briefs.txt"), str(SAMPLES / "zone-news.txt")]


def test_a_folder_takes_a_report_of_each_page(tmp_path: Path):
    """It is made, and the pages give the names; HTML where no format is named."""
    done = CliRunner().invoke(app, [*PAGES, "-o", f"{tmp_path}/new/"])
    assert done.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "briefs.html",
        "zone-news.html",
    ]


def test_a_page_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path):
    """It is told in a line, and the exit code says that something failed."""
    done = CliRunner().invoke(
        app, ["nothing.txt", PAGES[0], "-o", f"{tmp_path}/", "--format", "csv"]
    )
    assert (done.exit_code, "nothing.txt" in done.stderr) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["briefs.csv"]


def test_several_pages_follow_each_other_in_the_terminal(monkeypatch: pytest.MonkeyPatch):
    """Each under its own name."""
    monkeypatch.chdir(SAMPLES)
    names = [Path(page).name for page in PAGES]
    shown = CliRunner().invoke(app, names).stdout
    assert 0 < shown.index(names[0]) < shown.index(names[1])


def test_pages_of_one_name_keep_their_suffixes(tmp_path: Path):
    """Neither is written over the other."""
    found = wanted(["a/page.txt", "b/page.pdf", "-"], [f"{tmp_path}/"], "xlsx")
    names = [Path(output).name for each in found for output in each.outputs]
    assert names == ["page.txt.xlsx", "page.pdf.xlsx", "stdin.xlsx"]


def test_one_file_for_several_pages_is_refused():
    """With what to write instead."""
    with pytest.raises(SummarizerError, match="name a folder, as in -o reports/"):
        wanted(["a.txt", "b.txt"], ["both.html"], None)


def commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - typer's own type
    """Yield a command and all below it."""
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{path} {name}")


def test_every_command_has_an_example_that_it_understands():
    """The words of the example are its options and arguments."""
    found = dict(commands(get_command(app), "summarize"))
    assert found.keys() == EXAMPLES.keys()
    for path, command in found.items():
        words = shlex.split(EXAMPLES[path].partition(" > ")[0])
        named = path.split() if " ".join(words).startswith(path) else path.split()[:-1]
        if not hasattr(command, "commands"):
            command.make_context(path, words[len(named) :])
