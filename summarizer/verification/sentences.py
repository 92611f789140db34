"""A sentence of a claim against the article: its numbers by proof, its reading by evidence.

number    each figure looks for those of the article that say the same     numbers, amounts
derived   none does, but it can be computed from figures that are named    derived
reading   what stands around the figure speaks against the words, or not   matching
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from summarizer.matching.amounts import compare
from summarizer.matching.cues import (
    Evidence,
    Said,
    against_figure,
    against_sentence,
    loudest,
    own_figure,
)
from summarizer.matching.ground import Anchor, Ground
from summarizer.matching.reasons import SUPPORTING, Judgement, Reason
from summarizer.matching.source import CALENDAR
from summarizer.matching.weights import Surety, table
from summarizer.matching.words import group, standing
from summarizer.report import Certainty, Confidence, Tier
from summarizer.text import Span, fold
from summarizer.verification.calendar import judge_date
from summarizer.verification.copying import copied
from summarizer.verification.labels import NAMES_OF_NUMBERS, judge_name_of_number
from summarizer.verification.numbers import (
    against_number,
    judge_unmatched,
    supported,
    unmatched,
)
from summarizer.verification.wording import Language, read_sentence

SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?\n]*[”’」』)）]{0,2}")
FAULTS = (
    (
        (
            *("done_for_plan", "plan_for_done", "done_for_nothing", "plan_dropped"),
            *("plan_for_bare", "read_ahead_done", "read_ahead_bare", "lately_for_plan"),
        ),
        Reason.STATUS_CONFLICT,
        "所述的计划或实际与原文不合",
    ),
    (
        ("by_for_level", "level_for_by", "from_for_to", "to_former"),
        Reason.MEASURE_CONFLICT,
        "原文说的是到多少还是变了多少，与此处不合",
    ),
    (("basis", "other_base"), Reason.BASIS_CONFLICT, "比较的基期（同比、环比等）与原文不合"),
    (("direction", "updown", "opposite", "negation"), Reason.DIRECTION_CONFLICT, "方向与原文相反"),
    (
        ("period_part_here", "time_clash", "time_own", "time_order", "time_else", "time_new"),
        Reason.PERIOD_CONFLICT,
        "时间与原文不合",
    ),
    (
        (
            *("else_name", "other_name", "swapped_name", "new_name", "else_name_head"),
            *("other_topic", "other_leads", "read_other_owner", "other_owner_here"),
        ),
        Reason.ENTITY_UNBOUND,
        "主体与原文不合",
    ),
    (("member", "joint"), Reason.ENTITY_UNBOUND, "原文是几者合计的数，不是其中一个的"),
    (("other_number", "number_else"), Reason.NOT_IN_ARTICLE, "句中另一个数与原文不合"),
)
"""Which cues make which fault, and how it is told; whatever else speaks is about the indicator."""
UNBOUND = "所说的指标与原文不合"


@dataclass(frozen=True)
class Match:
    """A figure of a sentence, or all of a sentence without figures, held against a place."""

    anchor: Anchor
    evidence: Evidence
    text: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Reading:
    """A sentence that has been read, and what it is held against."""

    said: Said
    ground: Ground
    proofs: tuple[Judgement, ...] = field(default=())

    @cached_property
    def same(self) -> tuple[tuple[int, ...], ...]:
        """For each figure of the sentence those of the article that say the same."""
        figures = self.ground.source.figures
        return tuple(
            tuple(
                at for at, printed in enumerate(figures) if compare(claimed, printed) in SUPPORTING
            )
            for claimed in self.said.figures
        )

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """What speaks against each figure that the article has, or against the sentence."""
        said, ground = self.said, self.ground
        found: list[Match] = []
        before: int | None = None
        for number, (figure, same) in enumerate(zip(said.figures, self.same, strict=True)):
            if same:
                own = own_figure(said, number, same, ground, before)
                evidence = loudest(against_figure(said, number, own, ground, before))
                before = own
                found.append(Match(ground.at(own), evidence, figure.text, number))
        if not said.figures and not said.english and (held := against_sentence(said, ground)):
            found.append(Match(held[1], loudest(held[0])))
        return tuple(found)


def evidence_of(claim: str, ground: Ground) -> tuple[Evidence, ...] | None:
    """Return what speaks against the reading of a claim, figure by figure.

    None where a number is not there, nor computed, or all of it is copied.
    """
    readings = _readings(claim, ground)
    if not readings or not all(map(_has_its_numbers, readings)):
        return None
    found = tuple(match.evidence for reading in readings for match in reading.matches)
    return found or ({},)


def _has_its_numbers(reading: Reading) -> bool:
    """Say whether the article prints every figure of a sentence, or bears it out."""
    return all(
        same or supported(unmatched(reading.said, number, reading.ground)) is not None
        for number, same in enumerate(reading.same)
    )


def unmatched_in(claim: str, ground: Ground) -> Iterator[Evidence]:
    """Yield what speaks against each figure of a claim that the article bears out in no way."""
    for reading in _readings(claim, ground):
        for number, same in enumerate(reading.same):
            if not same:
                held = unmatched(reading.said, number, ground)
                if supported(held) is None:
                    yield against_number(held)


def _readings(claim: str, ground: Ground) -> list[Reading]:
    """Read the sentences of a claim that the article does not have word for word."""
    return [
        Reading(read_sentence(sentence, ground.source), ground)
        for sentence in _own_sentences(claim, ground)
    ]


def _own_sentences(claim: str, ground: Ground) -> Iterator[str]:
    """Yield the folded sentences that the article does not have word for word."""
    for sentence in SENTENCE.findall(fold(claim)):
        if sentence.strip() and copied(sentence, ground.source.text) is None:
            yield sentence


def judge_sentence(sentence: str, ground: Ground, language: Language) -> Iterator[Judgement]:
    """Judge the numbers of a folded sentence, and how they are read."""
    reading = Reading(read_sentence(sentence, ground.source, language), ground)
    numbers = [_judge_number(reading, number, same) for number, same in enumerate(reading.same)]
    yield from numbers
    computed = any(each.tier is Tier.DERIVED and each.holds for each in numbers)
    for other in reading.said.others:
        if other.kind in CALENDAR:
            judged = judge_date(other, reading.said, ground.source)
            if judged.holds or not computed:  # what was the year before may be of a year not named
                yield judged
        elif other.kind in NAMES_OF_NUMBERS:
            yield judge_name_of_number(other, reading.said, ground.source)
    for match in reading.matches:
        yield _judge_match(match, reading)


def _judge_number(reading: Reading, number: int, same: Sequence[int]) -> Judgement:
    """Judge a figure by those of the article that say the same, if any do."""
    figures = reading.ground.source.figures
    if not same:
        return judge_unmatched(reading.said, number, reading.ground)
    exact = reading.said.figures[number].text in {figures[at].text for at in same}
    return Judgement(Reason.EXACT if exact else Reason.EQUIVALENT, evidence=figures[same[0]].span)


def _judge_match(match: Match, reading: Reading) -> Judgement:
    """Judge whether a figure is what the sentence makes of it."""
    weights = table("sentence")
    surety, ground = weights.surety(match.evidence), reading.ground
    span = _span(match, ground)
    if surety is Surety.HOLDS:
        confidence = _confidence(match, reading, weights.probability(match.evidence))
        return Judgement(Reason.EXACT, "", span, Tier.READING, confidence)
    because = weights.because(match.evidence)
    reason, fault = _fault(because)
    quoted = ground.source.quote_at(match.anchor.index, match.anchor.span)
    subject = f"“{match.text}”：" if match.text else ""
    if surety is Surety.OPEN:
        message = f"{subject}可能{fault}，尚不能断定；原文是“{quoted}”。"
        return Judgement(Reason.READING_OPEN, message, span, Tier.READING)
    return Judgement(reason, f"{subject}{fault}；原文是“{quoted}”。", span, Tier.READING)


def _fault(because: tuple[str, ...]) -> tuple[Reason, str]:
    """Return the reason and the words for what spoke loudest."""
    loudest_cue = because[0] if because else ""
    return next(
        ((reason, told) for cues, reason, told in FAULTS if loudest_cue in cues),
        (Reason.INDICATOR_UNBOUND, UNBOUND),
    )


def _span(match: Match, ground: Ground) -> Span:
    index = match.anchor.index
    return match.anchor.span if index is None else ground.source.figures[index].span


def _confidence(match: Match, reading: Reading, wrong: float) -> Confidence | None:
    """Say how each part of a reading that holds is come by; None of what has no figure."""
    if match.number is None:
        return None
    words = {"name": set(), "noun": set()}  # type: dict[str, set[str]]
    text = reading.ground.source.text

    for word in reading.said.words:
        kind = group(word)
        if kind in words:
            words[kind].add(standing(word.text, match.anchor, text))
    dates = [each for each in reading.said.others if each.kind in CALENDAR]
    carried = any(cue.startswith("time_") for cue in match.evidence if cue != "time_right")
    return Confidence(
        ref_area=_weakest(words["name"]),
        indicator=_weakest(words["noun"]),
        time_period=(Certainty.CARRIED if carried else Certainty.EXPLICIT) if dates else None,
        status=Certainty.CARRIED if match.evidence.get("plan_dropped") else Certainty.EXPLICIT,
        p=round(1 - wrong, 2),
    )


def _weakest(stands: set[str]) -> Certainty | None:
    if not stands:
        return None
    if stands & {"else", "new"}:
        return Certainty.AMBIGUOUS
    return Certainty.CARRIED if "carried" in stands else Certainty.EXPLICIT
