"""The Chinese words that bound a figure, give its direction or its currency."""

import re
from functools import cache

from summarizer.lexicon import source, table, word_list, word_set
from summarizer.quantities.qualifiers import Lexicon
from summarizer.quantities.units import either
from summarizer.quantity import Modifier

BOUNDS = {
    Modifier.APPROX: "bounds.approx",
    Modifier.GT: "bounds.gt",
    Modifier.GE: "bounds.ge",
    Modifier.LE: "bounds.le",
    Modifier.LT: "bounds.lt",
}


@cache
def chinese_words() -> Lexicon:
    """Return what stands right before a figure in Chinese."""
    meaning = {word: bound for bound, name in BOUNDS.items() for word in word_list(name)}
    currencies = {n: row["code"] for row in table("bounds.currency") for n in row["names"].split()}
    moved = (*word_list("figures.falls"), *word_list("figures.rises"), *word_list("bounds.single"))
    words = (*meaning, *moved, *currencies)
    return Lexicon(
        _before(words, tuple(meaning), tuple(currencies)),
        meaning,
        currencies,
        frozenset(word[-1] for word in (*words, *word_list("bounds.last"))),
        reach=14,
        near=word_set("bounds.near"),
        parts=("bound", "currency", "minus", "both"),
        comparing=word_set("bounds.compared"),
        round_only=word_set("bounds.round_only"),
    )


def _before(
    words: tuple[str, ...], bounds: tuple[str, ...], currencies: tuple[str, ...]
) -> re.Pattern[str]:
    """Compile them in their order: 下降 了 约 人民币 -, up to the figure."""
    starts = re.escape("".join({word[0] for word in words}))
    between, links, glued = map(source, ("bounds.between", "figures.links", "bounds.glued"))
    fall, rise, guarded = map(source, ("bounds.fall", "bounds.rise", "figures.guarded_bounds"))
    rate, minus, both = map(source, ("bounds.rate", "bounds.minus", "bounds.either_side"))
    plain = either(set(bounds) - word_set("bounds.guarded"))
    return re.compile(
        rf"(?:(?=[{starts}])|(?={between}))(?:(?P<fall>{fall})|(?P<rise>{rise}))?"
        rf"(?:{links}){{0,3}}(?:(?P<bound>{guarded}|{plain}){glued})?"
        rf"(?P<currency>(?<!{rate}){either(currencies)})?"
        rf" ?(?P<minus>{minus})?(?P<both>{both})?$"
    )
