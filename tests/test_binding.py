"""The code's own reading of every figure: who, what, how measured, when, as what."""

from pathlib import Path

import pytest
from bound_rows import DATE, article_of, rows
from hypothesis import given
from hypothesis import strategies as st

from summarizer.analysis import analyse
from summarizer.binding import bind, relate
from summarizer.reading import read_issue
from summarizer.segmentation import lay_out
from summarizer.summary import Measure, RelationKind, Status


@pytest.mark.parametrize(
    ("body", "printed", "indicator"),
    [
        ("完成固定资产投资16亿元。", "16亿元", "固定资产投资"),
        ("全区新签约项目18个。", "18个", "新签约项目"),
        ("推进215个固定资产投资项目。", "215个", "固定资产投资项目"),
        ("全区有17户规模以上医药企业。", "17户", "医药企业"),
        ("注册商标1330件。", "1330件", "注册商标"),
        ("实现产值35亿元,同比增长8%。", "8%", "产值"),
        ("新签高新技术项目27个,占全部新签项目的45%。", "45%", "新签高新技术项目占全部新签项目"),
        ("建设3.2万平方米科研楼。", "3.2万平方米", "科研楼面积"),
        ("城镇居民人均可支配收入21563元。", "21563元", "城镇居民人均可支配收入"),
        ("研发投入强度由3.1%提高到3.4%。", "3.4%", "研发投入强度"),
        ("工业增加值同比增长7.3%。", "7.3%", "工业增加值"),
        ("抓紧80个投资5000万元以上项目建设。", "80个", "投资5000万元以上项目建设"),
        ("固定资产投资(不含农户)86亿元。", "86亿元", "固定资产投资"),
        ("外贸进出口首次突破10亿美元。", "突破10亿美元", "外贸进出口"),
        ("研发投入占比提高到4%。", "4%", "研发投入占比"),
        ("世界500强企业投资项目15个。", "15个", "世界500强企业投资项目"),
    ],
)
def test_the_indicator_stands_before_or_behind_its_figure(
    body: str, printed: str, indicator: str
) -> None:
    """Behind a count, before an amount, or in the figure before."""
    assert rows(body)[printed].indicator == indicator


@pytest.mark.parametrize(
    ("body", "scope", "indicator"),
    [
        ("规上工业总产值460亿元。", "规上", "工业总产值"),
        ("非烟规模以上工业总产值122亿元。", "非烟规模以上", "工业总产值"),
        ("限上商贸企业实现零售额9亿元。", "限上", "商贸企业零售额"),
    ],
)
def test_the_scope_is_a_field_of_its_own(body: str, scope: str | None, indicator: str) -> None:
    """It is kept out of the indicator's name."""
    (row,) = rows(body).values()
    assert (row.scope, row.indicator) == (scope, indicator)


@pytest.mark.parametrize(
    ("body", "printed", "measure"),
    [
        ("产值35亿元,同比增长8%。", "8%", Measure.GROWTH),
        ("产值占全市的31.4%。", "31.4%", Measure.SHARE),
        ("比重提高1.5个百分点。", "1.5个百分点", Measure.PP_CHANGE),
        ("企业达120家,比年初增加15家。", "15家", Measure.CHANGE),
        ("企业由105家增加到120家。", "120家", Measure.LEVEL),
        ("全年新增企业15家。", "15家", Measure.LEVEL),
        ("污水处理率达90%。", "90%", Measure.SHARE),
        ("综合排名位居全省第4位。", "第4位", Measure.RANK),
        ("零售总额按年升4.2%。", "4.2%", Measure.GROWTH),
    ],
)
def test_the_verb_tells_what_is_measured(body: str, printed: str, measure: Measure) -> None:
    """增加15家 is a change, 增加到120家 a level."""
    assert rows(body)[printed].measure is measure


@pytest.mark.parametrize(
    ("body", "printed", "status"),
    [
        ("力争全年新增企业4户,商贸企业9户。", "9户", Status.TARGET),
        ("目前已完成投资7亿元。", "7亿元", Status.ACTUAL),
        ("全年计划安排项目145个。", "145个", Status.PLAN),
        ("预计全年出口额将达3亿美元。", "3亿美元", Status.FORECAST),
        ("项目达产后,预计年产值20亿元。", "20亿元", Status.CAPACITY),
        ("初步核算,生产总值125亿元。", "125亿元", Status.PRELIMINARY),
        ("去年出口2亿元,今年力争出口3亿元。", "2亿元", Status.ACTUAL),
        ("该项目总投资5亿元,占地42亩。", "42亩", Status.PLAN),
        ("到2020年,营业收入突破800亿元。", "突破800亿元", Status.TARGET),
    ],
)
def test_a_cue_governs_its_clause_and_those_that_follow(
    body: str, printed: str, status: Status
) -> None:
    """Up to the full stop, or to a word of fact."""
    assert rows(body)[printed].status is status


def test_where_parts_follow_the_plan_they_are_planned_too() -> None:
    """其中 goes on in the sentence before."""
    parts = rows("全年计划安排项目145个。其中,新开工项目52个。")
    assert parts["52个"].status is Status.PLAN


@pytest.mark.parametrize(
    ("body", "printed", "body_name"),
    [
        ("园区企业达320户。", "320户", "青山高新区"),
        ("全区完成投资16亿元。", "16亿元", "青山高新区"),
        ("白云药业公司去年实现产值6亿元,同比增长9%。", "9%", "白云药业公司"),
        ("出口额占上海的3%。", "3%", "青山高新区"),
        ("总投资25亿元的东风船机项目开工。", "25亿元", "东风船机项目"),
        ("白云药业、明月科技等5户企业通过认定。", "5户", "青山高新区"),
        ("在全市项目观摩中,新签约项目31个。", "31个", "青山高新区"),
        ("位于园区的白云集团,车间繁忙。公司今年实现收入8亿元。", "8亿元", "白云集团"),
        ("新材料产业实现产值46亿元。", "46亿元", "新材料产业"),
    ],
)
def test_whom_a_figure_is_about(body: str, printed: str, body_name: str) -> None:
    """Subject, pointer, owner behind the figure; not who is compared with or an example."""
    assert rows(body)[printed].ref_area == body_name


def test_a_pointer_means_the_place_of_its_own_level() -> None:
    """该村, 全镇 and 全县 in one story."""
    body = "在青芦县柳坪镇石桥村,该村有大棚260个。全镇产值2亿元。全县产值9亿元。"
    found = rows(body, headline="青芦县:小蘑菇撑起致富伞")
    assert found["260个"].ref_area == "青芦县柳坪镇石桥村"
    assert (found["2亿元"].ref_area, found["9亿元"].ref_area) == ("柳坪镇", "青芦县")


def test_a_city_is_found_in_the_name_of_its_offices() -> None:
    """全市 means the city whose office reports."""
    found = rows("桐庐县统计局透露,全县夏粮面积186万亩。", headline="夏粮丰收在望")
    assert found["186万亩"].ref_area == "桐庐县"


@pytest.mark.parametrize(
    ("body", "printed", "time"),
    [
        ("2017年底,企业达320户,从业人员2万人。", "2万人", "2017年"),
        ("一季度产值35亿元。利润5亿元。", "5亿元", "一季度"),
        ("上半年产值35亿元,增速比一季度加快0.4个百分点。", "0.4个百分点", "上半年"),
        ("目前,园区有企业320户。", "320户", "目前"),
    ],
)
def test_when_a_figure_holds(body: str, printed: str, time: str) -> None:
    """The nearest time before it, or that of the sentence before; not one compared with."""
    found = rows(body)[printed].time_period_text
    assert found is not None
    assert found.startswith(time)


@pytest.mark.parametrize(
    "body",
    [
        "引进投资亿元以上项目。",
        "这是两户企业合作的一个开端。",
        "打造五大平台。",
        "其面积约为十分之一香港大小。",
        "生物医药是第一大支柱产业。",
        "建设2×30万千瓦火电项目。",
        "距市中心15公里。",
        "一年翻一番。",
        "在全市9个园区中排名靠前。",
        "避免参加5人以上的聚会。",
        "采购金额50万元以上的,公开招标。",
        "如果偏差在15%以内,公司全数承担。",
        "在旁的是女警,而非3名男警。",
        "补贴资金每投入1元,就见成效。",
        "企业压榨一吨进口大豆。",
        "方案涉及完善环境等7方面内容。",
        "财政局等四部门联合印发方案。",
        "推进山区26县平台建设。",
        "指数高于50%时,表明扩张。",
        "警方澄清,兩名兒子並無參與。",
    ],
)
def test_what_only_describes_is_no_row(body: str) -> None:
    """Thresholds, turns of phrase, likenesses, sizes of a kind, what is supposed or denied."""
    assert rows(body) == {}


def test_a_figure_of_the_headline_is_a_row_only_where_the_body_has_it_not() -> None:
    """The headline repeats."""
    headline = "青山高新区45个项目集中开工"
    assert len(rows("今天45个项目集中开工。", headline)) == 1


def test_a_list_is_shared_out_among_the_figures() -> None:
    """分别 gives the first item the first figure."""
    found = rows("实现利税、利润分别比上年增长29%和45%。")
    assert [found["29%"].indicator, found["45%"].indicator] == ["利税", "利润"]


def test_growth_is_shared_out_among_the_figures_before() -> None:
    """And among bodies."""
    found = rows("出口3亿元,进口1亿元,分别增长27%和15%。湖北、湖南分别新增企业12户和15户。")
    assert [found["27%"].indicator, found["15%"].indicator] == ["出口", "进口"]
    assert [found["12户"].ref_area, found["15户"].ref_area] == ["湖北", "湖南"]


@pytest.mark.parametrize(
    ("body", "kind", "source", "target"),
    [
        ("产值35亿元,同比增长8%。", RelationKind.GROWTH_OF, "8%", "35亿元"),
        ("产值35亿元,占全市的31%。", RelationKind.SHARE_OF, "31%", "35亿元"),
        ("项目145个。其中,新开工项目52个。", RelationKind.PART_OF, "52个", "145个"),
        ("比重为20.2%,比2016年的比重18.7%高。", RelationKind.COMPARED_WITH, "20.2%", "18.7%"),
        ("占比由65.2%提高到67.5%。", RelationKind.COMPARED_WITH, "67.5%", "65.2%"),
    ],
)
def test_how_figures_hang_together(body: str, kind: RelationKind, source: str, target: str) -> None:
    """Edges lead from the dependent figure to the one it depends on."""
    read = analyse(article_of(body), DATE)
    printed = {quantity.id: quantity.text for quantity in read.quantities}
    edges = relate(read, bind(read))
    found = [(edge.kind, printed[edge.source], printed[edge.target]) for edge in edges]
    assert (kind, source, target) in found


def test_every_name_is_printed_in_the_article() -> None:
    """Traditional characters stay as they are."""
    found = rows("園區企業達320戶,從業人員2萬人。", headline="青山高新區開局良好")
    assert found["320戶"].ref_area == "青山高新區"
    assert found["2萬人"].indicator == "從業人員"


def test_a_list_that_says_how_many_it_names_is_shared_out_too() -> None:
    """甲、乙、丙三家企业 分别."""
    found = rows("去年,明辉电子、宏远机械、嘉禾食品三家企业产值分别达到32亿元、18亿元和9亿元。")
    assert [row.ref_area for row in found.values()] == ["明辉电子", "宏远机械", "嘉禾食品"]


def test_the_dimensions_of_what_is_built_are_facts() -> None:
    """A project that has gone into operation is no plan."""
    headline = "华丰集团轻烃项目投产"
    assert rows("该项目占地600亩。", headline)["600亩"].status is Status.ACTUAL


def test_a_year_that_opens_the_article_holds_for_its_later_paragraphs() -> None:
    """Where nothing nearer is said."""
    found = rows("2017年,园区完成投资86亿元。\n企业达320户。")
    assert found["320户"].time_period_text == "2017年"


SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.txt"))


@pytest.mark.parametrize("page", SAMPLES, ids=lambda page: page.stem)
def test_every_row_of_the_sample_pages_cites_what_its_article_prints(page: Path) -> None:
    """Bodies and times verbatim, figures by their quantity, no indicator empty."""
    for article in lay_out(read_issue(page)).articles:
        read = analyse(article, DATE)
        quantities = {quantity.id: quantity for quantity in read.quantities}
        for row in bind(read):
            assert row.printed == quantities[row.quantity].text
            assert (row.ref_area or "") in article.text
            assert (row.time_period_text or "") in article.text
            assert row.indicator


@given(
    st.text(
        alphabet="青山高新区全市其中分别达占比的、,。;:（）()“”一二三3.5%万亿元户个年月1",
        max_size=60,
    )
)
def test_no_text_is_too_odd_to_be_read(body: str) -> None:
    """Whatever stands there, reading it ends, and every row cites a quantity."""
    read = analyse(article_of(body.replace("\n", "") or "无"), DATE)
    claims = bind(read)
    assert {claim.quantity for claim in claims} <= {quantity.id for quantity in read.quantities}
    assert all(edge.source != edge.target for edge in relate(read, claims))


def test_an_article_without_figures_has_no_rows() -> None:
    """Nothing is guessed."""
    assert rows("博士服务团到园区考察调研。") == {}
