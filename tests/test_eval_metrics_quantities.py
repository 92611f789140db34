"""Numbers against numbers."""

from decimal import Decimal

import pytest

from eval.gold import GoldQuantity
from eval.metrics import quantities as metrics
from summarizer.quantity import Kind, Modifier, Quantity

FIGURE = GoldQuantity(
    start=0, end=6, text="约12.5亿元", kind=Kind.AMOUNT, value=Decimal(1250000000), unit="CNY",
    modifier=Modifier.APPROX,
)  # fmt: skip
TRAP = GoldQuantity(start=10, end=13, text="131", kind=Kind.LABEL)
STRICT = ("value", "unit", "bound")


def quantity(**changes: object):
    """Return what answers FIGURE, with changes."""
    fields = {
        "start": 1,
        "end": 6,
        "text": "12.5亿元",
        "kind": Kind.AMOUNT,
        "value": Decimal(1250000000),
        "unit": "CNY",
        "modifier": Modifier.APPROX,
    }
    return Quantity(**fields | changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 1),
        ({"value": Decimal(12)}, 0),
        ({"unit": "USD"}, 0),
        ({"modifier": None}, 0),
        ({"kind": Kind.LABEL}, 0),
        ({"start": 6, "end": 9}, 0),
    ],
)
def test_a_figure_needs_its_value_unit_and_bound(changes: dict[str, object], expected: int):
    """Overlap alone is not enough."""
    assert metrics.figures_f([FIGURE], [quantity(**changes)], STRICT).value == expected


def test_a_trap_read_as_a_figure_is_a_false_positive_and_counted():
    """“131” measures nothing."""
    bite = quantity(start=10, end=13, text="131", value=Decimal(131), unit=None)
    score = metrics.figures_f([FIGURE, TRAP], [quantity(), bite], STRICT)
    assert (score.precision, score.recall) == (0.5, 1.0)
    assert metrics.traps([FIGURE, TRAP], [bite]).value == 1


def test_a_trap_told_as_a_label_is_fine():
    """The digits may be found, if only they are not measured."""
    label = quantity(start=10, end=13, text="131", kind=Kind.LABEL)
    assert metrics.traps([TRAP], [label]).value == 0


def test_an_optional_number_does_not_count():
    """It is neither asked for nor held against anyone."""
    optional = FIGURE.model_copy(update={"required": False})
    assert metrics.figures_f([optional], [quantity()], STRICT).value is None
