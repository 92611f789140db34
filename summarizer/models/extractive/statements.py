"""Everything that could be quoted from an article, and what it is worth.

A statement is a run of clauses. It is worth more the earlier it stands, the more figures it has
and the more words of the headline, and less the longer it is. The constants were set on the
natural pages for development.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import add
from typing import TypeVar

from summarizer.analysis import Analysis, Sentence
from summarizer.codelists import find_indicator
from summarizer.document import Article, Role
from summarizer.lexicon import pattern, word_set
from summarizer.models.extractive.clauses import LEANING, Fact, Quotable, runs, without_head
from summarizer.quantity import Kind, Quantity
from summarizer.summary import ObservationClaim
from summarizer.text import Span, fold

CLOSING = re.compile("[”’」』)]{0,2}")
BREAKDOWN = pattern("parts.breakdown")
QUOTED = re.compile(r"\s*[“「『\"]")
SPOKEN = pattern("verbs.spoken")
SCENE = pattern("page.scene")
ENDED = re.compile("[。!?！？…;；][”’」』)）]{0,2}$")
LEAD, OPENS, TOLD, MANY, HEADED, LEANS, BREVITY = 1.17, 0.48, 1.24, 4, 0.81, 0.53, 0.25
TITLED = 0.6
PRODUCT = pattern("measures.product")
SIZE, PRODUCED, OWN, KNOWN, IDLE = 0.3, 0.22, 1.08, 1.1, 0.6
"""What a size weighs, one product, the headline's body, a listed indicator, no figure at all."""
NEWS = 1
"""What a figure weighs more that the headline tells."""
ROUNDING = Decimal("0.05")
MONEY = frozenset({"CNY", "USD", "HKD", "EUR"})
TIMES = (Kind.DATE, Kind.PERIOD)
AGAINST = word_set("times.against_word")
AKIN = 0.1
TOO_SHORT = 8
LONG_LINE = 60
"""Characters of a line that is no title: where no mark ends it, it goes on in the next one."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Statement:
    """Whole clauses of one sentence that can stand alone, and what they are worth.

    An idle one has no figure and nothing of the headline.
    """

    span: Span
    text: str
    order: int
    worth: float
    bigrams: frozenset[str]
    idle: bool


def statements(
    analysis: Analysis, claims: Sequence[ObservationClaim], limit: int
) -> list[Statement]:
    """Return what could be quoted in up to `limit` characters, each sentence long and short."""
    article, text = analysis.article, analysis.text
    headline = bigrams(fold(article.headline or ""))
    facts = list(_facts(article, analysis.quantities, claims))
    found = []
    for order, sentence in enumerate(_sentences(analysis, facts)):
        for run in runs(text, sentence, limit):
            if TOO_SHORT <= len(run) <= limit:
                made = _statement(run.of(article.text), run, order, sentence, headline)
                if sentence.ended or not made.idle:
                    found.append(made)
    return found


def as_statement(analysis: Analysis, span: Span) -> Statement:
    """Return a stretch of the article as something that is quoted."""
    printed = span.of(analysis.article.text)
    return Statement(span, printed, 0, 0.0, bigrams(fold(printed)), idle=False)


def _facts(
    article: Article, quantities: Sequence[Quantity], claims: Sequence[ObservationClaim]
) -> Iterator[Fact]:
    """Yield the claimed figures with their weights; what the headline tells weighs more."""
    claimed = {claim.quantity: claim for claim in claims}
    title, headed = fold(article.headline or ""), of_the_headline(article, quantities)
    for quantity in quantities:
        if claim := claimed.get(quantity.id):
            weight = _weigh(quantity, claim, title)
            yield Fact(quantity.span, claim, weight * (NEWS if is_headed(quantity, headed) else 1))


def _sentences(analysis: Analysis, facts: Sequence[Fact]) -> Iterator[Quotable]:
    """Yield the sentences of the body, each with its figures and the times it names."""
    text = analysis.text
    dated = (q.span for q in analysis.quantities if q.kind in TIMES)
    times = [time for time in dated if text[time.start - 1 : time.start] not in AGAINST]
    figures, moments = [fact.span.start for fact in facts], [time.start for time in times]
    for place, opens in _places(analysis):
        own = without_head(text, place)
        yield Quotable(
            own,
            _within(own, facts, figures),
            _within(own, times, moments),
            opens=opens,
            part=BREAKDOWN.match(text, place.start, place.end) is not None,
            ended=is_ended(place.of(text)),
        )


def of_the_headline(article: Article, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the figures that the headline tells."""
    lines = [line.span for line in article.lines if line.role is Role.HEADLINE]
    return [q for q in quantities if q.is_figure and any(line.covers(q.span) for line in lines)]


def is_headed(quantity: Quantity, headed: Sequence[Quantity]) -> bool:
    """Say whether the headline tells a figure, perhaps rounded: 两成三, 23.4%."""
    value = abs(quantity.value or Decimal(0))
    return any(
        other.unit == quantity.unit and abs(abs(other.value) - value) <= ROUNDING * value
        for other in headed
        if other.value and other is not quantity
    )


def _within(place: Span, things: Sequence[Thing], starts: Sequence[int]) -> tuple[Thing, ...]:
    return tuple(things[bisect_left(starts, place.start) : bisect_left(starts, place.end)])


def _places(analysis: Analysis) -> Iterator[tuple[Span, bool]]:
    """Yield where the sentences of the body lie, and whether each opens its paragraph.

    The quote or bracket that a sentence closes belongs to it.
    """
    line = -1
    for sentence in whole_sentences(analysis):
        start, end = sentence.span.start, sentence.span.end
        if line == sentence.line:
            start = min(closed_at(analysis.text, start), end)
        if sentence.role is Role.BODY and start < end:
            yield Span(start, closed_at(analysis.text, end)), sentence.line != line
        line = sentence.line


def whole_sentences(analysis: Analysis) -> Iterator[Sentence]:
    """Yield the sentences but those that began on the line before, which broke off: 总│额700亿."""
    start, line, broken = 0, -1, False
    for sentence in analysis.sentences:
        begins = sentence.line != line
        if not (begins and broken):
            yield sentence
        start = sentence.span.start if begins else start
        long = sentence.span.end - start > LONG_LINE
        line, broken = sentence.line, long and analysis.text[sentence.span.end - 1].isalnum()


def is_ended(text: str) -> bool:
    """Say whether a full stop ends a text, perhaps in a quotation or a bracket."""
    return ENDED.search(text.rstrip()) is not None


def closed_at(text: str, at: int) -> int:
    """Return where the marks end that close a quote or bracket here."""
    found = CLOSING.match(text, at)
    return found.end() if found else at


def _statement(
    printed: str, run: Span, order: int, sentence: Quotable, headline: frozenset[str]
) -> Statement:
    text = fold(printed)
    own = bigrams(text)
    told = sum(fact.weight for fact in sentence.facts if run.covers(fact.span))
    likeness = len(own & headline) / max(1, len(headline))
    idle = bool(order or headline) and not told and likeness < AKIN
    worth = LEAD / (1 + order) + OPENS * sentence.opens + TOLD * min(told, MANY) + HEADED * likeness
    worth -= LEANS * (sentence.part or _leans(text)) + TITLED * (not sentence.ended)
    worth = worth / math.pow(len(text), BREVITY) - IDLE * idle
    return Statement(run, printed, order, worth, own, idle)


def _leans(text: str) -> bool:
    """Say whether a statement needs the one before it, is someone's opinion, or a mere scene."""
    heads = LEANING.match(text) or QUOTED.match(text)
    return any((heads, SPOKEN.search(text), SCENE.search(text)))


def _weigh(quantity: Quantity, claim: ObservationClaim, headline: str) -> float:
    """Money, shares and counts carry the news; sizes and products less, main indicators more."""
    if PRODUCT.search(fold(claim.indicator)):
        return PRODUCED
    size = quantity.kind is Kind.AMOUNT and quantity.unit not in MONEY
    named = claim.ref_area is not None and fold(claim.ref_area) in headline
    known = find_indicator(claim.indicator, claim.scope) is not None
    return (SIZE if size else 1.0) * (OWN if named else 1.0) * (KNOWN if known else 1.0)


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters."""
    return frozenset(map(add, text, text[1:]))
