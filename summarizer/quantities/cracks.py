"""Numerals that cannot be read whole are read not at all: they are listed, never guessed.

    1|2.3亿元   a mark that covers, strikes out or hides a digit      5²亿元  ½亿元  Ⅳ亿元
    12,34亿元   1，234亿元  1’234亿元   1/2亿元   5×10^3元            separators of no number
    1〇0亿元    1O亿元      1e5元                                     digits and their look-alikes
    增长–5%     △5%                                                   a dash that may be a minus

A crack is a place between two characters of a numeral. Where one quantity covers both sides, it was
read whole by a grammar of its own (1,300, 12:30, 2018-05-14, 1:10.3). Otherwise all that touches
the crack is one UNKNOWN quantity: no value, no row, and unclaimed in the ledger.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from summarizer.lexicon import pattern
from summarizer.quantities.printed import unit_at
from summarizer.quantities.view import View
from summarizer.quantity import Kind, Quantity
from summarizer.text import DAMAGED, Span, fold

ODD = (
    "²³¹¼-¾৴-৹୲-୷௰-௲౸-౾൘-൞൰-൸༪-༳፩-፼ᛮ-ᛰ៰-៹᧚⁰⁴-⁹₀-₉⅐-ↂↅ-↉"
    "①-⒛⓪-⓿❶-➓⳽〡-〩〸-〺㆒-㆕㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿ꛦ-ꛯ꠰-꠵"
)
"""Numerals that are no digits: raised, enclosed, fractions, of other scripts."""

MARKED = re.compile("[①-⓿❶-➓㈠-㈩㊀-㊉]+")
"""Numbers of paragraphs: ①5家 opens a list."""

PRIVATE = "\ue000-\uf8ff"
HIDING = re.compile(rf"[{ODD}{DAMAGED}{PRIVATE}]+")
BULLET = re.compile(f"[{PRIVATE}]+")
SIGN = re.compile(r"[–—△▽▼▲∆](?<![\s–—~-].)(?=\d)")
"""It begins with what it can be found by: the scan leaps from one such character to the next."""

SIGNED = frozenset((Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.AMOUNT))
TIMES = frozenset((Kind.DATE, Kind.PERIOD, Kind.DURATION))
NUMBER_AT_END = re.compile(r"[\dlIOo]$")
CUT = (Kind.LABEL, Kind.RATIO)
BETWEEN_DIGITS = re.compile(r"\d[lIOo×xX*][\d.]")
"""4l67户 and 45×67户 are numerals that went wrong: whatever unit follows them."""

UNIT_REACH = 4
START = attrgetter("start")


def whole(seen: View, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities, those that meet a crack made one UNKNOWN quantity each time."""
    starts = [quantity.start for quantity in quantities]
    cracks = [Span(*seen.quote(start, end)[:2]) for start, end in _places(seen.plain)]
    broken = [
        _with(touched, crack)
        for crack in cracks
        if not _is_read(seen.text, touched := _touched(crack, quantities, starts), crack)
    ]
    broken += _signs(seen, quantities, starts)
    broken += [
        _with(_touched(place, quantities, starts), place)
        for quantity in quantities
        if quantity.kind in CUT and (place := _cut(seen.text, quantity))
    ]
    return _replaced(seen.text, quantities, sorted(broken)) if broken else quantities


def _places(plain: str) -> Iterator[tuple[int, int]]:
    """Yield each crack with the character of a numeral on either side of it, and its scale."""
    for found in HIDING.finditer(plain):
        if _hides(plain, found.start(), found.end()):
            yield _left(plain, found.start()), _through(plain, found.end())
    for name, lead in (("cracks.joint", 1), ("cracks.spelled_joint", 1), ("cracks.alike", 0)):
        for found in pattern(name).finditer(plain):
            yield _left(plain, found.start() + lead), _through(plain, found.end())


def _through(plain: str, end: int) -> int:
    """Return the end of the scale behind a mark, or of the digit."""
    found = pattern("cracks.scale").match(plain, end)
    return found.end() if found else end


def _left(plain: str, start: int) -> int:
    """Return where the character of a numeral stands that a mark behind it may hide."""
    ahead = pattern("cracks.before").search(plain, max(0, start - 2), start)
    return ahead.start() if ahead else start


def _hides(plain: str, start: int, end: int) -> bool:
    """Say whether a mark may hide part of a numeral; a bullet or the ² of 3 m² does not."""
    ahead = pattern("cracks.before").search(plain, max(0, start - 2), start) is not None
    if MARKED.fullmatch(plain, start, end) and not ahead:
        return pattern("cracks.scale_behind").match(plain, end) is not None
    if BULLET.fullmatch(plain, start, end) and plain[max(0, start - 1) : start] in ("", " ", "\n"):
        return False
    return ahead or pattern("cracks.behind").match(plain, end) is not None


def _touched(place: Span, quantities: Sequence[Quantity], starts: Sequence[int]) -> list[Quantity]:
    """Return the quantities that meet a place, in order."""
    first = max(0, bisect_right(starts, place.start) - 1)
    last = bisect_right(starts, place.end - 1)
    return [quantity for quantity in quantities[first:last] if quantity.span.overlaps(place)]


def _is_read(text: str, touched: Sequence[Quantity], crack: Span) -> bool:
    """Say whether a grammar read across the crack; a date and what has a unit end before it."""
    first = next(iter(touched), None)
    if first is None:
        return False
    joint = text[first.end : crack.end - 1]
    dated = first.kind in TIMES and joint in (",", ":", "：")
    return dated or first.span.covers(crack) or (first.unit is not None and joint in ("，", "；"))


def _with(touched: Sequence[Quantity], place: Span) -> Span:
    """Return the place with all that it touches."""
    ends = (place, *(quantity.span for quantity in touched))
    return Span(min(span.start for span in ends), max(span.end for span in ends))


def _signs(seen: View, quantities: Sequence[Quantity], starts: Sequence[int]) -> Iterator[Span]:
    """Yield the figures behind a dash that joins them to nothing, and so may be a minus."""
    for sign in SIGN.finditer(seen.plain):
        place = Span(*seen.quote(sign.start(), sign.end() + 1)[:2])
        touched = _touched(Span(max(0, place.start - 1), place.end), quantities, starts)
        joined = any(q.end == place.start or q.span.covers(place) for q in touched)
        if not joined and any(q.kind in SIGNED for q in touched):
            yield _with(touched, place)


def _cut(text: str, label: Quantity) -> Span | None:
    """Return a label or a ratio that stands where a numeral must, before 亿元 or more digits."""
    if not NUMBER_AT_END.search(label.text) or label.unit is not None:
        return None
    ahead = fold(text[label.end : label.end + UNIT_REACH])
    if behind := pattern("cracks.goes_on").match(ahead):
        return Span(label.start, label.end + behind.end())
    if label.kind is Kind.LABEL and not BETWEEN_DIGITS.search(label.text):
        return None
    space = ahead.startswith(" ")
    unit = unit_at(ahead, space)
    return Span(label.start, label.end + space + len(unit)) if unit else None


def _replaced(text: str, quantities: Sequence[Quantity], broken: Sequence[Span]) -> list[Quantity]:
    merged: list[Span] = []
    for span in broken:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    starts = [quantity.start for quantity in quantities]
    gone = {quantity.start for span in merged for quantity in _touched(span, quantities, starts)}
    kept = (quantity for quantity in quantities if quantity.start not in gone)
    unknown = (Quantity(span.start, span.end, span.of(text), Kind.UNKNOWN) for span in merged)
    return sorted((*kept, *unknown), key=START)
