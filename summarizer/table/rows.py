"""The rows of the tables: a thing of the report together with what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer import wording
from summarizer.citation import read
from summarizer.phrases import label
from summarizer.quantity import Quantity
from summarizer.report import (
    ArticleReport,
    Check,
    Correction,
    Finding,
    IssueInfo,
    IssueReport,
    Observation,
    Origin,
    Quote,
)
from summarizer.standing import SURE, TO_REVIEW, UNSURE, WORDS, Standing, standings
from summarizer.summary import Relation

BY_HAND = wording.ORIGIN[Origin.PERSON]
FALL = re.compile("[-−－负負降减減跌落]")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article and the issue it stands in."""

    issue: IssueInfo
    article: ArticleReport


@dataclass(frozen=True, slots=True)
class Row(ArticleRow):
    """A row of the indicator table.

    `quantity` is None where a model cited a number that the article does not have.
    """

    number: int
    observation: Observation
    quantity: Quantity | None
    finding: Finding | None
    standing: Standing
    printed: str | None
    sentence: str | None

    @property
    def word(self) -> str:
        """How the row stands, in words: what is in doubt of it, and whether a person vouches."""
        return word_for(self.standing, self.observation.origin, self._doubts, self._likely)

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look at it: a verdict, a check, or how it is read."""
        if self.standing in TO_REVIEW or self.observation.origin is Origin.PERSON:
            return self.standing in TO_REVIEW
        return bool(self._doubts) or _is_below(UNSURE, self._likely)

    @property
    def is_open(self) -> bool:
        """Whether its number is proven, and whose it is and of what not as good as certain."""
        if self.standing is not Standing.SUPPORTED or self.observation.origin is Origin.PERSON:
            return False
        return bool(self._doubts) or _is_below(SURE, self._likely)

    @property
    def _doubts(self) -> str:
        return wording.doubtful(self.observation.confidence)

    @property
    def _likely(self) -> float | None:
        sure = self.observation.confidence
        return sure.p if sure else None

    @property
    def shown(self) -> str:
        """The figure as printed; a fall that only the words around it tell has an arrow."""
        value = self.observation.value
        if self.printed is None:
            return "—"
        told = value is None or value >= 0 or FALL.search(self.printed)
        return self.printed if told else f"↓{self.printed}"


def word_for(
    standing: Standing, origin: Origin | None, doubts: str, likely: float | None = None
) -> str:
    """Say how a row stands whose word is the origin's, and of which these fields are in doubt.

    `likely` is how likely its owner and indicator are right, where somebody has counted that.
    """
    said = wording.say(WORDS, standing)
    if origin is Origin.PERSON:
        by_hand = label(BY_HAND)
        return (
            label("{said}（{by}）").format(said=said, by=by_hand)
            if standing in TO_REVIEW
            else by_hand
        )
    if doubts or _is_below(UNSURE, likely):
        return label("{said}，{doubts}存疑").format(said=said, doubts=doubts or label("主体或指标"))
    if standing is Standing.SUPPORTED and _is_below(SURE, likely):
        return label("数字有据")
    return said


def _is_below(bound: float, likely: float | None) -> bool:
    """Say whether somebody has counted how likely a row is right, and it is less than that."""
    return likely is not None and likely < bound


@dataclass(frozen=True, slots=True)
class CheckRow(ArticleRow):
    """A check of figures of the article."""

    number: int
    check: Check


@dataclass(frozen=True, slots=True)
class FindingRow(ArticleRow):
    """A verdict on a claim about the article."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class QuantityRow(ArticleRow):
    """A number of the article, figure or not."""

    quantity: Quantity
    standing: Standing
    printed: str


@dataclass(frozen=True, slots=True)
class RelationRow(ArticleRow):
    """What ties one number of the article to another."""

    number: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A change that a person made to the page."""

    issue: IssueInfo
    number: int
    correction: Correction


@dataclass(frozen=True, slots=True)
class UnclaimedRow:
    """A numeral of the page that nobody accounts for."""

    issue: IssueInfo
    quote: Quote


def article_rows(report: IssueReport, _text: str) -> Iterator[ArticleRow]:
    """Yield a row for each article."""
    return (ArticleRow(report.issue, article) for article in report.articles)


def observation_rows(report: IssueReport, text: str) -> Iterator[Row]:
    """Yield the indicator tables of all articles."""
    for article in report.articles:
        yield from rows_of(report.issue, article, text)


def rows_of(issue: IssueInfo, article: ArticleReport, text: str) -> Iterator[Row]:
    """Yield the indicator table of one article."""
    quantities = {quantity.id: quantity for quantity in article.quantities}
    findings = {finding.subject: finding for finding in article.findings}
    stands, reading = standings(article), read(text, article)
    for number, observation in enumerate(article.observations):
        quantity = quantities.get(observation.quantity)
        yield Row(
            issue=issue,
            article=article,
            number=number,
            observation=observation,
            quantity=quantity,
            finding=findings.get(f"observations/{number}"),
            standing=stands.get(observation.quantity, Standing.REFUTED),
            printed=reading.printed(quantity.span) if quantity else None,
            sentence=reading.sentence(quantity.span) if quantity else None,
        )


def check_rows(report: IssueReport, _text: str) -> Iterator[CheckRow]:
    """Yield a row for each check of each article."""
    for article in report.articles:
        for number, check in enumerate(article.checks):
            yield CheckRow(report.issue, article, number, check)


def finding_rows(report: IssueReport, _text: str) -> Iterator[FindingRow]:
    """Yield a row for each verdict of each article."""
    for article in report.articles:
        for number, finding in enumerate(article.findings):
            yield FindingRow(report.issue, article, number, finding)


def quantity_rows(report: IssueReport, text: str) -> Iterator[QuantityRow]:
    """Yield a row for each number of each article."""
    for article in report.articles:
        stands, reading = standings(article), read(text, article)
        for quantity in article.quantities:
            printed = reading.printed(quantity.span)
            yield QuantityRow(report.issue, article, quantity, stands[quantity.id], printed)


def relation_rows(report: IssueReport, _text: str) -> Iterator[RelationRow]:
    """Yield a row for each relation of each article."""
    for article in report.articles:
        for number, relation in enumerate(article.relations):
            yield RelationRow(report.issue, article, number, relation)


def correction_rows(report: IssueReport, _text: str) -> Iterator[CorrectionRow]:
    """Yield a row for each change that a person made."""
    for number, correction in enumerate(report.corrections):
        yield CorrectionRow(report.issue, number, correction)


def unclaimed_rows(report: IssueReport, _text: str) -> Iterator[UnclaimedRow]:
    """Yield a row for each numeral that nobody accounts for."""
    return (UnclaimedRow(report.issue, quote) for quote in report.ledger.unclaimed)
