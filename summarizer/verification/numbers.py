"""The tier of the number: what the characters prove, or contradict.

claimed 1.2亿元     printed 12000万元     the same figure, written in another way
claimed 93.6%       351件, 375件          351件 ÷ 375件: derived, with its formula
claimed 不足27亿元   printed 超27亿元      refuted: another bound
claimed 第三次      printed 第四次        refuted: it stands nowhere
"""

import re
from collections.abc import Callable, Sequence

from summarizer.lexicon import pattern
from summarizer.matching import stance
from summarizer.matching.amounts import COUNTABLE, compare, conversion
from summarizer.matching.cues import Said
from summarizer.matching.ground import Ground
from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import Source, occurrence
from summarizer.matching.words import CLAUSE_END, clause_start
from summarizer.quantity import Kind, Modifier, Quantity
from summarizer.report import Tier
from summarizer.verification.derived import COARSE, Derivation, derive

DIGIT = re.compile(r"\d")
FEW = 10
REACH = 8
SPOKEN_OF = 0.35
"""How much of a claim's words must stand with a figure for one digit to be a slip of it."""
NAMES_OF_NUMBERS = frozenset({Kind.LABEL, Kind.ORDINAL, Kind.DURATION, Kind.UNKNOWN})
NEARLY = {
    Reason.MODIFIER_DROPPED: "漏掉了限定词（余、多、近、约、以上等），或取整而未写“约”",
    Reason.MODIFIER_ADDED: "多出原文没有的限定词",
    Reason.KIND_MISMATCH: "数的种类不对（百分点、百分比、位次、个数不可混用）",
    Reason.UNIT_MISMATCH: "单位不对",
    Reason.DIRECTION_CONFLICT: "升降方向与原文相反",
}
BOUND_FAULTS = frozenset({Reason.MODIFIER_DROPPED, Reason.MODIFIER_ADDED})
Named = Callable[[], Sequence[float]]


def judge_unmatched(said: Said, number: int, named: Named, ground: Ground) -> Judgement:
    """Say what is wrong with a figure that no figure of the article equals, if anything is."""
    source, claimed = ground.source, said.figures[number]
    reasons = [compare(claimed, printed) for printed in source.figures]
    faults = [index for index, reason in enumerate(reasons) if reason in NEARLY]
    bounds = [index for index in faults if reasons[index] in BOUND_FAULTS]
    for index in bounds:
        if _bound_is_said(said.text, claimed):
            return Judgement(Reason.EQUIVALENT, evidence=source.figures[index].span)
    rough = COARSE.search(claimed.text) is not None
    if (rough or not bounds) and (derivation := derived(said, number, named, ground)):
        return derivation
    fits = source.contexts.fits(said.cues[number])
    if faults:
        best = max(faults, key=lambda index: fits[index])
        return _judge_nearly(said, claimed, source.figures[best], reasons[best], source)
    if (span := source.as_printed(claimed, said.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    if _is_computed(said, claimed) and not _is_a_slip(claimed, named(), source):
        message = f"“{claimed.text}”不见于原文，由所述各数也推算不出。"
        return Judgement(Reason.UNVERIFIED, message, tier=Tier.DERIVED)
    return _judge_unlike(claimed, fits, source)


def _is_computed(said: Said, claimed: Quantity) -> bool:
    """Say whether the clause of a figure says that it comes of others."""
    start = clause_start(said.text, claimed.start)
    end = CLAUSE_END.search(said.text, claimed.end)
    clause = said.text[start : end.start() if end else len(said.text)]
    return pattern("evidence.computes").search(clause) is not None


def _is_a_slip(claimed: Quantity, named: Sequence[float], source: Source) -> bool:
    """Say whether one digit parts a figure from a printed one that the claim speaks of."""
    return any(
        share >= SPOKEN_OF
        and figure.unit == claimed.unit
        and _one_digit_apart(figure.text, claimed.text)
        for figure, share in zip(source.figures, named, strict=True)
    )


def derived(said: Said, number: int, named: Named, ground: Ground) -> Judgement | None:
    """Return a judgement with the formula where a figure follows from those of the article."""
    claimed = said.figures[number]
    told = [figure for figure in said.figures if figure is not claimed]
    clauses = _clauses_around(said.text, claimed)
    found = derive(claimed, clauses, told, named(), ground.source)
    if found is None or _is_slip_of(claimed, found, named(), ground.source):
        return None
    message = f"由原文数字推算：{found.formula} = {claimed.text}"
    spans = [operand.figure.span for operand in found.operands]
    return Judgement(Reason.DERIVED, message, spans[0], Tier.DERIVED)


def _clauses_around(text: str, figure: Quantity) -> str:
    """Return the clause of a figure and the one before it, which may say what is computed."""
    start = clause_start(text, figure.start)
    before = clause_start(text, max(start - 1, 0))
    end = CLAUSE_END.search(text, figure.end)
    return text[before : end.start() if end else len(text)]


def _is_slip_of(
    claimed: Quantity, found: Derivation, named: Sequence[float], source: Source
) -> bool:
    """Say whether one digit parts a figure from a printed one that the claim speaks of as much."""
    operands = [operand.figure for operand in found.operands]
    return any(
        share >= found.named
        and figure not in operands
        and figure.unit == claimed.unit
        and _one_digit_apart(figure.text, claimed.text)
        for figure, share in zip(source.figures, named, strict=True)
    )


def _one_digit_apart(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _bound_is_said(text: str, claimed: Quantity) -> bool:
    """Say whether words around a figure bound it, though its own do not: 下限为0.6亿元."""
    if claimed.modifier in (Modifier.LE, Modifier.LT, Modifier.GE, Modifier.GT):
        return pattern("evidence.extreme").search(claimed.text) is not None
    lead = text[max(clause_start(text, claimed.start), claimed.start - REACH) : claimed.start]
    return pattern("evidence.bounds").search(lead) is not None


def _judge_nearly(
    said: Said, claimed: Quantity, printed: Quantity, reason: Reason, source: Source
) -> Judgement:
    """Name the fault; but a sign may be said by a word (下降3%) or by the number (-3%)."""
    if reason is Reason.DIRECTION_CONFLICT:
        way = stance.direction(said.text, claimed.span)
        if way is not None and way == stance.direction(source.text, printed.span):
            return Judgement(Reason.EQUIVALENT, evidence=printed.span)
    message = f"“{claimed.text}”{NEARLY[reason]}：原文是“{source.quote(printed)}”。"
    return Judgement(reason, message, printed.span)


def _judge_unlike(claimed: Quantity, fits: dict[int, float], source: Source) -> Judgement:
    """Say what the article has where the claim has a number it does not know."""
    alike = [
        (fit, index)
        for index, fit in fits.items()
        if source.figures[index].kind is claimed.kind
        and conversion(claimed.unit, source.figures[index].unit) is not None
    ]
    if not alike and _is_small_talk(claimed):
        return Judgement(Reason.CONSISTENT)
    if not alike:
        message = f"原文没有“{claimed.text}”这个数字。"
        return Judgement(Reason.NOT_IN_ARTICLE, message)
    printed = source.figures[max(alike)[1]]
    message = f"“{claimed.text}”与原文不符：原文是“{source.quote(printed)}”。"
    return Judgement(Reason.VALUE_MISMATCH, message, printed.span)


def _is_small_talk(claimed: Quantity) -> bool:
    """Say whether a small count is only spelled out (两条生产线), as one counts by looking."""
    few = claimed.value is not None and abs(claimed.value) <= FEW
    return claimed.kind in COUNTABLE and few and not DIGIT.search(claimed.text)


def judge_name_of_number(quantity: Quantity, source: Source) -> Judgement:
    """Judge a label, an ordinal or a duration: it stands in the article, or it is invented."""
    for printed in source.quantities:
        if printed.kind is quantity.kind and _same_name(quantity, printed):
            return Judgement(Reason.EXACT, evidence=printed.span)
    if (span := occurrence(quantity.text, source.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    return Judgement(Reason.NOT_IN_ARTICLE, f"原文没有“{quantity.text}”。")


def _same_name(quantity: Quantity, printed: Quantity) -> bool:
    if quantity.value is None:
        return quantity.text == printed.text
    same_unit = quantity.unit == printed.unit or None in (quantity.unit, printed.unit)
    return quantity.value == printed.value and same_unit
