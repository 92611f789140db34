"""Which way of asking for JSON an endpoint takes is found out once."""

import itertools
from typing import Any

import pytest

from summarizer.errors import ModelError, ModelUnavailable, ReplyRejected
from summarizer.models.chat.dialect import Mode, request_options
from tests.servers.articles import request
from tests.servers.chat import GOOD, chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, completion, refusal


def form(body: Body) -> str:
    """Return the mode in which a request was made."""
    if "tools" in body:
        return "tools"
    asked: dict[str, Any] = body.get("response_format", {})
    strict = asked.get("json_schema", {}).get("strict")
    name: str = {"json_object": "json"}.get(asked.get("type", ""), asked.get("type", "md_json"))
    return "json_schema_strict" if strict else name


def takes(*modes: str) -> Any:  # noqa: ANN401 - a script
    """Answer requests in these modes and refuse all others, as a server does that knows no more."""
    return lambda body: GOOD if form(body) in modes else refusal(400, "unknown response_format")


@pytest.mark.parametrize("mode", list(Mode))
def test_a_way_that_is_refused_leads_to_the_next(mode: Mode):
    """An endpoint that knows one way only is found to know it."""
    with ScriptedServer(takes(mode)) as server:
        chat_model(server).draft(request())
    asked = [form(body) for body in server.requests]
    assert asked == [*itertools.takewhile(lambda other: other != mode, Mode), mode]


def test_what_was_found_out_is_remembered_for_the_process():
    """A second model for the same endpoint asks in the right way at once."""
    with ScriptedServer(takes("json")) as server:
        chat_model(server).draft(request())
        before = len(server.requests)
        chat_model(server).draft(request())
    assert len(server.requests) == before + 1


def test_an_endpoint_that_ignores_the_schema_is_asked_in_another_way():
    """Prose in answer to a schema twice over is taken for ignorance of schemas."""

    def answer(body: Body) -> Answer:
        return GOOD if form(body) == "json" else completion("好的！")

    with ScriptedServer(answer) as server:
        assert chat_model(server).draft(request()).summary.abstract


def test_a_way_that_has_worked_is_not_given_up():
    """Later nonsense fails its article and changes nothing."""
    with ScriptedServer(GOOD, completion("?"), completion("?"), GOOD) as server:
        model = chat_model(server)
        model.draft(request())
        with pytest.raises(ReplyRejected):
            model.draft(request())
        model.draft(request())
    assert {form(body) for body in server.requests} == {"json_schema_strict"}


def test_where_no_way_is_taken_the_first_refusal_is_told():
    """The user reads what the endpoint said to the best way of asking."""
    script = (refusal(400, "no such model"), refusal(400, "something else"))
    with ScriptedServer(*script) as server, pytest.raises(ModelUnavailable, match="no such model"):
        chat_model(server).draft(request())


def test_a_fixed_mode_is_not_left():
    """What the user has fixed stays fixed."""
    with ScriptedServer(takes("tools")) as server, pytest.raises(ModelUnavailable):
        chat_model(server, mode="json").draft(request())
    assert [form(body) for body in server.requests] == ["json"]


def test_an_endpoint_that_takes_no_temperature_gets_none():
    """A refused temperature is left out, and the mode is kept."""

    def answer(body: Body) -> Answer:
        refused = refusal(400, "Unsupported value: 'temperature' does not support 0")
        return refused if "temperature" in body else GOOD

    with ScriptedServer(answer) as server:
        chat_model(server).draft(request())
    assert [form(body) for body in server.requests] == ["json_schema_strict"] * 2


def test_an_endpoint_that_calls_the_token_limit_otherwise_is_obeyed():
    """A refusal that names the other parameter is a hint."""

    def answer(body: Body) -> Answer:
        hint = refusal(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.")
        return hint if "max_tokens" in body else GOOD

    with ScriptedServer(answer) as server:
        chat_model(server, reply_tokens=900).draft(request())
    assert [body.get("max_completion_tokens") for body in server.requests] == [None, 900]


@pytest.mark.parametrize("mode", [Mode.JSON, Mode.MD_JSON])
def test_without_a_schema_on_the_wire_the_prompt_carries_it(mode: Mode):
    """A mode that sends no schema has it at the end of the fixed part."""
    with ScriptedServer(GOOD) as server:
        chat_model(server, mode=mode).draft(request())
    assert '"minItems":9' in server.requests[0]["messages"][0]["content"]


def test_the_schema_is_in_the_strict_subset():
    """Every property is required, nothing else is allowed, lengths are bounded."""
    with ScriptedServer(GOOD) as server:
        chat_model(server).draft(request())
    schema = server.requests[0]["response_format"]["json_schema"]["schema"]
    assert schema["required"] == list(schema["properties"]) == ["a", "k", "r", "o"]
    assert schema["additionalProperties"] is False
    assert "maxItems" in schema["properties"]["r"]


def test_an_unknown_mode_is_refused_before_anything_is_sent():
    """The message lists the modes."""
    with pytest.raises(ModelError, match="json_schema_strict, json_schema, tools"):
        chat_model(None, mode="xml")


def test_a_request_says_only_what_was_asked_for():
    """Without temperature and token limit neither is mentioned."""
    assert request_options(Mode.MD_JSON, {}) == {}
    assert request_options(Mode.MD_JSON, {}, temperature=0, max_tokens=500) == {
        "temperature": 0,
        "max_tokens": 500,
    }
