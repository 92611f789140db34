"""Sentences with a label: true ones must not be refuted, false ones must not be supported.

    supported   refuted   not_enough_info
    a hit       a miss    half a hit        of a true claim
    a miss      a hit     half a hit        of a false one

`coverage` is the share that was decided at all. Of a sample that is sealed no lost point is told.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from eval.gold import GoldClaim, Sample
from eval.metrics.tally import Balance, Ratio
from eval.scorers import Better, Loss, Score
from summarizer.report import Finding, IssueReport, Verdict

HITS = {
    (True, Verdict.SUPPORTED): 1.0,
    (False, Verdict.REFUTED): 1.0,
    (True, Verdict.NOT_ENOUGH_INFO): 0.5,
    (False, Verdict.NOT_ENOUGH_INFO): 0.5,
}
"""What a verdict on a true (false) claim is worth; what is not listed is worth nothing."""

Found = dict[str, Finding]


def score(sample: Sample, report: IssueReport) -> tuple[Score, ...]:
    """Compare the verdicts on the claims of a sample with their labels."""
    found = {f.subject: f for article in report.articles for f in article.findings}
    right = [claim for claim in sample.claims if claim.true]
    wrong = [claim for claim in sample.claims if not claim.true]
    return (
        Score("balanced accuracy", _balance(sample.claims, found)),
        Score(
            "true refuted",
            _ratio(right, found, Verdict.REFUTED),
            Better.LOWER,
            tuple(_losses(sample, right, found, Verdict.REFUTED)),
        ),
        Score(
            "false supported",
            _ratio(wrong, found, Verdict.SUPPORTED),
            Better.LOWER,
            tuple(_losses(sample, wrong, found, Verdict.SUPPORTED)),
        ),
        Score("coverage", _coverage(sample.claims, found), Better.NEITHER),
        Score("true supported", _ratio(right, found, Verdict.SUPPORTED)),
        Score("false refuted", _ratio(wrong, found, Verdict.REFUTED)),
        *(
            Score(f"supported: {kind}", _ratio(group, found, Verdict.SUPPORTED))
            for kind, group in _grouped(right)
        ),
        *(
            Score(f"passed: {kind}", _ratio(group, found, Verdict.SUPPORTED), Better.LOWER)
            for kind, group in _grouped(wrong)
        ),
    )


def _grouped(claims: Sequence[GoldClaim]) -> list[tuple[str, list[GoldClaim]]]:
    groups = defaultdict(list)
    for claim in claims:
        groups[claim.kind].append(claim)
    return sorted(groups.items())


def _verdict(claim: GoldClaim, found: Found) -> Verdict | None:
    """Return the verdict on a claim; None where there is none, which is no abstention."""
    return found[claim.id].verdict if claim.id in found else None


def _balance(claims: Sequence[GoldClaim], found: Found) -> Balance:
    verdicts = [(claim.true, _verdict(claim, found)) for claim in claims]
    hits = [(true, HITS.get((true, verdict), 0.0)) for true, verdict in verdicts if verdict]
    return Balance(
        sum(hit for true, hit in hits if true),
        sum(claim.true for claim in claims),
        sum(hit for true, hit in hits if not true),
        sum(not claim.true for claim in claims),
    )


def _ratio(claims: Sequence[GoldClaim], found: Found, verdict: Verdict) -> Ratio:
    """Count the claims with a verdict; of claims without any the worst is assumed."""
    given = [_verdict(claim, found) for claim in claims]
    worst = [claim.true is (verdict is Verdict.REFUTED) for claim in claims]
    hits = sum(v is verdict or (v is None and bad) for v, bad in zip(given, worst, strict=True))
    return Ratio(hits, len(claims))


def _coverage(claims: Sequence[GoldClaim], found: Found) -> Ratio:
    decided = (Verdict.SUPPORTED, Verdict.REFUTED)
    return Ratio(sum(_verdict(claim, found) in decided for claim in claims), len(claims))


def _losses(
    sample: Sample, claims: Sequence[GoldClaim], found: Found, verdict: Verdict
) -> Iterator[Loss]:
    label = "true" if verdict is Verdict.REFUTED else "false"
    for claim in claims:
        finding = found.get(claim.id)
        if finding is None or finding.verdict is verdict:
            said = f"{finding.reason}: {finding.message}" if finding else "no finding"
            note = f"{claim.kind}: {claim.text} → {said}"
            yield Loss(0, len(sample.text), f"{label} claim {verdict}", note, claim.id)
