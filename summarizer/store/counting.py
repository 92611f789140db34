"""How much a run holds."""

from sqlalchemy import Connection, Select, func, select

from summarizer.store import tables


def counts(connection: Connection, run: str) -> dict[str, int]:
    """Return how many inputs are done and failed, and the articles and figures of their reports."""
    queries = {
        "done": _inputs(run, "done"),
        "failed": _inputs(run, "failed"),
        "articles": _articles(run),
        "figures": _articles(run).join(
            tables.observations, tables.observations.c.article == tables.articles.c.id
        ),
    }
    return {name: connection.scalar(query) or 0 for name, query in queries.items()}


def _inputs(run: str, state: str) -> Select[int]:
    inputs = tables.inputs.c
    count = select(func.count()).select_from(tables.inputs)
    return count.where(inputs.run == run, inputs.state == state)


def _articles(run: str) -> Select[int]:
    reports = tables.reports.c
    joined = select(func.count()).select_from(tables.articles).join(tables.reports)
    return joined.where(reports.run == run)
