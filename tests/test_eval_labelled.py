"""The pages of samples/, labelled by hand."""

import pytest

from eval.dataset import load
from eval.gold import Question
from eval.harness import evaluate
from eval.scorers import Better
from eval.tasks import TASKS

(SAMPLES,) = load(["samples"])


@pytest.mark.parametrize("question", TASKS)
def test_gold_fed_in_as_a_report_is_perfect(question: Question):
    """Gold against gold loses no point."""
    for measured in evaluate(TASKS[question]("extractive"), SAMPLES, "gold").measures:
        perfect = 0 if measured.better is Better.LOWER else 1
        ideal = measured.better is Better.NEITHER or measured.value in (perfect, None)
        assert ideal, measured.measure


def test_every_line_of_a_page_has_a_label():
    """Lines are given to an article or to the page, none is left over."""
    for sample in SAMPLES.samples:
        places = [b for article in sample.articles for b in article.blocks]
        lines = [line for line in sample.text.split("\n") if line.strip()]
        assert len(places) + len(sample.furniture) == len(lines), sample.id


def test_a_range_is_two_rows_of_one_figure():
    """20-30人 has a lowest and a highest value on the same digits."""
    rows = [row for s in SAMPLES.samples for a in s.articles for row in a.rows if row.group]
    assert [(int(row.value or 0), row.start) for row in rows[:2]] == [
        (20, rows[0].start),
        (30, rows[0].start),
    ]


def test_the_interrupted_article_goes_on_after_the_other_one():
    """The blocks of an article are in reading order, its caption set aside."""
    page = next(sample for sample in SAMPLES.samples if sample.id == "continued")
    first, second, _ = page.articles
    assert first.blocks[-1].start > second.blocks[-1].start
    assert first.truncated
    assert [piece.role for piece in page.furniture] == ["banner", "caption"]
