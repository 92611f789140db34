"""How much two stretches of a page speak of the same thing.

Words are weighed twice: by what they tell on this page (one that stands in every section tells
nothing) and by how rare they are in the language (a firm's name tells more than 发展, even on a
page where both stand in two sections). Two stretches are compared by the cosine of their words.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 3000
SHORTEST = 2
SPREAD = 1.5
FLOOR = 0.01
CORPUS = 6e7
UNKNOWN = 3


def words(text: str) -> Counter[str]:
    """Count the words of a folded text (its first 3000 characters)."""
    import rjieba

    found = rjieba.cut(text[:LONGEST])
    return Counter(word for word in found if len(word) >= SHORTEST and word.isalpha())


def echo(line: str, text: str) -> float:
    """Return the share of a line's character pairs that stand in a text."""
    pairs = [line[place : place + 2] for place in range(len(line) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What each word tells on this page."""

    weights: Mapping[str, float]

    @classmethod
    def learn(cls, stretches: Iterable[Counter[str]]) -> "Weights":
        """Weigh words by the number of stretches that hold them, and by their rarity."""
        counted = list(stretches)
        holders: Counter[str] = Counter()
        for stretch in counted:
            holders.update(stretch.keys())
        total = len(counted) + 1
        return cls(
            {
                word: math.log(total / count) ** SPREAD * _rarity(word)
                for word, count in holders.items()
            }
        )

    def cohesion(self, one: Counter[str], other: Counter[str]) -> float:
        """Return the cosine of two stretches, between 0 and 1."""
        if len(one) > len(other):
            one, other = other, one
        shared = sum(
            self._weight(word, count) * self._weight(word, other[word])
            for word, count in one.items()
            if word in other
        )
        size = self._size(one) * self._size(other)
        return shared / size if size else 0.0

    def share(self, part: Counter[str], whole: Counter[str]) -> float:
        """Return how much of the weight of one stretch stands in another, between 0 and 1."""
        total = sum(self._weight(word, count) for word, count in part.items())
        found = sum(self._weight(word, count) for word, count in part.items() if word in whole)
        return found / total if total else 0.0

    def _weight(self, word: str, count: int) -> float:
        return self.weights.get(word, 0.0) * (1 + math.log(count))

    def _size(self, stretch: Counter[str]) -> float:
        return math.sqrt(sum(self._weight(word, count) ** 2 for word, count in stretch.items()))


@lru_cache(maxsize=20_000)
def _rarity(word: str) -> float:
    """Return how rare a word is in the language: the logarithm of its inverse frequency."""
    import rjieba

    count = rjieba.suggest_freq(word) if rjieba.has_word(word) else UNKNOWN
    return math.log(CORPUS / (count + UNKNOWN))
