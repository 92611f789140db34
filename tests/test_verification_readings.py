"""A claim is read as the article is read, so that each figure keeps its own indicator."""

import datetime as dt

import an_article
import pytest

from summarizer.analysis import article_quantities
from summarizer.document import Article
from summarizer.report import Finding, Tier, Verdict
from summarizer.summary import ArticleSummary, KeyPoint, Measure, ObservationClaim, Status
from summarizer.verification import verify

TEXT = (
    "泠溪化肥厂今年1至9月实现销售收入1.9亿元，利税2300万元，生产尿素12.6万吨。"
    "全厂累计引进高层次人才1260人，其中博士343人。"
    "基金累计投资42个项目，涉资逾13亿元。毛利率由31.2%升至33.1%，减值贷款比率为2.58%。"
    "收入过亿元的客户8家，客户总数386家。承担省级火炬计划项目14项，获得资金460万元。"
    "第一产业增加值41.2亿元，增长3.4%；第二产业增加值62.5亿元，增长6.9%，占比提高到48.3%。"
    "出口3.2亿美元，进出口总额4.4亿美元。新建2个5万吨级粮食泊位，设备较去年同期的58台增至76台。二期占地面积320亩，2027年建成后可安置就业900人。"
)
DATE = dt.date(2026, 10, 20)


def article() -> Article:
    """Return the invented article that all claims are about."""
    return an_article.article(TEXT)


def said(claim: str, language: str = "zh") -> Finding:
    """Return the verdict on a claim in words."""
    draft = ArticleSummary(abstract="", key_points=(KeyPoint(text=claim),))
    return verify(draft, article(), article_quantities(article(), DATE), DATE, language)[0]


def row(printed: str, indicator: str, status: Status = Status.ACTUAL) -> Finding:
    """Return the verdict on a row of the factory's table."""
    quantities = article_quantities(article(), DATE)
    cited = next(quantity.id for quantity in quantities if quantity.text == printed)
    claim = ObservationClaim(
        quantity=cited, printed=printed, ref_area="泠溪化肥厂", indicator=indicator, status=status
    )
    return verify(ArticleSummary(abstract="", observations=(claim,)), article(), quantities)[0]


@pytest.mark.parametrize(
    "claim",
    [
        "泠溪化肥厂利税1.9亿元。",
        "泠溪化肥厂销售收入2300万元。",
        "全厂引进博士1260人。",
        "全厂引进高层次人才343人。",
        "泠溪化肥厂出口4.4亿美元。",
        "第一产业增加值41.2亿元，增长6.9%。",
    ],
)
def test_another_figures_indicator_is_not_supported(claim: str):
    """The value is the article's and the words are, too: of another figure."""
    finding = said(claim)
    assert (finding.verdict, finding.tier) != (Verdict.SUPPORTED, Tier.READING), finding
    assert finding.message


@pytest.mark.parametrize(
    "claim",
    [
        "泠溪化肥厂利税2300万元，销售收入1.9亿元。",
        "全厂引进人才1260人，其中博士343人。",
        "基金累计投资逾13亿元。",
        "毛利率33.1%，减值贷款比率2.58%。",
        "收入过亿元的客户8家。",
        "承担火炬计划项目14项，获得资金460万元。",
        "新建5万吨级粮食泊位2个，设备76台。",
        "第二产业增加值62.5亿元，占比48.3%。",
        "第一产业增加值增长3.4%，第二产业增加值增长6.9%。",
    ],
)
def test_a_figures_own_indicator_is_never_refuted(claim: str):
    """Cut short, or taken from the clause before: the reading is the same on both sides."""
    finding = said(claim)
    assert finding.verdict is not Verdict.REFUTED, finding.message


@pytest.mark.parametrize(
    ("printed", "indicator"), [("386家", "收入过亿元的客户"), ("12.6万吨", "利税")]
)
def test_a_row_may_not_cite_another_figure(printed: str, indicator: str):
    """The same holds in the table; the message names the figure to cite instead."""
    finding = row(printed, indicator)
    assert finding.verdict is not Verdict.SUPPORTED, finding


def test_an_english_claim_is_read_by_what_its_words_can_stand_for():
    """Profits and taxes are 利税, and those are another figure."""
    assert said("Profits and taxes were 23 million yuan.", "en").verdict is Verdict.SUPPORTED
    finding = said("Profits and taxes were 190 million yuan.", "en")
    assert finding.verdict is not Verdict.SUPPORTED, finding


def test_what_is_read_as_planned_is_no_fact_in_a_row():
    """An area that a second phase is to cover has not come true."""
    assert row("900人", "就业").verdict is not Verdict.SUPPORTED
    assert row("900人", "就业", Status.FORECAST).verdict is not Verdict.REFUTED


def test_a_plan_that_is_a_name_plans_nothing():
    """火炬计划 is a programme, and its projects are under way."""
    assert row("14项", "火炬计划项目").reason != "status_conflict"


def test_a_subject_that_the_article_has_nothing_of_is_not_supported():
    """A figure of the article may not go to a firm that it never names."""
    assert said("沧澜海工销售收入1.9亿元。").verdict is not Verdict.SUPPORTED


SCOPED = (
    "去年全省民营企业进出口2618.5亿元，占比达61.1%，出口增长9.2%，“新三样”出口增长87.3%。"
    "全年计划安排工业类项目145个，其中新开工项目52个、续建项目27个。毕业企业22家，有5家上市。"
    "近期年运输能力3000万吨，远期5500万吨。不良率1.8%，比年初下降0.43个百分点。"
)


def scoped(printed: str, **changes: object) -> Finding:
    """Return the verdict on a row as a model words it: with a scope, a share, a phase."""
    text = an_article.article(SCOPED)
    quantities = article_quantities(text, DATE)
    cited = next(quantity.id for quantity in quantities if quantity.text == printed)
    claim = ObservationClaim(
        **{"quantity": cited, "printed": printed, "ref_area": None, "indicator": "", **changes}
    )
    return verify(ArticleSummary(abstract="", observations=(claim,)), text, quantities, DATE)[0]


@pytest.mark.parametrize(
    ("printed", "changes"),
    [
        ("61.1%", {"scope": "民营企业", "indicator": "进出口", "measure": Measure.SHARE}),
        ("87.3%", {"scope": "新三样", "indicator": "出口", "measure": Measure.GROWTH}),
        ("52个", {"scope": "新开工", "indicator": "工业类项目", "status": Status.PLAN}),
        ("5500万吨", {"indicator": "年运输能力", "time_period_text": "远期"}),
        ("0.43个百分点", {"indicator": "不良率", "measure": Measure.CHANGE}),
    ],
)
def test_a_row_may_word_scope_share_and_phase_its_own_way(printed: str, changes: dict[str, object]):
    """What tells two figures of one indicator apart need not be part of the indicator's name."""
    finding = scoped(printed, **changes)
    assert finding.verdict is not Verdict.REFUTED, finding.message


def test_a_row_may_not_take_the_share_for_the_level():
    """61.1% is no rate of growth of anything that grew by 9.2%."""
    assert scoped("9.2%", indicator="民营企业占比", measure=Measure.SHARE).reason != "exact"
