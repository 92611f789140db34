"""Invented pages whose every fact is known."""

import pytest

from eval.dataset import Dataset, load
from eval.harness import evaluate
from eval.scorers import Better
from eval.synthetic import page
from eval.synthetic.layout import OPERATORS
from eval.tasks import TASKS, Question
from summarizer.text import Span

(DEV,), (TEST,) = load(["synthetic-dev"]), load(["synthetic-test"])


@pytest.mark.parametrize("question", TASKS)
def test_gold_fed_in_as_a_report_is_perfect(question: Question):
    """Gold against gold loses no point, whatever the operators did to the page."""
    for measured in evaluate(TASKS[question]("extractive"), DEV, "gold").measures:
        perfect = 0 if measured.better is Better.LOWER else 1
        ideal = measured.better is Better.NEITHER or measured.tally.value in (perfect, None)
        assert ideal, measured.measure


def test_a_page_is_a_function_of_its_seed():
    """The same seed gives the same page, another seed another."""
    first, again, other = (page(seed, 7, test=False) for seed in ("1", "1", "2"))
    assert first == again != other


@pytest.mark.parametrize("dataset", [DEV, TEST], ids=lambda dataset: dataset.name)
def test_blocks_and_furniture_partition_the_page(dataset: Dataset):
    """Every non-blank character of a page belongs to exactly one block or piece of furniture."""
    for sample in dataset.samples:
        blocks = [block for article in sample.articles for block in article.blocks]
        places = [Span(place.start, place.end) for place in (*blocks, *sample.furniture)]
        owned = [offset for place in places for offset in range(place.start, place.end)]
        blank_free = {i for i, character in enumerate(sample.text) if not character.isspace()}
        assert len(owned) == len(set(owned)), sample.id
        assert blank_free <= set(owned), sample.id


def test_every_operator_is_at_work_in_both_splits():
    """A curve over operators needs pages with each of them."""
    for dataset in (DEV, TEST):
        tags = {tag for sample in dataset.samples for tag in sample.tags}
        assert set(OPERATORS) <= tags


def test_no_sentence_of_the_test_split_stands_in_the_dev_split():
    """The splits share the grammar, not the pages."""
    paragraphs = [
        {line for sample in dataset.samples for line in sample.text.split("\n") if len(line) > 30}
        for dataset in (DEV, TEST)
    ]
    assert not paragraphs[0] & paragraphs[1]


def test_figures_of_an_article_differ():
    """Two figures of one value would make a swap of the two no error."""
    for sample in TEST.samples:
        for article in sample.articles:
            values = [row.value for row in article.rows if row.group is None]
            assert len(values) == len(set(values)), sample.id
