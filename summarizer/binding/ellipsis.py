"""Figures without a name of their own: they go on with what the figure before them measures.

20% [和] 30%                                       listed
毛利率由 31.2% [扩阔] 1.9个百分点 [至] 33.1%         where a change leads, whatever verb tells of it
出货 15亿片 ， [较去年的] 9.3亿片 增长 5成             what is compared
贷款 10亿元 ， [新增] 2亿元                           what was added
亿元以上项目 28个 ， 其中 10亿元以上 6个                a threshold that tells which
产值 9亿元 ， 是上年的 2.4倍                           how many times as much
"""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import RELATIVE
from summarizer.analysis.names import CHAINED
from summarizer.analysis.noun_phrases import is_nounlike, is_threshold, text_of
from summarizer.analysis.words import Word
from summarizer.lexicon import pattern, word_set
from summarizer.quantity import Kind
from summarizer.summary import Measure

THAN = pattern("change.than_told")
CHANGED = pattern("change.changed_to")
MOVING = frozenset("vapudt")
"""What a change is told with: verbs, and what goes with them."""
BACK = pattern("change.back_to")
REACHING = pattern("verbs.reaching")
ADDED, FROM = pattern("change.added"), word_set("change.starting")


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a figure measures, as words of the text; `whole` is what a share is of."""

    name: tuple[Word, ...]
    measure: Measure
    whole: tuple[Word, ...] = ()
    inherited: bool = False


def carried(name: tuple[Word, ...], measure: Measure, before: Phrase | None) -> Phrase:
    """Return what a figure measures by its own name, or by that of the one before it."""
    if before is None or (name and text_of(name) not in RELATIVE):
        return Phrase(name, measure)
    whole = before.whole if measure is Measure.PP_CHANGE else ()
    return Phrase(before.name, measure, whole, inherited=True)


def echo_of(figure: Figure, measure: Measure, before: Phrase) -> Phrase | None:
    """Return what a figure measures where only the phrase before it tells; else None."""
    return next(_echoes(figure, measure, before), None)


def _echoes(figure: Figure, measure: Measure, before: Phrase) -> Iterator[Phrase]:
    left = figure.left_text
    if not left and figure.lead and is_threshold(figure.lead[-1]):
        kept = (word for word in before.name if not is_threshold(word))
        yield Phrase((figure.lead[-1], *kept), Measure.LEVEL, inherited=True)
    if left and (left in CHAINED or CHANGED.fullmatch(left)):
        yield Phrase(before.name, before.measure, before.whole, inherited=True)
    if _is_moved(figure):
        yield Phrase(before.name, _reached(left, before, measure), before.whole, inherited=True)
    if ADDED.fullmatch(left) and not (figure.right and is_nounlike(figure.right[0])):
        yield Phrase(before.name, Measure.CHANGE, inherited=True)
    if _is_back(left) or _is_times(figure, measure) or _is_beside(left, measure):
        yield Phrase(before.name, measure, inherited=True)


def _reached(left: str, before: Phrase, measure: Measure) -> Measure:
    """Say how a figure is measured where a change leads: as what has changed was."""
    same = REACHING.search(left) and before.measure in (Measure.LEVEL, Measure.SHARE)
    return before.measure if same else measure


def _is_moved(figure: Figure) -> bool:
    """Say whether a figure is where a change leads: only verbs part it from where it began."""
    before = figure.lead[: len(figure.lead) - len(figure.left)]
    started = any(word.text in FROM for word in before)
    return started and bool(figure.left) and all(word.tag[0] in MOVING for word in figure.left)


def _is_times(figure: Figure, measure: Measure) -> bool:
    doubled = figure.quantity.text.startswith("翻")
    if figure.left_text.endswith("倍数"):
        return False  # 认购倍数 1.86倍
    return figure.quantity.kind is Kind.MULTIPLE and measure is Measure.RATIO and not doubled


def _is_beside(left: str, measure: Measure) -> bool:
    """Say whether a level is compared with the one before, or a part of it."""
    return measure is Measure.LEVEL and (bool(THAN.fullmatch(left)) or left.endswith("其中"))


def _is_back(left: str) -> bool:
    """Say whether a share tells how much of its former level something has: 恢复至去年的 93%."""
    return bool(BACK.fullmatch(left))
