"""A row of the indicator table against the article.

cited quantity    exists, is a figure, and reads as the row repeats it
ref_area          occurs in the article
indicator         its words stand near the figure, not near another one of that unit
period, status    are those of the figure's sentence
measure           fits the kind of number (百分点 is a change, never a level)
"""

from collections.abc import Iterator

from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Measure, ObservationClaim, Status
from summarizer.text import fold
from summarizer.verification import stance
from summarizer.verification.amounts import compare
from summarizer.verification.calendar import YEAR, years
from summarizer.verification.context import Context, words
from summarizer.verification.reasons import SUPPORTING, Judgement, Reason
from summarizer.verification.source import Source

CLEARLY = 1.5
FACTS = frozenset({Status.ACTUAL, Status.PRELIMINARY})
CHANGES = frozenset({Kind.PERCENTAGE_POINT})
NOWHERE = frozenset[str]()


def judge_row(claim: ObservationClaim, source: Source) -> Iterator[Judgement]:
    """Judge one row; what is wrong with it comes first."""
    cited = source.find(claim.quantity)
    if cited is None:
        yield Judgement(
            Reason.CITATION_MISMATCH,
            f"没有编号为“{claim.quantity}”的数字，请引用原文已编号的数字。",
        )
        return
    yield _judge_printed(claim, cited)
    yield from _judge_measure(claim, cited)
    yield from _judge_entity(claim, cited, source)
    if cited in source.figures:
        yield from _judge_indicator(claim, cited, source)
        yield from _judge_period(claim, cited, source)
        yield from _judge_status(claim, cited, source)


def _judge_printed(claim: ObservationClaim, cited: Quantity) -> Judgement:
    """Re-read the printed value: whole tokens, so that 1.2亿元 never supports 2亿元."""
    printed = fold(claim.printed).strip()
    if printed == fold(cited.text):
        return Judgement(Reason.EXACT, evidence=cited.span)
    read = find_quantities(printed)
    reason = compare(read[0], cited) if len(read) == 1 else Reason.VALUE_MISMATCH
    if reason in SUPPORTING or _is_bare(read, cited):
        return Judgement(Reason.EQUIVALENT, evidence=cited.span)
    message = f"“{claim.printed}”与所引{cited.id}“{cited.text}”不符，请照原文抄写或改引。"
    return Judgement(reason, message, cited.span)


def _is_bare(read: list[Quantity], cited: Quantity) -> bool:
    """Say whether a printed value is the cited numeral without its unit (122.6 for 122.6亿元)."""
    if len(read) != 1 or read[0].unit is not None or read[0].value is None:
        return False
    return cited.value == read[0].value.scaleb(cited.unit_mult)


def _judge_measure(claim: ObservationClaim, cited: Quantity) -> Iterator[Judgement]:
    points = cited.kind is Kind.PERCENTAGE_POINT
    if not cited.is_figure:
        said = f"“{cited.text}”不是指标数字（{cited.kind.value}）"
    elif points != (claim.measure is Measure.PP_CHANGE):
        said = f"“{cited.text}”的计量方式不是{claim.measure.value}"
    elif cited.kind in (Kind.AMOUNT, Kind.COUNT) and claim.measure is Measure.GROWTH:
        said = f"“{cited.text}”是绝对数，不是增速"
    else:
        return
    yield Judgement(Reason.KIND_MISMATCH, said + "，请改正。", cited.span)


def _judge_entity(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    if not claim.ref_area:
        return
    name = fold(claim.ref_area)
    if not _occurs(name, source.text):
        yield Judgement(
            Reason.ENTITY_UNBOUND,
            f"原文没有提到“{claim.ref_area}”，请改用原文中的名称。",
            cited.span,
        )


def _occurs(name: str, text: str) -> bool:
    """Say whether a name is in the text, whole, shortened, or with most of its words."""
    if name in text:
        return True
    bigrams = words(name)
    present = sum(bigram in text for bigram in bigrams)
    return bool(bigrams) and present * 10 >= len(bigrams) * 6


def _judge_indicator(
    claim: ObservationClaim, cited: Quantity, source: Source
) -> Iterator[Judgement]:
    """Refute where another figure of the unit fits the row's words clearly better."""
    index = source.figures.index(cited)
    own = source.contexts.contexts[index]
    said = words(fold(f"{claim.scope or ''},{claim.indicator}"))
    around = words(fold(f"{claim.ref_area or ''},{claim.time_period_text or ''}"))
    context = Context(said, around, own.clause, own.sentence)
    rivals = [
        (source.contexts.fit(context, other), figure)
        for other, figure in enumerate(source.figures)
        if figure.unit == cited.unit and figure.value != cited.value
    ]
    best, rival = max(rivals, key=lambda pair: pair[0], default=(0.0, cited))
    if best > source.contexts.fit(context, index) + CLEARLY:
        yield Judgement(
            Reason.INDICATOR_UNBOUND,
            f"“{claim.indicator}”说的是“{source.quote(rival)}”（{rival.id}），"
            f"不是“{source.quote(cited)}”，请改引。",
            rival.span,
        )


def _judge_period(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    if not claim.time_period_text:
        return
    said = {int(year) for year in YEAR.findall(fold(claim.time_period_text))}
    sentence = source.contexts.contexts[source.figures.index(cited)].sentence
    everywhere = {year for date in source.calendar() for year in years(date)}
    here = {
        year
        for date in source.calendar()
        if sentence.start <= date.start < sentence.end
        for year in years(date)
    }
    known = here or everywhere | ({source.date.year} if source.date else set())
    if said and known and not said & known:
        yield Judgement(
            Reason.PERIOD_CONFLICT,
            f"“{claim.time_period_text}”与原文“{source.quote(cited)}”的时间不符，请照原文改正。",
            cited.span,
        )


def _judge_status(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    if claim.status in FACTS and stance.is_firmly_meant(source.text, cited.span):
        said = "计划、目标或预计数，不能记为actual"
    elif claim.status not in FACTS and not _speaks_of_intent(cited, source):
        said = f"已实现的数，不能记为{claim.status.value}"
    else:
        return
    yield Judgement(
        Reason.STATUS_CONFLICT, f"“{source.quote(cited)}”是{said}，请改正。", cited.span
    )


def _speaks_of_intent(cited: Quantity, source: Source) -> bool:
    sentence = source.contexts.contexts[source.figures.index(cited)].sentence
    return stance.mentions_intent(source.text[max(0, sentence.start - 120) : sentence.end])
