"""Firms that go by brand and trade alone, without 公司 or 集团."""

import pytest
from bound_rows import rows


@pytest.mark.parametrize(
    ("body", "printed", "firm"),
    [
        ("绿岳动力总经理周原说,今年投资8亿元。", "8亿元", "绿岳动力"),
        ("苏澜家居投资3亿元。据悉,公司现有员工460人。", "460人", "苏澜家居"),
        (
            "瓯江特种电缆公司(以下简称“瓯江特缆”)上市。瓯江特缆去年产值2亿元。",
            "2亿元",
            "瓯江特种电缆公司",
        ),
        ("海墨光电(300888)去年净利润8.2亿元。", "8.2亿元", "海墨光电"),
        ("园区企业沧岚海工研制新船。公司订单5亿元。", "5亿元", "沧岚海工"),
        ("4月26日晚,曜能股份发布一季报:营收21亿元。", "21亿元", "曜能股份"),
        ("截至4月20日,塔岭油田今年累计产油81万吨。", "81万吨", "塔岭油田"),
        ("康禾医药的新项目投资7.6亿元。", "7.6亿元", "康禾医药"),
        ("众岳智控去年完成产值2.3亿元。", "2.3亿元", "众岳智控"),
    ],
)
def test_a_firm_is_known_by_how_the_text_speaks_of_it(body: str, printed: str, firm: str) -> None:
    """A manager, a stock code, 公司 that must mean somebody, a coined word."""
    assert rows(body)[printed].ref_area == firm


def test_what_a_manager_says_is_about_the_firm_just_visited() -> None:
    """A paragraph that opens with speech goes on with the one before."""
    body = "走进园区的微澜精密车间,机声隆隆。\n“去年产值3亿元。”总经理楼听说。\n微澜精密并非孤例。"
    assert rows(body)["3亿元"].ref_area == "微澜精密"


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("锂电材料产值增长30%。", "30%"),
        ("生物医药产业产值18亿元。", "18亿元"),
    ],
)
def test_a_trade_alone_is_no_firm(body: str, printed: str) -> None:
    """Nobody speaks for it."""
    assert rows(body)[printed].ref_area == "青山高新区"


def test_the_place_of_the_zone_is_no_brand() -> None:
    """溪川汽车 is what 溪川 makes."""
    found = rows("溪川汽车去年出口8亿元。公司出海提速。", headline="溪川高新区提速")
    assert found["8亿元"].ref_area != "溪川汽车"


def test_a_firm_and_its_manager_are_one() -> None:
    """公司 in what the chairman says is the chairman's."""
    body = "白云集团落户青山高新区。白云集团董事长林泉表示,公司今年投资5亿元。"
    assert rows(body)["5亿元"].ref_area == "白云集团"
