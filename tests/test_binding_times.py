"""When a figure holds, where more than one time is near."""

import datetime as dt

import pytest
from bound_rows import DATE, article_of, rows

from summarizer.analysis import analyse
from summarizer.binding import bind


@pytest.mark.parametrize(
    ("body", "printed", "time"),
    [
        ("5月1日,展览开幕。展品有492件。", "492件", "5月1日"),
        ("12月8日,大桥将通车。桥长9公里。", "9公里", None),
        ("园区产值9亿元。至今共有企业300家。", "300家", "至今"),
        ("去年订单排到了今年8月,产值达1.9亿元。", "1.9亿元", "去年"),
        ("公司1997年成立,现有职工900人。", "900人", None),
        ("该项目投资5亿元,2020年投产;二期投资7亿元。", "7亿元", None),
        ("2017年粮食总产35万吨,比上年减产1.2%。", "1.2%", "2017年"),
        ("“十二五”期间,投资286亿元,是“十一五”的2.4倍。", "2.4倍", "十二五"),
        ("自2015年以来引进企业30家。", "30家", "2015年以来"),
        ("未来三年投资90亿元。", "90亿元", "未来三年"),
        ("截至6月30日止六个月,收入18亿元。", "18亿元", "6月30日止六个月"),
        ("自2011年创建以来,引进企业236家。", "236家", "2011年创建以来"),
        ("6月当月,出口12亿元。", "12亿元", "6月"),
        ("一季度收入3亿元。昨日收报18元。", "18元", "昨日"),
        ("一季度收入3亿元。铜价周三跌226美元。", "226美元", "周三"),
        ("期货走高，7月原糖合约上涨3美分。", "3美分", None),
        ("一季度收入3亿元。公司拟募集资金6亿元。", "6亿元", None),
        ("去年收入3亿元。近年来投入9亿元。", "9亿元", None),
        ("与去年同期相比,中部比重上升1.2个百分点。", "1.2个百分点", None),
        ("一季度收入3亿元。公司昨（27）日收报18元。", "18元", "昨（27）日"),
        ("去年产值3亿元。21世纪的园区有企业300家。", "300家", "去年"),
        ("截至4月底,工业产值18亿元。", "18亿元", "截至4月底"),
        ("截至4月底,贷款余额18亿元。", "18亿元", "4月底"),
        ("到“十三五”末,园区产值达18亿元。", "18亿元", "十三五”末"),
        ("工厂去年9月投产,当年产值1.4亿元。", "1.4亿元", "去年"),
        ("截至2017年末,存款6亿元。全年利润1亿元。", "1亿元", "2017年"),
        ("产值由2001年的3亿元增加到2011年的9亿元;税收由1亿元增加到2亿元。", "1亿元", "2001年"),
    ],
)
def test_a_time_holds_for_what_it_dates(body: str, printed: str, time: str | None) -> None:
    """Not the object of a verb, the date of an event, or what is compared with."""
    assert rows(body)[printed].time_period_text == time


@pytest.mark.parametrize(
    ("headline", "time"), [("2017年青山县统计公报", "2017年"), ("青山县统计公报", None)]
)
def test_the_whole_year_in_a_paper_of_spring_is_not_the_one_begun(
    headline: str, time: str | None
) -> None:
    """The headline tells which it is, or nobody does."""
    article = article_of("全年生产总值312亿元。", headline)
    (row,) = bind(analyse(article, dt.date(2018, 2, 20)))
    assert row.time_period_text == time


def test_a_later_paper_may_mean_its_own_year() -> None:
    """In May, 全年 is left as it is printed."""
    article = article_of("全年生产总值312亿元。", "青山县统计公报")
    assert bind(analyse(article, DATE))[0].time_period_text == "全年"
