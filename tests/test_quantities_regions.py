"""Numbers as Hong Kong, Taiwan and older pages print them. All phrases invented."""

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities, home_of
from summarizer.quantity import Kind, Quantity


def only(text: str) -> Quantity:
    """Return the one quantity of a text."""
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("派息12.5港仙", "0.125", "HKD"),
        ("每股盈利45.3仙", "0.453", "HKD"),
        ("每斤八分钱", "0.08", "CNY"),
        ("港元計價，每股4毫", "0.4", "HKD"),
        ("拥有61.4件/万人", "61.4", "件/万人"),
        ("按息1.62厘", "1.62", "%"),
        ("減息半厘", "-0.5", "%"),
        ("加息四分一厘", "0.25", "%"),
        ("加息25點子", "0.25", "pp"),
        ("三分一市民", "33.33", "%"),
        ("约占1/4", "25", "%"),
        ("四分三業主", "75", "%"),
        ("升半成", "5", "%"),
        ("兩成半受訪者", "25", "%"),
        ("成交千二億元", "120000000000", "CNY"),
        ("一千二百餘戶", "1200", "户"),
        ("卅五戶", "35", "户"),
        ("每人3萬2,105美元", "32105", "USD"),
        ("新增2萬4337人", "24337", "人"),
        ("就業1,126萬7千人", "11267000", "人"),
        ("營收一一二億元", "11200000000", "CNY"),
        ("占三五‧六％", "35.6", "%"),
        ("存量3.2亿度", "320000000", "kW.h"),
        ("供气3.6万标准立方米", "36000", "m3"),
        ("管线12㎞", "12", "km"),
        ("收報三千點", "3000", "点"),
        ("报3,105.27点", "3105.27", "点"),
        ("纱锭五万二千锭", "52000", "锭"),
        ("能耗0.21吨标准煤", "0.21", "吨标准煤"),
        ("种植83万亩次", "830000", "亩次"),
        ("带动26.8万农户", "268000", "户"),
        ("产能8GWh", "8", "GW.h"),
        ("大概才3000万", "30000000", None),
        ("投资5 . 2 亿 元", "520000000", "CNY"),
        ("增长12. 5%", "12.5", "%"),
        ("增幅為−2.1％", "-2.1", "%"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str | None):
    """Value and unit are the same, however a place or a time prints them."""
    assert (only(text).value, only(text).unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "modifier", "low", "high"),
    [
        ("約莫五百人", "approx", "475", "525"),
        ("跌破3000點", "lt", None, "3000"),
        ("失守三千點", "lt", None, "3000"),
        ("升穿兩萬點", "gt", "20000", None),
        ("合格率≥90%", "ge", "90", None),
        ("误差≤3%", "le", None, "3"),
        ("成分>5%", "gt", "5", None),
        ("未及三成", "lt", None, "30"),
    ],
)
def test_bounds(text: str, modifier: str, low: str | None, high: str | None):
    """Signs and regional words bound a figure as the usual words do."""
    found = only(text)
    bounds = tuple(None if end is None else Decimal(end) for end in (low, high))
    assert (found.modifier, found.low, found.high) == (modifier, *bounds)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("減少三至五成", "-50", "-30"),
        ("約佔一至兩成半", "10", "25"),
        ("3—5万元", "30000", "50000"),
        ("2成至3成", "20", "30"),
        ("出生率三五‰", "0.3", "0.5"),
        ("来了七、八百人", "700", "800"),
        ("新办二、三十家", "20", "30"),
        ("约十七、八岁", "17", "18"),
    ],
)
def test_ranges(text: str, low: str, high: str):
    """Both ends of a range have its unit, and are printed without an exponent."""
    found = only(text)
    assert (str(found.low), str(found.high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("升0.5元至45.6元", ["0.5", "45.6"]),
        ("減少3家至120家", ["-3", "120"]),
        ("增加3亿元至5亿元", ["None"]),
        ("跌2%至12%", ["None"]),
    ],
)
def test_by_how_much_and_to_what(text: str, both: list[str]):
    """What is far more than the change is where it led; otherwise the two are a range of it."""
    assert [str(found.value) for found in find_quantities(text)] == both


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("两个半小时", "2.5", "h"), ("三个半月", "3.5", "mo"), ("半小时", "0.5", "h")],
)
def test_halves_of_a_duration(text: str, value: str, unit: str):
    """两个半小时 is one duration and no count of two."""
    found = only(text)
    assert (found.kind, found.value, found.unit) == (Kind.DURATION, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("完成投资12\n.5亿元", "12\n.5亿元", "1250000000"),
        ("增加值1\n200万元", "1\n200万元", "12000000"),
        ("占全区3\n5%", "3\n5%", "35"),
        ("引进外资1.2亿\n美元", "1.2亿\n美元", "120000000"),
        ("提高1.2个百\n分点", "1.2个百\n分点", "1.2"),
        ("名单12\n家住城南", "12", "12"),
        ("增长8\n本报讯", "8", "8"),
    ],
)
def test_a_number_over_a_line_end(text: str, printed: str, value: str):
    """A full line may end inside a number; what cannot go on does not."""
    assert (only(text).text, only(text).value) == (printed, Decimal(value))


@pytest.mark.parametrize("text", ["比例为1:3.5", "浓度2.5：1", "1:3.5的比例", "按10:1缩股"])
def test_ratios(text: str):
    """What no clock can show is a ratio, with or without the word for it."""
    assert only(text).kind is Kind.RATIO


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("本港銷情轉好，港股造好。", "HKD"),
        ("本澳樓價回落，氹仔新盤開售。", "MOP"),
        ("台股收漲，高雄新廠動工，總價未定。", "TWD"),
        ("柳灣區資訊：碼頭擴建，總額未定。", "CNY"),
        ("香港與高雄、台北的航班增加，總數未定。", "CNY"),
        ("港股造好，青湾区扩建码头。", "CNY"),
    ],
)
def test_a_bare_yuan_is_the_page_s(page: str, code: str):
    """Where the article does not tell, its page does; a page that wavers tells nothing."""
    (found,) = find_quantities("改建費用為800萬元。", page=page)
    assert found.unit == code


def test_what_decided_is_told():
    """The words that speak for a currency come back with their counts."""
    home = home_of("港股造好，港股成交增加，本港總額未定。")
    assert (home.code, home.told) == ("HKD", (("HKD 港股", 2), ("HKD 本港", 1)))
