"""The tier of the number: what the characters prove, or contradict.

claimed 1.2亿元     printed 12000万元      the same figure, written in another way
claimed 93.6%       351件, 375件          351件 ÷ 375件: derived, with its formula
claimed 不足27亿元   printed 超27亿元       refuted: another bound
claimed 205.1万人   printed 215.0万人      refuted: a slip of a figure that the claim speaks of
claimed 去年62万吨   nothing like it        open: it may be computed in a way that is not known

Whether a number that the article does not have contradicts it is weighed: a slip of a digit or a
unit where all the words agree does, what may have been computed or rounded does not.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.lexicon import pattern
from summarizer.matching import modality
from summarizer.matching.amounts import COUNTABLE, compare, conversion
from summarizer.matching.cues import Evidence, Said
from summarizer.matching.ground import Ground
from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import CALENDAR, Source
from summarizer.matching.times import days
from summarizer.matching.weights import Surety, table
from summarizer.matching.words import clause_start
from summarizer.quantity import Kind, Modifier, Quantity
from summarizer.report import Tier
from summarizer.verification.arithmetic import COARSE, Operand
from summarizer.verification.derived import (
    clauses_around,
    derived,
    one_digit_apart,
    operands_of,
    spoken,
)

LISTED = "、"
DIGIT = re.compile(r"\d")
FEW = 10
REACH = 8
LEAD = 4
FINE = 3
SPOKEN_OF = 0.35
"""How much of a claim's words must stand with a figure for one digit to be a slip of it."""
NEARLY = {
    Reason.MODIFIER_DROPPED: "漏掉了限定词（余、多、近、约、以上等），或取整而未写“约”",
    Reason.MODIFIER_ADDED: "多出原文没有的限定词",
    Reason.KIND_MISMATCH: "数的种类不对（百分点、百分比、位次、个数不可混用）",
    Reason.UNIT_MISMATCH: "单位不对",
    Reason.DIRECTION_CONFLICT: "升降方向与原文相反",
}
BOUND_FAULTS = frozenset({Reason.MODIFIER_DROPPED, Reason.MODIFIER_ADDED})
CUES = {
    Reason.MODIFIER_DROPPED: "bound_dropped",
    Reason.MODIFIER_ADDED: "bound_added",
    Reason.KIND_MISMATCH: "other_kind",
    Reason.UNIT_MISMATCH: "other_unit",
    Reason.DIRECTION_CONFLICT: "other_way",
}


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A figure of a claim that no figure of the article equals.

    `faults` are those that it nearly equals, by index, and how it differs; `operands` the numbers
    that it may be computed from, `fits` how well its words fit each figure.
    """

    said: Said
    number: int
    source: Source
    faults: Mapping[int, Reason]
    operands: tuple[Operand, ...]
    fits: Mapping[int, float]

    @property
    def claimed(self) -> Quantity:
        """The figure itself."""
        return self.said.figures[self.number]

    @property
    def alike(self) -> list[int]:
        """The figures of its kind and unit, by index."""
        return [
            index
            for index, figure in enumerate(self.source.figures)
            if figure.kind is self.claimed.kind
            and conversion(self.claimed.unit, figure.unit) is not None
        ]


def unmatched(said: Said, number: int, ground: Ground) -> Unmatched:
    """Hold a figure against those of the article, of which none says the same."""
    source, claimed = ground.source, said.figures[number]
    reasons = (compare(claimed, printed) for printed in source.figures)
    faults = {index: reason for index, reason in enumerate(reasons) if reason in NEARLY}
    fits = source.contexts.fits(said.cues[number])
    return Unmatched(said, number, source, faults, operands_of(said, number, ground), fits)


def judge_unmatched(said: Said, number: int, ground: Ground) -> Judgement:
    """Say what is wrong with a figure that no figure of the article equals, if anything is."""
    held = unmatched(said, number, ground)
    if found := supported(held):
        return found
    fault = _fault(held)
    weights = table("number")
    if fault.holds or weights.surety(against_number(held)) is Surety.REFUTED:
        return fault
    message = f"“{held.claimed.text}”不见于原文，由所述各数也推算不出。"
    return Judgement(Reason.UNVERIFIED, message, fault.evidence, Tier.DERIVED)


def supported(held: Unmatched) -> Judgement | None:
    """Return how the article bears a number out that it does not print as it is claimed."""
    source, claimed = held.source, held.claimed
    bounds = [index for index, reason in held.faults.items() if reason in BOUND_FAULTS]
    if bounds and _bound_is_said(held.said.text, claimed):
        return Judgement(Reason.EQUIVALENT, evidence=source.figures[bounds[0]].span)
    if any(_is_listed_under(claimed, index, source) for index in bounds):
        return Judgement(Reason.EQUIVALENT, evidence=source.figures[bounds[0]].span)
    rough = COARSE.search(claimed.text) is not None
    if rough or not bounds:
        found = derived(held.said, held.number, held.operands)
        if found is not None:
            return found
    for printed in source.quantities:
        if printed.kind is Kind.UNKNOWN and printed.value == claimed.value is not None:
            return Judgement(Reason.EQUIVALENT, evidence=printed.span)
    if not held.faults and (span := source.as_printed(claimed, held.said.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    return None


def against_number(held: Unmatched) -> Evidence:
    """Return what speaks for a number contradicting the article, or only not being in it."""
    said, claimed = held.said, held.claimed
    clauses = clauses_around(said.text, claimed)
    named = max((each.named for each in _of_the_kind(held)), default=0.0)
    whole = held.source.contexts.weight(said.cues[held.number]) or 1.0
    pairs = spoken(said, held.source.text)
    evidence = {CUES[reason]: 1.0 for reason in held.faults.values()}
    evidence |= {
        "slip": float(_is_a_slip(held)),
        "other_scale": float(_is_of_another_scale(held)),
        "another_time": float(_is_of_another_time(held)),
        "slot": min(1.0, max((held.fits[index] for index in held.alike), default=0.0) / whole),
        "named": named,
        "lead": float(_has_its_lead(held)),
        "computed": float(pattern("evidence.computes").search(clauses) is not None),
        "earlier": float(pattern("evidence.earlier").search(said.text) is not None),
        "rough": float(claimed.modifier is not None or COARSE.search(claimed.text) is not None),
        "fine": float(len(_digits(claimed)) >= FINE),
        "unheard": float(not held.alike),
        "foreign": sum(pair not in held.source.text for pair in pairs) / (len(pairs) or 1),
        "told": float(any(each.told for each in held.operands)),
    }
    return {cue: loud for cue, loud in evidence.items() if loud}


def _of_the_kind(held: Unmatched) -> list[Operand]:
    """Return the figures that a claim may have meant, and does not tell besides."""
    return [
        each
        for each in held.operands
        if not each.told
        and each.figure.kind is held.claimed.kind
        and conversion(held.claimed.unit, each.figure.unit) is not None
    ]


def _is_a_slip(held: Unmatched) -> bool:
    """Say whether one digit parts a figure from a printed one that the claim speaks of."""
    return any(
        each.named >= SPOKEN_OF
        and each.figure.unit == held.claimed.unit
        and one_digit_apart(each.figure.text, held.claimed.text)
        for each in held.operands
    )


def _is_of_another_scale(held: Unmatched) -> bool:
    """Say whether the digits are those of a figure that the claim speaks of: 3亿元 for 3万亿元."""
    digits = _digits(held.claimed)
    return any(
        _digits(each.figure) == digits and each.named >= SPOKEN_OF for each in _of_the_kind(held)
    )


def _digits(figure: Quantity) -> tuple[int, ...]:
    return (figure.value or Decimal(0)).normalize().as_tuple().digits


def _is_of_another_time(held: Unmatched) -> bool:
    """Say whether the claim tells another time than that of the figure which fits it best."""
    dates = [each for each in held.said.others if each.kind in CALENDAR]
    best = max(held.alike, key=lambda index: held.fits[index], default=None)
    if not dates or best is None:
        return False
    read = held.source.times.get(held.source.figures[best].id, "")
    told, meant = days(dates[-1].time_period or ""), days(read)
    return told is not None and meant is not None and told != meant


def _has_its_lead(held: Unmatched) -> bool:
    """Say whether the article has another figure behind the very characters of the claim."""
    claimed, text = held.claimed, held.source.text
    lead = held.said.text[max(0, claimed.start - LEAD) : claimed.start]
    return len(lead) == LEAD and any(
        text.endswith(lead, 0, held.source.figures[index].start) for index in held.alike
    )


def _fault(held: Unmatched) -> Judgement:
    """Name what seems wrong with a number."""
    source = held.source
    if held.faults:
        best = max(held.faults, key=lambda index: held.fits[index])
        printed, reason = source.figures[best], held.faults[best]
        return _judge_nearly(held.said, held.claimed, printed, reason, source)
    return _judge_unlike(held.claimed, held.fits, held.alike, source)


def _bound_is_said(text: str, claimed: Quantity) -> bool:
    """Say whether words around a figure bound it, though its own do not: 下限为0.6亿元."""
    if claimed.modifier in (Modifier.LE, Modifier.LT, Modifier.GE, Modifier.GT):
        return pattern("evidence.extreme").search(claimed.text) is not None
    lead = text[max(clause_start(text, claimed.start), claimed.start - REACH) : claimed.start]
    return pattern("evidence.bounds").search(lead) is not None


def _is_listed_under(claimed: Quantity, index: int, source: Source) -> bool:
    """Say whether the figure before one in a list has the bound for both: 突破3亿元、5亿元."""
    before, printed = source.figures[max(index - 1, 0)], source.figures[index]
    listed = source.text[before.end : printed.start] == LISTED
    return listed and printed.modifier is None and before.modifier is claimed.modifier


def _judge_nearly(
    said: Said, claimed: Quantity, printed: Quantity, reason: Reason, source: Source
) -> Judgement:
    """Name the fault; but a sign may be said by a word (下降3%) or by the number (-3%)."""
    if reason is Reason.DIRECTION_CONFLICT:
        way = modality.direction(said.text, claimed.span)
        if way is not None and way == modality.direction(source.text, printed.span):
            return Judgement(Reason.EQUIVALENT, evidence=printed.span)
    message = f"“{claimed.text}”{NEARLY[reason]}：原文是“{source.quote(printed)}”。"
    return Judgement(reason, message, printed.span)


def _judge_unlike(
    claimed: Quantity, fits: Mapping[int, float], alike: Sequence[int], source: Source
) -> Judgement:
    """Say what the article has where the claim has a number it does not know."""
    if not alike and _is_small_talk(claimed):
        return Judgement(Reason.CONSISTENT)
    if not alike:
        message = f"原文没有“{claimed.text}”这个数字。"
        return Judgement(Reason.NOT_IN_ARTICLE, message)
    printed = source.figures[max(alike, key=lambda index: fits[index])]
    message = f"“{claimed.text}”与原文不符：原文是“{source.quote(printed)}”。"
    return Judgement(Reason.VALUE_MISMATCH, message, printed.span)


def _is_small_talk(claimed: Quantity) -> bool:
    """Say whether a small count is only spelled out (两条生产线), as one counts by looking."""
    few = claimed.value is not None and abs(claimed.value) <= FEW
    return claimed.kind in COUNTABLE and few and not DIGIT.search(claimed.text)
