"""A list that tells two things of each item adds up twice; one told from one side, to its whole."""

import pytest
from an_article import alarms, results

ITEMS = (
    "开工项目45个，总投资382亿元。其中，产业项目27个、总投资246亿元，基建项目10个、总投资89亿元，"
)
PHASES = "计划投资126亿元，分三期实施：一期投资38亿元；二期投资52亿元；"
BRANCHES = "园区营业额6842亿元。各产业中，甲产业营业额5130亿元；乙产业812亿元；丙产业431亿元；"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (f"{ITEMS}民生项目8个、总投资{{}}亿元。", "47", "74"),
        (f"{PHASES}三期投资{{}}亿元。", "36", "86"),
        (f"{BRANCHES}丁产业及其他产业合计{{}}亿元。", "469", "496"),
    ],
)
def test_what_is_told_of_each_item_adds_up(text: str, right: str, wrong: str):
    """A second column, all the phases, and a list as far as its rest."""
    assert "exact" in results(text.format(right), "sum_parts")
    assert not alarms(text.format(right))
    assert "review" in results(text.format(wrong), "sum_parts")


def test_a_list_from_one_side_adds_up_to_a_figure_before_it_or_to_none():
    """Where nothing before is the sum, and no rest is told, the list need not be whole."""
    text = "新批企业412家。从结构看，工业287家；农业46家；服务业{}家。"
    assert results(text.format(79), "sum_parts") == ["exact"]
    assert not alarms(text.format(59))
