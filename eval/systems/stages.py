"""Ours, one stage at a time.

laid_out    the segmentation alone
counted     quantities, in the gold's articles
bound       the code's own table, in the gold's articles
verified    the verifier, tried with claims about the gold's articles
claimed     the verifier, asked about labelled sentences
replayed    the verifier, given a careful reader's draft, and the same with errors planted
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eval.gold import DraftRow, DraftSentence, GoldArticle, Sample
from eval.systems import System
from eval.systems.reports import article_report, issue_report
from eval.trials import trials
from eval.trials.claims import Claim, Trial
from eval.trials.planted import Replay, replays
from summarizer.analysis import article_quantities
from summarizer.document import Article, Furniture, Layout, compose_article
from summarizer.quantity import Quantity
from summarizer.report import (
    Finding,
    FurniturePlace,
    IssueReport,
)
from summarizer.segmentation import lay_out
from summarizer.segmentation.weights import Weights, fitted
from summarizer.summary import ArticleSummary, KeyPoint, Measure, ObservationClaim
from summarizer.text import Span
from summarizer.verification import verify


def laid_out(sample: Sample) -> IssueReport:
    """Take the page apart, and stop."""
    return from_layout(sample, lay_out(sample.issue))


def laid_out_without(cue: str) -> System:
    """Return the segmentation with one of its cues switched off, to see what it is worth."""
    return laid_out_with(fitted().less(cue))


def laid_out_with(weights: Weights) -> System:
    """Return the segmentation under weights of one's own."""
    return lambda sample: from_layout(sample, lay_out(sample.issue, weights))


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
    return _lying_on(claim.cites, article, quantities)


def _lying_on(
    places: Iterable[Span], article: Article, quantities: Sequence[Quantity]
) -> tuple[str, ...]:
    """Return the ids of the figures that overlap places of the page."""
    return tuple(
        quantity.id
        for place in places
        for quantity in quantities
        if quantity.is_figure and article.locate(quantity.span).overlaps(place)
    )


def claimed(sample: Sample) -> IssueReport:
    """Have every labelled sentence judged by itself; each finding is named for its claim."""
    article = _compose(sample, sample.articles[0])
    points = tuple(KeyPoint(text=claim.text) for claim in sample.claims)
    draft = ArticleSummary(abstract="", key_points=points)
    verdicts = verify(draft, article, article_quantities(article, sample.date), date=sample.date)
    findings = [
        finding.model_copy(update={"subject": claim.id})
        for claim, finding in zip(sample.claims, verdicts, strict=True)
    ]
    return issue_report(sample, [article_report(article, findings=findings)], sample.furniture)


def replayed(sample: Sample) -> IssueReport:
    """Have a draft judged as it is, then with one kind of error planted all over it."""
    article = _compose(sample, sample.articles[0])
    quantities = article_quantities(article, sample.date)
    groups = defaultdict(list)
    for each in replays(sample):
        groups[each.operator].append(each)
    findings = [
        finding
        for played in groups.values()
        for finding in _replay(sample, article, quantities, played)
    ]
    return issue_report(sample, [article_report(article, findings=findings)], sample.furniture)


def _replay(
    sample: Sample, article: Article, quantities: tuple[Quantity, ...], played: Sequence[Replay]
) -> Iterator[Finding]:
    """Judge rows and sentences as one draft; name each finding for what it is about."""
    rows = [(each.id, each.row) for each in played if each.row]
    points = [(each.id, each.sentence) for each in played if each.sentence]
    draft = ArticleSummary(
        abstract="",
        key_points=tuple(_told(article, sentence, quantities) for _, sentence in points),
        observations=tuple(cited_row(article, row, quantities) for _, row in rows),
    )
    names = {f"key_points/{index}": name for index, (name, _) in enumerate(points)}
    names |= {f"observations/{index}": name for index, (name, _) in enumerate(rows)}
    for finding in verify(draft, article, quantities, date=sample.date):
        yield finding.model_copy(update={"subject": names[finding.subject]})


def _told(article: Article, sentence: DraftSentence, quantities: Sequence[Quantity]) -> KeyPoint:
    places = [Span(start, start + 1) for start in sentence.cites]
    return KeyPoint(text=sentence.text, quantities=_lying_on(places, article, quantities))


def cited_row(article: Article, row: DraftRow, quantities: Sequence[Quantity]) -> ObservationClaim:
    """Return a row of a draft as a claim that cites the figure on its place."""
    cited = _lying_on([Span(row.start, row.end)], article, quantities)
    return ObservationClaim(
        quantity=next(iter(cited), "Q0"),
        printed=row.printed,
        ref_area=row.entity,
        indicator=row.indicator,
        scope=row.scope,
        measure=row.measure,
        time_period_text=row.time,
        status=row.status,
    )
