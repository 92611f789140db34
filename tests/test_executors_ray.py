"""Ray: the same promise as on one machine, kept across two nodes of which one dies."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from summarizer.executors import Done, Lost, open_executor
from tests.servers.ray_cluster import running_cluster

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

KILLS = "__import__('os').kill(__import__('os').getpid(), 9)"
NODE_OF = "__import__('time').sleep(0.05) or __import__('ray').get_runtime_context().get_node_id()"


@pytest.fixture(scope="module")
def cluster() -> Iterator["Cluster"]:
    """Start two nodes."""
    with running_cluster() as cluster:
        yield cluster


def test_error_and_death_cost_only_their_item(cluster: "Cluster"):
    """What raises is told, what kills its worker each time is lost, the rest is done."""
    items = ("1", "1/0", KILLS, "2")
    outcomes = dict(open_executor("ray", 2, address=cluster.address).spread(eval, items))
    assert isinstance(outcomes.pop(KILLS), Lost)
    assert outcomes == {
        "1": Done(1),
        "2": Done(2),
        "1/0": Lost("ZeroDivisionError", "division by zero"),
    }


def test_death_of_a_node_costs_a_retry(cluster: "Cluster"):
    """Every item comes back once, though a node dies in the middle."""
    items = [f"({NODE_OF}, {n})" for n in range(40)]
    outcomes = open_executor("ray", 2, address=cluster.address).spread(eval, items)
    first = next(outcomes)
    cluster.remove_node(cluster.list_all_nodes()[1], allow_graceful=False)
    done = dict([first, *outcomes])
    assert sorted(outcome.result[1] for outcome in done.values()) == list(range(40))
