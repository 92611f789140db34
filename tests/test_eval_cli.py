"""`summarize eval`: what a user types and which exit code a build server sees."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from eval.dataset import load
from eval.gold import Question
from eval.runs import run
from summarizer.cli import app

FILES = {"answers.jsonl.gz", "report.json", "report.html", "report.md", "junit.xml"}


def summarize(*words: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, ["eval", *map(str, words)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep a run of one task on the sample pages."""
    place = tmp_path_factory.mktemp("runs") / "first"
    run([Question.QUANTITIES], load(["samples"]), "extractive", place)
    return place


def test_a_task_is_a_word_and_a_run_a_folder(tmp_path: Path):
    """The first word may be a task; everything that can be read later is kept."""
    done = summarize("quantities", "--dataset", "samples", "--out", tmp_path / "run")
    assert done.exit_code == 0, done.output
    assert "figures F" in done.output
    assert {path.name for path in (tmp_path / "run").iterdir()} == FILES


def test_an_unknown_task_is_wrong_usage():
    """It is named together with the tasks there are."""
    done = summarize("astrology")
    assert done.exit_code == 2
    assert "segmentation" in done.output


def test_a_run_is_judged_again_without_asking(folder: Path):
    """`score` prints the table of the kept answers, with the lost points if asked."""
    done = summarize("score", folder, "--losses", 1)
    assert done.exit_code == 0
    assert "plain regex" in done.output


def test_a_run_compared_with_itself_has_not_changed(folder: Path):
    """No difference, no flips."""
    done = summarize("compare", folder, folder)
    assert done.exit_code == 0
    assert "4 of 4 measures unchanged" in done.output
    assert "lost " not in done.output


@pytest.mark.parametrize("words", [("gate",), ("compare", "here")])
def test_a_folder_without_a_run_cannot_be_measured(words: tuple[str, ...], tmp_path: Path):
    """Exit code 3, and one line that says which folder."""
    done = summarize(*words, tmp_path)
    assert done.exit_code == 3


def test_a_run_of_one_task_leaves_the_other_floors_unmeasured(folder: Path):
    """Not measured is not passed."""
    done = summarize("gate", folder)
    assert done.exit_code in (1, 3)
    assert "not measured" in done.output


def test_reports_are_written_again(folder: Path):
    """`report` names the files it has written."""
    done = summarize("report", folder, "--against", folder)
    assert done.exit_code == 0
    assert {Path(line).name for line in done.output.split()} == FILES - {"answers.jsonl.gz"}
    assert "Changes" in (folder / "report.html").read_text()
