"""Shares, structures and rates: part, whole, and what the one is of the other."""

import pytest
from an_article import alarms, results


@pytest.mark.parametrize(
    ("rule", "text", "right", "wrong"),
    [
        ("share", "完成预算收入12.84亿元，完成年度预算24.5亿元的{}%。", "52.4", "54.2"),
        ("share", "完成投资112亿元，占总投资189.8亿元的{}%。", "59.0", "50.9"),
        ("share", "招聘教师850名，其中硕士204名，占{}%。", "24.0", "42.0"),
        (
            "share",
            "营业收入68.4亿元，其中甲业务收入41.0亿元，占营业收入的60.0%；乙业务收入27.4亿元，占{}%。",
            "40.0",
            "44.0",
        ),
        ("share", "收入86.7亿元，为年初预算的{}%，年初预算为84.5亿元。", "102.6", "120.6"),
        ("share", "开行412列，其中去程246列、回程166列，去程占比{}%。", "59.7", "57.9"),
        ("share", "职工2418人，其中技术人员2064人，占职工总数的{}%。", "85.4", "84.5"),
        ("structure", "三次产业结构由7.2:44.1:48.7调整为7.0:43.7:{}。", "49.3", "43.9"),
        ("contribution", "三大需求对增长的贡献率分别为78.8%、28.8%和{}%。", "-7.6", "-6.7"),
        (
            "contribution",
            "消费、投资和净出口分别拉动经济增长4.1、1.5和{}个百分点，全年经济增长5.2%。",
            "-0.4",
            "0.4",
        ),
        ("rate", "贷款余额14208.3亿元，存款余额18642.7亿元，存贷比为{}%。", "76.2", "72.6"),
        ("rate", "播种面积62.4万亩，粮食总产量28.7万吨，亩产{}公斤。", "460", "406"),
        ("rate", "36个行业中有28个增长，增长面为{}%。", "77.8", "78.7"),
        ("rate", "贷款余额845.1亿元，不良贷款余额15.2亿元，不良率{}%。", "1.8", "8.1"),
        ("share", "吞吐量9685万吨，其中外贸5210万吨，增长24.7%，占{}%。", "53.8", "58.3"),
        (
            "contribution",
            "在4.6%的降幅中，翘尾影响约为-2.4个百分点，新影响约为-{}个百分点。",
            "2.2",
            "4.2",
        ),
        ("product", "实现产值372亿元，共有企业120户，户均产值{}亿元。", "3.1", "1.3"),
    ],
)
def test_a_share_agrees_with_its_part_and_whole(rule: str, text: str, right: str, wrong: str):
    """Named, inside the share, or before 其中: the whole is found, and the share computed."""
    held = results(text.format(right), rule)
    assert held
    assert set(held) <= {"exact", "rounding"}
    assert not alarms(text.format(right))
    assert set(results(text.format(wrong), rule)) & {"review", "mismatch"}


@pytest.mark.parametrize(
    "text",
    [
        "投入产出比为1:3:6，产业基金规模达5亿元。",
        "产业结构比例为6:3:1。",
        "去年营业收入30亿元，毛利率18%；今年营业收入36亿元，毛利率20%，毛利7亿元。",
        "一般贸易2914亿元，占进出口总值4286亿元的68%。\n民营企业进出口2618亿元，占61.1%。",
        "新签约项目64个，完成税收246亿元，占地1200亩，现有职工80人，平均每个项目投资4.9亿元。",
    ],
)
def test_what_is_no_share_of_the_figures_told_is_left_alone(text: str):
    """Other ratios, tenths, and figures that stand too far apart say nothing."""
    assert not alarms(text)


def test_parts_whose_shares_make_a_hundred_make_the_whole():
    """Two lines of business with 60 % and 40 % are all of the income."""
    text = (
        "营业收入68.42亿元，其中甲业务收入41.05亿元，占营业收入的60.0%；"
        "乙业务收入27.37亿元，占营业收入的40.0%。"
    )
    assert results(text, "sum_parts") == ["exact"]
    assert "review" in results(text.replace("27.37", "27.31"), "sum_parts")
