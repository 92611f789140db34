"""What can be read by somebody who has not read what stands before it."""

import pytest
from an_article import article

from summarizer.analysis import analyse
from summarizer.document import Role
from summarizer.models.extractive.alone import Lack, standing


def lacks(text: str) -> frozenset[Lack]:
    """Return what the first sentence of a text lacks."""
    analysis = analyse(article(text, "标题"))
    sentence = next(each for each in analysis.sentences if each.role is Role.BODY)
    return standing(sentence, sentence.span, analysis.text).lacks


@pytest.mark.parametrize(
    "text",
    [
        "霁川大桥昨日合龙。",
        "今年上半年，青峦县实现产值12亿元。",
        "到4月底前，青峦县开工项目45个。",
        "为了提高产量，广大农民参加培训。",
        "日前，由青山集团投资建设的大桥在青山镇开工。",
        "参加培训的人员达2245万人。",
        "生产价格指数为66.88%。",
        "总投资12亿元的青山大桥昨日开工。",
        "在茶商的带动下，青峦镇扩种茶园300亩。",
        "停工三年后，青峦大桥昨日复工。",
    ],
)
def test_a_sentence_with_subject_and_predicate_stands_alone(text: str):
    """Whatever stands before its subject."""
    assert lacks(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("实现产值12亿元，增长8%。", Lack.SUBJECT),
        ("今年上半年，实现产值12亿元。", Lack.SUBJECT),
        ("占全县的三成。", Lack.SUBJECT),
        ("有3家企业签约。", Lack.SUBJECT),
        ("由青山集团投资的大桥。", Lack.PREDICATE),
        ("该项目占地74亩。", Lack.POINTER),
        ("其中茶园300亩。", Lack.POINTER),
        ("他们昨日进厂。", Lack.POINTER),
        ("项目占地74亩。", Lack.GENERIC),
        ("建成后，年产值可达3亿元。", Lack.GENERIC),
        ("来看记者的一线调研。", Lack.PASSING),
    ],
)
def test_what_a_sentence_lacks_is_said(text: str, lack: Lack):
    """Who does it, what is done, of what it speaks."""
    assert lack in lacks(text)
