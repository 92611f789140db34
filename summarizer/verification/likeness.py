"""Whether two names of indicators mean the same, by their characters and by the code list.

工业总产值      规上工业总产值    the one ends the other: Chinese names carry their head last
GDP             地区生产总值      listed as one
出口            进出口总额        listed as two, however alike
来自银杏的收入  农民人均纯收入    one pair of five
"""

from collections import Counter
from functools import lru_cache
from itertools import takewhile

from summarizer.codelists import find_indicator
from summarizer.matching.contexts import words

LEAST = 2
"""Characters of a name, to know it by; a tail must be longer."""


@lru_cache(maxsize=4096)
def likeness(name: str, other: str) -> float:
    """Return which part of their pairs of characters two names share, from 0 to 1."""
    ours, theirs = Counter(words(name)), Counter(words(other))
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0


def share(name: str, passage: str) -> float:
    """Return which part of a name's pairs of characters stands in a passage, from 0 to 1."""
    said = words(name)
    return sum(word in passage for word in said) / len(said) if said else 0.0


def before_tail(name: str, other: str) -> str | None:
    """Return what the longer of two names says before the shorter, where that is its tail."""
    short, long = sorted((name, other), key=len)
    return long.removesuffix(short) if len(short) > LEAST and long.endswith(short) else None


def are_of_two(name: str, other: str) -> bool:
    """Say whether two names with one head differ in whose it is: 第一产业增加值, 第二产业增加值.

    What one of them only leaves out (规上工业 for 规模以上工业) is no difference.
    """
    tail = _common_tail(name, other)
    mine, theirs = name[: len(name) - tail], other[: len(other) - tail]
    return tail >= LEAST and not (_is_within(mine, theirs) or _is_within(theirs, mine))


def _common_tail(name: str, other: str) -> int:
    """Return how many characters two names end with alike."""
    pairs = zip(reversed(name), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _is_within(short: str, long: str) -> bool:
    """Say whether all characters of a name stand in another, in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def synonyms(name: str) -> tuple[str, ...]:
    """Return a name, and what a foreign one is listed with: GDP and 地区生产总值."""
    found = find_indicator(name) if name.isascii() else None
    return (name, found.name, *found.aliases) if found else (name,)


def are_two(name: str, other: str) -> bool:
    """Say whether two names are listed as two indicators: 出口 is not 进出口总额."""
    return None not in (_listed(name), _listed(other)) and _listed(name) != _listed(other)


@lru_cache(maxsize=1024)
def _listed(name: str) -> str | None:
    """Return the code of the indicator that goes by just this name, if one does."""
    found = find_indicator(name)
    return found.code if found and name in (found.name, *found.aliases) else None
