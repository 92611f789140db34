"""A report taken apart into rows: the same report always gives the same rows."""

import zlib
from collections.abc import Iterator
from decimal import Decimal

from sqlalchemy import Table

from summarizer.document import Issue
from summarizer.report import ArticleReport, Certainty, IssueReport, Observation
from summarizer.store import tables
from summarizer.store.fingerprints import row_key
from summarizer.table import OBSERVATIONS, rows_of
from summarizer.table.definition import Cell
from summarizer.table.rows import Row as TableRow

Row = dict[str, object]
SAID = set(Observation.model_fields) & set(tables.observations.c.keys())
"""What an observation and its row have in common."""
WORSE = (Certainty.EXPLICIT, Certainty.CARRIED, Certainty.AMBIGUOUS)
ABOUT = frozenset(
    "printed low high decimals modifier reason doubt start end page box sentence".split()  # noqa: SIM905 - read as a line
)
COLUMNS = tuple(column for column in OBSERVATIONS.columns if column.name in ABOUT)
"""What the indicator table says of a row beside what the observation holds."""


def report_key(run: str, issue: str) -> int:
    """Return the key of the report on an issue in a run."""
    return row_key("report", run, issue)


def article_key(run: str, issue: str, article: str) -> int:
    """Return the key of an article's report."""
    return row_key("article", run, issue, article)


def figure_key(article: int, position: int) -> int:
    """Return the key of a row of an article's table."""
    return row_key("figure", article, position)


def packed(report: IssueReport) -> bytes:
    """Return the report as compressed JSON: a sixth of its size, quickly."""
    return zlib.compress(report.model_dump_json().encode(), 1)


def unpacked(content: bytes) -> IssueReport:
    """Read what `packed` wrote."""
    return IssueReport.model_validate_json(zlib.decompress(content))


def issue_row(issue: Issue) -> Row:
    """Return the row of an issue and its text."""
    return {
        "id": issue.id,
        "sha256": issue.sha256,
        "title": issue.title,
        "date": issue.date.isoformat() if issue.date else None,
        "characters": len(issue.text),
        "text": issue.text,
    }


def report_row(report: IssueReport) -> Row:
    """Return the row of a report with its counts."""
    usage = report.usage
    return {
        "id": report_key(report.run.id, report.issue.id),
        "run": report.run.id,
        "issue": report.issue.id,
        "source": report.issue.source,
        "articles": len(report.articles),
        "numerals": report.ledger.numerals,
        "unclaimed": len(report.ledger.unclaimed),
        "requests": usage.requests,
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "cost": None if usage.cost is None else str(usage.cost),
        "json": packed(report),
    }


def child_rows(report: IssueReport, text: str) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows below a report on a text, parents before children."""
    keyed = [
        (article_key(report.run.id, report.issue.id, article.id), article)
        for article in report.articles
    ]
    yield (
        tables.articles,
        [_article_row(report, position, *each) for position, each in enumerate(keyed)],
    )
    yield (
        tables.observations,
        [
            _observation_row(key, row)
            for key, article in keyed
            for row in rows_of(report.issue, article, text)
        ],
    )
    yield tables.findings, [row for each in keyed for row in _finding_rows(*each)]
    yield tables.checks, [row for each in keyed for row in _check_rows(*each)]
    yield tables.failures, list(_failure_rows(report))


def _article_row(report: IssueReport, position: int, key: int, article: ArticleReport) -> Row:
    return {
        "id": key,
        "position": position,
        "report": report_key(report.run.id, report.issue.id),
        "article": article.id,
        "headline": article.headline,
        "byline": article.byline,
        "section": article.section,
        "truncated": article.truncated,
        "abstract": article.summary.abstract,
    }


def _observation_row(key: int, row: TableRow) -> Row:
    return {
        "article": key,
        "position": row.number,
        "id": figure_key(key, row.number),
        **_said(row.observation),
        **_sureness(row.observation),
        "checked": row.standing.value,
        **{column.name: _kept(column.read(row)) for column in COLUMNS},
    }


def _kept(cell: Cell) -> str | int | None:
    return format(cell, "f") if isinstance(cell, Decimal) else cell


def _sureness(observation: Observation) -> Row:
    """Return the worst standing of the fields of a row, and how sure the whole is."""
    confidence = observation.confidence
    if confidence is None:
        return {"standing": None, "p": None}
    fields = (confidence.ref_area, confidence.indicator, confidence.time_period, confidence.status)
    worst = max(filter(None, fields), key=WORSE.index, default=None)
    return {"standing": worst.value if worst else None, "p": confidence.p}


def _said(observation: Observation) -> Row:
    return observation.model_dump(mode="json", include=SAID) | {"value": _kept(observation.value)}


def _finding_rows(key: int, article: ArticleReport) -> Iterator[Row]:
    for position, finding in enumerate(article.findings):
        said = finding.model_dump(mode="json", exclude={"evidence"})
        yield {"article": key, "position": position, **said}


def _check_rows(key: int, article: ArticleReport) -> Iterator[Row]:
    for position, check in enumerate(article.checks):
        said = check.model_dump(mode="json", include={"rule", "result", "formula", "message"})
        yield {"article": key, "position": position, **said}


def _failure_rows(report: IssueReport) -> Iterator[Row]:
    key = report_key(report.run.id, report.issue.id)
    for position, failure in enumerate(report.failures):
        yield {"report": key, "position": position, **failure.model_dump()}
