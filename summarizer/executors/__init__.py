"""Where work is done: one seam, one method.

    spread(task, items) ── an executor ──► (item, Done(result)) (item, Lost(error, message)) …

    threads     for a model that answers over the wire
    processes   for the embedded engine, which needs the processor
    ray         for many machines

Items are taken from their iterator only as hands come free, so a million of them need no memory,
and an iterator that ends early (Ctrl-C) lets what is in flight finish. Whatever a task raises, and
the death of a worker, becomes a `Lost` beside the others. An item whose worker died is tried again,
alone, so that the one who did it is the only one to be lost.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from summarizer.errors import SummarizerError

Item = TypeVar("Item")
Result = TypeVar("Result")

TRIES = 3
WORKER_DIED = "WorkerDied"


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What came of an item."""

    result: Result


@dataclass(frozen=True, slots=True)
class Lost:
    """Why nothing came of an item: the name of the error and what it says."""

    error: str
    message: str


class Executor(Protocol):
    """Anything that does one task for many items."""

    def spread(
        self, task: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[tuple[Item, Done[Result] | Lost]]:
        """Yield each item with what came of it, in whatever order it comes."""


def open_executor(name: str, workers: int, *, address: str | None = None) -> Executor:
    """Return the executor of a name; `address` is that of a Ray cluster."""
    if name == "ray":
        return _ray(workers, address)
    if name == "threads":
        from summarizer.executors.local import Threads

        return Threads(workers)
    if name == "processes":
        from summarizer.executors.local import Processes

        return Processes(workers)
    raise SummarizerError(
        "{name}: no such executor; there are threads, processes and ray", name=name
    )


def _ray(workers: int, address: str | None) -> Executor:
    try:
        from summarizer.executors.ray import Ray
    except ModuleNotFoundError:
        raise SummarizerError(
            "ray is not installed: pip install newspaper-summarizer[ray]"
        ) from None
    return Ray(address, workers)


def attempt(task: Callable[[Item], Result], item: Item) -> Done[Result] | Lost:
    """Do a task where it is done; what it raises is told, not raised: this is the edge."""
    try:
        return Done(task(item))
    except Exception as error:  # noqa: BLE001 - the executor's edge: the others go on
        return Lost(type(error).__name__, str(error) or repr(error))
