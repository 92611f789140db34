"""The wheel: all that the commands need, and nothing else at the top."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it, as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as files:
        files.extractall(folder / "site")
    return folder / "site"


def summarize(installed: Path, *words: object) -> str:
    """Run a command of the unpacked wheel, away from the checkout."""
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from summarizer.cli import main; "
    command = [sys.executable, "-I", "-c", code + "main()", *map(str, words)]
    done = subprocess.run(command, cwd=installed, check=True, capture_output=True)
    return done.stdout.decode()


def test_nothing_but_the_package_stands_at_the_top(installed: Path):
    """`eval` and the samples lie inside it, so that they are in nobody's way."""
    tops = [path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")]
    assert tops == ["summarizer"]


def test_the_main_job_runs_from_any_folder(installed: Path):
    """With prompts, word lists, templates and schemas from the wheel."""
    page = installed / "summarizer" / "roof" / "samples" / "briefs.txt"
    assert "泠水化肥厂" in summarize(installed, page)
    assert "article-summary@2" in summarize(installed, "prompt")
    assert "<html" in summarize(installed, page, "-o", "-", "--format", "html")


def test_the_eval_runs_from_any_folder(installed: Path):
    """On the pages that come with it."""
    said = summarize(installed, "eval", "quantities", "-d", "samples", "--out", installed / "run")
    assert "figures F" in said


def test_a_container_works_as_a_user_without_rights():
    """What it starts is the command, the last user is not root, and the extras exist."""
    lines = (ROOT / "Containerfile").read_text(encoding="utf-8").splitlines()
    told = [line.split(maxsplit=1) for line in lines if line and line[0].isupper()]
    last = dict(map(tuple, told))
    assert (last["USER"], last["ENTRYPOINT"]) == ("reader", '["summarize"]')
    extras = set(re.findall(r"\[([a-z,]+)\]", last["RUN"])[0].split(","))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extras <= set(project["optional-dependencies"])


def test_a_user_without_a_home_can_work(installed: Path, tmp_path: Path):
    """From a read-only package, in an empty folder, with nothing of ours in the environment."""
    page = installed / "summarizer" / "roof" / "samples" / "briefs.txt"
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from summarizer.cli import main; "
    command = [sys.executable, "-I", "-c", code + "main()", str(page), "-o", "report.html"]
    bare = {"HOME": "/nonexistent", "SUMMARIZE_LANG": "zh"}
    subprocess.run(command, cwd=tmp_path, env=bare, check=True, capture_output=True)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
