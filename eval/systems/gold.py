"""The gold as a report: what a perfect system would say. It must score 1.0."""

from collections.abc import Iterator, Sequence

from eval.gold import GoldArticle, GoldQuantity, GoldRow, Question, Sample
from eval.systems.reports import issue_report
from eval.trials import trials
from eval.trials.planted import replays
from summarizer.quantity import Kind, Quantity
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    Finding,
    IssueReport,
    Observation,
    Summary,
    Verdict,
)
from summarizer.summary import KeyPoint
from summarizer.text import Span


def gold(sample: Sample) -> IssueReport:
    """Answer with the gold."""
    verdicts = tuple(_verdicts(sample))
    articles = (
        _gold_article(article, verdicts if index == 0 else ())
        for index, article in enumerate(sample.articles)
    )
    return issue_report(sample, articles, sample.furniture)


def _verdicts(sample: Sample) -> Iterator[Finding]:
    """Know what is wrong with trials, labelled claims and replayed drafts."""
    tried = trials(sample) if Question.VERIFICATION in sample.asks else ()
    wrong = {trial.id: trial.wrong for trial in tried}
    wrong |= {claim.id: not claim.true for claim in sample.claims}
    wrong |= {each.id: each.wrong for each in replays(sample)}
    for subject, is_wrong in wrong.items():
        verdict = Verdict.REFUTED if is_wrong else Verdict.SUPPORTED
        yield Finding(subject=subject, claim="", verdict=verdict, reason="gold")


def _gold_article(article: GoldArticle, findings: Sequence[Finding]) -> ArticleReport:
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
        findings=tuple(findings),
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
        ref_area=row.names[0] if row.names else None,
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
