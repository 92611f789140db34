"""An article without end is read as far as the budget allows, and the rest is told."""

import pytest
from an_article import article

from summarizer.analysis import analyse, article_quantities
from summarizer.analysis.budget import CHARACTERS, FIGURES, affordable, opening
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import UNREAD, summarize_article

FLOOD = "。" * (CHARACTERS - 2)
WORD = "a" * CHARACTERS


def as_read(text: str) -> str:
    """Return as much of an article's text as is read."""
    whole = article(text)
    return affordable(whole, article_quantities(opening(whole), None)).text


@pytest.mark.parametrize("number", ["123亿元", "1，234家", "一百二十三亿元", "1.23%"])
def test_no_number_is_cut_in_two(number: str) -> None:
    """What begins before the end of the budget and ends behind it is not read at all."""
    for shift in range(len(number) + 1):
        read = as_read(f"{FLOOD[shift:]}{number}。而且")
        assert read.strip("。而且") in ("", number)
        assert len(read) <= CHARACTERS


def test_figures_beyond_the_budget_are_left_alone() -> None:
    """The text ends before the first figure that is too many."""
    assert as_read("产值5亿元\n" * (FIGURES + 2)) == "产值5亿元\n" * FIGURES + "产值"


def test_what_is_not_read_is_a_failure_of_the_article() -> None:
    """The report has what was read, and says how much was not."""
    treated = summarize_article(article(f"产值5亿元。\n{WORD}"), ExtractiveModel())
    assert [failure.error for failure in treated.failures] == [UNREAD]
    assert "200,000 of 200,008 characters" in treated.failures[0].message
    assert [row.value for row in treated.report.observations] == [500_000_000]


def test_an_article_of_a_newspaper_is_read_to_its_end() -> None:
    """Nothing of it is left."""
    assert analyse(article("产值5亿元。\n" * 40)).unread == 0
