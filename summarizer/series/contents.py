"""What an archive has series of: bodies and indicators, and how many periods of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from sqlalchemy import func, select

from summarizer.store import Store, tables

NEAR = 0.45
MOST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """An indicator of a body: how many figures, for how many periods, from when to when."""

    area: str
    indicator: str
    figures: int
    periods: int
    first: str
    last: str


def held(store: Store, run: str, zone: str | None = None, indicator: str | None = None) -> tuple[
    Held, ...
]:  # fmt: skip
    """Return what there is, that with most periods first; narrowed down by words of the names."""
    rows, articles, reports = tables.observations.c, tables.articles.c, tables.reports.c
    period = rows.time_period
    named: list[Any] = [
        column.contains(words, autoescape=True)
        for column, words in ((rows.ref_area, zone), (rows.indicator, indicator))
        if words
    ]
    query = (
        select(
            rows.ref_area.label("area"),
            rows.indicator,
            func.count().label("figures"),
            func.count(period.distinct()).label("periods"),
            func.min(period).label("first"),
            func.max(period).label("last"),
        )
        .join(tables.articles, articles.id == rows.article)
        .join(tables.reports, reports.id == articles.report)
        .where(reports.run == run, rows.verdict == "supported", *named)
        .where(rows.ref_area.is_not(None), period.is_not(None), rows.value.is_not(None))
        .group_by(rows.ref_area, rows.indicator)
        .order_by(func.count(period.distinct()).desc(), func.count().desc(), rows.ref_area)
    )
    return tuple(Held(**row) for row in store.fetch(query))


def meant(sought: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return names that may have been meant by one that is not there."""
    every = list(dict.fromkeys(names))
    inside = [name for name in every if set(sought) & set(name)]
    return tuple(get_close_matches(sought, inside, MOST, NEAR))
