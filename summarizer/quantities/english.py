"""Every number of an English text, as the same types, so that a summary can be held to its source.

    RMB 160 million    160m yuan      ¥160 million             160000000 CNY
    20.2 percent       four-fifths    1.5 percentage points    growth of 3.2%, a 3.2% decline
    more than 410,000  up to 30       between 30 and 40        doubled
    18th batch         13th Five-Year Plan (a period)          the 19th Congress (a label)

What is counted is the noun behind the number, which says too little to be a unit: a count has none.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from summarizer.numerals import plain
from summarizer.quantities import english_dates
from summarizer.quantities.cracks import whole
from summarizer.quantities.english_words import ENGLISH
from summarizer.quantities.figures import MULTIPLE, Magnitude, in_whole, room_of
from summarizer.quantities.joining import Found, join
from summarizer.quantities.settling import settle
from summarizer.quantities.spelled import (
    DIGITS,
    HALVED,
    MIXED,
    ORDINALS,
    SCALES,
    SPELLED,
    TOKEN,
    parse_spelled,
)
from summarizer.quantities.spelled import (
    PARTS as PARTS_OF_ONE,
)
from summarizer.quantities.units import Unit, either, units
from summarizer.quantities.view import View, seen_through
from summarizer.quantity import Kind, Modifier, Quantity

UNITS = {name.lower(): unit for name, unit in units("en").items()} | units("en")
SCALE = (
    r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore|mn|mln|mil|bn|bln|tn|tln|trn)\b"
)
ABOVE = (
    r"(?: or (?:more|above|over|greater|higher|so|less|below|fewer|lower)\b(?! than)"
    r"| and (?:above|more)\b(?! than)|-plus\b)"
)
CODE = "(?:USD|EUR|GBP|CNY|RMB|HKD|JPY|AUD|CAD)"
NUMERAL = (
    rf"(?:{MIXED}|{DIGITS}(?:(?:[ -]?{SCALE}){{1,2}}(?: \d{{1,3}} hundred\b)?"
    rf"(?: and (?:an? (?:half|quarter)\b|\d{{1,3}}(?![\d,.%]| ?{SCALE})))?"
    rf"|[kmb]\b| ?m(?={CODE}\b))?|{SPELLED})"
)
NOT_A_NAME = r"(?![QH][1-4]\b|FY ?\d{4}\b)(?!(?:RMB|USD|CNY|HKD|EUR|GBP|MXN|NZD|JPY|mid)-?\d)"
UNIT = rf"(?:{either(units('en'))})(?!(?<=[A-Za-z])-?\d)"
LATE = r"(?:(?<= [A-Z]{3}) (?:million|billion|trillion)\b)"
"""75 USD million, as tables have it."""
BEHIND = rf"(?: ?|-(?=[A-Za-z])|(?<=half)(?: of)? an? )(?P<unit>{UNIT})(?!\d)"
FIGURE = rf"{NUMERAL}(?:{BEHIND.replace('?P<unit>', '?:')}{LATE}?)?{ABOVE}?"
VAGUE = (
    r"\b(?:(?:tens|dozens|scores|hundreds|thousands) of (?:thousands|millions|billions)"
    r"|(?:dozens|scores|hundreds|thousands|millions|billions)(?= of)"
    r"|(?:several|a few) (?:dozen|hundred|thousand|million|billion))\b"
    rf"(?:(?: of)? {UNIT})?"
)
"""As 数十亿: from the unit named to ten of it."""
SMALL = rf"(?:{SPELLED}|\d{{1,3}}(?![\d,]))"
OF_TIME = r"(?: ?-?(?:years?|months?|weeks?|days?|hours?|minutes?|quarters?|per ?cent)\b|[%.,]\d|%)"
FEW = "(?:two|three|four|six|seven|eight|nine|[2-9])"
FRACTION = (
    rf"(?:\b{SMALL} over {SMALL}(?![ ,.%-]?\w)|\b{SMALL} out of {SMALL}(?!{OF_TIME})"
    rf"|\b(?:(?:one|1) in {SMALL}|{FEW} in (?:three|four|five|ten|[345]|100?))(?!\d|{OF_TIME}))"
    rf"{ABOVE}?"
)
"""one over three, two out of five, one in ten; over 20 people is a bound, in 3 years a time."""
SCAN = re.compile(
    r"(?=[\dA-Za-z.⅓⅔½¼¾])(?:"
    r"(?P<label>(?<=[“\"‘'])\d[\d+./-]{0,12}(?=[”\"’'])|\d{1,4}(?:[+x×]\d{1,4}){1,6}(?:\+N)?"
    r"|\d{17,}|\d{1,9}(?:\.\d{1,9}){2,9}|\b\d{1,3}[GDA]\b"
    r"|\b\d{1,2}th (?:(?:CPC|Party|National|CCP) ){0,3}Congress\b"
    r"|(?<![\d.,])\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b"
    rf"|\b{NOT_A_NAME}[A-Za-z]{{1,8}}-?\d[\dA-Za-z]{{0,12}}(?:\.\d{{1,4}})?\b)"
    rf"|(?P<period>{english_dates.PATTERN})"
    r"|(?P<multiple>\b(?:double|triple|quadruple)[ds]?\b|\btwice\b"
    r"|\b(?:two|three|four|five|ten)-?fold\b)"
    rf"|(?P<ordinal>\b(?:\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})\b)"
    rf"|(?P<share>\bhalf(?= of(?! an? (?:{HALVED})\b)| the| its)|[⅓⅔½¼¾]"
    rf"|(?<![\d/])\d{{1,2}}/\d{{1,2}}(?![\d/])|{FRACTION})"
    rf"|(?P<vague>{VAGUE})|(?P<figure>{FIGURE}))",
    re.IGNORECASE,
)
PARTS = re.compile(
    rf"(?P<numeral>{NUMERAL})(?:{BEHIND}(?P<late>{LATE})?)?(?P<above>{ABOVE})?",
    re.IGNORECASE,
)
UNIT_BEHIND = re.compile(rf" ({either(UNITS)})$")
SCALE_WORD = re.compile("ten|dozen|score|hundred|thousand|million|billion")
SIGNS = {"⅓": "1/3", "⅔": "2/3", "½": "1/2", "¼": "1/4", "¾": "3/4", "half": "1/2"}
TIMES = {"do": 2, "tr": 3, "qu": 4, "tw": 2, "th": 3, "fo": 4, "fi": 5, "te": 10}
RANKED = re.compile(r"\b(?:rank(?:ed|s|ing)?|plac(?:ed|es|ing)|came|finished)(?: the)? $")
FELL = re.compile(
    r" (?:year-on-year )?(?:drop|decline|decrease|fall|reduction|contraction|lower|slower)\b"
)
OF_A_FALL = re.compile(
    r"\b(?:declines?|drops?|decreases?|falls?|contractions?)\b[^.,;]{0,40}"
    r"\b(?:(?P<less>narrowed|eased|slowed|shrank|moderated)|widened|deepened|accelerated)"
    r"(?: by)?[^.,;\d]{0,16}$"
)
"""As 降幅收窄: what falls less, grows."""
TURN_REACH = 72
ARTICLE = re.compile(
    r"\b(?:the|which|this|that|no|any|every|each|another|as|is|or|than|for|by) $", re.IGNORECASE
)
PRONOUN = re.compile(r" (?:of|another|by|who|is|that|to|in|you|which)\b|[^ \w-]|$")
RUNS = re.compile(r"\d+(?:\.\d+)?")
DECIMALS = re.compile(r"[\d,\u202f ]*\.(\d+)")
BOUND = re.compile(rf"{ABOVE}$")
OF = re.compile("/| over | out of | in ")
REPEATED = re.compile(r" (?:already|since|before|so far|an? (?:day|week|month|year)|per|daily)\b")
"""Behind `3 times`: it happened so often, nothing is a multiple."""
PARTS_OF_SCALE = frozenset(PARTS_OF_ONE)
"""Half a million is rounded to tenths of it, not to whole ones."""

CENT = Decimal("0.01")
LONGEST = 16
MILLION = 10**6
"""So many pounds are no weight."""


def find(text: str, date: dt.date | None) -> list[Quantity]:
    """Return the quantities of an English text."""
    seen = seen_through(text)
    return whole(seen, [_placed(seen, quantity) for quantity in _scan(seen.plain, date)])


def _placed(seen: View, quantity: Quantity) -> Quantity:
    start, end, printed = seen.quote(quantity.start, quantity.end)
    return replace(quantity, start=start, end=end, text=printed)


def _scan(text: str, date: dt.date | None) -> list[Quantity]:
    measured: list[Found] = []
    quantities: list[Quantity] = []
    end = 0
    for match in SCAN.finditer(text):
        floor, end = end, match.end()
        read = OTHERS.get(match.lastgroup or "")
        if read:
            quantities.append(read(text, match, date))
        elif found := _measured(text, match, floor):
            measured.append(found)
    for found in join(text, measured):
        printed = text[found.start : found.end]
        quantities.append(settle(found, found.before.currency, found.start, found.end, printed))
    return sorted(quantities, key=lambda quantity: quantity.start)


def _label(text: str, match: re.Match[str], date: dt.date | None) -> Quantity:
    del text, date
    runs = RUNS.findall(match[0])
    value = Decimal(runs[0]) if len(runs) == 1 and len(runs[0]) <= LONGEST else None
    return Quantity(match.start(), match.end(), match[0], Kind.LABEL, value, value, value)


def _period(text: str, match: re.Match[str], date: dt.date | None) -> Quantity:
    del text
    printed = match[0]
    year = Decimal(printed) if printed.isdecimal() else None
    value = Decimal(printed[:2]) if printed.lower().endswith("plan") else year
    time = english_dates.resolve(printed, date)
    stretches = time is None or "/" in time or time[5:6] in ("Q", "S")
    return Quantity(
        match.start(), match.end(), printed, Kind.PERIOD if stretches and not year else Kind.DATE,
        value, value, value, "a" if year else None, time_period=time,
    )  # fmt: skip


def _ordinal(text: str, match: re.Match[str], date: dt.date | None) -> Quantity:
    del date
    word = match[0].lower()
    value = Decimal(ORDINALS.get(word) or word[:-2])
    ranked = RANKED.search(text[max(0, match.start() - 16) : match.start()])
    kind = Kind.RANK if ranked else Kind.ORDINAL
    return Quantity(match.start(), match.end(), match[0], kind, value, value, value)


OTHERS: dict[str, Callable[[str, re.Match[str], dt.date | None], Quantity]] = {
    "label": _label,
    "period": _period,
    "ordinal": _ordinal,
}


def _measured(text: str, match: re.Match[str], floor: int) -> Found | None:
    start, end, printed = match.start(), match.end(), match[0].lower()
    words = ENGLISH.before(text, start, floor)
    if match.lastgroup == "multiple":
        times = Decimal(TIMES[printed[:2]])
        figure = Magnitude(Kind.MULTIPLE, times, unit=MULTIPLE, unit_text="番")
    elif match.lastgroup == "share":
        figure = _share(SIGNS.get(printed, printed))
    elif match.lastgroup == "vague":
        figure = _vague(printed)
    elif printed == "one" and _is_pronoun(text, start, end):
        return None
    else:
        figure = _read(match[0], money=words.currency is not None)
    if figure.unit == MULTIPLE and not words.rises and REPEATED.match(text, end):
        figure = replace(figure, kind=Kind.COUNT, unit=None)
    if FELL.match(text, end):
        words = replace(words, falls=True)
    elif figure.kind is Kind.PERCENTAGE_POINT:
        turned = OF_A_FALL.search(text[max(0, start - TURN_REACH) : start])
        words = replace(words, falls=not turned["less"]) if turned else words
    return Found(start - words.length, end, figure.closed(), words)


def _is_pronoun(text: str, start: int, end: int) -> bool:
    ahead = ARTICLE.search(text[max(0, start - 8) : start])
    return ahead is not None or PRONOUN.match(text, end) is not None


def _vague(printed: str) -> Magnitude:
    """Read dozens, tens of millions, several hundred, each with or without its unit."""
    named = UNIT_BEHIND.search(printed)
    unit = UNITS[named[1]] if named else None
    low = Decimal(1)
    for word in SCALE_WORD.findall(printed):
        low *= 10 if word in ("ten", "dozen", "score") else SCALES[word]
    kind = unit.kind if unit else Kind.COUNT
    code = unit.code if unit else None
    return Magnitude(
        kind, None, unit=unit, unit_text=code, modifier=Modifier.APPROX, low=low, high=low * 10
    )


def _share(printed: str) -> Magnitude:
    bound = BOUND.search(printed)
    body = printed[: bound.start()] if bound else printed
    above, below = map(parse_spelled, OF.split(body))
    return (
        _fraction(above / below, _modifier(bound[0] if bound else ""))
        if below
        else Magnitude(Kind.LABEL, None)
    )


def _fraction(value: Decimal, modifier: Modifier | None = None) -> Magnitude:
    """Read a fraction as a percentage to two places, enclosed."""
    percent = value * 100
    low, high = percent.quantize(CENT, ROUND_FLOOR), percent.quantize(CENT, ROUND_CEILING)
    return Magnitude(
        Kind.PERCENT, plain(percent.quantize(CENT)), unit=UNITS["%"], unit_text="%",
        modifier=modifier,
        low=None if modifier else plain(low), high=None if modifier else plain(high),
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _read(printed: str, *, money: bool) -> Magnitude:
    """Read a figure as printed; `money` where a currency stands before it: 160m is million then."""
    found = PARTS.fullmatch(printed)
    if found is None:  # cut short in a run of numerals: unknown rather than a guess
        return Magnitude(Kind.LABEL, None)
    numeral, name = (found["numeral"] + (found["late"] or "")).lower(), found["unit"] or ""
    unit = UNITS.get(name) or UNITS.get(name.lower())
    if numeral[-1] == "m" and not money and not (unit and unit.dimension == "money"):
        numeral, unit = numeral[:-1], UNITS["m"]
    value, modifier = plain(parse_spelled(numeral)), _modifier(found["above"] or "")
    if unit == UNITS["pounds"] and value >= MILLION:
        unit = UNITS["GBP"]
    if unit is None and value < 1 and numeral[0].isalpha() and value:
        return _fraction(value, modifier)
    return _figure(numeral, value, unit, modifier)


def _figure(
    numeral: str, value: Decimal, unit: Unit | None, modifier: Modifier | None
) -> Magnitude:
    words = TOKEN.findall(numeral)
    scale = 1
    for word in reversed(words):
        if word not in SCALES:
            break
        scale *= SCALES[word]
    power = len(str(scale)) - 1
    places = DECIMALS.match(numeral)
    decimals = len(places[1]) if places else 0
    kind = unit.kind if unit else Kind.COUNT
    exact = kind in (Kind.COUNT, Kind.DURATION) and not power and not decimals
    parted = scale > 1 and not PARTS_OF_SCALE.isdisjoint(words)
    step = Decimal(0) if exact else Decimal(1).scaleb(power - decimals - parted)
    text = " ".join((*words[len(words) - (scale > 1) :], *([unit.code] if unit else [])))
    figure = Magnitude(
        kind, value, step, room_of(value), unit, text or None, power, decimals, modifier
    )
    return in_whole(figure, unit.parts) if unit and unit.parts > 1 else figure


def _modifier(above: str) -> Modifier | None:
    if above.endswith(("more", "above", "over", "greater", "higher", "plus")):
        return Modifier.GE
    if above.endswith("so"):
        return Modifier.APPROX
    return Modifier.LE if above else None
