"""What is shown: an EvalReport and its pages, arranged for the templates."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from eval.compare import Change, Flip, changes, flips
from eval.dataset import Dataset
from eval.gate import Ruling, read_baseline, rule, verdict
from eval.gold import Question, Sample
from eval.report import charts
from eval.report.forest import Forest, forest
from eval.report.pages import PageView, page_views
from eval.results import Answer, EvalReport, Measured, Result, Trust, trust
from eval.scorers import Better, Loss
from eval.tasks import OURS_IN_GOLD, TASKS

GALLERY = 6
CONTEXT = 18


@dataclass(frozen=True, slots=True)
class Row:
    """One deciding measure of our system, with its change and what a baseline gets."""

    measured: Measured
    change: float | None
    floor: str
    baselines: tuple[tuple[str, Measured], ...]

    @property
    def good(self) -> bool:
        """Whether the change goes the right way."""
        up = self.measured.better is Better.HIGHER
        return (self.change or 0) > 0 if up else (self.change or 0) < 0


@dataclass(frozen=True, slots=True)
class Block:
    """One task on one dataset: our rows first, then every measure of every system."""

    result: Result
    rows: tuple[Row, ...]
    systems: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class TaskView:
    """Everything about one task."""

    question: str
    asks: str
    blocks: tuple[Block, ...]
    forest: Forest
    curves: tuple[charts.Curve, ...]
    operators: tuple[tuple[str, Measured], ...]
    trusts: tuple[tuple[str, tuple[Trust, ...]], ...]
    """F against coverage, by data set."""
    slices: tuple[charts.Slices, ...]
    ablation: tuple[charts.Ablation, ...]
    ablated: tuple[str, ...]
    """The sets on which cues were switched off."""
    heat: tuple[charts.HeatRow, ...]
    precision: tuple[charts.Precision, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A lost point in the words around it."""

    dataset: str
    sample: str
    before: str
    lost: str
    after: str
    loss: Loss


@dataclass(frozen=True, slots=True)
class Cause:
    """Lost points whose first failing stage is the same."""

    stage: str
    kind: str
    count: int
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that the templates need."""

    report: EvalReport
    rulings: tuple[Ruling, ...]
    code: int
    tasks: tuple[TaskView, ...]
    causes: tuple[Cause, ...]
    pages: tuple[PageView, ...]
    datasets: tuple[Dataset, ...]
    before: EvalReport | None
    changes: tuple[Change, ...]
    flips: tuple[Flip, ...]

    @property
    def n_ok(self) -> int:
        """How many samples our systems answered."""
        return sum(result.n_ok for result in self.report.ours())

    @property
    def n_total(self) -> int:
        """How many samples our systems were asked."""
        return sum(result.n_total for result in self.report.ours())


def view(
    report: EvalReport,
    datasets: Sequence[Dataset],
    answers: Sequence[Answer],
    before: EvalReport | None,
) -> View:
    """Arrange a run for reading."""
    rulings = rule(read_baseline().under(report), report)
    samples = {(d.name, sample.id): sample for d in datasets for sample in d.samples}
    return View(
        report=report,
        rulings=rulings,
        code=verdict(rulings),
        tasks=tuple(_tasks(report, before)),
        causes=tuple(_causes(report, samples)),
        pages=tuple(page_views(report, samples, answers)),
        datasets=tuple(datasets),
        before=before,
        changes=changes(before, report) if before else (),
        flips=flips(before, report) if before else (),
    )


def _tasks(report: EvalReport, before: EvalReport | None) -> Iterator[TaskView]:
    for question, group in groupby(report.results, key=lambda result: result.task):
        results = tuple(group)
        ours = [result for result in results if result.role == "ours"]
        opened = [result for result in ours if not result.sealed]
        invented = [result for result in ours if result.split.startswith("synthetic")]
        broken = invented and question is Question.SEGMENTATION
        yield TaskView(
            question=question,
            asks=TASKS[question](report.model).asks,
            blocks=tuple(_block(result, results, before) for result in ours),
            forest=forest(results),
            curves=tuple(charts.curves(invented)) if broken else (),
            operators=tuple(charts.operators(invented)) if broken else (),
            trusts=tuple((r.dataset, rows) for r in ours if (rows := trust(r))),
            slices=tuple(_slices(opened)),
            ablation=tuple(charts.ablation(opened, results)),
            ablated=tuple(result.dataset for result in opened),
            heat=tuple(charts.heat(ours)) if question is Question.VERIFICATION else (),
            precision=tuple(charts.precision(ours)) if question is Question.VERIFICATION else (),
        )


def _slices(opened: Sequence[Result]) -> Iterator[charts.Slices]:
    """Cut each natural set in its first deciding measure, but no sealed one: a slice is small."""
    for result in opened:
        deciding = next((measured.measure for measured in result.measures if measured.key), None)
        if deciding and result.split.startswith("natural"):
            cut = charts.slices(result, deciding)
            yield from (cut,) if cut.by_tag else ()


def _block(result: Result, results: Sequence[Result], before: EvalReport | None) -> Block:
    beside = tuple(
        other for other in results if other.dataset == result.dataset and other.role != "ablation"
    )
    return Block(result, tuple(_rows(result, beside, before)), beside)


def _rows(result: Result, beside: Sequence[Result], before: EvalReport | None) -> Iterator[Row]:
    old = before and before.find(result)
    floors = {floor.measure: floor for floor in read_baseline().floors if floor.is_for(result)}
    for measured in result.measures:
        if measured.key:
            floor = floors.get(measured.measure)
            earlier = old.measured(measured.measure) if old else None
            reference = earlier.value if earlier else float(floor.value) if floor else None
            known = reference is not None and measured.value is not None
            yield Row(
                measured,
                (measured.value or 0) - (reference or 0) if known else None,
                f"{floor.bound}" if floor else "",
                tuple(_others(measured.measure, beside)),
            )


def _others(measure: str, beside: Sequence[Result]) -> Iterator[tuple[str, Measured]]:
    for other in beside:
        measured = other.measured(measure)
        if other.role == "baseline" and measured:
            yield other.system, measured


Samples = Mapping[tuple[str, str], Sample]


def _causes(report: EvalReport, samples: Samples) -> Iterator[Cause]:
    """Sort every point we lost by the first stage that failed there, commonest first."""
    below = Below(report, samples)
    groups: dict[tuple[str, str], list[tuple[Result, str, Loss]]] = {}
    for result, sample, loss in _lost(report):
        stage = below.first_failing(result, sample, loss)
        groups.setdefault((stage, loss.kind), []).append((result, sample, loss))
    for (stage, kind), found in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        exhibits = tuple(_exhibit(samples, *item) for item in _spread(found))
        yield Cause(stage, kind, len(found), exhibits)


class Below:
    """What the stages below lost: whole articles, and single numbers."""

    def __init__(self, report: EvalReport, samples: Samples) -> None:
        self._samples = samples
        self._broken: dict[tuple[str, str], set[str]] = {}
        self._numbers: dict[tuple[str, str], list[Loss]] = {}
        for result, sample, loss in _lost(report):
            place = result.dataset, sample
            if loss.kind == "article not whole":
                self._broken.setdefault(place, set()).add(loss.item)
            elif result.task is Question.QUANTITIES:
                self._numbers.setdefault(place, []).append(loss)

    def first_failing(self, result: Result, sample: str, loss: Loss) -> str:
        """Return the lowest stage that lost a point at the same place; trials stand alone."""
        place = result.dataset, sample
        if result.task not in (Question.INDICATORS, Question.SUMMARIES):
            return result.task
        if result.system != OURS_IN_GOLD and self._owner(place, loss) in self._broken.get(
            place, ()
        ):
            return Question.SEGMENTATION
        near = self._numbers.get(place, ())
        if any(other.start < loss.end and loss.start < other.end for other in near):
            return Question.QUANTITIES
        return result.task

    def _owner(self, place: tuple[str, str], loss: Loss) -> str | None:
        """Return the id of the gold article in which a point was lost."""
        return next(
            (
                article.id
                for article in self._samples[place].articles
                if any(span.start <= loss.start < span.end for span in article.spans)
            ),
            None,
        )


def _lost(report: EvalReport) -> Iterator[tuple[Result, str, Loss]]:
    for result in report.ours():
        for outcome in result.outcomes:
            for score in outcome.scores:
                yield from ((result, outcome.sample, loss) for loss in score.losses)


def _spread(found: Sequence[tuple[Result, str, Loss]]) -> list[tuple[Result, str, Loss]]:
    """Take examples from as many pages as there are."""
    seen: Counter[str] = Counter()
    ranked = []
    for item in found:
        ranked.append((seen[item[1]], item))
        seen[item[1]] += 1
    ranked.sort(key=lambda pair: pair[0])
    return [item for _, item in ranked[:GALLERY]]


def _exhibit(samples: Samples, result: Result, sample: str, loss: Loss) -> Exhibit:
    text = samples[result.dataset, sample].text
    end = min(loss.end, loss.start + 2 * CONTEXT)
    return Exhibit(
        result.dataset,
        sample,
        text[max(0, loss.start - CONTEXT) : loss.start],
        text[loss.start : end],
        text[end : end + CONTEXT],
        loss,
    )
