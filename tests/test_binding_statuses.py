"""Fact, plan, target or forecast."""

import pytest
from bound_rows import rows

from summarizer.summary import Status


@pytest.mark.parametrize(
    ("body", "printed", "status"),
    [
        ("全区规划面积9.8平方公里,企业320户。", "320户", Status.ACTUAL),
        ("承担国家“863”计划项目9项,获得资金426万元。", "426万元", Status.ACTUAL),
        ("完成年度计划的96%。", "96%", Status.ACTUAL),
        ("投资总额超过1000万美元的项目有29个。", "29个", Status.ACTUAL),
        ("大项目达31个,比上年增加8个,总投资12亿元。", "12亿元", Status.ACTUAL),
        ("今年资本开支预算约20亿元。", "约20亿元", Status.PLAN),
        ("全年料跌5%。", "5%", Status.FORECAST),
        ("光电产业产值可达35亿元;医药产业集聚企业146家。", "146家", Status.ACTUAL),
        ("预期信贷损失由4亿元增至11亿元。", "11亿元", Status.ACTUAL),
        ("奠基的水库工程总投资2亿元,其中中央补助1亿元。", "1亿元", Status.PLAN),
        ("料次季推出12个新项目。", "12个", Status.FORECAST),
        ("第四季营收估季减5%。", "5%", Status.FORECAST),
        ("仅完成全年480亿元目标的21%。", "480亿元", Status.TARGET),
        ("协议总投资128亿元,其中亿元以上项目31个。", "31个", Status.ACTUAL),
        ("推行模拟市场核算,成本下降126元。", "126元", Status.ACTUAL),
        ("全年预计完成1.8亿吨,同比增长5.4%。", "5.4%", Status.FORECAST),
        ("销售达103亿元,完成全年目标180亿元的57%。", "57%", Status.ACTUAL),
        ("路基完成设计量的78%。", "78%", Status.ACTUAL),
        ("资本开支将控制在20亿元以内。", "20亿元以内", Status.PLAN),
        ("县里争取专项债8亿元。", "8亿元", Status.ACTUAL),
        ("届时,里程将由目前的126公里增至144公里。", "144公里", Status.FORECAST),
        ("预计收入可达5120元,比上年增加560元,增幅12.3%。", "12.3%", Status.FORECAST),
    ],
)
def test_a_plan_is_a_verb_and_no_name(body: str, printed: str, status: Status) -> None:
    """规划面积 and 863计划 exist; what is budgeted or foreseen does not yet."""
    assert rows(body)[printed].status is status


def test_first_results_are_preliminary_to_the_end_of_their_paragraph() -> None:
    """And no further."""
    found = rows("初步核算,生产总值125亿元,比上年增长8%。其中,工业35亿元。\n企业320户。")
    assert {found[each].status for each in ("125亿元", "8%", "35亿元")} == {Status.PRELIMINARY}
    assert found["320户"].status is Status.ACTUAL


def test_a_part_is_planned_only_where_its_whole_is() -> None:
    """项目 were counted, their cost was planned."""
    found = rows("开工项目45个,计划投资97亿元。其中,产业项目27个,投资66亿元。")
    assert [found["27个"].status, found["66亿元"].status] == [Status.ACTUAL, Status.PLAN]
