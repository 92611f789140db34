"""The chat model at the wire: the real openai client against a server on loopback."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from summarizer.errors import ReplyRejected
from summarizer.models import Request
from summarizer.models.chat.reply import ArticleReply, read_reply, write_reply
from summarizer.report import Finding, Verdict
from summarizer.summary import ArticleSummary, Measure, ObservationClaim, Status
from tests.servers.articles import request
from tests.servers.chat import GOOD, chat_model
from tests.servers.scripted import ScriptedServer, completion, reply

MALFORMED = completion('{"a": "摘要", "k": []')
MISCITED = reply(r=[["2", "42.6亿元", "霁川高新区", "工业总产值", "", "值", "一季度", "实际"]])


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """Serve the good reply, unless a test says otherwise."""
    with ScriptedServer(GOOD) as running:
        yield running


def test_a_good_reply_becomes_claims_that_cite_quantities(server: ScriptedServer):
    """Numbers become quantity ids, empty cells become None, words become codes."""
    first, second = chat_model(server).draft(request()).summary.observations
    assert (first.quantity, first.printed, first.scope) == ("Q1", "42.6亿元", None)
    assert (first.measure, second.status) == (Measure.LEVEL, Status.TARGET)


def test_prose_loses_its_markers_and_keeps_its_citations(server: ScriptedServer):
    """The markers are taken out of the prose, and a key point remembers which they were."""
    summary = chat_model(server).draft(request()).summary
    assert summary.abstract == "霁川高新区一季度完成工业总产值42.6亿元。"
    assert summary.key_points[0].quantities == ("Q2",)


def test_a_malformed_reply_is_asked_for_again(server: ScriptedServer):
    """The second request carries the first reply and what was wrong with it."""
    server.answers(MALFORMED, GOOD)
    draft = chat_model(server, mode="json_schema").draft(request())
    assert draft.usage.requests == 2
    assert [m["role"] for m in server.requests[1]["messages"]][2:] == ["assistant", "user"]


def test_a_reply_that_stays_malformed_is_rejected(server: ScriptedServer):
    """After one re-ask the article fails, and says which endpoint it was."""
    server.answers(MALFORMED)
    with pytest.raises(ReplyRejected, match=r"127\.0\.0\.1.*replied twice"):
        chat_model(server, mode="json_schema").draft(request())
    assert len(server.requests) == 2


def test_a_wrong_citation_is_handed_on_as_claimed(server: ScriptedServer):
    """The model room judges nothing: the claim cites Q2 and prints what Q1 says."""
    server.answers(MISCITED)
    (claim,) = chat_model(server).draft(request()).summary.observations
    assert (claim.quantity, claim.printed) == ("Q2", "42.6亿元")


def test_a_number_that_was_never_given_cites_nothing(server: ScriptedServer):
    """An invented number cannot become a quantity of the article by accident."""
    server.answers(reply(r=[["99", "5亿元", "霁川", "产值", "", "值", "", "实际"]]))
    (claim,) = chat_model(server).draft(request()).summary.observations
    assert claim.quantity == "⟦99⟧"


@pytest.mark.parametrize(("place", "word"), [(0, "一"), (5, "速度"), (7, "也许")])
def test_a_row_that_cannot_be_read_cites_nothing(server: ScriptedServer, place: int, word: str):
    """One bad cell costs its row, not the article."""
    row = ["1", "42.6亿元", "霁川高新区", "工业总产值", "", "值", "一季度", "实际"]
    row[place] = word
    server.answers(reply(r=[row]))
    (claim,) = chat_model(server).draft(request()).summary.observations
    assert (claim.quantity, claim.printed) == ("⟦⟧", "42.6亿元")


def test_figures_are_numbered_in_the_text_that_is_sent(server: ScriptedServer):
    """The article is delimited and each figure bears the number of its id."""
    chat_model(server).draft(request())
    sent = server.requests[0]["messages"][1]["content"]
    assert "工业总产值⟦1⟧42.6亿元，同比增长⟦2⟧8.3%" in sent
    assert sent.startswith("报日2031-04-09\n<article>")
    assert sent.endswith("</article>")


def revision() -> Request:
    """Ask again about an article whose first draft was wrong in one row."""
    row = ObservationClaim(
        quantity="Q1", printed="46.2亿元", ref_area="霁川高新区", indicator="工业总产值"
    )
    doubts = (
        Finding(
            subject="observations/0",
            claim="46.2亿元",
            verdict=Verdict.REFUTED,
            reason="value_mismatch",
            message="与所引Q1不符。",
        ),
        Finding(subject="abstract", claim="平稳。", verdict=Verdict.SUPPORTED, reason="consistent"),
    )
    first = ArticleSummary(abstract="平稳。", observations=(row,))
    return replace(request(), findings=doubts, previous=first)


def test_a_revision_shows_the_draft_and_what_is_wrong_with_it(server: ScriptedServer):
    """The model sees its own reply and the verifier's sentence on each doubtful claim, no other."""
    chat_model(server).draft(revision())
    said, asked = (turn["content"] for turn in server.requests[0]["messages"][2:])
    assert json.loads(said)["r"] == [
        ["1", "46.2亿元", "霁川高新区", "工业总产值", "", "值", "", "实际"]
    ]
    assert "- 46.2亿元：与所引Q1不符。" in asked
    assert "平稳" not in asked


def test_a_reply_survives_being_written_and_read():
    """What is shown to a model as its reply is what it replied."""
    (claim,) = revision().previous.observations
    written = write_reply(
        ArticleSummary(abstract="x", observations=(claim,)), {"Q1": 1}, ArticleReply
    )
    read = read_reply(ArticleReply.model_validate_json(written), {1: "Q1"})
    assert read.observations == (claim,)
