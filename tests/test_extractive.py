"""The embedded model: the article's own words, and nothing else."""

import re
from dataclasses import replace

import pytest
from an_article import article

from summarizer.analysis import analyse
from summarizer.document import compose_article
from summarizer.models import Model, Request
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import ask_about
from summarizer.report import Finding, Verdict
from summarizer.summary import ArticleSummary

HEADLINE = "青山高新区上半年营业收入增长一成"
BODY = (
    "本报讯 青山高新区上半年实现营业收入120亿元,同比增长10%。",
    "据悉,园区新签约项目18个,总投资45亿元,其中新能源项目6个。",
    "会议室里座无虚席,大家都说春天来了。",
)


def draft(*paragraphs: str, **options: int) -> ArticleSummary:
    """Draft an article of a headline and paragraphs."""
    made = article("\n".join(paragraphs), HEADLINE)
    return ExtractiveModel(**options).draft(ask_about(made, None)).summary


def test_the_abstract_opens_with_the_news_and_drops_the_dateline() -> None:
    """本报讯 and 据悉 say nothing."""
    assert draft(*BODY).abstract.startswith("青山高新区上半年实现营业收入120亿元,同比增长10%。")


@pytest.mark.parametrize("length", [20, 26, 40, 60, 120])
def test_the_abstract_keeps_to_the_length_and_cuts_only_between_clauses(length: int) -> None:
    """A figure is never parted from its unit, nor a clause from its half."""
    abstract = draft(*BODY, length=length).abstract
    clauses = {clause for line in BODY for clause in re.split("[,。 ]", line)}
    assert 0 < len(abstract) <= length
    assert set(filter(None, re.split("[,。]", abstract))) <= clauses


def test_a_target_keeps_its_cue() -> None:
    """What is only aimed at is never told as a fact."""
    text = "青山高新区力争全年新增企业40户,新签约项目12个,到位资金增长25%。"
    assert "力争" in draft(text, length=40).abstract


def test_a_quotation_is_never_cut_in_two() -> None:
    """Its marks stay balanced."""
    text = "园区推行“一个项目,一名专员,一张清单”的做法,今年上半年新开工项目31个,其中工业项目20个。"
    for length in (20, 30, 40, 50):
        said = draft(text, length=length).abstract
        assert said.count("“") == said.count("”")


def test_key_points_cite_the_quantities_they_repeat() -> None:
    """Their ids lead to the figures' places."""
    points = draft(*BODY, "园区企业达320户,从业人员2.1万人。", length=40).key_points
    assert any(point.quantities for point in points)


def test_every_key_point_is_printed_in_the_article() -> None:
    """No character is added."""
    text = "\n".join(BODY)
    assert all(point.text in text for point in draft(*BODY).key_points)


def test_a_short_article_has_three_key_points_where_it_has_them() -> None:
    """Abstract and key points never say the same thing twice."""
    summary = draft(
        *BODY, "园区企业达320户,从业人员2.1万人。", "出口额3亿美元,增长7%。注册商标33件。"
    )
    said = [summary.abstract, *(point.text for point in summary.key_points)]
    assert len(summary.key_points) >= 3
    assert len(set(said)) == len(said)


def test_the_news_is_preferred_to_the_scene() -> None:
    """走进车间 … is no abstract."""
    summary = draft("清晨,走进青山高新区的车间,机器轰鸣。", BODY[0])
    assert "营业收入" in summary.abstract


def test_a_capacity_keeps_the_condition_it_hangs_on() -> None:
    """达产后 stays with what comes after it."""
    text = "项目占地200亩,总投资12亿元。全部达产后,预计年产值30亿元,新增就业500人。"
    summary = draft(text)
    told = [summary.abstract, *(point.text for point in summary.key_points)]
    assert all("达产后" in said for said in told if "30亿元" in said)


def test_an_article_without_sentences_gives_an_empty_summary() -> None:
    """A headline alone is not summarised."""
    assert draft().abstract == ""


def test_totals_come_before_products() -> None:
    """What one product adds to is no news of a bulletin."""
    text = "营业收入120亿元,增长10%。汽车产量42万辆,下降6%。进出口总额38亿元,增长4%。"
    assert "汽车" not in draft(text, length=40).abstract


def test_an_idle_remark_is_no_key_point_where_figures_are_left() -> None:
    """A turn of phrase between two facts is left out."""
    points = draft(
        *BODY[:2], "天成制药并非孤例。", "园区企业达320户。", "从业人员2.1万人。"
    ).key_points
    assert points
    assert all(point.quantities for point in points)


def test_the_dateline_of_an_agency_is_dropped() -> None:
    """据某社某地某日电 and the reporter's name say nothing."""
    text = "据青山社白溪11月2日电（记者 方言）白溪大桥今天动工,全长36公里。"
    assert draft(text).abstract.startswith("白溪大桥今天动工")


def test_an_abstract_names_whom_it_is_about() -> None:
    """A sentence of 这家企业 is no beginning, whatever its figures."""
    text = (
        "清晨的车间灯火通明。2018年,这家企业销售收入27亿元,利润2亿元,增长31%。",
        "青山高新区营业收入120亿元。",
    )
    assert "这家企业" not in draft(*text, length=60).abstract


def test_it_says_what_every_model_says():
    """Name, prompt and fingerprint, as the seam asks."""
    model: Model = ExtractiveModel()
    assert (model.name, model.prompt) == ("extractive", None)
    assert model.fingerprint.startswith("extractive@")


@pytest.mark.parametrize("mark", ["▲", "● ", "【记者方言报道】", "【记者方言/白溪报道】"])
def test_marks_and_the_reporter_at_the_head_are_dropped(mark: str) -> None:
    """What sets a short item off on the page is not said."""
    assert draft(f"{mark}白溪大桥今天动工,全长36公里。").abstract.startswith("白溪大桥今天动工")


def test_a_total_is_told_before_what_it_is_made_of() -> None:
    """从结构看,… has more figures, and less to say."""
    text = (
        "全区完成固定资产投资96亿元,比上年增长11%。",
        "从结构看,工业投资52亿元,增长9%;民间投资31亿元,增长14%。",
    )
    assert draft(*text, length=40).abstract.startswith("全区完成固定资产投资96亿元")


def test_a_refuted_abstract_is_first_told_without_its_addition() -> None:
    """Only an opening that is itself refuted is withdrawn altogether."""
    abstract = "营业收入120亿元。企业达320户。"
    refuted = Finding(
        subject="abstract", claim=abstract, verdict=Verdict.REFUTED, reason="value_mismatch"
    )
    request = Request(analyse(compose_article("", "a1", ())), (), findings=(refuted,))
    told = []
    while abstract:
        again = replace(request, previous=ArticleSummary(abstract=abstract))
        abstract = ExtractiveModel().draft(again).summary.abstract
        told.append(abstract)
    assert told == ["营业收入120亿元。", ""]


def test_a_figure_keeps_the_time_that_is_told_before_it() -> None:
    """首期面积 of 1999 is not told as that of today."""
    text = "园区于1999年成立,首期孵化面积仅6000平方米。"
    assert draft(text, length=40).abstract == text
    assert "6000" not in draft(text, length=20).abstract


@pytest.mark.parametrize("head", ["在总产值6%的降幅中", "受关税提高3%的影响", "在出口增长5%的同时"])
def test_no_statement_ends_with_a_circumstance(head: str) -> None:
    """在…中, without what happened, says nothing."""
    summary = draft(f"{head},企业效益继续改善。", length=14)
    told = [summary.abstract, *(point.text for point in summary.key_points)]
    assert not any(said.rstrip("。").endswith(head) for said in told)


def test_a_forecast_in_traditional_characters_keeps_its_cue() -> None:
    """預計 and 料 are cues as 预计 is."""
    text = "集團預計,全年銷售額達120億元,純利18億元,新開分店35間。"
    assert draft(text, length=40).abstract.startswith("集團預計")


def test_the_figure_of_the_headline_is_told() -> None:
    """一成 of the headline is the 10.2% of the text, in whatever words."""
    opening = "园区管委会负责人在昨天召开的经济工作会议上通报了今年前六个月的有关情况。" * 3
    text = f"{opening}全区出口提高6.4%。全区产值提高10.2%。"
    assert draft(text, length=14).abstract == "全区产值提高10.2%。"


def test_the_abstract_leads_with_the_news_of_the_headline() -> None:
    """Wherever it stands, and before what has more figures."""
    text = "会展中心昨日有3家企业签约,总投资12亿元。青山高新区上半年营业收入增长一成。"
    assert draft(text).abstract.startswith("青山高新区上半年营业收入增长一成。")


@pytest.mark.parametrize(
    "text",
    [
        "该项目占地74亩,总投资12亿元。",
        "其中茶园300亩,产值2亿元。",
        "实现利润3亿元,增长8%。",
        "来看记者的一线调研。",
    ],
)
def test_what_needs_another_sentence_is_in_no_abstract(text: str) -> None:
    """A pointer, a figure without an owner, a transition."""
    assert text[:5] not in draft(BODY[0], "县里修了路。", text).abstract


def test_a_bare_project_is_told_where_the_lead_names_it() -> None:
    """Behind the sentence that introduces it, 项目 is clear."""
    said = draft("青山高新区新能源项目昨日开工。", "项目总投资12亿元,占地300亩。").abstract
    assert "项目总投资12亿元" in said


def test_what_the_page_cut_off_is_not_closed() -> None:
    """The only sentence that is left stays open."""
    made = replace(
        article("青山高新区上半年完成营业收入120亿元,完成产值总", HEADLINE), truncated=True
    )
    abstract = ExtractiveModel().draft(ask_about(made, None)).summary.abstract
    assert not abstract.endswith("产值总。")


def test_a_sentence_whose_beginning_the_line_before_broke_off_is_not_quoted() -> None:
    """额约70亿元 says nothing: 总 stands at the end of the page before."""
    opens = f"园区已经连续三年在全市各园区中名列前茅，{'发展势头良好，' * 6}年销售总"
    told = draft(BODY[0], opens, "额约700亿元，同比增长12%。")
    assert all("额约700亿元" not in said for said in (told.abstract, *points(told)))


def test_a_mark_at_the_beginning_of_a_line_is_not_quoted() -> None:
    """Bullets are how the page was set."""
    told = draft(
        BODY[0],
        *(f"{mark} 园区新建厂房{size}万平方米。" for mark, size in zip("•●", "35", strict=True)),
    )
    said = (told.abstract, *points(told))
    assert any("新建厂房" in each for each in said)
    assert not any(set("•●") & set(each) for each in said)


def test_a_line_without_a_full_stop_that_tells_no_figure_is_no_key_point() -> None:
    """It is a title between paragraphs."""
    told = draft(BODY[0], "项目建设步伐加快", "园区新签约项目18个。", "数字经济成为亮点")
    assert not {"项目建设步伐加快", "数字经济成为亮点"} & set(points(told))


def points(told: ArticleSummary) -> list[str]:
    """Return the key points of a summary."""
    return [point.text for point in told.key_points]


def test_a_key_point_that_names_its_doer_is_told_before_one_that_does_not() -> None:
    """Whoever reads key points has not read the sentence before."""
    lead = "青山高新区上半年实现营业收入120亿元。"
    leaning, named = "该项目占地74亩，总投资3亿元。", "江滩集团的厂房占地85亩，总投资4亿元。"
    rest = "街上有人散步，天气很好，大家都说春天来了，园区里也有人种花。" * 3
    points = draft(lead, leaning, named, rest, points=1, length=22).key_points
    assert [point.text for point in points] == [named]


def test_that_somebody_spoke_is_no_key_point() -> None:
    """What was said may be one."""
    spoken = "“今年力争产值60亿元。”青山高新区管委会副主任江远表示。"
    assert all("江远表示" not in point.text for point in draft(*BODY, spoken).key_points)


def test_where_an_article_was_taken_from_is_no_key_point() -> None:
    """It is not of the article."""
    taken = "（摘编自《青山日报》，原题为《一成是怎样增长的》）"
    assert all("摘编自" not in point.text for point in draft(*BODY, taken).key_points)
