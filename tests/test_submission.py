"""A batch API: asked once, a day later, half the price, and the rest as ever."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import update

from summarizer.batch import Batch, Source, Work, conditions, find_sources
from summarizer.errors import ModelUnavailable
from summarizer.executors import open_executor
from summarizer.models import ModelSpec, open_model
from summarizer.pipeline import Policy
from summarizer.store import Store, questions
from summarizer.store.tables import submissions
from summarizer.submission import Bureau, plan
from tests.an_archive import write_archive
from tests.servers.batch_api import BatchServer, Body

POLICY = Policy(revisions=0)
ISSUES = 5


def answer(body: Body) -> Body | None:
    """Answer as a function of the question alone."""
    article = body["messages"][-1]["content"]
    number, _, figure = article.partition("总产值⟦")[2].partition("亿元")[0].partition(":")
    row = [number, f"{figure}亿元", "青岚高新区", "工业总产值", "", "值", "", "今年一季度", "实际"]
    rows = [row]
    said = {"a": f"青岚高新区完成工业总产值⟦{number}:{figure}亿元⟧。", "k": [], "r": rows}
    message = {"role": "assistant", "content": json.dumps(said, ensure_ascii=False)}
    return {
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
    }


@pytest.fixture
def server() -> Iterator[BatchServer]:
    """Start an endpoint."""
    with BatchServer(answer) as server:
        yield server


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a new store."""
    with closing(Store.open(str(tmp_path / "runs.db"), writing=True)) as store:
        yield store


@pytest.fixture
def sources(tmp_path: Path) -> tuple[Source, ...]:
    """Write some issues."""
    return tuple(find_sources([str(write_archive(tmp_path / "archive", ISSUES))]))


@pytest.fixture
def spec(server: BatchServer, tmp_path: Path) -> ModelSpec:
    """Return a model at that endpoint, with a price."""
    prices = tmp_path / "prices.toml"
    prices.write_text("[large]\ninput = 2\noutput = 10\n")
    return ModelSpec("openai:large", base_url=server.base_url, prices=prices)


def test_whole_way_ends_in_reports_that_cost_no_further_request(
    server: BatchServer, store: Store, sources: tuple[Source, ...], spec: ModelSpec, tmp_path: Path
):
    """Planned, submitted, collected: the batch finds every draft, and verifies it."""
    bureau = Bureau(spec, store)
    assert (plan(sources, spec, store, POLICY), bureau.submit()) == (ISSUES, 1)
    server.advance()
    assert bureau.collect() == ISSUES
    run = store.run_for(conditions(open_model(spec), POLICY, None, None))
    work = Work(run, str(tmp_path / "runs.db"), spec, POLICY)
    progress = Batch(sources, work, store).go(open_executor("threads", 1))
    assert (progress.done, progress.paid.requests, progress.unsupported) == (ISSUES, 0, 0)


def test_batch_costs_half(
    server: BatchServer, store: Store, sources: tuple[Source, ...], spec: ModelSpec
):
    """1,000 tokens at 2 and 100 at 10 a million are 0.003; a batch costs half of it."""
    plan(sources[:1], spec, store, POLICY)
    fingerprint = waiting(store, spec)[0]["fingerprint"]
    Bureau(spec, store).submit()
    server.advance()
    Bureau(spec, store).collect()
    draft = store.draft(fingerprint)
    assert draft is not None
    assert draft.usage.cost == Decimal("0.0015")


def test_nothing_is_asked_twice(
    server: BatchServer, store: Store, sources: tuple[Source, ...], spec: ModelSpec
):
    """Planning and submitting again sends nothing that is on its way or answered."""
    for _ in range(3):
        plan(sources, spec, store, POLICY)
        Bureau(spec, store).submit()
    server.advance()
    assert (Bureau(spec, store).collect(), Bureau(spec, store).collect()) == (ISSUES, 0)
    assert (plan(sources, spec, store, POLICY), Bureau(spec, store).submit()) == (0, 0)
    assert len(server.questions()) == ISSUES


def test_large_archives_are_cut_into_files(
    store: Store, sources: tuple[Source, ...], spec: ModelSpec
):
    """As many lines as the vendor takes."""
    plan(sources, spec, store, POLICY)
    assert Bureau(spec, store).submit(lines=2) == 3
    assert [standing.questions for standing in Bureau(spec, store).status()].count(2) == 2


def test_status_is_the_endpoints(
    server: BatchServer, store: Store, sources: tuple[Source, ...], spec: ModelSpec
):
    """In progress, then completed, then collected here."""
    plan(sources, spec, store, POLICY)
    bureau = Bureau(spec, store)
    bureau.submit()
    seen = [bureau.status()[0].state]
    bureau.collect()
    server.advance()
    seen.append(bureau.status()[0].state)
    bureau.collect()
    assert [*seen, bureau.status()[0].state] == ["in_progress", "completed", "collected"]


def test_crash_after_sending_does_not_send_twice(
    server: BatchServer, store: Store, sources: tuple[Source, ...], spec: ModelSpec
):
    """A submission that the endpoint has, and we do not know of, is found by its name."""
    plan(sources, spec, store, POLICY)
    Bureau(spec, store).submit()
    forget_sending(store)
    assert (Bureau(spec, store).submit(), len(server.batches)) == (1, 1)


def test_crash_before_sending_sends_once(
    server: BatchServer, store: Store, sources: tuple[Source, ...], spec: ModelSpec
):
    """A submission that was only written down is sent."""
    plan(sources, spec, store, POLICY)
    Bureau(spec, store).submit()
    forget_sending(store)
    server.batches.clear()
    assert (Bureau(spec, store).submit(), len(server.batches)) == (1, 1)


@pytest.mark.parametrize(
    "bad",
    [
        lambda _: None,
        lambda _: {"choices": []},
        lambda _: {"choices": [{"message": {"content": "抱歉"}}]},
        lambda _: {"choices": [{"message": {"content": None}}]},
        lambda _: {"choices": [{"message": {"content": '{"a": "", "k": [], "r": [["x"]]}'}}]},
    ],
)
def test_line_that_is_of_no_use_is_sent_once_more(
    store: Store,
    sources: tuple[Source, ...],
    spec: ModelSpec,
    server: BatchServer,
    bad: Callable[[Body], Body | None],
):
    """The error file, an empty choice, prose, null, a wrong row: the question waits again."""
    plan(sources[:1], spec, store, POLICY)
    Bureau(spec, store).submit()
    server.answer = bad
    server.advance()
    assert (Bureau(spec, store).collect(), len(waiting(store, spec))) == (0, 1)
    server.answer = answer
    Bureau(spec, store).submit()
    server.advance()
    assert Bureau(spec, store).collect() == 1


def test_endpoint_without_a_batch_api_is_said(store: Store, sources: tuple[Source, ...]):
    """One line, without the key."""
    spec = ModelSpec("openai:large", base_url="http://127.0.0.1:9/v1")
    plan(sources, spec, store, POLICY)
    with pytest.raises(ModelUnavailable, match=r"http://127\.0\.0\.1:9/v1: Connection error"):
        Bureau(spec, store).submit()


def waiting(store: Store, spec: ModelSpec) -> list[questions.Row]:
    """Return the questions that are in no submission."""
    identity = open_model(spec).fingerprint
    return list(store.transact(lambda c: questions.waiting(c, identity, 100)))


def forget_sending(store: Store) -> None:
    """Put a submission back to where a crash between sending and writing leaves it."""
    store.transact(lambda c: c.execute(update(submissions).values(state="begun", batch=None)))
