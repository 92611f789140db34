"""Is a store what it should be? Every report is read again and compared with its rows."""

import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, Select, Table, func, select, text

from summarizer.store import rows, tables
from summarizer.store.fulltext import IS_THERE


def problems(connection: Connection) -> Iterator[str]:
    """Yield what is wrong, in words; nothing for a sound store."""
    if connection.dialect.name == "sqlite":
        yield from _file_problems(connection)
    yield from _unreported(connection)
    yield from _in_limbo(connection)
    reports = tables.reports.c
    for key in connection.scalars(select(reports.id).order_by(reports.run, reports.issue)).all():
        yield from _report_problems(connection, key)


def _file_problems(connection: Connection) -> Iterator[str]:
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"the file is damaged: {said}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table}: row {row} belongs to nothing in {parent}"


def _unreported(connection: Connection) -> Iterator[str]:
    """Tell of inputs that count as done while their report is not there."""
    inputs, reports = tables.inputs.c, tables.reports.c
    query = (
        select(inputs.source)
        .outerjoin(tables.reports, (reports.run == inputs.run) & (reports.issue == inputs.issue))
        .where(inputs.state == "done", reports.id.is_(None))
    )
    for source in connection.scalars(query):
        yield f"{source}: done, but its report is missing"


def _in_limbo(connection: Connection) -> Iterator[str]:
    """Tell of inputs of which nobody can say what has become."""
    inputs = tables.inputs.c
    query = select(inputs.source, inputs.state).where(inputs.state.not_in(("done", "failed")))
    for source, state in connection.execute(query):
        yield f"{source}: is neither done nor failed but {state!r}"


def _report_problems(connection: Connection, key: int) -> Iterator[str]:
    reports, issues = tables.reports.c, tables.issues.c
    printed = tables.reports.outerjoin(tables.issues, issues.id == reports.issue)
    kept = select(tables.reports, issues.text).select_from(printed).where(reports.id == key)
    row = connection.execute(kept).mappings().one()
    try:
        report = rows.unpacked(row["json"])
    except (ValueError, zlib.error) as error:
        yield f"{row['source']}: its report cannot be read ({str(error).splitlines()[0]})"
        return
    for table, expected in rows.child_rows(report, row["text"] or ""):
        found: int | None = connection.scalar(_count(table, key))
        if found != len(expected):
            yield f"{row['source']}: {found} of {len(expected)} rows in {table.name}"
        if table is tables.articles and connection.dialect.name == "sqlite":
            yield from _unindexed(connection, row["source"], expected)


def _count(table: Table, report: int) -> Select[int]:
    count = select(func.count()).select_from(table)
    if "report" in table.c:
        return count.where(table.c.report == report)
    articles = tables.articles.c
    return count.join(tables.articles, articles.id == table.c.article).where(
        articles.report == report
    )


def _unindexed(connection: Connection, source: str, expected: list[rows.Row]) -> Iterator[str]:
    for row in expected:
        if connection.scalar(IS_THERE, {"key": row["id"]}) is None:
            yield f"{source}: article {row['article']} is not in the full-text index"
