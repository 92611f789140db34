"""The Chinese words that bound a figure, give its direction or its currency."""

import re

from summarizer.quantities.qualifiers import Lexicon, any_of, meanings
from summarizer.quantity import Modifier

WORDS = {
    Modifier.APPROX: (
        "约 大约 约为 约有 约达 大概 大概在 大致 大致在 近 将近 接近 差不多 左右 平均约"
    ),
    Modifier.GT: (
        "超 超过 逾 突破 多于 高于 大于 过 跨过 跨越 越过 冲破 闯过 站上 迈上 跃上 迈过 冲上"
        " 超出 超逾 已过 破"
    ),
    Modifier.GE: (
        "不少于 不低于 不小于 不下于 不下 至少 最少 最低 起码 上 大于等于 大于或等于"
        " 大于或者等于 不亚于"
    ),
    Modifier.LE: (
        "不超过 不高于 不多于 不大于 不超 不得超过 不能超过 不会超过 不得高于 至多 最多"
        " 最高 最高达 最高可达 最高为 最多达 最多可 最高可 小于等于 小于或等于 未超过"
        " 没有超过 不突破 未突破"
    ),
    Modifier.LT: ("不足 不到 低于 少于 小于 未到 未达 不满 未满 不及 没有达到 未达到 达不到"),
}
MEANING = meanings(WORDS)
FALLS = (
    "下降|下滑|下跌|下挫|下调|减少|降低|回落|缩减|缩小|萎缩|负增长|降幅|跌幅|减幅|锐减|骤减|骤降|剧减|递减"
    "|净减|削减|压减|压缩|裁减|少增|贬值|缩水|收窄|倒退|下探|暴跌|大跌|急降|减产|减收|降价|跌价|跌|减|降"
)
RISES = (
    "增长|增加|增幅|涨幅|提高|提升|上升|上涨|扩大|激增|猛增|剧增|递增|净增|高出|多出|增值|升值|飙升|攀升"
    "|增多|放大|大增|加快|增|涨|升|翻"
)
LINKS = "(?:幅度|了|又|仅|均|都|分别|为|达|达到|高达|平均|比例|速度|将|同比|各|也|已)"
CURRENCIES = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "￥": "CNY",
    "US$": "USD", "USD": "USD", "美元": "USD", "美金": "USD", "$": "USD",
    "HK$": "HKD", "HKD": "HKD", "港币": "HKD", "港元": "HKD", "NT$": "TWD", "新台币": "TWD",
    "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "S$": "SGD", "A$": "AUD", "C$": "CAD",
}  # fmt: skip
NOT_NEAR = "最附临就靠邻远贴亲新"
"""最近, 附近 … are words; so is 近 before a time: 近三年 are the three years up to now."""

NOT_ABOUT = "签节预条履合契违续缔毁公制"

GUARDED = rf"(?<![{NOT_NEAR}])近|(?<![{NOT_ABOUT}])约|(?<![打突爆侦])破"
BOUND = any_of(set(MEANING) - {"近", "约", "破"})
BEFORE = re.compile(
    rf"(?:(?P<fall>{FALLS})|(?P<rise>{RISES}))?{LINKS}{{0,3}}"
    rf"(?:(?P<bound>{GUARDED}|{BOUND})了?[到达有为]?)?"
    rf"(?P<currency>(?<![兑对])(?:{any_of(CURRENCIES)}))? ?(?P<minus>(?<![\dA-Za-z])-|负|零下)?$"
)
CHINESE = Lexicon(
    BEFORE,
    MEANING,
    CURRENCIES,
    frozenset(
        word[-1]
        for word in (
            *MEANING,
            *FALLS.split("|"),
            *RISES.split("|"),
            *CURRENCIES,
            *"了到达为负-下均别仅例度",
        )
    ),
    reach=14,
    near=frozenset(("近", "将近", "接近")),
    comparing=frozenset(("高于", "低于", "大于", "小于", "多于", "少于")),
    round_only=frozenset(("上", "过")),
)
