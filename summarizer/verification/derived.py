"""What a claim's figure is computed from: the figures of the article that the claim speaks of.

鹭川和青杉共载客180万人次    载客 stands near 120万人次 and 60万人次,
                         鹭川 near the one, 青杉 near the other: together near all words of it
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.lexicon import pattern
from summarizer.matching.amounts import compare
from summarizer.matching.contexts import unchanging, words
from summarizer.matching.cues import Said
from summarizer.matching.ground import Anchor, Ground
from summarizer.matching.reasons import SUPPORTING, Judgement, Reason
from summarizer.matching.times import lasts
from summarizer.matching.words import CLAUSE_END, clause_start, stands
from summarizer.quantity import Kind, Quantity
from summarizer.report import Tier
from summarizer.verification.arithmetic import Derivation, Operand, derive

SENTENCE, CARRIED = 0.7, 0.3
"""How near a word stands to a figure of its sentence, or of what it may be carried over to."""
COUNTED = frozenset({Kind.DURATION, Kind.UNKNOWN})
"""Numbers that are no figures, but may be computed with."""
PAIR = 2


def derived(said: Said, number: int, operands: Sequence[Operand]) -> Judgement | None:
    """Return a judgement with the formula where a figure follows from those of the article."""
    claimed = said.figures[number]
    found = derive(claimed, clauses_around(said.text, claimed), operands)
    if found is None or _is_slip_of(claimed, found, operands):
        return None
    message = f"由原文数字推算：{found.formula} = {claimed.text}"
    return Judgement(Reason.DERIVED, message, found.span, Tier.DERIVED)


def operands_of(said: Said, number: int, ground: Ground) -> tuple[Operand, ...]:
    """Return the numbers that another may be computed from, and how a claim speaks of each."""
    source = ground.source
    others = [figure for at, figure in enumerate(said.figures) if at != number]
    pairs = spoken(said, source.text)
    figures = (
        _operand(figure, ground.at(index), pairs, others)
        for index, figure in enumerate(source.figures)
        if figure.value is not None
    )
    counted = (
        _operand(each, ground.beside(each), pairs, (*others, *said.others))
        for each in _counted(source.quantities)
    )
    return (*figures, *counted)


def _operand(
    figure: Quantity, anchor: Anchor, pairs: Sequence[str], told: Iterable[Quantity]
) -> Operand:
    assert figure.value is not None
    near = tuple(_closeness(pair, anchor) for pair in pairs)
    is_told = any(compare(each, figure) in SUPPORTING for each in told)
    return Operand(figure, figure.value, near, anchor.span, is_told)


def _counted(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield lengths of time, the years of a period, and numbers without a unit."""
    for each in quantities:
        if each.kind in COUNTED and each.value is not None:
            yield each if each.kind is Kind.DURATION else replace(each, kind=Kind.COUNT)
        elif each.kind is Kind.PERIOD and (years := lasts(each.time_period or "")):
            yield replace(each, kind=Kind.DURATION, value=Decimal(years), unit="a")


def spoken(said: Said, article: str) -> tuple[str, ...]:
    """Return the pairs of characters that tell what a claim speaks of, if the article has them.

    Of those that it does not have every second one counts: a claim may be put in other words.
    """
    text = said.text
    for quantity in said.quantities:
        text = text[: quantity.start] + "|" * len(quantity.text) + text[quantity.end :]
    text = pattern("evidence.balance").sub("|出口|进口|", text)
    pairs = dict.fromkeys(words(pattern("evidence.computing").sub("|", unchanging(text))))
    known = [pair for pair in pairs if pair in article]
    return (*known, *[pair for pair in pairs if pair not in article][::2])


def _closeness(pair: str, anchor: Anchor) -> float:
    """Say how near a pair of characters stands to a figure."""
    if stands(pair, anchor.clause):
        return 1.0
    if stands(pair, anchor.sentence):
        return SENTENCE
    return CARRIED if stands(pair, anchor.carried) else 0.0


def clauses_around(text: str, figure: Quantity) -> str:
    """Return the clause of a figure and the one before it, which may say what is computed."""
    start = clause_start(text, figure.start)
    before = clause_start(text, max(start - 1, 0))
    end = CLAUSE_END.search(text, figure.end)
    return text[before : end.start() if end else len(text)]


def _is_slip_of(claimed: Quantity, found: Derivation, operands: Sequence[Operand]) -> bool:
    """Say whether one digit parts a figure from a printed one that the claim speaks of as much."""
    used = {each.figure.text for each in found.operands}
    return any(
        each.named >= found.named
        and each.figure.text not in used
        and each.figure.unit == claimed.unit
        and one_digit_apart(each.figure.text, claimed.text)
        for each in operands
    )


def one_digit_apart(one: str, other: str) -> bool:
    """Say whether two numbers differ in one character, or in the order of two."""
    if len(one) != len(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) == 1:
        return True
    return len(apart) == PAIR and sorted(one) == sorted(other)  # 402 for 420
