"""This machine: threads for waiting, processes for computing.

items ──► one or two in flight for each worker ──► (item, Done | Lost)
                    │
            a process died, and its pool with it: whatever was in flight is suspect and
            runs again at the end, each alone; only what kills its worker every time is Lost
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

from summarizer.executors import TRIES, WORKER_DIED, Done, Lost, attempt

Item = TypeVar("Item")
Result = TypeVar("Result")

PRELOAD = ["summarizer.pipeline"]  # imported once, before the workers are forked
IN_FLIGHT = 2  # for each process: one item at work, one at hand


@dataclass(frozen=True, slots=True)
class Threads:
    """Some threads of this process."""

    workers: int

    def spread(
        self, task: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[tuple[Item, Done[Result] | Lost]]:
        """Yield each item with what came of it."""
        with ThreadPoolExecutor(self.workers) as pool:
            submit = partial(pool.submit, partial(attempt, task))
            for item, future in _landings(submit, items, self.workers):
                yield item, future.result()


@dataclass(frozen=True, slots=True)
class Processes:
    """Some processes of this machine; tasks and items must pickle."""

    workers: int

    def spread(
        self, task: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[tuple[Item, Done[Result] | Lost]]:
        """Yield each item with what came of it."""
        suspects = []
        with _Pool(self.workers) as pool:
            submit = partial(pool.submit, partial(attempt, task))
            for item, future in _landings(submit, items, self.workers * IN_FLIGHT):
                try:
                    yield item, future.result()
                except BrokenProcessPool:
                    suspects.append(item)
        for item in suspects:
            yield item, self._alone(task, item)

    def _alone(self, task: Callable[[Item], Result], item: Item) -> Done[Result] | Lost:
        for _ in range(TRIES - 1):
            with _Pool(1) as pool:
                try:
                    return pool.submit(partial(attempt, task), item).result()
                except BrokenProcessPool:
                    continue
        return Lost(WORKER_DIED, f"killed its worker {TRIES} times (out of memory?)")


class _Pool:
    """A pool of processes that is replaced when one of them dies."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._context = _context()
        self._pool = self._new()

    def submit(self, task: Callable[[Item], Result], item: Item) -> Future[Result]:
        """Submit to the pool, or to a new one."""
        try:
            return self._pool.submit(task, item)
        except BrokenProcessPool:
            self._end()
            self._pool = self._new()
            return self._pool.submit(task, item)

    def _end(self) -> None:
        """Kill the workers instead of asking them to go.

        Nothing is in flight any more, and one that died may have held the lock behind which the
        others would wait for the word to go, for ever.
        """
        workers = tuple((self._pool._processes or {}).values())  # noqa: SLF001 - kill_workers() of 3.14
        for worker in workers:
            worker.kill()
        self._pool.shutdown(cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, self._context, initializer=_start_worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._end()


def _context() -> multiprocessing.context.BaseContext:
    """Fork from a server without threads where there is one: no lock is copied while held."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOAD)
    return context


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _landings(
    submit: Callable[[Item], Future[Result]], items: Iterable[Item], window: int
) -> Iterator[tuple[Item, Future[Result]]]:
    """Keep at most `window` futures in flight, and yield each with its item when it is done."""
    flying: dict[Future[Result], Item] = {}
    for item in items:
        flying[submit(item)] = item
        if len(flying) >= window:
            yield from _landed(flying)
    while flying:
        yield from _landed(flying)


def _landed(flying: dict[Future[Result], Item]) -> Iterator[tuple[Item, Future[Result]]]:
    done, _ = wait(flying, return_when=FIRST_COMPLETED)
    for future in done:
        yield flying.pop(future), future
