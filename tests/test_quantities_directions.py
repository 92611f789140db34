"""Which way a figure goes: falls, changes of a change, distances. All phrases invented."""

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


def values(text: str, language: str = "zh") -> list[str]:
    """Return the printed values of all figures, in order."""
    found = find_quantities(text, language)
    return [str(each.value) for each in found if each.is_figure]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("出口增速回落2.7个百分点", "-2.7"),
        ("增速放缓2.7个百分点", "-2.7"),
        ("增速加快1.2个百分点", "1.2"),
        ("涨幅收窄0.3个百分点", "-0.3"),
        ("涨幅扩大0.3个百分点", "0.3"),
        ("增幅同比提高3.2个百分点", "3.2"),
        ("降幅收窄1.1个百分点", "1.1"),
        ("降幅比1—11月份收窄0.4个百分点", "0.4"),
        ("降幅较前值缩小了约1.5个百分点", "1.5"),
        ("降幅比上月扩大0.8个百分点", "-0.8"),
        ("跌幅扩大2.1个百分点", "-2.1"),
        ("降幅较上月回升2.1个百分点", "2.1"),
        ("利润率同比下降0.6个百分点", "-0.6"),
        ("預測下修0.43個百分點", "-0.43"),
        ("下调半个百分点", "-0.5"),
    ],
)
def test_a_change_of_a_change(text: str, value: str):
    """The sign is that of what is measured: when a fall narrows, growth has risen."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("同比下降5.3%，较上月收窄1.2个百分点", ["-5.3", "1.2"]),
        ("同比增长5.3%，较上月收窄1.2个百分点", ["5.3", "-1.2"]),
        ("同比下降5.3%，降幅比上月扩大1.2个百分点", ["-5.3", "-1.2"]),
        ("同比下降5.3%，差距收窄1.2个百分点", ["-5.3", "-1.2"]),
        ("同比下降5.3%，较上月回落1.2个百分点", ["-5.3", "-1.2"]),
        ("降幅由5.1%收窄至3.2%", ["-5.1", "-3.2"]),
        ("分别收窄0.5个和0.3个百分点", ["-0.5", "-0.3"]),
        ("降幅分别收窄0.5个和0.3个百分点", ["0.5", "0.3"]),
        ("減少港幣二十億元或44%", ["-2000000000", "-44"]),
        ("减少6.9万人（0.6%）", ["-69000", "-0.6"]),
        ("增加6.9万人（0.6%）", ["69000", "0.6"]),
    ],
)
def test_what_a_fall_before_it_says(text: str, both: list[str]):
    """A figure told of a fall before it takes its direction from there."""
    assert values(text) == both


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("出现2.1%的负增长", "-2.1"),
        ("以3.2%的速度递减", "-3.2"),
        ("跌幅收窄至3.2%", "-3.2"),
        ("降幅扩大到5%", "-5"),
        ("降幅为2.1%", "-2.1"),
        ("下降幅度为2.1%", "-2.1"),
        ("下降到2.1%", "2.1"),
        ("降为2.1%", "2.1"),
        ("减少为3家", "3"),
        ("缩减至8家", "8"),
        ("跌破3000点", "3000"),
        ("跌超2%", "-2"),
    ],
)
def test_by_how_much_and_to_what(text: str, value: str):
    """What it fell by is negative, what it fell to is a level; a fall's own size is negative."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("比上年少3家", "-3"),
        ("少收3.2亿元", "-320000000"),
        ("少賺一成一", "-11"),
        ("股價挫1.2%", "-1.2"),
        ("報貶0.3%", "-0.3"),
        ("年衰退6.3%", "-6.3"),
        ("營業額倒退一成二", "-12"),
        ("跌近半成", "-5"),
        ("按年減少5.4億元", "-540000000"),
        ("较上年低1.2个百分点", "-1.2"),
        ("低于上年同期1.2个百分点", "-1.2"),
        ("低于全国平均水平1.2个百分点", "1.2"),
        ("不少于3家", "3"),
        ("至少3家", "3"),
    ],
)
def test_less_than_before(text: str, value: str):
    """Less than before is a fall in every region's words; 低于 an average is a distance."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("亏损3亿元", "300000000"),
        ("虧損擴大至3億元", "300000000"),
        ("净流出3亿元", "300000000"),
        ("逆差缩小30亿美元", "-3000000000"),
        ("亏损同比收窄12%", "-12"),
    ],
)
def test_a_loss_is_an_amount(text: str, value: str):
    """A loss, a deficit or an outflow is the size of what it names; it falls when it narrows."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("growth slowed by 2.7 percentage points", "-2.7"),
        ("the decline narrowed by 1.1 percentage points", "1.1"),
        ("the drop in exports widened by 0.8 percentage points", "-0.8"),
        ("1.2 percentage points lower than a year earlier", "-1.2"),
    ],
)
def test_in_english(text: str, value: str):
    """An English summary of such a change has the same sign."""
    assert values(text, "en") == [value]


def test_a_range_of_falls():
    """Both ends of a fall are negative, the larger one below."""
    (found,) = find_quantities("跌幅介乎3%至5%")
    assert (found.low, found.high) == (Decimal(-5), Decimal(-3))
