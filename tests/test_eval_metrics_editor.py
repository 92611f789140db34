"""What an editor would not print: each check by itself, on invented sentences."""

import pytest

from eval.metrics import editor
from summarizer.text import fold

SOURCE = (
    "霁川大桥昨日合龙。大桥全长26公里，总投资12亿元，由青峦集团承建。"
    "该桥建成后，两岸往来只要一刻钟。沿线三个镇的茶农说，明年春茶上市"
)
HEADLINE = "霁川大桥昨日合龙"


@pytest.mark.parametrize(
    ("sentence", "headless"),
    [
        ("霁川大桥昨日合龙。", False),
        ("今年上半年，青峦县实现产值12亿元。", False),
        ("在茶农的带动下，青峦镇扩种茶园300亩。", False),
        ("3家企业昨日签约。", False),
        ("会展中心昨日开馆。", False),
        ("有关部门昨日发文。", False),
        ("实现产值12亿元，增长8%。", True),
        ("今年上半年，实现产值12亿元。", True),
        ("占全县的三成。", True),
        ("预计年产值3亿元。", True),
        ("同比增长8%。", True),
        ("有3家企业签约。", True),
        ("截至6月末，累计完成投资6亿元。", True),
    ],
)
def test_a_sentence_says_who(sentence: str, headless: bool):
    """Behind days and circumstances somebody or something stands first."""
    (told,) = editor.sentences(fold(sentence))
    assert editor.is_headless(told) is headless


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("该桥全长26公里。", True),
        ("其中茶园300亩。", True),
        ("这是第三座桥。", True),
        ("此外，县里修了路。", True),
        ("其他县也修了路。", False),
        ("霁川大桥合龙。", False),
    ],
)
def test_a_sentence_does_not_point_to_another(sentence: str, points: bool):
    """该 and 其中 say not of what."""
    assert editor.dangles(fold(sentence)) is points


def test_a_pointer_is_clear_behind_the_sentence_that_it_stands_behind():
    """As it is printed; behind another one it is not."""
    together = "大桥全长26公里，总投资12亿元，由青峦集团承建。该桥建成后，两岸往来只要一刻钟。"
    assert "dangling" not in editor.faults(together, None, SOURCE)
    apart = "霁川大桥昨日合龙。该桥建成后，两岸往来只要一刻钟。"
    assert "dangling" in editor.faults(apart, None, SOURCE)


@pytest.mark.parametrize(
    ("abstract", "told"),
    [("霁川大桥合龙了。", True), ("大桥总投资12亿元。", False)],
)
def test_the_news_of_the_headline_is_told(abstract: str, told: bool):
    """Most of its characters are there."""
    assert editor.tells(abstract, HEADLINE) is told


def test_a_column_tells_no_news():
    """国内快讯 can be told by no abstract."""
    assert editor.tells("大桥合龙。", "国内快讯")


@pytest.mark.parametrize(
    ("abstract", "torn"),
    [
        ("大桥全长26公里。", False),
        ("大桥全长26公里，总投资12亿元。", False),
        ("大桥全长26。", True),
        ("沿线三个镇的茶农说，明年春茶上市。", True),
        ("沿线三个镇的茶农说，明年春茶上市……", False),
        ("沿线三个镇的茶农说，明年春。", True),
    ],
)
def test_a_sentence_ends_where_a_clause_does(abstract: str, torn: bool):
    """And what the source cut off is not closed."""
    assert ("torn" in editor.faults(abstract, None, SOURCE)) is torn


@pytest.mark.parametrize(
    ("abstract", "fault"),
    [
        ("", "eventless"),
        ("市长说：“大桥合龙了。", "lopsided"),
        ("来看记者的调研。", "overheard"),
    ],
)
def test_what_else_is_not_printed(abstract: str, fault: str):
    """Nothing, half a quotation, what only leads to the news."""
    assert fault in editor.faults(abstract, HEADLINE, SOURCE)


def test_a_good_abstract_has_no_fault():
    """It is as an editor would write it."""
    said = "霁川大桥昨日合龙。大桥全长26公里，总投资12亿元。"
    assert editor.faults(said, HEADLINE, SOURCE) == frozenset()


def test_a_key_point_is_read_on_its_own():
    """It owes nothing to the headline, but says who."""
    assert not editor.faults_of_point("沿线三个镇的茶农说，明年春茶上市", SOURCE + "。")
    assert editor.faults_of_point("该桥建成后，两岸往来只要一刻钟", SOURCE) == {"dangling"}
