"""A row of the indicator table against the article.

    number     the cited quantity exists, is a figure, and reads as the row repeats it
    measure    fits the kind of number (百分点 is a change, never a level)
    reading    owner, indicator, status and time are held against what stands around the figure:
               refuted where near certain, open where in doubt          matching.rows

What the code reads just so is not doubted: then rules of thumb have nothing to add.
"""

from collections.abc import Iterator, Mapping

from summarizer import wording
from summarizer.lexicon import pattern
from summarizer.matching.amounts import compare
from summarizer.matching.cues import Evidence, loudest
from summarizer.matching.ground import Anchor, Ground
from summarizer.matching.hearing import AHEAD
from summarizer.matching.reasons import SUPPORTING, Judgement, Reason
from summarizer.matching.rows import (
    INDICATOR,
    OWNER,
    STATUS,
    TIME,
    Row,
    against_row,
    read_row,
)
from summarizer.matching.source import YEAR, Source, years
from summarizer.matching.weights import Surety, table
from summarizer.quantity import Kind, Quantity
from summarizer.report import Certainty, Confidence, Tier
from summarizer.summary import Measure, ObservationClaim
from summarizer.text import fold
from summarizer.verification.names import is_named
from summarizer.verification.wording import read_numbers

ADDED = pattern("change.added_up_to")
POINTS = frozenset({Measure.PP_CHANGE, Measure.CHANGE})
CHANGES = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.PP_CHANGE})
REPEATED = (*SUPPORTING, Reason.MODIFIER_DROPPED, Reason.DIRECTION_CONFLICT)
"""How a repeated number may differ: value, bound and sign are the code's own, not the row's."""
MARGIN = 0.5
"""How near to being in doubt a reading is called ambiguous, as a share of the threshold."""


def judge_row(claim: ObservationClaim, ground: Ground) -> Iterator[Judgement]:
    """Judge one row part by part."""
    source = ground.source
    cited = source.by_id.get(claim.quantity)
    if cited is None:
        message = f"没有编号为“{marked(claim.quantity)}”的数字，请引用原文已编号的数字。"
        yield Judgement(Reason.CITATION_MISMATCH, message)
        return
    yield _judge_printed(claim, cited, source)
    if _is_our_reading(claim, source):
        return
    index = source.index(cited)
    yield from _judge_measure(claim, cited, source)
    yield from _judge_name(claim, cited, source)
    yield from _judge_year(claim, cited, source)
    if index is not None:
        yield from _judge_reading(read_row(claim), index, ground)


def marked(quantity: str) -> str:
    """Return a quantity's number as the model knows it: ⟦12⟧."""
    return f"⟦{quantity.removeprefix('Q')}⟧" if quantity.startswith("Q") else quantity


def _is_our_reading(claim: ObservationClaim, source: Source) -> bool:
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
    message = f"“{claim.printed}”与所引{marked(cited.id)}“{cited.text}”不符，请照原文抄写或改引。"
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
    measure = wording.MEASURE[claim.measure]
    if not cited.is_figure:
        said = f"“{cited.text}”不是指标数字（{wording.KIND[cited.kind]}）"
    elif claim.measure not in POINTS if points else claim.measure is Measure.PP_CHANGE:
        said = f"“{cited.text}”的口径不是{measure}"
    elif cited.kind in (Kind.AMOUNT, Kind.COUNT) and claim.measure is Measure.GROWTH:
        said = f"“{cited.text}”是绝对数，不是增速"
    elif cited.kind is Kind.PERCENT and claim.measure not in CHANGES and _is_added(cited, source):
        said = f"“{source.quote(cited)}”是增速，不是{measure}"
    else:
        return
    yield Judgement(Reason.KIND_MISMATCH, f"{said}，请改正。", cited.span)


def _is_added(figure: Quantity, source: Source) -> bool:
    """Say whether a figure is what a level grew or fell by (净增27家)."""
    return ADDED.search(source.clause(figure).of(source.text)[: -len(figure.text)]) is not None


def _judge_name(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    if claim.ref_area and not is_named(fold(claim.ref_area), source.text):
        message = f"原文没有提到“{claim.ref_area}”，请改用原文中的名称。"
        yield Judgement(Reason.ENTITY_UNBOUND, message, cited.span, Tier.READING)


def _judge_year(claim: ObservationClaim, cited: Quantity, source: Source) -> Iterator[Judgement]:
    """Refute a year that neither the article nor the day of its issue can mean."""
    said = {int(year) for year in YEAR.findall(fold(claim.time_period_text or ""))}
    known = {year for date in source.calendar() for year in years(date)}
    if source.date:
        known |= {source.date.year + by for by in (-1, 0, 1)}
    if said and known and not said & known:
        message = f"原文没有“{claim.time_period_text}”这个时间，请照原文改正。"
        yield Judgement(Reason.PERIOD_CONFLICT, message, cited.span, Tier.READING)


def _judge_reading(row: Row, index: int, ground: Ground) -> Iterator[Judgement]:
    """Judge whose figure it is said to be, of what, when, and whether it has come about."""
    source, anchor = ground.source, ground.at(index)
    against = {field: loudest(heard) for field, heard in against_row(row, index, ground).items()}
    status = "done" if row.claim.status in AHEAD else "planned"
    wrong = {}
    for field, name in ((OWNER, "owner"), (INDICATOR, "indicator"), (STATUS, status)):
        weights, evidence = table(name), against[field]
        wrong[field] = weights.probability(evidence) if evidence else 0.0
        surety = weights.surety(evidence) if evidence else Surety.HOLDS
        if surety is Surety.HOLDS and wrong[field] > EVEN:
            surety = Surety.OPEN
        if surety is not Surety.HOLDS:
            yield _fault(field, surety, row.claim, source.figures[index], source)
    if _is_another_year(row.claim, against[TIME]):
        yield _fault(TIME, Surety.OPEN, row.claim, source.figures[index], source)
    confidence = _confidence(row, against, wrong, anchor)
    figure = source.figures[index]
    yield Judgement(Reason.EXACT, "", figure.span, Tier.READING, confidence)


def _is_another_year(claim: ObservationClaim, heard: Evidence) -> bool:
    """Say whether the article puts a figure beside another time than the year of a row."""
    if "time_clash" in heard:
        return True
    named = YEAR.search(fold(claim.time_period_text or "")) is not None
    return named and ("time_own" in heard or "time_else" in heard)


EVEN = 0.5
"""What is likelier wrong than right is not supported, however few such doubts are right."""
REASONS = {
    OWNER: Reason.ENTITY_UNBOUND,
    INDICATOR: Reason.INDICATOR_UNBOUND,
    STATUS: Reason.STATUS_CONFLICT,
    TIME: Reason.PERIOD_CONFLICT,
}


def _fault(
    field: str, surety: Surety, claim: ObservationClaim, cited: Quantity, source: Source
) -> Judgement:
    said = {
        OWNER: f"主体“{claim.ref_area}”",
        INDICATOR: f"指标“{claim.indicator}”",
        STATUS: f"状态“{wording.STATUS[claim.status]}”",
        TIME: f"时间“{claim.time_period_text}”",
    }[field]
    quoted = f"{marked(cited.id)}在原文中是“{source.quote(cited)}”"
    if surety is Surety.OPEN:
        return Judgement(
            Reason.READING_OPEN, f"{said}尚不能断定：{quoted}。", cited.span, Tier.READING
        )
    return Judgement(REASONS[field], f"{said}与原文不合：{quoted}。", cited.span, Tier.READING)


def _confidence(
    row: Row,
    against: Mapping[str, Evidence],
    wrong: Mapping[str, float],
    anchor: Anchor,
) -> Confidence:
    """Say how each cell that holds is come by, and how probably all of them are right."""
    right = 1.0
    for probability in wrong.values():
        right *= 1 - probability
    return Confidence(
        ref_area=_standing(OWNER, against, wrong) if row.owner else None,
        indicator=_standing(INDICATOR, against, wrong) if row.name else None,
        time_period=_time_standing(row.claim, against, anchor),
        status=_status_standing(row.claim, wrong),
        p=round(right, 2),
    )


def _standing(field: str, against: Mapping[str, Evidence], wrong: Mapping[str, float]) -> Certainty:
    doubt = table(field).doubt
    if wrong[field] >= doubt * MARGIN or against[field].get("else"):
        return Certainty.AMBIGUOUS
    far = against[field].get("carried") or against[field].get("new")
    return Certainty.CARRIED if far else Certainty.EXPLICIT


def _time_standing(
    claim: ObservationClaim, against: Mapping[str, Evidence], anchor: Anchor
) -> Certainty | None:
    if not claim.time_period_text:
        return None
    if fold(claim.time_period_text) in anchor.sentence:
        return Certainty.EXPLICIT
    clashes = {"time_clash", "time_own", "time_new"} & set(against[TIME])
    return Certainty.AMBIGUOUS if clashes else Certainty.CARRIED


def _status_standing(claim: ObservationClaim, wrong: Mapping[str, float]) -> Certainty:
    name = "done" if claim.status in AHEAD else "planned"
    return (
        Certainty.AMBIGUOUS if wrong[STATUS] >= table(name).doubt * MARGIN else Certainty.EXPLICIT
    )
