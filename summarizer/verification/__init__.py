"""Every claim against the text: who says it, with what words, about which number.

    verify     reads the article, and judges
    judge      abstract, key points and rows of a draft ─► one Finding each
               copying     a sentence taken over word for word
               statements  any other (wording reads it): numbers (amounts), their words (context,
                           glossary), in whose place (swaps, readings, likeness, dimensions; and
                           the rights of a figure to its place), whose (bodies), done or only meant
                           (stance), when (calendar), computed (derived)
               names       its names and quotes; vocabulary: its words at all
               rows        a row of the table: citation, entity, indicator, period, status
               citations   the numbers that a key point cites
    ledger     every numeral of the page, accounted for

What all of them look at is the `source`; what they can say stands in `reasons`.

A claim is as good as its worst part. What a reader of the article could not contradict is
supported; a sentence taken over word for word always is.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from summarizer.analysis import Analysis, analyse
from summarizer.binding import bind
from summarizer.document import Article
from summarizer.quantity import Quantity
from summarizer.report import Finding, Place, Verdict
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim
from summarizer.text import fold
from summarizer.verification.citations import judge_citations
from summarizer.verification.copying import copied
from summarizer.verification.ledger import ledger
from summarizer.verification.names import judge_names
from summarizer.matching.reasons import Judgement, Reason
from summarizer.verification.rows import judge_row
from summarizer.matching.source import Source, prepare
from summarizer.verification.statements import judge_numbers
from summarizer.verification.vocabulary import judge_vocabulary
from summarizer.verification.wording import Language, read_statement

__all__ = ["Reason", "judge", "ledger", "verify"]

MOST_PLACES = 20
ORDER = {reason: place for place, reason in enumerate(Reason)}
SENTENCE = re.compile(r"[^。！？!?\n]+[。！？!?\n]*[”’」』)）]{0,2}")


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
    source = prepare(analysis, table)
    spoken: Language = "en" if language == "en" else "zh"
    points = enumerate(summary.key_points)
    return (
        *_abstract(summary.abstract, source, spoken),
        *(_key_point(index, point, source, spoken) for index, point in points),
        *_rows(summary.observations, source),
    )


def _abstract(abstract: str, source: Source, language: Language) -> Iterator[Finding]:
    if abstract.strip():
        yield _finding("abstract", abstract, _judge_wording(abstract, source, language))


def _key_point(index: int, point: KeyPoint, source: Source, language: Language) -> Finding:
    judgements = [*_judge_wording(point.text, source, language), *judge_citations(point, source)]
    return _finding(f"key_points/{index}", point.text, judgements)


def _judge_wording(wording: str, source: Source, language: Language) -> Iterator[Judgement]:
    """Judge what the article does not say word for word."""
    own: list[str] = []
    for sentence in SENTENCE.findall(fold(wording)):
        if span := copied(sentence, source.text):
            yield Judgement(Reason.EXACT, evidence=span)
        elif sentence.strip():
            own.append(sentence)
    if own:
        statement = read_statement("".join(own), source, language)
        yield from judge_numbers(statement, source)
        if language == "zh":
            yield from judge_names(statement.text, source.text)
            for sentence in own:
                yield from judge_vocabulary(sentence, source.text)


def _rows(claims: Iterable[ObservationClaim], source: Source) -> Iterator[Finding]:
    seen: dict[tuple[object, ...], int] = {}
    for index, claim in enumerate(claims):
        judgements = list(judge_row(claim, source))
        first = seen.setdefault(_identity(claim), index)
        if first != index:
            message = f"与observations/{first}重复，请删去。"
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
    )


def _is_undecided(judgement: Judgement) -> bool:
    return judgement.reason.verdict is Verdict.NOT_ENOUGH_INFO


def _strength(judgement: Judgement) -> int:
    return ORDER[judgement.reason]
