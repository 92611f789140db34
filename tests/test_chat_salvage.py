"""A reply that is cut off keeps its whole rows, and a model that thinks gets room for it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models.chat.reply import CONTRACTS
from summarizer.models.chat.salvage import whole_rows
from summarizer.models.chat.sizes import LARGEST
from tests.servers.articles import request
from tests.servers.chat import GOOD, chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, completion

FORM = CONTRACTS["article-summary-3"].form("all", LARGEST)
ROWS = [
    ["1", "42.6亿元", "霁川高新区", "工业总产值", "", "值", "", "一季度", "实际"],
    ["2", "增8.3%", "霁川\\高新区", "“产值”", "", "增速", "同比", "一季度", "实际"],
]
WHOLE = json.dumps(
    {"a": "开门红。", "k": ["一。", "二。"], "r": ROWS, "o": ["3重"]}, ensure_ascii=False
)


@given(st.integers(0, len(WHOLE)))
def test_wherever_a_reply_is_cut_what_is_kept_is_its_beginning(at: int):
    """Whole rows and points, in their order, and nothing that was not said."""
    kept = whole_rows(WHOLE[:at], FORM)
    if kept is not None:
        assert kept.a == "开门红。"
        assert list(kept.k) == ["一。", "二。"][: len(kept.k)]
        assert [list(row) for row in kept.r] == ROWS[: len(kept.r)]


@pytest.mark.parametrize(
    ("cut", "points", "rows"), [('"二', 1, 0), ('"增8', 2, 1), ('"o"', 2, 2), ("“产", 2, 1)]
)
def test_the_last_whole_element_is_the_last_that_is_kept(cut: str, points: int, rows: int):
    """One that was begun is left out."""
    kept = whole_rows(WHOLE[: WHOLE.index(cut) + len(cut)], FORM)
    assert (len(kept.k), len(kept.r)) == (points, rows)


@pytest.mark.parametrize("said", ["", "no JSON", '{"a": "half', '{"a": 1, "k": [', "{" * 500])
def test_where_nothing_is_whole_nothing_is_kept(said: str):
    """Such a reply is a failure, as before."""
    assert whole_rows(said, FORM) is None


def test_an_article_too_short_to_be_halved_keeps_the_rows_before_the_cut():
    """One request, and the rows that came."""
    cut = completion(WHOLE[: WHOLE.index('"增8')], finish="length")
    with ScriptedServer(cut) as server:
        summary = chat_model(server).draft(request()).summary
    assert [row.quantity for row in summary.observations] == ["Q1"]
    assert len(server.requests) == 1


def test_a_model_that_thinks_its_bound_away_is_asked_without_one():
    """Its thoughts took the tokens of the reply; from then on it has room."""

    def thinking(body: Body) -> Answer:
        return completion("", finish="length") if "max_tokens" in body else GOOD

    with ScriptedServer(thinking) as server:
        model = chat_model(server)
        drafts = [model.draft(request()) for _ in range(2)]
    assert all(draft.summary.observations for draft in drafts)
    assert ["max_tokens" in body for body in server.requests] == [True, False, False]


def test_a_bound_that_the_user_set_is_kept_to():
    """`--reply-tokens` is a promise: the article fails and says what to raise."""
    from summarizer.errors import ReplyRejected

    with ScriptedServer(completion("", finish="length")) as server:
        model = chat_model(server, reply_tokens=50)
        with pytest.raises(ReplyRejected, match="--reply-tokens"):
            model.draft(request())
    assert {body["max_tokens"] for body in server.requests} == {50}
