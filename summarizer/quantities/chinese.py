"""The scan over Chinese text, and what it makes of each find."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, lru_cache
from operator import attrgetter

from summarizer.lexicon import pattern, source, word_list
from summarizer.numerals import parse_numeral, plain
from summarizer.periods import scanned as times
from summarizer.periods.anchors import resolve_at
from summarizer.quantities import coins, figures, labels, ordinals, shares
from summarizer.quantities.chinese_words import chinese_words
from summarizer.quantities.cracks import whole
from summarizer.quantities.directions import DIRECTED, directed
from summarizer.quantities.figures import Magnitude
from summarizer.quantities.heads import under_heads
from summarizer.quantities.joining import Found, join
from summarizer.quantities.money import in_context
from summarizer.quantities.printed import end_of, unit_at
from summarizer.quantities.settling import settle
from summarizer.quantities.surroundings import in_surroundings
from summarizer.quantities.touching import checked, reasoned
from summarizer.quantities.units import either, units
from summarizer.quantities.view import View, view
from summarizer.quantity import Kind, Modifier, Quantity

HALF = Decimal("0.5")
TEN_THOUSANDTH = Decimal("0.0001")
TELEPHONE = re.compile(r"1[3-9]\d{9}")
START = attrgetter("start")


@cache
def _scanner() -> re.Pattern[str]:
    """Compile the scan. A figure is only announced: `printed` says where it ends, if it is one."""
    phrases = either(word_list("idioms.phrases"))
    dated, shared, ratio = map(source, ("scan.dated", "scan.shared", "scan.ratio"))
    parts = (
        ("column", source("scan.column")),
        ("coins", source("shares.coins")),
        ("word", f"{phrases}|" + source("idioms.shapes")),
        ("ratio", "(?=" + source("scan.ratio_ahead") + f")(?:{ratio})"),
        ("label", labels.scanned()),
        ("period", f"(?={dated})(?:{times()})"),
        ("share", f"(?={shared})(?:" + source("shares.printed") + ")"),
        ("ordinal", ordinals.scanned()),
        ("great", source("scan.great")),
        ("half", source("scan.half")),
        ("figure", "(?=" + source("scan.numerals") + ")"),
    )
    either_part = "|".join(f"(?P<{name}>{shape})" for name, shape in parts)
    return re.compile("(?=" + source("scan.starts") + f")(?:{either_part})")


def find(text: str, date: dt.date | None, page: str = "") -> list[Quantity]:
    """Return the quantities of a Chinese text, which stands on a page."""
    seen = view(text)
    return whole(seen, sorted(_scan(seen, date, page), key=START))


def _scan(seen: View, date: dt.date | None, page: str) -> Iterator[Quantity]:
    plain, search = seen.plain, _scanner().search
    measured: list[Found] = []
    end = 0
    position = 0
    while match := search(plain, position):
        part, start, floor = match.lastgroup, match.start(), end
        if part == "label" and _is_counted(plain, match):
            part = "figure"
        stop = end_of(plain, start) if part == "figure" else match.end()
        if stop is None:
            position = start + 1
            continue
        position = end = stop
        if read := OTHERS.get(part or ""):
            yield read(seen, start, stop, date)
        elif part and part != "word" and (found := _measured(plain, part, start, stop, floor)):
            measured.append(found)
            position, end = max(stop, found.end), found.end
    joined = under_heads(seen, join(seen.plain, measured))
    told = [in_surroundings(seen.plain, found) for found in joined]
    for found, money in in_context(seen, told, page):
        quantity = settle(found, money, *seen.quote(found.start, found.end))
        yield reasoned(seen.plain, found, quantity) if quantity.kind is Kind.LABEL else quantity


def _is_counted(plain: str, match: re.Match[str]) -> bool:
    """Say whether what looks like a telephone has a unit behind it."""
    return TELEPHONE.fullmatch(match[0]) is not None and unit_at(plain, match.end()) is not None


def _label(seen: View, start: int, end: int, date: dt.date | None) -> Quantity:
    del date
    value = labels.value_of(seen.plain[start:end])
    return Quantity(*seen.quote(start, end), Kind.LABEL, value, value, value)


def _period(seen: View, start: int, end: int, date: dt.date | None) -> Quantity:
    printed = seen.plain[start:end]
    kind, value, unit = _named_time(printed)
    period = resolve_at(seen.plain, start, end, date)
    place = seen.quote(start, end)
    return Quantity(*place, kind, value, value, value, unit, time_period=period)


@lru_cache(maxsize=4096)
def _named_time(printed: str) -> tuple[Kind, Decimal | None, str | None]:
    """Return kind, value and unit of a date or period; only a year or a plan has a value."""
    kind = Kind.DATE if pattern("scan.point_in_time").fullmatch(printed) else Kind.PERIOD
    if year := pattern("scan.year_alone").fullmatch(printed):
        return kind, parse_numeral(year[1]), "a"
    plan = pattern("scan.plan").fullmatch(printed)
    return kind, parse_numeral(plan[1]) if plan else None, None


def _ordinal(seen: View, start: int, end: int, date: dt.date | None) -> Quantity:
    del date
    kind, value, unit = ordinals.read(seen.plain, start, end)
    return Quantity(*seen.quote(start, end), kind, value, value, value, unit, unit_text=unit)


OTHERS: dict[str, Callable[[View, int, int, dt.date | None], Quantity]] = {
    "column": _label,
    "label": _label,
    "period": _period,
    "ordinal": _ordinal,
}


def _measured(folded: str, part: str, start: int, end: int, floor: int) -> Found | None:
    figure = FIGURES[part](folded[start:end])
    words = chinese_words().before(folded, start, floor)
    if figure.kind in DIRECTED:
        words = directed(folded, start, end, words, figure.kind)
    found = Found(start - words.length, end, figure, words)
    return checked(folded, found, start, floor) if part == "figure" else found


def _great(printed: str) -> Magnitude:
    """Read 五大, which counts what follows."""
    return Magnitude(Kind.COUNT, parse_numeral(printed[:-1])).closed()


def _ratio(printed: str) -> Magnitude:
    """Read 5:1 as a quotient where it is a short decimal; 5:45:50 has no one value."""
    above, *below = (Decimal(side) for side in pattern("scan.to").split(printed))
    value = above / below[0] if len(below) == 1 and below[0] else None
    exact = value is not None and value.quantize(TEN_THOUSANDTH) == value
    return Magnitude(Kind.RATIO, plain(value) if value is not None and exact else None).closed()


def _half(printed: str) -> Magnitude:
    unit = units("zh")[printed.removeprefix("半").replace("多", "").removesuffix("多")]
    more = Modifier.GT if "多" in printed else None
    return Magnitude(unit.kind, HALF, room=HALF, unit=unit, modifier=more).closed()


FIGURES: dict[str, Callable[[str], Magnitude]] = {
    "coins": coins.read,
    "share": shares.read,
    "figure": figures.read,
    "great": _great,
    "half": _half,
    "ratio": _ratio,
}
