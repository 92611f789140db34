"""When a figure holds: the nearest time before it, or the one its paragraph has been speaking of.

2017年底 ， 园区 企业 达 2785户 ， 个体 工商户 5255户      both at the end of 2017
比 2016年底 增长 12%                                      2016 is compared with, not meant
项目 总投资 5亿元 ， 占地 …                                a plan's dimensions have no time
"""

from collections.abc import Iterator, Sequence

from summarizer.binding.clauses import Sentence, Word
from summarizer.binding.figures import Figure
from summarizer.binding.measures import GROWTH
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Status

AGAINST = frozenset({"比", "较", "同", "与", "从", "由", "自", "对比", "相比"})
TIMELESS = frozenset({Status.CAPACITY, Status.PLAN, Status.FORECAST})
SINCE = frozenset({"以来", "之后", "起"})
DAY = len("2018-04-08")


def time_of(figure: Figure, spoken_of: Quantity | None) -> Quantity | None:
    """Return the date or period of a figure; `spoken_of` is that of the sentences before."""
    own = _nearest(figure.lead)
    if own:
        return own
    for clause in reversed(figure.sentence.clauses[: figure.clause]):
        found = _nearest(clause.words)
        if found:
            return found
    return spoken_of


def last_time(sentence: Sentence) -> Quantity | None:
    """Return the time a sentence leaves behind for the next; a single day is gone with it."""
    found = [
        word.quantity
        for clause in sentence.clauses
        for word in _held(clause.words)
        if word.quantity and len(word.quantity.time_period or "") < DAY
    ]
    return found[-1] if found else None


def _nearest(words: Sequence[Word]) -> Quantity | None:
    held = list(_held(words))
    return held[-1].quantity if held else None


def _held(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the times that hold, not those that a growth verb compares with."""
    for index, word in enumerate(words):
        if word.is_time and not _is_compared(words, index):
            yield word


def _is_compared(words: Sequence[Word], at: int) -> bool:
    against = at > 0 and words[at - 1].text in AGAINST
    behind = "".join(word.text for word in words[at + 1 : at + 6] if not word.is_figure)
    return against and bool(GROWTH.search(behind)) and not behind.startswith("的")


def is_period(quantity: Quantity) -> bool:
    """Say whether a time is a stretch rather than a point."""
    return quantity.kind is Kind.PERIOD
