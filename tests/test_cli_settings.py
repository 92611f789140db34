"""Options that a user keeps, and what the program says of itself."""

from pathlib import Path

import pytest
from conftest import SAMPLES
from typer.testing import CliRunner

from summarizer.cli import app, settings
from summarizer.errors import SummarizerError


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings in a file of this test's own."""
    monkeypatch.setenv(settings.FILE, str(tmp_path / "mine" / "config.toml"))
    return tmp_path / "mine" / "config.toml"


def summarize(*words: object, code: int = 0) -> str:
    """Run a command and return what it says."""
    result = CliRunner().invoke(app, list(map(str, words)))
    assert result.exit_code == code, result.output
    return result.output


def test_a_kept_option_holds_for_every_command_that_has_it(kept: Path, tmp_path: Path):
    """As if it stood on the command line."""
    summarize("config", "set", "store", tmp_path / "mine.db")
    summarize("batch", SAMPLES / "briefs.txt", "--executor", "threads")
    assert (tmp_path / "mine.db").exists()
    assert str(kept) in summarize("config")


def test_the_command_line_goes_before_what_is_kept(tmp_path: Path):
    """Said now is said last."""
    summarize("config", "set", "store", tmp_path / "mine.db")
    other = tmp_path / "other.db"
    summarize("batch", SAMPLES / "briefs.txt", "--executor", "threads", "--store", other)
    assert (other.exists(), (tmp_path / "mine.db").exists()) == (True, False)


def test_what_is_kept_can_be_forgotten(kept: Path):
    """The file then says nothing of it."""
    summarize("config", "set", "--", "--model", "ollama:x")
    assert kept.read_text() == 'model = "ollama:x"\n'
    summarize("config", "unset", "model")
    assert kept.read_text() == ""


def test_a_key_may_not_be_kept():
    """Keys come from the environment only."""
    assert "may not be kept" in summarize("config", "set", "api_key", "sk-1", code=2)


@pytest.mark.parametrize("text", ["model = [", 'api_key = "sk-1"', "model = 5"])
def test_a_file_that_is_not_ours_is_told(kept: Path, text: str):
    """In one line that names it, without what it holds."""
    kept.parent.mkdir()
    kept.write_text(text)
    with pytest.raises(SummarizerError, match=r"config\.toml") as caught:
        settings.read_settings()
    assert "sk-1" not in str(caught.value)


def test_doctor_says_what_is_there_and_how_to_get_the_rest(monkeypatch: pytest.MonkeyPatch):
    """Keys by their names only."""
    monkeypatch.setenv("DEEPSEEK_API_KEY", "sk-geheim")
    said = summarize("doctor")
    assert "PDF pages" in said
    assert "deepseek (DEEPSEEK_API_KEY)" in said
    assert "sk-geheim" not in said


def test_help_has_a_short_name():
    """`-h`, for every command."""
    assert summarize("-h") == summarize("--help")
    assert "Usage: " in summarize("batch", "run", "-h")
