"""One reading of an article: its sentences, clauses, names and figures, and those of a claim."""

import datetime as dt

import pytest
from an_article import article

from summarizer.analysis import Analysis, analyse
from summarizer.analysis.sentences import LONG

DATE = dt.date(2018, 5, 2)
BODY = "青山高新区新签约项目18个，总投资45亿元；云岭县新增企业6家。２月出口３億元。"


def read() -> Analysis:
    """Read an article of a headline and a paragraph."""
    return analyse(article(BODY, "青山高新区开局良好"), DATE)


def test_every_place_is_one_of_the_article() -> None:
    """Words, names and figures are found where they are said to be."""
    analysis = read()
    for sentence in analysis.sentences:
        for word in (word for clause in sentence.clauses for word in clause.words):
            assert analysis.text[word.start : word.end] == word.text
    for name in analysis.mentions:
        assert analysis.text[name.start : name.core] == name.text


def test_the_folded_text_keeps_every_offset() -> None:
    """Full-width and traditional characters are read as what they mean."""
    analysis = read()
    assert len(analysis.text) == len(analysis.article.text)
    assert "2月出口3亿元" in analysis.text


def test_figures_know_their_sentence_and_stand_in_reading_order() -> None:
    """Each figure is one of its sentence's; dates are none."""
    figures = read().figures
    assert [f.quantity.text for f in figures] == ["18个", "45亿元", "6家", "３億元"]
    assert all(figure in figure.sentence.figures for figure in figures)


def test_quantities_that_are_handed_over_are_not_looked_for_again() -> None:
    """Who has found the numbers keeps their ids."""
    found = read().quantities[:1]
    assert analyse(article(BODY), DATE, found).quantities == found


@pytest.mark.parametrize("pause", ["、", "，", "；", ""])
def test_a_sentence_without_an_end_is_cut_and_no_figure_lost(pause: str) -> None:
    """Each figure has only so many words before it, however long a list goes on."""
    analysis = analyse(article(f"项目1个{pause}" * 2000), DATE)
    assert len(analysis.figures) == 2000
    assert max(len(clause.words) for s in analysis.sentences for clause in s.clauses) <= 2 * LONG
    assert max(len(sentence.figures) for sentence in analysis.sentences) <= LONG
