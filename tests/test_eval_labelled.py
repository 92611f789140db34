"""Pages labelled by hand."""

import pytest

from eval.dataset import Dataset, load
from eval.gold import Question
from eval.harness import evaluate
from eval.scorers import Better
from eval.tasks import TASKS

SAMPLES, INVENTED, INVENTED_2, INVENTED_3 = load(["samples", "invented*"])
EACH = pytest.mark.parametrize(
    "dataset", [SAMPLES, INVENTED, INVENTED_2, INVENTED_3], ids=lambda dataset: dataset.name
)


@EACH
@pytest.mark.parametrize("question", TASKS)
def test_gold_fed_in_as_a_report_is_perfect(question: Question, dataset: Dataset):
    """Gold against gold loses no point."""
    for measured in evaluate(TASKS[question]("extractive"), dataset, "gold").measures:
        perfect = 0 if measured.better is Better.LOWER else 1
        ideal = measured.better is Better.NEITHER or measured.value in (perfect, None)
        assert ideal, measured.measure


@EACH
def test_every_line_of_a_page_has_a_label(dataset: Dataset):
    """Lines are given to an article or to the page, none is left over."""
    for sample in dataset.samples:
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


def test_a_number_may_be_broken_by_the_end_of_a_line():
    """Pages with hard line ends break a figure from its unit: 2.1亿⏎元."""
    page = next(sample for sample in INVENTED.samples if sample.id == "wrapped")
    broken = [q.text for a in page.articles for q in a.quantities if "\n" in q.text]
    assert broken == ["2.1亿\n元", "2.5亿\n美元"]


def test_a_number_may_be_asked_for_in_the_table_alone():
    """億元 on a Hong Kong page is a row for sure, in which currency is a matter of taste."""
    page = next(sample for sample in INVENTED_2.samples if sample.id == "hongkong-2016")
    article = page.articles[0]
    turnover = next(q for q in article.quantities if q.text == "58.3億元")
    row = next(row for row in article.rows if row.text == "58.3")
    assert (turnover.required, row.required) == (False, True)


def test_a_line_above_the_headline_is_not_part_of_it():
    """A kicker (十年回眸) belongs to the article and not to its headline."""
    page = next(sample for sample in INVENTED_2.samples if sample.id == "science-2012")
    kicker, headline, *_ = page.articles[0].blocks
    assert [kicker.role, headline.role] == ["kicker", "headline"]


def test_an_entity_may_go_by_several_names():
    """岚州 and 全市 are one in the city's own paper."""
    page = next(sample for sample in INVENTED_2.samples if sample.id == "city-2026")
    product = next(row for row in page.articles[0].rows if row.indicator == "地区生产总值")
    assert product.names == ("岚州", "全市")
