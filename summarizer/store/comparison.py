"""Two runs side by side: which figures they see differently, and in what.

A figure is the same figure where it stands in the same place of the same issue.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from summarizer.store import tables

Row = Mapping[str, Any]
Fetch = Callable[[Select[Any]], tuple[Row, ...]]
SAID = ("ref_area", "indicator", "measure", "time_period", "status", "value", "unit", "verdict")


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure that two runs see differently; None where a run does not have it."""

    source: str
    before: Row | None
    after: Row | None

    @property
    def figure(self) -> str:
        """The figure as printed."""
        row = self.before or self.after or {}
        return str(row.get("printed"))

    def told(self) -> str:
        """Say in one line what differs."""
        before, after = self.before or {}, self.after or {}
        changes = (f"{name} {before.get(name)} → {after.get(name)}" for name in self.fields)
        said = "only before" if not after else "only after" if not before else ", ".join(changes)
        return f"{self.source}: {self.figure}: {said}"

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what differs; all of them where one run lacks the figure."""
        before, after = self.before or {}, self.after or {}
        return tuple(name for name in SAID if before.get(name) != after.get(name))


def differences(fetch: Fetch, before: str, after: str) -> Iterator[Difference]:
    """Yield what two runs see differently in the issues that both have."""
    for issue in shared_issues(fetch, before, after):
        old, new = (_figures(fetch, run, issue["issue"]) for run in (before, after))
        for key in sorted(old.keys() | new.keys()):
            difference = Difference(issue["source"], old.get(key), new.get(key))
            if difference.fields:
                yield difference


def shared_issues(fetch: Fetch, before: str, after: str) -> tuple[Row, ...]:
    """Return the issues (and where they came from) that both runs have."""
    reports = tables.reports.c
    others = select(reports.issue).where(reports.run == after)
    return fetch(
        select(reports.issue, reports.source)
        .where(reports.run == before, reports.issue.in_(others))
        .order_by(reports.source, reports.issue)
    )


def _figures(fetch: Fetch, run: str, issue: str) -> dict[tuple[int, int, int], Row]:
    """Return the figures by place; several readings of one place are told apart by number."""
    seen: Counter[tuple[int, int]] = Counter()
    figures = {}
    for row in fetch(_of_issue(run, issue)):
        place = (row["start"] or -1, row["end"] or -1)
        figures[*place, seen[place]] = row
        seen[place] += 1
    return figures


def _of_issue(run: str, issue: str) -> Select[Any]:
    figures, articles, reports = tables.observations.c, tables.articles.c, tables.reports.c
    return (
        select(figures.start, figures.end, figures.printed, *(figures[name] for name in SAID))
        .join(tables.articles, articles.id == figures.article)
        .join(tables.reports, reports.id == articles.report)
        .where(reports.run == run, reports.issue == issue)
        .order_by(figures.start, figures.end, figures.indicator, figures.position)
    )
