"""What the article does not print but implies is supported, and its formula told."""

import datetime as dt

import an_article
import pytest

from summarizer.analysis import article_quantities
from summarizer.report import Finding, Tier, Verdict
from summarizer.summary import ArticleSummary, KeyPoint
from summarizer.verification import verify

TEXT = (
    "柳湾渡轮今年载客84万人次，同比增长20%。鹭川渡轮载客120万人次，青杉渡轮载客60万人次。"
    "全市375件提案已办结351件。客票由7.17元调到7.45元。合格率由79%升到95%。"
    "鹭川出口28.4亿元，占全市出口的58%。今年新建站点228个，比去年多27个。"
    "2021—2024年柳湾累计投入公交补贴26亿元。1至7月青杉生产缆绳46094万米，7月生产缆绳7281万米。"
    "柳湾自贸区出口79.99亿美元，进口4.21亿美元。开工率比上季度回落0.7个百分点，为83.2%。"
    "鹭川港班轮须在21天内补办手续，10时30分开始登船。港区4889合资格船员可投票，选出12席。"
)
DATE = dt.date(2024, 5, 1)


def said(claim: str) -> Finding:
    """Return the verdict on a claim in words."""
    article = an_article.article(TEXT)
    draft = ArticleSummary(abstract="", key_points=(KeyPoint(text=claim),))
    return verify(draft, article, article_quantities(article, DATE), DATE)[0]


@pytest.mark.parametrize(
    ("claim", "formula"),
    [
        ("鹭川渡轮和青杉渡轮共载客180万人次。", "120万人次 + 60万人次"),
        ("全市提案还有24件未办结。", "375件 - 351件"),
        ("全市375件提案办结351件，占93.6%。", "351件 ÷ 375件"),
        ("柳湾渡轮去年载客约70万人次。", "÷ (1 + 20%)"),
        ("客票由7.17元上调0.28元。", "7.45元 - 7.17元"),
        ("合格率提高16个百分点。", "95% - 79%"),
        ("鹭川渡轮载客是青杉渡轮的2倍。", "120万人次 ÷ 60万人次"),
        ("鹭川出口28.4亿元，占58%，推算全市出口约49亿元。", "28.4亿元 ÷ 58%"),
        ("去年新建站点201个。", "228个 - 27个"),
        ("四年间柳湾年均投入公交补贴6.5亿元。", "26亿元 ÷ 2021—2024年"),
        ("青杉1至6月生产缆绳38813万米。", "46094万米 - 7281万米"),
        ("柳湾自贸区贸易顺差为75.78亿美元。", "79.99亿美元 - 4.21亿美元"),
        ("上季度开工率为83.9%。", "83.2% + 0.7个百分点"),
        ("鹭川渡轮载客比青杉渡轮高100%。", "120万人次 ÷ 60万人次 - 1"),
    ],
)
def test_a_figure_that_follows_is_derived(claim: str, formula: str):
    """Sum, difference, share, base, points, multiple, whole, and what was before."""
    finding = said(claim)
    assert (finding.verdict, finding.tier) == (Verdict.SUPPORTED, Tier.DERIVED), finding.message
    assert formula in finding.message


@pytest.mark.parametrize(
    "claim",
    [
        "鹭川渡轮和青杉渡轮共载客190万人次。",
        "全市提案还有34件未办结。",
        "客票上调0.38元。",
        "合格率提高26个百分点。",
        "今年新建站点238个。",
    ],
)
def test_arithmetic_that_does_not_come_out_is_not_supported(claim: str):
    """Nor is a slip of one digit taken for a sum."""
    assert said(claim).verdict is not Verdict.SUPPORTED


@pytest.mark.parametrize(
    "claim",
    [
        "鹭川港班轮须在三周内补办手续。",
        "鹭川港班轮10时半开始登船。",
        "港区4889名合资格船员可投票，选出12个席位。",
        "柳湾渡轮今年载客0.84亿人次。",
    ],
)
def test_another_way_to_write_a_number_is_not_refuted(claim: str):
    """Weeks for days, half past, a classifier of its own; only what is of another size is."""
    assert (said(claim).verdict is Verdict.REFUTED) is ("0.84亿" in claim)


@pytest.mark.parametrize(
    "claim", ["柳湾渡轮运营利润前年约为3.1亿元。", "全市其余区县合计载客约31.6万人次。"]
)
def test_what_may_have_been_computed_is_left_open(claim: str):
    """The article has no such figure, but does not contradict it either."""
    assert said(claim).verdict is Verdict.NOT_ENOUGH_INFO
