"""A report taken apart into rows: the same report always gives the same rows."""

import zlib
from collections.abc import Iterator

from sqlalchemy import Table

from summarizer.document import Issue
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport, Certainty, IssueReport, Observation
from summarizer.store import tables
from summarizer.store.fingerprints import row_key

Row = dict[str, object]
SAID = set(Observation.model_fields) & set(tables.observations.c.keys())
"""What an observation and its row have in common."""
WORSE = (Certainty.EXPLICIT, Certainty.CARRIED, Certainty.AMBIGUOUS)
NOWHERE: Row = dict.fromkeys(("start", "end", "printed", "low", "high", "modifier"))


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


def child_rows(report: IssueReport) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows below a report, parents before children."""
    keyed = [
        (article_key(report.run.id, report.issue.id, article.id), article)
        for article in report.articles
    ]
    yield (
        tables.articles,
        [_article_row(report, position, *each) for position, each in enumerate(keyed)],
    )
    yield tables.observations, [row for each in keyed for row in _observation_rows(*each)]
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


def _observation_rows(key: int, article: ArticleReport) -> Iterator[Row]:
    quantities = {quantity.id: quantity for quantity in article.quantities}
    for position, observation in enumerate(article.observations):
        place = _place(quantities.get(observation.quantity))
        yield {
            "article": key,
            "position": position,
            "id": figure_key(key, position),
            **_said(observation),
            **_sureness(observation),
            **place,
        }


def _sureness(observation: Observation) -> Row:
    """Return the worst standing of the fields of a row, and how sure the whole is."""
    confidence = observation.confidence
    if confidence is None:
        return {"standing": None, "p": None}
    fields = (confidence.ref_area, confidence.indicator, confidence.time_period, confidence.status)
    worst = max(filter(None, fields), key=WORSE.index, default=None)
    return {"standing": worst.value if worst else None, "p": confidence.p}


def _said(observation: Observation) -> Row:
    said = observation.model_dump(mode="json", include=SAID)
    return said | {"value": None if observation.value is None else format(observation.value, "f")}


def _place(quantity: Quantity | None) -> Row:
    """Return where the cited quantity stands and which interval it allows."""
    if quantity is None:
        return NOWHERE
    return {
        "start": quantity.start,
        "end": quantity.end,
        "printed": quantity.text,
        "low": None if quantity.low is None else format(quantity.low, "f"),
        "high": None if quantity.high is None else format(quantity.high, "f"),
        "modifier": quantity.modifier,
    }


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
