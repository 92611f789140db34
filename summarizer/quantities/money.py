"""Which 元: whose dollar a bare 元 is, in the traditional characters of three places.

Hong Kong, Macau and Taiwan each print 元 for their own:
以62億元投得用地，每平方呎樓價1.3萬元   both HKD: only Hong Kong sells land by the 平方呎
每坪65萬元，台股站上兩萬點             TWD: a 坪 and 台股 are Taiwan's
收入人民幣30億元，純利5億元。派息2元   CNY, CNY within the sentence, then home again
收入30億元（人民幣，下同）             CNY, and so on to the end

Simplified text means 人民币 by 元 and says so where it does not. Traditional text prints 元 for the
money of the place it is written in and spells out only foreign money, so the place decides: it is
told by the money, markets, measures, authorities, outlets and places that it names, each with its
weight. An article that tells of none is of the page it stands on; of two places the one that
outweighs the other is home; a page that tells of none keeps 人民币.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from summarizer.lexicon import pattern, table
from summarizer.quantities.joining import CLOSED, Found
from summarizer.quantities.units import units
from summarizer.quantities.view import View
from summarizer.quantity import Kind
from summarizer.text import fold

RATE, PERCENT = units("zh")["厘"], units("zh")["%"]
LEAD, INTEREST_WORD = 4, 2
SENTENCE, BEGINNING = 80, 4000
"""How far a currency carries within its sentence, and how much of a text shows its script."""

LEAST, MARGIN = 2, 2
"""What a place must weigh to be home: more than twice the next."""


@dataclass(frozen=True, slots=True)
class Home:
    """The currency that a bare 元 is on a page, if anything tells it; and what told, counted."""

    code: str | None = None
    told: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """The currency at home in a text, and where others are stated; both empty in simplified text.

    `onward` is where a 下同 makes 人民币 the currency of all that follows.
    """

    home: str | None = None
    places: tuple[tuple[int, str], ...] = ()
    onward: int | None = None


@lru_cache(maxsize=16)
def home_of(page: str) -> Home:
    """Return whose 元 a page prints, and the words that decided it."""
    if not is_traditional(page):
        return Home()
    text, weights, told = fold(page), Counter[str](), Counter[str]()
    for code, weight, cue in _cues():
        for found in cue.finditer(text):
            weights[code] += weight
            told[f"{code} {found[0]}"] += 1
    (best, most), (_, next_most) = (*weights.most_common(2), ("", 0), ("", 0))[:2]
    decided = most >= LEAST and most > MARGIN * next_most
    return Home(best if decided else None, tuple(told.most_common()))


def is_traditional(text: str) -> bool:
    """Say whether a text is printed in traditional characters: its beginning shows it."""
    return pattern("money.traditional").search(text, 0, BEGINNING) is not None


@cache
def _cues() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    return tuple(
        (row["code"], row["weight"], re.compile(row["pattern"])) for row in table("money.home")
    )


def in_context(seen: View, found: list[Found], page: str) -> Iterator[tuple[Found, str | None]]:
    """Pair each figure with the currency its surroundings give it, where they do."""
    setting = _setting(seen, page)
    for item in found:
        if item.figure.unit is RATE and _is_interest(seen.plain, item, setting):
            yield replace(item, figure=replace(item.figure, kind=Kind.PERCENT, unit=PERCENT)), None
        else:
            yield item, _currency(seen.plain, item, setting)


def _is_interest(folded: str, item: Found, setting: Setting) -> bool:
    """Say whether a 厘 is a percent: of interest by the year, as Hong Kong quotes it."""
    lead = folded[max(0, item.start - INTEREST_WORD - LEAD) : item.start]
    return setting.home == "HKD" or pattern("money.interest").search(lead) is not None


def _setting(seen: View, page: str) -> Setting:
    if not is_traditional(seen.printed):
        return Setting()
    stated = list(pattern("money.stated").finditer(seen.plain))
    return Setting(
        home_of(seen.text).code or home_of(page).code,
        tuple((match.start(), _code(match)) for match in stated),
        next((match.start() for match in stated if match["on"]), None),
    )


@cache
def _codes() -> dict[str, str]:
    return {name: row["code"] for row in table("money.code") for name in row["names"].split()}


def _code(match: re.Match[str]) -> str:
    return next(code for code in ("HKD", "TWD", "CNY") if match[code])


def _currency(folded: str, item: Found, setting: Setting) -> str | None:
    unit, printed = item.figure.unit, item.figure.unit_text or ""
    if item.before.currency and (unit is None or pattern("money.plain").search(printed)):
        return item.before.currency
    if (
        unit is None
        or not unit.code.startswith("CNY")
        or not pattern("money.plain").search(printed)
    ):
        return None
    if behind := pattern("money.behind").match(folded, item.end):
        return _codes()[behind[1]]
    code = _carried(folded, item, setting) or setting.home
    return unit.code.replace("CNY", code) if code else None


def _carried(folded: str, item: Found, setting: Setting) -> str | None:
    """Return the currency stated before the figure in its sentence, or for all that follows."""
    index = bisect_right(setting.places, (item.start, "")) - 1
    if index >= 0:
        place, code = setting.places[index]
        if item.start - place <= SENTENCE and not CLOSED.search(folded, place, item.start):
            return code
    follows = setting.onward is not None and setting.onward < item.start
    return "CNY" if follows else None
