"""What is kept: drafts, because they are paid for; reports and their rows, to be looked into.

    Store.open("runs.db", writing=True)
      │
      ├─ run_for(conditions)     the run these conditions name: run again and it is the same one
      ├─ settled(run, digests)   which inputs are done, or failed
      ├─ keep · keep_failure     a report with all its rows, or what went wrong; in one transaction
      ├─ draft · keep_draft      what a model answered, by the fingerprint of what it was asked
      └─ runs · reports · …      reading

Every key is made from content, so a row exists once whoever writes it: a killed run that is run
again, two threads, or forty machines. One code serves a file and a server (database).

    what it is made of     tables, migrations; fingerprints as keys; rows of a report, and back
    what is written        keeping: a report in the place of an earlier one, what failed, a run gone
    who asks it            drafts (a model that asks here first), questions (of a batch API)
    what it tells          comparison, counting, fulltext; inspection and copying keep it sound
"""

import datetime as dt
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from typing import Any, Self, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import Connection, Select, select

from summarizer.corrections import AnyChange
from summarizer.document import Issue
from summarizer.errors import StoreError
from summarizer.models import Draft
from summarizer.report import Failure, IssueReport, Run
from summarizer.store import copying, correcting, keeping, migrations, rows, tables
from summarizer.store.comparison import Difference, differences, shared_issues
from summarizer.store.correcting import Rework
from summarizer.store.counting import counts
from summarizer.store.database import Access, Database, add, is_server
from summarizer.store.drafts import Remembered, Turns
from summarizer.store.fingerprints import canonical, content_hash, digest
from summarizer.store.inspection import problems
from summarizer.store.keeping import Entry, State

__all__ = [
    "Conditions",
    "Difference",
    "Entry",
    "Remembered",
    "State",
    "Store",
    "Turns",
    "content_hash",
    "digest",
    "is_server",
]

T = TypeVar("T")
DRAFT = TypeAdapter(Draft)
Conditions = Mapping[str, str | None]


class Store:
    """A store that is open; safe to share between threads, not across a fork."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def name(self) -> str:
        """Where it is, as it may be shown: without a password."""
        return self._database.name

    @classmethod
    def open(cls, address: str, *, writing: bool = False, known: bool = False) -> Self:
        """Open a store; writing also makes a new one. Raises StoreError where that fails.

        A `known` one was open elsewhere just now, so a server that is gone is waited for.
        """
        database = Database(address, Access.MAKE if writing else Access.READ, known=known)
        if writing:
            database.transact(migrations.begin)
        database.transact(partial(migrations.demand_current, name=database.name))
        return cls(database)

    @staticmethod
    def upgrade(address: str) -> tuple[str, ...]:
        """Apply the migrations that a store has not seen, and return their names."""
        database = Database(address, Access.WRITE)
        database.transact(partial(migrations.demand_store, name=database.name))
        steps = database.transact(migrations.upgrade)
        database.close()
        return steps

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    # What is written

    def run_for(self, conditions: Conditions) -> Run:
        """Return the run that these conditions name, and begin it if it is new.

        `conditions` hold at least `model`, `prompt` and `version`.
        """
        new = {
            "id": content_hash(dict(conditions)).removeprefix("sha256:")[:12],
            "started": dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds"),
            "conditions": canonical(dict(conditions)),
            **{name: conditions[name] for name in ("model", "prompt", "version")},
        }

        def begin(connection: Connection) -> Run:
            add(connection, tables.runs, [new])
            found = select(tables.runs).where(tables.runs.c.id == new["id"])
            return _run(connection.execute(found).mappings().one())

        return self._database.transact(begin)

    def keep(
        self, entry: Entry, issue: Issue, report: IssueReport, original: IssueReport | None = None
    ) -> None:
        """Keep a report with all its rows, in place of an earlier one of the same run and issue.

        `original` is what it was before a person corrected it, where one has.
        """
        work = partial(keeping.keep, entry=entry, issue=issue, report=report, original=original)
        self._database.transact(work)

    def keep_failure(self, entry: Entry, failure: Failure) -> None:
        """Keep what went wrong with an input, unless it has been done meanwhile."""
        self._database.transact(partial(keeping.keep_failure, entry=entry, failure=failure))

    def keep_draft(self, fingerprint: str, model: str, draft: Draft) -> None:
        """Keep a model's answer; the first one stays."""
        text = DRAFT.dump_json(draft).decode()
        row = {"fingerprint": fingerprint, "model": model, "json": text}
        self._database.transact(lambda c: add(c, tables.drafts, [row]))

    def forget_failure(self, entry: Entry) -> None:
        """Forget that an input failed: it has been done under another name."""
        self._database.transact(partial(keeping.forget_failure, entry=entry))

    def correct(self, key: int, rework: Rework, changes: Iterable[AnyChange] = ()) -> IssueReport:
        """Keep changes to an issue, and put what `rework` makes of its report in place of it.

        All in one transaction, so that who corrects and who reads never meet a half.
        """
        work = partial(correcting.correct, key=key, rework=rework, new=tuple(changes))
        return self._database.transact(work)

    def undo_correction(self, key: int, rework: Rework) -> AnyChange | None:
        """Take the last change to an issue back, and return it; its report follows."""
        return self._database.transact(partial(correcting.undo, key=key, rework=rework))

    def corrections(self, issue: str) -> tuple[AnyChange, ...]:
        """Return what a person changed on an issue, oldest first."""
        return self._database.transact(partial(correcting.changes, issue=issue))

    def add_corrections(self, issue: str, changes: Iterable[AnyChange]) -> None:
        """Keep changes to an issue whose report is yet to come; the same one is kept once."""
        new = tuple(changes)
        self._database.transact(partial(correcting.add_changes, issue=issue, new=new))

    def issue(self, key: int) -> Issue:
        """Return the issue that a report is about, named as its input was."""
        return self._database.transact(partial(correcting.issue_of, key=key))

    def delete_run(self, run: str) -> None:
        """Delete a run with its reports; drafts stay, and so do issues that other runs hold."""
        self._database.transact(partial(keeping.delete_run, run=run))

    # What is read

    def draft(self, fingerprint: str) -> Draft | None:
        """Return what a model answered to this, or None."""
        drafts = tables.drafts.c
        text = self._scalar(select(drafts.json).where(drafts.fingerprint == fingerprint))
        return None if text is None else DRAFT.validate_json(text)

    def settled(self, run: str, digests: Iterable[str]) -> dict[str, State]:
        """Return the state of those inputs that the run has seen."""
        inputs = tables.inputs.c
        query = select(inputs.digest, inputs.state).where(
            inputs.run == run, inputs.digest.in_(tuple(digests))
        )
        return {row["digest"]: self._state(row["state"]) for row in self.fetch(query)}

    def _state(self, kept: str) -> State:
        try:
            return State(kept)
        except ValueError:
            raise StoreError(
                "{store}: holds an input of state {kept!r}; run summarize store check",
                store=self.name,
                kept=kept,
            ) from None

    def counts(self, run: str) -> dict[str, int]:
        """Return how many inputs are done and failed, and the articles and figures of a run."""
        return self._database.transact(partial(counts, run=run))

    def failed(self, run: str) -> tuple[Mapping[str, Any], ...]:
        """Return source, error and message of what failed: whole inputs, and single articles."""
        inputs, reports, failures = tables.inputs.c, tables.reports.c, tables.failures.c
        whole = select(inputs.source, inputs.error, inputs.message).where(
            inputs.run == run, inputs.state == State.FAILED.value, inputs.error.is_not(None)
        )
        parts = (
            select(reports.source, failures.error, failures.message)
            .join(tables.reports, reports.id == failures.report)
            .where(reports.run == run)
        )
        return self.fetch(whole.order_by(inputs.source)) + self.fetch(
            parts.order_by(reports.source, failures.position)
        )

    def runs(self) -> tuple[Run, ...]:
        """Return every run, oldest first."""
        query = select(tables.runs).order_by(tables.runs.c.started, tables.runs.c.id)
        return tuple(_run(row) for row in self.fetch(query))

    def reports(self, run: str) -> Iterator[IssueReport]:
        """Yield the reports of a run, in the order of their issues, one in memory at a time."""
        yield from map(self.report, self.report_keys(run))

    def report_keys(self, run: str) -> tuple[int, ...]:
        """Return the keys of the reports of a run, in the order of their issues."""
        reports = tables.reports.c
        keys = select(reports.id).where(reports.run == run).order_by(reports.issue)
        return tuple(row["id"] for row in self.fetch(keys))

    def report(self, key: int) -> IssueReport:
        """Return the report of a key; raises StoreError where there is none."""
        reports = tables.reports.c
        content: bytes | None = self._scalar(select(reports.json).where(reports.id == key))
        if content is None:
            raise StoreError("{store}: holds no report {key}", store=self.name, key=key)
        try:
            return rows.unpacked(content)
        except (ValueError, zlib.error):
            raise StoreError(
                "{store}: report {key} is damaged; run summarize store check",
                store=self.name,
                key=key,
            ) from None

    def issue_text(self, issue: str) -> str:
        """Return the text of an issue; raises StoreError where there is none."""
        text: str | None = self._scalar(
            select(tables.issues.c.text).where(tables.issues.c.id == issue)
        )
        if text is None:
            raise StoreError(
                "{store}: holds no issue {issue}", store=self._database.name, issue=issue
            )
        return text

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the store, in words."""
        return self._database.transact(lambda connection: tuple(problems(connection)))

    def differences(self, before: str, after: str) -> Iterator[Difference]:
        """Yield the figures that two runs see differently."""
        return differences(self.fetch, before, after)

    def shared(self, before: str, after: str) -> tuple[Mapping[str, Any], ...]:
        """Return the issues that two runs both have."""
        return shared_issues(self.fetch, before, after)

    def copy_to(self, address: str) -> None:
        """Copy everything into a new store."""
        with closing(Store.open(address, writing=True)) as new:
            self._database.transact(
                lambda source: new._database.transact(partial(copying.copy, source))  # noqa: SLF001 - a store too
            )

    def fetch(self, query: Select[Any]) -> tuple[Mapping[str, Any], ...]:
        """Return the rows of a query."""
        return self._database.transact(
            lambda connection: tuple(
                {str(name): value for name, value in row.items()}
                for row in connection.execute(query).mappings()
            )
        )

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Do some work in one transaction; for the rooms that keep things of their own here."""
        return self._database.transact(work)

    def _scalar(self, query: Select[Any]) -> Any:  # noqa: ANN401 - whatever the column holds
        return self._database.transact(lambda connection: connection.scalar(query))


def _run(row: Mapping[Any, Any]) -> Run:
    return Run(**{name: row[name] for name in Run.model_fields})
