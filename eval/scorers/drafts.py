"""A careful reader's draft, replayed: what is flagged of it, and what of the errors planted in it.

What is not found supported is flagged, in right rows and in wrong ones alike: a verifier that only
doubts gains nothing. How many flags are refutations is told beside it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from eval.gold import Sample
from eval.metrics.tally import Ratio
from eval.scorers import Better, Loss, Score
from eval.trials.planted import Replay, replays
from summarizer.report import Finding, IssueReport, Verdict

Found = dict[str, Finding]
DOUBTED = frozenset({Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO})
REFUTED = frozenset({Verdict.REFUTED})


def score(sample: Sample, report: IssueReport) -> tuple[Score, ...]:
    """Compare the findings on a draft, and on the errors planted in it, with what is true."""
    found = {f.subject: f for article in report.articles for f in article.findings}
    played = replays(sample)
    rows = [each for each in played if not each.wrong and each.row]
    sentences = [each for each in played if not each.wrong and each.sentence]
    wrong = [each for each in played if each.wrong]
    return (
        *_flags("rows", rows, found),
        *_flags("sentences", sentences, found),
        Score("errors caught", _caught(wrong, found, DOUBTED), losses=tuple(_missed(wrong, found))),
        *(Score(f"caught: {name}", _caught(g, found, DOUBTED)) for name, g in _grouped(wrong)),
        *(Score(f"refuted: {name}", _caught(g, found, REFUTED)) for name, g in _grouped(wrong)),
    )


def _flags(what: str, right: Sequence[Replay], found: Found) -> Iterator[Score]:
    flagged = Ratio(sum(not _passed(each, found) for each in right), len(right))
    refuted = Ratio(sum(_is(each, found, REFUTED) for each in right), len(right))
    yield Score(f"false flags, {what}", flagged, Better.LOWER, tuple(_wolves(right, found)))
    yield Score(f"refuted, {what}", refuted, Better.LOWER)


def _grouped(played: Sequence[Replay]) -> list[tuple[str, list[Replay]]]:
    groups = defaultdict(list)
    for each in played:
        groups[each.operator].append(each)
    return sorted(groups.items())


def _is(played: Replay, found: Found, verdicts: frozenset[Verdict]) -> bool:
    return played.id in found and found[played.id].verdict in verdicts


def _passed(played: Replay, found: Found) -> bool:
    return _is(played, found, frozenset({Verdict.SUPPORTED}))


def _caught(wrong: Sequence[Replay], found: Found, verdicts: frozenset[Verdict]) -> Ratio:
    return Ratio(sum(_is(each, found, verdicts) for each in wrong), len(wrong))


def _missed(wrong: Sequence[Replay], found: Found) -> Iterator[Loss]:
    for each in wrong:
        if not _is(each, found, DOUBTED):
            yield _loss(each, "error missed", found)


def _wolves(right: Sequence[Replay], found: Found) -> Iterator[Loss]:
    for each in right:
        if not _passed(each, found):
            yield _loss(each, "false flag", found)


def _loss(played: Replay, kind: str, found: Found) -> Loss:
    finding = found.get(played.id)
    said = f"{finding.verdict} ({finding.reason}) {finding.message}" if finding else "no finding"
    start, end = (played.row.start, played.row.end) if played.row else (0, 0)
    return Loss(start, end, kind, f"{played.operator}: {told(played)} → {said}", played.id)


def told(played: Replay) -> str:
    """Return what is put before the verifier as one line, a row with its cells."""
    if played.sentence:
        return played.sentence.text
    row = played.row
    assert row is not None
    cells = (row.entity, row.scope, row.indicator, row.printed, row.time, row.status)
    return " | ".join(filter(None, cells))
