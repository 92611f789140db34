"""What a person changed: kept by issue, so that it holds in every run, and put into its reports.

    corrections   one row a change, by the issue it is about
    originals     a report as a model made it, kept when it is first corrected

The report in its own table is the corrected one, with all its rows: whoever reads the store reads
what the person left.
"""

import datetime as dt
from collections.abc import Callable, Iterable

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Table, delete, select

from summarizer.corrections import AnyChange
from summarizer.document import Issue
from summarizer.errors import StoreError
from summarizer.report import IssueReport
from summarizer.store import fulltext, rows, tables
from summarizer.store.database import add, put
from summarizer.store.fingerprints import content_hash

Rework = Callable[[IssueReport, Issue, tuple[AnyChange, ...]], IssueReport]
CHANGE: TypeAdapter[AnyChange] = TypeAdapter(AnyChange)


def changes(connection: Connection, issue: str) -> tuple[AnyChange, ...]:
    """Return the changes to an issue, oldest first."""
    kept = tables.corrections.c
    found = select(kept.json).where(kept.issue == issue).order_by(kept.at, kept.id)
    return tuple(CHANGE.validate_json(content) for content in connection.scalars(found))


def add_changes(connection: Connection, issue: str, new: Iterable[AnyChange]) -> None:
    """Keep changes; the same one is kept once."""
    add(connection, tables.corrections, [_row(issue, change) for change in new])


def _row(issue: str, change: AnyChange) -> rows.Row:
    content = CHANGE.dump_json(change).decode()
    return {
        "id": content_hash([issue, content]),
        "issue": issue,
        "at": change.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "by": change.by,
        "op": change.op,
        "text": change.anchor.text,
        "json": content,
    }


def correct(
    connection: Connection, key: int, rework: Rework, new: Iterable[AnyChange]
) -> IssueReport:
    """Keep changes and put the report in step with them. Raises StoreError."""
    add_changes(connection, issue_of(connection, key).id, new)
    return _in_step(connection, key, rework)


def undo(connection: Connection, key: int, rework: Rework) -> AnyChange | None:
    """Take the last change back and put the report in step. Raises StoreError."""
    kept = tables.corrections.c
    newest = select(kept.id, kept.json).where(kept.issue == issue_of(connection, key).id)
    last = connection.execute(newest.order_by(kept.at.desc(), kept.id.desc()).limit(1)).first()
    if last is None:
        return None
    connection.execute(delete(tables.corrections).where(kept.id == last.id))
    _in_step(connection, key, rework)
    return CHANGE.validate_json(last.json)


def issue_of(connection: Connection, key: int) -> Issue:
    """Return the issue of a report. Raises StoreError."""
    reports, issues = tables.reports.c, tables.issues.c
    found = select(reports.source, *issues).where(reports.id == key, issues.id == reports.issue)
    row = connection.execute(found).mappings().first()
    if row is None:
        raise StoreError("the store holds no report {key}", key=key)
    return Issue(
        id=row["id"],
        source=row["source"],
        text=row["text"],
        sha256=row["sha256"],
        title=row["title"],
        date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
    )


def keep_original(connection: Connection, key: object, original: IssueReport | None) -> None:
    """Keep what a report was before it was corrected, or forget that it ever was."""
    if original is None:
        connection.execute(delete(tables.originals).where(tables.originals.c.report == key))
    else:
        row = {"report": key, "json": rows.packed(original)}
        put(connection, tables.originals, row)


def _in_step(connection: Connection, key: int, rework: Rework) -> IssueReport:
    """Put the corrected report, with all its rows, in place of the one that is there."""
    issue = issue_of(connection, key)
    now = rows.unpacked(_content(connection, tables.reports, tables.reports.c.id == key))
    originals = tables.originals
    was = connection.scalar(select(originals.c.json).where(originals.c.report == key))
    original = rows.unpacked(was) if was else now
    after = rework(original, issue, changes(connection, issue.id))
    fulltext.unindex(connection, now, issue.text)
    for table in (tables.articles, tables.failures):
        connection.execute(delete(table).where(table.c.report == key))
    put(connection, tables.reports, rows.report_row(after))
    for table, children in rows.child_rows(after, issue.text):
        add(connection, table, children)
    fulltext.index(connection, after, issue.text)
    keep_original(connection, key, original if after != original else None)
    return after


def _content(connection: Connection, table: Table, where: ColumnElement[bool]) -> bytes:
    content: bytes = connection.scalars(select(table.c.json).where(where)).one()
    return content
