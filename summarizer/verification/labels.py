"""Numbers of a claim that are no figures: labels, ordinals, lengths of time, and times of day.

第三次      the article says 第四次          refuted: it stands nowhere
三周内      printed 21天内                  the same
10时半      printed 10时30分                the same
约2小时     printed 3小时 … 1小时            open: it may be computed
"""

from collections.abc import Iterator, Sequence

from summarizer.lexicon import only_word, pattern
from summarizer.matching.amounts import conversion
from summarizer.matching.contexts import sentence_of
from summarizer.matching.cues import Said
from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import Source, occurrence
from summarizer.matching.times import lasts
from summarizer.matching.words import stands
from summarizer.quantity import Kind, Quantity
from summarizer.report import Tier
from summarizer.verification.derived import clauses_around, spoken

NAMES_OF_NUMBERS = frozenset({Kind.LABEL, Kind.ORDINAL, Kind.DURATION, Kind.UNKNOWN})
HALF_PAST, HALF_AN_HOUR = pattern("evidence.half_past"), only_word("evidence.half_an_hour")
SPOKEN_OF = 0.5
"""How many of a claim's pairs of characters must stand with another length of time."""


def judge_name_of_number(number: Quantity, said: Said, source: Source) -> Judgement:
    """Judge a number that is no figure: it stands in the article, or it is invented."""
    for printed in source.quantities:
        if printed.kind is number.kind and _same(number, printed):
            return Judgement(Reason.EXACT, evidence=printed.span)
    if (span := occurrence(_by_the_clock(number.text), _by_the_clock(source.text))) is not None:
        return Judgement(Reason.EXACT, evidence=span)
    if number.kind is not Kind.DURATION:
        return _unprinted(number)
    if number.unit == "a" and any(number.value == years for years in _spans_of_years(source)):
        return Judgement(Reason.DERIVED, tier=Tier.DERIVED)
    computed = pattern("evidence.computes").search(clauses_around(said.text, number))
    if not computed and (other := _other_length(number, said, source)):
        message = f"“{number.text}”与原文不符：原文是“{source.quote(other)}”。"
        return Judgement(Reason.NOT_IN_ARTICLE, message, other.span)
    return Judgement(Reason.UNVERIFIED, f"“{number.text}”不见于原文。", tier=Tier.DERIVED)


def _unprinted(number: Quantity) -> Judgement:
    """Refute a number that is only a name, unless it counts one, as one sees: 一条."""
    if number.kind is Kind.LABEL and pattern("evidence.a_single").match(number.text):
        return Judgement(Reason.CONSISTENT)
    return Judgement(Reason.NOT_IN_ARTICLE, f"原文没有“{number.text}”。")


def _same(number: Quantity, printed: Quantity) -> bool:
    if number.value is None or printed.value is None:
        return number.text == printed.text
    if number.unit is None or printed.unit is None:
        return number.value == printed.value
    factor = conversion(number.unit, printed.unit)
    return factor is not None and number.value * factor == printed.value


def _by_the_clock(text: str) -> str:
    """Write times of day alike."""
    return HALF_PAST.sub(HALF_AN_HOUR, text)


def _spans_of_years(source: Source) -> Iterator[int]:
    """Yield how many years the periods of the article last."""
    return (years for each in source.calendar() if (years := lasts(each.time_period or "")))


def _other_length(number: Quantity, said: Said, source: Source) -> Quantity | None:
    """Return the length of time that the article has with the words of the claim."""
    pairs = spoken(said, source.text)
    return next(
        (
            printed
            for printed in source.quantities
            if printed.kind is Kind.DURATION
            and conversion(number.unit, printed.unit) is not None
            and _is_spoken_of(printed, pairs, source)
        ),
        None,
    )


def _is_spoken_of(printed: Quantity, pairs: Sequence[str], source: Source) -> bool:
    sentence = sentence_of(source.text, printed.start, printed.end).of(source.text)
    return sum(stands(pair, sentence) for pair in pairs) >= SPOKEN_OF * len(pairs)
