"""Which measure a figure gives: level, growth, share, points, change, ratio, rank.

The verb before a figure decides (增长, 占, 净增), where it is not taken back by 到 or 至: 增加到
120家 is a level again.
"""

import re

from summarizer.analysis.figures import Figure
from summarizer.quantity import Kind
from summarizer.summary import Measure

FIXED = {
    Kind.PERCENTAGE_POINT: Measure.PP_CHANGE,
    Kind.RANK: Measure.RANK,
    Kind.RATIO: Measure.RATIO,
}
GROWTH = re.compile(
    r"同比|环比|(?<!自然)增长(?!面)|增幅|增速|增[了约近超逾]?$|上升|提高|提升|上涨|下降|下跌|下滑|回落|减少|降低|跌|跃升|翻|"
    r"比上年|比去年|较上年|较去年|升幅|降幅|涨幅|跌幅|增加(?!值)|[多少][赚收]|按年|按月|按季|[升跌涨减]$|扩大(?!后)|上浮|增产|减产|缩短|微升|微跌|微降|成长|衰退|[年月季][增减升跌]|[急劲]?挫|下浮|缩减|压减|净增"
)
LEVEL_AGAIN = re.compile(
    r"(?:增长|增|升|提高|提升|扩大|降低?|回落|减少|下降|上升|攀升|增加)(?:到|至)了?[^，]{0,4}$"
)
SHARE = re.compile(r"占(?!地)|比重|占比|比例|份额|渗透率|占有率|覆盖率|贡献率")
RATE = re.compile(r"(?:率|息差)[^，率]{0,6}$")
CHANGE = re.compile(
    r"(?:净增|增加|减少|下降|增长|上升|同比增|同比减|多收|少收|增收|减收|缩减|压减|下跌|上涨|前进|后退|扩大|缩小|缩短|高出|多出)了?"
    r"(?:约|近|超过|逾|超)?$|[跌涨挫升]了?(?:约|近)?$|(?:同比|环比|[比较][^，]{1,12})[多少增减][^，]{0,3}$"
)
GROWING = re.compile(
    r"^的?(?:同比|年均|平均|高速|快速|以上的?|左右的?)*(?:增长|增速|增幅|升幅|降幅|涨幅)"
)


def measure_of(figure: Figure) -> Measure:
    """Say what a figure says of its indicator."""
    kind = figure.quantity.kind
    if kind in FIXED:
        return FIXED[kind]
    if kind is Kind.MULTIPLE:
        return Measure.GROWTH if GROWTH.search(figure.left_text) else Measure.RATIO
    if kind is Kind.PERCENT:
        return _of_percent(figure)
    return Measure.CHANGE if CHANGE.search(figure.left_text) else Measure.LEVEL


def _of_percent(figure: Figure) -> Measure:
    """Tell growth, share and rate apart; a bare percentage of something is a share."""
    left = figure.left_text
    grown = list(GROWTH.finditer(left))
    shared = list(SHARE.finditer(left))
    if GROWING.match(figure.right_text):
        return Measure.GROWTH
    if grown and not LEVEL_AGAIN.search(left) and not _later(shared, grown):
        return Measure.GROWTH
    if not shared and RATE.search(left):
        return Measure.LEVEL
    return Measure.SHARE


def _later(these: list[re.Match[str]], those: list[re.Match[str]]) -> bool:
    return bool(these) and these[-1].start() > those[-1].start()
