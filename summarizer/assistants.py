"""For assistants: what a page says, whether a sentence about it holds, and what a figure means.

    summarize_page(path)            articles with their summaries and rows, what is to be reviewed
    check_claims(path, claims)      verdict, tier, reason and places for each sentence
    explain_figure(path, figure)    value, bounds, owner, period, checks, wherever it is printed

Served over standard input and output by the Model Context Protocol's own SDK. Only files inside the
folders named at start are read; no model is asked, and nothing goes over the network.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.claims import Judged, claims_judged
from summarizer.document import Issue
from summarizer.errors import ReadingError, SummarizerError
from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.quantity import Quantity
from summarizer.reading import read_issue
from summarizer.report import ALARMS, ArticleReport, Check, IssueReport
from summarizer.segmentation import segment
from summarizer.summary import Border
from summarizer.table import Row, rows_of
from summarizer.text import fold
from summarizer.wording import on_one_line

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

MOST_CLAIMS = 200
INSTRUCTIONS = (
    "Verify sentences about Chinese newspaper pages against the page itself. Every figure is bound "
    "to its place; offsets count characters of the text of the page. A verdict is supported, "
    "refuted or not_enough_info, given on a tier: number (proven by characters), reading (whose "
    "figure, of what, when, done or planned) or derived (arithmetic)."
)


class Stretch(Border):
    """A place of the page and its words."""

    start: int
    end: int
    text: str


class RowTold(Border):
    """A row of the indicator table; `doubtful` says that somebody should look at it."""

    ref_area: str | None
    indicator: str
    scope: str | None
    measure: str
    printed: str
    value: Decimal | None
    unit: str | None
    time_period: str | None
    status: str
    standing: str
    doubtful: bool
    place: Stretch | None


class ToReview(Border):
    """A check that figures of the article do not pass, or that somebody should look at."""

    rule: str
    result: str
    formula: str
    message: str
    candidates: tuple[str, ...]


class Told(Border):
    """An article of a page."""

    id: str
    headline: str | None
    byline: str | None
    truncated: bool
    abstract: str
    key_points: tuple[str, ...]
    figures: tuple[RowTold, ...]
    to_review: tuple[ToReview, ...]


class PageTold(Border):
    """A page: its articles, and the numbers that nobody accounts for."""

    title: str | None
    date: str | None
    articles: tuple[Told, ...]
    unclaimed: tuple[Stretch, ...]


class Claim(Border):
    """A sentence with its verdict; `evidence` are the places that it was judged by."""

    claim: str
    verdict: str
    tier: str | None
    reason: str
    message: str
    article: str
    headline: str | None
    evidence: tuple[Stretch, ...]


class Claims(Border):
    """One verdict for each claim, in the order they were given.

    `not_judged` is how many were left out because a call had too many: ask for them again.
    """

    claims: tuple[Claim, ...]
    not_judged: int = 0


class Explained(Border):
    """A number where it is printed: what was read there, its rows, and what it is checked with."""

    article: str
    printed: Stretch
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    modifier: str | None
    sentence: str
    rows: tuple[RowTold, ...]
    checks: tuple[ToReview, ...]


class Explanations(Border):
    """Every place where a figure is printed; none where the page does not have it."""

    figures: tuple[Explained, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """What may be read: files inside these folders, and nothing else."""

    folders: tuple[Path, ...]

    def page(self, path: str, date: str | None) -> Issue:
        """Read a page; raises ReadingError for one that lies outside, or is none."""
        return read_issue(self._inside(path), date=_day(date))

    def _inside(self, path: str) -> Path:
        for folder in self.folders:
            found = (folder / path).resolve()
            if found.is_file() and any(found.is_relative_to(each) for each in self.folders):
                return found
        raise ReadingError("{path}: no such file in the folders named at start", path=path)


def _day(date: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(date) if date else None
    except ValueError:
        raise ReadingError("{date}: no day; write YYYY-MM-DD", date=date) from None


def make_server(folders: Sequence[Path]) -> "MCPServer":
    """Return a server of the three tools; raises SummarizerError without the SDK or a folder."""
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.server.mcpserver.exceptions import ToolError
    except ImportError as error:
        raise SummarizerError(
            "mcp is not installed: pip install 'newspaper-summarizer[mcp]'"
        ) from error
    reader = Reader(tuple(map(_folder, folders)))
    server = MCPServer("summarize", version=__version__, instructions=INSTRUCTIONS)

    @server.tool()
    def summarize_page(path: str, date: str | None = None) -> PageTold:
        """Summarise a newspaper page: articles, key points, and every figure with its place.

        `path` lies in a folder named at start; `date` (YYYY-MM-DD) is the day of the issue, which
        relative times (今年, 上月) are resolved with.
        """
        try:
            return told_page(*_report(reader.page(path, date)))
        except SummarizerError as error:
            raise ToolError(str(error)) from None

    @server.tool()
    def check_claims(
        path: str, claims: list[str], date: str | None = None, language: str = "zh"
    ) -> Claims:
        """Judge sentences about a page, yours or another program's, each with tier and places.

        `language` is that of the claims: zh or en. A call may have 200 claims; how many more were
        given, and were not judged, is told as `not_judged`.
        """
        try:
            issue = reader.page(path, date)
            judged = claims_judged(claims[:MOST_CLAIMS], issue, segment(issue), language)
        except SummarizerError as error:
            raise ToolError(str(error)) from None
        told = tuple(_claim(each, issue.text) for each in judged)
        return Claims(claims=told, not_judged=max(len(claims) - MOST_CLAIMS, 0))

    @server.tool()
    def explain_figure(path: str, figure: str, date: str | None = None) -> Explanations:
        """Explain a figure of a page as it is printed (42.6亿元): what, whose, when, how sure."""
        try:
            report, text = _report(reader.page(path, date))
        except SummarizerError as error:
            raise ToolError(str(error)) from None
        return Explanations(figures=tuple(_explained(report, text, figure)))

    return server


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ReadingError("{path}: no such folder", path=path)
    return path.resolve()


def _report(issue: Issue) -> tuple[IssueReport, str]:
    return summarize_issue(issue, open_model("extractive")), issue.text


def told_page(report: IssueReport, text: str) -> PageTold:
    """Return a report as an assistant needs it."""
    return PageTold(
        title=report.issue.title,
        date=report.issue.date,
        articles=tuple(_told(report, article, text) for article in report.articles),
        unclaimed=tuple(
            Stretch(start=each.start, end=each.end, text=each.text)
            for each in report.ledger.unclaimed
        ),
    )


def _told(report: IssueReport, article: ArticleReport, text: str) -> Told:
    return Told(
        id=article.id,
        headline=article.headline,
        byline=article.byline,
        truncated=article.truncated,
        abstract=article.summary.abstract,
        key_points=tuple(point.text for point in article.summary.key_points),
        figures=tuple(_figure(row, text) for row in rows_of(report.issue, article, text)),
        to_review=tuple(_check(check) for check in article.checks if check.result in ALARMS),
    )


def _figure(row: Row, text: str) -> RowTold:
    said = row.observation
    return RowTold(
        ref_area=said.ref_area,
        indicator=said.indicator,
        scope=said.scope,
        measure=said.measure,
        printed=row.shown,
        value=said.value,
        unit=said.unit,
        time_period=said.time_period or said.time_period_text,
        status=said.status,
        standing=row.word,
        doubtful=row.is_doubtful,
        place=row.quantity and _stretch(row.quantity.start, row.quantity.end, text),
    )


def _stretch(start: int, end: int, text: str) -> Stretch:
    return Stretch(start=start, end=end, text=on_one_line(text[start:end]))


def _check(check: Check) -> ToReview:
    return ToReview(
        rule=check.rule,
        result=check.result,
        formula=check.formula,
        message=check.message,
        candidates=check.candidates,
    )


def _claim(judged: Judged, text: str) -> Claim:
    finding = judged.finding
    return Claim(
        claim=finding.claim,
        verdict=finding.verdict,
        tier=finding.tier,
        reason=finding.reason,
        message=finding.message,
        article=judged.article.id,
        headline=judged.article.headline,
        evidence=tuple(_stretch(place.start, place.end, text) for place in finding.evidence),
    )


def _explained(report: IssueReport, text: str, figure: str) -> Iterator[Explained]:
    wanted = fold(figure.strip())
    for article in report.articles:
        rows = tuple(rows_of(report.issue, article, text))
        for quantity in article.quantities:
            if wanted and wanted in fold(on_one_line(text[quantity.start : quantity.end])):
                yield _explanation(article, quantity, rows, text)


def _explanation(
    article: ArticleReport, quantity: Quantity, rows: tuple[Row, ...], text: str
) -> Explained:
    from summarizer.citation import read

    mine = [row for row in rows if row.observation.quantity == quantity.id]
    return Explained(
        article=article.id,
        printed=_stretch(quantity.start, quantity.end, text),
        kind=quantity.kind,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        modifier=quantity.modifier,
        sentence=read(text, article).sentence(quantity.span),
        rows=tuple(_figure(row, text) for row in mine),
        checks=tuple(_check(each) for each in article.checks if quantity.id in each.quantities),
    )
