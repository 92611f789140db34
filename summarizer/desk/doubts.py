"""Why somebody should look at a row, worst first.

refuted        the text contradicts it           clash      the same thing is said with two values
mismatch       its figures do not add up         review     a check asks for a look
unsupported    the text does not bear it out     ambiguous  a field may be read in two ways
nobody         it says not whose it is           carried    a field was said earlier, not here

What a person has settled is in doubt only where figures still contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from summarizer.report import (
    ALARMS,
    ArticleReport,
    Certainty,
    Check,
    Confidence,
    Finding,
    Observation,
    Origin,
    Outcome,
    Verdict,
)
from summarizer.standing import UNSURE

READ = ("ref_area", "indicator", "time_period", "status")


class Reason(IntEnum):
    """What a doubt is about; the lower, the more urgent."""

    REFUTED = 0
    MISMATCH = 1
    UNSUPPORTED = 2
    CLASH = 3
    AMBIGUOUS = 4
    NOBODY = 5
    UNCLAIMED = 6
    REVIEW = 7
    UNSURE = 8
    CARRIED = 9


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """One reason, and what is said of it: a field, a formula, a sentence of the verifier."""

    reason: Reason
    said: str = ""


def row_doubts(article: ArticleReport) -> tuple[tuple[Doubt, ...], ...]:
    """Return the doubts about each row of an article, the worst first."""
    findings = {finding.subject: finding for finding in article.findings}
    checks = _checks_of(article)
    clashing = _clashing(article)
    return tuple(
        tuple(sorted(_doubts(row, findings.get(f"observations/{at}"), checks, at in clashing)))
        for at, row in enumerate(article.observations)
    )


def _doubts(
    row: Observation,
    finding: Finding | None,
    checks: Mapping[str, list[Check]],
    is_clashing: bool,
) -> Iterator[Doubt]:
    for check in checks.get(row.quantity, ()):
        if check.result is Outcome.MISMATCH:
            yield Doubt(Reason.MISMATCH, check.formula)
        elif row.origin is not Origin.PERSON:
            yield Doubt(Reason.REVIEW, check.message or check.formula)
    if row.origin is Origin.PERSON:
        return
    if row.verdict is not Verdict.SUPPORTED:
        refuted = row.verdict is Verdict.REFUTED
        said = (finding.message or finding.reason) if finding else ""
        yield Doubt(Reason.REFUTED if refuted else Reason.UNSUPPORTED, said)
    if is_clashing:
        yield Doubt(Reason.CLASH)
    if not row.ref_area:
        yield Doubt(Reason.NOBODY)
    yield from _unsure(row.confidence)


def _unsure(confidence: Confidence | None) -> Iterator[Doubt]:
    if confidence is None:
        return
    for name in READ:
        standing = getattr(confidence, name)
        if standing is Certainty.AMBIGUOUS:
            yield Doubt(Reason.AMBIGUOUS, name)
        elif standing is Certainty.CARRIED and name == "ref_area":
            yield Doubt(Reason.CARRIED, name)
    if confidence.p is not None and confidence.p < UNSURE:
        yield Doubt(Reason.UNSURE, f"{confidence.p:.0%}")


def _checks_of(article: ArticleReport) -> Mapping[str, list[Check]]:
    """Return the checks that ask for a look, by each quantity they are about."""
    found: dict[str, list[Check]] = defaultdict(list)
    for check in article.checks:
        if check.result in ALARMS:
            for quantity in check.quantities:
                found[quantity].append(check)
    return found


def _clashing(article: ArticleReport) -> frozenset[int]:
    """Return the rows that say of the same thing another value than another row does."""
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(article.observations):
        period = row.time_period or row.time_period_text
        key = (row.ref_area, row.indicator, row.scope, row.measure, period, row.status, row.unit)
        same[key].append(at)
    rows = article.observations
    return frozenset(
        at
        for group in same.values()
        if len({rows[at].value for at in group} - {None}) > 1
        for at in group
    )
