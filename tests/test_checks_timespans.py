"""Figures over parts of a year add up to those over all of them."""

import pytest
from an_article import alarms, results


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("上半年完成收入12.84亿元。一季度完成6.05亿元，二季度完成{}亿元。", "6.79", "6.97"),
        (
            "1-11月，全市新增就业5.48万人。11月当月新增就业{}万人，1-10月新增5.07万人。",
            "0.41",
            "4.1",
        ),
        ("1—9月完成吞吐量2.46亿吨。三季度完成吞吐量0.85亿吨，上半年完成{}亿吨。", "1.61", "1.16"),
    ],
)
def test_the_parts_of_a_stretch_add_up(text: str, right: str, wrong: str):
    """Quarters, halves and months that follow one another make the stretch they fill."""
    assert results(text.format(right), "over_time") == ["exact"]
    assert results(text.format(wrong), "over_time") == ["review"]


def test_a_month_is_no_more_than_the_months_since_new_year():
    """What August adds cannot exceed what was counted from January to August."""
    assert results("1-8月完成投资52亿元，8月完成投资6.1亿元。", "cumulative") == ["exact"]
    assert results("1-8月完成投资52亿元，8月完成投资61亿元。", "cumulative") == ["review"]


@pytest.mark.parametrize(
    "text",
    [
        "6月末贷款余额52亿元，1-6月新增贷款8亿元。",
        "上半年完成收入12亿元，其中税收9亿元；一季度完成5亿元，二季度完成7亿元。",
        "今年上半年完成投资12亿元，去年一季度完成投资15亿元。",
        "上半年完成投资12亿元，二季度完成税收15亿元。",
        "全年力争完成投资10亿元，一季度完成投资12亿元。",
    ],
)
def test_stocks_other_years_and_other_indicators_are_left_alone(text: str):
    """Only flows of one year and one name are compared."""
    assert not alarms(text)
