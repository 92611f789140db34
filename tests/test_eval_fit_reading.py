"""Weights of cues, fitted to choices and to rows that are right or wrong."""

import pytest

from eval.fit.reading import Case, ablation, curve, fit_chance, fit_choice, vouching

CHOICES = [
    Case(f"a{n}", (("near", "zone"), ("far", "zone"), ("far",)), (True, False, False))
    for n in range(30)
]


def test_a_cue_of_the_right_ones_gains_weight() -> None:
    """What stands by the gold weighs more than what stands by the others."""
    weights = fit_choice(CHOICES)
    assert weights["near"] > weights["zone"] > weights["far"]


@pytest.mark.parametrize(("right", "sign"), [(True, 1), (False, -1)])
def test_what_goes_with_right_rows_speaks_for_them(right: bool, sign: int) -> None:
    """The sign of a weight is that of its evidence."""
    rows = [Case(f"a{n}", (("told",),), (right,)) for n in range(40)]
    assert fit_chance(rows)["told"] * sign > 0


def test_a_family_of_cues_that_tells_is_missed() -> None:
    """Without the one that speaks for the right candidate it is a toss; fewer articles do."""
    cases = [Case(str(n), (("here", "right a"), ("here",)), (True, False)) for n in range(200)]
    told = [line.rsplit(maxsplit=1)[0].strip() for line in ablation(cases)]
    assert told == ["owner, without here", "owner, without right"]
    assert [line.split()[-1] for line in curve(cases)][-1] == "1.000"


def test_rows_are_told_apart_by_how_often_their_like_hold() -> None:
    """On articles that were left out."""
    right = [Case(f"a{n}", (("told",),), (True,)) for n in range(100)]
    wrong = [Case(f"b{n}", (("guessed",),), (False,)) for n in range(100)]
    told = [line.split()[1:] for line in vouching([*right, *wrong])]
    assert told == [["sure", "1.000", "of", "100"], ["unsure", "0.000", "of", "100"]]
