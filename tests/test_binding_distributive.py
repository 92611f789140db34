"""What 分别 shares out."""

from bound_rows import rows


def test_a_head_said_once_belongs_to_every_item() -> None:
    """产量 of cars, and of robots."""
    found = rows("新能源汽车、工业机器人产量分别增长32%和18%。")
    assert [row.indicator for row in found.values()] == ["新能源汽车产量", "工业机器人产量"]


def test_a_bond_inside_a_name_parts_nothing() -> None:
    """社会保障和就业 is one of three, in the list that goes on too."""
    body = "教育、社会保障和就业、住房支出分别为12亿元、9亿元和6亿元,同比增长8%、7%和3%。"
    names = [row.indicator for row in rows(body).values()]
    assert names == ["教育支出", "社会保障和就业支出", "住房支出"] * 2


def test_a_list_without_a_name_takes_that_of_the_clause_before() -> None:
    """营业收入 of three cities."""
    found = rows("石湾市营业收入312亿元,南浦、青墩、渔洋三市分别为248亿元、167亿元和117亿元。")
    told = [(row.ref_area, row.indicator) for row in found.values()][1:]
    assert told == [(city, "营业收入") for city in ("南浦", "青墩", "渔洋")]


def test_a_bond_parts_two_items_where_two_are_meant() -> None:
    """超市货品 及 药品."""
    found = rows("超市货品及药品分别升1.7%及0.4%。")
    assert [row.indicator for row in found.values()] == ["超市货品", "药品"]


def test_the_bodies_of_a_list_go_on_in_the_next_clause() -> None:
    """Without a second 分别."""
    found = rows("甲川、乙川两县财政收入分别为3亿元和2亿元,增长8%、6%。")
    assert [(row.ref_area, row.indicator) for row in found.values()] == [
        ("甲川", "财政收入"),
        ("乙川", "财政收入"),
        ("甲川", "财政收入"),
        ("乙川", "财政收入"),
    ]
