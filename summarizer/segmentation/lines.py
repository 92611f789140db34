"""Lines of print: what hand set them, and whether a sentence ends with them or is cut.

１９９８年 · 1998年          two hands: full-width digits, half-width ones
…增长三成。                 ended
…厦门软 / 件园…             sutured: the cut runs through a word
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from summarizer.lexicon import pattern, word_set
from summarizer.segmentation.cohesion import rarity

WIDE, NARROW = frozenset("０１２３４５６７８９"), frozenset("0123456789")
REACH = 8
SURE = 4.0
VERSE = 24
CLAUSES = frozenset(",、;:。")
ENDED = re.compile(r"[。!?…:;][\"'”’」』)）》]{0,3}$|[)）]$")


@cache
def _characters(name: str) -> frozenset[str]:
    """Return a class of characters."""
    return word_set(name)


class Style(NamedTuple):
    """How a stretch is set: which digits, which characters."""

    wide_digits: bool = False
    narrow_digits: bool = False
    traditional: bool = False
    simplified: bool = False

    @classmethod
    def reader(cls, page: str) -> Callable[[str], "Style"]:
        """Return what reads the styles of a page's stretches; on a page of one hand, all agree."""
        marks = frozenset(page)
        mixed = (marks & WIDE and marks & NARROW) or (
            marks & _characters("lines.traditional") and marks & _characters("lines.simplified")
        )
        return cls.read if mixed else lambda _: cls()

    @classmethod
    def read(cls, text: str) -> "Style":
        """Return the style of an unfolded text."""
        marks = frozenset(text)
        old, new = (
            len(marks & _characters("lines.traditional")),
            len(marks & _characters("lines.simplified")),
        )
        return cls(bool(marks & WIDE), bool(marks & NARROW), old > new, new > old)

    @classmethod
    def of(cls, styles: Iterable["Style"]) -> "Style":
        """Return the style of several stretches together."""
        return cls(*map(any, zip(*styles, strict=True)))

    def differs(self, other: "Style") -> bool:
        """Say whether the two cannot come from one hand."""
        return _opposed(self[:2], other[:2]) or _opposed(self[2:], other[2:])


def _opposed(here: tuple[bool, ...], there: tuple[bool, ...]) -> bool:
    """Say whether each side has one of two features, and not the same."""
    return sum(here) == sum(there) == 1 and here != there


def ended(text: str) -> bool:
    """Say whether a folded paragraph ends where a sentence ends."""
    return ENDED.search(text[-6:]) is not None


def stops_short(text: str) -> bool:
    """Say whether a folded paragraph stops in mid-sentence; a verse or a row does not."""
    if ended(text):
        return False
    number = text[-1].isdecimal() and " " not in text
    return number or len(text) > VERSE or not CLAUSES.isdisjoint(text)


def torn(left: str, right: str) -> bool:
    """Say whether a cut surely runs through a word: the two sides tell far less apart.

    Between a title and its text a rare word may arise by chance (…7万列 / 国铁…).
    """
    before, after = left[-REACH:], right[:REACH]
    return _rarity(before) + _rarity(after) - _rarity(before + after) > SURE


def _rarity(text: str) -> float:
    import rjieba

    return sum(map(rarity, rjieba.cut(text, hmm=False)))


def sutured(left: str, right: str) -> bool:
    """Say whether a cut between two folded paragraphs runs through a word or a phrase."""
    import rjieba

    if (
        right[0] in _characters("lines.bound")
        or pattern("lines.stub").match(right)
        or pattern("lines.measure").match(right)
    ):
        return True
    before, after = left[-REACH:], right[:REACH]
    ends = accumulate(len(word) for word in rjieba.cut(before + after, hmm=False))
    return len(before) not in ends
