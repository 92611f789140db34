"""Taking home: what was found in an article's text becomes a report in places of the issue.

    Request, ArticleSummary, Findings ─► ArticleReport      spans of `article.text` → of the issue
    Issue, Layout, ArticleReport…     ─► IssueReport        with the ledger of the whole page

A row takes its words from the claim; its value, unit and place come from the cited quantity alone.
"""

import datetime as dt
from dataclasses import replace

from summarizer.checks import audit
from summarizer.codelists import find_indicator
from summarizer.document import Article, Issue, Layout
from summarizer.models import NO_USAGE, Request
from summarizer.periods import held_period, resolve_period
from summarizer.quantity import Quantity
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    Failure,
    Finding,
    FurniturePlace,
    IssueInfo,
    IssueReport,
    JoinPlace,
    Observation,
    Place,
    Run,
    Summary,
    Usage,
    Verdict,
)
from summarizer.summary import ArticleSummary, Measure, ObservationClaim
from summarizer.text import Span
from summarizer.verification import ledger

STANDING = frozenset({Measure.LEVEL, Measure.SHARE, Measure.RATIO})
"""What stands at a day; a change takes the year that leads to it."""


def issue_report(
    issue: Issue,
    layout: Layout,
    run: Run,
    articles: tuple[ArticleReport, ...],
    *,
    failures: tuple[Failure, ...] = (),
    usage: Usage = NO_USAGE,
) -> IssueReport:
    """Report on an issue: its articles, what lies between them, and every numeral accounted for."""
    return IssueReport(
        issue=_issue_info(issue),
        run=run,
        articles=articles,
        furniture=tuple(
            FurniturePlace(start=each.span.start, end=each.span.end, role=each.role)
            for each in layout.furniture
        ),
        joins=tuple(
            JoinPlace(
                start=join.at.start,
                end=join.at.end,
                article=join.article,
                score=join.score,
                reason=join.reason,
            )
            for join in layout.joins
        ),
        ledger=ledger(issue.text, articles),
        failures=failures,
        usage=usage,
    )


def article_report(
    request: Request, summary: ArticleSummary, findings: tuple[Finding, ...]
) -> ArticleReport:
    """Report on an article: what was asked about it, what was said, and the verdicts."""
    article = request.article
    return ArticleReport(
        id=article.id,
        headline=article.headline,
        byline=article.byline,
        section=article.section,
        truncated=article.truncated,
        blocks=tuple(
            BlockPlace(start=block.span.start, end=block.span.end, role=block.role)
            for block in article.blocks
        ),
        quantities=tuple(_at_home(quantity, article) for quantity in request.quantities),
        summary=Summary(abstract=summary.abstract, key_points=summary.key_points),
        observations=_observations(request, summary, findings),
        relations=summary.relations,
        findings=tuple(
            finding.model_copy(
                update={"evidence": tuple(_place_at_home(p, article) for p in finding.evidence)}
            )
            for finding in findings
        ),
        checks=audit(request.analysis),
    )


def _at_home(quantity: Quantity, article: Article) -> Quantity:
    span = article.locate(quantity.span)
    text = span.of(article.passage.source)
    return replace(quantity, start=span.start, end=span.end, text=text)


def _place_at_home(place: Place, article: Article) -> Place:
    span = article.locate(Span(place.start, place.end))
    return Place(start=span.start, end=span.end)


def _observations(
    request: Request, summary: ArticleSummary, findings: tuple[Finding, ...]
) -> tuple[Observation, ...]:
    by_id = {quantity.id: quantity for quantity in request.quantities}
    verdicts = {finding.subject: finding.verdict for finding in findings}
    return tuple(
        _observation(
            claim,
            by_id.get(claim.quantity),
            request.date,
            verdicts.get(f"observations/{index}", Verdict.NOT_ENOUGH_INFO),
        )
        for index, claim in enumerate(summary.observations)
    )


def _observation(
    claim: ObservationClaim, quantity: Quantity | None, date: dt.date | None, verdict: Verdict
) -> Observation:
    """Make the row: words from the claim, value and unit from the cited quantity alone."""
    indicator = find_indicator(claim.indicator, claim.scope)
    period = claim.time_period_text
    resolve = held_period if claim.measure in STANDING else resolve_period
    return Observation(
        quantity=claim.quantity,
        ref_area=claim.ref_area,
        indicator=claim.indicator,
        indicator_code=indicator.code if indicator else None,
        scope=claim.scope,
        measure=claim.measure,
        time_period=resolve(period, date) if period else None,
        time_period_text=period,
        status=claim.status,
        value=quantity.value if quantity else None,
        unit=quantity.unit if quantity else None,
        unit_mult=quantity.unit_mult if quantity else 0,
        verdict=verdict,
    )


def _issue_info(issue: Issue) -> IssueInfo:
    return IssueInfo(
        id=issue.id,
        source=issue.source,
        sha256=issue.sha256,
        title=issue.title,
        date=issue.date.isoformat() if issue.date else None,
        characters=len(issue.text),
    )
