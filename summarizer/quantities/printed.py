"""Where a printed figure ends, and the parts of it: number, unit, and the words glued to them.

    41万余  人              12亿多  美元  以上        85  元  /吨         5  万台 (套)
    number  unit            number  unit  bound       number unit rate    number unit bracket

A number in digits may stand without a unit; one in characters needs a unit it can count
(三家, not 三峡). Numbers are expressions of the lexicon, units are looked up in their table.
"""

import re
from dataclasses import dataclass
from functools import cache

from summarizer.lexicon import pattern, word_set
from summarizer.quantities.units import Names, names_of, units

GLUED = frozenset("(/每一余多半及或以之更左上有开不内")
"""With what begins that may be glued to a unit."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit as it stands in a text, up to `end`; every part but its name may be empty."""

    name: str
    end: int
    bracket: str = ""
    rate: str = ""
    last: str = ""
    bound: str = ""


@cache
def _any_unit() -> Names:
    return Names(units("zh"))


@cache
def _loose() -> Names:
    """Units that begin other words: firm ones come only where none of these does."""
    return Names((*names_of("word"), *(name for name in names_of("loose") if name[1:])))


@cache
def _firm_unit() -> Names:
    return Names(units("zh").keys() - set(names_of("loose")))


@cache
def _words() -> Names:
    return Names(names_of("word"))


@cache
def _measures() -> Names:
    return Names(
        name
        for name, unit in units("zh").items()
        if unit.dimension not in ("count", "percent", "point")
    )


def unit_at(text: str, start: int) -> str | None:
    """Return the longest name of a unit that begins at `start`, where it is not another word."""
    name = _any_unit().at(text, start)
    return _with_times(text, start, name) if name and not _words().at(text, start) else None


def is_loose(name: str) -> bool:
    """Say whether a unit is a word elsewhere."""
    return name in names_of("loose")


def _firm_unit_at(text: str, start: int) -> str | None:
    name = _firm_unit().at(text, start)
    return _with_times(text, start, name) if name and not _loose().at(text, start) else None


def _with_times(text: str, start: int, name: str) -> str:
    """Return 处次 of 360处次: any classifier may be counted by how often."""
    times = pattern("figures.times").match(text, start + len(name))
    return (
        name + times[0]
        if times and len(name) == 1 and name != times[0] and units("zh")[name].code == name
        else name
    )


def measured(text: str, start: int) -> Measured | None:
    """Return the unit at `start`, after a space perhaps, with what is glued to it."""
    start += text.startswith(" ", start)
    name = unit_at(text, start)
    return _with_rest(text, start, name) if name else None


def _with_rest(text: str, start: int, name: str) -> Measured:
    end = start + len(name)
    if text[end : end + 1] not in GLUED:
        return Measured(name, end)
    bracket = _bracket(text, end)
    end += len(bracket)
    rate = _rate(text, end)
    behind = pattern("numerals.behind_unit").match(text, end + len(rate))
    assert behind is not None
    return Measured(name, behind.end(), bracket, rate, behind["last"] or "", behind["bound"] or "")


def _bracket(text: str, start: int) -> str:
    """Return the (套) of 5万台(套)."""
    inside = unit_at(text, start + 1) if text.startswith("(", start) else None
    if inside and text.startswith(")", start + 1 + len(inside)):
        return f"({inside})"
    return ""


def _rate(text: str, start: int) -> str:
    """Return the /吨 of 元/吨."""
    per = pattern("numerals.per").match(text, start)
    if not per:
        return ""
    for end in (start + 1, per.end()):  # 元/千瓦时 before 元/千吨
        if base := _measures().at(text, end):
            return text[start:end] + base
    counted = pattern("figures.bases").match(text, per.end())
    return per[0] + counted[0] if counted else ""


def end_of(text: str, start: int) -> int | None:
    """Return where the figure ends that begins at `start`; None where none does."""
    if text[start] <= "9":
        if said := pattern("numerals.metred_in_digits").match(text, start):
            return said.end()
        number = pattern("numerals.in_digits").match(text, start)
        return _end_of_digits(text, number.end()) if number else None
    unusual = pattern("numerals.unusual").match(text, start)
    end = _end_of_unusual(text, unusual) if unusual else None
    if end := end or _spelled(text, start):
        return end
    alone = pattern("numerals.without_unit").match(text, start)
    return alone.end() if alone else None


def _end_of_digits(text: str, end: int) -> int:
    if found := measured(text, end):
        return found.end
    bound = pattern("figures.bounds_behind").match(text, end)
    return bound.end() if bound else end


def _end_of_unusual(text: str, number: re.Match[str]) -> int | None:
    end = number.end()
    if number.lastgroup == "said":
        return end
    if number.lastgroup == "by_old":
        unit = pattern("figures.old_measures").match(text, end)
        return unit.end() if unit else None
    name = _firm_unit_at(text, end) if number.lastgroup == "paired" else unit_at(text, end)
    return _with_rest(text, end, name).end if name else None


def _spelled(text: str, start: int) -> int | None:
    number = pattern("numerals.in_characters").match(text, start)
    if not number:
        return None
    end = number.end()
    name = unit_at(text, end)
    if name and _counts(text, start, number[0]):
        return _with_rest(text, end, _firm_unit_at(text, end) or name).end
    return None


def _counts(text: str, start: int, number: str) -> bool:
    """Say whether a unit can be counted in characters: a word elsewhere needs a larger number."""
    if _firm_unit_at(text, start + len(number)):
        return True
    loosely = pattern("numerals.loosely").search(number)
    tael = pattern("numerals.taels").match(text, start + len(number))
    return bool(loosely or tael) or text[start - 2 : start] in word_set("figures.of_heat")
