"""`summarize prompt` and `summarize models`, run as a user runs them."""

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from summarizer.cli.models import app as models
from summarizer.cli.prompt import prompt
from summarizer.errors import PromptError, ReadingError
from tests.servers.scripted import Answer, Body, ScriptedServer, refusal, reply

PAGE = (
    "霁川高新区一季度开门红\n\n本报讯（记者 闻远）一季度，霁川高新区完成工业总产值42.6亿元，"
    "同比增长8.3%。全年力争突破180亿元。\n"
)


def run(app: typer.Typer, *words: str) -> Result:
    """Run a command and let its errors through."""
    return CliRunner().invoke(app, words, catch_exceptions=False)


@pytest.fixture
def app() -> typer.Typer:
    """Make the prompt command an application of its own."""
    alone = typer.Typer()
    alone.command()(prompt)
    return alone


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Write a page with one article."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_without_words_the_prompts_are_listed(app: typer.Typer):
    """One reference a line."""
    assert run(app).output == "article-summary@1\narticle-summary@2\narticle-summary@3\n"


def test_what_would_be_sent_is_shown(app: typer.Typer, page: Path):
    """Both messages, the figures numbered, and the schema."""
    shown = run(app, "article-summary@1", f"{page}#A1").output
    assert "──── system\n" in shown
    assert "⟧42.6亿元，同比增长⟦" in shown
    assert '"json_schema"' in shown


def test_the_body_can_be_had_as_json(app: typer.Typer, page: Path):
    """It is what openai would send, byte for byte."""
    body = json.loads(run(app, "article-summary@1", str(page), "--json").output)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]


def test_an_article_that_is_not_there_is_told(app: typer.Typer, page: Path):
    """The message names those that are."""
    with pytest.raises(ReadingError, match="there are: A1"):
        run(app, "article-summary@1", f"{page}#A9")


def test_an_unknown_prompt_is_told_before_the_page_is_read(app: typer.Typer):
    """A missing file is not what is wrong first."""
    with pytest.raises(PromptError, match="article-summary@1"):
        run(app, "article-summary@99", "no-such-page.txt")


def test_the_vendors_are_listed_without_their_keys(monkeypatch: pytest.MonkeyPatch):
    """Where each answers, and whether its key is there; never the key."""
    monkeypatch.setenv("DEEPSEEK_API_KEY", "sk-not-to-be-shown")
    listed = run(models, "list").output
    assert "https://api.deepseek.com" in listed
    assert "DEEPSEEK_API_KEY (set)" in listed
    assert "sk-not" not in listed


def answer(body: Body) -> Answer:
    """Take only the plain JSON mode, and cite one figure of two."""
    if body.get("response_format") == {"type": "json_object"}:
        return reply(r=[["1", "42.6亿元", "云岫园", "产值", "", "值", "一季度", "实际"]])
    return refusal(400, "unknown parameter")


def test_a_check_says_which_modes_work():
    """One line a mode: whether it works, how long it took, what it cost, what was cited."""
    with ScriptedServer(answer) as server:
        result = run(models, "check", "openai:m", "--base-url", server.base_url)
    lines = {line.split()[0]: line for line in result.output.splitlines()}
    _json, works, _seconds, *paid = lines["json"].split()
    assert (works, paid) == ("yes", ["700+90", "1/2"])
    assert "refused the request (400: unknown parameter)" in lines["tools"]
    assert result.exit_code == 0


def test_a_check_fails_where_nothing_works():
    """Exit code 1, and the reasons in the table."""
    with ScriptedServer(refusal(401, "who are you")) as server:
        result = run(models, "check", "openai:m", "--base-url", server.base_url)
    assert (result.exit_code, result.output.count("who are you")) == (1, 5)
