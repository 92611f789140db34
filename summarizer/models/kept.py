"""A model that says again what a report says: nothing is asked, nothing paid.

    report on the page ─► articles of the page, perhaps cut otherwise now
        an article that is the same   its abstract, key points and rows as they were
        one that is new               what `otherwise` says of it, and the rows whose figures it has

Rows are found by where their figures stand, so they survive another cut and another numbering.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.document import Article
from summarizer.models import Draft, Model, Request
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport, IssueReport, Observation
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim, Relation
from summarizer.text import Span

Here = Mapping[Span, Quantity]


@dataclass(frozen=True, slots=True)
class KeptModel:
    """Drafts from a report; `otherwise` is asked about articles that the report does not have."""

    report: IssueReport
    otherwise: Model

    @property
    def name(self) -> str:
        """The model that the report is from."""
        return self.report.run.model

    @property
    def prompt(self) -> str | None:
        """The prompt that the report is from."""
        return self.report.run.prompt

    @property
    def fingerprint(self) -> str:
        """Nothing that it says is to be kept."""
        return f"kept {self.report.run.id}"

    def draft(self, request: Request) -> Draft:
        """Say what the report says about an article."""
        article = request.article
        here = {article.locate(quantity.span): quantity for quantity in request.quantities}
        twin = same_article(self.report, article)
        said = _wording(twin, here) if twin else self._anew(request)
        return Draft(
            said.model_copy(
                update={
                    "observations": tuple(_claims(self.report, here)),
                    "relations": tuple(_relations(self.report, here)),
                }
            )
        )

    def _anew(self, request: Request) -> ArticleSummary:
        return self.otherwise.draft(request).summary


def same_article(report: IssueReport, article: Article | ArticleReport) -> ArticleReport | None:
    """Return the report on an article that has the same blocks, if there is one."""
    blocks = _places(article)
    return next((each for each in report.articles if _places(each) == blocks), None)


def _places(article: Article | ArticleReport) -> list[tuple[int, int, str]]:
    if isinstance(article, Article):
        return [(b.span.start, b.span.end, b.role.value) for b in article.blocks]
    return [(block.start, block.end, block.role.value) for block in article.blocks]


def _wording(twin: ArticleReport, here: Here) -> ArticleSummary:
    ids = _ids(twin, here)
    points = (
        KeyPoint(text=p.text, quantities=tuple(ids[q] for q in p.quantities if q in ids))
        for p in twin.summary.key_points
    )
    return ArticleSummary(abstract=twin.summary.abstract, key_points=tuple(points))


def _ids(article: ArticleReport, here: Here) -> dict[str, str]:
    """Map the numbers that quantities had to those that they have."""
    return {q.id: here[q.span].id for q in article.quantities if q.span in here}


def _claims(report: IssueReport, here: Here) -> Iterator[ObservationClaim]:
    for article in report.articles:
        places = {quantity.id: quantity.span for quantity in article.quantities}
        for row in article.observations:
            quantity = here.get(places.get(row.quantity, Span(0, 0)))
            if quantity:
                yield _claim(row, quantity)


def _claim(row: Observation, quantity: Quantity) -> ObservationClaim:
    return ObservationClaim(
        quantity=quantity.id,
        printed=quantity.text,
        ref_area=row.ref_area,
        indicator=row.indicator,
        scope=row.scope,
        measure=row.measure,
        time_period_text=row.time_period_text,
        status=row.status,
    )


def _relations(report: IssueReport, here: Here) -> Iterator[Relation]:
    for article in report.articles:
        ids = _ids(article, here)
        for each in article.relations:
            if each.source in ids and each.target in ids:
                ends = {"source": ids[each.source], "target": ids[each.target]}
                yield each.model_copy(update=ends)
