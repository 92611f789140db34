"""Names of indicators are alike, one the tail of the other, or of two owners."""

import pytest

from summarizer.verification.likeness import are_of_two, are_two, before_tail, likeness, synonyms


@pytest.mark.parametrize(
    ("name", "other", "least", "most"),
    [
        ("工业总产值", "工业总产值", 1.0, 1.0),
        ("来自银杏的收入", "农民人均纯收入", 0.1, 0.2),
        ("利税", "利润", 0.0, 0.0),
        ("", "利润", 0.0, 0.0),
    ],
)
def test_likeness_is_the_share_of_common_pairs(name: str, other: str, least: float, most: float):
    """From 0 to 1, and the same both ways."""
    assert least <= likeness(name, other) <= most
    assert likeness(name, other) == likeness(other, name)


def test_the_longer_name_says_something_before_its_tail():
    """A tail of two characters (产值) is too short to know a name by."""
    assert before_tail("软件业营业收入", "营业收入") == "软件业"
    assert before_tail("营业收入", "软件业营业收入") == "软件业"
    assert before_tail("软件业产值", "产值") is None


@pytest.mark.parametrize(
    ("name", "other", "differ"),
    [
        ("第一产业增加值", "第二产业增加值", True),
        ("对东盟进出口", "对欧盟进出口", True),
        ("规上工业增加值", "规模以上工业增加值", False),
        ("增加值", "第二产业增加值", False),
        ("第一产业增加值", "第二产业投资", False),
    ],
)
def test_two_owners_of_one_indicator_are_told_apart(name: str, other: str, differ: bool):
    """What one name only leaves out is no difference, and two heads are two indicators."""
    assert are_of_two(name, other) is differ


def test_the_code_list_knows_names_that_look_alike_or_foreign():
    """出口 is listed apart from 进出口总额, GDP together with 地区生产总值."""
    assert are_two("出口", "进出口总额")
    assert not are_two("出口", "出口额")
    assert "地区生产总值" in synonyms("GDP")
    assert synonyms("利税") == ("利税",)
