"""The executors: every item comes back with what came of it."""

import math
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.errors import SummarizerError
from summarizer.executors import Done, Executor, Lost, open_executor

NAMES = ("threads", "processes")
KILLS = "__import__('os').kill(__import__('os').getpid(), 9)"


@pytest.fixture(params=NAMES)
def executor(request: pytest.FixtureRequest) -> Executor:
    """Return each executor of this machine in turn."""
    return open_executor(request.param, 2)


def test_every_item_comes_back_once(executor: Executor):
    """Whatever the order, nothing is lost and nothing doubled."""
    outcomes = dict(executor.spread(math.sqrt, range(50)))
    assert outcomes == {n: Done(math.sqrt(n)) for n in range(50)}


def test_error_is_a_value(executor: Executor):
    """What a task raises comes back beside the others."""
    outcomes = dict(executor.spread(math.sqrt, (4, -1)))
    assert outcomes == {4: Done(2.0), -1: Lost("ValueError", "math domain error")}


def test_nothing_to_do_is_no_error(executor: Executor):
    """No item, no outcome."""
    assert list(executor.spread(math.sqrt, ())) == []


def test_items_are_taken_as_hands_come_free(executor: Executor):
    """A long list is not read ahead: what is in memory is in flight."""
    taken = []

    def items() -> Iterator[int]:
        for n in range(100):
            taken.append(n)
            yield n

    outcomes = executor.spread(abs, items())
    next(outcomes)
    assert len(taken) <= 4
    assert len(list(outcomes)) == 99


def test_death_of_a_worker_costs_only_the_item_that_killed_it():
    """What was in flight beside it is done again; the culprit alone is lost."""
    items = ("1", "2", KILLS, "3", "4", "5")
    outcomes = dict(open_executor("processes", 2).spread(eval, items))
    assert isinstance(outcomes.pop(KILLS), Lost)
    assert outcomes == {text: Done(int(text)) for text in "12345"}


def test_item_whose_worker_was_killed_from_outside_is_tried_again(tmp_path: Path):
    """A worker that dies once, for whatever reason, costs a retry and no item."""
    mark = tmp_path / "mark"
    once = f"open({str(mark)!r}, 'x') and {KILLS}"
    again = f"__import__('os').path.exists({str(mark)!r}) or ({once})"
    assert list(open_executor("processes", 1).spread(eval, [again])) == [(again, Done(result=True))]


def test_processes_are_other_processes():
    """The work is really spread."""
    (_, outcome), *_ = open_executor("processes", 1).spread(eval, ["__import__('os').getpid()"])
    assert outcome != Done(os.getpid())


def test_unknown_name_is_said():
    """An executor that does not exist is named together with those that do."""
    with pytest.raises(SummarizerError, match="dask: no such executor"):
        open_executor("dask", 2)
