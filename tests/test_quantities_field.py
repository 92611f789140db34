"""What newspapers print, kind by kind: each was read wrongly once."""

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Modifier, Quantity

GE, LE, APPROX = Modifier.GE, Modifier.LE, Modifier.APPROX
LOOSELY = {Modifier.GT: GE, Modifier.LT: LE}
FIGURES = {
    "a fraction with a slash under a bound": [
        ("用水量下降逾1/8。", {"value": "-12.5", "unit": "%", "modifier": GE}),
        ("外地游客占了3/4左右。", {"value": "75", "unit": "%", "modifier": APPROX}),
    ],
    "a number broken at the line end": [("乡里收到来信4\n300余封，都已答复。", {"value": "4300"})],
    "money without 元": [
        ("修这条路投入9000万。", {"value": "90000000", "unit": "CNY"}),
        ("商场年销售额要做到70亿。", {"unit": "CNY"}),
    ],
    "people without 人": [("岭北县常住人口约38万。", {"value": "380000", "unit": "人"})],
    "a speed": [
        ("列车时速可达160公里。", {"value": "160", "unit": "km/h"}),
        ("阵风每秒30米。", {"unit": "m/s"}),
    ],
    "a classifier of two": [
        ("口岸出入车辆820辆次。", {"unit": "辆次"}),
        ("抽检了26个批次。", {"unit": "个批次"}),
        ("周转量达40万吨海里。", {"value": "400000", "unit": "吨海里"}),
    ],
    "a power of ten said once": [
        ("养了三到四百只羊。", {"low": "300", "high": "400", "unit": "只"}),
        ("有四至五千株。", {"low": "4000", "high": "5000"}),
        ("每户补两到三万元。", {"low": "20000", "high": "30000", "unit": "CNY"}),
    ],
    "a size behind a count": [("建成7个百亿级园区。", {"value": "7", "unit": "个"})],
    "trading days": [("股价连涨5个交易日。", {"kind": Kind.DURATION, "value": "5"})],
    "a bound over a noun": [
        ("产量不到全国平均水平的三分之一。", {"value": "33.33", "modifier": LE}),
        ("铜价在60000元/吨之下。", {"modifier": LE}),
        ("对企业最高补贴200万元。", {"value": "2000000", "modifier": LE}),
        ("改造一户大约要花6000元。", {"value": "6000", "modifier": APPROX}),
        ("树苗大概用了9棵。", {"modifier": APPROX}),
    ],
    "a price by one": [("地砖卖到95元一平方米。", {"value": "95", "unit": "CNY/m2"})],
    "an ordinal with a scale": [
        ("第3000万辆汽车下线。", {"kind": Kind.ORDINAL, "value": "30000000"})
    ],
    "a digit behind its unit": [
        ("雕像高两米七。", {"value": "2.7", "unit": "m"}),
        ("水深一米三五。", {"value": "1.35"}),
        ("这台机床卖12万8。", {"value": "128000"}),
        ("废纸卖三万四五一吨。", {"low": "34000", "high": "35000", "unit": "CNY/t"}),
    ],
    "a point of exchange or of interest": [
        ("日圓跌35點子。", {"value": "-35", "unit": "点子"}),
        ("銀行加息25點子。", {"value": "0.25", "unit": "pp"}),
    ],
    "a raised decimal point": [("粮食产量是上年的３·２倍。", {"value": "3.2", "unit": "倍"})],
    "a smaller loss, a lower price": [
        ("公司减少亏损31.2%。", {"value": "-31.2"}),
        ("青菜便宜了0.6元。", {"value": "-0.6"}),
    ],
    "all of it": [("入学率为百分百。", {"value": "100", "unit": "%"})],
    "a classifier that is no other word": [("打出40發橡膠彈。", {"value": "40", "unit": "发"})],
    "the first so many": [
        ("排名进入全国前七。", {"kind": Kind.RANK, "value": "7", "modifier": LE}),
        ("产量居全省前三名。", {"kind": Kind.RANK, "value": "3"}),
    ],
    "a bound in brackets": [
        ("年收入6万元（含）以上的农户。", {"value": "60000", "modifier": GE}),
        ("奖励3万元（含）-5万元。", {"low": "30000", "high": "50000"}),
    ],
    "a scale of heat ahead": [
        ("氣溫介乎攝氏19至24度。", {"low": "19", "high": "24", "unit": "Cel"}),
        ("气温为华氏95度。", {"unit": "[degF]"}),
    ],
    "a bare lower end": [("罚款300到2万元。", {"low": "300", "high": "20000", "unit": "CNY"})],
    "neighbours": [("盖房要4、5万元。", {"low": "40000", "high": "50000", "unit": "CNY"})],
    "old measures": [
        ("河堤长三十余里。", {"value": "30", "unit": "里", "modifier": GE}),
        ("井深二丈。", {"value": "2", "unit": "丈"}),
    ],
    "平 for square metres": [("厂房有15万平。", {"value": "150000", "unit": "m2"})],
    "men and women": [("伤者有6男2女。", {"value": "6", "unit": "人"})],
    "two hyphens": [
        ("损耗在3%--5%。", {"low": "3", "high": "5", "unit": "%"}),
        ("重30吨--40吨。", {"low": "30", "high": "40", "unit": "t"}),
    ],
    "letters set apart": [("产值增长 1 2 . 7 %。", {"value": "12.7", "unit": "%"})],
    "a percentile": [("价格处于百分之四十百分位。", {"value": "40"})],
    "capitals": [
        ("收到參仟元。", {"value": "3000"}),
        ("合计柒佰叁拾圆伍角陆分。", {"value": "730.56", "unit": "CNY"}),
        ("市占率升零點45。", {"value": "0.45"}),
    ],
    "one and a half doublings": [("产量翻了一番半。", {"value": "2.83"})],
    "plus and minus": [
        ("误差为±3毫米。", {"value": None, "low": "-3", "high": "3", "unit": "mm"}),
        ("偏差在正负2%。", {"low": "-2", "high": "2"}),
    ],
    "a unit in the heading": [
        ("发行总额（亿元）10.00", {"value": "1000000000", "unit": "CNY"}),
        ("单位：万吨\n原煤  5230\n", {"value": "52300000", "unit": "t"}),
        ("镇   产值（亿元）   增长（%）\n青湾   12.5   8.1\n", {"value": "8.1", "unit": "%"}),
    ],
    "an open classifier": [
        ("渡轮设有260客位。", {"value": "260", "kind": Kind.COUNT, "unit": "客位"}),
        ("出动1200警力维持秩序。", {"value": "1200", "unit": "警力"}),
    ],
    "small units and halves": [
        ("时延为12毫秒。", {"value": "12", "unit": "ms"}),
        ("每天喝半升水。", {"value": "0.5", "unit": "L"}),
    ],
}  # fmt: skip


def said(found: Quantity, field: str) -> object:
    """Return a field, numbers as text and strict bounds as the others."""
    value = getattr(found, field)
    if isinstance(value, Modifier):
        return LOOSELY.get(value, value)
    return format(value, "f") if isinstance(value, Decimal) else value


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(*case, id=f"{kind}-{case[0]}")
        for kind, cases in FIGURES.items()
        for case in cases
    ],
)
def test_figures(text: str, wanted: dict[str, object]) -> None:
    """One of the quantities of the sentence is what a reader takes it for."""
    readings = [{field: said(q, field) for field in wanted} for q in find_quantities(text)]
    assert wanted in readings


@pytest.mark.parametrize(
    "text",
    [
        "酒店周四起加价。",
        "路口在周五、六关闭。",
        "价格“两涨一降”。",
        "车停在十字路口。",
        "在市场上占一席之地。",
        "他年过半百。",
        "12366平台已开通。",
        "公司在大厦16楼C室。",
        "要买2、3级能效的。",
        "堆着数以万吨的砂石。",
        "园区1—2期厂房完工。",
        "站在九天山隧道口。",
        "千千万万的家庭。",
        "百千万人才工程。",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    """Weekdays, set phrases, floors, grades, hotlines and phases are no figures."""
    assert not [found for found in find_quantities(text) if found.is_figure]
