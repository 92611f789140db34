"""Growth, differences, multiples and points: two ends, and what lies between them."""

import pytest
from an_article import alarms, checked, results


@pytest.mark.parametrize(
    ("rule", "text", "right", "wrong"),
    [
        ("growth", "营业收入68.42亿元，较上年的59.36亿元增长{}%。", "15.3", "13.5"),
        ("growth", "收益1,284.6百万港元（二零二二年：1,102.3百万港元），增加{}%。", "16.5", "61.5"),
        ("growth", "完成312.5万标准箱，去年同期为286.2万标准箱，增长{}%。", "9.2", "2.9"),
        ("growth", "存款余额18642.7亿元，比年初增加1327.5亿元，增长{}%。", "7.7", "7.1"),
        ("growth", "待售面积152.8万平方米，比上年末减少14.6万平方米，下降{}%。", "8.7", "7.8"),
        ("growth", "利润7.15亿元，同比增加{}亿元，增长21%。", "1.24", "12.4"),
        ("growth", "由2001年的1860亿元增加到2011年的1.24万亿元，年均增长{}%。", "20.9", "29.0"),
        ("growth", "人口62.38万人，与上次的58.91万人相比，增加3.47万人，增长{}%。", "5.89", "8.59"),
        ("difference", "人口62.38万人，与上次的58.91万人相比，增加{}万人。", "3.47", "3.74"),
        ("difference", "基金收入52.3亿元，支出49.1亿元，结余{}亿元。", "3.2", "2.3"),
        ("growth", "能耗由986公斤标准煤下降到921公斤标准煤，下降{}%。", "6.6", "9.6"),
        ("growth", "每股配售价6.9元，较昨收市价7.65元折让约{}%。", "9.8", "98"),
        ("growth", "粮食总产58.6万吨，比上年增产2.3万吨，增长{}%。", "4.1", "1.4"),
        ("difference", "出口521.8亿元，进口342.5亿元，顺差{}亿元。", "179.3", "197.3"),
        ("difference", "出生率为9.8‰，死亡率为6.3‰，自然增长率为{}‰。", "3.5", "5.3"),
        ("pp_change", "毛利率由35.1%上升{}个百分点至36.0%。", "0.9", "9.0"),
        ("multiple", "收入1034亿元，是2010年的{}倍，2010年为246亿元。", "4.2", "2.4"),
        ("multiple", "产值由50亿元增加到{}亿元，翻了一番。", "102", "202"),
    ],
)
def test_a_change_agrees_with_its_ends(rule: str, text: str, right: str, wrong: str):
    """Wherever the earlier figure is told, the change is computed from it."""
    assert set(results(text.format(right), rule)) <= {"exact", "rounding"} != set()
    assert not alarms(text.format(right))
    assert set(results(text.format(wrong), rule)) & {"review", "mismatch"}


@pytest.mark.parametrize(
    "text",
    [
        "职工由100人增加到120人，产值增长28%。",
        "产值由50亿元增加到100亿元，年均增长15%。",
        "存款余额862亿元，比年初增加52亿元，同比增长9.7%。",
        "增加值1042亿元，比上年的980亿元按可比价格增长5.8%。",
        "收益由386.4万元增加到462.5万元，增幅为19.7%，毛利率由35.1%上升0.9个百分点至36.0%。",
        "职工由三千人精简到八百人，劳动生产率翻了两番。",
        "产值由八千万元增加到五亿元，翻了近三番。",
        "企业由1046家增加到1600家左右，其中上市公司突破150家。",
        "完成投资120亿元利润增长28%。",
        "目标价由8.8元上调至9.5元，预测每股盈利复合增长22%。",
        "二区出口52亿元，进口31亿元，全市顺差84亿元。",
    ],
)
def test_another_base_or_another_subject_is_left_alone(text: str):
    """A yearly mean, another base, comparable prices: nothing is computed from them."""
    assert not alarms(text)


def test_rates_shared_out_belong_to_their_levels_in_order():
    """分别 pairs them one by one; a fall is derived as a fall."""
    text = "货物吞吐量3520万吨，集装箱41.8万箱，同比分别增长19.2%和下降31.5%。"
    formulas = [each.formula for each in checked(text, "growth")]
    assert [formula.partition(" = ")[0] for formula in formulas] == [
        "3520万吨 ÷ (1 + 19.2%)",
        "41.8万箱 ÷ (1 - 31.5%)",
    ]
    assert not checked("利润3520万元，出口、进口分别增长19%和31%。", "growth")
