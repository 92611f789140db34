"""Long articles are cut between paragraphs, drafted in sections and put together again."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ReplyRejected
from summarizer.models.chat.reply.shapes import CITATION
from summarizer.models.chat.sections import cut, halve
from summarizer.text import Span
from tests.servers.articles import request
from tests.servers.chat import chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, completion, nine, refusal, reply

PARAGRAPHS = [
    f"第{name}园区发布公报。" + "园区运行平稳，企业预期向好。" * 30 + f"完成产值{number}亿元。"
    for number, name in enumerate("甲乙丙丁", 11)
]
LONG = "四园区发布公报\n" + "\n".join(PARAGRAPHS)


def text_of(body: Body) -> str:
    """Return the articles of a request."""
    content: str = body["messages"][1]["content"]
    return content


def one_row_a_figure(body: Body) -> Answer:
    """Answer with a row for every marked figure."""
    numbers = [mark[1] for mark in CITATION.finditer(text_of(body))]
    return reply(r=[[n, f"{int(n) + 10}亿元", "园", "产值", "", "值", "", "实际"] for n in numbers])


def printed(draft: Any) -> list[str]:  # noqa: ANN401 - a draft
    """Return the figures of a draft's rows."""
    return [claim.printed for claim in draft.summary.observations]


@given(st.text("文字，。\n", max_size=3000), st.integers(400, 900))
def test_sections_cover_the_text_without_gap_or_overlap(text: str, longest: int):
    """Put together again, the sections are the text."""
    assert "".join(span.of(text) for span in cut(text, longest)) == text


@given(st.text("文字，。\n", min_size=1000, max_size=5000))
def test_sections_keep_to_the_length_where_the_text_has_joints(text: str):
    """No section is longer than asked unless it has no place to cut."""
    assert all(len(span) <= 900 or not halve(text, span) for span in cut(text, 900))


def test_a_cut_falls_between_paragraphs():
    """The cut nearest the middle that ends a paragraph is taken."""
    first, second = halve(LONG, Span(0, len(LONG)))
    assert LONG[first.end - 1] == "\n"
    assert (first.start, second.end) == (0, len(LONG))


def test_a_long_article_loses_and_doubles_no_figure():
    """Four sections give the four figures, once each and in order."""
    with ScriptedServer(one_row_a_figure) as server:
        draft = chat_model(server, section=500).draft(request(LONG))
    assert printed(draft) == ["11亿元", "12亿元", "13亿元", "14亿元"]
    assert draft.usage.requests == len(server.requests) > 1


def test_a_later_section_is_sent_with_the_headline():
    """Without it nobody could tell whose figures these are."""
    with ScriptedServer(one_row_a_figure) as server:
        chat_model(server, section=500).draft(request(LONG))
    assert all("四园区发布公报" in text_of(body) for body in server.requests)


@pytest.mark.parametrize(
    "cut_off",
    [
        completion('{"a": "半', finish="length"),
        refusal(400, "This model's maximum context length is 900 tokens"),
    ],
    ids=["truncated reply", "context too small"],
)
def test_what_is_too_long_is_asked_about_in_halves(cut_off: Answer):
    """The endpoint that fails on the whole gets the halves, and no figure is lost."""

    def answer(body: Body) -> Answer:
        return cut_off if len(text_of(body)) > 1000 else one_row_a_figure(body)

    with ScriptedServer(answer) as server:
        assert len(printed(chat_model(server).draft(request(LONG)))) == 4


def test_what_cannot_be_halved_fails_with_advice():
    """A short article whose reply is cut off fails and says what to raise."""
    cut_off = completion('{"a": "半', finish="length")
    with ScriptedServer(cut_off) as server, pytest.raises(ReplyRejected, match="--reply-tokens"):
        chat_model(server).draft(request())


def test_the_key_points_of_all_sections_are_thinned_out_evenly():
    """Twelve of them stay, from the first section to the last."""

    def answer(body: Body) -> Answer:
        first = CITATION.search(text_of(body))
        return reply(k=[f"要点{first[1]}之{i}" for i in range(4)])

    with ScriptedServer(answer) as server:
        points = chat_model(server, section=450).draft(request(LONG)).summary.key_points
    assert len(points) == 12
    assert {point.text[2] for point in points} >= {"1", "4"}


def test_only_the_table_may_be_asked_for():
    """Prompt, schema and draft then have no summary, and the same the other way round."""
    row = ["1", "42.6亿元", "霁川", "产值", "", "值", "", "实际"]
    with ScriptedServer(
        completion(json.dumps({"r": [nine(row)], "o": []}, ensure_ascii=False))
    ) as server:
        draft = chat_model(server, parts="table").draft(request())
    assert (draft.summary.abstract, len(draft.summary.observations)) == ("", 1)
    assert "a：摘要" not in server.requests[0]["messages"][0]["content"]


def test_only_the_summary_may_be_asked_for():
    """The reply then needs no rows."""
    with ScriptedServer(completion('{"a": "平稳。", "k": []}')) as server:
        assert chat_model(server, parts="summary").draft(request()).summary.abstract == "平稳。"
    assert "指标表，" not in server.requests[0]["messages"][0]["content"]
