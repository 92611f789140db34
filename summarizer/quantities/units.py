"""Units as printed, longest first: 平方公里 before 平方, 个百分点 before 个.

`units.csv` has one row for a unit: its code (ISO 4217 for money, UCUM for measures), its dimension,
its factor to the base unit of the dimension, its names, and, where it is read as part of another
(a 基点 of a point), that `whole`. Classifiers are their own code, which is left empty; of these
`count` are firm, a numeral in characters before them counts (三家, 十二项), `loose` ones count only
after digits (两面, 四方, 一线 are words), `order` ones follow 第. A `word` only begins as a
classifier does: 两部分 is no 两部, 107国道 no 107国.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from string import ascii_letters

from summarizer.quantity import Kind

LETTERS = frozenset(ascii_letters)
KIND_OF = {
    "percent": Kind.PERCENT,
    "point": Kind.PERCENTAGE_POINT,
    "multiple": Kind.MULTIPLE,
    "time": Kind.DURATION,
    "count": Kind.COUNT,
}


WORD = re.compile("[A-Za-z](?:.*[A-Za-z])?")
LATIN_END = re.compile("[A-Za-z]$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: code, dimension, and its factor to the base unit of that dimension, if it has one.

    `parts` of the unit as named make one of the code: a 仙 is read as the hundredth of a HKD.
    """

    code: str
    dimension: str
    factor: Fraction | None = None
    parts: int = 1

    @property
    def kind(self) -> Kind:
        """What a number with this unit is."""
        return KIND_OF.get(self.dimension, Kind.AMOUNT)


@cache
def units(language: str) -> dict[str, Unit]:
    """Map each name in `language` (`zh` or `en`) to its unit; Chinese has the classifiers too."""
    table: dict[str, Unit] = {}
    for row in _rows():
        if row["code"]:
            table |= dict.fromkeys(_names(row, language), _unit(row))
    classifiers = (*names_of("loose"), *names_of("count")) if language == "zh" else ()
    return {name: Unit(name, "count") for name in classifiers} | table


def _unit(row: dict[str, str]) -> Unit:
    if row["whole"]:
        code, parts = row["whole"].split("/")
        return Unit(code, row["dimension"], parts=int(parts))
    return Unit(row["code"], row["dimension"], _fraction(row["factor"]))


@cache
def names_of(dimension: str) -> tuple[str, ...]:
    """Return the Chinese names without a code: `count`, `loose`, `order` or `word`."""
    rows = (row for row in _rows() if row["dimension"] == dimension and not row["code"])
    return tuple(name for row in rows for name in _names(row, "zh"))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with files("summarizer.codelists").joinpath("units.csv").open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines))


def _names(row: dict[str, str], language: str) -> tuple[str, ...]:
    return tuple(filter(None, row[language].split("|")))


def _fraction(text: str) -> Fraction | None:
    return Fraction(text) if text else None


class Names:
    """Names by their first character, to be looked up in a text."""

    def __init__(self, names: Iterable[str]) -> None:
        tails = defaultdict(list)
        for name in sorted(names, key=len, reverse=True):
            tails[name[0]].append(name)
        self._by_first = {first: tuple(several) for first, several in tails.items()}

    def at(self, text: str, start: int) -> str | None:
        """Return the longest of the names that begins there; a Latin one ends its word."""
        for name in self._by_first.get(text[start : start + 1], ()):
            if text.startswith(name, start) and not _goes_on(text, start + len(name)):
                return name
        return None


def _goes_on(text: str, end: int) -> bool:
    """Say whether a Latin word goes on at `end`."""
    return text[end - 1] in LETTERS and text[end : end + 1] in LETTERS


def either(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, the longest first; a Latin name ends its word.

    Names are grouped by their first character: a position that starts none of them fails at once.
    """
    tails: dict[str, list[str]] = defaultdict(list)
    latin: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        if WORD.fullmatch(name):
            latin[name[0]].append(re.escape(name[1:]))
        else:
            word_end = "(?![A-Za-z])" if LATIN_END.search(name) else ""
            tails[name[0]].append(re.escape(name[1:]) + word_end)
    branches = [_branch(first, rest) for first, rest in tails.items()]
    if latin:
        words = "|".join(_branch(first, rest) for first, rest in latin.items())
        branches.append(f"(?:{words})(?![A-Za-z])")
    starts = re.escape("".join(dict.fromkeys((*tails, *latin))))
    return rf"(?=[{starts}])(?:{'|'.join(branches)})"


def _branch(first: str, rest: list[str]) -> str:
    """Write the names of a character; Han characters as a set would take far longer to compile."""
    no_set = "|(?!)" * (len(rest) > 1 and all(len(each) == 1 for each in rest))
    return f"{re.escape(first)}(?:{'|'.join(rest)}{no_set})"
