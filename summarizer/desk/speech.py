"""What the desk says, one catalogue a language: `words/zh.toml`, `words/en.toml`.

Both have the same keys. Codes of a report (a status, a measure) are said by the catalogue too, so
that a page is in one language throughout; sentences of the verifier stay as they are.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("zh", "en")
Words = Mapping[str, Mapping[str, str]]


@cache
def catalogue(language: str) -> Words:
    """Return the words of a language, by group and key."""
    text = files(__package__).joinpath("words", f"{language}.toml").read_text(encoding="utf-8")
    words: dict[str, Any] = tomllib.loads(text)
    return words


def preferred(asked: str | None, accepted: str) -> str:
    """Return the language that is asked for, or else the first that a browser accepts."""
    if asked in LANGUAGES:
        return asked
    first = accepted.strip().lower()[:2]
    return first if first in LANGUAGES else LANGUAGES[0]
