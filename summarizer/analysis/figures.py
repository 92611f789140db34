"""The figures of a sentence, each with the words that may tell what it measures.

… 引进 高新技术 项目 37个 ， 占 全部 引进 项目 的 38% 。
  └────── left ────┘ Q1     └─────── left ───────┘ Q2
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.analysis.noun_phrases import is_threshold, text_of
from summarizer.analysis.words import Word
from summarizer.lexicon import word_set
from summarizer.quantity import Quantity

if TYPE_CHECKING:
    from summarizer.analysis.sentences import Sentence

LASTING = word_set("numbers.lasting")


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure in its clause.

    `left` reaches back to the figure before it in the clause, or to the clause's first word;
    `right` on to the next figure, or to the clause's last word. `lead` are all words of the
    clause before the figure. Each goes with its folded text.
    """

    word: Word
    quantity: Quantity
    sentence: "Sentence"
    clause: int
    lead: tuple[Word, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]
    lead_text: str
    left_text: str
    right_text: str


def _dates(words: Sequence[Word], at: int) -> bool:
    """Say whether a length of time only dates what follows: 三年前的 两成."""
    quantity = words[at].quantity
    lasting = quantity is not None and quantity.unit in LASTING
    return (
        lasting and at + 1 < len(words) and words[at + 1].text in ("前", "后", "来", "以来", "之前")
    )


def figures_in(sentence: "Sentence") -> Iterator[Figure]:
    """Yield the figures of a sentence in reading order."""
    for number, clause in enumerate(sentence.clauses):
        words = clause.words
        places = [index for index, word in enumerate(words) if word.is_figure]
        lasting = {index for index in places if _dates(words, index)}
        for at in places:
            before = max((p for p in places if p < at and p not in lasting), default=-1)
            after = next((p for p in places if p > at and not is_threshold(words[p])), len(words))
            quantity = words[at].quantity
            assert quantity is not None
            parts = words[:at], words[before + 1 : at], words[at + 1 : after]
            yield Figure(words[at], quantity, sentence, number, *parts, *map(text_of, parts))
