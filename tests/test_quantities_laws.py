"""What holds for every text, in either language, however strange."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from summarizer.numerals import parse_numeral
from summarizer.quantities import find_quantities

CHINESE = (
    "0 1 25 ３ 1,300 ５％ 一 二 两 三 五 十 百 千 万 亿 零 〇 几 数 半 第 年 月 日 号 个 家 元"
    " 角 分 亩 % . ， 、 - — ～ 至 到 约 近 超 余 多 以上 左右 成 倍 番 分之 翻 下降 增长 由 从"
    " 千瓦 平方米 百分点 人民币 今年 2018年 一季度 ( ) “ ” : + x N G 萬 億 港元"
    " ‰ ‧ 仙 厘 毛 廿 降幅 收窄 级 大 个半 小时 时 国 条 基点 民國 财年 或 / ≥ 半成 三分一"
)
ENGLISH = (
    "one twenty hundred million and a half third percent yuan $ between first quarter January"
    " 19th over fell to from point out of in tens dozens USD cents feet inches 1/2 zero half"
)
PIECES = [*CHINESE.split(), *ENGLISH.split(), " ", "\n"]
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
dates = st.one_of(st.none(), st.just(dt.date(2018, 5, 31)))


@settings(max_examples=250, deadline=None)
@given(texts, st.sampled_from(["zh", "en"]), dates)
def test_places(text: str, language: str, date: dt.date | None):
    """Quantities lie in the text, in order, without overlap, and quote it."""
    end = 0
    for found in find_quantities(text, language, date):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        end = found.end


@settings(max_examples=250, deadline=None)
@given(texts, st.sampled_from(["zh", "en"]))
def test_intervals(text: str, language: str):
    """A value lies in its interval, and the interval is the right way round."""
    for found in find_quantities(text, language):
        ends = [end for end in (found.low, found.value, found.high) if end is not None]
        assert ends == sorted(ends)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str):
    """No text at all makes it stumble."""
    assert isinstance(find_quantities(text), list)
    assert isinstance(find_quantities(text, "en"), list)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**16 - 1), st.sampled_from(["low", "up"]))
def test_numerals_against_cn2an(number: int, style: str):
    """A numeral written by cn2an is read back."""
    from cn2an import an2cn

    assert parse_numeral(an2cn(number, style)) == number


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**12), st.sampled_from(["个", "家", "人"]))
def test_a_count_is_exact(number: int, classifier: str):
    """An integer with a classifier is itself, with separators or without."""
    for printed in (f"{number}{classifier}", f"{number:,}{classifier}"):
        (found,) = find_quantities(f"共有{printed}。")
        assert (found.text, found.value, found.low, found.high) == (printed, *[number] * 3)


TRADITIONAL = OpenCC("s2t")
AMOUNTS = (
    "12亿元", "3.5%", "40家", "2800多户", "近6000万元", "两到三百名", "1.2万—1.5万元", "5、6万元",
    "30余吨", "不足80人", "3万（含）-5万元", "20%--30%", "三五百人", "十几万吨", "上百家",
    "数十亿元", "800到1.5万元", "时速40公里", "一米八五", "半升", "约花300元", "第3000万辆",
    "三块五", "360处次", "2个亿", "一万二三", "上限为60岁", "近六成", "两千五六一吨", "百分之百",
)  # fmt: skip
CLAUSES = (
    "全市完成{}",
    "新增{}",
    "比年初多{}",
    "收入由{}增加到{}",
    "其中{}、{}",
    "人口{}",
    "投资{}",
)
sentences = st.builds(
    lambda clauses, amounts: "，".join(clause.format(*amounts) for clause in clauses) + "。",
    st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=3),
    st.lists(st.sampled_from(AMOUNTS), min_size=2, max_size=2),
)


def readings(text: str) -> list[tuple[object, ...]]:
    """Return what is said, without places."""
    return [
        (q.kind, q.value, q.low, q.high, q.unit, q.modifier, q.time_period)
        for q in find_quantities(text, "zh", dt.date(2018, 5, 31))
    ]


@settings(max_examples=150, deadline=None)
@given(sentences)
def test_nothing_is_less_than_nothing(text: str):
    """Counts, money and measures that did not fall have no end below zero."""
    found = [q for q in find_quantities(text) if q.is_figure]
    assert all(end is None or end >= 0 for q in found for end in (q.low, q.value, q.high))


@settings(max_examples=150, deadline=None)
@given(sentences, sentences, st.sampled_from(["", "\n", "\n\n", "　　"]))
def test_sentences_are_read_alone(one: str, other: str, gap: str):
    """Two sentences have the figures of both, whatever stands between them."""
    assert readings(one + gap + other) == readings(one) + readings(other)


@settings(max_examples=150, deadline=None)
@given(sentences)
def test_twins(text: str):
    """Full-width digits and traditional characters read as their twins."""
    wide = text.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789%"})
    traditional = TRADITIONAL.convert(text)
    assert readings(wide) == readings(text) == readings(traditional)
