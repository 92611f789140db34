"""What a verifier flagged against what is wrong: recall by operator, false flags by control.

A claim that is not found supported is flagged, right and wrong ones alike: a verifier that only
doubts gains nothing. How often a right claim is refuted, not only doubted, is told beside it. A
claim without a finding is neither caught nor passed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from eval.gold import Sample
from eval.metrics.tally import Ratio
from eval.scorers import Better, Loss, Score
from eval.trials import trials
from eval.trials.claims import Trial
from summarizer.report import Finding, IssueReport, Verdict


def score(sample: Sample, report: IssueReport) -> tuple[Score, ...]:
    """Compare the findings on the trials of a page with what is true of them."""
    found = {f.subject: f for article in report.articles for f in article.findings}
    tried = trials(sample)
    wrong = [trial for trial in tried if trial.wrong]
    right = [trial for trial in tried if not trial.wrong]
    return (
        Score("errors caught", _caught(wrong, found), losses=tuple(_missed(wrong, found))),
        Score("false flags", _cried(right, found), Better.LOWER, tuple(_wolves(right, found))),
        Score("right claims refuted", _refuted(right, found), Better.LOWER),
        Score("undecided", _undecided(tried, found), Better.NEITHER),
        *(Score(f"caught: {name}", _caught(group, found)) for name, group in _grouped(wrong)),
        *(
            Score(f"flagged: {name}", _cried(group, found), Better.LOWER)
            for name, group in _grouped(right)
        ),
    )


Found = dict[str, Finding]


def _grouped(tried: Sequence[Trial]) -> list[tuple[str, list[Trial]]]:
    groups = defaultdict(list)
    for trial in tried:
        groups[trial.operator].append(trial)
    return sorted(groups.items())


def _flagged(trial: Trial, found: Found) -> bool:
    return trial.id in found and found[trial.id].verdict is not Verdict.SUPPORTED


def _passed(trial: Trial, found: Found) -> bool:
    return trial.id in found and found[trial.id].verdict is Verdict.SUPPORTED


def _caught(wrong: Sequence[Trial], found: Found) -> Ratio:
    return Ratio(sum(_flagged(trial, found) for trial in wrong), len(wrong))


def _cried(right: Sequence[Trial], found: Found) -> Ratio:
    return Ratio(sum(not _passed(trial, found) for trial in right), len(right))


def _refuted(right: Sequence[Trial], found: Found) -> Ratio:
    refuted = (found[t.id].verdict is Verdict.REFUTED for t in right if t.id in found)
    return Ratio(sum(refuted), len(right))


def _undecided(tried: Sequence[Trial], found: Found) -> Ratio:
    open_ = [
        trial
        for trial in tried
        if trial.id not in found or found[trial.id].verdict is Verdict.NOT_ENOUGH_INFO
    ]
    return Ratio(len(open_), len(tried))


def _missed(wrong: Sequence[Trial], found: Found) -> Iterator[Loss]:
    for trial in wrong:
        if not _flagged(trial, found):
            yield _loss(trial, "error missed", found)


def _wolves(right: Sequence[Trial], found: Found) -> Iterator[Loss]:
    for trial in right:
        if not _passed(trial, found):
            yield _loss(trial, "false flag", found)


def _loss(trial: Trial, kind: str, found: Found) -> Loss:
    row = trial.claim.row
    finding = found.get(trial.id)
    verdict = f"{finding.verdict} ({finding.reason})" if finding else "no finding"
    return Loss(row.start, row.end, kind, f"{trial.operator}: {told(trial)} → {verdict}", trial.id)


def told(trial: Trial) -> str:
    """Return the claim as one line, a row with its fields."""
    claim = trial.claim
    if not claim.tabular:
        return claim.sentence
    fields = (claim.entity, claim.indicator, claim.parts.text, claim.period, claim.status)
    return " | ".join(filter(None, fields))
