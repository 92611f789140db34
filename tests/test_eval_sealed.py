"""Sets that are scored and never read: totals are told, and not a word of the pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from eval import terminal
from eval.compare import changes, flips
from eval.dataset import BESIDE, Dataset, load
from eval.gold import Question
from eval.report import write
from eval.results import EvalReport
from eval.runs import run

(WHOLE,) = load(["invented-3"])
OPEN = replace(WHOLE, samples=WHOLE.samples[:2])
SEALED = replace(OPEN, sealed=True)
WORDS = 6


def grams(text: str) -> set[str]:
    """Return every stretch of a few characters."""
    bare = "".join(text.split())
    return {bare[at : at + WORDS] for at in range(len(bare) - WORDS + 1)}


SECRET = {gram for s in OPEN.samples for gram in grams(s.text) if not gram.isascii()}


def told(dataset: Dataset, folder: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    """Run every task, and yield all that is then shown or written for people."""
    report = run(tuple(Question), [dataset], "extractive", folder)
    yield from (path.read_text("utf-8") for path in write(report, [dataset], folder, report))
    terminal.show(report, every=True, losses=99)
    terminal.show_changes(changes(report, report), flips(emptied(report), report))
    yield capsys.readouterr().out


def emptied(report: EvalReport) -> EvalReport:
    """Return a run that lost nothing, so that every loss of the other one has flipped."""
    results = tuple(
        result.model_copy(
            update={
                "outcomes": tuple(
                    outcome.model_copy(
                        update={"scores": tuple(replace(s, losses=()) for s in outcome.scores)}
                    )
                    for outcome in result.outcomes
                )
            }
        )
        for result in report.results
    )
    return report.model_copy(update={"results": results})


def test_nothing_that_is_shown_of_a_sealed_set_quotes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    """Reports, terminal, comparison: no stretch of six characters of a page is in them."""
    for shown in told(SEALED, tmp_path, capsys):
        assert not grams(shown) & SECRET


def test_an_open_set_is_quoted_everywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """The same pages, not sealed: what is lost is shown, so the test above can fail."""
    html, _, _, scores, printed = told(OPEN, tmp_path, capsys)
    assert all(grams(shown) & SECRET for shown in (html, scores, printed))


def test_totals_and_intervals_are_the_same_sealed_or_not(tmp_path: Path):
    """Only the losses are missing."""
    both = (
        run([Question.INDICATORS], [dataset], "extractive", tmp_path / str(dataset.sealed))
        for dataset in (OPEN, SEALED)
    )
    opened, sealed = ([r.measures for r in report.results] for report in both)
    assert opened == sealed


def test_an_error_on_a_sealed_page_is_told_by_its_class_alone():
    """A message may quote what could not be read."""
    from eval.harness import evaluate
    from eval.tasks import TASKS

    task = TASKS[Question.QUANTITIES]("extractive")
    broken = replace(task, systems={"summarizer": quoting})
    outcomes = evaluate(broken, SEALED, "summarizer").outcomes
    assert {outcome.error for outcome in outcomes} == {"ValueError"}


def quoting(sample: object) -> None:
    """Fail with words of the page."""
    raise ValueError(f"cannot read {sample}")


def test_what_is_for_checking_is_sealed():
    """The cards say so: every set whose name ends in -check, and no other."""
    assert {d.name for d in load(BESIDE) if d.sealed} == {n for n in BESIDE if "check" in n}
