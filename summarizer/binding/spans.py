"""What stands beside a figure: the words that may name it, without what is no part of a name.

职工 [由最多时的] 800人 精简到          where a change starts from
占比 [提高 到] 4%                      the verbs of movement
[全国] 60% 的 …                        the name of a body
"""

from collections.abc import Sequence
from itertools import dropwhile

from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import GROWTH_WORDS, Sort
from summarizer.analysis.names import names_of
from summarizer.analysis.noun_phrases import is_nounlike, strip_reach
from summarizer.analysis.words import Word
from summarizer.binding.measures import GROWTH
from summarizer.lexicon import pattern, word_list, word_set

MEASURED, COMPARED = pattern("measures.measured"), pattern("change.compared")
PORTIONS = word_list("measures.portions")
FROM, ORIGINS = word_set("change.starting"), word_set("measures.origins")
PLACE = "ns"
QUOTING = word_set("naming.quoting")


def bodiless(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out a body in front of a name: [全村] 种植油茶."""
    end = max((body.core for body in names_of(name)), default=0)
    return tuple(word for word in name if word.start >= end)


def unless_name(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop a phrase that is only the name of a body: 全国 60% 的 …."""
    if words and all(word.tag == PLACE for word in words):
        return ()
    name = next(iter(names_of(words)), None)
    if name is None or name.end != words[-1].end:
        return words
    firm = name.sort is Sort.FIRM and not name.pointer and name.start == words[0].start
    whole = firm or name.sort in (Sort.AREA, Sort.ZONE)
    return () if whole else words


def ends_in_firm(words: tuple[Word, ...]) -> bool:
    """Say whether firms are what is counted: 小额贷款公司 46家."""
    return any(name.sort is Sort.FIRM and name.end == words[-1].end for name in names_of(words))


def origin_free(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Drop where a change starts from: 职工 [由最多时的] 800人 精简到."""
    at = next((i for i, word in enumerate(words) if word.text in FROM), 0)
    origin = words[at + 1 :]
    dated = bool(origin) and (origin[-1].tag == "uj" or all(w.text in ORIGINS for w in origin))
    return words[:at] if at and dated else words


def unmoved(words: Sequence[Word]) -> tuple[Word, ...]:
    """Drop the verbs of movement before a figure: 占比 [提高 到] 4%."""
    if len(words) > 1 and words[-1].text in ("到", "至") and words[-2].tag in ("v", "vn"):
        rest = strip_reach(words[:-2])
        words = rest if rest and is_nounlike(rest[-1]) else words  # 面积 已 [发展 到]
    words = strip_reach(words)
    while len(words) > 1 and words[-1].tag == "v" and words[-1].text[-1] in "至到":
        words = strip_reach(words[:-1])  # 毛利率 被 [压至]
    while words and is_growth(words[-1]) and words[-1].tag == "v":
        words = strip_reach(words[:-1])
    return tuple(words)


def is_growth(word: Word) -> bool:
    """Say whether a word tells that something grows, or compares."""
    compared = COMPARED.match(word.text) and word.text not in PORTIONS
    return word.text in GROWTH_WORDS or bool(GROWTH.search(word.text) or compared)


def is_attached(figure: Figure) -> bool:
    """Say whether a noun stands right behind a figure, perhaps in quotation marks."""
    right = tuple(dropwhile(lambda word: word.text in QUOTING, figure.right[:2]))
    return bool(right) and is_nounlike(right[0])
