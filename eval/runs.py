"""A run on disk: what was answered, so that it can be judged again without asking.

eval/runs/20260401T120000-extractive/
    answers.jsonl   one line for each answer
    report.json     the scores
    report.html     for people; report.md for a pull request; junit.xml for a build server
"""

import datetime as dt
import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from pydantic import ValidationError

from eval.dataset import Dataset, load
from eval.gold import Question
from eval.harness import ask, judge
from eval.results import Answer, EvalReport, Result
from eval.tasks import TASKS, Task
from summarizer import __version__
from summarizer.errors import SummarizerError
from summarizer.executors import Lost
from summarizer.executors.local import Processes

ANSWERS, SCORES = "answers.jsonl.gz", "report.json"
FAST = 3
RUNS = Path("eval", "runs")


class NotMeasurable(SummarizerError):  # noqa: N818 - a state of the world
    """The answers or scores of a run cannot be compared with what they should be compared with."""


def run(
    questions: Sequence[Question],
    datasets: Sequence[Dataset],
    model: str,
    folder: Path,
    *,
    leave_out: str | None = None,
    workers: int = 1,
) -> EvalReport:
    """Ask every system every question, keep the answers, and judge them.

    `leave_out` is a role nobody asks about this time; of a sealed set nobody asks what each cue is
    worth. With several workers the pages are shared out among processes, each with all that is
    asked about it, so that what one task has read serves the next.
    """
    folder.mkdir(parents=True, exist_ok=True)
    started = dt.datetime.now(dt.UTC)
    plan = tuple(_plan(questions, datasets, model, leave_out))
    given = _spread(plan, model, workers) if workers > 1 else {}
    results = []
    with gzip.open(folder / ANSWERS, "wt", FAST, "utf-8") as kept:
        for step in plan:
            answers = given.get(_name(*step)) or tuple(ask(*step))
            kept.writelines(f"{answer.model_dump_json()}\n" for answer in answers)
            results.append(judge(*step, answers))
    return _report(folder, started, model, results)


Step = tuple[Task, Dataset, str]
Name = tuple[Question, str, str]


def _plan(
    questions: Sequence[Question],
    datasets: Sequence[Dataset],
    model: str,
    leave_out: str | None,
) -> Iterator[Step]:
    for question in questions:
        task = TASKS[question](model)
        for dataset in datasets:
            if dataset.asking(question):
                unasked = (leave_out, "ablation" if dataset.sealed else None)
                asked = (name for name in task.systems if task.role(name) not in unasked)
                yield from ((task, dataset, name) for name in asked)


def _name(task: Task, dataset: Dataset, system: str) -> Name:
    return task.question, dataset.name, system


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of a set, and the names of all that is asked about it."""

    place: int
    dataset: Dataset
    """The set, as if it were of this page alone."""
    digest: str
    steps: tuple[tuple[Question, str], ...]


def _spread(plan: Sequence[Step], model: str, workers: int) -> dict[Name, tuple[Answer, ...]]:
    """Have the pages asked about in several processes. Raises NotMeasurable if one is lost."""
    found: dict[Name, list[tuple[int, Answer]]] = {}
    for page, done in Processes(workers).spread(partial(_ask_page, model), _pages(plan)):
        if isinstance(done, Lost):
            raise NotMeasurable(
                "{name}: {error} on one of its pages", name=page.dataset.name, error=done.error
            )
        for answer in done.result:
            named = (answer.task, answer.dataset, answer.system)
            found.setdefault(named, []).append((page.place, answer))
    return {
        named: tuple(answer for _, answer in sorted(pairs, key=itemgetter(0)))
        for named, pairs in found.items()
    }


def _pages(plan: Sequence[Step]) -> Iterator[_Page]:
    for dataset in {step[1].name: step[1] for step in plan}.values():
        steps = [(task, name) for task, asked, name in plan if asked is dataset]
        for place, sample in enumerate(dataset.samples):
            own = tuple((t.question, name) for t, name in steps if t.question in sample.asks)
            yield _Page(place, replace(dataset, samples=(sample,)), dataset.digest, own)


def _ask_page(model: str, page: _Page) -> tuple[Answer, ...]:
    return tuple(
        answer.model_copy(update={"digest": page.digest})
        for question, name in page.steps
        for answer in ask(TASKS[question](model), page.dataset, name)
    )


def judge_again(folder: Path) -> EvalReport:
    """Judge the kept answers of a run. Raises NotMeasurable where the data have changed since."""
    before = read(folder)
    answers = read_answers(folder)
    datasets = {dataset.name: dataset for dataset in load({a.dataset for a in answers})}
    results = [
        _judged(group, datasets, before.model)
        for _, group in groupby(answers, key=lambda a: (a.task, a.dataset, a.system))
    ]
    started = dt.datetime.fromisoformat(before.started)
    return _report(folder, started, before.model, results)


def read_answers(folder: Path, task: Question | None = None) -> tuple[Answer, ...]:
    """Read the kept answers of a run, or those to one task."""
    start = f'{{"task":"{task}",' if task else ""
    with gzip.open(folder / ANSWERS, "rt", encoding="utf-8") as kept:
        return tuple(Answer.model_validate_json(line) for line in kept if line.startswith(start))


def _judged(group: Iterable[Answer], datasets: dict[str, Dataset], model: str) -> Result:
    answers = tuple(group)
    first = answers[0]
    dataset = datasets.get(first.dataset)
    if dataset is None or dataset.digest != first.digest:
        raise NotMeasurable(
            "{name}: the answers are to {old}, here is {here}; run `summarize eval` again",
            name=first.dataset,
            old=first.digest,
            here=dataset.digest if dataset else "no such set",
        )
    return judge(TASKS[first.task](model), dataset, first.system, answers)


def _report(
    folder: Path, started: dt.datetime, model: str, results: Sequence[Result]
) -> EvalReport:
    report = EvalReport(
        id=folder.name,
        started=started.isoformat(timespec="seconds"),
        version=__version__,
        model=model,
        results=tuple(results),
    )
    (folder / SCORES).write_text(report.model_dump_json(indent=1), "utf-8")
    return report


def read(folder: Path) -> EvalReport:
    """Read the scores of a run. Raises NotMeasurable."""
    try:
        return EvalReport.model_validate_json((folder / SCORES).read_bytes())
    except OSError as trouble:
        raise NotMeasurable("{folder}: no run of `summarize eval` here", folder=folder) from trouble
    except ValidationError as trouble:
        raise NotMeasurable(
            "{path}: not a report of this version", path=folder / SCORES
        ) from trouble


def latest(runs: Path = RUNS) -> Path:
    """Return the folder of the last run. Raises NotMeasurable."""
    folders = sorted(path.parent for path in runs.glob(f"*/{SCORES}"))
    if not folders:
        raise NotMeasurable("{runs}: no runs yet; `summarize eval` makes one", runs=runs)
    return folders[-1]


def new_folder(model: str, runs: Path = RUNS) -> Path:
    """Name a folder for a new run after the time and the model; runs at once are kept apart."""
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S-%f")
    safe = "".join(c if c.isalnum() else "-" for c in model)
    return runs / f"{stamp}-{safe}"
