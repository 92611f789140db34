"""A sentence of the summary against the article: its numbers, its dates, its names.

Each number looks for the figure of the article that says the same (`amounts`), among those for the
one whose words fit (`context`). Where another figure of the same unit fits the claim's words
clearly better, the number belongs to that one's place: two figures were swapped.
"""

from collections.abc import Iterator
from typing import Literal

from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Modifier, Quantity
from summarizer.text import Span, fold
from summarizer.verification import stance
from summarizer.verification.amounts import compare, conversion
from summarizer.verification.calendar import judge_date, judge_period
from summarizer.verification.context import Context, Contexts
from summarizer.verification.derived import derive
from summarizer.verification.reasons import SUPPORTING, Judgement, Reason
from summarizer.verification.source import CALENDAR, Source, occurrence

Language = Literal["zh", "en"]
CLEARLY = 1.0
"""How much better, in telling words, a rival must fit before a number is called misplaced."""
MODIFIERS = {
    Modifier.APPROX: "约",
    Modifier.GE: "以上",
    Modifier.GT: "超过",
    Modifier.LE: "以下",
    Modifier.LT: "不足",
}
NEARLY = (
    Reason.MODIFIER_DROPPED,
    Reason.MODIFIER_ADDED,
    Reason.DIRECTION_CONFLICT,
    Reason.KIND_MISMATCH,
    Reason.UNIT_MISMATCH,
)


class Statement:
    """A claim in words, with its numbers and their contexts."""

    def __init__(self, wording: str, source: Source, language: Language) -> None:
        """Read the numbers of a claim."""
        self.wording = wording
        self.text = fold(wording)
        self.language = language
        self.quantities = find_quantities(self.text, language, source.date)
        figures = [quantity for quantity in self.quantities if quantity.is_figure]
        self.contexts = Contexts(self.text, figures)


def judge_numbers(statement: Statement, source: Source) -> Iterator[Judgement]:
    """Judge every number of a statement."""
    for figure, context in zip(
        statement.contexts.figures, statement.contexts.contexts, strict=True
    ):
        yield judge_figure(figure, context, statement, source)
    for quantity in statement.quantities:
        if quantity.kind in CALENDAR:
            yield judge_date(quantity, source)
        elif not quantity.is_figure:
            yield _judge_name_of_number(quantity, source)


def judge_figure(
    claimed: Quantity, context: Context, statement: Statement, source: Source
) -> Judgement:
    """Judge one figure of a statement: value, words, then direction, status and period."""
    fits = [source.contexts.fit(context, index) for index in range(len(source.figures))]
    reasons = [compare(claimed, printed) for printed in source.figures]
    agreeing = [index for index, reason in enumerate(reasons) if reason in SUPPORTING]
    if not agreeing:
        return _judge_unmatched(claimed, reasons, fits, statement, source)
    best = max(agreeing, key=lambda index: fits[index])
    rival = _rival(claimed, reasons, fits, source)
    if rival is not None and fits[rival] > fits[best] + CLEARLY and statement.language == "zh":
        return _misplaced(claimed, source.figures[best], source.figures[rival], source)
    return _judge_stance(claimed, source.figures[best], reasons[best], statement, source)


def _rival(
    claimed: Quantity, reasons: list[Reason], fits: list[float], source: Source
) -> int | None:
    """Return the figure of the same unit but another value whose words fit the claim best."""
    rivals = [
        index
        for index, printed in enumerate(source.figures)
        if reasons[index] not in SUPPORTING
        and printed.kind == claimed.kind
        and conversion(claimed.unit, printed.unit) is not None
    ]
    return max(rivals, key=lambda index: fits[index], default=None)


def _misplaced(claimed: Quantity, own: Quantity, rival: Quantity, source: Source) -> Judgement:
    return Judgement(
        Reason.INDICATOR_UNBOUND,
        f"“{claimed.text}”在原文中说的是“{source.quote(own)}”；"
        f"此处所指应为“{source.quote(rival)}”，请改用该数字。",
        rival.span,
    )


def _judge_unmatched(
    claimed: Quantity,
    reasons: list[Reason],
    fits: list[float],
    statement: Statement,
    source: Source,
) -> Judgement:
    """Say what is wrong with a figure that no figure of the article equals."""
    derivation = derive(claimed, statement.text, source)
    if derivation is not None:
        return derivation
    if (span := occurrence(claimed.text, source.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    nearly = [index for index, reason in enumerate(reasons) if reason in NEARLY]
    if nearly:
        best = max(nearly, key=lambda index: fits[index])
        if reasons[best] is Reason.DIRECTION_CONFLICT:
            return _judge_sign(claimed, source.figures[best], statement, source)
        return _nearly(claimed, source.figures[best], reasons[best], source)
    rival = _rival(claimed, reasons, fits, source)
    if rival is None or fits[rival] <= 0:
        return Judgement(
            Reason.NOT_IN_ARTICLE, f"原文没有“{claimed.text}”这个数字，请删去或改用原文数字。"
        )
    printed = source.figures[rival]
    return Judgement(
        Reason.VALUE_MISMATCH,
        f"“{claimed.text}”与原文不符：原文是“{source.quote(printed)}”，请照原文改正。",
        printed.span,
    )


def _nearly(claimed: Quantity, printed: Quantity, reason: Reason, source: Source) -> Judgement:
    wrong = {
        Reason.MODIFIER_DROPPED: "漏掉了限定词（余、多、近、约、以上等）或取整未写“约”",
        Reason.MODIFIER_ADDED: "多出原文没有的限定词",
        Reason.KIND_MISMATCH: "数的种类不对（百分点、百分比、位次、个数不可混用）",
        Reason.UNIT_MISMATCH: "单位不对",
    }[reason]
    message = f"“{claimed.text}”{wrong}：原文是“{source.quote(printed)}”，请照原文改正。"
    return Judgement(reason, message, printed.span)


def _judge_sign(
    claimed: Quantity, printed: Quantity, statement: Statement, source: Source
) -> Judgement:
    """Judge opposite signs: one may be said by a word (下降3%), the other by the number (-3%)."""
    said = stance.direction(statement.text, claimed.span)
    meant = stance.direction(source.text, printed.span)
    if said is not None and said == meant:
        return Judgement(Reason.EQUIVALENT, evidence=printed.span)
    return _opposite(claimed, printed, source)


def _opposite(claimed: Quantity, printed: Quantity, source: Source) -> Judgement:
    return Judgement(
        Reason.DIRECTION_CONFLICT,
        f"“{claimed.text}”的升降方向与原文相反：原文是“{source.quote(printed)}”。",
        printed.span,
    )


def _judge_stance(
    claimed: Quantity, printed: Quantity, reason: Reason, statement: Statement, source: Source
) -> Judgement:
    """Judge direction, status and period of a figure whose value and words agree."""
    said = stance.direction(statement.text, claimed.span)
    meant = stance.direction(source.text, printed.span)
    if said is not None and meant is not None and said != meant:
        return _opposite(claimed, printed, source)
    if (conflict := _judge_status(claimed, printed, statement, source)) is not None:
        return conflict
    if (conflict := judge_period(claimed, printed, statement.quantities, source)) is not None:
        return conflict
    return Judgement(reason, evidence=printed.span)


def _judge_status(
    claimed: Quantity, printed: Quantity, statement: Statement, source: Source
) -> Judgement | None:
    """Refute a target told as a fact, and a fact told as a target."""
    if stance.is_firmly_meant(source.text, printed.span):
        if stance.mentions_intent(statement.text):
            return None
        said = "原文中是计划、目标或预计数，不是已实现的数"
    elif _is_meant_only_in_claim(claimed, printed, statement, source):
        said = "原文中是已实现的数，不是计划、目标或预计数"
    else:
        return None
    message = f"“{claimed.text}”{said}：原文是“{source.quote(printed)}”，请写明。"
    return Judgement(Reason.STATUS_CONFLICT, message, printed.span)


def _is_meant_only_in_claim(
    claimed: Quantity, printed: Quantity, statement: Statement, source: Source
) -> bool:
    if not stance.is_firmly_meant(statement.text, claimed.span):
        return False
    index = source.figures.index(printed)
    sentence = source.contexts.contexts[index].sentence
    before = source.text[max(0, sentence.start - stance.REACH) : sentence.end]
    return not stance.mentions_intent(before)


def _judge_name_of_number(quantity: Quantity, source: Source) -> Judgement:
    """Judge a label, an ordinal or a duration: it stands in the article, or it is invented."""
    for printed in source.quantities:
        if printed.kind is quantity.kind and _same_name(quantity, printed):
            return Judgement(Reason.EXACT, evidence=printed.span)
    span: Span | None = occurrence(quantity.text, source.text)
    if span is not None:
        return Judgement(Reason.EXACT, evidence=span)
    severe = quantity.kind in (Kind.LABEL, Kind.ORDINAL, Kind.DURATION)
    reason = Reason.NOT_IN_ARTICLE if severe else Reason.UNVERIFIED
    return Judgement(reason, f"原文没有“{quantity.text}”，请删去或照原文改正。")


def _same_name(quantity: Quantity, printed: Quantity) -> bool:
    if quantity.value is None:
        return quantity.text == printed.text
    same_unit = quantity.unit == printed.unit or None in (quantity.unit, printed.unit)
    return quantity.value == printed.value and same_unit
