"""Sentences of somebody else against a page: which article speaks for each, and what it says.

    claims_judged(claims, issue, articles) ─► Judged(article, finding)     one for each claim

No model is asked. A claim is about the article that supports it, or else about the one with most
places that bear on it; evidence lies in the text of the issue.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.document import Article, Issue
from summarizer.errors import SummarizerError
from summarizer.models import Request
from summarizer.pipeline import ask_about
from summarizer.report import Finding, Place, Verdict
from summarizer.summary import ArticleSummary, KeyPoint
from summarizer.text import Span
from summarizer.verification import judge

KINDEST = (Verdict.SUPPORTED, Verdict.NOT_ENOUGH_INFO, Verdict.REFUTED)


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on a claim, and the article that it is judged by."""

    article: Article
    finding: Finding


def claims_judged(
    claims: Iterable[str], issue: Issue, articles: tuple[Article, ...], language: str = "zh"
) -> tuple[Judged, ...]:
    """Judge each claim by the article that speaks for it most.

    Raises SummarizerError where there is no article.
    """
    if not articles:
        raise SummarizerError(
            "{page}: no article in it that a claim could be about", page=issue.source
        )
    asked = [ask_about(article, issue.date) for article in articles]
    return tuple(
        min((_judged(claim, request, language) for request in asked), key=_kindness)
        for claim in claims
    )


def _kindness(judged: Judged) -> tuple[int, int]:
    return KINDEST.index(judged.finding.verdict), -len(judged.finding.evidence)


def _judged(claim: str, request: Request, language: str) -> Judged:
    draft = ArticleSummary(abstract="", key_points=(KeyPoint(text=claim),))
    finding = judge(draft, request.analysis, request.table, language)[0]
    places = (request.article.locate(Span(place.start, place.end)) for place in finding.evidence)
    evidence = tuple(Place(start=place.start, end=place.end) for place in places)
    return Judged(request.article, finding.model_copy(update={"evidence": evidence}))
