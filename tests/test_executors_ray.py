"""Ray: the same promise as on one machine, kept across two nodes of which one dies."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from summarizer.batch import Batch, Progress, Work, conditions, find_sources
from summarizer.executors import Executor, Lost, open_executor
from summarizer.models import ModelSpec, open_model
from summarizer.pipeline import Policy
from summarizer.store import Store
from tests.an_archive import everything, write_archive
from tests.servers.postgres import Postgres, running_postgres
from tests.servers.ray_cluster import running_cluster

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

KILLS = "__import__('os').kill(__import__('os').getpid(), 9)"
SPEC, POLICY = ModelSpec("extractive"), Policy()
ISSUES = 60


@pytest.fixture(scope="module")
def cluster() -> Iterator["Cluster"]:
    """Start two nodes."""
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    """Start a database server."""
    with running_postgres() as server:
        yield server


def test_error_and_death_cost_only_their_item(cluster: "Cluster"):
    """What raises is told, what kills its worker each time is lost, the rest is done."""
    outcomes = dict(
        open_executor("ray", 2, address=cluster.address).spread(eval, ["1", "1/0", KILLS])
    )
    assert outcomes["1/0"] == Lost("ZeroDivisionError", "division by zero")
    assert isinstance(outcomes[KILLS], Lost)
    assert not isinstance(outcomes["1"], Lost)


def test_archive_outlasts_a_worker_a_node_and_the_database(
    cluster: "Cluster", server: Postgres, tmp_path: Path
):
    """A worker is killed, PostgreSQL stopped and started, a node dies: nothing lost or doubled."""
    archive = write_archive(tmp_path / "archive", ISSUES)
    disasters = {
        5: kill_a_worker,
        15: lambda: stop_for_a_while(server),
        25: lambda: cluster.remove_node(cluster.list_all_nodes()[-1], allow_graceful=False),
    }

    def watch(progress: Progress) -> None:
        for moment in [moment for moment in disasters if progress.treated >= moment]:
            disasters.pop(moment)()

    spread, local = server.new_database(), str(tmp_path / "runs.db")
    progress = summarize(archive, spread, open_executor("ray", 2, address=cluster.address), watch)
    summarize(archive, local, open_executor("threads", 1))
    assert (progress.done, progress.failed, disasters) == (ISSUES, 0, {})
    assert everything(spread) == everything(local)


def summarize(archive: Path, store: str, executor: Executor, watch: object = None) -> Progress:
    """Summarise an archive into a store."""
    with closing(Store.open(store, writing=True)) as kept:
        run = kept.run_for(conditions(open_model(SPEC), POLICY, None, None))
        work = Work(run, store, SPEC, POLICY)
        batch = Batch(tuple(find_sources([str(archive)])), work, kept)
        batch.watch = watch or batch.watch
        return batch.go(executor)


def kill_a_worker() -> None:
    """Kill one of the processes that do the work, or that are about to."""
    found = subprocess.check_output(["pgrep", "-f", "^ray::(_remote|IDLE)"], text=True)
    os.kill(int(found.split()[0]), signal.SIGKILL)


def stop_for_a_while(server: Postgres) -> None:
    """Stop the database as a crash would, and start it a second later."""
    server.stop()
    Timer(1, server.start).start()
