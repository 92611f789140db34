"""The imprint: what a page says about itself is no text of an article."""

import pytest

from summarizer.segmentation.imprint import is_caption, is_imprint, is_section_name, is_weather
from summarizer.segmentation.shapes import Shape, shape_of
from summarizer.text import fold


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑 肖远 版式 刘文 校对 石玉",
        "本版责编：肖远 电话：010-50000000 邮箱：page@example.com",
        "江州导报社地址：解放路8号 邮编：100000 零售每份：1.50元",
        "国内统一刊号CN00-0000 第18234期 今日12版",
        "新闻热线：96000",
    ],
)
def test_who_made_the_page_is_imprint(line: str):
    """Makers, addresses and numbers, with or without colons."""
    assert is_imprint(fold(line))


@pytest.mark.parametrize("line", ["广告业去年增长三成", "江州发行地方债五十亿元", "编辑部的夜晚"])
def test_news_of_the_trade_is_no_imprint(line: str):
    """The words are the same, but no field follows them."""
    assert not is_imprint(line)


def test_the_weather_box_is_no_article():
    """Sky, wind and degrees on one line; a wind farm has no sky."""
    assert is_weather(fold("今天多云到阴，偏北风3到4级，最高温度14℃"))
    assert not is_weather(fold("江州新建12级风电机组"))


@pytest.mark.parametrize(
    "line", ["江州港夜景。 本报记者 石玉 摄", "图为江州港扩建现场。", "村民在采茶。（肖远 摄）"]
)
def test_a_credit_makes_a_caption(line: str):
    """Sentences too, when the photographer is named behind them."""
    assert is_caption(fold(line))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A06 城事", Shape.BANNER),
        ("第2版 综合", Shape.BANNER),
        ("江州日报", Shape.NOISE),
        ("中華民國113年8月9日 星期五 A5", Shape.NOISE),
        ("2月26日", Shape.DATE),
        ("食品 11.8 11.5 12.4", Shape.LIST),
        ("586亿元", Shape.LIST),
        ("记者：今年的走势如何判断？", Shape.BODY),
        ("会议要求，要把服务与发展结", Shape.BODY),
        ("临川高新区再添新企业", Shape.TITLE),
    ],
)
def test_a_line_is_told_by_its_form(line: str, kind: Shape):
    """Pages, dates, rows and speakers are known without their neighbours."""
    assert shape_of(fold(line)) is kind


@pytest.mark.parametrize("line", ["简　讯", "县域经济", "园区动态", "农 情 快 递"])
def test_a_section_may_be_spaced(line: str):
    """Letters set apart spell the same name."""
    assert is_section_name(fold(line))
