"""Taking home: what was found in an article's text becomes a report in places of the issue.

    Request, ArticleSummary, Findings ─► ArticleReport      spans of `article.text` → of the issue
    Issue, Layout, ArticleReport…     ─► IssueReport        with the ledger of the whole page

A row takes its words from the claim; its value, unit and place come from the cited quantity alone.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, replace

from summarizer.binding.times import is_flow
from summarizer.checks import audit
from summarizer.codelists import find_indicator
from summarizer.document import Article, Issue, Layout
from summarizer.errors import ReadingError
from summarizer.models import NO_USAGE, Request
from summarizer.periods import accrued_period, held_period, resolve_period
from summarizer.quantity import Quantity
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    Certainty,
    Confidence,
    Correction,
    Failure,
    Finding,
    FurniturePlace,
    IssueInfo,
    IssueReport,
    JoinPlace,
    Ledger,
    Observation,
    Origin,
    Place,
    Run,
    Summary,
    Usage,
    Verdict,
)
from summarizer.setting import Box, Setting
from summarizer.summary import ArticleSummary, Measure, ObservationClaim
from summarizer.text import Span
from summarizer.verification import ledger

SDMX = re.compile(
    r"[0-9]{4}(?:-(?:Q[1-4]|S[12]|(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?(?:/P[0-9]+[DMY])?))?"
)
UNREAD = "a picture without text; install newspaper-summarizer[ocr] to read it"
DOUBTABLE = frozenset(Confidence.model_fields) - {"p"}
Resolve = Callable[[str, dt.date | None], str | None]
CERTAINTY = frozenset({Measure.LEVEL, Measure.SHARE, Measure.RATIO})
"""What stands at a day; a change takes the year that leads to it."""


def issue_report(
    issue: Issue,
    layout: Layout,
    run: Run,
    articles: tuple[ArticleReport, ...],
    *,
    failures: tuple[Failure, ...] = (),
    usage: Usage = NO_USAGE,
    corrections: tuple[Correction, ...] = (),
) -> IssueReport:
    """Report on an issue: its articles, what lies between them, and every numeral accounted for.

    A numeral that a person took out of the table is accounted for by their word.
    """
    return IssueReport(
        issue=_issue_info(issue),
        run=run,
        articles=tuple(_on_its_page(article, issue) for article in articles),
        furniture=tuple(
            FurniturePlace(start=each.span.start, end=each.span.end, role=each.role)
            for each in layout.furniture
        ),
        joins=tuple(
            JoinPlace(
                start=join.at.start,
                end=join.at.end,
                article=join.article,
                score=join.score,
                reason=join.reason,
            )
            for join in layout.joins
        ),
        ledger=_settled(ledger(issue.text, articles), corrections),
        failures=(*_unread(issue), *failures),
        usage=usage,
        corrections=corrections,
    )


def _settled(found: Ledger, corrections: tuple[Correction, ...]) -> Ledger:
    """Take out of the unclaimed numerals those that a person rejected."""
    rejected = [
        Span(each.start, each.end)
        for each in corrections
        if each.op == "reject" and each.result == "applied"
    ]
    left = tuple(
        quote
        for quote in found.unclaimed
        if not any(Span(quote.start, quote.end).overlaps(span) for span in rejected)
    )
    settled = len(found.unclaimed) - len(left)
    return found.model_copy(update={"claimed": found.claimed + settled, "unclaimed": left})


def article_report(
    request: Request,
    summary: ArticleSummary,
    findings: tuple[Finding, ...],
    origins: Sequence[Origin],
) -> ArticleReport:
    """Report on an article: what was asked about it, what was said by whom, and the verdicts."""
    article = request.article
    findings = tuple(_as_seen(finding, request, summary) for finding in findings)
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
        quantities=tuple(_at_home(quantity, article) for quantity in request.quantities),
        summary=Summary(abstract=summary.abstract, key_points=summary.key_points),
        observations=_observations(request, summary, findings, origins),
        relations=summary.relations,
        asides=summary.asides,
        findings=tuple(
            finding.model_copy(
                update={"evidence": tuple(_place_at_home(p, article) for p in finding.evidence)}
            )
            for finding in findings
        ),
        checks=audit(request.analysis),
    )


def _on_its_page(article: ArticleReport, issue: Issue) -> ArticleReport:
    """Add where the blocks and numbers of an article are printed, as far as the file tells."""
    setting = issue.setting
    if not any(mark.page for mark in setting.marks):
        return article
    blocks = tuple(_printed(block, setting) for block in article.blocks)
    numbers = tuple(_printed_number(each, issue) for each in article.quantities)
    return article.model_copy(update={"blocks": blocks, "quantities": numbers})


def _printed(block: BlockPlace, setting: Setting) -> BlockPlace:
    mark = setting.mark_at(block.start)
    if mark is None or mark.page is None:
        return block
    box = mark.box and Box(*(round(edge, 1) for edge in astuple(mark.box)))
    return block.model_copy(update={"page": mark.page, "box": box})


def _printed_number(quantity: Quantity, issue: Issue) -> Quantity:
    if place := issue.setting.printed_at(quantity.span, issue.text):
        return replace(quantity, page=place[0], box=place[1])
    mark = issue.setting.mark_at(quantity.start)
    return replace(quantity, page=mark.page) if mark and mark.page else quantity


def _unread(issue: Issue) -> Iterator[Failure]:
    """Yield a failure for each page that is a picture which nobody could read."""
    for page in issue.setting.unread:
        yield Failure(article=f"p{page}", error=ReadingError.__name__, message=UNREAD)


def _as_seen(finding: Finding, request: Request, summary: ArticleSummary) -> Finding:
    """Leave a claim undecided whose figure a reader of pictures was not sure of."""
    if finding.verdict is not Verdict.SUPPORTED or not request.article.doubts:
        return finding
    places = [Span(place.start, place.end) for place in finding.evidence]
    kind, _, number = finding.subject.partition("/")
    if kind == "observations" and number.isdecimal():
        cited = summary.observations[int(number)].quantity
        places += [quantity.span for quantity in request.quantities if quantity.id == cited]
    if not any(map(request.article.is_doubtful, places)):
        return finding
    return finding.model_copy(
        update={
            "verdict": Verdict.NOT_ENOUGH_INFO,
            "reason": "doubtful_digit",
            "message": "扫描件上此处的数字识别不确定，请对照原件。",
        }
    )


def _at_home(quantity: Quantity, article: Article) -> Quantity:
    span = article.locate(quantity.span)
    text = span.of(article.passage.source)
    return replace(quantity, start=span.start, end=span.end, text=text)


def _place_at_home(place: Place, article: Article) -> Place:
    span = article.locate(Span(place.start, place.end))
    return Place(start=span.start, end=span.end)


def _observations(
    request: Request,
    summary: ArticleSummary,
    findings: tuple[Finding, ...],
    origins: Sequence[Origin],
) -> tuple[Observation, ...]:
    by_id = {quantity.id: quantity for quantity in request.quantities}
    judged = {finding.subject: finding for finding in findings}
    read = {claim.quantity: claim for claim in request.table}
    return tuple(
        _observation(
            claim,
            by_id.get(claim.quantity),
            request.date,
            judged.get(f"observations/{index}"),
            origin,
            _sureness(claim, request, read.get(claim.quantity)),
        )
        for index, (claim, origin) in enumerate(zip(summary.observations, origins, strict=True))
    )


def _observation(
    claim: ObservationClaim,
    quantity: Quantity | None,
    date: dt.date | None,
    finding: Finding | None,
    origin: Origin,
    sure: Confidence | None,
) -> Observation:
    """Make the row: words from the claim, value and unit from the cited quantity alone."""
    indicator = find_indicator(claim.indicator, claim.scope)
    period = claim.time_period_text
    resolve = _resolving(claim)
    return Observation(
        quantity=claim.quantity,
        ref_area=claim.ref_area,
        indicator=claim.indicator,
        indicator_code=indicator.code if indicator else None,
        scope=claim.scope,
        measure=claim.measure,
        basis=claim.basis,
        time_period=_period(period, resolve, date),
        time_period_text=period,
        status=claim.status,
        value=quantity.value if quantity else None,
        unit=quantity.unit if quantity else None,
        unit_mult=quantity.unit_mult if quantity else 0,
        verdict=finding.verdict if finding else Verdict.NOT_ENOUGH_INFO,
        confidence=_confidence(sure or (finding.confidence if finding else None), claim),
        origin=origin,
    )


def _sureness(
    claim: ObservationClaim, request: Request, read: ObservationClaim | None
) -> Confidence | None:
    """Return how sure a row is that the code reads alike."""
    return request.sureness.get(claim.quantity) if read and _is_alike(claim, read) else None


def _is_alike(claim: ObservationClaim, read: ObservationClaim) -> bool:
    same = (claim.ref_area, claim.indicator, claim.status, claim.time_period_text)
    return same == (read.ref_area, read.indicator, read.status, read.time_period_text)


def _confidence(read: Confidence | None, claim: ObservationClaim) -> Confidence | None:
    """Join how sure the reading is with what whoever drafted was not sure of.

    A doubted row has no `p`: nobody has counted how often such doubts are right.
    """
    doubted = {*claim.doubts, *(("indicator",) if claim.inferred else ())}
    fields = dict.fromkeys(doubted & DOUBTABLE, Certainty.AMBIGUOUS)
    if not fields:
        return read
    return (read or Confidence()).model_copy(update={**fields, "p": None})


def _resolving(claim: ObservationClaim) -> Resolve:
    """Return how the time of a row is meant: a flow's up to a day runs since new year."""
    if is_flow(claim.indicator):
        return accrued_period
    return held_period if claim.measure in CERTAINTY else resolve_period


def _period(printed: str | None, resolve: Resolve, date: dt.date | None) -> str | None:
    """Resolve a phrase; what a person wrote as an SDMX period is one already."""
    if printed is None:
        return None
    return printed if SDMX.fullmatch(printed) else resolve(printed, date)


def _issue_info(issue: Issue) -> IssueInfo:
    return IssueInfo(
        id=issue.id,
        source=issue.source,
        sha256=issue.sha256,
        title=issue.title,
        date=issue.date.isoformat() if issue.date else None,
        characters=len(issue.text),
    )
