"""One word for how a number stands."""

from summarizer.report import Verdict
from summarizer.standing import Standing, standings, worst_first
from tests.invented_page import report

FIRST, SECOND = report().articles


def test_the_worst_word_about_a_number_wins():
    """A supported figure in a failing check is a mismatch."""
    assert standings(FIRST)["Q7"] is Standing.MISMATCH


def test_numbers_stand_by_their_checks_and_rows():
    """In a sum that holds, in a row alone, in a check to review, and in nothing at all."""
    stands = standings(FIRST)
    assert (stands["Q3"], stands["Q4"]) == (Standing.EXACT, Standing.SUPPORTED)
    assert (stands["Q1"], stands["Q2"]) == (Standing.UNUSED, Standing.OTHER)
    assert standings(SECOND)["Q2"] is Standing.REVIEW


def test_a_refuted_row_is_worse_than_any_check():
    """The verdict on the row comes first."""
    refuted = FIRST.observations[0].model_copy(update={"verdict": Verdict.REFUTED})
    article = FIRST.model_copy(update={"observations": (refuted,)})
    assert standings(article)["Q3"] is Standing.REFUTED


def test_checks_that_need_a_look_come_first():
    """A mismatch is not hidden behind a dozen sums that hold."""
    results = [check.result for check in worst_first(FIRST.checks)]
    assert results == ["mismatch", "exact"]
