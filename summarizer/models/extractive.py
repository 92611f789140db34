"""The embedded model: the article's own sentences, chosen, shortened, and nothing added.

    sentences ── lean (据悉, 本报讯 dropped) ── ranked (place, headline, figures) ── shortened
                                                                                       │
    abstract  the best opening, ≤ 120 characters       key points  the best of the rest, as they
                                                       stand in the article, each said once

A sentence is cut only between clauses, from its end, so that a figure keeps its subject and its
qualifier (力争, 预计). No character is written that the article does not print in that order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import __version__
from summarizer.binding import bind, relate
from summarizer.document import Article, Role
from summarizer.models import Draft, Request
from summarizer.quantity import Quantity
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim
from summarizer.text import Span, fold

SENTENCE = re.compile(r"[^。!?！？\n]+[。!?！？]?[”’」』)）]{0,2}")
CLAUSE_END = re.compile(r"[,，;；](?!\d)|[。!?！？]")
PREAMBLE = re.compile(
    r"\s*(?:[^\s，。]{0,8}[讯电]\s+|[^\s，。]{0,6}(?:消息|报道)[:：]\s*|[（(][^）)]{0,20}[）)]\s*|"
    r"(?:据悉|据了解|据介绍|据统计|另据统计|近日获悉|记者获悉|记者了解到|此外|另外|同时|其中|可见|因此|据[^，。]{2,16}?(?:显示|介绍|透露|统计)(?:说)?)[,，])"
)
ANAPHOR = re.compile(
    r"(?:该|这|其|他|她|此|那|并|但|而|也|还|对此|与此同时|在此|为此|除此|随后|之后|届时)"
)
QUOTED = re.compile(r"[“「『\"]")
TOO_SHORT = 8
NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of the body, lean and short enough to be quoted."""

    span: Span
    text: str
    order: int
    opens: bool
    figures: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class ExtractiveModel:
    """Drafts from the article's own words; needs no key and no network.

    `length` bounds the abstract, `points` the number of key points, `share` the part of the
    article that all of them together may repeat.
    """

    length: int = 120
    points: int = 6
    share: float = 0.25

    @property
    def name(self) -> str:
        """The model's spec."""
        return "extractive"

    @property
    def prompt(self) -> str | None:
        """It sends no prompt."""
        return None

    @property
    def fingerprint(self) -> str:
        """Which engine it is; what it drafts is not worth keeping."""
        return f"extractive@{__version__}"

    def draft(self, request: Request) -> Draft:
        """Draft a summary and the table of the figures."""
        article, quantities = request.article, request.quantities
        claims = bind(article, quantities, request.date)
        candidates = list(_candidates(article, quantities, claims, self.length))
        summary = ArticleSummary(
            abstract=_abstract(candidates, self.length),
            key_points=tuple(self._key_points(article, quantities, candidates)),
            observations=claims,
            relations=relate(article, quantities, claims),
        )
        return Draft(summary)

    def _key_points(
        self, article: Article, quantities: Sequence[Quantity], candidates: Sequence[Candidate]
    ) -> Iterator[KeyPoint]:
        """Yield the best candidates in the order of the article, within the share allowed."""
        room = self.share * sum(len(line.span) for line in article.body)
        chosen: list[Candidate] = []
        for candidate in sorted(candidates, key=lambda c: -c.score):
            used = sum(len(c.text) for c in chosen)
            fits = used + len(candidate.text) <= room or not chosen
            if fits and len(chosen) < self.points and not _said(candidate, chosen):
                chosen.append(candidate)
        for candidate in sorted(chosen, key=lambda c: c.order):
            inside = tuple(q.id for q in quantities if candidate.span.covers(q.span))
            yield KeyPoint(text=candidate.text, quantities=inside)


def _candidates(
    article: Article,
    quantities: Sequence[Quantity],
    claims: Sequence[ObservationClaim],
    limit: int,
) -> Iterator[Candidate]:
    claimed = {claim.quantity for claim in claims}
    figures = [q.span for q in quantities if q.id in claimed]
    wanted = _bigrams(fold(article.headline or ""))
    for order, (sentence, opens) in enumerate(_sentences(article)):
        span = _shortened(article.text, _lean(article.text, sentence), limit)
        text = span.of(article.text)
        if len(text) < TOO_SHORT:
            continue
        told = sum(span.covers(figure) for figure in figures)
        yield Candidate(span, text, order, opens, told, _score(text, order, opens, told, wanted))


def _sentences(article: Article) -> Iterator[tuple[Span, bool]]:
    """Yield the sentences of the body, and whether each opens its paragraph."""
    for line in article.lines:
        if line.role is Role.BODY:
            for match in SENTENCE.finditer(article.text, line.span.start, line.span.end):
                yield Span(*match.span()), match.start() == line.span.start


def _lean(text: str, sentence: Span) -> Span:
    """Leave out 本报讯, 据悉, 此外 and the like at the beginning."""
    start = sentence.start
    while match := PREAMBLE.match(text, start, sentence.end):
        start = match.end()
    return Span(start, sentence.end)


def _shortened(text: str, span: Span, limit: int) -> Span:
    """Cut a sentence behind its last clause that fits, or keep it whole where none does."""
    if len(span) <= limit:
        return span
    ends = [m.start() for m in CLAUSE_END.finditer(text, span.start, span.end)]
    fitting = [end for end in ends if end - span.start <= limit]
    return Span(span.start, fitting[-1]) if fitting else Span(span.start, span.start)


def _score(text: str, order: int, opens: bool, figures: int, wanted: frozenset[str]) -> float:
    """Rank a sentence: place in the article, words of the headline, figures, standing alone."""
    score = 1.5 / (1 + order) + 0.3 * opens + 0.5 * min(figures, 4)
    if wanted:
        score += 2.0 * len(_bigrams(fold(text)) & wanted) / len(wanted)
    if ANAPHOR.match(text):
        score -= 0.6
    if QUOTED.match(text):
        score -= 0.5
    return score


def _abstract(candidates: Sequence[Candidate], length: int) -> str:
    """Open with the best of the first sentences; add the next best while there is room."""
    if not candidates:
        return ""
    opening = max(candidates[:3], key=lambda c: c.score)
    chosen = [opening]
    room = length - len(opening.text)
    for candidate in sorted(candidates, key=lambda c: -c.score):
        if candidate is not opening and len(candidate.text) <= room:
            if _said(candidate, chosen):
                continue
            chosen.append(candidate)
            room -= len(candidate.text)
    return "".join(_closed(c.text) for c in sorted(chosen, key=lambda c: c.order))


def _closed(text: str) -> str:
    return text if text[-1] in "。!?！？”" else f"{text}。"


def _said(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Say whether most of a sentence has been said already."""
    own = _bigrams(candidate.text)
    return any(
        len(own & _bigrams(c.text)) > NEAR * min(len(own), len(_bigrams(c.text))) for c in chosen
    )


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
