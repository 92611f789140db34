"""When two names can mean one body: longer, shorter, or only its first characters.

东湖高新区   武汉东湖高新区     one within the other
中科院       中国科学院         its characters, in their order
兰州高新区   白银高新区         two of one sort
"""

from functools import lru_cache
from itertools import pairwise

from summarizer.codelists import find_zones
from summarizer.lexicon import pattern
from summarizer.text import fold

SORT = pattern("bodies.judged")
FILLER = pattern("bodies.filler")
LEAST = 2
"""Characters of a proper name."""


def are_one(name: str, other: str) -> bool:
    """Say whether two folded names can mean one body."""
    if name in other or other in name or set(find_zones(name)) & set(find_zones(other)):
        return True
    short, long = sorted((_stem(name), _stem(other)), key=len)
    letters = iter(long)
    return _is_near(name, other) or (bool(short) and all(letter in letters for letter in short))


def _is_near(name: str, passage: str) -> bool:
    """Say whether two characters of a proper name stand together in a passage."""
    return any(f"{one}{two}" in passage for one, two in pairwise(_stem(name)))


@lru_cache(maxsize=1024)
def _stem(name: str) -> str:
    """Return the proper part of a name, or nothing where it is too short to tell by."""
    bare = FILLER.sub("", SORT.sub("", fold(name)))
    return bare if len(bare) >= LEAST else ""
