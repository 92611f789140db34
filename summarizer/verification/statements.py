"""A sentence of the summary against the article: its numbers, their words, their standing.

Each number looks for the figures of the article that say the same (`amounts`), and among those for
the one whose words fit (`context`). Where another figure is meant instead (`swaps`), or none says
the same, the judgement says what the article has there.
"""

import re
from collections.abc import Iterator, Sequence

from summarizer.quantity import Kind, Quantity
from summarizer.matching import stance
from summarizer.matching.amounts import COUNTABLE, compare, conversion
from summarizer.verification.bodies import judge_owner, named_for, unknown_subject
from summarizer.verification.calendar import judge_date, judge_period, lies_ahead
from summarizer.matching.contexts import AMONG, Cue, Fits, cues_of, names_nothing
from summarizer.verification.derived import derive
from summarizer.verification.glossary import english_cues
from summarizer.verification.names import is_named
from summarizer.verification.readings import Saying, is_read_ahead
from summarizer.matching.reasons import SUPPORTING, Judgement, Reason
from summarizer.matching.source import CALENDAR, Source, occurrence
from summarizer.matching.stance import Stance
from summarizer.verification.swaps import is_out_of_place, meant_instead, rate_instead, read_instead
from summarizer.verification.wording import Statement

DIGIT = re.compile(r"\d")
FEW = 10
NAMES_OF_NUMBERS = frozenset({Kind.LABEL, Kind.ORDINAL, Kind.DURATION, Kind.UNKNOWN})
NEARLY = {
    Reason.MODIFIER_DROPPED: "漏掉了限定词（余、多、近、约、以上等），或取整而未写“约”",
    Reason.MODIFIER_ADDED: "多出原文没有的限定词",
    Reason.KIND_MISMATCH: "数的种类不对（百分点、百分比、位次、个数不可混用）",
    Reason.UNIT_MISMATCH: "单位不对",
    Reason.DIRECTION_CONFLICT: "升降方向与原文相反",
}


def judge_numbers(statement: Statement, source: Source) -> Iterator[Judgement]:
    """Judge every number of a statement."""
    read = cues_of if statement.language == "zh" else english_cues
    cues = read(statement.text, statement.figures)
    for figure, leading in zip(statement.figures, cues, strict=True):
        yield _judge_figure(figure, leading, statement, source)
    for quantity in statement.quantities:
        if quantity.kind in CALENDAR:
            yield judge_date(quantity, statement, source)
        elif quantity.kind in NAMES_OF_NUMBERS:
            yield _judge_name_of_number(quantity, source)


def _judge_figure(
    claimed: Quantity, cues: Sequence[Cue], statement: Statement, source: Source
) -> Judgement:
    """Judge one figure: value and words, then direction, status and period."""
    fits = source.contexts.fits(cues)
    reasons = [compare(claimed, printed) for printed in source.figures]
    agreeing = [index for index, reason in enumerate(reasons) if reason in SUPPORTING]
    if not agreeing:
        return _judge_unmatched(claimed, reasons, fits, statement, source)
    best = max(agreeing, key=lambda index: fits[index])
    own, same = source.figures[best], [source.figures[index] for index in agreeing]
    if _is_told_so(claimed, same, statement, source):
        conflict = _judge_owner(claimed, same, statement, source)
    elif statement.only_names(claimed):
        return Judgement(reasons[best], evidence=own.span)
    else:
        conflict = _judge_place(claimed, own, same, fits, statement, source)
    return conflict or _judge_stance(claimed, own, reasons[best], statement, source)


def _is_told_so(
    claimed: Quantity, same: Sequence[Quantity], statement: Statement, source: Source
) -> bool:
    """Say whether the article has a figure's clause word for word: no reading is asked for."""
    clause = statement.clause(claimed)
    return not names_nothing(clause) and any(source.is_told_so(clause, each) for each in same)


def _judge_place(
    claimed: Quantity,
    own: Quantity,
    same: Sequence[Quantity],
    fits: Fits,
    statement: Statement,
    source: Source,
) -> Judgement | None:
    """Refute a figure that stands where another belongs: another indicator's, another body's."""
    saying = statement.saying(claimed)
    by_words = meant_instead(saying, own, fits, statement, source)
    rival = (
        by_words
        or rate_instead(claimed, statement.level_before(claimed), source)
        or read_instead(saying, same, source)
    )
    if rival is not None:
        return _misplaced(claimed, own, rival, source)
    if is_out_of_place(saying, same, source):
        return _unmeasured(claimed, saying.names[0], own, source)
    return _judge_body(saying, same, statement, source)


def _judge_body(
    saying: Saying, same: Sequence[Quantity], statement: Statement, source: Source
) -> Judgement | None:
    """Refute a figure of a body that the article does not know, or gives to another."""
    if statement.language == "en":
        return None
    unknown = unknown_subject(saying.lead, source.text)
    if saying.body and not is_named(saying.body, source.text):
        unknown = saying.body
    if unknown:
        message = f"原文没有提到“{unknown}”，请改用原文中的名称。"
        return Judgement(Reason.ENTITY_UNBOUND, message)
    return _judge_owner(saying.figure, same, statement, source, saying.body)


def _judge_owner(
    claimed: Quantity,
    same: Sequence[Quantity],
    statement: Statement,
    source: Source,
    body: str = "",
) -> Judgement | None:
    """Refute a figure that the claim's sentence gives to a body, and the article to another."""
    name = named_for(claimed, statement.text) or body
    return judge_owner(name, same, source) if name else None


def _unmeasured(claimed: Quantity, indicator: str, own: Quantity, source: Source) -> Judgement:
    return Judgement(
        Reason.INDICATOR_UNBOUND,
        f"“{indicator}”不以“{claimed.text}”计；该数字在原文中说的是“{source.quote(own)}”，请改正。",
        own.span,
    )


def _misplaced(claimed: Quantity, own: Quantity, rival: Quantity, source: Source) -> Judgement:
    return Judgement(
        Reason.INDICATOR_UNBOUND,
        f"“{claimed.text}”在原文中说的是“{source.quote(own)}”；"
        f"此处所指应为“{source.quote(rival)}”，请改用该数字。",
        rival.span,
    )


def _judge_unmatched(
    claimed: Quantity,
    reasons: Sequence[Reason],
    fits: Fits,
    statement: Statement,
    source: Source,
) -> Judgement:
    """Say what is wrong with a figure that no figure of the article equals."""
    derivation = derive(claimed, statement.text, source)
    if derivation is not None:
        return derivation
    nearly = [index for index, reason in enumerate(reasons) if reason in NEARLY]
    if nearly:
        best = max(nearly, key=lambda index: fits[index])
        return _judge_nearly(claimed, source.figures[best], reasons[best], statement, source)
    if (span := source.as_printed(claimed, statement.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    return _judge_unlike(claimed, fits, source)


def _judge_unlike(claimed: Quantity, fits: Fits, source: Source) -> Judgement:
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
        message = f"原文没有“{claimed.text}”这个数字，请删去或改用原文数字。"
        return Judgement(Reason.NOT_IN_ARTICLE, message)
    printed = source.figures[max(alike)[1]]
    message = f"“{claimed.text}”与原文不符：原文是“{source.quote(printed)}”，请照原文改正。"
    return Judgement(Reason.VALUE_MISMATCH, message, printed.span)


def _is_small_talk(claimed: Quantity) -> bool:
    """Say whether a small count is only spelled out (两条生产线), as one counts by looking."""
    few = claimed.value is not None and abs(claimed.value) <= FEW
    return claimed.kind in COUNTABLE and few and not DIGIT.search(claimed.text)


def _judge_nearly(
    claimed: Quantity, printed: Quantity, reason: Reason, statement: Statement, source: Source
) -> Judgement:
    """Name the fault; but a sign may be said by a word (下降3%) or by the number (-3%)."""
    if reason is Reason.DIRECTION_CONFLICT:
        said = stance.direction(statement.text, claimed.span)
        if said is not None and said == stance.direction(source.text, printed.span):
            return Judgement(Reason.EQUIVALENT, evidence=printed.span)
    return _fault(reason, claimed, printed, source)


def _fault(reason: Reason, claimed: Quantity, printed: Quantity, source: Source) -> Judgement:
    message = f"“{claimed.text}”{NEARLY[reason]}：原文是“{source.quote(printed)}”，请照原文改正。"
    return Judgement(reason, message, printed.span)


def _judge_stance(
    claimed: Quantity, printed: Quantity, reason: Reason, statement: Statement, source: Source
) -> Judgement:
    """Judge direction, status and period of a figure whose value and words agree."""
    if claimed.kind not in COUNTABLE:
        said = stance.direction(statement.text, claimed.span)
        meant = stance.direction(source.text, printed.span)
        if None not in (said, meant) and said != meant:
            return _fault(Reason.DIRECTION_CONFLICT, claimed, printed, source)
        if (conflict := _judge_basis(claimed, printed, statement, source)) is not None:
            return conflict
    if (conflict := _judge_status(claimed, printed, statement, source)) is not None:
        return conflict
    if (conflict := judge_period(claimed, printed, statement, source)) is not None:
        return conflict
    return Judgement(reason, evidence=printed.span)


def _judge_basis(
    claimed: Quantity, printed: Quantity, statement: Statement, source: Source
) -> Judgement | None:
    """Refute a rate over the time just before that is told as one over the year, or back."""
    said = stance.basis(statement.text, claimed.span)
    meant = stance.basis(source.text, printed.span)
    if None in (said, meant) or said == meant:
        return None
    message = f"“{claimed.text}”在原文中是{meant}，不是{said}：原文是“{source.quote(printed)}”。"
    return Judgement(Reason.PERIOD_CONFLICT, message, printed.span)


def _judge_status(
    claimed: Quantity, printed: Quantity, statement: Statement, source: Source
) -> Judgement | None:
    """Refute a target told as a fact, and a fact told as a target."""
    meant = stance.stance_of(source.text, printed.span)
    if lies_ahead(printed, source):
        meant = max(meant, Stance.LOOSELY_MEANT)
    if _is_told_as_fact(claimed, printed, meant, statement, source):
        said = "原文中是计划、目标或预计数，不是已实现的数"
    elif meant is Stance.DONE and _is_told_as_plan(claimed, printed, statement, source):
        said = "原文中是已实现的数，不是计划、目标或预计数"
    else:
        return None
    message = f"“{claimed.text}”{said}：原文是“{source.quote(printed)}”，请写明。"
    return Judgement(Reason.STATUS_CONFLICT, message, printed.span)


def _is_told_as_fact(
    claimed: Quantity, printed: Quantity, meant: Stance, statement: Statement, source: Source
) -> bool:
    asserted = stance.is_asserted(statement.text, claimed.span)
    if asserted and is_read_ahead(printed, source):
        return True
    if meant is Stance.DONE:
        return False
    if asserted:
        return meant >= Stance.LOOSELY_MEANT or stance.is_projected(source.text, printed.span)
    if statement.language == "en" and stance.is_past(statement.text, claimed.span):
        return meant is Stance.MEANT or stance.is_projected(source.text, printed.span)
    open_ = stance.mentions_intent(statement.text) or statement.text.startswith(AMONG)
    return meant is Stance.MEANT and not open_


def _is_told_as_plan(
    claimed: Quantity, printed: Quantity, statement: Statement, source: Source
) -> bool:
    if stance.stance_of(statement.text, claimed.span) is not Stance.MEANT:
        return False
    return not stance.mentions_intent(source.sentence(printed).of(source.text))


def _judge_name_of_number(quantity: Quantity, source: Source) -> Judgement:
    """Judge a label, an ordinal or a duration: it stands in the article, or it is invented."""
    for printed in source.quantities:
        if printed.kind is quantity.kind and _same_name(quantity, printed):
            return Judgement(Reason.EXACT, evidence=printed.span)
    if (span := occurrence(quantity.text, source.text)) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    return Judgement(Reason.NOT_IN_ARTICLE, f"原文没有“{quantity.text}”，请删去或照原文改正。")


def _same_name(quantity: Quantity, printed: Quantity) -> bool:
    if quantity.value is None:
        return quantity.text == printed.text
    same_unit = quantity.unit == printed.unit or None in (quantity.unit, printed.unit)
    return quantity.value == printed.value and same_unit
