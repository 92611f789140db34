"""A batch: every issue once, whatever happens, and the same command again to go on."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from summarizer.batch import Batch, Progress, Work, conditions, find_sources
from summarizer.errors import StoreError
from summarizer.executors import open_executor
from summarizer.models import ModelSpec, open_model
from summarizer.pipeline import Policy
from summarizer.store import Store
from tests.an_archive import write_archive
from tests.servers.scripted import ScriptedServer, refusal, reply

ANSWER = reply("一季度完成工业总产值⟦1⟧10.6亿元。")
POLICY = Policy(revisions=0)
Run = Callable[..., Progress]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Write six issues."""
    return write_archive(tmp_path / "archive", 6)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open a new store."""
    with closing(Store.open(str(tmp_path / "runs.db"), writing=True)) as store:
        yield store


@pytest.fixture
def run(archive: Path, store: Store, tmp_path: Path) -> Run:
    """Return a way to run the archive, with options of the batch."""

    def go(spec: ModelSpec | None = None, *, workers: int = 2, **options: object) -> Progress:
        spec = spec or ModelSpec("extractive")
        begun = store.run_for(conditions(open_model(spec), POLICY, None, None))
        work = Work(begun, str(tmp_path / "runs.db"), spec, POLICY)
        batch = Batch(tuple(find_sources([str(archive)])), work, store, **options)
        return batch.go(open_executor("threads", workers))

    return go


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """Serve the same good answer to every question."""
    with ScriptedServer(ANSWER) as server:
        yield server


def chat(server: ScriptedServer) -> ModelSpec:
    """Return a chat model at that server."""
    return ModelSpec("openai:scripted", base_url=server.base_url, mode="json_schema")


def test_every_issue_is_done_once(run: Run, store: Store):
    """A report for each issue, and a tally that says so."""
    progress = run()
    assert (progress.done, progress.remaining, progress.articles) == (6, 0, 6)
    assert len(tuple(store.reports(store.runs()[0].id))) == 6
    assert store.problems() == ()


def test_running_again_does_nothing(run: Run, store: Store):
    """What is kept is not done again, and it is the same run."""
    run()
    progress = run()
    assert (progress.kept, progress.treated, len(store.runs())) == (6, 0, 1)


def test_other_conditions_are_another_run(run: Run, store: Store, server: ScriptedServer):
    """Another model reads the archive anew, beside the first."""
    run()
    assert run(chat(server)).done == 6
    assert [run.model for run in store.runs()] == ["extractive", "openai:scripted"]


def test_limit_takes_the_next_ones(run: Run):
    """A limit is on the work, so that the same command again takes the next ones."""
    assert [run(limit=4).done, run(limit=4).done, run(limit=4).done] == [4, 2, 0]


def test_same_contents_are_done_once(run: Run, archive: Path):
    """A copy under another name is not summarised again."""
    (archive / "copy.txt").write_bytes((archive / "000.txt").read_bytes())
    progress = run()
    assert (progress.done, progress.repeated) == (6, 1)


def test_unreadable_issue_is_a_failure_beside_the_others(run: Run, archive: Path, store: Store):
    """It is told, kept, and tried again the next time."""
    (archive / "003.txt").write_bytes(b"\xff\x00")
    progress = run()
    assert (progress.done, progress.failed) == (5, 1)
    (failure,) = store.failed(store.runs()[0].id)
    assert (failure["error"], "003.txt" in failure["source"]) == ("ReadingError", True)
    assert run().failed == 1


def test_equal_damage_is_told_for_every_file(run: Run, archive: Path, store: Store):
    """Two files with the same damage are two failures, until one of them is mended for both."""
    for name in ("x.txt", "y.txt"):
        (archive / name).write_bytes(b"\x00\xff" * 40)
    progress = run()
    assert (progress.failed, progress.repeated) == (2, 0)
    assert len(store.failed(store.runs()[0].id)) == 2


def test_mended_issue_is_done_and_its_failure_forgotten(run: Run, archive: Path, store: Store):
    """Only what failed is tried again, and nothing of the failure stays."""
    text = (archive / "003.txt").read_bytes()
    (archive / "003.txt").write_bytes(b"\xff\x00")
    run()
    (archive / "003.txt").write_bytes(text)
    assert (run().done, store.failed(store.runs()[0].id)) == (1, ())


def test_only_failed_leaves_the_rest_alone(run: Run, archive: Path):
    """New issues wait."""
    (archive / "003.txt").write_bytes(b"\xff\x00")
    run(limit=5)
    (archive / "new.txt").write_text("新 闻", encoding="utf-8")
    progress = run(only_failed=True)
    assert (progress.failed, progress.done, progress.remaining) == (1, 0, 2)


def test_article_without_a_draft_fails_its_issue_only(run: Run, server: ScriptedServer):
    """The endpoint refuses one article; its issue is tried again, and the others are not."""
    server.answers(refusal(401, "no such key"), ANSWER)
    assert (run(chat(server), workers=1).failed, run(chat(server)).done) == (1, 1)


def test_no_article_is_paid_for_twice(run: Run, server: ScriptedServer, store: Store):
    """A deleted run is made again from the kept drafts; nothing is asked."""
    first = run(chat(server))
    store.delete_run(store.runs()[0].id)
    again = run(chat(server))
    assert (first.paid.requests, again.paid.requests, len(server.requests)) == (6, 0, 6)
    assert again.done == 6


def test_same_article_at_the_same_time_is_asked_for_once(
    run: Run, archive: Path, server: ScriptedServer
):
    """Issues with one article between them wait for one answer."""
    same = (archive / "000.txt").read_text(encoding="utf-8")
    for blank in range(1, 4):
        (archive / f"{blank}.txt").write_text(same + "\n" * blank, encoding="utf-8")
    run(chat(server), workers=8)
    assert len(server.requests) == 6


def test_wish_to_stop_finishes_what_is_in_flight(run: Run, store: Store):
    """Nothing new is begun, everything begun is kept."""
    stop = Event()
    progress = run(workers=1, stop=stop, watch=lambda _: stop.set())
    assert progress.remaining > 0
    assert len(tuple(store.reports(store.runs()[0].id))) == progress.done
    assert run().remaining == 0


def test_endpoint_that_is_gone_is_not_asked_for_ever(
    run: Run, archive: Path, server: ScriptedServer
):
    """After ten issues that it fails, the rest waits for the next run, which asks for all."""
    write_archive(archive, 20)
    server.answers(refusal(401, "no such key"))
    progress = run(chat(server), workers=1)
    assert (progress.failed, progress.remaining) == (10, 10)
    assert "no such key" in str(progress.gave_up)
    server.answers(ANSWER)
    assert run(chat(server)).done == 20


def test_store_that_cannot_be_written_ends_the_run(
    run: Run, server: ScriptedServer, tmp_path: Path
):
    """Where nothing can be kept, nothing more is asked for."""
    with closing(sqlite3.connect(tmp_path / "runs.db")) as connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON drafts BEGIN SELECT "
                           "RAISE(FAIL, 'database or disk is full'); END")  # fmt: skip
        connection.commit()
    with pytest.raises(StoreError, match="make room and run the same command again"):
        run(chat(server), workers=1)
    assert len(server.requests) == 1
