"""How a word of a claim stands to a place of the article.

    near      in the sentence, whole or nearly (油菜种植 in 油菜的种植, 欧亚 in 欧洲和亚洲)
    carried   in what may be carried over to it
    else      somewhere else in the article: another figure may be meant
    new       nowhere

Besides: `swapped`, where the article has another word beside the same neighbour (工业投资 for
交通投资), and `is_member`, where the article tells a figure of a list together.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer import lexicon
from summarizer.analysis.words import MARK, Word

if TYPE_CHECKING:
    from summarizer.matching.ground import Anchor

CLAUSE_END = re.compile(r"[,，;；。!?！？\n:：]")
NAMES = frozenset({"ns", "nt", "nr", "nz", "nfirm", "nsf", "nrt", "nrfg"})
NOUNS = frozenset({"vn", "an", "eng"})
OTHERS = frozenset({"a", "b", "ad", "f", "s", "z", "j", "i", "l"})
SHORT = frozenset({"b", "n", "j", "v"})
LISTED_FIGURE = lexicon.pattern("evidence.listed_figure")
FUNCTION = lexicon.word_set("evidence.function")
ABBREVIATION = "j"
AND_OTHERS = lexicon.only_word("evidence.and_others")
PAIR = 2
LISTED_BEFORE = lexicon.pattern("evidence.listed_before")
LISTED_BEHIND = lexicon.pattern("evidence.listed_behind")


def clause_start(text: str, position: int) -> int:
    """Return where the clause around a position begins."""
    return max(text.rfind(mark, 0, position) for mark in ",，;；。!?！？\n:：") + 1


def group(word: Word) -> str | None:
    """Return whether a word is a name, noun, verb or other word that tells; None if neither."""
    if not _tells(word):
        return None
    if word.tag in NAMES:
        return "name"
    if word.tag in NOUNS or word.tag.startswith("n"):
        return "noun"
    if word.tag.startswith("v"):
        return "verb"
    return "other" if word.tag in OTHERS else None


def _tells(word: Word) -> bool:
    """Say whether a word may tell what a figure is about: 预计 tells how sure it is."""
    if word.quantity is not None or word.tag == MARK:
        return False
    if len(word.text) < 2 and word.tag != ABBREVIATION:  # noqa: PLR2004 - a single character
        return False
    return lexicon.pattern("evidence.tells_nothing").fullmatch(word.text) is None


def stands(word: str, text: str) -> bool:
    """Say whether a word stands in a text; 出口 does not stand in 进出口."""
    at = text.find(word)
    while at >= 0:
        if not (word.startswith("出口") and text[at - 1 : at] == "进"):
            return True
        at = text.find(word, at + 1)
    return False


def standing(word: str, anchor: "Anchor", text: str) -> str:
    """Return how a word stands to a place of the article's text."""
    if stands(word, anchor.sentence):
        return "near"
    if stands(word, anchor.carried):
        return "carried"
    if len(word) > PAIR and any(stands(part, anchor.sentence) for part in (word[:-1], word[1:])):
        return "near"
    return "else" if stands(word, text) else _nearly(word, anchor)


def _nearly(word: str, anchor: "Anchor") -> str:
    """Return where a word stands in pieces that nowhere stands whole."""
    if all(character in anchor.sentence for character in word):
        return "near"
    around = anchor.sentence + anchor.carried
    pairs = [word[at : at + PAIR] for at in range(len(word) - 1)]
    half = len(word) > PAIR and 2 * sum(pair in around for pair in pairs) >= len(pairs)
    return "carried" if half or all(character in around for character in word) else "new"


def swapped(words: Sequence[Word], at: int, anchor: "Anchor", claim: str) -> bool:
    """Say whether the article has another word where the claim has this one, beside the same."""
    word = words[at].text
    return any(
        group(other) and other.text not in claim and not _overlap(other.text, word)
        for step in (1, -1)
        if 0 <= at + step < len(words) and _may_stand_beside(words[at + step])
        for other in _beside(words[at + step].text, -step, anchor)
    )


def _may_stand_beside(word: Word) -> bool:
    if word.quantity is not None or word.text in FUNCTION:
        return False
    return len(word.text) > 1 or word.tag in SHORT


def _beside(word: str, step: int, anchor: "Anchor") -> list[Word]:
    """Return what stands before (-1) or behind (1) a word wherever the sentence has it."""
    words = anchor.words
    return [
        words[at + step]
        for at, each in enumerate(words)
        if each.text == word and 0 <= at + step < len(words)
    ]


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def is_member(word: str, anchor: "Anchor", claim: str) -> bool:
    """Say whether a word is one of a list that has the figure together, and the claim not all."""
    stretch = LISTED_FIGURE.sub("", anchor.clause)
    if lexicon.pattern("evidence.to_each").search(stretch) or AND_OTHERS in claim:
        return False
    return any(
        other not in claim
        for found in re.finditer(re.escape(word), stretch)
        for other in _beside_in_list(stretch, found.start(), found.end())
    )


def is_joint(anchor: "Anchor") -> bool:
    """Say whether the clause of a figure says that several have it together: 4家园区合计."""
    return lexicon.pattern("evidence.together").search(anchor.clause) is not None


def _beside_in_list(text: str, start: int, end: int) -> list[str]:
    before, behind = LISTED_BEFORE.search(text[:start]), LISTED_BEHIND.match(text, end)
    found = [before[1]] if before else []
    if behind:
        found.append(behind["first"] or behind["last"])
    return found
