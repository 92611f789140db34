"""The archive from the command line: batch, runs, store and series, one after the other."""

import csv
import json
import os
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.cli import app
from summarizer.errors import StoreError, SummarizerError
from summarizer.store import Store
from tests.an_archive import everything, write_archive

ISSUES = 3
ZONE = ("--zone", "青岚高新区", "--indicator", "工业总产值")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Summarise a small archive."""
    folder = tmp_path_factory.mktemp("archive")
    write_archive(folder / "pages", ISSUES)
    summarize("batch", folder / "pages", "--store", folder / "runs.db", "--executor", "threads")
    return folder


def summarize(*words: object, code: int = 0, stdin: str | None = None) -> str:
    """Run a command and return what it says."""
    result = CliRunner().invoke(app, list(map(str, words)), input=stdin)
    assert result.exit_code == code, result.output
    return result.output


def run_id(folder: Path) -> str:
    """Return the id of the only run."""
    with closing(Store.open(str(folder / "runs.db"))) as store:
        return store.runs()[0].id


def test_batch_says_what_was_done_and_what_remains(folder: Path, tmp_path: Path):
    """The table counts; what a limit leaves for later is no failure."""
    said = summarize(
        "batch", folder / "pages", "--store", tmp_path / "r.db", "--limit", 1, "--executor",
        "threads",
    )  # fmt: skip
    assert [line.split() for line in said.splitlines()][2] == ["done", "now", "1"]
    assert ["remaining", str(ISSUES - 1)] in [line.split() for line in said.splitlines()]


def test_list_may_come_from_standard_input(folder: Path, tmp_path: Path):
    """As `find` and `ls` give it."""
    names = "".join(f"{path}\n" for path in sorted((folder / "pages").iterdir())[:2])
    said = summarize(
        "batch", "-", "--store", tmp_path / "r.db", "--executor", "threads", stdin=names
    )
    assert ["issues", "2"] in [line.split() for line in said.splitlines()]


def test_runs_are_listed_and_shown(folder: Path):
    """With model, version and counts."""
    assert "extractive" in summarize("runs", "list", folder / "runs.db")
    assert f"done              {ISSUES}" in summarize("runs", "show", folder / "runs.db")


def test_run_is_named_by_its_beginning(folder: Path):
    """A few characters are enough; wrong ones are told."""
    assert run_id(folder) in summarize("runs", "show", folder / "runs.db", run_id(folder)[:4])
    with pytest.raises(SummarizerError, match="zzz: no such run"):
        CliRunner().invoke(
            app, ["runs", "show", str(folder / "runs.db"), "zzz"], catch_exceptions=False
        )


def test_an_empty_name_names_no_run(folder: Path):
    """A variable of the shell that is not set deletes nothing."""
    said = CliRunner().invoke(app, ["runs", "delete", str(folder / "runs.db"), "", "--yes"])
    assert isinstance(said.exception, StoreError)
    assert run_id(folder)


def test_run_does_not_differ_from_itself(folder: Path):
    """Nothing to tell, and exit code 0."""
    same = run_id(folder), run_id(folder)
    assert "0 differences in 3 issues" in summarize("runs", "compare", folder / "runs.db", *same)


def test_other_conditions_differ(folder: Path, tmp_path: Path):
    """Two runs are compared figure by figure; exit code 1 says that they differ."""
    store = tmp_path / "r.db"
    for options in ((), ("--date", "2030-05-01")):
        summarize("batch", folder / "pages", "--store", store, "--executor", "threads", *options)
    with closing(Store.open(str(store))) as kept:
        runs = [run.id for run in kept.runs()]
    said = summarize("runs", "compare", store, *runs, code=1)
    assert "time_period None → 2030-Q1" in said


def test_figures_are_exported_as_one_table(folder: Path, tmp_path: Path):
    """One heading, the rows of every issue; as CSV and as JSON Lines alike."""
    for name in ("f.csv", "f.jsonl"):
        summarize("runs", "export", folder / "runs.db", "-o", tmp_path / name)
    text = (tmp_path / "f.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    lines = [json.loads(line) for line in (tmp_path / "f.jsonl").read_text("utf-8").splitlines()]
    assert len({row["issue"] for row in rows}) == ISSUES
    assert [row["printed"] for row in rows] == [line["printed"] for line in lines]


def test_reports_are_exported_into_a_folder(folder: Path, tmp_path: Path):
    """One file an issue, in any format."""
    summarize("runs", "export", folder / "runs.db", "-o", tmp_path / "out", "--format", "markdown")
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".md"] * ISSUES


def test_copy_of_a_store_is_equal_and_sound(folder: Path, tmp_path: Path):
    """To take along, or to browse what a server holds."""
    summarize("runs", "export", folder / "runs.db", "-o", tmp_path / "copy.db")
    assert everything(str(tmp_path / "copy.db")) == everything(str(folder / "runs.db"))
    summarize("store", "check", tmp_path / "copy.db")


def test_deleted_run_is_gone(folder: Path, tmp_path: Path):
    """After a question, or with --yes."""
    store = tmp_path / "copy.db"
    summarize("runs", "export", folder / "runs.db", "-o", store)
    summarize("runs", "delete", store, run_id(folder), stdin="n\n", code=1)
    summarize("runs", "delete", store, run_id(folder), "--yes")
    assert everything(str(store))["issues"] == []


def test_an_export_replaces_no_pipe_and_no_file(folder: Path, tmp_path: Path):
    """A table goes into a file, reports into a folder, and nothing else gives way."""
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "taken").touch()
    for place, why in (("pipe.csv", "not a file"), ("taken", "cannot be made a folder")):
        words = ["runs", "export", str(folder / "runs.db"), "-o", str(tmp_path / place)]
        with pytest.raises(SummarizerError, match=why):
            CliRunner().invoke(app, words, catch_exceptions=False)
    assert (tmp_path / "pipe.csv").is_fifo()


def test_deleting_makes_no_store(tmp_path: Path):
    """A mistyped path stays what it was: nothing."""
    words = ["runs", "delete", str(tmp_path / "none.db"), "x"]
    with pytest.raises(SummarizerError, match="unable to open"):
        CliRunner().invoke(app, words, catch_exceptions=False)
    assert not list(tmp_path.iterdir())


def test_store_is_up_to_date(folder: Path):
    """There is nothing to upgrade in a new store."""
    assert summarize("store", "upgrade", folder / "runs.db") == "up to date\n"


def test_series_without_figures_is_said(folder: Path):
    """Exit code 1, and what was looked for."""
    said = summarize("series", folder / "runs.db", *ZONE, code=1)
    assert "no supported figure" in said  # the pages bear no date: 一季度 of no known year


def test_series_is_plotted(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A bar for each period, the target apart and lighter; a narrow terminal keeps the figures."""
    store = tmp_path / "r.db"
    summarize(
        "batch", folder / "pages", "--store", store, "--executor", "threads", "--date", "2030-05-01"
    )
    said = summarize("series", store, *ZONE)
    assert "█" in said
    assert "2030-Q1" in said
    assert "░" in said
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")  # as if somebody looked
    narrow = summarize("series", store, *ZONE)
    assert all(words in narrow for words in ("11.6 ", "11.6亿元"))
    assert "…" not in narrow


def test_many_machines_need_one_database(folder: Path):
    """A file cannot be written by a cluster."""
    with pytest.raises(SummarizerError, match="many machines need one database"):
        CliRunner().invoke(app, ["batch", str(folder), "--executor", "ray"], catch_exceptions=False)
