"""What a person changed: kept by issue, so that it holds in every run, and put into its reports.

    corrections   one row a change, by the issue it is about
    originals     a report as a model made it, kept when it is first corrected

The report in its own table is the corrected one, with all its rows: whoever reads the store reads
what the person left.
"""

import datetime as dt
from collections.abc import Callable

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, select

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


def add_change(connection: Connection, issue: str, change: AnyChange) -> None:
    """Keep a change."""
    content = CHANGE.dump_json(change).decode()
    row = {
        "id": content_hash([issue, content]),
        "issue": issue,
        "at": change.at.isoformat(timespec="microseconds"),
        "by": change.by,
        "op": change.op,
        "text": change.anchor.text,
        "json": content,
    }
    add(connection, tables.corrections, [row])


def drop_last(connection: Connection, issue: str) -> AnyChange | None:
    """Take the last change back."""
    kept = tables.corrections.c
    newest = select(kept.id, kept.json).where(kept.issue == issue)
    last = connection.execute(newest.order_by(kept.at.desc(), kept.id.desc()).limit(1)).first()
    if last is None:
        return None
    connection.execute(delete(tables.corrections).where(kept.id == last.id))
    return CHANGE.validate_json(last.json)


def issue_of(connection: Connection, key: int) -> Issue:
    """Return the issue of a report. Raises StoreError."""
    reports, issues = tables.reports.c, tables.issues.c
    found = select(reports.source, *issues).where(reports.id == key, issues.id == reports.issue)
    row = connection.execute(found).mappings().first()
    if row is None:
        raise StoreError(f"the store holds no report {key}")
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


def rework(connection: Connection, key: int, change: Rework) -> IssueReport:
    """Put another report, with all its rows, in place of one. Raises StoreError."""
    issue = issue_of(connection, key)
    now = rows.unpacked(_content(connection, tables.reports.c.id == key))
    kept = connection.scalar(
        select(tables.originals.c.json).where(tables.originals.c.report == key)
    )
    original = rows.unpacked(kept) if kept else now
    after = change(original, issue, changes(connection, issue.id))
    fulltext.unindex(connection, now, issue.text)
    for table in (tables.articles, tables.failures):
        connection.execute(delete(table).where(table.c.report == key))
    put(connection, tables.reports, rows.report_row(after))
    for table, children in rows.child_rows(after):
        add(connection, table, children)
    fulltext.index(connection, after, issue.text)
    keep_original(connection, key, original if after != original else None)
    return after


def _content(connection: Connection, where: object) -> bytes:
    content: bytes = connection.scalars(select(tables.reports.c.json).where(where)).one()  # type: ignore[arg-type]
    return content
