"""Ask, judge, add up; keep, judge again, compare, gate."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from eval import gate
from eval.compare import changes, flips
from eval.dataset import Dataset, UnknownDataset, load
from eval.gold import Question, Sample
from eval.harness import evaluate, pool
from eval.metrics.tally import Overlap
from eval.results import EvalReport, Result
from eval.runs import NotMeasurable, judge_again, read, run
from eval.scorers import Score
from eval.systems.gold import gold
from eval.tasks import TASKS, Task
from summarizer.report import Failure, IssueReport

(WHOLE,) = load(["synthetic-dev"])
DATA = replace(WHOLE, samples=WHOLE.samples[:6])


def segmentation(**systems: object) -> Task:
    """Return the segmentation task with systems of our own."""
    return replace(TASKS[Question.SEGMENTATION]("extractive"), systems=systems)


def crash_on_first(sample: Sample) -> IssueReport:
    """Answer with the gold, but not on the first page."""
    if sample.id == DATA.samples[0].id:
        raise RuntimeError("out of paper")
    return gold(sample)


def report_of(*results: Result) -> EvalReport:
    """Wrap results as a run."""
    return EvalReport(id="r", started="", version="", model="m", results=results)


def scored(*tallies: Overlap) -> EvalReport:
    """Return a run with one measure, one tally for each sample."""
    scores = [[Score("article F@.9", tally)] for tally in tallies]
    measures = tuple(pool(scores, ["article F@.9"]))
    return report_of(PERFECT.results[0].model_copy(update={"measures": measures}))


def test_a_crash_is_a_value_that_scores_zero():
    """A crashed sample stays in the denominator and is told beside every number."""
    result = evaluate(segmentation(summarizer=crash_on_first), DATA, "summarizer")
    whole = evaluate(segmentation(summarizer=gold), DATA, "summarizer")
    assert (result.n_ok, result.n_total) == (5, 6)
    assert result.outcomes[0].error == "RuntimeError: out of paper"
    assert result.measures[0].tally.size == whole.measures[0].tally.size
    assert (result.measures[0].value or 0) < 1


def failing_model(sample: Sample) -> IssueReport:
    """Answer with the gold, but say that the model failed on the first article."""
    failure = Failure(article="g1", error="ModelUnavailable", message="cannot be reached")
    return gold(sample).model_copy(update={"failures": (failure,)})


def test_an_article_that_failed_is_told_and_the_others_are_judged():
    """A model that is out of reach for one article costs that article, and is named."""
    result = evaluate(segmentation(summarizer=failing_model), DATA, "summarizer")
    assert result.n_ok == 0
    assert "1 of 4 articles failed, g1 with ModelUnavailable" in (result.outcomes[0].error or "")
    assert result.measures[0].value == 1


def test_kept_answers_are_judged_again_without_asking(tmp_path: Path):
    """The scores of a run can be had again from its answers."""
    written = run([Question.QUANTITIES], load(["samples"]), "extractive", tmp_path)
    assert judge_again(tmp_path).results == written.results == read(tmp_path).results


def test_a_folder_without_a_run_is_said_to_be_none(tmp_path: Path):
    """The message names the folder and what to do."""
    with pytest.raises(NotMeasurable, match="no run of `summarize eval`"):
        read(tmp_path)


def test_an_unknown_dataset_is_named_with_the_known_ones():
    """A typing error is not an empty evaluation."""
    with pytest.raises(UnknownDataset, match=r"no dataset 'moon'.*synthetic-test"):
        load(["moon"])


def test_a_comparison_lists_what_flipped_and_how_sure_it_is():
    """Two runs on the same data: difference, p over issues, and the points only one lost."""
    before = report_of(evaluate(segmentation(summarizer=gold), DATA, "summarizer"))
    after = report_of(evaluate(segmentation(summarizer=crash_on_first), DATA, "summarizer"))
    first = changes(before, after)[0]
    assert first.worse
    assert first.p == 1.0
    assert {flip.sample for flip in flips(before, after)} == {DATA.samples[0].id}
    assert all(flip.lost for flip in flips(before, after))


def test_different_data_are_not_compared():
    """Another digest, another question."""
    other = replace(DATA, samples=DATA.samples[1:])
    before, after = (
        report_of(evaluate(segmentation(summarizer=gold), data, "summarizer"))
        for data in (DATA, other)
    )
    with pytest.raises(NotMeasurable, match="different data are not compared"):
        changes(before, after)


PERFECT = report_of(evaluate(segmentation(summarizer=gold), DATA, "summarizer"))
WORSE = report_of(
    evaluate(segmentation(summarizer=TASKS[Question.SEGMENTATION]("").systems["blank lines"]), DATA,
    "summarizer")
)  # fmt: skip
CRASHED = report_of(evaluate(segmentation(summarizer=crash_on_first), DATA, "summarizer"))
NO_FLOORS = gate.Baseline(floors=())
FLOORS = gate.accept(NO_FLOORS, PERFECT, ["synthetic-dev"], None)


@pytest.mark.parametrize(
    ("report", "code"),
    [(PERFECT, 0), (WORSE, 1), (report_of(), 3)],
    ids=["pass", "worse", "nothing measured"],
)
def test_the_gate_tells_worse_from_not_measured(report: EvalReport, code: int):
    """0 pass, 1 worse than a floor, 3 could not be measured."""
    assert gate.verdict(gate.rule(FLOORS, report)) == code


def test_a_crash_does_not_pass_the_gate():
    """A sample without answer leaves its floor unmeasured."""
    rulings = gate.rule(FLOORS, CRASHED)
    assert {ruling.outcome for ruling in rulings} == {"not measured"}
    assert "1 of 6 samples raised an error" in rulings[0].note


def test_a_floor_is_for_its_data_only():
    """A changed set is not a pass."""
    other = replace(DATA, samples=DATA.samples[:5])
    report = report_of(evaluate(segmentation(summarizer=gold), other, "summarizer"))
    assert gate.verdict(gate.rule(FLOORS, report)) == 3


def test_no_floors_are_no_pass():
    """An empty gate measures nothing."""
    assert gate.verdict(gate.rule(NO_FLOORS, PERFECT)) == 3


def test_a_floor_never_sinks_silently():
    """Without a reason it stays; lowering takes one, and the reason is kept."""
    assert gate.accept(FLOORS, WORSE, ["synthetic-dev"], None).floors[0] == FLOORS.floors[0]
    lowered = gate.accept(FLOORS, WORSE, ["synthetic-dev"], "harder pages")
    assert lowered.floors[0].reason == "harder pages"
    assert lowered.floors[0].bound < FLOORS.floors[0].bound


def test_floors_measured_anew_keep_the_reason():
    """Other data, other floors: whoever reads them learns why."""
    other = replace(DATA, samples=DATA.samples[:5])
    report = report_of(evaluate(segmentation(summarizer=gold), other, "summarizer"))
    anew = gate.accept(FLOORS, report, ["synthetic-dev"], "one page fewer")
    assert {floor.reason for floor in anew.floors} == {"one page fewer"}


@pytest.mark.parametrize("missed", [0.5, 1, 2, 20])
def test_a_spotless_score_stays_above_the_floor_of_a_blotted_one(missed: float):
    """The bound rises with the value, to the very top, wherever the errors lay."""
    whole = Overlap(20, 20, 20, 20)
    blotted = Overlap(20 - missed, 20, 20 - missed, 20)
    floors = gate.accept(NO_FLOORS, scored(*[whole] * 7, blotted), ["synthetic-dev"], None)
    assert gate.verdict(gate.rule(floors, scored(*[whole] * 8))) == 0


def test_a_floor_stands_under_what_was_measured():
    """Luck does not open the gate: the lower end counts, for errors the upper one."""
    bounds = {floor.measure: floor.bound for floor in FLOORS.floors}
    assert Decimal("0.8") < bounds["article F@.9"] < 1
    assert 0 < bounds["contamination"] < Decimal("0.2")


def test_the_digest_follows_the_text_and_the_gold():
    """One character more is another set."""
    first, *others = DATA.samples
    changed = first.model_copy(update={"text": first.text + "。"})
    assert Dataset("x", "1", "x", "x", (changed, *others)).digest != DATA.digest
