"""How a text stands to a number: done or only meant, rising or falling.

The nearest marker before the number, inside its sentence, decides; a marker after it counts only
in its own clause (166亿元的目标). What has no marker says nothing.

    力争固定资产投资达166亿元              meant
    已完成投资7亿元                        done
    比重提高了1.5个百分点                  up
    37.6%的降幅                            down
"""

import re
from enum import IntEnum, StrEnum
from functools import lru_cache

from summarizer.text import Span
from summarizer.verification.context import AMONG, CLAUSE_END, sentence_of

REACH = 80
BESIDE = 14
FIRM = (
    r"力争|争取|确保|力促|目标|预计|预期|预测|预估|有望|可望|拟(?!定)|达产"
    r"|(?<![”\"』》度动炬火星])(?<![千百万]人)计划(?![”』》的内外]|项目|单列|生育|人才|工程|投资)"
    r"|(?:投产|建成|竣工|完工|投用)后"
    r"|将(?:达|超|突破|增|实现|形成|新增)|要(?:实现|达到|完成|确保|突破|力争)"
)
LOOSE = (
    r"规划(?!面积|区|局|馆|图|院|纲要)|(?<![度动])计划投资|安排|将|未来|(?<![主重需首不只必紧])要(?!求|素|点|闻|塞)|设计(?!量|院|师|图|单位)|可(?:实现|达|形成|新增|年产|建|供)|估计|或将|望|指标任务|准备|加快|推进|着力|抓实|在建|筹建|奠基"
    r"|决[定议]|落地|会[^，]{0,2}(?:雇|增|达|有)|待"
)
RESOLVED = re.compile(
    r"将(?=重点|建|新|投|开|对|有|在|陆续|于|继续)|决定(?=投资|保留|建)|最终会|届时"
)
"""Weaker than 力争: a sentence may drop it, a table that says actual may not."""
ENGLISH = (
    r"\b(?:target|plan|expect|aim|forecast|project(?:ed|ion)|will|would|goal|intend|schedul|anticipat"
    r"|estimat|design|once|strive|seek|should|to\s+be|set\s+to|due\s+to)\w*"
)
FIRMLY_MEANT = re.compile(FIRM)
MEANT = re.compile(f"{FIRM}|{LOOSE}|{ENGLISH}", re.IGNORECASE)
ASSERTED = re.compile(
    r"已经?(?:实现|完成|达|建成|投|引进|形成|累计)|(?:实现|完成|达到|突破|建成)了"
)
HOPED = re.compile(r"力争|目标|预计|预期|预测|有望|可望|将|拟(?!定)")
PAST = re.compile(r"\b(?:was|were|has|have|had|reached|achieved|completed)\b", re.IGNORECASE)
DONE = re.compile(
    r"已|(?:完成|实现|达到|突破)了|累计|截至|截止|目前|获批|去年|上年|同比|如今|现有"
    r"|\b(?:has|have|had|was|were|reached|achieved|completed|already)\b",
    re.IGNORECASE,
)
BASE = re.compile(r"(?:比|较|由|从)[^，,]{0,12}$")
"""What a plan is measured against is no plan: 到2020年达到400家，比2018年的268家增加132家."""
PROJECTED = re.compile(r"总投资|投资额|占地|建筑面积|用房|厂房|年产|产能|建设规模|用地")
UP = re.compile(
    r"增长|增加(?!值)|增(?!值|量|加值)|提高|提升|上升|上涨|攀升|扩大|回升|涨(?!停)|升(?!级|学)|翻|高于|多于|超过"
    r"|\b(?:increas|gr(?:ow|ew)|ris(?:e|ing)|rose|up\b|gain|climb|improv|higher|jump|surg|expand"
    r"|double)\w*",
    re.IGNORECASE,
)
DOWN = re.compile(
    r"下降|减少|降低|回落|下滑|下跌|缩减|收窄|降幅|跌幅|降(?!水|雨|息|准)|减(?!值|免|税|排|负|灾)|跌(?!停)|缩|低于|少于|负增长"
    r"|\b(?:decreas|declin|f[ae]ll|drop|down\b|reduc|lower|shr[aiu]nk|contract|slump|cut\b)\w*",
    re.IGNORECASE,
)


BASES = {
    "同比": re.compile(r"同比|按年|年[增升涨减跌降](?!幅)|[比较][上去]年同期|year.on.year"),
    "环比": re.compile(r"环比|按[季月]|[季月][增升涨减跌降](?!幅)|[比较]上[季月]|month.on.month"),
}
"""What a rate compares with: the same time a year before, or the time just before."""


class Direction(StrEnum):
    """Where a change goes."""

    UP = "up"
    DOWN = "down"


class Stance(IntEnum):
    """How surely a text says that a number is only meant: the nearest marker decides."""

    DONE = 0
    UNSAID = 1
    LOOSELY_MEANT = 2
    MEANT = 3


def stance_of(text: str, span: Span) -> Stance:
    """Return how the sentence of a number presents it."""
    before = _lead(text, span)
    if BASE.search(before):
        return Stance.UNSAID
    done, firm, loose = (_last(mark, before) for mark in (DONE, FIRMLY_MEANT, MEANT))
    if loose is None and done is None:
        behind = MEANT.search(clause_after(text, span))
        return Stance.LOOSELY_MEANT if behind else Stance.UNSAID
    if done is not None and (loose is None or done > loose):
        return Stance.DONE
    if firm is not None and (done is None or firm > done):
        return Stance.MEANT
    return Stance.LOOSELY_MEANT


def _lead(text: str, span: Span) -> str:
    """Return what leads to a number in its sentence; 其中 goes on from the one before."""
    sentence = sentence_of(text, span.start, span.end)
    start = sentence.start
    if text.startswith(AMONG, start) and start > 1:
        start = sentence_of(text, start - 2, start - 1).start
    return text[max(start, span.start - REACH) : span.start]


def is_resolved(text: str, span: Span) -> bool:
    """Say whether something will be or has been decided, and has not been done."""
    lead = _lead(text, span)
    return RESOLVED.search(lead) is not None and DONE.search(lead) is None


def is_asserted(text: str, span: Span) -> bool:
    """Say whether the number is said in so many words to have come true (已实现).

    What is only meant after that (已完成环评，满载后可望增加…) is not.
    """
    sentence = sentence_of(text, span.start, span.end)
    lead = text[max(sentence.start, span.start - REACH) : span.start]
    asserted, meant = _last(ASSERTED, lead), _last(HOPED, lead)
    return asserted is not None and (meant is None or asserted > meant)


def is_past(text: str, span: Span) -> bool:
    """Say whether an English sentence puts the number into the past."""
    sentence = sentence_of(text, span.start, span.end)
    return PAST.search(text, sentence.start, span.start) is not None


def is_projected(text: str, span: Span) -> bool:
    """Say whether it measures what a project is to be: its investment, its floor area."""
    sentence = sentence_of(text, span.start, span.end)
    return PROJECTED.search(text, max(sentence.start, span.start - BESIDE), span.end) is not None


def mentions_intent(text: str) -> bool:
    """Say whether a text speaks of plans at all."""
    return MEANT.search(text) is not None


@lru_cache(maxsize=1024)
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


def basis(text: str, span: Span) -> str | None:
    """Return what a rate is said to compare with (同比, 环比), by the nearest word for it."""
    lead = _lead(text, span)
    ends = {name: _last(mark, lead) for name, mark in BASES.items()}
    told = {name: end for name, end in ends.items() if end is not None}
    return max(told, key=lambda name: told[name]) if told else None


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
