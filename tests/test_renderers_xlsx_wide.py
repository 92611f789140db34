"""The wide table: one figure in a cell."""

from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities
from summarizer.renderers.xlsx.book import Numeral
from summarizer.renderers.xlsx.wide import SERIES, widen
from summarizer.summary import Status
from summarizer.table import OBSERVATIONS, Row
from tests.invented_page import TEXT, report

ROW = next(OBSERVATIONS.rows(report(), TEXT))
SIGN, NUMBER = SERIES.index("界"), SERIES.index("并列")


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("86.4亿元", [Numeral(Decimal("86.4"))]),
        ("不超过2亿元", [Numeral(Decimal(2), "≤")]),
        ("240余家", [Numeral(Decimal(240), ">")]),
        ("近1200万元", [Numeral(Decimal(1200), "≈")]),
        ("5000万元以上", [Numeral(Decimal(5000), "≥")]),
        ("同比下降超过5%", [Numeral(Decimal(-5), "<")]),
        ("同比下降不超过5%", [Numeral(Decimal(-5), "≥")]),
        ("3亿元至5亿元", [Numeral(Decimal(3), "≥"), Numeral(Decimal(5), "≤")]),
    ],
)
def test_a_bound_keeps_its_sign_and_its_number(printed: str, expected: list[Numeral]):
    """The sign is that of the arithmetic; an interval is its two bounds."""
    _, lines = widen([_row(printed)])
    assert [line[-1] for line in lines] == expected
    assert [line[SIGN] for line in lines] == [each.sign or None for each in expected]


def test_a_bound_never_stands_in_a_line_of_figures():
    """Whoever adds up a line adds figures."""
    earlier = _row("210家", period="2023")
    _, lines = widen([_row("240余家", period="2024"), earlier])
    assert [line[SIGN:] for line in lines] == [
        (None, None, Numeral(Decimal(210)), None),
        (">", None, None, Numeral(Decimal(240), ">")),
    ]


def test_the_second_figure_of_a_cell_has_a_line_of_its_own():
    """Neither is chosen, and what is said twice stands once."""
    _, lines = widen([_row("86.4亿元"), _row("87亿元"), _row("86.4亿元")])
    assert [line[NUMBER:] for line in lines] == [
        (None, Numeral(Decimal("86.4"))),
        (2, Numeral(Decimal(87))),
    ]


def test_a_target_is_no_fact():
    """It stands in the long table only."""
    row = _row("180亿元")
    said = row.observation.model_copy(update={"status": Status.TARGET})
    assert widen([replace(row, observation=said)])[1] == []


def _row(printed: str, period: str = "2024-S1") -> Row:
    found = find_quantities(printed)[-1]
    update = {"value": found.value, "unit_mult": found.unit_mult, "time_period": period}
    return replace(ROW, quantity=found, observation=ROW.observation.model_copy(update=update))
