"""How an indicator is worded: with what else is said of it."""

import pytest
from bound_rows import rows

from summarizer.summary import Measure


@pytest.mark.parametrize(
    ("body", "figure", "indicator"),
    [
        ("园区开工重点项目45个,总投资53亿元。", "53亿元", "开工重点项目总投资"),
        ("有13个行业订单指数环比上升。", "13个", "订单指数环比上升的行业"),
        ("全区工业项目债务限额33亿元,其中一般债务限额12亿元。", "12亿元", "工业项目一般债务限额"),
        ("全区每年需要更新的汽车1500辆。", "1500辆", "每年需要更新的汽车"),
        ("销售收入要争取达到25亿元。", "25亿元", "销售收入"),
        ("组织人员给17万亩小麦施肥。", "17万亩", "小麦面积"),
        ("本报讯 全区推行新办法,收集问题75件,已办结51件。", "51件", "办结"),
        ("全区完成固定资产投资37亿元,其中工业投资21亿元。", "21亿元", "工业投资"),
        ("人才公寓总建筑面积2万平方米,可入住1600多人。", "1600多人", "入住人数"),
        ("该区设立了规模5亿元的产业引导基金。", "5亿元", "引导基金"),
        ("约45%的产品初检不合格。", "约45%", "初检不合格的产品"),
        ("警方在行动期间,共拘捕420人。", "420人", "拘捕人数"),
        ("有27家中外企业参展。", "27家", "参展的中外企业"),
        ("有7万只候鸟已经陆续抵达。", "7万只", "抵达的候鸟"),
        ("枪击事件造成至少8人受伤。", "至少8人", "受伤人数"),
        ("目前飓风已造成2人死亡。", "2人", "死亡人数"),
        ("航线通达40多个国家和地区。", "40多个", "通达国家和地区"),
        ("全区9个行业客流同比增长4%。", "9个", "行业客流"),
    ],
)
def test_a_name_says_what_is_measured(body: str, figure: str, indicator: str) -> None:
    """With what was counted before it, what is told of it, what it is a part of."""
    assert rows(body)[figure].indicator == indicator


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("全区新建码头26座、泊位13个、仓库8个。", ["新建码头", "新建泊位", "新建仓库"]),
        (
            "全区服务进出口总额61亿元。其中,出口25亿元,进口36亿元。",
            ["服务进出口总额", "服务出口", "服务进口"],
        ),
        (
            "上半年机电产品出口9亿元,增长18%,拉动外贸增长12个百分点。",
            ["机电产品出口", "机电产品出口", "机电产品出口拉动外贸增长"],
        ),
        ("一季度商业在整个服务业中占比超过30%。", ["商业在整个服务业中占比"]),
        ("一季度商业对整个经济增长的贡献率达到59%。", ["商业对整个经济增长的贡献率"]),
        ("外贸进出口61亿元。其中,出口25亿元,进口36亿元。", ["外贸进出口", "出口", "进口"]),
        (
            "建材工业产值36亿元,增长33%。其中,水泥制造业7亿元,玻璃制造业为4亿元。",
            ["建材工业产值", "建材工业产值", "水泥制造业产值", "玻璃制造业产值"],
        ),
    ],
)
def test_what_is_said_once_holds_for_the_parts_and_the_list(body: str, names: list[str]) -> None:
    """The verb before a list; what the whole of exports, or of a trade, is a whole of."""
    assert [row.indicator for row in rows(body).values()] == names


def test_what_narrows_a_whole_down_to_trades_is_no_whole_of_another_figure() -> None:
    """等行业 has a name of its own: the two rates are not those of 生产总值."""
    body = "全区生产总值9亿元,工业增加值增长7%,其中,汽车、纺织等行业分别增长20%、10%。"
    found = rows(body)
    assert found["20%"].indicator == found["10%"].indicator == "行业增加值"


def test_a_place_is_no_indicator_but_goes_on_with_the_one_before() -> None:
    """Each has the growth that is told of the first."""
    found = rows("全区经济增长率为1.6%,印尼为5%,日本不及1%。")
    assert [(row.indicator, row.measure) for row in found.values()] == [
        ("经济", Measure.GROWTH)
    ] * 3


def test_a_share_is_of_what_the_share_before_was_of() -> None:
    """占53.5% behind 占外贸总值的57%."""
    body = "一般贸易进出口7亿元,占外贸总值的57%;外资企业进出口3亿元,占23.5%。"
    assert rows(body)["23.5%"].indicator == "外资企业进出口占外贸总值"


def test_what_stands_behind_respectively_belongs_to_every_item() -> None:
    """出口 of each of the three."""
    body = "集成电路、笔记本电脑、电池分别出口9亿元、8亿元和7亿元,分别增长8%、14%和3%。"
    names = [row.indicator for row in rows(body).values()]
    assert names == ["集成电路出口", "笔记本电脑出口", "电池出口"] * 2


def test_a_comma_may_part_a_list_from_respectively() -> None:
    """新订单指数和新出口订单指数，较上月 分别."""
    body = "新订单指数和新出口订单指数,较上月分别上升0.3个和1.4个百分点。"
    names = [row.indicator for row in rows(body).values()]
    assert names == ["新订单指数", "新出口订单指数"]


def test_single_characters_take_the_rest_of_the_last_word() -> None:
    """轻、重工业."""
    found = rows("轻、重工业分别比上年增长1.5%和10.4%。")
    assert [row.indicator for row in found.values()] == ["轻工业", "重工业"]
    found = rows("出、进口分别下降9%和15%。")
    assert [row.indicator for row in found.values()] == ["出口", "进口"]


def test_a_scope_belongs_to_every_item() -> None:
    """限额以上单位 of what is sold."""
    found = rows("限额以上单位粮油、饮料零售额同比分别增长9%和11%。")
    assert [(row.scope, row.indicator) for row in found.values()] == [
        ("限额以上", "单位粮油零售额"),
        ("限额以上", "单位饮料零售额"),
    ]


def test_a_clause_that_names_something_else_does_not_go_on_with_a_list() -> None:
    """回程 is not 去程."""
    body = "班列去程12列、9万标箱,同比分别增长4%、7%;回程8列、8万标箱,同比分别增长3%、6%。"
    names = [row.indicator for row in rows(body).values()]
    assert names == ["班列去程"] * 4 + ["班列回程"] * 4


def test_what_is_cut_by_a_rate_stands_behind_it() -> None:
    """The secretary who says so is none of it."""
    assert rows("秘书长范思齐表示,削减3%经费适用于各部门。")["3%"].indicator == "经费"


def test_a_head_of_a_rate_belongs_to_every_item() -> None:
    """矿石吞吐量, 煤炭吞吐量, and no 增幅."""
    found = rows("青山港矿石、煤炭吞吐量增幅分别为7.4%和12.9%。")
    assert [row.indicator for row in found.values()] == ["矿石吞吐量", "煤炭吞吐量"]
