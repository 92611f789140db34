"""What stands on the right: for each article its summary, table, checks and doubts."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer import wording
from summarizer.citation import further_points, reference
from summarizer.phrases import label
from summarizer.renderers.html.numbers import Number, Numbered, Run
from summarizer.renderers.html.page import Count
from summarizer.report import (
    AGREED,
    ALARMS,
    ArticleReport,
    Check,
    Finding,
    IssueReport,
    Outcome,
    Verdict,
)
from summarizer.standing import worst_first
from summarizer.summary import Measure, Status
from summarizer.table import Row
from summarizer.wording import on_one_line, say


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the indicator table, ready to be shown."""

    id: str
    number: Number | None
    shown: str
    area: str
    indicator: str
    measure: str
    scope: str
    period: str
    status: Status
    status_word: str
    value: str
    standing: str
    word: str
    reason: str

    @property
    def name(self) -> str:
        """The indicator with its measure and scope, in one cell."""
        return " ".join(filter(None, (self.indicator, self.measure, self.scope)))


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A check with its formula, whose figures are tied to the page."""

    check: Check
    formula: tuple[Run, ...]
    others: tuple[Number, ...]
    keys: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A verdict with the places that speak for it, in UTF-16 units of the page."""

    finding: Finding
    claim: tuple[Run, ...]
    places: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two numbers of the page."""

    word: str
    source: Number
    target: Number


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article on the right."""

    index: int
    headline: str
    byline: str
    reference: str
    truncated: bool
    abstract: tuple[Run, ...]
    abstract_verdict: Verdict
    points: tuple[tuple[tuple[Run, ...], Verdict], ...]
    lines: tuple[Line, ...]
    checks: tuple[CheckLine, ...]
    passed: tuple[CheckLine, ...]
    unchecked: tuple[CheckLine, ...]
    doubts: tuple[FindingLine, ...]
    backed: tuple[FindingLine, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; `to_review` are the rows that somebody should look at."""

    index: int
    headline: str
    rows: int
    to_review: int


def list_contents(articles: tuple[Numbered, ...]) -> tuple[Entry, ...]:
    """List the articles of the page."""
    return tuple(
        Entry(each.index, headline_of(each.article), len(each.rows), each.to_review)
        for each in articles
    )


def write_sheets(
    report: IssueReport, articles: tuple[Numbered, ...], count: Count
) -> Iterator[Sheet]:
    """Write the sheet of each article."""
    return (_sheet(report, each, count) for each in articles)


def _sheet(report: IssueReport, each: Numbered, count: Count) -> Sheet:
    article, verdicts = each.article, {f.subject: f.verdict for f in each.article.findings}
    findings = [_finding_line(each, finding, count) for finding in article.findings]
    checks = [_check_line(each, check) for check in worst_first(article.checks)]
    return Sheet(
        index=each.index,
        headline=headline_of(article),
        byline=byline_of(article),
        reference=reference(report.issue, article),
        truncated=article.truncated,
        abstract=each.prose(article.summary.abstract),
        abstract_verdict=verdicts.get("abstract", Verdict.SUPPORTED),
        points=tuple(
            (
                each.prose(point.text, point.quantities),
                verdicts.get(f"key_points/{order}", Verdict.SUPPORTED),
            )
            for order, point in further_points(article)
        ),
        lines=tuple(line_of(each, row) for row in each.rows),
        checks=tuple(c for c in checks if c.check.result in ALARMS),
        passed=tuple(c for c in checks if c.check.result in AGREED),
        unchecked=tuple(c for c in checks if c.check.result is Outcome.NOT_CHECKABLE),
        doubts=tuple(f for f in findings if f.finding.verdict is not Verdict.SUPPORTED),
        backed=tuple(f for f in findings if _is_told_of(f.finding)),
        edges=tuple(_edges(each)),
    )


def headline_of(article: ArticleReport) -> str:
    """Return what an article is called."""
    return on_one_line(article.headline or label("（无题）"))


def byline_of(article: ArticleReport) -> str:
    """Return the column an article stands in, and by whom it is."""
    return " · ".join(on_one_line(part) for part in (article.section, article.byline) if part)


def _is_told_of(finding: Finding) -> bool:
    """Say whether a supported claim says more than its row, which is marked word for word."""
    copied = finding.subject.startswith("observations/") and finding.reason == "exact"
    return finding.verdict is Verdict.SUPPORTED and not copied


def line_of(each: Numbered, row: Row) -> Line:
    """Return a row of the table as it is shown."""
    said = row.observation
    return Line(
        id=f"r-{each.index}-{row.number}",
        number=each.numbers.get(said.quantity),
        shown=row.shown,
        area=on_one_line(said.ref_area or "—"),
        indicator=on_one_line(said.indicator),
        measure="" if said.measure is Measure.LEVEL else say(wording.MEASURE, said.measure),
        scope=on_one_line(said.scope or ""),
        period=on_one_line(said.time_period or said.time_period_text or "—"),
        status=said.status,
        status_word=say(wording.STATUS, said.status),
        value="" if said.value is None else format(said.value, "f"),
        standing="open" if row.is_open else row.standing,
        word=row.word,
        reason=say(wording.REASON, row.finding.reason) if row.finding else "",
    )


def _check_line(each: Numbered, check: Check) -> CheckLine:
    formula = each.prose(check.formula, check.quantities)
    numbers = [each.numbers[quantity] for quantity in check.quantities if quantity in each.numbers]
    shown = {run.number.key for run in formula if run.number}
    return CheckLine(
        check=check,
        formula=formula,
        others=tuple(number for number in numbers if number.key not in shown),
        keys=" ".join(number.key for number in numbers),
    )


def _finding_line(each: Numbered, finding: Finding, count: Count) -> FindingLine:
    places = ((count(place.start), count(place.end)) for place in finding.evidence)
    return FindingLine(
        finding=finding,
        claim=each.prose(finding.claim),
        places=" ".join(f"{start}-{end}" for start, end in places),
    )


def _edges(each: Numbered) -> Iterator[Edge]:
    for relation in each.article.relations:
        source, target = each.numbers.get(relation.source), each.numbers.get(relation.target)
        if source and target:
            yield Edge(say(wording.RELATION, relation.kind), source, target)
