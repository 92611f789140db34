"""Numbers that name and do not measure: “131”, 1+3+N, 7×24, 十九大, 六个一, 400-810-1234, 5G.

A label keeps its digits, since a summary may print them (the 19th Congress), but is never a figure.
The words of `idioms` look like figures and are not even labels: 一起, 千家万户, 三元材料.
"""

import re
from decimal import Decimal

from summarizer.lexicon import pattern, source
from summarizer.numerals import parse_numeral

DIGITS = re.compile(r"\d+(?:\.\d+)?")
LONGEST = 16


def scanned() -> str:
    """Write an expression for a number that names."""
    codes, names = source("labels.codes"), source("labels.names")
    ahead, leads = source("labels.ahead"), source("labels.behind_first")
    return f"(?={ahead})(?:{codes})|(?={leads})(?:{names})"


def value_of(printed: str) -> Decimal | None:
    """Return the number a label keeps, where it has just one: 131, 19 (十九大), 6 (六个一)."""
    runs = DIGITS.findall(printed)
    if len(runs) == 1 and len(runs[0]) <= LONGEST:
        return Decimal(runs[0])
    numeral = None if runs else pattern("labels.leading").match(printed)
    return parse_numeral(numeral[0]) if numeral else None
