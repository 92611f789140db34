"""Every claim against the text, in three tiers: what is proven, what is read, what is computed.

    verify     reads the article, and judges
    judge      abstract, key points and rows of a draft ─► one Finding each
               copying      a sentence taken over word for word
               sentences    any other (wording reads it): numbers, what can be derived from them,
                            and how they are read (summarizer.matching)
               calendar     its dates; names: its names and quotes; vocabulary: its words at all
               rows         a row of the table: citation, measure, owner, indicator, time, status
               citations    the numbers that a key point cites
    ledger     every numeral of the page, accounted for

A claim is as good as its worst part. A number is refuted where the characters contradict it; a
reading, only where the article's own is near certain and contradicts; what is merely in doubt is
left open. What is supported says how its reading is come by.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from summarizer.analysis import Analysis, analyse
from summarizer.binding import bind
from summarizer.document import Article
from summarizer.matching.ground import Ground
from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import prepare
from summarizer.quantity import Quantity
from summarizer.report import Certainty, Confidence, Finding, Place, Tier, Verdict
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim
from summarizer.text import fold
from summarizer.verification.citations import judge_citations
from summarizer.verification.copying import copied
from summarizer.verification.ledger import ledger
from summarizer.verification.names import judge_names
from summarizer.verification.rows import judge_row
from summarizer.verification.sentences import SENTENCE, judge_sentence
from summarizer.verification.vocabulary import judge_vocabulary
from summarizer.verification.wording import Language

__all__ = ["Reason", "judge", "ledger", "verify"]

MOST_PLACES = 20
ENGLISH = re.compile(r"(?=.*\d)(?=.*[a-z]{3})[^\u3400-\u9fff]+", re.DOTALL)
"""Figures among Latin words; without a figure nothing can be said of what is not Chinese."""
ORDER = {reason: place for place, reason in enumerate(Reason)}
SURE = Confidence(
    ref_area=Certainty.EXPLICIT,
    indicator=Certainty.EXPLICIT,
    time_period=Certainty.EXPLICIT,
    status=Certainty.EXPLICIT,
    p=1.0,
)
"""What is taken over word for word is said as the article says it."""
FIELDS = ("ref_area", "indicator", "time_period", "status")
WEAKEST = (Certainty.AMBIGUOUS, Certainty.CARRIED, Certainty.EXPLICIT)


def verify(
    summary: ArticleSummary,
    article: Article,
    quantities: tuple[Quantity, ...],
    date: dt.date | None = None,
    language: str = "zh",
) -> tuple[Finding, ...]:
    """Return a verdict on every claim of a draft; evidence lies in `article.text`."""
    analysis = analyse(article, date, quantities)
    return judge(summary, analysis, bind(analysis), language)


def judge(
    summary: ArticleSummary,
    analysis: Analysis,
    table: tuple[ObservationClaim, ...],
    language: str = "zh",
) -> tuple[Finding, ...]:
    """Return the verdicts of `verify` on an article that has been read; `table` are its rows."""
    ground = Ground(prepare(analysis, table))
    spoken: Language = "en" if language == "en" else "zh"
    points = enumerate(summary.key_points)
    return (
        *_abstract(summary.abstract, ground, spoken),
        *(_key_point(index, point, ground, spoken) for index, point in points),
        *_rows(summary.observations, ground),
    )


def _abstract(abstract: str, ground: Ground, language: Language) -> Iterator[Finding]:
    if abstract.strip():
        yield _finding("abstract", abstract, _judge_wording(abstract, ground, language))


def _key_point(index: int, point: KeyPoint, ground: Ground, language: Language) -> Finding:
    judgements = [
        *_judge_wording(point.text, ground, language),
        *judge_citations(point, ground.source),
    ]
    return _finding(f"key_points/{index}", point.text, judgements)


def _judge_wording(wording: str, ground: Ground, language: Language) -> Iterator[Judgement]:
    """Judge sentence by sentence what the article does not say word for word."""
    text = ground.source.text
    language = "en" if ENGLISH.fullmatch(wording) else language
    for sentence in SENTENCE.findall(fold(wording)):
        if span := copied(sentence, text):
            yield Judgement(Reason.EXACT, "", span, Tier.READING, SURE)
        elif sentence.strip():
            judged = list(judge_sentence(sentence, ground, language))
            foreign = (
                () if language == "en" or _is_derived(judged) else judge_vocabulary(sentence, text)
            )
            yield from list(foreign) or judged
            if language == "zh":
                yield from judge_names(sentence, text)


def _is_derived(judged: Iterable[Judgement]) -> bool:
    """Say whether a figure is computed: then it is told in words of its own."""
    return any(each.reason is Reason.DERIVED for each in judged)


def _rows(claims: Iterable[ObservationClaim], ground: Ground) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], int] = {}
    for index, claim in enumerate(claims):
        judgements = list(judge_row(claim, ground))
        first = seen.setdefault(_identity(claim), index)
        if first != index:
            message = f"与第{first + 1}行重复，请删去。"
            judgements.append(Judgement(Reason.DUPLICATE, message))
        yield _finding(f"observations/{index}", _wording(claim), judgements)


def _identity(claim: ObservationClaim) -> tuple[object, ...]:
    return (
        claim.quantity,
        fold(claim.ref_area or ""),
        fold(claim.indicator),
        claim.measure,
        claim.time_period_text,
    )


def _wording(claim: ObservationClaim) -> str:
    """Put a row into words."""
    parts = (claim.ref_area, claim.time_period_text, claim.scope, claim.indicator, claim.printed)
    return " ".join(part for part in parts if part)


def _finding(subject: str, claim: str, judgements: Iterable[Judgement]) -> Finding:
    """Give a claim the reason of its first fault, or of its weakest support."""
    judged = list(judgements)
    faults = sorted((each for each in judged if not each.holds), key=_is_undecided)
    deciding = faults or judged or [Judgement(Reason.CONSISTENT)]
    reason = deciding[0].reason if faults else max(deciding, key=_strength).reason
    spans = dict.fromkeys(each.evidence for each in deciding if each.evidence is not None)
    return Finding(
        subject=subject,
        claim=claim,
        verdict=reason.verdict,
        reason=reason.value,
        message=" ".join(dict.fromkeys(each.message for each in deciding if each.message)),
        evidence=tuple(Place(start=span.start, end=span.end) for span in list(spans)[:MOST_PLACES]),
        tier=deciding[0].tier if faults else _tier(deciding),
        confidence=None if faults else _confidence(deciding),
    )


def _tier(holding: Iterable[Judgement]) -> Tier:
    """Return how far the support of a claim reaches."""
    tiers = {each.tier for each in holding}
    return next((tier for tier in (Tier.DERIVED, Tier.READING) if tier in tiers), Tier.NUMBER)


def _confidence(holding: Iterable[Judgement]) -> Confidence | None:
    """Return how sure the reading of a claim is: of its figures, the least sure."""
    known = [each.confidence for each in holding if each.confidence is not None]
    if not known:
        return None
    fields = {name: [getattr(each, name) for each in known] for name in FIELDS}
    least = {
        name: next((standing for standing in WEAKEST if standing in found), None)
        for name, found in fields.items()
    }
    return Confidence(**least, p=min(each.p for each in known if each.p is not None))


def _is_undecided(judgement: Judgement) -> bool:
    return judgement.reason.verdict is Verdict.NOT_ENOUGH_INFO


def _strength(judgement: Judgement) -> int:
    return ORDER[judgement.reason]
