"""What is to be done on each page of a run, for whoever corrects them.

Counted by the database, so that a store of many thousand rows opens at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, or_, select

from summarizer.store import tables

Fetch = Callable[[Select[Any]], tuple[Mapping[str, Any], ...]]
A_PAGE = 200


@dataclass(frozen=True, slots=True)
class Workload:
    """A page with its counts: rows, rows that the text does not support, numerals of nobody."""

    key: int
    source: str
    title: str | None
    date: str | None
    headline: str | None
    rows: int
    doubtful: int
    by_person: int
    unclaimed: int


def workload(fetch: Fetch, run: str, sought: str = "", start: int = 0) -> tuple[Workload, ...]:
    """Return pages of a run, those with most to do first; `sought` is in source or headline."""
    reports, issues, articles = tables.reports.c, tables.issues.c, tables.articles.c
    figures = _figures(run)
    headline = func.min(articles.headline).label("headline")
    heads = (
        select(articles.report, headline).where(articles.position == 0).group_by(articles.report)
    )
    first = heads.subquery()
    query = (
        select(
            reports.id.label("key"),
            reports.source,
            issues.title,
            issues.date,
            first.c.headline,
            func.coalesce(figures.c.rows, 0).label("rows"),
            func.coalesce(figures.c.doubtful, 0).label("doubtful"),
            func.coalesce(figures.c.by_person, 0).label("by_person"),
            reports.unclaimed,
        )
        .join(issues.id.table, issues.id == reports.issue)
        .outerjoin(figures, figures.c.report == reports.id)
        .outerjoin(first, first.c.report == reports.id)
        .where(reports.run == run)
    )
    if sought:
        found = (
            column.contains(sought, autoescape=True)
            for column in (reports.source, first.c.headline)
        )
        query = query.where(or_(*found))
    todo = (func.coalesce(figures.c.doubtful, 0) + reports.unclaimed).desc()
    ordered = query.order_by(todo, reports.source).offset(start).limit(A_PAGE)
    return tuple(Workload(**row) for row in fetch(ordered))


def _figures(run: str) -> Any:  # noqa: ANN401 - a subquery has no type that says its columns
    """Count the rows of each report of a run."""
    reports, articles, rows = tables.reports.c, tables.articles.c, tables.observations.c
    unsure = or_(rows.verdict != "supported", rows.standing == "ambiguous")
    doubtful = case((unsure & (func.coalesce(rows.origin, "") != "person"), 1), else_=0)
    by_person = case((rows.origin == "person", 1), else_=0)
    return (
        select(
            articles.report,
            func.count().label("rows"),
            func.sum(doubtful).label("doubtful"),
            func.sum(by_person).label("by_person"),
        )
        .select_from(tables.observations)
        .join(tables.articles, articles.id == rows.article)
        .join(tables.reports, reports.id == articles.report)
        .where(reports.run == run)
        .group_by(articles.report)
        .subquery()
    )
