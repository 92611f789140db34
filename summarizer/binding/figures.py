"""The figures of a sentence, each with the words that may tell what it measures.

… 引进 高新技术 项目 37个 ， 占 全部 引进 项目 的 38% 。
  └────── left ────┘ Q1     └─────── left ───────┘ Q2
"""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.binding.clauses import Sentence, Word
from summarizer.binding.nouns import is_threshold
from summarizer.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its clause.

    `left` reaches back to the figure before it in the clause, or to the clause's first word;
    `right` on to the next figure, or to the clause's last word. `lead` are all words of the
    clause before the figure.
    """

    quantity: Quantity
    sentence: Sentence
    clause: int
    lead: tuple[Word, ...]
    left: tuple[Word, ...]
    right: tuple[Word, ...]

    @property
    def left_text(self) -> str:
        """The folded text of `left`."""
        return "".join(word.text for word in self.left)

    @property
    def right_text(self) -> str:
        """The folded text of `right`."""
        return "".join(word.text for word in self.right)

    @property
    def lead_text(self) -> str:
        """The folded text of `lead`."""
        return "".join(word.text for word in self.lead)


def figures_of(sentence: Sentence) -> Iterator[Figure]:
    """Yield the figures of a sentence in reading order."""
    for number, clause in enumerate(sentence.clauses):
        words = clause.words
        places = [index for index, word in enumerate(words) if word.is_figure]
        bounds = [-1, *places]
        for before, at in zip(bounds, places, strict=False):
            after = next((p for p in places if p > at and not is_threshold(words[p])), len(words))
            quantity = words[at].quantity
            assert quantity is not None
            left, right = words[before + 1 : at], words[at + 1 : after]
            yield Figure(quantity, sentence, number, words[:at], left, right)
