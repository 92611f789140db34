"""Questions on their way through a batch API, kept so that every step can be taken again.

    asked ─► in a submission (begun ─► sent ─► collected) ─► answered; with all its sections
                                                             answered, an article has its draft

A submission is written down before it is sent, under a name made from its questions, and the name
travels with it: after a crash it is looked for at the endpoint before it is sent again.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from summarizer.store import tables
from summarizer.store.database import add

BEGUN, SENT, COLLECTED = "begun", "sent", "collected"
Row = Mapping[Any, Any]


def ask(connection: Connection, questions: Sequence[Row]) -> None:
    """Keep questions; those that are there already stay as they are."""
    add(connection, tables.questions, questions)


def begin(connection: Connection, name: str, identity: str, ids: Sequence[str]) -> None:
    """Write down that these questions are going to be sent together."""
    add(connection, tables.submissions, [{"name": name, "identity": identity, "state": BEGUN}])
    of_these = tables.questions.c.id.in_(ids)
    connection.execute(update(tables.questions).where(of_these).values(submission=name))


def sent(connection: Connection, name: str, batch: str) -> None:
    """Write down under which id the endpoint has taken a submission."""
    this = tables.submissions.c.name == name
    connection.execute(update(tables.submissions).where(this).values(batch=batch, state=SENT))


def waiting(connection: Connection, identity: str, most: int) -> Sequence[Row]:
    """Return questions that are in no submission."""
    questions = tables.questions.c
    query = (
        select(tables.questions)
        .where(questions.identity == identity, questions.submission.is_(None))
        .where(questions.summary.is_(None))
        .order_by(questions.id)
        .limit(most)
    )
    return connection.execute(query).mappings().all()


def of_submission(connection: Connection, name: str) -> Sequence[Row]:
    """Return the questions of a submission."""
    query = select(tables.questions).where(tables.questions.c.submission == name)
    return connection.execute(query.order_by(tables.questions.c.id)).mappings().all()


def submissions(connection: Connection, identity: str) -> Sequence[Row]:
    """Return the submissions to a model with the number of their questions."""
    questions, table = tables.questions, tables.submissions
    query = (
        select(table, func.count(questions.c.id).label("questions"))
        .outerjoin(questions, questions.c.submission == table.c.name)
        .where(table.c.identity == identity)
        .group_by(*table.c)
        .order_by(table.c.name)
    )
    return connection.execute(query).mappings().all()


def answer(connection: Connection, question: str, summary: str, usage: str) -> None:
    """Keep the answer to a question."""
    this = tables.questions.c.id == question
    values = {"summary": summary, "usage": usage, "error": None}
    connection.execute(update(tables.questions).where(this).values(values))


def give_back(connection: Connection, question: str, error: str) -> None:
    """Let a question be sent once more, and keep why."""
    this = tables.questions.c.id == question
    connection.execute(update(tables.questions).where(this).values(submission=None, error=error))


def finish(connection: Connection, name: str) -> None:
    """Close a submission; what it left without an answer may be sent once more."""
    questions = tables.questions.c
    left = (questions.submission == name, questions.summary.is_(None))
    connection.execute(update(tables.questions).where(*left).values(submission=None))
    this = tables.submissions.c.name == name
    connection.execute(update(tables.submissions).where(this).values(state=COLLECTED))


def answered(connection: Connection, identity: str) -> dict[str, list[Row]]:
    """Return by fingerprint the sections of the articles that are answered as a whole."""
    questions = tables.questions.c
    query = select(tables.questions).where(
        questions.identity == identity, questions.summary.is_not(None)
    )
    articles: dict[str, list[Row]] = {}
    for row in connection.execute(
        query.order_by(questions.fingerprint, questions.section)
    ).mappings():
        articles.setdefault(row["fingerprint"], []).append(row)
    return {name: rows for name, rows in articles.items() if len(rows) == rows[0]["sections"]}


def forget(connection: Connection, fingerprints: Iterable[str]) -> None:
    """Forget questions whose draft is kept."""
    named = tables.questions.c.fingerprint.in_(tuple(fingerprints))
    connection.execute(delete(tables.questions).where(named))
