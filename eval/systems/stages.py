"""Ours, one stage at a time.

laid_out    the segmentation alone
counted     quantities, in the gold's articles
bound       the code's own table, in the gold's articles
verified    the verifier, tried with claims about the gold's articles
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eval.gold import GoldArticle, Sample
from eval.systems import System
from eval.systems.reports import article_report, issue_report
from eval.trials import trials
from eval.trials.claims import Claim, Trial
from summarizer.analysis import article_quantities
from summarizer.document import Article, Furniture, Layout, compose_article
from summarizer.quantity import Quantity
from summarizer.report import (
    Finding,
    FurniturePlace,
    IssueReport,
)
from summarizer.segmentation import lay_out
from summarizer.summary import ArticleSummary, KeyPoint, Measure, ObservationClaim
from summarizer.verification import verify


def laid_out(sample: Sample) -> IssueReport:
    """Take the page apart, and stop."""
    return from_layout(sample, lay_out(sample.issue))


def laid_out_without(cue: str) -> System:
    """Return the segmentation with one of its cues switched off, to see what it is worth."""
    off = frozenset({cue})
    return lambda sample: from_layout(sample, lay_out(sample.issue, without=off))


def counted(sample: Sample) -> IssueReport:
    """Find the numbers in the gold's articles."""
    articles = [_compose(sample, article) for article in sample.articles]
    reports = [
        article_report(article, quantities_home(article, article_quantities(article, sample.date)))
        for article in articles
    ]
    return issue_report(sample, reports, sample.furniture)


def _compose(sample: Sample, article: GoldArticle) -> Article:
    return compose_article(sample.text, article.id, article.parts, truncated=article.truncated)


def quantities_home(article: Article, quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities with their places on the page."""
    homes = ((quantity, article.locate(quantity.span)) for quantity in quantities)
    return tuple(replace(quantity, start=at.start, end=at.end) for quantity, at in homes)


def from_layout(sample: Sample, layout: Layout) -> IssueReport:
    """Report a page taken apart, with nothing read in it."""
    return issue_report(
        sample,
        (article_report(article) for article in layout.articles),
        map(_furniture_place, layout.furniture),
    )


def _furniture_place(piece: Furniture) -> FurniturePlace:
    return FurniturePlace(start=piece.span.start, end=piece.span.end, role=piece.role)


def verified(sample: Sample) -> IssueReport:
    """Put the trials of a page before the verifier, article by article."""
    tried = trials(sample)
    reports = [
        article_report(
            _compose(sample, article),
            findings=tuple(
                finding
                for language in ("zh", "en")
                for finding in _findings(
                    sample,
                    _compose(sample, article),
                    [t for t in tried if t.article == article.id and t.claim.language == language],
                    language,
                )
            ),
        )
        for article in sample.articles
    ]
    return issue_report(sample, reports, sample.furniture)


def _findings(
    sample: Sample, article: Article, tried: Sequence[Trial], language: str
) -> Iterator[Finding]:
    """Have all the claims of an article judged in one draft; name each finding for its trial."""
    quantities = article_quantities(article, sample.date)
    points = [trial for trial in tried if not trial.claim.tabular]
    rows = [trial for trial in tried if trial.claim.tabular]
    draft = ArticleSummary(
        abstract="",
        key_points=tuple(_point(article, trial.claim, quantities) for trial in points),
        observations=tuple(_row(article, trial.claim, quantities) for trial in rows),
    )
    subjects = {f"key_points/{index}": trial for index, trial in enumerate(points)}
    subjects |= {f"observations/{index}": trial for index, trial in enumerate(rows)}
    for finding in verify(draft, article, quantities, date=sample.date, language=language):
        if finding.subject in subjects:
            yield finding.model_copy(update={"subject": subjects[finding.subject].id})


def _point(article: Article, claim: Claim, quantities: Sequence[Quantity]) -> KeyPoint:
    return KeyPoint(text=claim.sentence, quantities=_cited(article, claim, quantities))


def _row(article: Article, claim: Claim, quantities: Sequence[Quantity]) -> ObservationClaim:
    return ObservationClaim(
        quantity=next(iter(_cited(article, claim, quantities)), "Q0"),
        printed=claim.parts.text,
        ref_area=claim.entity,
        indicator=claim.indicator,
        measure=Measure.LEVEL,
        time_period_text=claim.period or None,
        status=claim.status,
    )


def _cited(article: Article, claim: Claim, quantities: Sequence[Quantity]) -> tuple[str, ...]:
    """Return the ids of the quantities that lie on the gold digits a claim cites."""
    return tuple(
        quantity.id
        for place in claim.cites
        for quantity in quantities
        if quantity.is_figure and article.locate(quantity.span).overlaps(place)
    )
