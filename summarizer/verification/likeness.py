"""Whether two names of indicators mean the same, by their characters and by the code list.

工业总产值      规上工业总产值    the one ends the other: Chinese names carry their head last
GDP             地区生产总值      listed as one
出口            进出口总额        listed as two, however alike
来自银杏的收入  农民人均纯收入    one pair of five
"""

from collections import Counter
from functools import lru_cache

from summarizer.codelists import find_indicator
from summarizer.verification.context import words

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


def are_one(name: str, other: str) -> bool:
    """Say whether two names, one of them foreign, are listed as one: GDP is 地区生产总值."""
    foreign = name.isascii() or other.isascii()
    return foreign and _listed(name) is not None and _listed(name) == _listed(other)


def are_two(name: str, other: str) -> bool:
    """Say whether two names are listed as two indicators: 出口 is not 进出口总额."""
    return None not in (_listed(name), _listed(other)) and _listed(name) != _listed(other)


@lru_cache(maxsize=1024)
def _listed(name: str) -> str | None:
    """Return the code of the indicator that goes by just this name, if one does."""
    found = find_indicator(name)
    return found.code if found and name in (found.name, *found.aliases) else None
