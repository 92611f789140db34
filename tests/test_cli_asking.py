"""Waiting for a model on one page: progress, Ctrl-C, and reports that are not lost."""

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import SAMPLES
from rich.console import Console

from summarizer.cli.asking import Asking
from summarizer.document import Article
from summarizer.pipeline import STOPPED, left_out
from tests.servers.articles import TEXT, request
from tests.servers.scripted import Answer, Body, ScriptedServer, refusal, reply

INTERRUPTIBLE = """
import signal
from summarizer.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""
"""The command, also where a shell in the background has Ctrl-C ignored."""
PAGE = str(SAMPLES / "zone-news.txt")


def command(server: ScriptedServer | None, *words: str) -> tuple[list[str], dict[str, str]]:
    """Return the command on a page of several articles, and its environment."""
    endpoint = ["--base-url", server.base_url] if server else []
    asked = [sys.executable, "-m", "summarizer", PAGE, "--model", "openai:scripted", *endpoint]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    return [*asked, *words], kept


def run(server: ScriptedServer | None, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    line, environment = command(server, *words)
    return subprocess.run(line, env=environment, capture_output=True, text=True, check=False)


def test_a_missing_key_is_told_before_anything_is_sent():
    """One line, which variable to set, and no article is begun."""
    done = run(None)
    assert (done.returncode, done.stdout) == (1, "")
    assert "OPENAI_API_KEY is not set" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_same_failure_of_every_article_is_told_once(tmp_path: Path):
    """All the articles stand before it."""
    with ScriptedServer(refusal(403, "no access")) as server:
        done = run(server, "-o", str(tmp_path / "report.json"))
    lines = [line for line in done.stderr.splitlines() if "no access" in line]
    assert (done.returncode, len(lines)) == (1, 1)
    assert lines[0].startswith("A1, A2, A3: http:")


@pytest.mark.parametrize(("words", "kept"), [((), True), (("--force",), False)])
def test_a_failed_run_takes_no_good_report_away(
    tmp_path: Path, words: tuple[str, ...], *, kept: bool
):
    """It is written beside the earlier one, unless told otherwise."""
    report = tmp_path / "report.json"
    report.write_text("{}")
    with ScriptedServer(refusal(403, "no access")) as server:
        done = run(server, "-o", str(report), *words)
    assert (report.read_text() == "{}") is kept
    assert (tmp_path / "report.failed.json").exists() is kept
    assert ("kept as it was" in done.stderr) is kept


def slowly(body: Body) -> Answer:
    """Answer about the first article at once, and about the others much later."""
    if "云岚高新区" not in body["messages"][1]["content"][:200]:
        time.sleep(600)
    return reply(a="云岚高新区开门红。")


def test_ctrl_c_is_answered_at_once_with_what_is_there(tmp_path: Path):
    """The article that was answered is in the report, the others are failures; exit code 130."""
    report = tmp_path / "report.json"
    with ScriptedServer(slowly) as server:
        line, environment = command(server, "-o", str(report), "--revisions", "0")
        line[1:3] = ["-c", INTERRUPTIBLE]
        with subprocess.Popen(line, env=environment, stderr=subprocess.PIPE, text=True) as process:
            while len(server.requests) < 3:
                time.sleep(0.05)
            time.sleep(1)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=120)
    assert (process.returncode, "Traceback" in said) == (130, False)
    assert '"error":"Stopped"' in report.read_text().replace(" ", "")
    assert "云岚高新区开门红。" in report.read_text()


def test_progress_says_articles_tokens_and_seconds():
    """On a terminal it is one line that changes."""
    shown = io.StringIO()
    console = Console(file=shown, force_terminal=True, width=100)
    article = request(TEXT).article
    asking = Asking(2, lambda each: left_out(each, date=None), console)
    treated = tuple(asking(lambda each: left_out(each, date=None), [article, article]))
    assert [each.failures[0].error for each in treated] == [STOPPED, STOPPED]
    assert "/2 articles · 0 tokens" in shown.getvalue()


def broken(_: Article) -> None:
    """Fail as no model does."""
    raise ValueError("a bug")


def test_a_bug_is_not_hidden():
    """What is no failure of a model is raised where the answers are taken."""
    asking = Asking(1, broken, Console(file=io.StringIO()))
    with pytest.raises(ValueError, match="a bug"):
        tuple(asking(broken, [request(TEXT).article]))
