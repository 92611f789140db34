"""Many machines, by Ray: plain remote tasks, one item a task.

    items ──► two in flight for each processor of the cluster ──► (item, Done | Lost)
                         │
                 a worker or a node died: Ray runs the task again elsewhere, up to TRIES times

Nothing but a small result comes back; what a task makes it writes into the store itself, so a dead
node loses only what it had in hand.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import ray

from summarizer.executors import TRIES, WORKER_DIED, Done, Lost, attempt

Item = TypeVar("Item")
Result = TypeVar("Result")

IN_FLIGHT = 2  # for each processor: one item at work, one at hand


@dataclass(frozen=True, slots=True)
class Ray:
    """A Ray cluster at an address; without one, a new one of `workers` processors here."""

    address: str | None
    workers: int

    def spread(
        self, task: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[tuple[Item, Done[Result] | Lost]]:
        """Yield each item with what came of it."""
        self._join()
        kept = ray.put(task)  # sent to each node once
        window = IN_FLIGHT * max(self.workers, _processors())
        flying: dict[Any, Item] = {}
        for item in items:
            flying[_remote.remote(kept, item)] = item
            if len(flying) >= window:
                yield from _landed(flying)
        while flying:
            yield from _landed(flying)

    def _join(self) -> None:
        if not ray.is_initialized():
            os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent home
            ray.init(address=self.address, num_cpus=None if self.address else self.workers,
                     log_to_driver=False, include_dashboard=False)  # fmt: skip


def _processors() -> int:
    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]  # as Ray ships it
    return int(resources.get("CPU", 1))


@ray.remote(max_retries=TRIES - 1, num_cpus=1)
def _remote(task: Callable[[Any], Any], item: Any) -> Done[Any] | Lost:  # noqa: ANN401
    return attempt(task, item)


def _landed(flying: dict[Any, Item]) -> Iterator[tuple[Item, Done[Any] | Lost]]:
    done, _ = ray.wait(list(flying), num_returns=1)
    for reference in done:
        yield flying.pop(reference), _outcome(reference)


def _outcome(reference: Any) -> Done[Any] | Lost:  # noqa: ANN401 - Ray's own type
    try:
        outcome: Done[Any] | Lost = ray.get(reference)
    except ray.exceptions.RayError as error:
        return Lost(WORKER_DIED, f"its worker died {TRIES} times ({type(error).__name__})")
    return outcome
