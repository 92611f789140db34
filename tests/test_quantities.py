"""Quantities of Chinese text: what each construct of the language says. All sentences invented."""

import datetime as dt
from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Quantity

ISSUE = dt.date(2019, 3, 14)


def only(text: str) -> Quantity:
    """Return the one quantity of a text."""
    (quantity,) = find_quantities(text, date=ISSUE)
    return quantity


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit"),
    [
        ("青岚园区产值122.6亿元", "122.6亿元", "12260000000", "CNY"),
        ("完成投资1,256.8万元", "1,256.8万元", "12568000", "CNY"),
        ("授权专利2 160件", "2 160件", "2160", "件"),
        ("投资１．５亿元", "１．５亿元", "150000000", "CNY"),
        ("收入８５·６亿元", "８５·６亿元", "8560000000", "CNY"),
        ("利税四亿二千万元", "四亿二千万元", "420000000", "CNY"),
        ("拨款叁佰万圆", "叁佰万圆", "3000000", "CNY"),
        ("外汇1.2亿美元", "1.2亿美元", "120000000", "USD"),
        ("每股人民币15元", "人民币15元", "15", "CNY"),
        ("造价HK$30亿", "HK$30亿", "3000000000", "HKD"),
        ("占地42万平方米", "42万平方米", "420000", "m2"),
        ("管线12千米", "12千米", "12", "km"),
        ("发电20万千瓦时", "20万千瓦时", "200000", "kW.h"),
        ("装机一百千瓦", "一百千瓦", "100", "kW"),
        ("处理污水5万吨/日", "5万吨/日", "50000", "t/d"),
        ("地价8000元/平方米", "8000元/平方米", "8000", "CNY/m2"),
        ("年产5万台(套)", "5万台(套)", "50000", "台(套)"),
        ("入孵的有49家", "49家", "49", "家"),
        ("共五大平台", "五大", "5", None),
        ("供水四个亿立方", "四个亿立方", "400000000", "m3"),
        ("规划面积 12.5 万平方米", "12.5 万平方米", "125000", "m2"),
        ("唯一一家", "一家", "1", "家"),
        ("参展人次将达120万", "120万", "1200000", "人次"),
        ("每斤三元五角", "三元五角", "3.5", "CNY"),
        ("每股三角五分", "三角五分", "0.35", "CNY"),
        ("票价12元5角", "12元5角", "12.5", "CNY"),
    ],
)
def test_amounts_and_counts(text: str, printed: str, value: str, unit: str | None):
    """A figure covers numeral and unit; 万 and 亿 are multiplied out, the unit is a code."""
    found = only(text)
    assert (found.text, found.value, found.unit) == (printed, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "modifier"),
    [
        ("约12亿元", "1200000000", "1140000000", "1260000000", "approx"),
        ("近800家", "800", "720", "800", "approx"),
        ("41万余人", "410000", "410000", "420000", "gt"),
        ("一百二十余万元", "1200000", "1200000", "1300000", "gt"),
        ("400多名", "400", "400", "500", "gt"),
        ("超过20家", "20", "20", None, "gt"),
        ("突破5000亿元", "500000000000", "500000000000", None, "gt"),
        ("6家以上", "6", "6", None, "ge"),
        ("不少于15个", "15", "15", None, "ge"),
        ("上万人", "10000", "10000", None, "ge"),
        ("不超过3%", "3", None, "3", "le"),
        ("控制在3%以内", "3", None, "3", "le"),
        ("不足百人", "100", None, "100", "lt"),
        ("15%左右", "15", "14.25", "15.75", "approx"),
        ("数十亿元", None, "1000000000", "10000000000", "approx"),
        ("十几亿元", None, "1000000000", "2000000000", "approx"),
        ("三五个", None, "3", "5", "approx"),
        ("30-40人左右", None, "30", "40", "approx"),
        ("200亿～300亿元", None, "20000000000", "30000000000", None),
        ("6-8亿元", None, "600000000", "800000000", None),
        ("百分之三到五", None, "3", "5", None),
        ("不低于5%且不超过8%", None, "5", "8", None),
        ("介于10%与15%之间", None, "10", "15", None),
        ("-2%至3%", None, "-2", "3", None),
        ("-5%至3%", None, "-5", "3", None),
        ("零下5至8摄氏度", None, "-8", "-5", None),
        ("122.6亿元", "12260000000", "12255000000", "12265000000", None),
        ("145个", "145", "145", "145", None),
        ("八成", "80", "75", "85", None),
        ("三分之一", "33.33", "33.33", "33.34", None),
    ],
)
def test_bounds(
    text: str, value: str | None, low: str | None, high: str | None, modifier: str | None
):
    """Qualifiers are bounds, rounding is an interval, and a range has no value of its own."""
    found = only(text)
    wanted = tuple(number and Decimal(number) for number in (value, low, high))
    assert ((found.value, found.low, found.high), found.modifier) == (wanted, modifier)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("占比20.2%", Kind.PERCENT, "20.2"),
        ("百分之三十二点五", Kind.PERCENT, "32.5"),
        ("三成五", Kind.PERCENT, "35"),
        ("千分之三", Kind.PERCENT, "0.3"),
        ("打八五折", Kind.PERCENT, "85"),
        ("占了一半", Kind.PERCENT, "50"),
        ("提高1.5个百分点", Kind.PERCENTAGE_POINT, "1.5"),
        ("下调25个基点", Kind.PERCENTAGE_POINT, "-0.25"),
        ("出口翻两番", Kind.MULTIPLE, "4"),
        ("是前者的3.2倍", Kind.MULTIPLE, "3.2"),
        ("利润增长2.3倍", Kind.PERCENT, "230"),
        ("按5:1配股", Kind.RATIO, "5"),
        ("居全省同类园区第4位", Kind.RANK, "4"),
        ("第18批", Kind.ORDINAL, "18"),
        ("一期竣工", Kind.ORDINAL, "1"),
        ("分三期建设", Kind.COUNT, "3"),
        ("历时3小时", Kind.DURATION, "3"),
    ],
)
def test_kinds(text: str, kind: Kind, value: str):
    """Percent, points, multiples, ratios, ranks, ordinals and durations are told apart."""
    found = only(text)
    assert (found.kind, found.value) == (kind, Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("出口下降3.2%", "-3.2"),
        ("降幅达45%", "-45"),
        ("负增长0.06%", "-0.06"),
        ("减少约2亿元", "-200000000"),
        ("利润降至5%", "5"),
        ("比重由5%以上", "5"),
        ("减少用工200人", "200"),
        ("签约15个", "15"),
    ],
)
def test_direction(text: str, value: str):
    """What falls is negative, where the word touches the figure; 降至 names a level."""
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("实施“131”计划", "131", "131"),
        ("党的十九大报告", "十九大", "19"),
        ("做到六个一", "六个一", "6"),
        ("覆盖5G网络", "5G", "5"),
        ("监测PM2.5浓度", "PM2.5", "2.5"),
        ("首飞的C919客机", "C919", "919"),
        ("中国500强", "500强", "500"),
        ("落实“三个面向”", "三个", "3"),
        ("建设一个平台", "一个", "1"),
        ("推行1+3+N模式", "1+3+N", None),
        ("3·15晚会", "3·15", None),
        ("全天7×24服务", "7×24", None),
        ("致电0551-6531234", "0551-6531234", None),
        ("编号12345678901234567", "12345678901234567", None),
    ],
)
def test_labels(text: str, printed: str, value: str | None):
    """Names and slogans keep their digits and are no figures."""
    found = only(text)
    kept = (found.text, found.value, found.is_figure)
    assert kept == (printed, value and Decimal(value), False)


@pytest.mark.parametrize(
    "text",
    [
        "三一重工落户三峡库区",
        "统一部署，进一步推进一批项目",
        "规模以上企业",
        "（单位：万元）",
        "每万人拥有量",
        "千家万户",
        "小王拾起石子",
    ],
)
def test_words_are_no_numbers(text: str):
    """Numeral characters in words and names are not quantities at all."""
    assert not any(found.is_figure for found in find_quantities(text))


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("截至2018年11月末", "2018年11月末", "2018-11"),
        ("定于4月8日", "4月8日", "2019-04-08"),
        ("今年一季度", "今年一季度", "2019-Q1"),
        ("1—4月", "1—4月", "2019-01-01/P4M"),
        ("“十三五”期间", "十三五", "2016-01-01/P5Y"),
        ("2018 年 5 月", "2018 年 5 月", "2018-05"),
    ],
)
def test_periods(text: str, printed: str, period: str):
    """Dates and periods are quantities with a time and no figure."""
    found = only(text)
    assert (found.text, found.time_period, found.is_figure) == (printed, period, False)


def test_a_year_alone_keeps_its_value():
    """2013年 is 2013, unit a; a date of more parts has no value."""
    assert (only("2013年").value, only("2013年").unit) == (Decimal(2013), "a")
    assert only("2013年5月").value is None


@pytest.mark.parametrize(
    ("text", "values", "units"),
    [
        ("分别为3、5、8家", "3 5 8", {"家"}),
        ("40萬及26萬平方呎", "400000 260000", {"[sft_i]"}),
        ("下降5%和3%", "-5 -3", {"%"}),
        ("回落0.5个和0.3个百分点", "-0.5 -0.3", {"pp"}),
        ("由18.7%提高到20.2%", "18.7 20.2", {"%"}),
        ("一次投3亿元，再投2亿", "300000000 200000000", {"CNY"}),
        ("25%,27%", "25 27", {"%"}),
    ],
)
def test_lists(text: str, values: str, units: set[str | None]):
    """Members of a list share unit and direction; a change and a list comma join nothing."""
    found = [quantity for quantity in find_quantities(text) if quantity.kind is not Kind.ORDINAL]
    measured = [quantity for quantity in found if quantity.text != "一次"]
    assert [str(quantity.value) for quantity in measured] == values.split()
    assert {quantity.unit for quantity in measured} == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("營業額120億元，溢利30億港元", "HKD HKD"),
        ("營業額120億元，成本30億人民幣", "CNY CNY"),
        ("廠房投資5億元（人民幣），港元計", "CNY"),
        ("营业额120亿元，出口30亿港元", "CNY HKD"),
        ("以62億元投得用地，每平方呎售1.3萬元", "HKD HKD"),
        ("樓價8000元/平方呎", "HKD/[sft_i]"),
        ("派息15仙，總額4億元", "HKD HKD"),
        ("純利9億元，按年升5%", "HKD %"),
        ("總價3億元，每坪65萬元", "TWD TWD"),
        ("溢利6億澳門元，總資產70億元", "MOP MOP"),
        ("本港收入人民幣30億元，純利5億元。總派息2億元", "CNY CNY HKD"),
        ("港股收入30億元（人民幣，下同）。總派息2億元", "CNY CNY"),
        ("人民幣貶值，本港地皮售5億元", "HKD"),
        ("總投資5億元", "CNY"),
    ],
)
def test_a_bare_yuan_follows_its_surroundings(text: str, units: str):
    """In traditional characters a bare 元 is the money of the place that the text tells of."""
    assert [found.unit for found in find_quantities(text)] == units.split()


def test_the_text_is_quoted_as_printed():
    """Offsets are those of the text given, whatever was folded or squeezed to read it."""
    text = "共計 ３ ５００ 萬元，約 12.5 万 平方米"
    for found in find_quantities(text):
        assert text[found.start : found.end] == found.text
