"""A store copied into another database, row by row; the index is made anew."""

from sqlalchemy import Connection, insert, select

from summarizer.store import fulltext, tables
from summarizer.store.rows import unpacked

AT_A_TIME = 500


def copy(source: Connection, target: Connection) -> None:
    """Copy every row into a new, empty store."""
    for table in tables.metadata.sorted_tables:
        if table is not tables.migrations:
            for rows in source.execute(select(table)).mappings().partitions(AT_A_TIME):
                target.execute(insert(table), [dict(row) for row in rows])
    reports, issues = tables.reports.c, tables.issues.c
    kept = select(reports.json, issues.text).where(reports.issue == issues.id)
    for content, text in target.execute(kept):
        fulltext.index(target, unpacked(content), text)
