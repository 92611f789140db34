"""Damage to the text and to dates is pointed at, and never called more than worth a look."""

import pytest
from an_article import alarms, results


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("garbled_figure", "完成产值12..5亿元。"),
        ("garbled_figure", "完成产值12.5.3亿元。"),
        ("garbled_figure", "完成税收3,45万元。"),
        ("garbled_figure", "新增05个项目。"),
        ("garbled_figure", "总投资12亿亿元。"),
        ("garbled_figure", "总投资1 2.5亿元。"),
        ("doubled_word", "产值同比同比增长3%。"),
        ("impossible_date", "2018年2月30日开园。"),
        ("impossible_date", "2018年13月完工。"),
        ("impossible_date", "2018年4月8日（星期三）开园。"),
        ("reversed_range", "5月18日至12日举办展会。"),
        ("reversed_range", "2018-2015年的规划。"),
        ("period_basis", "5月出口额环比去年同期增长3%。"),
    ],
)
def test_points_at_what_nobody_writes(rule: str, text: str):
    """Broken digits, doubled words and impossible dates are for review."""
    assert results(text, rule) == ["review"]


@pytest.mark.parametrize(
    "text",
    [
        "2018.4.8，完成产值1,234万元、345.6万元。",
        "2016年2月29日（星期一）开园，5月28日至30日办展，规划期2016-2020年。",
        "完成营收12 345万元，A05版，1.2万户。",
        "环比增长3%，同比增长5%，比去年同期增长8%。",
        "共3,45家企业到会。",
    ],
)
def test_leaves_alone_what_is_written_so(text: str):
    """Dates in figures, grouped digits, page numbers and true comparisons are no damage."""
    assert not alarms(text)


def test_notes_a_part_of_a_year_against_the_year_before():
    """一季度 比上年 may well mean 同期: it is noted, not judged."""
    assert results("一季度，增加值比上年增长6.2%。", "period_basis") == ["not_checkable"]
