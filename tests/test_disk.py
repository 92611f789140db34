"""Files are whole or not there, whoever is killed when."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.disk import beside, replace_file
from tests.a_corrected_page import PAGE

WRITER = """
import sys
from pathlib import Path
from summarizer.corrections import Corrections, keep_corrections
from summarizer.reading import read_issue
from tests.a_corrected_page import PAGE, set_owner
issue = read_issue(Path(sys.argv[1]))
kept = Corrections(sha256=issue.sha256)
for number in range(100_000):
    kept = kept.with_change(set_owner(PAGE, "145家", f"第{number}园"))
    keep_corrections(issue, kept)
    print(number, flush=True)
"""


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path):
    """And nothing else is left in the folder."""
    path = tmp_path / "a.json"
    for content in (b"one", b"two"):
        replace_file(path, content)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"two", [path])


def test_a_link_goes_on_leading_where_it_leads(tmp_path: Path):
    """The file it leads to is written."""
    (tmp_path / "there").mkdir()
    link = tmp_path / "a.json"
    link.symlink_to(tmp_path / "there" / "b.json")
    replace_file(link, b"kept")
    assert link.is_symlink()
    assert (tmp_path / "there" / "b.json").read_bytes() == b"kept"


@pytest.mark.parametrize("name", ["page.notes.json", "page.txt.notes.json"])
def test_both_names_beside_a_page_are_found(tmp_path: Path, name: str):
    """The short one and the long one."""
    (tmp_path / name).write_text("{}")
    assert beside(str(tmp_path / "page.txt"), ".notes.json") == tmp_path / name


def test_without_a_file_the_short_name_is_used(tmp_path: Path):
    """And a page without a name has none."""
    assert beside(str(tmp_path / "page.txt"), ".notes.json") == tmp_path / "page.notes.json"
    assert beside("", ".notes.json") is None


@pytest.mark.parametrize("patience", [0.0, 0.02, 0.05])
def test_kill_9_while_saving_loses_nothing_that_was_said_to_be_saved(
    tmp_path: Path, patience: float
):
    """The file has every change that the writer was told is kept, and can be read."""
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-c", WRITER, str(page)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        said = [int(writer.stdout.readline()) for _ in range(5)]
        time.sleep(patience)
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
    kept = json.loads((tmp_path / "page.corrections.json").read_text(encoding="utf-8"))
    assert len(kept["changes"]) >= max(said) + 1
