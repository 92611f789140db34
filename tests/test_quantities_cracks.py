"""A numeral that cannot be read whole has no value: it is UNKNOWN, and unclaimed in the ledger."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.quantities import find_quantities
from summarizer.quantity import Kind
from summarizer.reading import read_issue
from summarizer.report import IssueReport, Verdict

SENTENCE = "鹭川区去年完成产值{}，同比有所变化。"
FIGURES = ("123亿元", "4567户", "38.5%", "1,240吨", "2.75倍", "０．８％", "62個")
SPELLED = ("一百二十三万元", "三千五百户", "十七亿吨")
HIDDEN = "".join(
    chr(code)
    for code in (*range(0x20), *range(0x7F, 0xA1), 0xAD, 0x34F, *range(0x2000, 0x2065), 0xFEFF)
    if chr(code) not in " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
    and unicodedata.category(chr(code)) in ("Cc", "Cf")
)
STRIKING = "\u0301\u0335\u0336\u0338\u20dd\u20e3\ufe0e\ufe0f\ufffd\u2800\u3164"
ODD = "½¼⅔¹²³₁₂ⅠⅣⅻ①⑳⑴⒈❷㈠㊀〡༪"
BETWEEN_DIGITS = "’'‘`´′^_|\\:#@*×÷√∕⁄※○〇零lIOoеЕ"
MARKS = [*HIDDEN, *STRIKING, *ODD]
MARKED = st.one_of(
    st.tuples(st.sampled_from(FIGURES), st.sampled_from([*MARKS, *BETWEEN_DIGITS])),
    st.tuples(st.sampled_from(SPELLED), st.sampled_from(MARKS)),
)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("产值7\u200b31亿元", "73100000000"),
        ("产值7\u00ad31亿元", "73100000000"),
        ("利润⼗亿元", "1000000000"),
        ("降幅‑6%", "-6"),
        ("占比5‱", "0.05"),
    ],
)
def test_what_can_be_read_whole_is(printed: str, value: str) -> None:
    """Nothing is lost to a mark without ink, or a radical's form."""
    (found,) = find_quantities(printed)
    assert str(found.value) == value


@pytest.mark.parametrize(
    "printed",
    [
        "7\u033631亿元", "增长–6%", "增长△6%", "3/4亿元", "7’310亿元", "7〇0亿元", "73,10亿元",
        "7×10^3元", "6，708亿元", "¾亿元", "6¾亿元", "10³亿元", "Ⅵ亿元", "⑥亿元", "7e5元",
        "7.3.1亿元", "7\ufffd1亿元", "7O亿元", "2l.75倍", "7l31户", "7×31户", "I31亿元",
        "7。31亿吨",
    ],
)  # fmt: skip
def test_what_cannot_has_no_value(printed: str) -> None:
    """It is one UNKNOWN quantity, not a label, and no figure is made of its pieces."""
    (found,) = find_quantities(f"产值{printed}")
    assert (found.kind, found.value) == (Kind.UNKNOWN, None)


@pytest.mark.parametrize(
    "printed",
    [
        "①6家企业",
        "面积6m²",
        "面积6平方公里³",
        "《办法》（3）",
        "5:3",
        "8日—9日",
        "6%–8%",
        "3件，2026年",
    ],
)
def test_a_mark_that_hides_nothing_is_no_crack(printed: str) -> None:
    """Numbers of paragraphs, powers of a unit, footnotes and ranges leave the figure as it is."""
    assert Kind.UNKNOWN not in {found.kind for found in find_quantities(printed)}


@settings(max_examples=300, deadline=None)
@given(MARKED, st.data())
def test_no_mark_makes_another_number(marked: tuple[str, str], data: st.DataObject) -> None:
    """Wherever a mark is put into a figure, its value is read as it was or not at all."""
    figure, mark = marked
    place = data.draw(st.integers(1, len(figure)))
    (original,) = find_quantities(SENTENCE.format(figure))[1:]
    text = SENTENCE.format(figure[:place] + mark + figure[place:])
    figures = [found for found in find_quantities(text) if found.is_figure]
    assert {found.value for found in figures} <= {original.value}, text


@pytest.fixture(scope="module")
def report() -> IssueReport:
    """Return the report of a page with two broken numerals and one that is whole."""
    page = (
        "鹭川区发布上半年数据\n\n本报讯 今年上半年，鹭川区完成工业产值7〇0亿元，实现利润3½亿元，"
        "新增企业120家，其中高新技术企业30家。\n全区社会消费品零售总额增长6.5%。\n"
    )
    return summarize_issue(read_issue(page.encode()), open_model("extractive"))


def test_what_is_unknown_is_unclaimed(report: IssueReport) -> None:
    """The ledger lists it, and no row rests on it."""
    assert {"7〇0亿元", "3½亿元"} <= {quote.text for quote in report.ledger.unclaimed}
    rows = report.articles[0].observations
    places = {q.id: q for q in report.articles[0].quantities}
    assert all(places[row.quantity].kind is not Kind.UNKNOWN for row in rows)
    assert any(row.verdict is Verdict.SUPPORTED for row in rows)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["123 million yuan", "4567 firms", "38.5 percent", "$1,240"]),
    st.sampled_from([*MARKS, *"'`^_|\\#@*"]),
    st.data(),
)
def test_nor_in_english(figure: str, mark: str, data: st.DataObject) -> None:
    """Wherever a mark is put into a figure, its value is read as it was or not at all."""
    place = data.draw(st.integers(1, len(figure.partition(" ")[0]) - 1))
    (original,) = find_quantities(f"Output was {figure} in all.", "en")
    text = f"Output was {figure[:place]}{mark}{figure[place:]} in all."
    figures = [found for found in find_quantities(text, "en") if found.is_figure]
    assert {found.value for found in figures} <= {original.value}, text


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("销量150万千升", "1500000", "kL"),
        ("全书20万千字", "200000000", "字"),
        ("日产30万千桶", "300000000", "[bbl_us]"),
        ("惠及2万百姓", "20000", None),
        ("均价15元/千克", "15", "CNY/kg"),
        ("电价0.8元/千瓦时", "0.8", "CNY/kW.h"),
        ("票价10元/人次", "10", "CNY/人次"),
        ("零售价417元/罐", "417", "CNY/罐"),
        ("超过3万多亿美元", "3000000000000", "USD"),
        ("缴获100万元港币", "1000000", "HKD"),
        ("冷库近33亿立方英尺", "3300000000", "[cft_i]"),
        ("淘汰20万千伏安时的产能", "200000", "kV.A.h"),
        ("报收于6.27美元/蒲式耳", "6.27", "USD/[bu_us]"),
    ],
)
def test_a_power_behind_a_greater_one_belongs_to_the_unit(text: str, value: str, unit: str | None):
    """千升 is a unit, 万 of 千字 are multiplied, 百 of 百姓 is no hundred; a unit is read whole."""
    (figure,) = find_quantities(text)
    assert (str(figure.value), figure.unit) == (value, unit)
    assert figure.low is not None
    assert figure.low > 0
