"""English numerals in words: one hundred and sixty-one, four-fifths, 3 million and a half.

two hundred and two thousand   words add up below a scale word, which multiplies them
forty-two and a third          what ends in a fraction word is a fraction, with a whole before it
"""

import re
from decimal import Decimal

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = {
    **{word: value for value, word in enumerate(SMALL.split())},
    **{word: value * 10 for value, word in enumerate(TENS.split(), 2)},
    "nought": 0, "naught": 0, "a": 1, "an": 1, "fourty": 40,
}  # fmt: skip
SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "lakh": 10**5, "crore": 10**7,
    "mn": 10**6, "mln": 10**6, "mil": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12,
    "tln": 10**12, "trn": 10**12, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
    "trillionth": 10**12,
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "quarter": 4, "quarters": 4,
    **{word: value for word, value in ORDINALS.items() if value > 2},  # noqa: PLR2004
    **{f"{word}s": value for word, value in ORDINALS.items()},
}  # fmt: skip
MIXED = r"\d{1,3} [1-9]\d?/[1-9]\d?(?![\d/])"
DIGITS = (
    r"(?:\d{1,2}(?:,\d\d){1,4},\d{3}(?!,?\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[,\u202f]\d{3})+(?![,\u202f]?\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?! ?\d)(?![,.]\d)"
    r"|\d+(?:\.\d+)?|(?<![\d.])\.\d+)"
)
CARDINAL = "|".join(sorted((*CARDINALS, "dozen"), key=len, reverse=True))
SCALE = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
PART = "|".join(sorted(PARTS, key=len, reverse=True))
AFTER_SCALE = "(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion)|(?<=trillion))"
GAP = (
    rf"(?:[ -]{{1,3}}|{AFTER_SCALE} {{1,2}}and {{1,2}}"
    rf"| of (?=an? (?:{SCALE})\b)"
    rf"| and (?=an? (?:half|quarter|third) (?:{SCALE})\b)"
    rf"| and (?=(?:an?|(?:{CARDINAL})(?:-(?:{CARDINAL}))?)[ -](?:{PART})\b))"
)
WORD = rf"(?:{CARDINAL}|{SCALE})"
HALVED = (
    "percent(?:age point)?|per cent|year|month|hour|day|mile|kilomet(?:er|re)|tonne|ton|kilogram"
    "|lit(?:er|re)|acre|hectare"
)
BEGINNING = (
    rf"(?:(?!an?\b)(?:{CARDINAL})|an?(?= (?:{SCALE}|{PART})\b)"
    rf"|half(?= (?:of )?(?:an? )?(?:{SCALE}|{HALVED})\b)|quarter(?= of an? (?:{SCALE})\b))\b"
)
DIGIT = "|".join(sorted(CARDINALS, key=len, reverse=True))
PLACES = rf"(?: point(?: (?:{DIGIT})\b){{1,6}}(?: (?:{SCALE})\b)?)?"
SPELLED = rf"\b{BEGINNING}(?:{GAP}(?:{WORD}|{PART})\b){{0,12}}{PLACES}"
SCALED_PART = re.compile(
    rf"(?:(.+?) and )?(?:({CARDINAL}|\d+)[ -])?({PART})(?: of)?(?: an?)?"
    rf" ((?:{SCALE})(?: (?:{SCALE}))?)"
)
SEPARATORS = dict.fromkeys(map(ord, ", \u202f"))
TOKEN = re.compile(r"\d[\d,\u202f]*(?: \d{3})*(?:\.\d+)?|\.\d+|[a-z]+")


def parse_spelled(text: str) -> Decimal:
    """Return the value of an English numeral in words, digits or both, fractions included."""
    if "/" in text:
        return _mixed(*text.lower().split())
    whole, point, places = text.lower().partition(" point ")
    if point:
        return _with_places(whole, TOKEN.findall(places))
    if scaled := SCALED_PART.fullmatch(whole):
        return _scaled(*scaled.groups())
    words = TOKEN.findall(whole)
    if words[-1] in PARTS:
        return _with_fraction(words, hyphened=whole.rpartition(words[-1])[0].endswith("-"))
    return cardinal(words)


def _mixed(whole: str, part: str, *scales: str) -> Decimal:
    """Read `10 1/2`, and `10 1/2 million` where a currency stood between."""
    above, below = map(Decimal, part.split("/"))
    return (Decimal(whole) + above / below) * (cardinal([*scales]) if scales else 1)


def _scaled(whole: str | None, above: str | None, below: str, scales: str) -> Decimal:
    """Read two and a half billion, a quarter of a million: the scale is of all that is before."""
    part = (cardinal(TOKEN.findall(above)) if above else Decimal(1)) / PARTS[below]
    scale, words = cardinal(scales.split()), TOKEN.findall(whole or "")
    value = cardinal(words)
    if any(SCALES.get(word, 0) > scale for word in words):
        return value + part * scale
    return (value + part) * scale


def _with_places(whole: str, places: list[str]) -> Decimal:
    scale = SCALES[places.pop()] if places[-1] in SCALES else 1
    digits = "".join(str(CARDINALS[word]) for word in places)
    return (cardinal(TOKEN.findall(whole)) + Decimal(f"0.{digits}")) * scale


def _with_fraction(words: list[str], *, hyphened: bool) -> Decimal:
    """Read `3 million and a half` (half of the last scale) and `one hundred and three quarters`."""
    below = Decimal(PARTS[words[-1]])
    above = words[:-1]
    if hyphened and above and CARDINALS.get(above[-1], 0) >= 20:  # noqa: PLR2004 - twenty-fifth
        below += CARDINALS[above.pop()]
    whole: list[str] = []
    if "and" in above:
        cut = len(above) - 1 - above[::-1].index("and")
        whole, above = above[:cut], above[cut + 1 :]
    part = (cardinal(above) if above else Decimal(1)) / below
    if whole and whole[-1] in SCALES and SCALES[whole[-1]] > 100:  # noqa: PLR2004
        part *= SCALES[whole[-1]]
    return (cardinal(whole) if whole else Decimal(0)) + part


def cardinal(words: list[str]) -> Decimal:
    """Return the sum of cardinal words and digits; scale and fraction words work on their group."""
    total = group = Decimal(0)
    for word in words:
        if word in ("a", "an"):
            group = group or Decimal(1)
        elif word in CARDINALS:
            group += CARDINALS[word]
        elif word in PARTS:
            group = (group or Decimal(1)) / PARTS[word]
        elif word == "hundred":
            group = (group or Decimal(1)) * 100
        elif word in SCALES:
            total += (group or Decimal(1)) * SCALES[word]
            group = Decimal(0)
        elif word not in ("and", "of"):
            group += Decimal(word.translate(SEPARATORS))
    return total + group
