"""Intervals and tests with issues as clusters."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from eval.metrics import statistics
from eval.metrics.tally import Overlap, Ratio


@pytest.mark.parametrize("degrees", [1, 2, 3, 4, 5, 6, 13, 40])
@pytest.mark.parametrize("probability", [0.9, 0.975, 0.995])
def test_quantiles_of_t_equal_scipy(degrees: int, probability: float):
    """The finite sum gives Student's distribution."""
    expected = stats.t.ppf(probability, degrees)
    assert statistics.t_quantile(probability, degrees) == pytest.approx(expected, rel=1e-9)


def test_the_interval_of_one_issue_is_wilsons_and_only_indicative():
    """A single page is as many trials as it has items, and no basis for a conclusion."""
    found = statistics.interval([Ratio(8, 10)])
    expected = stats.binomtest(8, 10).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))
    assert found.indicative


def test_issues_that_differ_widen_the_interval():
    """Errors that come in clusters are worth fewer trials."""
    even = statistics.interval([Ratio(9, 10)] * 8)
    uneven = statistics.interval([Ratio(10, 10)] * 7 + [Ratio(2, 10)])
    assert uneven.high - uneven.low > 2 * (even.high - even.low)


def test_nothing_to_measure_has_no_interval():
    """Empty is not zero."""
    assert statistics.interval([Ratio(), Overlap()]) is None


@pytest.mark.parametrize("issues", [1, 4, 9])
def test_a_spotless_score_is_bounded_by_its_trials(issues: int):
    """Six hundred right answers say at least 99.5 %, however many issues they came from."""
    found = statistics.interval([Ratio(600 / issues, 600 / issues)] * issues)
    assert found
    assert found.low == pytest.approx(0.99502, abs=1e-5)
    assert found.high == 1.0
    assert found.indicative == (issues < 6)


def test_no_error_seen_still_leaves_room():
    """None in 600 numbers allows half a per cent."""
    assert statistics.zero_errors_bound(600) == pytest.approx(0.00498, abs=1e-5)


@given(st.integers(1, 400), st.data())
def test_what_is_surely_reached_equals_scipys_one_sided_wilson(size: int, data: st.DataObject):
    """The bound under a floor."""
    hits = data.draw(st.integers(0, size))
    expected = stats.binomtest(hits, size, alternative="greater").proportion_ci(0.95, "wilson")
    assert statistics.sure_share(hits / size, size) == pytest.approx(expected.low, abs=1e-9)


@given(st.integers(1, 2000), st.floats(0, 1), st.floats(0, 1))
def test_a_better_score_is_never_less_sure(size: int, one: float, other: float):
    """Up to the spotless one."""
    worse, better = sorted((one, other))
    least = statistics.sure_share(worse, size)
    assert least <= statistics.sure_share(better, size) + 1e-12
    assert statistics.sure_share(better, size) <= statistics.sure_share(1, size) + 1e-12


def test_wilson_with_design_effect_covers_the_truth():
    """In 300 simulated sets of 12 uneven issues the interval misses in about one of twenty."""
    dice = random.Random(7)
    hits = sum(_covers(dice) for _ in range(300))
    assert hits > 0.92 * 300


def _covers(dice: random.Random) -> bool:
    shares = [dice.betavariate(0.93 * 12, 0.07 * 12) for _ in range(12)]
    issues = [Ratio(sum(dice.random() < share for _ in range(60)), 60) for share in shares]
    found = statistics.interval(issues)
    return found.low <= 0.93 <= found.high


@given(st.lists(st.integers(-3, 3), min_size=2, max_size=9))
def test_sign_flip_equals_scipys_exact_permutation_test(differences: list[int]):
    """The paired test is exact."""
    expected = stats.permutation_test(
        (differences,), sum, permutation_type="samples", n_resamples=10_000
    )
    assert statistics.sign_flip(differences) == pytest.approx(expected.pvalue)


def test_five_issues_can_never_be_significant():
    """Two of 32 sign patterns are as extreme as the most extreme one."""
    assert statistics.sign_flip([0.1] * 5) == pytest.approx(0.0625)


def test_flag_precision_hangs_on_false_flags():
    """At one wrong claim in a hundred a false-flag rate of one per cent halves the trust."""
    assert statistics.flag_precision(0.95, 0.01, 0.01) == pytest.approx(0.49, abs=0.005)
