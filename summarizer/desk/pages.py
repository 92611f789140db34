"""The pages on the desk, and where what is changed on them is kept.

    Pages (Protocol)  ─┬─ OnDisk    one page; its corrections beside it
                       └─ InStore   every report of a run; corrections in rows, reports reworked

A page is opened anew for every request: somebody else may have changed it meanwhile.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import ClassVar, Protocol

from summarizer.corrections import (
    AnyChange,
    Corrections,
    keep_corrections,
    kept_corrections,
)
from summarizer.document import Issue
from summarizer.reading import Paper, paper_of
from summarizer.report import IssueReport
from summarizer.review import corrected
from summarizer.store import Store
from summarizer.store.workload import Workload, workload

ONLY = "page"


@dataclass(frozen=True, slots=True)
class Opened:
    """A page as it stands now."""

    key: str
    issue: Issue
    report: IssueReport
    changes: tuple[AnyChange, ...]


class Pages(Protocol):
    """What lies on the desk; `alone` says that it is one page only."""

    alone: ClassVar[bool]

    def listed(self, sought: str, start: int) -> Sequence[Workload]:
        """Return pages with what is to be done on each; none where there is but one page."""

    def open(self, key: str) -> Opened:
        """Open a page. Raises StoreError, ReadingError."""

    def keep(self, key: str, changes: Sequence[AnyChange]) -> None:
        """Keep changes, all or none, before it returns. Raises StoreError, ReadingError."""

    def undo(self, key: str) -> AnyChange | None:
        """Take the last change back, and return it."""


@dataclass(slots=True)
class OnDisk:
    """One page and the report on it as it is without any correction."""

    alone: ClassVar[bool] = True

    issue: Issue
    original: IssueReport
    _lock: Lock = field(default_factory=Lock)

    def listed(self, sought: str, start: int) -> Sequence[Workload]:
        """There is nothing to choose from."""
        del sought, start
        return ()

    def open(self, key: str) -> Opened:
        """Open the page."""
        del key
        kept = kept_corrections(self.issue)
        report = _reworked(self.original, self.issue, kept)
        return Opened(ONLY, self.issue, report, kept.changes)

    def keep(self, key: str, changes: Sequence[AnyChange]) -> None:
        """Write them behind those of the file."""
        del key
        with self._lock:
            kept = kept_corrections(self.issue)
            whole = kept.model_copy(update={"changes": (*kept.changes, *changes)})
            keep_corrections(self.issue, whole)

    def undo(self, key: str) -> AnyChange | None:
        """Write the file without its last change."""
        del key
        with self._lock:
            kept = kept_corrections(self.issue)
            if not kept.changes:
                return None
            keep_corrections(self.issue, kept.without_last())
            return kept.changes[-1]


@lru_cache(maxsize=8)
def _reworked(original: IssueReport, issue: Issue, kept: Corrections) -> IssueReport:
    return corrected(original, issue, kept)


@dataclass(frozen=True, slots=True)
class InStore:
    """The reports of a run in a store, by their keys."""

    alone: ClassVar[bool] = False

    address: str
    run: str

    def listed(self, sought: str, start: int) -> Sequence[Workload]:
        """Return the pages with most to do first."""
        with closing(Store.open(self.address)) as store:
            return workload(store.fetch, self.run, sought, start)

    def open(self, key: str) -> Opened:
        """Open the report of a key; one that lags behind its corrections is reworked first."""
        with closing(Store.open(self.address)) as store:
            issue, report = store.issue(int(key)), store.report(int(key))
            changes = store.corrections(issue.id)
        if not _is_in_step(report, changes):
            with closing(Store.open(self.address, writing=True)) as store:
                report = store.correct(int(key), rework)
        return Opened(key, issue, report, changes)

    def keep(self, key: str, changes: Sequence[AnyChange]) -> None:
        """Keep the changes as rows, and put the report in step with them."""
        with closing(Store.open(self.address, writing=True)) as store:
            store.correct(int(key), rework, changes)

    def undo(self, key: str) -> AnyChange | None:
        """Take the last row back, and put the report in step."""
        with closing(Store.open(self.address, writing=True)) as store:
            return store.undo_correction(int(key), rework)


def _is_in_step(report: IssueReport, changes: Sequence[AnyChange]) -> bool:
    """Say whether a report has the very changes of its issue; another run may have made some."""
    made = [(change.op, change.at.isoformat(timespec="seconds")) for change in changes]
    return made == [(told.op, told.at) for told in report.corrections]


def paper(opened: Opened) -> Paper | None:
    """Return the file that a page was read from, if it is still there and has pages of paper."""
    return paper_of(opened.issue.source)


def rework(original: IssueReport, issue: Issue, changes: Sequence[AnyChange]) -> IssueReport:
    """Return a report as changes kept in a store make it."""
    return corrected(original, issue, Corrections(sha256=issue.sha256, changes=tuple(changes)))
