"""Sentences that are known again by their templates, and said in another language.

    phrasebook("zh").say("a.pdf: a damaged picture (cut off); scan it again")
        {name}: {what} ({error}); scan it again  =  {name}：{what}（{error}），请重新扫描
        name: a.pdf · what: a damaged picture = 图片已损坏 · error: cut off

Records, logs and replies to programs keep one language, across processes and versions; whoever
shows one to a reader says it here. What no template knows is shown as it is.

    label("核验")    what a report says of its own, written in Chinese: verdict while speaking("en")
    told(message)    a sentence kept in a record, in the language that is spoken
"""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "locale"
FILE = "phrases.toml"
WRITTEN = "zh"
"""The language that reports are written in."""
_spoken: ContextVar[str] = ContextVar("spoken", default=WRITTEN)


@dataclass(frozen=True)
class Phrase:
    """A template and its translation."""

    template: str
    translation: str

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The template's own words, between its values."""
        return tuple(text for text, *_ in string.Formatter().parse(self.template) if text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("".join(_expressions(self.template)), re.DOTALL)

    def values(self, text: str) -> dict[str, str] | None:
        """Return what stands in the places of the values, or None for another sentence."""
        if not all(piece in text for piece in self.pieces):
            return None
        found = self._pattern.fullmatch(text)
        return found and found.groupdict()


def _expressions(template: str) -> Iterator[str]:
    known: set[str] = set()
    for text, name, _format, _conversion in string.Formatter().parse(template):
        yield re.escape(text)
        if name:
            yield f"(?P={name})" if name in known else f"(?P<{name}>.+?)"
            known.add(name)


class Phrasebook:
    """What a reader's language has for sentences; the one with most words of its own goes first."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        self.translations = translations
        phrases = (Phrase(*each) for each in translations.items() if "{" in each[0])
        self._phrases = sorted(phrases, key=lambda each: -sum(map(len, each.pieces)))

    def say(self, text: str) -> str:
        """Return a sentence in the reader's language; one that is not known stays as it is."""
        if text in self.translations:
            return self.translations[text]
        for phrase in self._phrases:
            values = phrase.values(text)
            if values is not None:
                said = {name: self.say(value) for name, value in values.items()}
                if said != values or any(map(_has_words, phrase.pieces)):
                    return phrase.translation.format_map(said)
        return text


def _has_words(piece: str) -> bool:
    return any(character.isalpha() for character in piece)


@cache
def phrasebook(language: str) -> Phrasebook:
    """Return the sentences of a language; one without a file knows none."""
    path = FOLDER / language / FILE
    sections = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    return Phrasebook({text: said for each in sections.values() for text, said in each.items()})


def speak(language: str) -> None:
    """Let reports be in a language from now on; those without a file stay in Chinese."""
    _spoken.set(language if (FOLDER / language / FILE).is_file() else WRITTEN)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let reports be in a language for a while."""
    before = _spoken.get()
    speak(language)
    try:
        yield
    finally:
        _spoken.set(before)


def spoken() -> str:
    """Return the language of reports."""
    return _spoken.get()


def label(text: str) -> str:
    """Return words of ours, written in Chinese, in the language that is spoken."""
    language = _spoken.get()
    return text if language == WRITTEN else phrasebook(language).translations.get(text, text)


def told(message: str) -> str:
    """Return a sentence of a record in the language that is spoken."""
    return _told(_spoken.get(), message)


@lru_cache(4096)
def _told(language: str, message: str) -> str:
    return phrasebook(language).say(message)
