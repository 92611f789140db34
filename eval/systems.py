"""Who is asked: a system turns a sample into an `IssueReport`, the same report users get.

    gold        the gold itself; it must score 1.0
    laid_out    the segmentation alone
    counted     quantities, in the gold's articles
    bound       the code's own table, in the gold's articles

Stages below the one that is measured are given by the gold, so that a bad score names its floor.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from eval.gold import GoldArticle, GoldQuantity, GoldRow, Sample
from summarizer.document import Article, Furniture, Layout, compose_article
from summarizer.quantity import Kind, Quantity
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    FurniturePlace,
    IssueInfo,
    IssueReport,
    Ledger,
    Observation,
    Run,
    Summary,
    Verdict,
)
from summarizer.summary import KeyPoint, ObservationClaim
from summarizer.text import Span

System = Callable[[Sample], IssueReport]


def gold(sample: Sample) -> IssueReport:
    """Answer with the gold."""
    return issue_report(sample, map(_gold_article, sample.articles), sample.furniture)


def laid_out(sample: Sample) -> IssueReport:
    """Take the page apart, and stop."""
    from summarizer.segmentation import lay_out

    return from_layout(sample, lay_out(sample.issue))


def counted(sample: Sample) -> IssueReport:
    """Find the numbers in the gold's articles."""
    articles = [_compose(sample, article) for article in sample.articles]
    reports = [
        article_report(article, quantities_home(article, numbered(article, sample.date)))
        for article in articles
    ]
    return issue_report(sample, reports, sample.furniture)


def bound(sample: Sample) -> IssueReport:
    """Read the figures of the gold's articles without a model."""
    articles = [_compose(sample, article) for article in sample.articles]
    reports = [_bound(article, sample.date) for article in articles]
    return issue_report(sample, reports, sample.furniture)


def _bound(article: Article, date: dt.date | None) -> ArticleReport:
    from summarizer.binding import bind

    quantities = numbered(article, date)
    claims = bind(article, quantities, date)
    observations = [_observation(claim, quantities, date) for claim in claims]
    return article_report(article, quantities_home(article, quantities), observations)


def _observation(
    claim: ObservationClaim, quantities: Sequence[Quantity], date: dt.date | None
) -> Observation:
    from summarizer.periods import resolve_period

    quantity = next(quantity for quantity in quantities if quantity.id == claim.quantity)
    period = claim.time_period_text
    return Observation(
        quantity=claim.quantity,
        ref_area=claim.ref_area,
        indicator=claim.indicator,
        indicator_code=None,
        scope=claim.scope,
        measure=claim.measure,
        time_period=resolve_period(period, date) if period else None,
        time_period_text=period,
        status=claim.status,
        value=quantity.value,
        unit=quantity.unit,
        unit_mult=quantity.unit_mult,
        verdict=Verdict.SUPPORTED,
    )


def _compose(sample: Sample, article: GoldArticle) -> Article:
    return compose_article(sample.text, article.id, article.parts, truncated=article.truncated)


def numbered(article: Article, date: dt.date | None) -> tuple[Quantity, ...]:
    """Return the quantities of an article with ids, places in its text."""
    from summarizer.quantities import find_quantities

    found = find_quantities(article.text, date=date)
    return tuple(replace(q, id=f"Q{index}") for index, q in enumerate(found, 1))


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


def article_report(
    article: Article,
    quantities: Sequence[Quantity] = (),
    observations: Sequence[Observation] = (),
) -> ArticleReport:
    """Report an article with what was read in it, and no summary."""
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
        quantities=tuple(quantities),
        summary=Summary(abstract="", key_points=()),
        observations=tuple(observations),
        findings=(),
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


def _gold_article(article: GoldArticle) -> ArticleReport:
    numbers = tuple(_gold_quantity(f"Q{i}", q) for i, q in enumerate(article.quantities, 1))
    cited = [_cited(f"R{i}", row, numbers) for i, row in enumerate(article.rows, 1)]
    extra = [quantity for quantity in cited if quantity not in numbers]
    return ArticleReport(
        id=article.id,
        headline=article.headline,
        byline=article.byline,
        section=None,
        truncated=article.truncated,
        blocks=tuple(
            BlockPlace(start=block.start, end=block.end, role=block.role)
            for block in article.blocks
        ),
        quantities=(*numbers, *extra),
        summary=Summary(
            abstract="", key_points=tuple(KeyPoint(text=fact.text) for fact in article.key_facts)
        ),
        observations=tuple(map(_gold_observation, article.rows, cited)),
        findings=(),
        checks=(),
    )


def _gold_quantity(id: str, number: GoldQuantity) -> Quantity:  # noqa: A002 - the field's name
    return Quantity(
        number.start,
        number.end,
        number.text,
        number.kind,
        value=number.value,
        low=number.low,
        high=number.high,
        unit=number.unit,
        modifier=number.modifier,
        time_period=number.time_period,
        id=id,
    )


def _cited(id: str, row: GoldRow, numbers: Sequence[Quantity]) -> Quantity:  # noqa: A002 - the same
    """Return the gold number a row stands on, or make one of the row itself."""
    place = Span(row.start, row.end)
    made = Quantity(
        row.start, row.end, row.text, Kind.AMOUNT, value=row.value, unit=row.unit, id=id
    )
    return next((number for number in numbers if number.span.overlaps(place)), made)


def _gold_observation(row: GoldRow, quantity: Quantity) -> Observation:
    return Observation(
        quantity=quantity.id,
        ref_area=row.entity,
        indicator=row.indicator,
        indicator_code=None,
        scope=None,
        measure=row.measure,
        time_period=row.period,
        time_period_text=None,
        status=row.status[0],
        value=row.value,
        unit=row.unit,
        unit_mult=0,
        verdict=Verdict.SUPPORTED,
    )
