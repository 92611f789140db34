"""A Chinese article, an English summary: the same numbers, or none."""

import pytest

from summarizer.pipeline import Policy, summarize_article
from summarizer.report import Verdict
from tests.servers.articles import request
from tests.servers.chat import chat_model
from tests.servers.scripted import ScriptedServer, reply

ENGLISH = Policy(revisions=0, language="en")


def verdict(sentence: str) -> Verdict:
    """Return what becomes of an English key point about the invented article."""
    with ScriptedServer(reply("The zone grew.", [sentence])) as server:
        model = chat_model(server, language="en")
        report = summarize_article(request().article, model, policy=ENGLISH).report
    return next(f.verdict for f in report.findings if f.subject == "key_points/0")


@pytest.mark.parametrize(
    "sentence",
    [
        "Industrial output reached ⟦3⟧4.26 billion yuan in the first quarter.",
        "Industrial output rose by ⟦4⟧8.3 percent year on year.",
        "The zone gained ⟦5⟧37 enterprises.",
    ],
)
def test_an_english_figure_of_the_same_value_is_supported(sentence: str):
    """4.26 billion yuan is 42.6亿元."""
    assert verdict(sentence) is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "sentence",
    [
        "Industrial output reached ⟦3⟧42.6 billion yuan in the first quarter.",
        "Industrial output reached ⟦3⟧4.62 billion yuan in the first quarter.",
        "Industrial output fell by ⟦4⟧8.3 percent year on year.",
        "Industrial output rose by ⟦4⟧8.3 percentage points.",
        "The zone gained ⟦5⟧370 enterprises.",
    ],
)
def test_an_english_figure_of_another_value_is_not(sentence: str):
    """A factor of ten between 亿 and billion is the classic slip."""
    assert verdict(sentence) is not Verdict.SUPPORTED


def test_the_prompt_asks_for_english():
    """The rows stay in the words of the article."""
    with ScriptedServer(reply()) as server:
        chat_model(server, language="en").draft(request())
    assert "英文摘要" in server.requests[0]["messages"][0]["content"]
