"""Which way it went, where the word before the number alone does not say.

降幅比上月 收窄 1.1个百分点          +1.1   what falls less, grows
降幅 扩大 0.8个百分点                -0.8
下降5.3%，比上月 收窄 1.2个百分点    +1.2   the fall just told of narrows
涨幅 收窄 0.3个百分点                -0.3   as the word says: left alone
降幅 收窄至 3.2%                     -3.2   it still falls
低于上年同期 1.5个百分点             -1.5   a fall as well; below the average is a distance: 1.5
2.1% 的负增长                        -2.1
"""

import re
from dataclasses import replace

from summarizer.lexicon import source
from summarizer.quantities.chinese_words import FALL as FELL
from summarizer.quantities.qualifiers import Before
from summarizer.quantity import Kind

FALL = (
    "(?=[降跌减负下回])(?:降幅|跌幅|减幅|降速|负增长"
    "|(?:下降|下跌|下滑|降低|减少|回落)(?:幅度|速度))"
)
WITHIN = r"[^，,。;；、\n]"
LESS, MORE = source("figures.less"), source("figures.more")
TOLD = rf"(?:{FELL})[^，,。;；、\n\d]{{0,5}}[\d.]{{1,8}}%[，,](?=[比较收缩扩同环])"
"""A fall with its figure, and a clause that goes on about it, by the verbs that only a gap has."""

OF_A_FALL = re.compile(
    rf"(?:{FALL}{WITHIN}{{0,16}}?(?:(?P<less>{LESS})|{MORE})"
    rf"|{TOLD}{WITHIN}{{0,14}}?(?:(?P<narrows>收窄|缩小|缩窄|收敛)|扩大|加深))\D{{0,6}}$"
)
LEVEL = re.compile(
    rf"{FALL}(?:同比|环比|[比较]{WITHIN}{{1,12}})?(?:[由从][\d.]{{1,6}}%)?"
    rf"(?:(?:{LESS}|{MORE})[了]?|升|降|减|收)?[至到由从在]\D{{0,2}}$"
)
TO = frozenset("至到由从在")
BELOW = re.compile(rf"[低少慢]于{WITHIN}{{0,8}}?[年月季期前]{WITHIN}{{0,4}}$")
"""Not before a percentage: 低于去年的3.2% names last year's."""

FALLEN = source("figures.fallen")
BEHIND = re.compile(rf"的(?:同比|环比|年均)?(?:速度|幅度|比例)?(?:{FALLEN})")
REACH = 48
SHARES = (Kind.PERCENT, Kind.PERCENTAGE_POINT)
DIRECTED = frozenset((*SHARES, Kind.COUNT))


def directed(text: str, start: int, end: int, words: Before, kind: Kind) -> Before:
    """Return the words before a share that stands at `start`, with the direction it really has.

    0.5个 may be points, if 0.3个百分点 follow.
    """
    if kind not in SHARES and text[end - 1] != "个":
        return words
    lead = text[max(0, start - REACH) : start]
    falls = _falls(lead, words, kind)
    if not falls and text.startswith("的", end):
        falls = BEHIND.match(text, end) is not None
    return words if falls is words.falls else replace(words, falls=falls)


def _is_level(lead: str) -> bool:
    return not TO.isdisjoint(lead[-3:]) and LEVEL.search(lead) is not None


def _falls(lead: str, words: Before, kind: Kind) -> bool:
    if kind is Kind.PERCENT:
        return words.falls or _is_level(lead)
    if words.falls or words.rises:
        found = OF_A_FALL.search(lead)
        return not (found["less"] or found["narrows"]) if found else words.falls
    return BELOW.search(lead) is not None
