"""A doubt settled: a model stands by a claim, and quotes what the article says.

A quotation settles what was read and never what was counted: a number is proven by its characters.
It has to stand in the article, word for word, and to hold the figure that the claim is about; then
the claim is supported, for the reason `quoted`, with the quotation as its evidence.
"""

from collections.abc import Iterator

from summarizer.models import Request
from summarizer.report import Finding, Place, Tier, Verdict
from summarizer.summary import ArticleSummary, Stand
from summarizer.text import Span, fold

QUOTED = "quoted"
READ = frozenset(
    ("entity_unbound", "indicator_unbound", "period_conflict", "status_conflict", "kind_mismatch")
)
"""The reasons that are about a reading, where a finding does not say its tier."""
SHORTEST, LONGEST = 6, 200


def settle(
    findings: tuple[Finding, ...], summary: ArticleSummary, request: Request
) -> tuple[Finding, ...]:
    """Return the verdicts, those settled that a quotation of the draft settles."""
    if not summary.stands:
        return findings
    return tuple(_settled(finding, summary, request) for finding in findings)


def _settled(finding: Finding, summary: ArticleSummary, request: Request) -> Finding:
    if finding.verdict is Verdict.SUPPORTED or not _is_read(finding):
        return finding
    figures = tuple(_figures(finding.subject, summary, request))
    for stand in summary.stands:
        is_about = (stand.claim, stand.reason) == (finding.claim, finding.reason)
        if is_about and (quote := _found(stand, figures, request)):
            return finding.model_copy(update=_upheld(quote))
    return finding


def _is_read(finding: Finding) -> bool:
    if finding.tier is None:
        return finding.reason in READ
    return finding.tier is Tier.READING


def _figures(subject: str, summary: ArticleSummary, request: Request) -> Iterator[Span]:
    """Yield the figures that a claim is about."""
    family, _, number = subject.partition("/")
    cited: tuple[str, ...] = summary.abstract_quantities
    if family == "key_points":
        cited = summary.key_points[int(number)].quantities
    elif family == "observations":
        cited = (summary.observations[int(number)].quantity,)
    yield from (quantity.span for quantity in request.quantities if quantity.id in cited)


def _found(stand: Stand, figures: tuple[Span, ...], request: Request) -> Span | None:
    """Return where a quotation stands that holds one of the figures."""
    text, quote = fold(request.article.text), fold(stand.quote).strip("“”\"'…. ")
    if not SHORTEST <= len(quote) <= LONGEST:
        return None
    at = text.find(quote)
    while at >= 0:
        place = Span(at, at + len(quote))
        if any(place.covers(figure) for figure in figures):
            return place
        at = text.find(quote, at + 1)
    return None


def _upheld(quote: Span) -> dict[str, object]:
    return {
        "verdict": Verdict.SUPPORTED,
        "reason": QUOTED,
        "message": "",
        "evidence": (Place(start=quote.start, end=quote.end),),
    }
