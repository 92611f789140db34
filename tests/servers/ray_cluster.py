"""A Ray cluster of two nodes on loopback, each with one processor."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ray.cluster_utils import Cluster

ON_LOOPBACK = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_USAGE_STATS_ENABLED": "0"}
NODE = {"num_cpus": 1, "node_ip_address": "127.0.0.1"}


@contextmanager
def running_cluster() -> Iterator["Cluster"]:
    """Start a head and one more node; `remove_node(nodes[1])` kills the second."""
    os.environ.update(ON_LOOPBACK)
    import ray
    from ray.cluster_utils import Cluster

    cluster = Cluster(initialize_head=True, head_node_args={**NODE, "include_dashboard": False})
    try:
        cluster.add_node(**NODE)
        yield cluster
    finally:
        ray.shutdown()
        cluster.shutdown()
