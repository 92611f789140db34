"""Scores that keep their counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import precision_recall_fscore_support

from eval.metrics.tally import Overlap, Ratio, total

LABELS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40)


@given(LABELS)
def test_precision_recall_and_f_equal_scikit_learn(labels: list[tuple[bool, bool]]):
    """For any truth and guess, as long as there is something on one of the sides."""
    truth, guess = [pair[0] for pair in labels], [pair[1] for pair in labels]
    hits = sum(a and b for a, b in labels)
    ours = Overlap(hits, sum(guess), hits, sum(truth))
    theirs = precision_recall_fscore_support(truth, guess, average="binary", zero_division=0)
    found = (ours.precision or 0, ours.recall or 0, ours.value or 0)
    assert found == pytest.approx(theirs[:3])


def test_nothing_to_find_and_nothing_claimed_is_no_score():
    """An empty score is None, neither nought nor one."""
    assert Overlap().value is None
    assert Ratio().value is None
    assert total([]).value is None


@given(st.lists(st.integers(0, 9), min_size=1, max_size=8))
def test_pooled_is_not_averaged(hits: list[int]):
    """Adding up keeps the counts: large issues weigh more."""
    tallies = [Ratio(hit, 9 + index) for index, hit in enumerate(hits)]
    pooled = total(tallies)
    assert pooled == Ratio(sum(hits), sum(9 + index for index in range(len(hits))))
