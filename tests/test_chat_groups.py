"""Short articles may share a request; each reply stays bound to its article."""

import json
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models import Draft, Request
from summarizer.models.chat.gathering import Gathering
from summarizer.models.chat.groups import pack
from summarizer.summary import ArticleSummary
from tests.servers.articles import request
from tests.servers.chat import chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, completion, refusal, reply

TEXTS = [f"{name}园简讯\n{name}园完成产值{n}亿元。" for n, name in enumerate("甲乙丙", 21)]
REQUESTS = [request(text) for text in TEXTS]
Entries = list[dict[str, object]]


def entry(place: int, number: int) -> dict[str, object]:
    """Reply to the article at a place with one row that cites a number."""
    row = [str(number), f"{20 + number}亿元", "园", "产值", "", "值", "", "", "实际"]
    return {"n": place, "d": {"a": f"第{place}篇。", "k": [], "r": [row]}}


def grouped(change: Callable[[Entries], Entries]) -> Callable[[Body], Answer]:
    """Answer a shared request with changed entries, and a single article well."""

    def answer(body: Body) -> Answer:
        if 'n="1"' not in body["messages"][1]["content"]:
            return reply(a="单独。")
        entries = change([entry(place, place) for place in (1, 2, 3)])
        return completion(json.dumps({"g": entries}, ensure_ascii=False))

    return answer


def abstracts(drafts: tuple[Draft | ModelError, ...]) -> list[str]:
    """Return what was said of each article."""
    return [each.summary.abstract if isinstance(each, Draft) else "failed" for each in drafts]


def ask(script: Callable[[Body], Answer] | Answer, requests: list[Request] = REQUESTS) -> list[str]:
    """Draft a group and return the abstracts."""
    with ScriptedServer(script) as server:
        return abstracts(chat_model(server, group=4000).draft_group(requests))


def test_each_reply_goes_to_its_article_in_one_request():
    """Whatever the order of the replies, `n` says whose each is."""
    with ScriptedServer(grouped(lambda entries: entries[::-1])) as server:
        drafts = chat_model(server, group=4000).draft_group(REQUESTS)
    assert abstracts(drafts) == ["第1篇。", "第2篇。", "第3篇。"]
    assert len(server.requests) == 1


def test_a_row_cites_the_quantity_of_its_own_article():
    """Numbers run on through the group and lead back to the article's own ids."""
    with ScriptedServer(grouped(lambda entries: entries)) as server:
        drafts = chat_model(server, group=4000).draft_group(REQUESTS)
    claims = [each.summary.observations[0] for each in drafts if isinstance(each, Draft)]
    assert [(claim.quantity, claim.printed) for claim in claims] == [
        ("Q1", "21亿元"),
        ("Q1", "22亿元"),
        ("Q1", "23亿元"),
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda e: e[:2], ["第1篇。", "第2篇。", "单独。"]),
        (lambda e: [*e, e[0]], ["单独。", "第2篇。", "第3篇。"]),
        (lambda e: [*e, entry(9, 1)], ["第1篇。", "第2篇。", "第3篇。"]),
        (lambda e: [entry(1, 2), entry(2, 1), e[2]], ["单独。", "单独。", "第3篇。"]),
        (lambda e: e[:0], ["单独。"] * 3),
    ],
    ids=["one missing", "one twice", "one too many", "two swapped", "none"],
)
def test_an_article_whose_reply_is_in_doubt_is_asked_about_alone(
    change: Callable[[Entries], Entries], said: list[str]
):
    """No article is lost, doubled or given to another."""
    assert ask(grouped(change)) == said


def test_a_malformed_group_falls_apart_into_single_requests():
    """What fails together is tried one by one."""

    def answer(body: Body) -> Answer:
        together = 'n="1"' in body["messages"][1]["content"]
        return completion("{}") if together else reply(a="单独。")

    assert ask(answer) == ["单独。"] * 3


def test_an_endpoint_that_is_down_fails_every_article_of_the_group():
    """Each article has its error; nothing is raised."""
    with ScriptedServer(refusal(401, "bad key")) as server:
        drafts = chat_model(server, group=4000).draft_group(REQUESTS)
    assert [type(each) for each in drafts] == [ModelUnavailable] * 3


def test_the_usage_of_a_shared_request_is_divided():
    """The shares add up to what the server said."""
    with ScriptedServer(grouped(lambda entries: entries)) as server:
        drafts = chat_model(server, group=4000).draft_group(REQUESTS)
    usages = [each.usage for each in drafts if isinstance(each, Draft)]
    assert sum(usage.requests for usage in usages) == 1
    assert sum(usage.prompt_tokens for usage in usages) == 700


def test_drafts_of_several_threads_gather():
    """Workers that ask while one waits share its pack, and each gets its own draft."""
    sizes: list[int] = []

    def draft_group(requests: Sequence[Request]) -> list[Draft]:
        sizes.append(len(requests))
        return [Draft(ArticleSummary(abstract=each.article.text)) for each in requests]

    gathering = Gathering(draft_group, 4000, lambda _: time.sleep(0.3))
    with ThreadPoolExecutor(3) as pool:
        drafts = tuple(pool.map(gathering.draft, REQUESTS))
    assert abstracts(drafts) == [each.article.text for each in REQUESTS]
    assert sum(sizes) == 3
    assert max(sizes) > 1


def test_a_full_pack_is_followed_by_the_next():
    """What does not fit any more opens a pack of its own."""
    sizes: list[int] = []

    def draft_group(requests: Sequence[Request]) -> list[Draft]:
        sizes.append(len(requests))
        return [Draft(ArticleSummary(abstract="")) for _ in requests]

    gathering = Gathering(draft_group, len(REQUESTS[0].article.text), lambda _: time.sleep(0.2))
    with ThreadPoolExecutor(3) as pool:
        assert len(list(pool.map(gathering.draft, REQUESTS))) == 3
    assert sizes == [1, 1, 1]


def test_a_bug_leaves_nobody_waiting():
    """Whatever is raised is raised in every thread of the pack."""

    def draft_group(requests: Sequence[Request]) -> list[Draft]:
        raise ZeroDivisionError(len(requests))

    gathering = Gathering(draft_group, 4000, lambda _: time.sleep(0.1))
    with ThreadPoolExecutor(3) as pool:
        drafts = [pool.submit(gathering.draft, each) for each in REQUESTS]
        assert {type(draft.exception(5)) for draft in drafts} == {ZeroDivisionError}


def test_gathered_articles_fail_each_by_itself():
    """Every thread has the error of its article raised."""
    with ScriptedServer(refusal(401, "bad key")) as server, ThreadPoolExecutor(3) as pool:
        model = chat_model(server, group=4000)
        failures = [pool.submit(model.draft, each).exception() for each in REQUESTS]
    assert [type(failure) for failure in failures] == [ModelUnavailable] * 3


def test_an_article_too_long_for_company_is_drafted_at_once():
    """It does not even wait for others."""
    with ScriptedServer(reply(a="单独。")) as server:
        draft = chat_model(server, group=5).draft(REQUESTS[0])
    assert draft.summary.abstract == "单独。"


@pytest.mark.parametrize(
    ("longest", "sizes"), [(0, [1, 1, 1]), (40, [2, 1]), (4000, [3]), (10, [1, 1, 1])]
)
def test_articles_are_packed_up_to_a_length(longest: int, sizes: list[int]):
    """Neighbours stay together while they fit; zero packs nothing."""
    assert [len(each) for each in pack(REQUESTS, longest)] == sizes


def test_the_fixed_part_is_the_same_in_every_request():
    """Byte for byte, so that an endpoint can keep it."""
    with ScriptedServer(reply()) as server:
        model = chat_model(server)
        for each in REQUESTS:
            model.draft(each)
    prefixes = {json.dumps(body["messages"][0]) for body in server.requests}
    assert len(prefixes) == 1
    assert len(server.requests) == 3
