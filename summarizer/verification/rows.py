"""A row of the indicator table against the article.

cited quantity    exists, is a figure, and reads as the row repeats it
ref_area          is named in the article, and not in another's place
indicator         its words stand near the figure, not near another one of that unit
period, status    are those of the figure's sentence
measure           fits the kind of number (百分点 is a change, never a level)
"""

from collections.abc import Iterator

from summarizer.lexicon import pattern
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Measure, ObservationClaim, Status
from summarizer.text import fold
from summarizer.matching import stance
from summarizer.matching.amounts import compare
from summarizer.verification.bodies import judge_owner
from summarizer.verification.calendar import NAMED, lies_ahead, reachable_years
from summarizer.matching.contexts import unchanging, weighed
from summarizer.verification.names import is_named
from summarizer.verification.readings import CHANGES, Saying, is_of_one_sort, is_read_ahead
from summarizer.matching.reasons import SUPPORTING, Judgement, Reason
from summarizer.verification.rights import is_cleared
from summarizer.matching.source import YEAR, Source
from summarizer.matching.stance import Stance
from summarizer.verification.swaps import TOLD_ROUGHLY, is_out_of_place, read_instead
from summarizer.verification.wording import read_numbers

CLEARLY = 0.25
RATE_CLEARLY = 0.7
MEASURED = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT})
ADDED = pattern("change.added_up_to")
NAMED_SO = pattern("status.named_so")
POINTS = frozenset({Measure.PP_CHANGE, Measure.CHANGE})
FACTS = frozenset({Status.ACTUAL, Status.PRELIMINARY})
REPEATED = (*SUPPORTING, Reason.MODIFIER_DROPPED, Reason.DIRECTION_CONFLICT)
"""How a repeated number may differ: value, bound and sign are the code's own, not the row's."""


def judge_row(claim: ObservationClaim, source: Source) -> Iterator[Judgement]:
    """Judge one row part by part."""
    cited = source.by_id.get(claim.quantity)
    if cited is None:
        message = f"没有编号为“{claim.quantity}”的数字，请引用原文已编号的数字。"
        yield Judgement(Reason.CITATION_MISMATCH, message)
        return
    yield _judge_printed(claim, cited, source)
    if not _is_our_reading(claim, source):
        yield from _doubts(claim, cited, source)


def _doubts(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    yield from _judge_measure(claim, cited, source)
    yield from _judge_entity(claim, cited, source)
    index = source.index(cited)
    if index is not None:
        yield from _judge_indicator(claim, index, source)
        yield from _judge_period(claim, cited, source)
        yield from _judge_status(claim, cited, source)


def _is_our_reading(claim: ObservationClaim, source: Source) -> bool:
    """Say whether the code reads the figure just so: then rules of thumb have nothing to add."""
    own = source.readings.get(claim.quantity)
    if own is None:
        return False
    unread = {name: getattr(own, name) for name in ("printed", "basis", "inferred", "doubts")}
    return claim.model_copy(update=unread) == own


def _judge_printed(claim: ObservationClaim, cited: Quantity, source: Source) -> Judgement:
    """Re-read the printed value: whole tokens, so that 1.2亿元 never supports 2亿元."""
    printed = "".join(fold(claim.printed).split("\n")).strip()
    if printed == fold(cited.text):
        return Judgement(Reason.EXACT, evidence=cited.span)
    read = read_numbers(printed, source)
    reason = compare(read[0], cited) if len(read) == 1 else Reason.VALUE_MISMATCH
    if reason in REPEATED or _is_bare(printed, cited):
        return Judgement(Reason.EQUIVALENT, evidence=cited.span)
    message = f"“{claim.printed}”与所引{cited.id}“{cited.text}”不符，请照原文抄写或改引。"
    return Judgement(reason, message, cited.span)


def _is_bare(printed: str, cited: Quantity) -> bool:
    """Say whether a printed value is the cited numeral without its unit (122.6 for 122.6亿元)."""
    text = fold(cited.text)
    at = text.find(printed)
    if at < 0 or not printed or not printed[0].isdigit():
        return False
    before, after = text[:at], text[at + len(printed) :]
    return not (before[-1:].isdigit() or before[-1:] in (".", ",") or after[:1].isdigit()) and (
        not after.startswith((".", ","))
    )


def _judge_measure(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    points = cited.kind is Kind.PERCENTAGE_POINT
    if not cited.is_figure:
        said = f"“{cited.text}”不是指标数字（{cited.kind.value}）"
    elif claim.measure not in POINTS if points else claim.measure is Measure.PP_CHANGE:
        said = f"“{cited.text}”的计量方式不是{claim.measure.value}"
    elif cited.kind in (Kind.AMOUNT, Kind.COUNT) and claim.measure is Measure.GROWTH:
        said = f"“{cited.text}”是绝对数，不是增速"
    elif cited.kind is Kind.PERCENT and claim.measure not in CHANGES and _is_added(cited, source):
        said = f"“{source.quote(cited)}”是增速，不是{claim.measure.value}"
    else:
        return
    yield Judgement(Reason.KIND_MISMATCH, f"{said}，请改正。", cited.span)


def _judge_entity(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    if not claim.ref_area:
        return
    if not is_named(fold(claim.ref_area), source.text):
        message = f"原文没有提到“{claim.ref_area}”，请改用原文中的名称。"
        yield Judgement(Reason.ENTITY_UNBOUND, message, cited.span)
    elif (conflict := judge_owner(fold(claim.ref_area), [cited], source)) is not None:
        yield conflict


def _judge_indicator(claim: ObservationClaim, index: int, source: Source) -> Iterator[Judgement]:
    """Refute where another figure is the indicator's, or where none of that unit can be."""
    cited = source.figures[index]
    said = "|".join(filter(None, (claim.ref_area, claim.scope, claim.indicator)))
    name = f"{claim.scope or ''}{claim.indicator}"
    saying = Saying(cited, fold(said), (fold(name),), claim, tabular=True)
    rival = _fits_better(saying, index, source) or read_instead(saying, [cited], source)
    if rival is not None:
        other = f"说的是“{source.quote(rival)}”（{rival.id}），不是“{source.quote(cited)}”，请改引"
        yield _indicator_fault(claim, other, rival)
    elif is_out_of_place(saying, [cited], source):
        other = f"不以“{cited.text}”计；该数字说的是“{source.quote(cited)}”，请改正"
        yield _indicator_fault(claim, other, cited)


def _indicator_fault(claim: ObservationClaim, fault: str, evidence: Quantity) -> Judgement:
    return Judgement(Reason.INDICATOR_UNBOUND, f"“{claim.indicator}”{fault}。", evidence.span)


def _fits_better(saying: Saying, index: int, source: Source) -> Quantity | None:
    """Return another figure of the unit that the row's words fit clearly better, if any."""
    cited = saying.figure
    if cited.kind not in MEASURED or index not in source.body:
        return None
    fits = source.contexts.fits(weighed(unchanging(saying.lead)))
    enough = fits[index] + (RATE_CLEARLY if cited.kind is Kind.PERCENT else CLEARLY)
    rivals = [
        (fit, other)
        for other, fit in fits.items()
        if fit > enough
        and other in source.body
        and compare(cited, source.figures[other]) not in TOLD_ROUGHLY
        and compare(source.figures[other], cited) not in TOLD_ROUGHLY
        and _measures_alike(saying, source.figures[other], source)
        and not is_cleared(saying, cited, source.figures[other], source)
    ]
    return source.figures[max(rivals)[1]] if rivals else None


def _measures_alike(saying: Saying, figure: Quantity, source: Source) -> bool:
    """Say whether a figure has the unit of the cited one, and is a level, change or share too."""
    cited = saying.figure
    if (figure.unit, figure.kind) != (cited.unit, cited.kind):
        return False
    if (read := source.readings.get(figure.id)) and not is_of_one_sort(saying, read):
        return False
    if cited.kind is not Kind.PERCENT:
        return _is_added(figure, source) == _is_added(cited, source)
    mine, theirs = (stance.direction(source.text, each.span) for each in (cited, figure))
    return mine == theirs


def _is_added(figure: Quantity, source: Source) -> bool:
    """Say whether a figure is what a level grew or fell by (净增27家)."""
    return ADDED.search(source.clause(figure).of(source.text)[: -len(figure.text)]) is not None


def _judge_period(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    """Refute a year that the article never names, or another one than the figure's own clause."""
    said = {int(year) for year in YEAR.findall(fold(claim.time_period_text or ""))}
    if not said:
        return
    here = {int(year) for year in NAMED.findall(source.clause(cited).of(source.text))}
    near = reachable_years(cited, source)
    if (near and not said & near) or (here and not said & here):
        message = f"“{claim.time_period_text}”不是“{source.quote(cited)}”的时间，请照原文改正。"
        yield Judgement(Reason.PERIOD_CONFLICT, message, cited.span)


def _judge_status(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    """Refute a plan told as a fact, and a fact told as a plan."""
    told_as_fact = claim.status in FACTS and not _is_named_so(claim)
    if told_as_fact and (_is_meant(cited, source) or lies_ahead(cited, source)):
        said = "是计划、目标或预计数，不能记为actual"
    elif claim.status not in FACTS and _is_done(cited, source):
        said = f"是已实现的数，不能记为{claim.status.value}"
    else:
        return
    yield Judgement(Reason.STATUS_CONFLICT, f"“{source.quote(cited)}”{said}，请改正。", cited.span)


def _is_named_so(claim: ObservationClaim) -> bool:
    return NAMED_SO.search(f"{claim.scope or ''}{claim.indicator}") is not None


def _is_meant(cited: Quantity, source: Source) -> bool:
    """Say whether the article says so, or says it loosely and the code reads it so."""
    meant = stance.stance_of(source.text, cited.span)
    if meant is Stance.MEANT or stance.is_resolved(source.text, cited.span):
        return True
    told = meant is Stance.LOOSELY_MEANT or stance.is_projected(source.text, cited.span)
    return told and is_read_ahead(cited, source)


def _is_done(cited: Quantity, source: Source) -> bool:
    done = stance.stance_of(source.text, cited.span) is Stance.DONE
    return done and not stance.mentions_intent(source.sentence(cited).of(source.text))
