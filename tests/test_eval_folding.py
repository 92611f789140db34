"""The table of what every character is read as."""

import unicodedata

from eval.folding import derived
from summarizer.text import BASIC_PLANE, fold


def test_the_kept_table_is_the_one_derived() -> None:
    """Another Unicode than that of Python 3.11 knows a few characters more, and no other way."""
    table = derived()
    every = "".join(map(chr, range(BASIC_PLANE)))
    differing = [
        character
        for character, folded in zip(every, fold(every), strict=True)
        if table.get(character, character) != folded
    ]
    assert not differing or unicodedata.unidata_version > "14.0.0"
    assert all(fold(character) == character for character in differing)
