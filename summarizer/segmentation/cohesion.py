"""How much two stretches of a page speak of the same thing.

Pairs of characters stand for words: they need no dictionary and survive words cut in two. Each
pair weighs what it tells on this page (one that stands in every article tells nothing), and two
stretches are compared by the cosine of their weighted pairs.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LONGEST = 3000
RUN = re.compile(r"[\u4e00-\u9fff]+|[A-Za-z]{2,}")


def pairs(text: str) -> Counter[str]:
    """Count the character pairs and Latin words of a folded text (its first 3000 characters)."""
    found: Counter[str] = Counter()
    for run in RUN.findall(text[:LONGEST]):
        if run.isascii():
            found[run.lower()] += 1
        else:
            found.update(run[place : place + 2] for place in range(len(run) - 1))
    return found


@dataclass(frozen=True, slots=True)
class Weights:
    """What each pair tells on this page."""

    weights: Mapping[str, float]

    @classmethod
    def learn(cls, stretches: Iterable[Counter[str]]) -> "Weights":
        """Weigh pairs by the number of stretches that hold them."""
        counted = list(stretches)
        holders: Counter[str] = Counter()
        for stretch in counted:
            holders.update(stretch.keys())
        total = len(counted) + 1
        return cls({pair: math.log(total / count) for pair, count in holders.items()})

    def cohesion(self, one: Counter[str], other: Counter[str]) -> float:
        """Return the cosine of two stretches, between 0 and 1."""
        if len(one) > len(other):
            one, other = other, one
        shared = sum(
            self._weight(pair, count) * self._weight(pair, other[pair])
            for pair, count in one.items()
            if pair in other
        )
        size = self._size(one) * self._size(other)
        return shared / size if size else 0.0

    def _weight(self, pair: str, count: int) -> float:
        return self.weights.get(pair, 0.0) * (1 + math.log(count))

    def _size(self, stretch: Counter[str]) -> float:
        return math.sqrt(sum(self._weight(pair, count) ** 2 for pair, count in stretch.items()))
