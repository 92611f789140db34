"""The words of the language, by class: data that tests itself.

Rooms ask for classes, never for words:

    verbs.toml  ──► word_set("verbs.acts")     a set of words, to look one up
    status.toml ──► pattern("status.target")   one expression, to find them in a text
    parts.toml  ──► table("parts.sides")       rows of words that belong together

A file is a list of classes, a class a list of cues in the order in which they are tried:

    [target]
    doc = "What somebody means to reach."
    cues = [
      "力争 确保",                                 words
      { word = "争取", not_before = "到 了 专项",   a word with guards, and what they are for:
        yes = "争取产值达5亿元", no = "争取专项资金5亿元" },
      { pattern = '实现.{0,8}的目标', yes = "…", no = "…" },
    ]

`words = "…"` stands for a class of words alone; `pattern`, `yes` and `no` directly in the class for
one of a single pattern. A guard is a list of what may not (`not_after`, `not_before`) or must
(`after`, `before`) stand beside the word, each a literal or a short expression. In a pattern
`{file.class}` means any cue of that class. Every `yes` and `no` is run by `tests/test_lexicon.py`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

REFERENCE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word with its guards, or a pattern; found in `yes`, not found in `no`."""

    word: str = ""
    pattern: str = ""
    not_after: str = ""
    not_before: str = ""
    after: str = ""
    before: str = ""
    yes: str = ""
    no: str = ""

    @property
    def guarded(self) -> bool:
        """Whether it says more than its letters, and needs examples."""
        guards = (self.pattern, self.not_after, self.not_before, self.after, self.before)
        return any(guards)

    def expression(self) -> str:
        """Write the cue as a regular expression; classes that it names stay as they are."""
        body = self.pattern or re.escape(self.word)
        behind = [f"(?<!{each})" for each in self.not_after.split()]
        ahead = [f"(?!{'|'.join(self.not_before.split())})"] if self.not_before else []
        ahead += [f"(?={'|'.join(self.before.split())})"] if self.before else []
        if self.after:
            behind.append(f"(?:{'|'.join(f'(?<={each})' for each in self.after.split())})")
        return "".join((*behind, body, *ahead))


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of a class that need no guard: `word_set("bodies.posts")`."""
    return frozenset(word_list(name))


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Return the same in their order."""
    return tuple(cue.word for cue in cues(name) if not cue.guarded)


@cache
def only_word(name: str) -> str:
    """Return the only word of a class. Raises ValueError where it has more."""
    (only,) = word_list(name)
    return only


def table(name: str) -> tuple[Mapping[str, Any], ...]:
    """Return the rows of a table, `[[class]]` in its file: what belongs together, by column."""
    return tuple({key: _named(value) for key, value in row.items()} for row in _entry(name))


def _named(value: Any) -> Any:  # noqa: ANN401 - a cell holds a pattern, or several
    return REFERENCE.sub(_source_of, value) if isinstance(value, str) else value


def _source_of(named: re.Match[str]) -> str:
    return f"(?:{source(named[1])})"


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one expression that finds the cues of a class: `pattern("status.target")`."""
    return re.compile(source(name))


@cache
def source(name: str) -> str:
    """Write the cues of a class as alternatives, to be part of a larger expression.

    Raises KeyError where there is no such class.
    """
    return "|".join(spelled(cue) for cue in cues(name))


def spelled(cue: Cue) -> str:
    """Write a cue as an expression, with the classes that it names."""
    return REFERENCE.sub(_source_of, cue.expression())


@cache
def cues(name: str) -> tuple[Cue, ...]:
    """Return the cues of a class in their order."""
    return tuple(_rows(_entry(name)))


def _entry(name: str) -> Any:  # noqa: ANN401 - a class, or the rows of a table
    file, _, path = name.partition(".")
    entry: Any = _file(file)
    for part in path.split("."):
        entry = entry[part]
    return entry


def _rows(entry: Mapping[str, Any]) -> Iterator[Cue]:
    for row in (entry.get("words", ""), *entry.get("cues", ())):
        if isinstance(row, str):
            yield from (Cue(word=word) for word in row.split())
        else:
            yield Cue(**row)
    if "pattern" in entry:
        yield Cue(pattern=entry["pattern"], yes=entry["yes"], no=entry["no"])


def classes() -> Iterator[str]:
    """Yield the name of every class."""
    for path in sorted(files(__name__).iterdir(), key=str):
        if path.name.endswith(".toml"):
            file = path.name.removesuffix(".toml")
            yield from _below(file, _file(file))


def _below(name: str, entry: Mapping[str, Any]) -> Iterator[str]:
    if entry.keys() & {"words", "cues", "pattern"}:
        yield name
    for key, value in entry.items():
        if isinstance(value, dict):
            yield from _below(f"{name}.{key}", value)


@cache
def _file(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
