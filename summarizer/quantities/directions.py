"""Which way it went, where the word before the number alone does not say.

降幅比上月 收窄 1.1个百分点          +1.1   what falls less, grows
降幅 扩大 0.8个百分点                -0.8
下降5.3%，比上月 收窄 1.2个百分点    +1.2   the fall just told of narrows
涨幅 收窄 0.3个百分点                -0.3   as the word says: left alone
降幅 收窄至 3.2%                     -3.2   it still falls
低于上年同期 1.5个百分点             -1.5   a fall as well; below the average is a distance: 1.5
2.1% 的负增长                        -2.1
"""

from dataclasses import replace

from summarizer.lexicon import pattern, word_set
from summarizer.quantities.qualifiers import Before
from summarizer.quantity import Kind

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
        falls = pattern("directions.behind").match(text, end) is not None
    return words if falls is words.falls else replace(words, falls=falls)


def _is_level(lead: str) -> bool:
    return (
        not word_set("directions.to").isdisjoint(lead[-3:])
        and pattern("directions.level").search(lead) is not None
    )


def _falls(lead: str, words: Before, kind: Kind) -> bool:
    if kind is Kind.PERCENT:
        return words.falls or _is_level(lead)
    if words.falls or words.rises:
        found = pattern("directions.of_a_fall").search(lead)
        return not (found["less"] or found["narrows"]) if found else words.falls
    return pattern("directions.below").search(lead) is not None
