"""The Chinese words that bound a figure, give its direction or its currency."""

import re

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
FALLS = (
    "下降|下滑|下跌|下挫|下调|下修|减少|降低|回落|缩减|缩小|缩窄|萎缩|负增长|降幅|跌幅|减幅|锐减|骤减|骤降"
    "|剧减|递减|净减|削减|压减|压缩|裁减|贬值|缩水|收窄|收缩|倒退|衰退|下探|暴跌|大跌|急降|减产|减收|减息|降息|降准|缩短|精简|负成长|插水|回吐|降价|跌价"
    "|放缓|减慢|趋缓|调低|调减|滑落|走低|少增|少赚|少收|少产|少销|少卖|减|降|挫|泻|缩|逊"
)
RISES = (
    "增长|增加|增幅|涨幅|提高|提升|上升|上涨|扩大|激增|猛增|剧增|递增|净增|高出|多出|增值|升值|飙升|攀升"
    "|增多|放大|大增|加快|加深|加大|回升|成长|上调|上修|调高|调升|增|翻"
)
FALL = (
    rf"{either(FALLS.split('|'))}|跌(?![破穿])|(?<!褒)贬"
    "|(?<![至不最多很缺减])少|(?<![最高走])低|(?<![缓减])慢"
)
RISE = rf"{either(RISES.split('|'))}|涨(?!破)|升(?![破穿])"
LINKS = (
    "(?:幅度|了|又|仅|均|都|分别|(?<=[幅长别度例率均都仅额比])为|达|达到|高达|平均|比例|速度|将|同比|各|也|已"
    "|介乎|介于|(?<=[幅度])在)"
)
"""降幅为3% is a fall of three, but 降为3% and 减少为3家 say what is left."""
CURRENCIES = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "￥": "CNY",
    "US$": "USD", "USD": "USD", "美元": "USD", "美金": "USD", "$": "USD",
    "HK$": "HKD", "HKD": "HKD", "港币": "HKD", "港元": "HKD", "NT$": "TWD", "新台币": "TWD",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "S$": "SGD", "A$": "AUD", "C$": "CAD",
}  # fmt: skip
NOT_NEAR = "最附临就靠邻远贴亲新"
"""最近, 附近 … are words; so is 近 before a time: 近三年 are the three years up to now."""

NOT_ABOUT = "签节预条履合契违续缔毁公制"

GUARDED = rf"(?<![{NOT_NEAR}])近|(?<![{NOT_ABOUT}])约|(?<![打突爆侦跌升涨下])破|(?<![买卖出入])超"
BOUND = either(set(MEANING) - {"近", "约", "破", "超"})
WORDS_BEFORE = (*MEANING, *FALLS.split("|"), *RISES.split("|"), *"跌贬少低慢涨升", *CURRENCIES)
STARTS = re.escape("".join({word[0] for word in WORDS_BEFORE}))
BEFORE = re.compile(
    rf"(?=[{STARTS}负零 幅了又仅均都分为达高平比速将同各也已介在-])"
    rf"(?:(?P<fall>{FALL})|(?P<rise>{RISE}))?{LINKS}{{0,3}}"
    rf"(?:(?P<bound>{GUARDED}|{BOUND})了?[到达有为才仅只]?)?"
    rf"(?P<currency>(?<![兑对]){either(CURRENCIES)})? ?(?P<minus>(?<![\dA-Za-z])-|负|零下)?$"
)
CHINESE = Lexicon(
    BEFORE,
    MEANING,
    CURRENCIES,
    frozenset(word[-1] for word in (*WORDS_BEFORE, *"了到达为在乎于负-下均别仅只才例度")),
    reach=14,
    near=frozenset(("近", "将近", "接近")),
    comparing=frozenset(("高于", "低于", "大于", "小于", "多于", "少于")),
    round_only=frozenset(("上", "过")),
)
