"""How a text stands to a number: done or only meant, rising or falling.

The nearest marker before the number, inside its sentence, decides; a marker after it counts only
in its own clause (166亿元的目标). What has no marker says nothing.

    力争规模以上固定资产投资达166亿元      meant
    已完成投资7亿元                        done
    比重提高了1.5个百分点                  up
    37.6%的降幅                            down
"""

import re
from enum import StrEnum

from summarizer.text import Span
from summarizer.verification.context import CLAUSE_END, sentence_of

REACH = 80
BESIDE = 14
MEANT = re.compile(
    r"力争|争取|确保|力促|目标|计划|预计|预期|预测|预估|规划|有望|拟|达产|投产后|建成后|完工后|竣工后"
    r"|将|未来|要(?:实现|达到?|完成|力争|建成|确保|突破)|到\d{4}年[，,]?(?:要|使|力|将)|安排|设计|可(?:实现|达|形成|新增)"
    r"|估计|或将|望达|指标任务|\b(?:target|plan|expect|aim|forecast|project|will|would|goal|intend"
    r"|schedul|anticipat|estimat|design|once|by\s+20\d\d|upon|strive|seek|should|to\s+be|up\s+to)\w*",
    re.IGNORECASE,
)
FIRMLY_MEANT = re.compile(r"力争|争取|确保|目标|预计|预期|预测|预估|有望|达产后|投产后|建成后|计划")
DONE = re.compile(
    r"已|完成了|实现了|达到了|突破了|累计|截至|共(?:有|实现|完成|引进)|目前|获|去年|上年"
    r"|\b(?:has|have|had|was|were|reached|achieved|completed|already)\b",
    re.IGNORECASE,
)
UP = re.compile(
    r"增长|增加|增|提高|提升|上升|上涨|攀升|扩大|回升|涨|升|翻|高于|多于|超过"
    r"|\b(?:increas|gr(?:ow|ew)|ris(?:e|ing)|rose|up\b|gain|climb|improv|higher|jump|surg|expand"
    r"|double)\w*",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"下降|减少|降低|回落|下滑|下跌|缩减|收窄|降幅|跌幅|降|减|跌|缩|低于|少于|负增长"
    r"|\b(?:decreas|declin|f[ae]ll|drop|down\b|reduc|lower|shr[aiu]nk|contract|slump|cut\b)\w*",
    re.IGNORECASE,
)


class Direction(StrEnum):
    """Where a change goes."""

    UP = "up"
    DOWN = "down"


def is_meant(text: str, span: Span) -> bool:
    """Say whether the nearest marker before the number makes it a plan, target or forecast."""
    sentence = sentence_of(text, span.start, span.end)
    before = text[max(sentence.start, span.start - REACH) : span.start]
    meant, done = _last(MEANT, before), _last(DONE, before)
    if meant is None and done is None:
        return MEANT.search(clause_after(text, span)) is not None
    return done is None or (meant is not None and meant > done)


def is_firmly_meant(text: str, span: Span) -> bool:
    """Say whether it is meant in so many words (力争, 预计), which no summary may drop."""
    sentence = sentence_of(text, span.start, span.end)
    before = text[max(sentence.start, span.start - REACH) : span.start]
    meant, done = _last(FIRMLY_MEANT, before), _last(DONE, before)
    return meant is not None and (done is None or meant > done)


def mentions_intent(text: str) -> bool:
    """Say whether a text speaks of plans at all."""
    return MEANT.search(text) is not None


def direction(text: str, span: Span) -> Direction | None:
    """Return whether the number is said to rise or to fall, or None where neither is said."""
    sentence = sentence_of(text, span.start, span.end)
    before = CLAUSE_END.split(text[max(sentence.start, span.start - BESIDE) : span.start])[-1]
    up, down = _last(UP, before), _last(DOWN, before)
    if up is None and down is None:
        after = clause_after(text, span)[:BESIDE]
        up, down = _first(UP, after), _first(DOWN, after)
    if up is None and down is None:
        return None
    return Direction.UP if down is None or (up is not None and up > down) else Direction.DOWN


def clause_after(text: str, span: Span) -> str:
    """Return what follows the number in its clause."""
    sentence = sentence_of(text, span.start, span.end)
    return CLAUSE_END.split(text[span.end : min(sentence.end, span.end + REACH)])[0]


def _last(mark: re.Pattern[str], text: str) -> int | None:
    """Return where the last mark ends."""
    return max((match.end() for match in mark.finditer(text)), default=None)


def _first(mark: re.Pattern[str], text: str) -> int | None:
    """Return how near the first mark is, as a negative distance: nearer is greater."""
    match = mark.search(text)
    return -match.start() if match else None
