"""When two names mean one thing: 园区营业收入 and 营业收入, 云岚高新区 and 高新区.

An annotator and a program never choose the same words. Two names agree when, folded and stripped
of punctuation and empty words,

    1. they are equal, or
    2. one contains the other and is not a single character, or
    3. their character bigrams overlap (Dice) by half or more.

Rule 2 forgives scope and growth words (规模以上工业总产值 ⊃ 工业总产值), rule 3 other word
orders (新增高新技术企业 ~ 高新技术企业新增数). Neither forgives another quantity: 工业总产值 and
固定资产投资 share no bigram.
"""

import re
from collections import Counter

from summarizer.text import fold

AGREEMENT = 0.5
EMPTY = re.compile(r"[\W_]|的|数量?$|总?额$|情况$|(?:实现|完成|达到?)")


def bare(name: str) -> str:
    """Return a name folded, without punctuation and empty words."""
    folded = fold(name).lower()
    return EMPTY.sub("", folded) or re.sub(r"\W", "", folded)


def dice(left: str, right: str) -> float:
    """Return the overlap of the character bigrams of two strings, from 0 to 1."""
    ours, theirs = _bigrams(left), _bigrams(right)
    size = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / size if size else float(left == right)


def _bigrams(text: str) -> Counter[str]:
    return Counter(text[index : index + 2] for index in range(len(text) - 1))


def agree(left: str | None, right: str | None) -> bool:
    """Say whether two names mean one thing; no name agrees only with no name."""
    if not left or not right:
        return not left and not right
    ours, theirs = sorted((bare(left), bare(right)), key=len)
    if ours == theirs:
        return True
    return (len(ours) > 1 and ours in theirs) or dice(ours, theirs) >= AGREEMENT
