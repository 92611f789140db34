"""The abstract: the news of the headline first, then what else can be read behind it.

    sentences ─ beginnings ─► what is worth most of: the headline's words, an early place, figures
                              and lacks least of what makes it stand alone           the lead
    statements ─ clear behind the lead ─► the worthiest that fit                     what follows

A lead is cut behind a clause, never at its beginning: who and when stand there. A sentence that the
page cut off leads no abstract.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.analysis import Analysis, Sentence
from summarizer.document import Role
from summarizer.lexicon import pattern
from summarizer.models.extractive.alone import Lack, says_when, standing
from summarizer.models.extractive.clauses import PAIRS, TRAILING, hangs_in_air, without_head
from summarizer.models.extractive.statements import (
    Statement,
    bigrams,
    closed_at,
    is_ended,
    is_headed,
    of_the_headline,
    whole_sentences,
)
from summarizer.quantity import Quantity
from summarizer.summary import ObservationClaim
from summarizer.text import Span, fold

WORTH: Mapping[str, float] = {
    "headed": 6.0,  # all of the headline's words
    "early": 1.0,  # the first sentence, the second half of it …
    "figure": 0.2,  # each of two
    "news": 0.64,  # a figure that the headline tells
    "long": 0,  # as long as an abstract may be
    "idle": -2.0,  # … of clauses without a figure and without a word of the headline
    "unended": -2,  # a title, a line without a full stop
    "spoken": -0.4,
    "opinion": -0.5,
    "subject": -1.2, "predicate": -1.5, "pointer": -2.4, "generic": -0.6, "passing": -1.5,
}  # fmt: skip
REACH = 12
"""Sentences at the beginning of an article that may lead its abstract."""
FIGURES = 2
QUOTED = re.compile(r"\s*[“「『\"]")
SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Lead:
    """A beginning of a sentence, and what it is worth but for what it lacks."""

    sentence: Sentence
    span: Span
    worth: float


def lead(analysis: Analysis, limit: int) -> Lead | None:
    """Return the beginning of a sentence that tells the article's news; None without sentences.

    What they lack makes them worth less, so that only those are asked that could still be best.
    """
    best, worth = None, -math.inf
    for each in sorted(_leads(analysis, limit), key=lambda each: -each.worth):
        if each.worth <= worth:
            break
        lacks = standing(each.sentence, each.span, analysis.text).lacks
        left = each.worth + sum(WORTH[lack] for lack in lacks)
        if left > worth:
            best, worth = each, left
    return best


def _leads(analysis: Analysis, limit: int) -> Iterator[Lead]:
    """Yield what could lead the abstract of an article."""
    headline = bigrams(fold(analysis.article.headline or ""))
    body = [each for each in whole_sentences(analysis) if each.role is Role.BODY]
    told = tuple(_told(analysis, body))
    news = of_the_headline(analysis.article, analysis.quantities)
    whole = analysis.article.truncated
    for order, (sentence, span) in enumerate(told[:REACH]):
        if whole and len(told) > 1 and sentence is body[-1]:
            continue
        quiet = tuple(_quiet(sentence, analysis.text, headline))
        for run in _beginnings(sentence, span, analysis.text, limit):
            yield _lead(analysis, sentence, run, order, headline, news, limit, quiet)


def following(
    statements: Iterable[Statement], analysis: Analysis, told: str
) -> Iterator[Statement]:
    """Yield the statements that can be read behind what was told."""
    for statement in statements:
        sentence = _sentence_of(statement, analysis)
        if sentence and _follows(statement, sentence, analysis.text, told):
            yield statement


def leans(statement: Statement, analysis: Analysis) -> bool:
    """Say whether a statement names no doer, or points to one that its reader has not met."""
    sentence = _sentence_of(statement, analysis)
    if sentence is None:
        return False
    return bool(
        {Lack.SUBJECT, Lack.POINTER} & standing(sentence, statement.span, analysis.text).lacks
    )


def _sentence_of(statement: Statement, analysis: Analysis) -> Sentence | None:
    at = bisect_right(analysis.sentences, statement.span.start, key=lambda each: each.span.start)
    return analysis.sentences[at - 1] if at else None


def owners_of(
    claims: Sequence[ObservationClaim], quantities: Sequence[Quantity]
) -> tuple[tuple[Span, str], ...]:
    """Return who owns the figures that have an owner, by their places."""
    places = {quantity.id: quantity.span for quantity in quantities}
    owners = ((places.get(claim.quantity), fold(claim.ref_area or "")) for claim in claims)
    return tuple(sorted((span, owner) for span, owner in owners if span and owner))


def owned(statement: Statement, owners: Sequence[tuple[Span, str]], told: str) -> bool:
    """Say whether the owner of a statement's first figure is named in it, or was told."""
    at = bisect_left(owners, statement.span.start, key=lambda each: each[0].start)
    if at == len(owners) or not statement.span.covers(owners[at][0]):
        return True
    owner = owners[at][1]
    return owner in fold(statement.text) or owner in fold(told)


def is_spoken(said: str) -> bool:
    """Say whether a stretch is somebody's words, or what leads to them."""
    forms = (pattern("verbs.spoken").search, pattern("prose.quoted").search, QUOTED.match)
    return any(form(said) for form in forms)


def passes(text: str) -> bool:
    """Say whether a statement only leads from one to another: 天成制药并非孤例."""
    return pattern("prose.passing").match(fold(text)) is not None


def _follows(statement: Statement, sentence: Sentence, text: str, told: str) -> bool:
    spoken = is_spoken(fold(statement.text))
    opens = _opens(statement.span.start, sentence, text)
    whole = opens and is_ended(_whole(sentence, text)) and is_whole(fold(statement.text))
    return whole and not spoken and standing(sentence, statement.span, text).is_clear(told)


def _opens(start: int, sentence: Sentence, text: str) -> bool:
    """Say whether a stretch begins where its sentence does, or a part of it."""
    own = without_head(text, sentence.span).start
    return start <= closed_at(text, own) or text[:start].rstrip()[-1:] in (";", "；")


def _told(analysis: Analysis, body: Sequence[Sentence]) -> Iterator[tuple[Sentence, Span]]:
    """Yield the sentences of the body without what opens them and tells nothing."""
    for sentence in body:
        start = sentence.span.start
        span = without_head(analysis.text, Span(start, closed_at(analysis.text, sentence.span.end)))
        if len(span.of(analysis.text).strip()) >= SHORTEST:
            yield sentence, span


def _beginnings(sentence: Sentence, span: Span, text: str, limit: int) -> Iterator[Span]:
    """Yield the sentence, if it is short enough, and what of it stands before a pause.

    Behind a clause that only says when, nothing is told yet.
    """
    inside = [clause for clause in sentence.clauses if clause.span.end > span.start]
    ends = [clause.span.end for clause in inside if not says_when(clause)]
    for end in dict.fromkeys((span.end, *ends)):
        run = Span(span.start, end)
        said = run.of(text)
        cut = end < span.end and hangs_in_air(said)
        if SHORTEST <= len(said) <= limit and is_whole(said) and not cut:
            yield _trimmed(run, text)


def is_whole(said: str) -> bool:
    """Say whether quotations are closed, and what leads to something said is followed by it."""
    balanced = all(said.count(left) == said.count(right) for left, right in PAIRS)
    return balanced and not pattern("prose.unsaid").search(said.rstrip(TRAILING))


def _whole(sentence: Sentence, text: str) -> str:
    return Span(sentence.span.start, closed_at(text, sentence.span.end)).of(text)


def _quiet(sentence: Sentence, text: str, headline: frozenset[str]) -> Iterator[Span]:
    """Yield the clauses that have no word of the headline."""
    spans = (clause.span for clause in sentence.clauses)
    return (span for span in spans if bigrams(span.of(text)).isdisjoint(headline))


def _idle(quiet: Iterable[Span], run: Span, figures: Sequence[Quantity]) -> int:
    """Return how many characters of a run stand in clauses that tell none of the news."""
    inside = (span for span in quiet if run.overlaps(span))
    return sum(
        len(span) for span in inside if not any(each.span.overlaps(span) for each in figures)
    )


def _trimmed(run: Span, text: str) -> Span:
    said = run.of(text)
    start = run.start + len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip().rstrip(TRAILING)))


def _lead(
    analysis: Analysis,
    sentence: Sentence,
    run: Span,
    order: int,
    headline: frozenset[str],
    news: Sequence[Quantity],
    limit: int,
    quiet: Sequence[Span],
) -> Lead:
    said = run.of(analysis.text)
    figures = [each.quantity for each in sentence.figures if run.covers(each.quantity.span)]
    told = {
        "headed": len(bigrams(said) & headline) / len(headline) if headline else 0.0,
        "early": 1 / (1 + order),
        "figure": min(len(figures), FIGURES),
        "news": any(is_headed(each, news) for each in figures),
        "long": len(run) / limit,
        "idle": _idle(quiet, run, figures) / limit,
        "unended": not is_ended(_whole(sentence, analysis.text)),
        "spoken": is_spoken(said),
        "opinion": pattern("prose.opinion").match(said) is not None,
    }
    return Lead(sentence, run, sum(WORTH[cue] * value for cue, value in told.items()))
