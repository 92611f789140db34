"""The single slip that would mend a contradiction is offered as it would be printed."""

import pytest
from an_article import checked, every
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("sum_parts", "总投资9.5亿元，分为设备61亿元、厂房3.4亿元。", "6.1亿元"),
        ("sum_parts", "总投资9.5万元，分为设备6.1亿元、厂房3.4亿元。", "9.5亿元"),
        ("growth", "余额52.8万亩，比上年末减少41.6万亩，下降21.7%。", "14.6万亩"),
        ("difference", "企业由1,200家增加到1,450家，增加520家。", "250家"),
        ("difference", "出生率9.8‰，死亡率6.3‰，自然增长率5.3‰。", "3.5‰"),
        ("share", "产值38.5亿元，占总产值122.6亿元的37.4%。", "31.4%"),
    ],
)
def test_offers_the_figure_that_was_meant(rule: str, text: str, right: str):
    """A shifted point, 万 for 亿, and digits in the wrong order or wrong altogether."""
    offered = [candidate for each in checked(text, rule) for candidate in each.candidates]
    assert right in offered


WORDS = ("完成收入", "其中", "出口", "进口", "占", "贷款余额", "存款余额", "存贷比", "增长", "为")
MARKS = ("，", "；", "。", "、", "", "亿元", "%", "万人", "个百分点", "翻一番", "是上年的", "倍")
NUMBERS = st.decimals(0, 10**6, places=1).map(lambda number: f"{number:f}")


@given(st.lists(st.one_of(st.sampled_from(WORDS + MARKS), NUMBERS), max_size=40))
def test_no_figures_are_too_strange_to_be_checked(pieces: list[str]):
    """Nothing, or nothing told of it: whatever is printed, the checks come back."""
    text = "".join(pieces) + "。"
    assert all(len(each.candidates) == len(set(each.candidates)) for each in every(text))
