"""The English words that bound a figure, give its direction or its currency."""

import re

from summarizer.quantities.qualifiers import Lexicon, any_of, meanings
from summarizer.quantities.units import units
from summarizer.quantity import Modifier

WORDS = {
    Modifier.APPROX: (
        "about|around|approximately|roughly|some|nearly|almost|close to|an estimated"
        "|estimated at|in the region of|approaching"
    ),
    Modifier.GT: (
        "more than|over|above|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|surpass"
        "|topping|topped|greater than|higher than|in excess of|upwards of|beyond|larger than|>"
    ),
    Modifier.GE: (
        "at least|no less than|not less than|no fewer than|not fewer than|a minimum of"
        "|no lower than|not lower than|not below|equal to or more than|equal to or greater than"
        "|>=|> =|≥|≧|at least or equal to|as few as|as little as|as low as"
    ),
    Modifier.LE: (
        "up to|at most|no more than|not more than|not exceeding|not exceed|a maximum of"
        "|no higher than|not higher than|equal to or less than|not over|<=|< =|≤|≦|within"
        "|as many as|as much as|as high as"
    ),
    Modifier.LT: "less than|fewer than|under|below|short of|lower than|smaller than|<",
}
MEANING = meanings(WORDS, "|")
FALLS = (
    "fell|falls?|falling|dropped|drops?|dropping|declined|declines?|declining|decreased|decreases?"
    "|decreasing|down|shrank|slid|slipped|contracted|reduced|cut|lowered|plunged|tumbled|sank"
    "|narrowed|slowed|eased|negative growth|reduction|contraction"
)
RISES = (
    "grew|grows?|growing|growth|rose|rises?|rising|increased|increases?|increasing|up|gained|climbed"
    "|jumped|surged|soared|expanded"
)
CURRENCIES = {
    "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "US$": "USD", "U.S.$": "USD", "USD": "USD", "$": "USD",
    "HK$": "HKD", "HKD": "HKD", "NT$": "TWD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP",
    "Hong Kong dollars": "HKD", "US dollars": "USD", "Japanese yen": "JPY",
    "S$": "SGD", "A$": "AUD", "C$": "CAD", "C $": "CAD", "NZ$": "NZD", "NZD$": "NZD", "MXN$": "MXN",
    "U.S $": "USD", "₩": "KRW", "₹": "INR", "JPY": "JPY",
}  # fmt: skip
CURRENCIES |= {
    unit.code: unit.code
    for unit in units("en").values()
    if unit.dimension == "money" and re.fullmatch("[A-Z]{3}", unit.code) and unit.code != "TRY"
}
"""Every code of a currency, but the one that is a verb."""

BEFORE = re.compile(
    rf"(?:\b(?:(?P<fall>{FALLS})|(?P<rise>{RISES}))\b ?(?:by |of |year-on-year )?(?:a |an )?)?"
    rf"(?:(?:\b|(?<![\w<>=]))(?P<bound>{any_of(MEANING)}) ?)?"
    rf"(?P<currency>{any_of(CURRENCIES)})? ?(?P<minus>(?<!\w)(?<!\d )[-−]|minus |negative )?$",
    re.IGNORECASE,
)
ENGLISH = Lexicon(
    BEFORE,
    MEANING,
    {name.upper(): code for name, code in CURRENCIES.items()},
    frozenset("abcdefghijklmnopqrstuvwxyz-−<>=≤≥≦≧") | {name[-1] for name in CURRENCIES},
    reach=40,
    near=frozenset(("nearly", "almost", "close to", "approaching")),
)
