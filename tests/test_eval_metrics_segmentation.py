"""Articles as sets of characters."""

import warnings
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.metrics import segmentation as metrics
from summarizer.text import Span

A, B, C = (frozenset(range(start, start + 100)) for start in (0, 100, 200))


def test_blank_characters_belong_to_nobody():
    """An article is its non-blank characters, so a line end more or less costs nothing."""
    assert metrics.characters("甲 \n乙", [Span(0, 4)]) == {0, 3}


def test_the_right_articles_in_another_order_are_perfect():
    """Order does not count: a page is a partition."""
    assert metrics.article_f([A, B], [B, A]).value == 1.0


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [([A | B], 0.0), ([A, B, C], 0.8), ([], 0.0), ([A], 2 / 3)],
)
def test_articles_must_come_back_whole_and_alone(predicted: list[frozenset[int]], expected: float):
    """A glued pair gives nothing, a spurious third article costs precision."""
    assert metrics.article_f([A, B], predicted).value == pytest.approx(expected)


def test_a_jump_that_was_not_rejoined_is_seen_by_rejoin_and_not_by_pk():
    """Pk calls right boundaries perfect although one article was cut in two."""
    runs = [[A, C], [B]]
    assert metrics.rejoin(runs, [A, B, C]).value == 0
    assert metrics.rejoin(runs, [A | C, B]).value == 1
    truth, guess = metrics.boundaries([0, 0, 1, 1, 0]), metrics.boundaries([0, 0, 1, 1, 2])
    assert metrics.pk(truth, guess).value == 0


def test_twenty_characters_of_another_article_are_contamination():
    """A stray character is forgiven, a sentence is not."""
    stray, sentence = frozenset(range(100, 119)), frozenset(range(100, 120))
    assert metrics.contaminated([A, B], [A | stray, A | sentence]) == (1,)


def test_every_character_belongs_to_exactly_one_stretch():
    """Coverage counts what is missing and what is claimed twice."""
    ab, b = frozenset({0, 1}), frozenset({1})
    assert metrics.coverage("甲乙丙", [ab], [b]).value == pytest.approx(1 / 3)


labels = st.lists(st.integers(0, 3), min_size=1, max_size=30)


@given(st.data(), labels)
def test_b_cubed_is_what_its_definition_says(data: st.DataObject, gold: list[int]):
    """For each character: the share of its company that belongs with it, both ways."""
    size = len(gold)
    guess = data.draw(st.lists(st.integers(0, 3), min_size=size, max_size=size))
    score = metrics.b_cubed(_groups(gold), _groups(guess))
    pairs = list(zip(gold, guess, strict=True))
    shared = [sum(pair == other for other in pairs) for pair in pairs]
    precision = sum(Fraction(n, guess.count(p[1])) for n, p in zip(shared, pairs, strict=True))
    assert score.precision == pytest.approx(float(precision / size))


def _groups(assigned: list[int]) -> list[frozenset[int]]:
    groups = [frozenset(i for i, label in enumerate(assigned) if label == k) for k in range(4)]
    return [group for group in groups if group]


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=6, max_size=40))
def test_boundary_measures_equal_segeval(gaps: list[tuple[bool, bool]]):
    """Pk and WindowDiff are segeval's, for any segmentation."""
    truth, guess = [gap[0] for gap in gaps], [gap[1] for gap in gaps]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import segeval

        pk = segeval.pk(_masses(guess), _masses(truth), window_size=3)
        diff = segeval.window_diff(_masses(guess), _masses(truth), window_size=3)
    assert metrics.pk(truth, guess, 3).value == pytest.approx(float(pk))
    assert metrics.window_diff(truth, guess, 3).value == pytest.approx(float(diff))


def _masses(gaps: list[bool]) -> tuple[int, ...]:
    masses = [1]
    for gap in gaps:
        masses = [*masses, 1] if gap else [*masses[:-1], masses[-1] + 1]
    return tuple(masses)
