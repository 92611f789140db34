"""Ask, judge, add up.

    ask    (task, dataset, system) ─► answers     slow: the system works
    judge  (task, dataset, answers) ─► Result     fast: may be done again without asking

A sample whose system raised is a value, not a gap: it is judged as an empty answer, and
`n_ok/n_total` stands beside every number. Of a sealed set no lost point is kept, and of an error no
more than its class: whatever shows a result has nothing to give away.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from eval.dataset import Dataset
from eval.gold import Sample
from eval.metrics.statistics import interval
from eval.metrics.tally import total
from eval.results import Answer, Measured, Outcome, Result
from eval.scorers import Better, Score
from eval.systems.reports import silence
from eval.tasks import Task
from summarizer.report import IssueReport

NO_CEILINGS: Mapping[str, float] = {}


def ask(task: Task, dataset: Dataset, name: str) -> Iterator[Answer]:
    """Ask one system every sample that has gold for the task."""
    for sample in dataset.asking(task.question):
        yield _answer(task, dataset, name, sample)


def _answer(task: Task, dataset: Dataset, name: str, sample: Sample) -> Answer:
    started = time.perf_counter()
    error = None
    try:
        report = task.systems[name](sample)
        error = _failures(report)
    except Exception as trouble:  # noqa: BLE001 - a crash of what is measured is a result
        report = silence(sample)
        error = f"{type(trouble).__name__}: {trouble}"
    return Answer(
        task=task.question,
        dataset=dataset.name,
        digest=dataset.digest,
        system=name,
        sample=sample.id,
        seconds=time.perf_counter() - started,
        error=error,
        report=report,
    )


def _failures(report: IssueReport) -> str | None:
    """Say how many articles of a report failed; what was said of the others is judged as it is."""
    if not report.failures:
        return None
    first, count = report.failures[0], len(report.failures)
    share = f"{count} of {len(report.articles)} articles failed"
    return f"{share}, {first.article} with {first.error}: {first.message}"


def judge(task: Task, dataset: Dataset, name: str, answers: Sequence[Answer]) -> Result:
    """Judge the answers of one system; a sample nobody answered counts as an empty answer."""
    given = {answer.sample: answer for answer in answers}
    role = task.role(name)
    outcomes = tuple(
        _outcome(task, sample, given.get(sample.id), shown=role == "ours" and not dataset.sealed)
        for sample in dataset.asking(task.question)
    )
    return Result(
        task=task.question,
        dataset=dataset.name,
        split=dataset.split,
        digest=dataset.digest,
        sealed=dataset.sealed,
        system=name,
        role=role,
        outcomes=tuple(map(_sealed, outcomes)) if dataset.sealed else outcomes,
        measures=tuple(pool([outcome.scores for outcome in outcomes], task.keys, task.ceilings)),
    )


def _outcome(task: Task, sample: Sample, answer: Answer | None, *, shown: bool) -> Outcome:
    """Judge one answer; only what we lost is kept point by point."""
    report = answer.report if answer else silence(sample)
    scores = task.score(sample, report)
    return Outcome(
        sample=sample.id,
        tags=sample.tags,
        seconds=answer.seconds if answer else 0.0,
        error=answer.error if answer else "no answer",
        scores=scores if shown else tuple(replace(score, losses=()) for score in scores),
    )


def _sealed(outcome: Outcome) -> Outcome:
    """Say of an error only of which class it is: its message may quote."""
    error = outcome.error and outcome.error.partition(":")[0]
    return outcome.model_copy(update={"error": error})


def evaluate(task: Task, dataset: Dataset, name: str) -> Result:
    """Ask and judge."""
    return judge(task, dataset, name, tuple(ask(task, dataset, name)))


def pool(
    scores: Sequence[Sequence[Score]],
    keys: Sequence[str] = (),
    ceilings: Mapping[str, float] = NO_CEILINGS,
) -> Iterator[Measured]:
    """Add the scores of all samples up, measure by measure, in order of first appearance."""
    grouped: dict[str, list[Score]] = {}
    for score in (score for sample in scores for score in sample):
        grouped.setdefault(score.measure, []).append(score)
    for measure, group in grouped.items():
        tallies = tuple(score.tally for score in group)
        better = group[0].better
        yield Measured(
            measure=measure,
            better=better,
            key=measure in keys,
            value=total(tallies).value,
            tally=total(tallies),
            interval=None if better is Better.NEITHER else interval(tallies),
            ceiling=ceilings.get(measure),
        )
