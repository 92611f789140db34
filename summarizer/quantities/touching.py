"""What a figure touches may make it none: letters, an opening quote, nothing before a 万元.

PM2.5  C919  5G  CJ-10      one label, letters and all
“三个面向”  一个项目         a numeral after a quote is a slogan's; a bare 一 is an article
参展人次将达120万            the head says what is counted
百公里油耗  30万千瓦级机组   a base, a class
（单位：万元）               a multiplier without a numeral counts only where words say so: 上万元
2025产业大会  3.产业  代码600123   a year, an index, a code; any other number alone is UNKNOWN
"""

import re
from dataclasses import replace
from string import ascii_letters

from summarizer.lexicon import pattern, source, word_set
from summarizer.numerals import DIGITS
from summarizer.quantities.figures import LARGE, UNITS, Magnitude
from summarizer.quantities.joining import Found
from summarizer.quantities.qualifiers import NOTHING
from summarizer.quantity import Kind, Quantity

OPENING = ("“", "‘", "「", "『", '"')
HEADS, TO_THE_FIGURE = source("figures.counting_heads"), source("figures.to_the_figure")
COUNTED = re.compile(rf"({HEADS})(?:{TO_THE_FIGURE}){{0,3}}$")
REACH = 10
STRESS = word_set("figures.stress")
THRESHOLD = pattern("figures.thresholds")
LONGEST_ORDER = 5

RATED = source("figures.rated")
PER = re.compile(rf"[^，,。;；、\d\s]{{0,12}}?(?:{RATED})")
"""What follows a base that a rate is reckoned on: 万人专利拥有量, 百公里油耗."""

LETTERS_BEFORE = re.compile(r"[A-Za-z][A-Za-z.]{0,7}[-‑]?$")
LETTERS_AFTER = re.compile(r"-?[A-Za-z][A-Za-z\d.]{0,11}")
LATIN = re.compile("[A-Za-z]")
LATIN_EDGE = frozenset(ascii_letters + ".-‑")
HAN_DASH = re.compile(r"[\u4e00-\u9fff]-")
LABEL = Magnitude(Kind.LABEL, None)


def _counted_before(folded: str, found: Found) -> Found:
    """Take the unit from the head where the figure has none."""
    figure = found.figure
    if figure.unit is not None or figure.power < LARGE:
        return found
    head = COUNTED.search(folded[max(0, found.start - REACH) : found.start])
    if not head:
        return found
    unit = UNITS[head[1].removesuffix("数")]
    return replace(found, figure=replace(figure, kind=Kind.COUNT, unit=unit))


def checked(folded: str, found: Found, start: int, floor: int) -> Found | None:
    """Return the figure whose numeral is at `start`, as a label or not at all where it is none."""
    ahead, behind = folded[start - 1 : start], folded[found.end : found.end + 1]
    if folded[start] in "百千万亿" and not _stands(folded, found, start):
        return None
    touched = ahead in LATIN_EDGE or behind in LATIN_EDGE
    if touched and folded[start].isascii() and (named := _named(folded, found, start, floor)):
        return named
    if _names(folded, found, start) or _is_word(folded, found, start):
        return replace(found, figure=replace(found.figure, kind=Kind.LABEL))
    return _counted_before(folded, found)


def _names(folded: str, found: Found, start: int) -> bool:
    """Say whether it tells which and not how many: 每10股, 30万千瓦级, 第三、四位."""
    ahead, kind = folded[start - 1 : start], found.figure.kind
    if folded[found.end : found.end + 1] in word_set("figures.naming") and kind is not Kind.LABEL:
        return True
    if ahead in word_set("figures.after_first"):
        return (
            pattern("figures.ordered").search(folded, max(0, start - LONGEST_ORDER), start)
            is not None
        )
    return ahead == "每" and kind is Kind.COUNT


def _stands(folded: str, found: Found, start: int) -> bool:
    """Say whether a multiplier alone counts: not in 每万人, nor the 万千瓦 of 2×35万千瓦."""
    ahead = folded[start - 1 : start]
    if (
        ahead == "每"
        or ahead.isdigit()
        or (ahead not in word_set("figures.bounding") and PER.match(folded, found.end))
    ):
        return False
    begun = folded[start] in "百千" and folded[start + 1 : start + 2] in DIGITS  # 千二億元
    return begun or _counts_alone(folded, found, start)


def _is_word(folded: str, found: Found, start: int) -> bool:
    """Say whether it counts nothing: after a quote, 一 as an article, 二 where counting says 两."""
    figure, ahead = found.figure, folded[start - 1 : start]
    if folded[start].isascii() or figure.kind is not Kind.COUNT:
        return False
    if figure.power or found.before.length:
        return False
    second = folded[start] == "二" and figure.value == 2 and figure.unit != UNITS["人"]  # noqa: PLR2004
    return second or ahead in OPENING or (figure.value == 1 and ahead not in STRESS)


def _named(folded: str, found: Found, start: int, floor: int) -> Found | None:
    if found.before.negative and found.figure.unit is None and HAN_DASH.match(folded, start - 2):
        return Found(start, found.end, found.figure)  # 东风-41 is no negative number
    figure = found.figure
    if figure.unit and (figure.power or figure.unit.dimension != "count"):
        return None
    if not LATIN.search(folded, max(floor, start - 2), found.end + 2):
        return None
    ahead = LETTERS_BEFORE.search(folded[max(floor, start - 12) : start])
    behind = None if figure.unit else LETTERS_AFTER.match(folded, found.end)
    if found.before.currency or not (ahead or behind):
        return None
    digits = pattern("numerals.arabic").match(folded, start)
    assert digits is not None
    return Found(
        start - (len(ahead[0]) if ahead else 0),
        behind.end() if behind else digits.end(),
        replace(LABEL, value=figure.value, low=figure.value, high=figure.value),
        NOTHING,
    )


def _counts_alone(folded: str, found: Found, start: int) -> bool:
    figure = found.figure
    if found.before.modifier or figure.modifier or figure.kind in (Kind.COUNT, Kind.DURATION):
        return True
    doubled = folded[start + 1 : start + 2] in "百千万亿" and figure.unit is not None
    return doubled or THRESHOLD.match(folded, found.end) is not None


BARE = re.compile(r"\d[\d.,]*")
YEAR = re.compile(r"(?:19|20)\d\d")
CODE = re.compile(r"0\d+|\d{7,}")
"""No statistic begins with nought, or has seven digits and no unit and no comma."""

OPENS_LIST = re.compile(r"(?:^|[\n(\[【 ])$")
CLOSES_INDEX = re.compile(r"[.、)）\]】](?!\d)")
NUMBERED = source("figures.numbered")
NAMED_BEFORE = re.compile(rf"[A-Za-z\u4e00-\u9fff]-$|(?:{NUMBERED})[:：]?$")


HAN_WORDS = re.compile(r"[\u4e00-\u9fff]{2,6}")
CLASSIFIER = "q"
NOUNS, COUNTABLE = frozenset(("n", "nz", "q", "ng")), pattern("figures.countable")
NAMES_BEHIND = pattern("figures.names_behind")


def reasoned(plain: str, found: Found, quantity: Quantity) -> Quantity:
    """Return a label with its reason to be one; a number alone that has none is UNKNOWN."""
    printed = plain[found.start : found.end]
    if quantity.unit is not None or not BARE.fullmatch(printed):
        return quantity
    if YEAR.fullmatch(printed) or CODE.fullmatch(printed):
        return quantity
    ahead = plain[max(0, found.start - 4) : found.start]
    if OPENS_LIST.search(ahead) and CLOSES_INDEX.match(plain, found.end):
        return replace(quantity, kind=Kind.ORDINAL)
    if NAMED_BEFORE.search(ahead) or NAMES_BEHIND.match(plain, found.end):
        return quantity
    counted = _counted(plain, found.end) if printed.isdigit() else None
    if counted:
        return replace(quantity, kind=Kind.COUNT, unit=counted, unit_text=counted)
    return replace(quantity, kind=Kind.UNKNOWN)


def _counted(plain: str, end: int) -> str | None:
    """Return the noun right behind a number, which is what it counts: 320客位, 4500警力."""
    word = HAN_WORDS.match(plain, end)
    if not word:
        return None
    import rjieba  # only where a number stands alone

    first, tag = rjieba.tag(word[0])[0]
    known = (tag == CLASSIFIER and len(first) == 1) or (tag in NOUNS and COUNTABLE.search(first))
    return first if known else None
