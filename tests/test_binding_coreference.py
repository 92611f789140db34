"""Whom a figure is about, where other names stand nearer than its subject."""

import pytest
from bound_rows import rows

LEAD = "记者从青溪省统计局获悉,今年上半年,青溪省进出口总值486亿元。"


@pytest.mark.parametrize(
    "body",
    [
        "房地产开发投资下降8%;零售总额18亿元。",
        "农业项目46家,合同外资8亿元;工业项目79家,合同外资18亿元。",
        "融资担保公司29家,在保余额18亿元。",
        "建设8个光伏项目,开工面积大,投资18亿元。",
        "受亚洲金融危机影响,出口18亿元。",
        "产品销往欧洲,全年出口18亿元。",
        "活动在临岚新区举行,签约额18亿元。",
        "强度是全国平均水平的3倍;研发投入18亿元。",
        "对东盟、欧盟、美国分别出口6亿元、5亿元和3亿元。对共建国家出口18亿元。",
    ],
)
def test_what_is_only_mentioned_is_not_spoken_of(body: str) -> None:
    """A part, a kind, a place of action, a partner: the province is the subject."""
    found = rows(f"{LEAD}\n{body}", headline="民营企业占比首超六成")
    assert found["18亿元"].ref_area == "青溪省"


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("这个区选择了五大产业。全区引进项目37个。", "这个区"),
        ("海岚商贸局公布数据。全年引进项目37个。", "海岚"),
        ("岚州商务节昨晚落幕。青溪省引进项目37个。", "青溪省"),
    ],
)
def test_without_a_telling_headline_the_text_tells_what_it_is_about(body: str, named: str) -> None:
    """Its first pointer, the place of the office that reports, the subject of its first figure."""
    assert rows(body, headline="要闻速览")["37个"].ref_area == named


def test_the_headline_points_to_the_place_that_the_text_names() -> None:
    """全市 in the headline is the city of the text, not the trade beside it."""
    headline = "一季度全市生产总值增长5.8% 高技术制造业“挑大梁”"
    found = rows("一季度,岚州市实现生产总值86亿元。\n居民收入13876元。", headline)
    assert found["13876元"].ref_area == "岚州市"


def test_a_short_name_of_the_headline_is_told_in_full_by_the_text() -> None:
    """And its verb is no part of it."""
    body = "清溪留学人员创业园在孵企业103家。\n创业园成立以来,毕业企业22家。"
    found = rows(body, headline="百余家民企落户留学生创业园")
    assert found["22家"].ref_area == "清溪留学人员创业园"


def test_a_later_name_never_rules_an_earlier_sentence() -> None:
    """What the lead leaves open stays open."""
    found = rows("旅客总消费128亿元。日本旅客6万人次。", headline="消费上升")
    assert found["128亿元"].ref_area is None


def test_a_text_without_its_beginning_names_its_zone_further_on() -> None:
    """该区 is the zone of the last sentence."""
    body = "去年该区新增企业13户。西湾高新区力争明年翻番。"
    assert rows(body, headline="要闻")["13户"].ref_area == "西湾高新区"


@pytest.mark.parametrize(
    ("body", "printed", "named"),
    [
        ("临浦县白果乡农民种银杏。全乡银杏产量860吨。", "860吨", "临浦县白果乡"),
        ("走进武岚湖高新区。该区专利61件。", "61件", "武岚湖高新区"),
        (
            "由台商投资的华晟电子(清溪)有限公司投产。该公司产值3亿元。",
            "3亿元",
            "华晟电子(清溪)有限公司",
        ),
        ("体量最大的是微纳传感产业园,由华东电科集团投资58亿元建设。", "58亿元", "微纳传感产业园"),
        ("江南理工大学扩招。学校与企业共建平台23个。", "23个", "江南理工大学"),
        ("乡村游火爆,白鹭村农家乐户均进账1.8万元。", "1.8万元", "白鹭村"),
        ("六家高新区营业收入18亿元。", "18亿元", "六家高新区"),
        ("全省22个省级以上开发区去年完成产值18亿元。", "18亿元", "22个省级以上开发区"),
        ("▲县畜牧局为养殖户办理保险,承保母猪8万头。", "8万头", "县畜牧局"),
        ("走进岚港集团。岚港去年吞吐量1亿吨,全港航线27条。", "27条", "岚港集团"),
        ("走进园区。\n●和岚电4月营收86亿元,月增4.2%。", "4.2%", "和岚电"),
        ("规划面积3000亩建设“烟花特色小镇”。", "3000亩", "烟花特色小镇"),
    ],
)
def test_what_points_means_who_was_named_last(body: str, printed: str, named: str) -> None:
    """该, 全乡 and what is built on an area."""
    assert rows(body)[printed].ref_area == named


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("记者从栖州市统计局获悉,全市出口18亿元。", "栖州市"),
        ("据青岚山风景区管委会统计,景区出口18亿元。", "青岚山风景区"),
        ("沅江特大桥合龙。大桥投入18亿元。", "沅江特大桥"),
        ("青石农商银行放贷,青溪县供销合作社也放贷。该行出口18亿元。", "青石农商银行"),
        ("茶博会在青溪县举行。其中,武岭茶业集团到会。青溪县表示满意。出口18亿元。", "青溪县"),
        ("由海岚光电投资18亿元建设的显示模组项目已动工。", "显示模组项目"),
        ("●立巨电7月出口18亿元。", "立巨电"),
        ("分地区看,岭岚省涨幅最高。国远航空表示,收入18亿元。", "国远航空"),
        ("记者看到,天华电器的展位排起长龙。该公司称,公司收入18亿元。", "天华电器"),
        ("松岭县茶溪村的民宿一房难求。游客消费18亿元。", "松岭县茶溪村"),
        ("岭岚省新增公路里程860公里,投入18亿元。", "岭岚省"),
        ("江岚理工大学人才济济。该校出口18亿元。", "江岚理工大学"),
        ("国远航空表示,客运收入18亿元。", "国远航空"),
        ("淮岚市清河水库除险加固工程开工。工程投入18亿元。", "淮岚市清河水库除险加固工程"),
        ("“厂房免租,省下18亿元。”附近的睿联科技创始人杜川说。", "睿联科技"),
        ("坐落在翠屏山余脉的柳林沟村,前年出口18亿元。", "柳林沟村"),
        ("走进桥墩镇的永昌纽扣厂,纽扣琳琅满目。桥墩镇出口18亿元。", "桥墩镇"),
        ("永昌纽扣厂产品六成出口中东,创汇18亿元。", "永昌纽扣厂"),
        ("晶片厂联昇电(6588)召开说明会。联昇电很忙。资本支出18亿元。", "联昇电"),
        ("“工厂将投产,投入18亿元。”驰航汽车副总裁韩立说。", "驰航汽车"),
        ("总投资2亿元的凯达零部件产业园奠基。该项目出口18亿元。", "凯达零部件产业园"),
    ],
)
def test_names_that_no_dictionary_knows_are_bodies(body: str, named: str) -> None:
    """Their place in the sentence tells, and the preposition before them is no part of them."""
    assert rows(body, headline="要闻速览")["18亿元"].ref_area == named


def test_a_headline_shortens_the_name_of_a_zone() -> None:
    """丰泽经开区 is 丰泽经济技术开发区, whoever builds there."""
    body = "3月,凯达产业园在丰泽经济技术开发区奠基。\n开发区签约额18亿元。"
    found = rows(body, headline="丰泽经开区招商势头强劲")
    assert found["18亿元"].ref_area == "丰泽经济技术开发区"


def test_an_office_that_acts_is_spoken_of() -> None:
    """It has no place that could be meant instead."""
    found = rows("财政部昨日招标发行国债,发行总额300亿元。", headline="财政部招标发行国债")
    assert found["300亿元"].ref_area == "财政部"


def test_what_tells_of_parts_names_no_topic() -> None:
    """分地区看 leads to examples, as 其中 does."""
    body = "青溪省出口8亿元。分地区看,岚州市出口3亿元。进口18亿元。"
    assert rows(body, headline="青溪省外贸增长")["18亿元"].ref_area == "青溪省"
