"""Money down to its coins, which is one amount: 三元五角, 每股三角五分, 5块6毛."""

import re
from decimal import Decimal
from functools import lru_cache

from summarizer.numerals import parse_numeral
from summarizer.quantities.figures import HAN_DIGIT, UNITS, Figure
from summarizer.quantity import Kind

TENS = "两十百千万亿拾佰仟"
WHOLE = rf"(?:\d{{1,9}}|[{HAN_DIGIT}{TENS}]{{1,16}})"
ONE = rf"(?:[1-9]|[{HAN_DIGIT}两])"
PATTERN = (
    rf"(?=[\d{HAN_DIGIT}{TENS}]{{1,16}}[元块圆角])"
    rf"(?:(?<![\d.]){WHOLE}[元块圆]零?{ONE}[角毛](?:零?{ONE}分)?|{ONE}角{ONE}分"
    rf"|(?<![\d.]){WHOLE}[元圆]零?{ONE}分(?=[,，。;；)）\n整]|$))(?!之)"
)
PARTS = re.compile(rf"(?:({WHOLE})[元块圆]零?)?(?:({ONE})[角毛])?(?:零?({ONE})分)?")


@lru_cache(maxsize=1024)
def read(printed: str) -> Figure:
    """Read an amount that `PATTERN` has matched; it is in whole 元."""
    found = PARTS.fullmatch(printed)
    assert found is not None, printed
    whole, tenths, hundredths = (
        parse_numeral(part) if part else Decimal(0) for part in found.groups()
    )
    places = 2 if found[3] else 1
    value = whole + tenths / 10 + hundredths / 100
    step = Decimal(1).scaleb(-places)
    return Figure(Kind.AMOUNT, value, step, step, UNITS["元"], "元", decimals=places).closed()
