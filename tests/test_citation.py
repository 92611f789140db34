"""From a figure to its sentence, and from a sentence of ours to its figures."""

import pytest

from summarizer.citation import Figures, further_points, read
from tests.invented_page import TEXT, report

REPORT = report()
ARTICLE = REPORT.articles[0]
BY_ID = {quantity.id: quantity for quantity in ARTICLE.quantities}


def test_a_figure_split_by_a_caption_is_read_without_it():
    """What lies between the pieces of a figure belongs to the page, not to the figure."""
    assert read(TEXT, ARTICLE).printed(BY_ID["Q6"].span) == "32.2亿元"


def test_a_sentence_runs_on_over_line_ends_and_captions():
    """The quoted sentence is the one a reader reads."""
    assert read(TEXT, ARTICLE).sentence(BY_ID["Q6"].span) == (
        "云岫高新区今年上半年实现营业收入86.4亿元，同比增长12.5%，"
        "其中电子信息54.2亿元、生物医药32.2亿元。"
    )


def test_a_figure_of_the_headline_is_quoted_with_the_headline_alone():
    """A headline does not run on into the byline."""
    assert read(TEXT, ARTICLE).sentence(BY_ID["Q1"].span).endswith("营业收入增长12.5%")


@pytest.mark.parametrize(
    ("prose", "cited", "expected"),
    [
        ("营业收入86.4亿元，同比增长12.5%，其中", (), ["Q3", "Q4"]),
        ("营业收入突破180亿元，同比增长12.5%。", (), ["Q10", "Q11"]),
        ("同比增长12.5%", ("Q11",), ["Q11"]),
        ("增长112.5%，企业1145家", (), []),
        ("没有数字", (), []),
    ],
)
def test_equal_figures_are_told_apart(prose: str, cited: tuple[str, ...], expected: object):
    """12.5% is printed three times, of three indicators."""
    found = Figures.of(read(TEXT, ARTICLE), ARTICLE.quantities).within(prose, cited)
    assert [figure.quantity.id for figure in found] == expected


def test_a_key_point_that_the_abstract_says_already_is_not_said_again():
    """The numbers of the others stay what they were."""
    said = ARTICLE.summary.key_points[0].model_copy(update={"text": "同比增长12.5%"})
    points = (said, *ARTICLE.summary.key_points)
    summary = ARTICLE.summary.model_copy(update={"key_points": points})
    further = further_points(ARTICLE.model_copy(update={"summary": summary}))
    assert [number for number, _ in further] == [1, 2]
