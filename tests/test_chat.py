"""The chat model at the wire: the real openai client against a server on loopback."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from summarizer.errors import ReplyRejected
from summarizer.models import Request
from summarizer.models.chat.reply import CONTRACTS
from summarizer.models.chat.sizes import LARGEST
from summarizer.report import Finding, Verdict
from summarizer.summary import (
    ArticleSummary,
    Aside,
    KeyPoint,
    Measure,
    ObservationClaim,
    Status,
    Why,
)
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


@pytest.mark.parametrize(("place", "word"), [(0, "一"), (5, "速度"), (8, "也许")])
def test_a_row_that_cannot_be_read_cites_nothing(server: ScriptedServer, place: int, word: str):
    """One bad cell costs its row, not the article."""
    row = ["1", "42.6亿元", "霁川高新区", "工业总产值", "", "值", "", "一季度", "实际"]
    row[place] = word
    server.answers(reply(r=[row]))
    (claim,) = chat_model(server).draft(request()).summary.observations
    assert (claim.quantity, claim.printed) == ("⟦⟧", "42.6亿元")


def test_figures_are_numbered_in_the_text_that_is_sent(server: ScriptedServer):
    """The article is delimited and each figure bears the number of its id."""
    chat_model(server).draft(request())
    sent = server.requests[0]["messages"][1]["content"]
    assert "工业总产值⟦1:42.6亿元⟧，同比增长⟦2:8.3%⟧" in sent
    assert sent.startswith('报日2031-04-09\n<article a="50" k="1">')
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


def test_a_revision_of_an_earlier_prompt_shows_the_draft_and_what_is_wrong(server: ScriptedServer):
    """The model sees its own reply and the verifier's sentence on each doubtful claim, no other."""
    server.answers(completion('{"a": "平稳。", "k": [], "r": []}'))
    chat_model(server, prompt="article-summary@2").draft(revision())
    said, asked = (turn["content"] for turn in server.requests[0]["messages"][2:])
    assert json.loads(said)["r"] == [
        ["1", "46.2亿元", "霁川高新区", "工业总产值", "", "值", "", "实际"]
    ]
    assert "- 46.2亿元：与所引Q1不符。" in asked
    assert "平稳" not in asked


FULL = ObservationClaim(
    quantity="Q2",
    printed="增长8.3%",
    ref_area="霁川高新区",
    indicator="工业总产值",
    scope="规上",
    measure=Measure.GROWTH,
    basis="同比",
    time_period_text="一季度",
    status=Status.PRELIMINARY,
)


@pytest.mark.parametrize(
    ("contract", "claim"),
    [
        ("article-summary", FULL.model_copy(update={"basis": None})),
        ("article-summary-3", FULL),
        ("article-summary-3", FULL.model_copy(update={"inferred": True})),
        ("article-summary-3", FULL.model_copy(update={"doubts": ("ref_area", "status")})),
        ("article-summary-3", FULL.model_copy(update={"indicator": "", "ref_area": None})),
    ],
)
def test_a_reply_survives_being_written_and_read(contract: str, claim: ObservationClaim):
    """What is shown to a model as its reply is what it replied: marks, cells and asides."""
    whole = ArticleSummary(
        abstract="完成42.6亿元。",
        abstract_quantities=("Q1",) if contract.endswith("3") else (),
        key_points=(KeyPoint(text="增长8.3%。"),),
        observations=(claim,),
        asides=(Aside(quantity="Q1", why=Why.REPEAT),) if contract.endswith("3") else (),
    )
    figures = {"Q1": (1, "42.6亿元"), "Q2": (2, "8.3%")}
    spoken = CONTRACTS[contract]
    written = spoken.write(whole, figures)
    reply = spoken.form("all", LARGEST).model_validate_json(written)
    assert spoken.read(reply, {1: "Q1", 2: "Q2"}) == whole


def rows_of(server: ScriptedServer, *rows: list[str]) -> tuple[ObservationClaim, ...]:
    """Draft with these rows."""
    server.answers(reply(r=rows))
    return chat_model(server).draft(request()).summary.observations


def test_one_figure_may_have_several_owners(server: ScriptedServer):
    """Two rows with one number are two claims."""
    told = ["42.6亿元", "工业总产值", "", "值", "", "一季度", "实际"]
    rows = [["1", told[0], owner, *told[1:]] for owner in ("霁川高新区", "高新区")]
    assert [row.ref_area for row in rows_of(server, *rows)] == ["霁川高新区", "高新区"]


def test_one_row_may_have_several_figures(server: ScriptedServer):
    """Each number gets its own of the figures printed."""
    row = ["1,4", "42.6亿元、180亿元", "霁川高新区", "工业总产值", "", "值", "", "", "实际"]
    rows = rows_of(server, row)
    assert [(row.quantity, row.printed) for row in rows] == [("Q1", "42.6亿元"), ("Q4", "180亿元")]


def test_a_number_that_measures_nothing_needs_no_row(server: ScriptedServer):
    """It is set aside with the reason, in one character; a number never given is not."""
    server.answers(reply(o=["3重", "2-", "77限"]))
    asides = chat_model(server).draft(request()).summary.asides
    assert asides == (
        Aside(quantity="Q3", why=Why.REPEAT),
        Aside(quantity="Q2", why=Why.NOTHING),
    )


def test_words_are_read_in_traditional_characters_too(server: ScriptedServer):
    """An article in traditional characters is answered in them."""
    row = ["2", "增長8.3%", "霽川高新區", "工業總產值", "", "增速", "同比", "一季度", "實際"]
    (claim,) = rows_of(server, row)
    assert (claim.quantity, claim.status, claim.basis) == ("Q2", Status.ACTUAL, "同比")


def test_an_article_in_traditional_characters_is_asked_about_in_them(server: ScriptedServer):
    """Its prompt is; that of any other article stays as it is."""
    chat_model(server).draft(request())
    chat_model(server).draft(request(TRADITIONAL))
    first, second = (body["messages"][0]["content"] for body in server.requests)
    assert ("指标表" in first, "指標表" in second) == (True, True)


TRADITIONAL = "霽川園區開門紅\n一季度，霽川園區實現產值42.6億元，較上年同期增長8.3%，新增企業37家。"


@pytest.mark.parametrize(
    ("text", "points"),
    [("霁川园开工\n霁川园昨日开工，投资3亿元。", 1), ("霁川园\n" + "产值3亿元，增4%。\n" * 40, 12)],
)
def test_length_follows_the_article(server: ScriptedServer, text: str, points: int):
    """A brief gets one point, many figures more than six; schema and prompt say the same."""
    chat_model(server).draft(request(text))
    body = server.requests[0]
    schema = body["response_format"]["json_schema"]["schema"]
    assert f'k="{points}"' in body["messages"][1]["content"]
    assert schema["properties"]["k"]["maxItems"] == points
    assert body["max_tokens"] < 1500 + 100 * points * 10
