"""Whatever an endpoint does, an article ends in a draft or in an error of its own, and in time."""

import copy
import gzip
import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

import pytest

from summarizer.errors import ModelError, ModelUnavailable, ReplyRejected
from summarizer.models import Limits, ModelSpec
from summarizer.models.chat import ChatModel
from summarizer.models.chat.dialect import Mode
from tests.servers.articles import request
from tests.servers.chat import GOOD, chat_model
from tests.servers.scripted import Answer, Script, ScriptedServer, completion, refusal, reply

CONTENT = GOOD.body["choices"][0]["message"]["content"]  # type: ignore[index]
ROW = ["1", "42.6亿元", "霁川高新区", "工业总产值", "", "值", "一季度", "实际"]
BUSY = refusal(429, "slow down")
BROKEN = refusal(500, "internal error")

SURVIVED: dict[str, tuple[Script, ...]] = {
    "429 with Retry-After": (refusal(429, "slow down", retry_after="7"), GOOD),
    "429 without": (BUSY, BUSY, GOOD),
    "429 until a date": (refusal(429, "x", retry_after="Mon, 01 Jan 2001 00:00:00 GMT"), GOOD),
    "500 three times": (BROKEN, BROKEN, BROKEN, GOOD),
    "503 once": (refusal(503, "no capacity"), GOOD),
    "resets": (Answer(reset=True), Answer(reset=True), GOOD),
    "prose around the JSON": (completion(f"好的，结果如下：\n```json\n{CONTENT}\n```\n请查收。"),),
    "thoughts before the JSON": (completion(f"<think>先看{{产值}}</think>{CONTENT}"),),
    "empty, then good": (completion(""), GOOD),
    "null, then good": (completion(None), GOOD),
    "wrong schema, then good": (completion('{"summary": "x"}'), GOOD),
    "slow but in time": (Answer(GOOD.body, delay=0.1),),
    "no usage": (completion(CONTENT, usage=None),),
    "wrong citation": (reply(r=[["2", *ROW[1:]]]),),
    "number never given": (reply(r=[["77", *ROW[1:]]]),),
}
FATAL: dict[str, tuple[Script, type[ModelError]]] = {
    "429 for ever": (BUSY, ModelUnavailable),
    "500 for ever": (BROKEN, ModelUnavailable),
    "resets for ever": (Answer(reset=True), ModelUnavailable),
    "out of time": (Answer(GOOD.body, delay=1), ModelUnavailable),
    "slow drip": (Answer(GOOD.body, pieces=60), ModelUnavailable),
    "unauthorized": (refusal(401, "bad key"), ModelUnavailable),
    "forbidden": (refusal(403, "not for you"), ModelUnavailable),
    "redirect": (Answer(status=307, headers={"location": "http://127.0.0.1:9/"}), ModelUnavailable),
    "empty": (completion(""), ReplyRejected),
    "null content": (completion(None), ReplyRejected),
    "refusal": (completion(None, refusal="I cannot help with that"), ReplyRejected),
    "content filter": (completion("", finish="content_filter"), ReplyRejected),
    "truncated": (completion(CONTENT[:20], finish="length"), ReplyRejected),
    "cut without saying so": (completion(CONTENT[:60]), ReplyRejected),
    "wrong schema": (completion('{"summary": "x"}'), ReplyRejected),
    "short row": (reply(r=[ROW[:7]]), ReplyRejected),
    "NaN": (completion(CONTENT.replace('"1"', "NaN", 1)), ReplyRejected),
    "huge number": (completion(CONTENT.replace('"1"', "1e+2189", 1)), ReplyRejected),
    "10 MB": (completion('{"a": "' + "长" * 3_500_000 + '"}'), ReplyRejected),
    "a page": (Answer(b"<html>502</html>", headers={"Content-Type": "text/html"}), ReplyRejected),
    "broken JSON": (Answer(b'{"choices": ['), ReplyRejected),
    "no choices": (Answer(b'{"object": "chat.completion", "choices": []}'), ReplyRejected),
    "null choices": (Answer(b'{"object": "chat.completion", "choices": null}'), ReplyRejected),
    "a deep list": (Answer(b"[" * 100_000), ReplyRejected),
    "a deep reply": (completion('{"a":' + "[" * 100_000), ReplyRejected),
    "a list": (Answer(b"[1, 2]"), ReplyRejected),
}
CONFUSED: dict[str, tuple[object, ...]] = {
    "choices": ("a", 5, {}, ["a"], [5], [[]], [None], [{}]),
    "message": ("a", ["a"], 5),
    "content": (["a"], 5, True, {"a": 1}),
    "refusal": ({"a": 1}, 5),
    "tool_calls": ("a", [5], [{"function": {"arguments": {"a": 1}}}]),
    "finish_reason": (5, ["stop"]),
}
"""What stands where openai promises something else; it does not look."""
UNTOLD = ({}, [], "a", 5, {"prompt_tokens": None}, {"prompt_tokens": 1.5, "completion_tokens": 2})
LIMITS = Limits(timeout=0.3, retries=3)
Models = dict[Mode, ChatModel]


@pytest.fixture(scope="module")
def server() -> Iterator[ScriptedServer]:
    """Serve all faults from one port."""
    with ScriptedServer(GOOD) as running:
        yield running


@pytest.fixture(scope="module")
def models(server: ScriptedServer) -> Models:
    """Make one model for each mode."""
    return {mode: chat_model(server, mode=mode) for mode in Mode}


@pytest.fixture(scope="module")
def hasty_models(server: ScriptedServer) -> Models:
    """Make one model for each mode that waits a third of a second and tries four times."""
    return {mode: chat_model(server, mode=mode, limits=LIMITS) for mode in Mode}


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("fault", list(SURVIVED))
def test_a_passing_fault_costs_nothing_but_time(
    server: ScriptedServer, models: Models, fault: str, mode: Mode
):
    """What another attempt or a look around can mend is mended, in every mode."""
    server.answers(*SURVIVED[fault])
    assert models[mode].draft(request()).summary.observations


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("fault", list(FATAL))
def test_a_lasting_fault_fails_its_article_alone(
    server: ScriptedServer, models: Models, hasty_models: Models, fault: str, mode: Mode
):
    """The article fails with the right error, and the next one is none the worse."""
    script, error = FATAL[fault]
    server.answers(script)
    with pytest.raises(error, match=r"127\.0\.0\.1"):
        hasty_models[mode].draft(request())
    server.answers(GOOD)
    assert models[mode].draft(request()).summary.observations


def test_the_server_says_how_long_to_wait():
    """Retry-After is waited out as given."""
    waits: list[float] = []
    with ScriptedServer(refusal(429, "slow down", retry_after="7"), GOOD) as server:
        chat_model(server, waits).draft(request())
    assert waits == [7.0]


def test_waits_grow_and_differ():
    """Without Retry-After the waits double, each with a jitter of its own."""
    waits: list[float] = []
    with ScriptedServer(BUSY, BUSY, BUSY, GOOD) as server:
        chat_model(server, waits).draft(request())
    assert [0.25 * 2**i <= wait <= 0.5 * 2**i for i, wait in enumerate(waits)] == [True] * 3


def test_a_wait_beyond_our_patience_is_not_begun():
    """A server that asks for an hour fails the article at once."""
    waits: list[float] = []
    asked = refusal(429, "slow down", retry_after="3600")
    with ScriptedServer(asked, GOOD) as server, pytest.raises(ModelUnavailable, match="429"):
        chat_model(server, waits).draft(request())
    assert waits == []


def test_a_spent_quota_is_not_asked_again():
    """A 429 that no waiting mends ends the article after one request."""
    spent = Answer(b'{"error": {"code": "insufficient_quota", "message": "pay first"}}', 429)
    with ScriptedServer(spent) as server, pytest.raises(ModelUnavailable, match="pay first"):
        chat_model(server).draft(request())
    assert len(server.requests) == 1


def test_an_answer_that_came_too_late_is_not_paid_for_twice():
    """A time-out is not tried again."""
    late = Answer(GOOD.body, delay=1)
    with ScriptedServer(late) as server, pytest.raises(ModelUnavailable, match="raise --timeout"):
        chat_model(server, limits=LIMITS).draft(request())
    assert len(server.requests) == 1


def test_duplicate_rows_are_told_once():
    """A row that is repeated word for word is one row."""
    with ScriptedServer(reply(r=[ROW, ROW, ROW])) as server:
        assert len(chat_model(server).draft(request()).summary.observations) == 1


def test_nothing_listens():
    """A closed port is reported with what to check."""
    with ScriptedServer(GOOD) as server:
        model = chat_model(server)
    with pytest.raises(ModelUnavailable, match="check --base-url"):
        model.draft(request())


def changed(field: str, value: object) -> Answer:
    """Return the good answer with another value in one field, wherever that field stands."""
    body: Any = copy.deepcopy(GOOD.body)
    choice = body["choices"][0]
    for holder in (body, choice, choice["message"]):
        if field in holder or (field in ("refusal", "tool_calls") and "content" in holder):
            holder[field] = value
    return Answer(json.dumps(body).encode())


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field in CONFUSED for value in CONFUSED[field]]
)
def test_a_field_of_another_type_fails_its_article_alone(
    server: ScriptedServer, models: Models, field: str, value: object
):
    """What is no completion is one error of one article, never a traceback."""
    server.answers(changed(field, value))
    with pytest.raises(ReplyRejected):
        models[Mode.JSON_SCHEMA].draft(request())


@pytest.mark.parametrize("usage", UNTOLD, ids=str)
def test_usage_that_cannot_be_read_leaves_the_cost_open(
    server: ScriptedServer, models: Models, usage: object
):
    """The reply is good all the same."""
    server.answers(changed("usage", usage))
    draft = models[Mode.JSON_SCHEMA].draft(request())
    assert draft.summary.observations
    assert draft.usage.cost is None


def zipped(content: bytes) -> Answer:
    """Return an answer that was packed."""
    return Answer(gzip.compress(content), headers={"Content-Encoding": "gzip"})


def test_a_packed_answer_is_unpacked(server: ScriptedServer, models: Models):
    """Servers and proxies may pack."""
    server.answers(zipped(json.dumps(GOOD.body).encode()))
    assert models[Mode.JSON_SCHEMA].draft(request()).summary.observations


@pytest.mark.parametrize(
    "answer",
    [
        zipped(b'{"choices": "' + b"a" * 50_000_000 + b'"}'),
        Answer(gzip.compress(zipped(b"{}").sent), headers={"Content-Encoding": "gzip, gzip"}),
        Answer(b"no gzip", headers={"Content-Encoding": "gzip"}),
    ],
    ids=["fifty megabytes", "packed twice", "not packed"],
)
def test_the_bound_on_a_reply_counts_what_is_unpacked(
    server: ScriptedServer, models: Models, answer: Answer
):
    """Fifty kilobytes that hold fifty megabytes are too long."""
    server.answers(answer)
    with pytest.raises(ReplyRejected):
        models[Mode.JSON_SCHEMA].draft(request())


def test_headers_that_come_drop_by_drop_end_in_time():
    """A server that sends a byte of a header now and then is not waited for."""
    with dripping() as base_url, pytest.raises(ModelUnavailable, match="no answer within"):
        ChatModel(ModelSpec("openai:x", base_url, limits=LIMITS)).draft(request())


@contextmanager
def dripping() -> Iterator[str]:
    """Serve headers without end, a byte every twentieth of a second."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        Thread(target=drip, args=(listening,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"


def drip(listening: socket.socket) -> None:
    """Answer one client so until it is gone."""
    connection, _ = listening.accept()
    with connection, suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
        for _ in range(100):
            connection.sendall(b"a")
            time.sleep(0.05)
