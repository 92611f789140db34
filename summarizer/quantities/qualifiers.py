"""The words around a figure, read as bounds and direction.

    下降  了  约      3.2%                 fall → the value is negative; 约 → approx
    增长  近          2.3倍                rise → growth, not the multiple itself
    不得  超过        5亿元                a denied bound turns round: at most
    约    人民币      3亿元                a currency may stand before the number

Words far from the number do not count: everything here touches it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from summarizer.quantity import Modifier

WORDS = {
    Modifier.APPROX: (
        "约 大约 约为 约有 约达 大概 大概在 大致 大致在 近 将近 接近 差不多 左右 平均约"
    ),
    Modifier.GT: (
        "超 超过 逾 突破 多于 高于 大于 过 跨过 跨越 越过 冲破 闯过 站上 迈上 跃上 迈过 冲上"
        " 超出 超逾 已过"
    ),
    Modifier.GE: (
        "不少于 不低于 不小于 不下于 不下 至少 最少 最低 起码 上 大于等于 大于或等于"
        " 大于或者等于 不亚于"
    ),
    Modifier.LE: (
        "不超过 不高于 不多于 不大于 不超 不得超过 不能超过 不会超过 不得高于 至多 最多"
        " 最高 最高达 最高可达 最高为 最多达 最多可 最高可 小于等于 小于或等于 未超过"
        " 没有超过 不突破 未突破 控制在"
    ),
    Modifier.LT: ("不足 不到 低于 少于 小于 未到 未达 不满 未满 不及 没有达到 未达到 达不到"),
}
MEANING = {word: modifier for modifier, words in WORDS.items() for word in words.split()}
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
REACH = 14
NOT_NEAR = "最附临就靠邻远贴亲新"
"""最近, 附近 … are words; so is 近 before a time: 近三年 are the three years up to now."""

NOT_ABOUT = "签节预条履合契违续缔毁公制"
ROUND_ONLY = ("上", "过")
"""Only with a round number: 上万, 过百; elsewhere 上 and 过 end other words."""
COMPARING = ("高于", "低于", "大于", "小于", "多于", "少于")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


BEFORE = re.compile(
    rf"(?:(?P<fall>{FALLS})|(?P<rise>{RISES}))?{LINKS}{{0,3}}"
    rf"(?P<bound>(?:(?<![{NOT_NEAR}])近|(?<![{NOT_ABOUT}])约|{_any(set(MEANING) - {'近', '约'})})"
    rf"了?(?:到|达)?)?"
    rf"(?P<currency>{_any(CURRENCIES)})? ?(?P<minus>(?<![\dA-Za-z])-|负|零下)?$"
)
TRIGGERS = frozenset(
    word[-1]
    for word in (
        *MEANING,
        *FALLS.split("|"),
        *RISES.split("|"),
        *CURRENCIES,
        *"了到达为负-下均别仅例度",
    )
) | {" "}


@dataclass(frozen=True, slots=True)
class Before:
    """What stands right before a figure; `length` is how much of it belongs to the expression."""

    length: int = 0
    modifier: Modifier | None = None
    currency: str | None = None
    falls: bool = False
    rises: bool = False
    negative: bool = False
    near: bool = False
    """近: just below."""
    compares: bool = False
    """高于 低于: before percentage points they compare and do not bound."""


NOTHING = Before()


def before(text: str, start: int, floor: int) -> Before:
    """Read the words that end at `start`, not reaching back beyond `floor`."""
    if start <= floor or text[start - 1] not in TRIGGERS:
        return NOTHING
    found = BEFORE.search(text[max(floor, start - REACH) : start])
    if not found or not found[0]:
        return NOTHING
    bound, currency, minus = (found[name] or "" for name in ("bound", "currency", "minus"))
    if bound in ROUND_ONLY and text[start] not in "百千万亿":
        bound = ""
    if minus == "-" and floor and start - 1 == floor:
        minus = ""
    if not (bound or currency or minus or found["fall"] or found["rise"]):
        return NOTHING
    return Before(
        length=len(bound)
        + len(currency)
        + len(minus)
        + (1 if currency and found[0][-1] == " " else 0),
        modifier=_meaning(bound),
        currency=CURRENCIES.get(currency),
        falls=bool(found["fall"]),
        rises=bool(found["rise"]),
        negative=bool(minus),
        near="近" in bound,
        compares=bound in COMPARING,
    )


def _meaning(bound: str) -> Modifier | None:
    return MEANING.get(bound) or MEANING.get(bound.rstrip("到达").rstrip("了")) if bound else None


Interval = tuple[Decimal | None, Decimal | None]
TWENTIETH, TENTH = Decimal("0.05"), Decimal("0.1")


def interval(
    value: Decimal, step: Decimal, room: Decimal | None, modifier: Modifier | None, *, near: bool
) -> Interval:
    """Return the closed interval a printed value allows; None is an open end.

    `room` is how far a 余 reaches, None where the bound is a word that has no end (超过).
    """
    if modifier is Modifier.APPROX:
        slack = abs(value) * (TENTH if near else TWENTIETH)
        return value - slack, value if near else value + slack
    if modifier in (Modifier.GE, Modifier.GT):
        return value, None if room is None else value + room
    if modifier in (Modifier.LE, Modifier.LT):
        return None, value
    return value - step / 2, value + step / 2
