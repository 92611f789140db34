"""Putting a report together from parts."""

from collections.abc import Iterable, Sequence

from eval.gold import Sample
from summarizer.document import Article
from summarizer.quantity import Quantity
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    Finding,
    FurniturePlace,
    IssueInfo,
    IssueReport,
    Ledger,
    Observation,
    Run,
    Summary,
)

NO_SUMMARY = Summary(abstract="", key_points=())


def article_report(
    article: Article,
    quantities: Sequence[Quantity] = (),
    observations: Sequence[Observation] = (),
    summary: Summary = NO_SUMMARY,
    findings: Sequence[Finding] = (),
) -> ArticleReport:
    """Report an article with what was read in it."""
    return ArticleReport(
        id=article.id,
        headline=article.headline,
        byline=article.byline,
        section=article.section,
        truncated=article.truncated,
        confidence=article.confidence,
        blocks=tuple(
            BlockPlace(start=block.span.start, end=block.span.end, role=block.role)
            for block in article.blocks
        ),
        quantities=tuple(quantities),
        summary=summary,
        observations=tuple(observations),
        findings=tuple(findings),
        checks=(),
    )


def issue_report(
    sample: Sample, articles: Iterable[ArticleReport], furniture: Iterable[FurniturePlace]
) -> IssueReport:
    """Put the articles of a page together to a report."""
    issue = sample.issue
    return IssueReport(
        issue=IssueInfo(
            id=issue.id,
            source=issue.source,
            sha256=issue.sha256,
            title=issue.title,
            date=issue.date and issue.date.isoformat(),
            characters=len(issue.text),
        ),
        run=Run(id="eval", started="", model="none", prompt=None, version=""),
        articles=tuple(articles),
        furniture=tuple(furniture),
        ledger=Ledger(numerals=0, claimed=0, unclaimed=()),
    )


def silence(sample: Sample) -> IssueReport:
    """Report nothing of a page: what a system that crashed has said."""
    return issue_report(sample, (), ())
