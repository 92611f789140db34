"""Pace and budget are kept, and decided before a request is sent."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models import Limits
from summarizer.models.chat.limits import Budget, Need, Pace, Price, estimate_tokens, read_price
from tests.servers.articles import TEXT, request
from tests.servers.chat import GOOD, chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, completion, refusal

CONTENT = GOOD.body["choices"][0]["message"]["content"]  # type: ignore[index]


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    """Write a price file."""
    path = tmp_path / "prices.toml"
    path.write_text('["scripted"]\ninput = 2.5\noutput = 10\n', encoding="utf-8")
    return path


def test_requests_are_spread_over_the_minute():
    """At 60 a minute the third of three requests made at once waits two seconds."""
    pace = Pace(Limits(requests_per_minute=60), clock=lambda: 100.0)
    assert [pace.reserve(500) for _ in range(3)] == [0.0, 1.0, 2.0]


def test_tokens_are_spread_over_the_minute():
    """At 6000 tokens a minute a request of 600 keeps the next one waiting for six seconds."""
    pace = Pace(Limits(tokens_per_minute=6000), clock=lambda: 100.0)
    assert [pace.reserve(600), pace.reserve(10)] == [0.0, 6.0]


def test_without_limits_nothing_waits():
    """No limit is no wait."""
    pace = Pace(Limits(), clock=lambda: 100.0)
    assert {pace.reserve(10**9) for _ in range(5)} == {0.0}


def test_the_pace_is_kept_at_the_wire():
    """The model waits as long as its pace says before it sends."""
    waits: list[float] = []
    with ScriptedServer(GOOD) as server:
        model = chat_model(server, waits, limits=Limits(requests_per_minute=1))
        model.draft(request())
        model.draft(request())
    assert len(waits) == 1
    assert 50 < waits[0] <= 60


def test_no_more_requests_are_under_way_than_allowed():
    """With two at a time, six workers keep a server busy with two."""
    under_way: list[int] = []
    with ScriptedServer(Answer(GOOD.body, delay=0.03)) as server:
        model = chat_model(server, limits=Limits(concurrency=2))
        with ThreadPoolExecutor(6) as pool:
            drafts = [pool.submit(model.draft, request()) for _ in range(6)]
            under_way += [server.busiest for draft in drafts if draft.result()]
    assert max(under_way) <= 2


def test_a_request_that_would_break_the_token_budget_is_not_sent():
    """The run stops with a message that says how to go on, and nothing more is sent."""
    limits = Limits(max_tokens=1500)
    with ScriptedServer(GOOD) as server:
        model = chat_model(server, limits=limits)
        model.draft(request())
        with pytest.raises(ModelUnavailable, match="run the same command again"):
            model.draft(request())
    assert len(server.requests) == 1


def test_a_request_that_would_cost_too_much_is_not_sent(prices: Path):
    """Money is decided on before it is spent."""
    limits = Limits(max_cost=Decimal("0.000001"))
    with ScriptedServer(GOOD) as server:
        model = chat_model(server, limits=limits, prices=prices)
        with pytest.raises(ModelUnavailable, match="--max-cost"):
            model.draft(request())
    assert server.requests == []


def test_a_cost_limit_without_a_price_is_refused():
    """A limit that cannot be kept is no limit."""
    with pytest.raises(ModelError, match="--prices"):
        chat_model(None, limits=Limits(max_cost=Decimal(1)))


def test_cost_is_exact_and_in_the_draft(prices: Path):
    """700 tokens in and 90 out at 2.5 and 10 a million."""
    with ScriptedServer(GOOD) as server:
        usage = chat_model(server, prices=prices).draft(request()).usage
    assert usage.cost == Decimal("0.00265")


def test_what_an_endpoint_does_not_count_is_not_free(prices: Path):
    """Without usage there is no cost, and the estimate stays spent."""
    content = GOOD.body["choices"][0]["message"]["content"]
    limits = Limits(max_tokens=1500)
    with ScriptedServer(completion(content, usage=None)) as server:
        model = chat_model(server, prices=prices, limits=limits)
        assert model.draft(request()).usage.cost is None
        with pytest.raises(ModelUnavailable, match="--max-tokens"):
            model.draft(request())


def test_a_reply_that_was_cut_off_is_paid_for_too():
    """Both halves and the whole that was too long are counted."""

    def answer(body: Body) -> Answer:
        whole = len(body["messages"][1]["content"]) > 500
        return completion('{"a": "半', finish="length") if whole else GOOD

    with ScriptedServer(answer) as server:
        usage = chat_model(server).draft(request(TEXT + "平稳运行。" * 100)).usage
    assert usage.requests == len(server.requests)
    assert usage.prompt_tokens == 700 * len(server.requests)


def test_an_unknown_price_is_no_price(prices: Path):
    """Not zero: None."""
    assert read_price(prices, "another") is None
    with ScriptedServer(GOOD) as server:
        assert chat_model(server).draft(request()).usage.cost is None


@pytest.mark.parametrize("text", ["not = [toml", "[scripted]\ninput = 1", 'scripted = "cheap"'])
def test_a_broken_price_file_says_what_it_should_be(tmp_path: Path, text: str):
    """The form of the file is part of the message."""
    path = tmp_path / "prices.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="not a price file"):
        read_price(path, "scripted")


def test_a_budget_is_settled_by_what_was_really_used():
    """What was set aside too much is free again."""
    budget = Budget(Limits(max_tokens=1000), Price(Decimal(1), Decimal(1)))
    budget.reserve(Need(600, 300))
    budget.settle(Need(600, 300), Need(200, 50))
    budget.reserve(Need(700, 50))
    with pytest.raises(ModelUnavailable):
        budget.reserve(Need(1, 0))


WALKED_AROUND = {
    "usage below nothing": completion(CONTENT, usage=(-(10**9), -(10**9))),
    "usage of nothing": completion(CONTENT, usage=(0, 0)),
    "absurd usage": completion(CONTENT, usage=(2**40, 2**40)),
    "no usage": completion(CONTENT, usage=None),
    "an error in the body": Answer(b'{"error": {"message": "oops"}}'),
    "too long": completion('{"a": "' + "长" * 1_500_000 + '"}'),
    "a cut connection": Answer(reset=True),
    "500": refusal(500, "internal error"),
    "a cut reply": completion(CONTENT[:60], finish="length", usage=None),
}


@pytest.mark.parametrize("cap", ["tokens", "cost"])
@pytest.mark.parametrize("answer", list(WALKED_AROUND.values()), ids=list(WALKED_AROUND))
def test_no_answer_gets_around_a_cap(answer: Answer, cap: str, prices: Path):
    """Whatever comes back, what was sent counts, and the run ends before its cap."""
    caps = {"tokens": Limits(max_tokens=6000), "cost": Limits(max_cost=Decimal("0.03"))}
    with ScriptedServer(answer) as server:
        model = chat_model(server, limits=caps[cap], prices=prices)
        for _ in range(12):
            with suppress(ModelError):
                model.draft(request())
        sent = sum(
            estimate_tokens(json.dumps(body, ensure_ascii=False)) for body in server.requests
        )
    assert 0 < sent <= 6000


def test_a_failed_draft_says_what_was_asked_for_it():
    """Requests that led to nothing are in the usage of the report."""
    with ScriptedServer(completion("no JSON")) as server, pytest.raises(ModelError) as caught:
        chat_model(server, mode="json_schema").draft(request())
    assert caught.value.usage
    assert caught.value.usage.requests == len(server.requests) == 2
    assert caught.value.usage.prompt_tokens == 1400


def test_threads_do_not_lose_each_others_spending():
    """A budget of 500 lets exactly 500 single tokens through."""
    budget = Budget(Limits(max_tokens=500), None)

    def spend(_: int) -> bool:
        try:
            budget.reserve(Need(1, 0))
        except ModelUnavailable:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        assert sum(pool.map(spend, range(800))) == 500


@pytest.mark.parametrize(("text", "least"), [("产值42.6亿元", 5), ("a" * 30, 10), ("", 1)])
def test_an_estimate_is_rather_too_high(text: str, least: int):
    """One token for a wide character, one for three narrow ones."""
    assert estimate_tokens(text) >= least
