"""Indicators called by the noun of the trade where a verb or the unit tells what is measured."""

import pytest
from bound_rows import rows


@pytest.mark.parametrize(
    ("body", "figure", "indicator"),
    [
        ("上半年全区生产轮胎72万条,同比增长12%。", "72万条", "轮胎产量"),
        ("上半年全区生产轮胎72万条,同比增长12%。", "12%", "轮胎产量"),
        ("江滩集团上半年销售汽车3万辆。", "3万辆", "汽车销量"),
        ("江滩集团去年卖出葡萄酒7亿元。", "7亿元", "葡萄酒销售额"),
        ("江滩集团去年捐了30万元。", "30万元", "捐款额"),
        ("江滩集团的照明市场达到69亿元。", "69亿元", "照明市场规模"),
        ("今年以来,多晶硅跌价超过20%。", "超过20%", "多晶硅价格"),
        ("青山区里脊肉每斤16元。", "16元", "里脊肉每斤价格"),
        ("江滩铜收报9124元/吨。", "9124元/吨", "收盘价"),
        ("江滩银期货价格突破每盎司120美元。", "120美元", "每盎司银期货价格"),
        ("今年全区新改建农村公路10万公里。", "10万公里", "新改建农村公路里程"),
        ("今年全区播种小麦20万亩,同比增长5%。", "5%", "播种小麦面积"),
        ("青山港接收船舶垃圾6万艘次、5005吨。", "6万艘次", "接收船舶垃圾艘次"),
        ("青山港接收船舶垃圾6万艘次、5005吨。", "5005吨", "接收船舶垃圾"),
        ("江滩铜合约下跌4.5美元。", "4.5美元", "铜合约价格"),
        ("江滩集团收入复合增长率为36%。", "36%", "收入复合增长率"),
        ("去年全区总开支年均增加5%。", "5%", "总开支年均增长率"),
    ],
)
def test_a_verb_gives_its_noun(body: str, figure: str, indicator: str) -> None:
    """A table has columns, and 生产 is none."""
    assert rows(body)[figure].indicator == indicator


@pytest.mark.parametrize(
    ("body", "figure", "indicator"),
    [
        ("江滩集团有销售网点300个。", "300个", "销售网点"),
        ("江滩集团去年销售收入7亿元。", "7亿元", "销售收入"),
        ("上半年全区居民消费价格指数上涨2%。", "2%", "居民消费价格指数"),
        ("上半年江滩集团成本上涨2%。", "2%", "成本"),
    ],
)
def test_a_name_that_says_what_is_measured_keeps_it(body: str, figure: str, indicator: str) -> None:
    """What is sold there, and what is measured already."""
    assert rows(body)[figure].indicator == indicator


@pytest.mark.parametrize(
    ("body", "figure", "indicator"),
    [
        ("全区有1个规模超30亿元的鞋服产业、2个超10亿元的纺织产业。", "2个", "超10亿元的纺织产业"),
        ("青山区理论上可形成约10亿千瓦的电网调节能力。", "约10亿千瓦", "电网调节能力"),
        ("据测算,到2030年青山区汽车保有量或超1亿辆。", "超1亿辆", "汽车保有量"),
        ("上半年全区子午胎产量33万条。", "33万条", "子午胎产量"),
        ("全区棉花年末库存为300万包。", "300万包", "棉花年末库存"),
        ("上半年全区平均票价为45元。", "45元", "平均票价"),
        ("全区平均每亩小麦的有效穗数达30万个。", "30万个", "平均每亩小麦的有效穗数"),
        ("全区参加技术培训的人员达45万人。", "45万人", "参加技术培训的人员"),
        ("去年带动销售额超1万元。", "超1万元", "带动销售额"),
        ("截至9月底全区累计发电装机容量同比增长14%。", "14%", "累计发电装机容量"),
        ("全区实际使用外资同比增长5.9%。", "5.9%", "实际使用外资"),
        ("全区投入2万台烘干机。", "2万台", "投入烘干机"),
        ("全区建成覆盖主要水域的43个“智慧卡口”系统。", "43个", "“智慧卡口”系统"),
        ("公司上年度录得9亿元盈余。", "9亿元", "盈余"),
        ("青山1公里长的明渠造价17亿元。", "17亿元", "明渠造价"),
        ("全区福利开支,已由4亿元增加至7亿元。", "4亿元", "福利开支"),
        ("全区福利开支,已由4亿元增加至7亿元。", "7亿元", "福利开支"),
        ("青山区储蓄率升至9%,上季又降为5%。", "5%", "储蓄率"),
        ("去年投资增7%,前年末季的增8%。", "8%", "投资"),
    ],
)
def test_what_is_measured_is_a_noun_of_the_clause(body: str, figure: str, indicator: str) -> None:
    """Behind a threshold or 的, and before 或."""
    assert rows(body)[figure].indicator == indicator


@pytest.mark.parametrize(
    "body",
    [
        "半径50公里内就能找到配套资源。",
        "打通从实验室到车间的“最后一公里”。",
        "上述4人均已离开。",
        "这两个最新数字令人鼓舞。",
    ],
)
def test_reach_idiom_and_what_points_back_are_no_rows(body: str) -> None:
    """They say where and of whom, and how much of nothing."""
    assert not rows(body)
