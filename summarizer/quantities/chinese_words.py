"""The Chinese words that bound a figure, give its direction or its currency."""

import re

from summarizer.lexicon import source, word_list
from summarizer.quantities.qualifiers import Lexicon, meanings
from summarizer.quantities.units import either
from summarizer.quantity import Modifier

BOUNDS = {
    Modifier.APPROX: (
        "约 大约 约莫 莫约 约略 约为 约有 约达 大概 大概在 大致 大致在 近 将近 接近 差不多 左右"
        " 平均约"
    ),
    Modifier.GT: (
        "超 超过 逾 突破 多于 高于 大于 过 跨过 跨越 越过 冲破 闯过 站上 迈上 跃上 迈过 冲上"
        " 超出 超逾 已过 破 升破 升穿 涨破 >"
    ),
    Modifier.GE: (
        "不少于 不低于 不小于 不下于 不下 至少 最少 最低 起码 上 大于等于 大于或等于"
        " 大于或者等于 不亚于 ≥ ≧ >="
    ),
    Modifier.LE: (
        "不超过 不高于 不多于 不大于 不超 不得超过 不能超过 不会超过 不得高于 至多 最多"
        " 最高 最高达 最高可达 最高为 最多达 最多可 最高可 小于等于 小于或等于 未超过"
        " 没有超过 不突破 未突破 ≤ ≦ <="
    ),
    Modifier.LT: (
        "不足 不到 低于 少于 小于 未到 未达 不满 未满 不及 未及 没有达到 未达到 达不到"
        " 跌破 跌穿 下破 失守 <"
    ),
}
MEANING = meanings(BOUNDS)
FALLS, RISES = word_list("figures.falls"), word_list("figures.rises")
FALL = (
    rf"{either(FALLS)}|跌(?![破穿])|(?<!褒)贬"
    "|(?<![至不最多很缺减])少|(?<![最高走])低|(?<![缓减])慢"
)
RISE = rf"{either(RISES)}|涨(?!破)|升(?![破穿])"
LINKS = "(?:" + source("figures.links") + ")"
"""降幅为3% is a fall of three, but 降为3% and 减少为3家 say what is left."""
CURRENCIES = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "￥": "CNY",
    "US$": "USD", "USD": "USD", "美元": "USD", "美金": "USD", "$": "USD",
    "HK$": "HKD", "HKD": "HKD", "港币": "HKD", "港元": "HKD", "NT$": "TWD", "新台币": "TWD",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "S$": "SGD", "A$": "AUD", "C$": "CAD",
}  # fmt: skip
GUARDED = source("figures.guarded_bounds")
BOUND = either(set(MEANING) - {"近", "约", "破", "超"})
WORDS_BEFORE = (*MEANING, *FALLS, *RISES, *"跌贬少低慢涨升", *CURRENCIES)
STARTS = re.escape("".join({word[0] for word in WORDS_BEFORE}))
BEFORE = re.compile(
    rf"(?=[{STARTS}负零 幅了又仅均都分为达高平比速将同各也已介在正±+-])"
    rf"(?:(?P<fall>{FALL})|(?P<rise>{RISE}))?{LINKS}{{0,3}}"
    rf"(?:(?P<bound>{GUARDED}|{BOUND})了?[到达有为才仅只]?)?"
    rf"(?P<currency>(?<![兑对]){either(CURRENCIES)})?"
    r" ?(?P<minus>(?<![\dA-Za-z])-|(?<!正)负|零下)?(?P<both>±|正负|\+/?-)?$"
)
CHINESE = Lexicon(
    BEFORE,
    MEANING,
    CURRENCIES,
    frozenset(word[-1] for word in (*WORDS_BEFORE, *"了到达为在乎于负±-下均别仅只才例度")),
    reach=14,
    near=frozenset(("近", "将近", "接近")),
    parts=("bound", "currency", "minus", "both"),
    comparing=frozenset(("高于", "低于", "大于", "小于", "多于", "少于")),
    round_only=frozenset(("上", "过")),
)
