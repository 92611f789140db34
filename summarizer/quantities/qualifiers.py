"""The words around a figure, read as bounds and direction.

    下降  了  约      3.2%                 fall → the value is negative; 约 → approx
    增长  近          2.3倍                rise → growth, not the multiple itself
    不得  超过        5亿元                a denied bound turns round: at most
    约    人民币      3亿元                a currency may stand before the number

Words far from the number do not count: everything here touches it. A language brings its words as
a `Lexicon`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from summarizer.numerals import plain
from summarizer.quantity import Modifier


@dataclass(frozen=True, slots=True)
class Before:
    """What stands right before a figure; `length` is how much of it belongs to the expression."""

    length: int = 0
    modifier: Modifier | None = None
    currency: str | None = None
    falls: bool = False
    rises: bool = False
    negative: bool = False
    near: bool = False
    """近: just below."""
    both: bool = False
    """±: on either side of nought."""
    compares: bool = False
    """高于 低于: before percentage points they compare and do not bound."""


NOTHING = Before()
DASHES = re.compile("[-—–~]+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language: `pattern` has the groups fall, rise, bound, currency and minus.

    `triggers` are the characters such a word can end with, `reach` how long they can be together;
    `round_only` are bounds that need a
    multiplier right behind them (上万), being the end of other words elsewhere.
    """

    pattern: re.Pattern[str]
    meaning: dict[str, Modifier]
    currencies: dict[str, str]
    triggers: frozenset[str]
    reach: int
    near: frozenset[str]
    parts: tuple[str, ...] = ("bound", "currency", "minus")
    comparing: frozenset[str] = frozenset()
    round_only: frozenset[str] = frozenset()

    def before(self, text: str, start: int, floor: int) -> Before:
        """Read the words that end at `start`, not reaching back beyond `floor`."""
        if start <= floor:
            return NOTHING
        last = text[start - 1] if text[start - 1] != " " else text[start - 2 : start - 1]
        if last not in self.triggers:
            return NOTHING
        found = self.pattern.search(text[max(floor, start - self.reach) : start])
        return self._read(found, text, start, floor) if found and found[0] else NOTHING

    def _read(self, found: re.Match[str], text: str, start: int, floor: int) -> Before:
        parts = {name: said for name in self.parts if (said := found[name])}
        if parts.get("bound") in self.round_only and text[start] not in "百千万亿":
            del parts["bound"]
        if floor and "minus" in parts and DASHES.fullmatch(text, floor, start):  # of a range
            del parts["minus"]
        if not (parts or found["fall"] or found["rise"]):
            return NOTHING
        bound = parts.get("bound", "").lower()
        return Before(
            length=found.end() - min(map(found.start, parts), default=found.end()),
            modifier=self.meaning.get(bound),
            currency=self.currencies.get(parts.get("currency", "").upper()),
            falls=bool(found["fall"]),
            rises=bool(found["rise"]),
            negative="minus" in parts,
            near=bound in self.near,
            both="both" in parts,
            compares=bound in self.comparing,
        )


def meanings(words: dict[Modifier, str], separator: str | None = None) -> dict[str, Modifier]:
    """Return the bound of each word; `words` lists them for each bound."""
    return {word: bound for bound, listed in words.items() for word in listed.split(separator)}


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


Interval = tuple[Decimal | None, Decimal | None]
TWENTIETH, TENTH = Decimal("0.05"), Decimal("0.1")


def interval(
    value: Decimal,
    step: Decimal,
    room: Decimal | None,
    modifier: Modifier | None,
    *,
    near: bool = False,
) -> Interval:
    """Return the closed interval a printed value allows; None is an open end.

    `room` is how far a 余 reaches, None where the bound is a word that has no end (超过).
    """
    if modifier is Modifier.APPROX:
        slack = abs(value) * (TENTH if near else TWENTIETH)
        return plain(value - slack), value if near else plain(value + slack)
    if modifier in (Modifier.GE, Modifier.GT):
        return value, None if room is None else value + room
    if modifier in (Modifier.LE, Modifier.LT):
        return None, value
    return value - step / 2, value + step / 2


def opened(low: Decimal, high: Decimal, modifier: Modifier | None) -> Interval:
    """Return a range under a bound: 30-40人左右 keeps its ends, 5-8%以上 has no upper one."""
    return low, None if modifier in (Modifier.GE, Modifier.GT) else high
