"""How much two stretches of a page speak of the same thing.

Words are weighed twice: by what they tell on this page (one that stands in every section tells
nothing) and by how rare they are in the language (a firm's name tells more than 发展, even on a
page where both stand in two sections). Two stretches are compared by the cosine of their words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, chain

from summarizer.lexicon import pattern

LONGEST = 3000
SHORTEST = 2
SPREAD = 1.5
FLOOR = 0.03
CORPUS = 6e7
UNKNOWN = 3
PLACE = "ns"
MODIFYING = "bjrz"
CALLING = frozenset("vadpc")
KNOWN = 9.0
BEFORE = 4
OPENING = 8
PROPER = ("ns", "nr", "nrt", "nt", "nz")
Words = Mapping[str, int]


def words(texts: Iterable[str]) -> Words:
    """Count the words of folded texts (of each the first 3000 characters)."""
    return Counter(chain.from_iterable(map(_cut, texts)))


@lru_cache(maxsize=4096)
def _cut(text: str) -> tuple[str, ...]:
    import rjieba

    found = rjieba.cut(text[:LONGEST])
    return tuple([word for word in found if len(word) >= SHORTEST and word.isalpha()])


def names(*texts: str) -> frozenset[str]:
    """Return the zones, places and firms that folded texts name."""
    return frozenset[str]().union(*map(_named, texts))


@lru_cache(maxsize=4096)
def _named(text: str) -> frozenset[str]:
    named = [
        match.group()
        for match in pattern("lines.named").finditer(text[:LONGEST])
        if _is_proper(match)
    ]
    return frozenset([*filter(_is_known_place, _cut(text)), *named])


def echo(line: str, *texts: str) -> float:
    """Return the share of a line's character pairs that stand in a text, in the likest of some."""
    pairs = [line[place : place + 2] for place in range(len(line) - 1)]
    if not pairs:
        return 0.0
    return max(sum(map(text.__contains__, pairs)) for text in texts) / len(pairs)


def acts(title: str) -> bool:
    """Say whether a title begins with its subject and has a verb: 渔民转产开起农家乐."""
    tags = _tags(title).lstrip(MODIFYING)
    return tags[:1] == "n" and "v" in tags


def calls(title: str) -> bool:
    """Say whether a title begins with what is to be done, or how: 筑牢根基, 再造青山."""
    return _tags(title)[:1] in CALLING


@lru_cache(maxsize=1024)
def _tags(text: str) -> str:
    """Return the first letter of the part of speech of each word, quotation marks left out."""
    import rjieba

    return "".join(tag[0] for word, tag in rjieba.tag(text) if word.isalnum())


def closeness(cosine: float) -> float:
    """Return the logarithm of a cosine, which is what the cues weigh."""
    return math.log(cosine + FLOOR)


class Topic:
    """What a growing stretch of the page speaks of: its words and how much each tells."""

    def __init__(self, tells: Mapping[str, float], counts: Words | None = None) -> None:
        self.tells = tells
        self.counts: dict[str, int] = {}
        self.weights: dict[str, float] = {}
        self.square = 0.0
        self.add(counts or {})

    def add(self, counts: Words) -> None:
        """Take more words in."""
        tells, held, weights = self.tells, self.counts, self.weights
        for word, count in counts.items():
            before = weights.get(word, 0.0)
            total = held[word] = held.get(word, 0) + count
            weight = tells.get(word, 0.0)
            if total > 1:
                weight *= 1 + math.log(total)
            weights[word] = weight
            self.square += weight * weight - before * before

    def cosine(self, other: "Topic") -> float:
        """Return how much the two speak of the same thing, between 0 and 1."""
        size = math.sqrt(max(self.square * other.square, 0.0))
        return self._shared(other) / size if size else 0.0

    def _shared(self, other: "Topic") -> float:
        few, many = self.weights, other.weights
        if len(few) > len(many):
            few, many = many, few
        return sum([few[word] * many[word] for word in filter(many.__contains__, few)])

    def share_in(self, other: "Topic") -> float:
        """Return how much of its weight stands in the other, between 0 and 1."""
        found = sum(weight for word, weight in self.weights.items() if word in other.weights)
        total = sum(self.weights.values())
        return found / total if total else 0.0


def telling(stretches: Iterable[Words]) -> dict[str, float]:
    """Return what each word tells: more, the fewer stretches hold it and the rarer it is."""
    counted = list(stretches)
    holders = Counter(chain.from_iterable(counted))
    total = len(counted) + 1
    spread = [0.0, *(math.log(total / count) ** SPREAD for count in range(1, total))]
    return {word: spread[count] * rarity(word) for word, count in holders.items()}


def _is_proper(match: re.Match[str]) -> bool:
    """Say whether it is a name: of a place one knows, or of a zone or firm that is no word."""
    tag = _tag(match["proper"])
    return tag in PROPER or (tag is None and match["kind"] is not None and _begins_word(match))


def _begins_word(match: re.Match[str]) -> bool:
    """Say whether a name begins where a word does: not 展看园区 in 发展看园区."""
    import rjieba

    before = match.string[max(0, match.start() - BEFORE) : match.start()]
    ends = accumulate(len(word) for word in rjieba.cut(before + match["proper"], hmm=False))
    return not before or len(before) in ends


def first_tag(text: str) -> str:
    """Return the class of the first word of a text, as a letter: a noun, a verb, a number."""
    import rjieba

    return rjieba.tag(text[:OPENING])[0][1][0]


@lru_cache(maxsize=20_000)
def _is_known_place(word: str) -> bool:
    return _tag(word) == PLACE and rarity(word) > KNOWN


@lru_cache(maxsize=20_000)
def _tag(word: str) -> str | None:
    """Return the part of speech of a word of the language, or None."""
    import rjieba

    return rjieba.tag(word)[0][1] if rjieba.has_word(word) else None


@lru_cache(maxsize=20_000)
def rarity(word: str) -> float:
    """Return how rare a word is in the language: the logarithm of its inverse frequency."""
    import rjieba

    count = rjieba.suggest_freq(word) if rjieba.has_word(word) else UNKNOWN
    return math.log(CORPUS / (count + UNKNOWN))
