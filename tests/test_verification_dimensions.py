"""The end of an indicator's name tells what it can be measured in."""

import pytest

from summarizer.quantities import find_quantities
from summarizer.verification.dimensions import is_measured_so, is_money


@pytest.mark.parametrize(
    ("indicator", "figure", "fits"),
    [
        ("利税", "2300万元", True),
        ("利税", "12.6万吨", False),
        ("资产负债率", "17.36元", False),
        ("货物吞吐量", "9.4万标准箱", True),
        ("尿素产量", "2300万元", False),
        ("年产能", "8.7亿元", False),
        ("建筑面积", "320亩", True),
        ("建筑面积", "17户", False),
        ("设计时速", "100公里", True),
        ("全长", "2亿美元", False),
        ("高新技术企业", "50亿元", False),
        ("从业人员", "2.3万人", True),
        ("固定资产投资", "14.2%", True),
        ("招牌菜", "12道", True),
        ("能耗", "0.21吨/万元", True),
    ],
)
def test_an_indicator_is_told_in_its_own_units(indicator: str, figure: str, fits: bool):
    """A percentage may be the growth of anything, and an unknown name is left open."""
    quantity = find_quantities(figure)[0]
    assert is_measured_so(indicator, quantity) is fits


@pytest.mark.parametrize(("figure", "money"), [("3亿港元", True), ("3亿千瓦时", False)])
def test_money_is_told_from_measures(figure: str, money: bool):
    """Whatever the currency."""
    assert is_money(find_quantities(figure)[0]) is money


def test_only_a_change_or_a_share_of_money_is_told_in_per_cent():
    """产值3.4% is neither."""
    quantity = find_quantities("3.4%")[0]
    assert is_measured_so("工业总产值", quantity)
    assert not is_measured_so("工业总产值", quantity, change=False)
    assert is_measured_so("毛利率", quantity, change=False)
