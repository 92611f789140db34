"""The figures of an article among themselves: what must agree is found, and how it came out."""

from pathlib import Path

import pytest
from an_article import article, checked

from summarizer.analysis import article_quantities
from summarizer.checks import check
from summarizer.reading import read_issue
from summarizer.report import Check, Outcome
from summarizer.segmentation import lay_out

SEED = Path(__file__).parents[2] / "shared" / "pages" / "seed" / "page.txt"


@pytest.mark.parametrize(
    ("rule", "text", "result"),
    [
        (
            "sum_parts",
            "安排项目145个，其中新开工项目52个、续建项目27个、技改项目50个、扩能项目16个。",
            "exact",
        ),
        (
            "sum_parts",
            "安排项目155个，其中新开工项目52个、续建项目27个、技改项目50个、扩能项目16个。",
            "review",
        ),
        (
            "sum_parts",
            "安排项目135个，其中新开工项目52个、续建项目27个、技改项目50个、扩能项目16个。",
            "review",
        ),
        ("sum_parts", "总投资9.5亿元，分为设备6.1亿元、厂房3.4亿元。", "exact"),
        ("sum_parts", "总投资9.6亿元，分为设备6.1亿元、厂房3.4亿元。", "rounding"),
        ("sum_parts", "总投资9.9亿元，分为设备6.1亿元、厂房3.4亿元。", "mismatch"),
        ("sum_parts", "总投资9.05亿元，分为设备6.1亿元、厂房3.4亿元。", "mismatch"),
        ("sum_parts", "项目共1455个，分为新建项目118个、续建项目27个。", "mismatch"),
        ("subset", "27万平方米的大楼全面开工，其中17万平方米已经封顶。", "exact"),
        ("subset", "27万平方米的大楼全面开工，其中37万平方米已经封顶。", "mismatch"),
        (
            "sub_sum",
            "项目总投资5亿元，分两期建设：一期计划投资1.2亿元，二期计划投资2亿元。",
            "exact",
        ),
        (
            "sub_sum",
            "项目总投资3亿元，分两期建设：一期计划投资1.2亿元，二期计划投资3亿元。",
            "mismatch",
        ),
        ("share", "工业总产值122.6亿元。新材料产值38.5亿元，占工业总产值的31.4%。", "exact"),
        ("share", "工业总产值122.6亿元。新材料产值38.5亿元，占工业总产值的34.1%。", "mismatch"),
        ("pp_change", "占比20.2%，比上年的18.7%提高了1.5个百分点。", "exact"),
        ("pp_change", "占比20.2%，比上年的18.7%提高了2.5个百分点。", "mismatch"),
        ("growth", "产值由82亿元增加到105亿元，增长28%。", "exact"),
        ("growth", "产值由82亿元增加到105亿元，增长38%。", "mismatch"),
        ("growth", "实现产值38.5亿元，同比增长40.6%。", "not_checkable"),
        ("difference", "企业由120家增加到145家，增加25家。", "exact"),
        ("difference", "企业由120家增加到145家，增加35家。", "mismatch"),
        ("product", "有党员400多人，成立了10个党支部，每个党支部30-40人。", "rounding"),
        ("product", "有党员600多人，成立了10个党支部，每个党支部30-40人。", "review"),
        ("superlative", "新材料增长40.6%，装备制造增长53.9%，增速最快。", "exact"),
        ("superlative", "新材料增长60.6%，装备制造增长53.9%，增速最快。", "review"),
        ("share_bound", "新材料产值占全市的131.4%。", "mismatch"),
        ("plausibility", "项目占地5.2万平方米，总建筑面积7.6万平方米。", "rounding"),
        ("plausibility", "项目占地52万平方米，总建筑面积7.6万平方米。", "review"),
        ("enum_count", "建成检测、培训、交易三大平台。", "exact"),
        (
            "enum_count",
            "确定了新材料、新能源、电子、医药、海工、软件等五大产业。",
            "review",
        ),
        ("self_exclusion", "星河厂(不含星河厂)完成产值。", "mismatch"),
        ("incomplete_date", "二期计划于2019年中旬开工。", "review"),
        ("date_order", "2018年3月开工，2017年11月竣工。", "review"),
        ("truncation", "园区半年签约、半年开工、半年投", "review"),
    ],
)
def test_each_rule_finds_its_relation(rule: str, text: str, result: str):
    """Equalities are exact, rounded or broken; what may have another cause is for review."""
    assert [each.result for each in checked(text, rule)] == [result]


@pytest.mark.parametrize(
    "text",
    [
        "企业300家，其中高新技术企业120家，规上企业60家。",
        "总投资9.5亿元，包括设备等6.1亿元、厂房2亿元。",
        "全年力争工业总产值460亿元。一季度新材料产值46.2亿元，占工业总产值的44.2%。",
        "完成税收3亿元，同比增长5%；其中企业所得税增长12%，增值税增长8%。",
        "占地30亩，建筑面积4万平方米，绿化面积1万平方米。",
        "从人才、用地等六大方面发力，新材料、新能源是三大产业之一。",
        "财政收入突破10亿元大关，达到10.3亿元。",
        "增加值增长15.6%，占生产总值的比重为13.2%，比上年提高1.1个百分点。",
    ],
)
def test_says_nothing_against_what_may_be_right(text: str):
    """Lists that need not be whole, targets and rates give no false alarm."""
    made = article(text)
    results = {each.result for each in check(made, article_quantities(made, None))}
    assert not results & {Outcome.MISMATCH, Outcome.REVIEW}


def test_offers_the_slip_that_would_mend_all():
    """A shifted decimal point comes first; nothing is applied."""
    (found,) = checked("项目占地52万平方米，总建筑面积7.6万平方米。", "plausibility")
    assert found.candidates[0] == "5.2万平方米"


def test_a_slip_must_mend_every_relation_of_its_figure():
    """A correction that breaks another sum is not offered."""
    text = "占地42万平方米，总建筑面积6.6万平方米，分为厂房3.8万平方米、研发楼2.8万平方米。"
    (found,) = checked(text, "plausibility")
    assert "66万平方米" not in found.candidates


def test_a_headline_that_promises_more_than_follows_is_for_review():
    """三方面 is answered by three paragraphs of one form; where one is missing, it is said."""
    body = "\n".join(f"在{word}上发力，取得实效。" for word in ("创新", "开放", "改革"))
    assert [c.result for c in checked(body, "title_count", "高新区三方面发力")] == ["exact"]
    assert [c.result for c in checked(body, "title_count", "高新区四方面发力")] == ["review"]
    assert checked(body, "title_count", "高新区八方面发力") == []


@pytest.fixture(scope="module")
def seed() -> tuple[Check, ...]:
    """Return the checks of the real page, where it lies beside the project."""
    if not SEED.exists():
        pytest.skip("the shared pages are not beside the project")
    issue = read_issue(SEED)
    return tuple(
        each
        for made in lay_out(issue).articles
        for each in check(made, article_quantities(made, issue.date))
    )


def test_the_seed_page_has_no_false_mismatch(seed: tuple[Check, ...]):
    """The only contradiction is the plant that leaves itself out."""
    mismatches = [each.rule for each in seed if each.result is Outcome.MISMATCH]
    assert mismatches == ["self_exclusion"]


@pytest.mark.parametrize(
    ("rule", "formula"),
    [
        ("sum_parts", "145个 = 52个 + 27个 + 50个 + 16个"),
        ("sum_parts", "6.6万平方米 = 3.2万平方米 + 2.8万平方米 + 0.6万平方米"),
        ("share", "38.5亿元 ÷ 122.6亿元 = 31.4%"),
        ("share", "17.4亿元 ÷ 122.6亿元 = 14.2%"),
        ("pp_change", "20.2% - 18.7% = 1.5个百分点"),
        ("subset", "17万平方米 ≤ 27万平方米"),
        ("sub_sum", "69个 + 34个 + 61个 ≤ 205个"),
        ("sub_sum", "38.5亿元 + 17.4亿元 ≤ 122.6亿元"),
        ("sub_sum", "1.2亿元 ≤ 5亿元"),
        ("sub_sum", "5户 + 3户 ≤ 28户"),
        ("superlative", "53.9% ≥ 40.6%"),
        ("superlative", "38.5亿元 ≥ 17.4亿元"),
        ("product", "10个 × 30-40人左右 = 400多人"),
        ("plausibility", "产值与投资之比：105亿元 ÷ 19.2亿元 = [5.43, 5.51]"),
        ("plausibility", "每个组织党员：1770人 ÷ 100个 = 17.7"),
    ],
)
def test_the_seed_page_agrees_where_it_should(seed: tuple[Check, ...], rule: str, formula: str):
    """Every relation that the gold calls right is found, and holds."""
    (found,) = (each for each in seed if (each.rule, each.formula) == (rule, formula))
    assert found.result in (Outcome.EXACT, Outcome.ROUNDING)


def test_the_seed_page_has_its_two_suspects(seed: tuple[Check, ...]):
    """The land area and the staff come out for review, 4.2 before all other corrections."""
    suspects = {each.formula: each for each in seed if each.rule == "plausibility"}
    land = next(each for formula, each in suspects.items() if "42万平方米" in formula)
    staff = next(each for formula, each in suspects.items() if "41万余人" in formula)
    assert (land.result, land.candidates[0]) == (Outcome.REVIEW, "4.2万平方米")
    assert staff.result is Outcome.REVIEW
