"""What a figure measures, where the words around it are not plainly a name before it."""

import pytest
from bound_rows import rows

from summarizer.summary import Measure, Status


@pytest.mark.parametrize(
    ("body", "printed", "indicator"),
    [
        ("新签约亿元以上项目11个。", "11个", "新签约亿元以上项目"),
        ("产值超10亿元的企业6家。", "6家", "产值超10亿元的企业"),
        ("投资建设年产12亿平方米锂电池隔膜项目。", "12亿平方米", "年产锂电池隔膜"),
        ("研发投入不低于营收的8%。", "8%", "研发投入占营收"),
        ("研发人员占比从三年前的两成提升到四成半。", "两成", "研发人员占比"),
        ("职工由最多时的3200人精简到800人。", "800人", "职工"),
        ("去年出货9亿片,预计全年出货量15亿片,较去年的9.3亿片增长5成。", "9.3亿片", "出货量"),
        ("工业总产值46亿元,其中规模以上企业完成31亿元。", "31亿元", "企业工业总产值"),
        ("这条公路全长36公里。", "36公里", "全长"),
        ("三次产业结构由上年的7.6:42.5:49.9调整为7.4:41.9:50.7。", "7.4:41.9:50.7", "三次产业结构"),
        ("城乡居民收入比由2.41缩小至2.38。", "2.38", "城乡居民收入比"),
        ("青山高新区拟每股派息1.5元。", "1.5元", "每股派息"),
        ("居民消费价格上涨2.8%。", "2.8%", "居民消费价格"),
        ("企业从112家发展到430家。", "430家", "企业"),
        ("毛利率由31.2%扩阔1.9个百分点至33.1%。", "33.1%", "毛利率"),
        ("目标价由8.8元上调至9.5元。", "9.5元", "目标价"),
        ("劳动生产率由人均2.8万元提高到5.7万元。", "2.8万元", "劳动生产率"),
        ("人均收入1.3万元,扣除价格因素实际增长5.1%。", "5.1%", "人均收入"),
        ("预算收入13亿元,同口径增长3.9%。", "3.9%", "预算收入"),
        ("签约项目没少,还比去年同期多了7个。", "7个", "签约项目"),
        ("单位产值能耗0.21吨标准煤。", "0.21吨标准煤", "单位产值能耗"),
        ("集聚海外人才87名,其中入选“千人计划”的39名。", "39名", "入选“千人计划”人才"),
        ("贷款余额10亿元,新增2亿元。", "2亿元", "贷款余额"),
        ("全市共有小额贷款公司46家。", "46家", "小额贷款公司"),
        ("水产养殖面积已发展到18万亩。", "18万亩", "水产养殖面积"),
        ("26个行业利润增长。", "26个", "利润增长的行业"),
        ("国企实现利润4亿元;私营企业3亿元。", "3亿元", "私营企业利润"),
        ("引进亿元以上项目28个,其中10亿元以上6个。", "6个", "引进10亿元以上项目"),
        ("财政总收入预期目标为71亿元。", "71亿元", "财政总收入"),
        ("销售额28亿元,恢复至去年同期的93%。", "93%", "销售额"),
        ("种植油茶4600亩,户均18亩。", "18亩", "户均种植油茶面积"),
        ("渔民人均纯收入4280元,比农民高出1560元。", "1560元", "渔民人均纯收入"),
        ("组件毛利率被压至10.2%。", "10.2%", "组件毛利率"),
        ("租金加幅由去年的12%收窄至7%。", "12%", "租金加幅"),
        ("产销率98%,每吨毛利由负转正,达到85元。", "85元", "每吨毛利"),
        ("光电产业年减3.8%。", "3.8%", "光电产业"),
    ],
)
def test_a_name_takes_what_qualifies_it(body: str, printed: str, indicator: str) -> None:
    """A threshold, a product, a part told by who makes it; never a verb alone."""
    found = rows(body)[printed]
    assert f"{found.indicator}" == indicator


def test_what_doubled_is_a_multiple_of_itself() -> None:
    """翻一番 is twice the indicator before it."""
    found = rows("人均劳动生产率翻了两番。")["翻了两番"]
    assert (found.indicator, found.measure) == ("人均劳动生产率", Measure.RATIO)


@pytest.mark.parametrize(
    ("headline", "body", "printed", "body_named"),
    [
        (
            "经济要闻",
            "记者从青岚经济技术开发区获悉,该区新批项目38个。",
            "38个",
            "青岚经济技术开发区",
        ),
        ("“小巨人”扎堆 青岚高新区", "兑现资金2亿元。", "2亿元", "青岚高新区"),
        ("廿年老厂添新机", "青岚化纤厂完成产值8亿元。该厂有职工900人。", "900人", "青岚化纤厂"),
        ("要闻", "青岚科技园管理局公布业绩,园区出租率95%。", "95%", "青岚科技园"),
        ("要闻", "青岚大桥主桥合龙。大桥全长36公里。", "36公里", "青岚大桥"),
        ("要闻", "青岚—白溪高速公路昨天动工。这条公路全长36公里。", "36公里", "青岚—白溪高速公路"),
    ],
)
def test_a_name_is_no_preposition_verb_or_description(
    headline: str, body: str, printed: str, body_named: str
) -> None:
    """从, 扎堆 and 老厂 are no part of anybody's name."""
    assert rows(body, headline)[printed].ref_area == body_named


def test_a_kind_that_is_counted_is_not_whose_share_it_is() -> None:
    """The park has the share of its tenants."""
    found = rows("青山高新区企业1254家,其中软件公司占两成半,医药公司占18%。")
    assert found["18%"].ref_area == "青山高新区"


@pytest.mark.parametrize(
    ("headline", "time"), [("2017年青山市经济运行情况", "2017年"), ("青山市经济运行情况", "全年")]
)
def test_the_whole_year_is_that_of_the_headline(headline: str, time: str) -> None:
    """A bulletin of last year says 全年 of it."""
    found = rows("生产总值35亿元。\n全年固定资产投资16亿元。", headline)["16亿元"]
    assert found.time_period_text == time


def test_a_lender_is_not_who_builds() -> None:
    """其中某银行贷款 is a part of what the project costs."""
    body = "青岚—白溪高速公路昨天动工,概算总投资42亿元,其中世界银行贷款2亿美元。"
    assert rows(body, "要闻")["2亿美元"].ref_area == "青岚—白溪高速公路"


def test_the_time_of_an_outlook_ends_with_it() -> None:
    """全年 of a forecast is not when the share price stood."""
    found = rows("上半年收入5亿元。预计全年成本比率为0.8%。股价17元。")["17元"]
    assert found.time_period_text != "全年"


def test_a_change_starts_from_a_fact() -> None:
    """由目前的 is a fact in a sentence of targets, and its time is its own."""
    found = rows("力争到2020年企业由目前的46家增加到90家。")
    assert [found["46家"].status, found["90家"].status] == [Status.ACTUAL, Status.TARGET]
    assert [found["46家"].time_period_text, found["90家"].time_period_text] == ["目前", "2020年"]


def test_up_to_the_end_of_a_year_is_no_aim() -> None:
    """截至 looks back, 到 looks ahead."""
    assert rows("截至2018年底,引进人才60人。")["60人"].status is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("青溪集团与客商签订了18亿元的供货合同。", "18亿元", "供货合同"),
        ("青溪省对企业给予30万元奖励。", "30万元", "奖励"),
        ("青溪县税收18亿元,完成年计划的102%。", "102%", "税收"),
    ],
)
def test_the_object_of_a_verb_is_what_is_measured(text: str, printed: str, indicator: str) -> None:
    """The verb in front is no indicator, and neither is a bare year."""
    assert rows(text)[printed].indicator == indicator
