"""The characters of a prompt: traditional for an article in traditional characters."""

from functools import cache

from summarizer.text import fold

CHINESE = range(0x3400, 0xA000)
TRADITIONAL = 0.1
"""The share of characters with a simplified form from which a text is in traditional ones."""


def is_traditional(text: str) -> bool:
    """Say whether a text is in traditional characters, a few names and quotes aside."""
    pairs = zip(text, fold(text), strict=True)
    changed = [a != b for a, b in pairs if ord(a) in CHINESE]
    return sum(changed) > TRADITIONAL * len(changed)


@cache
def in_traditional(text: str) -> str:
    """Return a text in traditional characters."""
    from opencc import OpenCC

    converted: str = OpenCC("s2t").convert(text)
    return converted
