"""What is written of a run: its reports, what failed, and what of it is forgotten.

    keep            a report with all its rows, in place of an earlier one of the same run and issue
    keep_failure    what went wrong with an input, unless it has been done meanwhile
    delete_run      a run with its reports

Each works inside one transaction of whoever calls it, so that nobody meets a half.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, delete, select

from summarizer.document import Issue
from summarizer.report import Failure, IssueReport
from summarizer.store import correcting, fulltext, rows, tables
from summarizer.store.database import add, add_new, put


class State(StrEnum):
    """What has become of an input."""

    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One input of a run: the digest of its bytes, and where they came from."""

    run: str
    digest: str
    source: str


def keep(
    connection: Connection,
    entry: Entry,
    issue: Issue,
    report: IssueReport,
    original: IssueReport | None,
) -> None:
    """Keep a report; `original` is what it was before a person corrected it."""
    state = State.FAILED if report.failures else State.DONE
    row = rows.report_row(report)
    add(connection, tables.issues, [rows.issue_row(issue)])
    if not add_new(connection, tables.reports, row):
        _replace(connection, row)
    for table, children in rows.child_rows(report, issue.text):
        add(connection, table, children)
    fulltext.index(connection, report, issue.text)
    correcting.keep_original(connection, row["id"], original)
    put(connection, tables.inputs, _input(entry) | {"state": state.value, "issue": issue.id})
    _forget_earlier(connection, entry)


def keep_failure(connection: Connection, entry: Entry, failure: Failure) -> None:
    """Keep what went wrong with an input, unless it has been done meanwhile."""
    row = _input(entry) | {
        "state": State.FAILED.value,
        "error": failure.error,
        "message": failure.message,
    }
    put(connection, tables.inputs, row, where=tables.inputs.c.state != State.DONE.value)
    _forget_failures(connection, entry, tables.inputs.c.digest != entry.digest)


def forget_failure(connection: Connection, entry: Entry) -> None:
    """Forget that an input failed: it has been done under another name."""
    _forget_failures(connection, entry)


def delete_run(connection: Connection, run: str) -> None:
    """Delete a run with its reports; drafts stay, and so do issues that other runs hold."""
    _unindex(connection, tables.reports.c.run == run)
    connection.execute(delete(tables.runs).where(tables.runs.c.id == run))
    inputs = tables.inputs.c
    held = select(tables.reports.c.issue).union(
        select(inputs.issue).where(inputs.issue.is_not(None))
    )
    connection.execute(delete(tables.issues).where(tables.issues.c.id.not_in(held)))


def _replace(connection: Connection, row: rows.Row) -> None:
    """Put a report in place of an earlier one, whose rows go."""
    put(connection, tables.reports, row)
    for table in (tables.articles, tables.failures):
        connection.execute(delete(table).where(table.c.report == row["id"]))


def _forget_earlier(connection: Connection, entry: Entry) -> None:
    """Forget what earlier contents of the same file came to, so that its figures count once."""
    inputs = tables.inputs.c
    changed = (
        inputs.run == entry.run,
        inputs.source == entry.source,
        inputs.digest != entry.digest,
    )
    issues = tuple(connection.scalars(select(inputs.issue).where(*changed)))
    connection.execute(delete(tables.inputs).where(*changed))
    held = select(inputs.issue).where(inputs.run == entry.run, inputs.issue.in_(issues))
    reports = tables.reports.c
    gone = reports.run == entry.run, reports.issue.in_(issues), reports.issue.not_in(held)
    if any(issues):
        _unindex(connection, *gone)
        connection.execute(delete(tables.reports).where(*gone))


def _forget_failures(connection: Connection, entry: Entry, *which: ColumnElement[bool]) -> None:
    """Forget what was wrong with a file, or with those contents of it."""
    inputs = tables.inputs.c
    named = inputs.run == entry.run, inputs.source == entry.source
    failed = inputs.state == State.FAILED.value
    connection.execute(delete(tables.inputs).where(*named, failed, *which))


def _unindex(connection: Connection, *which: ColumnElement[bool]) -> None:
    reports, issues = tables.reports.c, tables.issues.c
    query = select(reports.json, issues.text).where(*which, issues.id == reports.issue)
    for content, text in connection.execute(query):
        fulltext.unindex(connection, rows.unpacked(content), text)


def _input(entry: Entry) -> rows.Row:
    nothing: rows.Row = dict.fromkeys(("issue", "error", "message"))
    return nothing | {"run": entry.run, "digest": entry.digest, "source": entry.source}
