"""Money down to its coins, which is one amount: 三元五角, 每股三角五分, 5块6毛."""

from decimal import Decimal
from functools import lru_cache

from summarizer.lexicon import pattern
from summarizer.numerals import parse_numeral
from summarizer.quantities.figures import Magnitude, unit_of
from summarizer.quantity import Kind


@lru_cache(maxsize=1024)
def read(printed: str) -> Magnitude:
    """Read an amount that the scan has found; it is in whole 元, for one of what follows it."""
    based = pattern("shares.coin_base").search(printed)
    unit = unit_of("元", "", f"/{based[1]}" if based else "")
    printed = printed[: based.start()] if based else printed
    found = pattern("shares.coin_parts").fullmatch(printed)
    assert found is not None, printed
    whole, tenths, bare, hundredths = (
        parse_numeral(part) if part else Decimal(0) for part in found.groups()
    )
    places = 2 if found[4] else 1
    value = whole + (tenths + bare) / 10 + hundredths / 100
    step = Decimal(1).scaleb(-places)
    return Magnitude(Kind.AMOUNT, value, step, step, unit, "元", decimals=places).closed()
