"""A figure stays with the body that the article gives it to."""

import an_article
import pytest

from summarizer.analysis import article_quantities
from summarizer.document import Article
from summarizer.matching.bodies import are_one
from summarizer.report import Finding, Verdict
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim
from summarizer.text import fold
from summarizer.verification import verify
from summarizer.verification.names import is_named, judge_names

TEXT = (
    "霁川高新区一季度开门红\n"
    "一季度，霁川高新区完成工业总产值42.6亿元。新增企业37家。\n"
    "区内的澄江药业公司投资的青屏药谷项目总投资2.8亿元。\n"
    "同期，临岳国家高新区完成工业总产值5.2亿元，云泽市经开区完成工业总产值7.9亿元。"
    "临岳高新区完成税收1.3亿元，从云泽经开区引进企业9家。"
)


def article() -> Article:
    """Return an invented article about one zone that also names two others."""
    headline, body = TEXT.rstrip("\n").split("\n", 1)
    return an_article.article(body, headline)


def row(printed: str, area: str, indicator: str) -> Finding:
    """Return the verdict on a row that gives a figure to a body."""
    quantities = article_quantities(article(), None)
    cited = next(quantity.id for quantity in quantities if quantity.text == printed)
    claim = ObservationClaim(quantity=cited, printed=printed, ref_area=area, indicator=indicator)
    return verify(ArticleSummary(abstract="", observations=(claim,)), article(), quantities)[0]


def said(claim: str) -> Finding:
    """Return the verdict on a claim in words."""
    draft = ArticleSummary(abstract="", key_points=(KeyPoint(text=claim),))
    return verify(draft, article(), article_quantities(article(), None))[0]


@pytest.mark.parametrize(
    ("printed", "area", "indicator"),
    [
        ("42.6亿元", "临岳高新区", "工业总产值"),
        ("37家", "临岳国家高新区", "新增企业"),
        ("37家", "云泽经开区", "新增企业"),
        ("5.2亿元", "霁川高新区", "工业总产值"),
    ],
)
def test_a_row_may_not_hand_a_figure_to_another_body(printed: str, area: str, indicator: str):
    """The article names both, but the figure belongs to one of them."""
    finding = row(printed, area, indicator)
    assert finding.verdict is not Verdict.SUPPORTED
    assert area in finding.message


@pytest.mark.parametrize(
    ("printed", "area", "indicator"),
    [
        ("42.6亿元", "霁川高新区", "工业总产值"),
        ("37家", "霁川国家高新区", "新增企业"),
        ("37家", "霁川市", "新增企业"),
        ("37家", "全区", "新增企业"),
        ("2.8亿元", "澄江药业公司", "总投资"),
        ("2.8亿元", "青屏药谷项目", "总投资"),
        ("2.8亿元", "霁川高新区", "总投资"),
        ("5.2亿元", "临岳高新区", "工业总产值"),
        ("7.9亿元", "云泽市经开区", "工业总产值"),
        ("9家", "临岳高新区", "引进企业"),
    ],
)
def test_other_names_and_other_sorts_are_no_contradiction(printed: str, area: str, indicator: str):
    """Longer and shorter names, pointers, and what lies in a zone or around it are tolerated."""
    assert row(printed, area, indicator).reason != "entity_unbound"


@pytest.mark.parametrize(
    ("claim", "supported"),
    [
        ("临岳高新区一季度完成工业总产值42.6亿元。", False),
        ("霁川高新区一季度工业总产值42.6亿元，新增企业37家。", True),
        ("霁川高新区产值42.6亿元。", True),
    ],
)
def test_nor_may_a_sentence(claim: str, supported: bool):
    """A sentence that names one body gives it only its own figures."""
    assert (said(claim).verdict is Verdict.SUPPORTED) is supported


@pytest.mark.parametrize(
    ("name", "other", "one"),
    [
        ("武汉东湖高新区", "东湖国家自主创新示范区", True),
        ("云泽经济技术开发区", "云泽开发区", True),
        ("中云泽集团有限公司", "云泽公司", True),
        ("霁川高新技术产业开发区", "临岳高新技术产业开发区", False),
        ("霁川县", "临岳县", False),
    ],
)
def test_names_are_compared_by_what_is_proper_to_them(name: str, other: str, one: bool):
    """Not by the words that every zone or firm bears."""
    assert are_one(name, other) is one


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("LCD-TV", True),
        ("lcd tv", True),
        ("ＬＣＤ－ＴＶ整机项目", True),
        ("Mini-LED", True),
        ("mpx集团", True),
        ("MPX", True),
        ("A20航空公司", True),
        ("OLED-TV", False),
        ("MQX集团", False),
        ("B30航空公司", False),
    ],
)
def test_a_name_in_latin_letters_is_found_in_any_spelling(name: str, known: bool):
    """Capitals, width, hyphens and spaces do not tell names apart; letters and digits do."""
    text = "霁川高新区引进LCD-TV整机与mini ＬＥＤ项目，MPX集团和Ａ２０航空公司落户。"
    assert is_named(fold(name), fold(text)) is known


@pytest.mark.parametrize(
    ("claim", "invented"),
    [
        ("泠水化肥厂完成产值5.2亿元。", True),
        ("碧源股份完成产值5.2亿元。", True),
        ("南埗货柜码头完成产值5.2亿元。", True),
        ("老厂搬迁，国有股份转让，新建货运码头。", False),
        ("多家工厂入驻，厂房扩建。", False),
    ],
)
def test_a_body_with_a_name_of_its_own_must_be_named(claim: str, invented: bool):
    """A plant, a listed firm, a quay is named; an old plant or a cargo quay is only described."""
    found = [judgement.reason for judgement in judge_names(claim, TEXT)]
    assert found == ["entity_unbound"] * invented
