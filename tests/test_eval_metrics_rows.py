"""The indicator table, and when two names, units or periods are one."""

from decimal import Decimal

import pytest

from eval.gold import GoldRow
from eval.metrics import rows as metrics
from eval.metrics.periods import same_period
from eval.metrics.rows import Row
from eval.metrics.similarity import agree
from eval.metrics.units import same_unit
from summarizer.summary import Measure, Status
from summarizer.text import Span

GOLD = GoldRow(
    start=10,
    end=12,
    text="36",
    value=Decimal(36),
    unit="CNY",
    entity="南川高新区",
    indicator="营业收入",
    measure=Measure.LEVEL,
    status=(Status.PLAN, Status.CAPACITY),
)


def row(**changes: object):
    """Return the row that answers GOLD, with changes."""
    fields = {
        "span": Span(9, 15),
        "value": Decimal(36),
        "low": None,
        "high": None,
        "unit": "CNY",
        "entity": "南川高新区",
        "indicator": "营业收入",
        "measure": Measure.LEVEL,
        "status": Status.PLAN,
        "period": None,
    }
    return Row(**fields | changes)


def f(
    found: list[Row], fields: tuple[str, ...], gold: tuple[GoldRow, ...] = (GOLD,)
) -> float | None:
    """Return the F score of some rows."""
    return metrics.row_f(metrics.match(gold, found), found, fields).value


@pytest.mark.parametrize(
    ("changes", "value", "relaxed", "demanding"),
    [
        ({}, 1, 1, 1),
        ({"value": Decimal(37)}, 0, 0, 0),
        ({"span": Span(12, 15)}, 0, 0, 0),
        ({"entity": "北川高新区"}, 1, 1, 1),  # three of four bigrams: too near to tell apart
        ({"entity": "南川高新区、北川高新区"}, 1, 1, 0),
        ({"entity": "远山集团"}, 1, 0, 0),
        ({"indicator": "积极引进营业收入"}, 1, 1, 0),
        ({"indicator": "固定资产投资"}, 1, 0, 0),
        ({"measure": Measure.GROWTH}, 1, 0, 0),
        ({"status": Status.ACTUAL}, 1, 0, 0),
        ({"status": Status.CAPACITY}, 1, 1, 1),
        ({"period": "2018"}, 1, 1, 1),
    ],
)
def test_a_row_is_compared_field_by_field(
    changes: dict[str, object], value: int, relaxed: int, demanding: int
):
    """Figure and value alone, then what the figure means, then under names that say no more."""
    found = [row(**changes)]
    assert f(found, metrics.VALUE_ONLY) == value
    assert f(found, metrics.RELAXED_NAMES) == relaxed
    assert f(found, metrics.DEMANDING_NAMES) == demanding


def test_omission_and_invention_are_counted_apart():
    """A row elsewhere is both a gap and an invention."""
    found = [row(span=Span(50, 52))]
    matches = metrics.match([GOLD], found)
    assert metrics.omissions(matches).value == 1
    assert metrics.inventions(matches, found).value == 1


def test_an_optional_row_is_neither_asked_for_nor_held_against_anyone():
    """Finding it is no error, missing it no miss."""
    optional = GOLD.model_copy(update={"required": False})
    assert f([row()], metrics.DEMANDING_NAMES, (optional,)) is None
    assert f([], metrics.DEMANDING_NAMES, (optional,)) is None


def test_one_printed_range_answers_both_its_rows():
    """6-8亿元 is one prediction and two gold rows."""
    ends = [GOLD.model_copy(update={"value": Decimal(end), "group": "range 1"}) for end in (30, 40)]
    found = [row(value=None, low=Decimal(30), high=Decimal(40))]
    assert f(found, metrics.DEMANDING_NAMES, tuple(ends)) == 1


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("园区营业收入", "营业收入", True),
        ("規模以上工業總產值", "工业总产值", True),
        ("新增高新技术企业数", "高新技术企业新增", True),
        ("工业总产值", "固定资产投资", False),
        ("项目总投资", "注册商标", False),
        (None, None, True),
        (None, "南川高新区", False),
    ],
)
def test_names_agree_when_they_mean_one_thing(left: str | None, right: str | None, same: bool):
    """Equal, contained, or half of the bigrams shared."""
    assert agree(left, right) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("平方米", "m2", True),
        ("台(套)", "台", True),
        ("CNY", "元", True),
        ("CNY", "USD", False),
        ("户", "家", False),
        ("元/公斤", "CNY/kg", True),
        ("吨/日", "t/(d)", True),
        ("元/吨", "USD/t", False),
        ("發", "发", True),
        (None, None, True),
    ],
)
def test_units_are_compared_under_their_aliases(left: str | None, right: str | None, same: bool):
    """A gold unit in words is the code of the report."""
    assert same_unit(left, right) is same


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("2011-H1", "2011-S1", True),
        ("2011-01/2011-06", "2011-S1", True),
        ("2011-01/2011-05", "2011-01-01/P5M", True),
        ("2018-Q1", "2018-01/2018-03", True),
        ("2018", "2018-01-01/P1Y", True),
        ("2018-02", "2018", False),
        ("2018", None, False),
    ],
)
def test_periods_are_the_days_they_cover(left: str | None, right: str | None, same: bool):
    """Two notations of the same days are one period."""
    assert same_period(left, right) is same
