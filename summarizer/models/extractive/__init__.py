"""The embedded model: the article's own words, chosen, shortened, and nothing added.

    sentences ── statements ──┬─ abstract    the opening news, ≤ 120 characters
      (clauses: what can be    │              (opening: the headline's news, and what can be read
       cut out; statements:    │              behind it; alone: what a sentence lacks for that)
       what each is worth)     └─ key points  what else was said, in the article's order

No character is written that the article does not print in that order, but the stop that closes a
sentence.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from summarizer import __version__
from summarizer.analysis import Analysis
from summarizer.binding import relate
from summarizer.document import Article
from summarizer.models import Draft, Request
from summarizer.models.extractive.opening import following, lead, leans, owned, owners_of, passes
from summarizer.models.extractive.statements import Statement, as_statement, bigrams, statements
from summarizer.quantity import Quantity
from summarizer.summary import ArticleSummary, KeyPoint
from summarizer.text import fold, sentences

ALIKE = 0.6
"""The part of the shorter of two statements that makes the second one idle behind the first."""
WORTHY = 0.5
"""The part of the worth of the best statement that another must have to follow the lead."""
NEAR = 0.69
FEWEST, BRIEF, EXCESS = 3, 48, 0.08
"""How many key points at least, how long a brief one is, and how much room those may add."""
BASE, MOST = 140, 0.45
"""Characters of a summary besides its share of the article: short ones and long ones have as many
facts to tell. And the part of an article that it repeats at most."""
OPENING = 0.65
"""The part of the room that the abstract may take."""
FILLING = 3.0
"""What a statement is worth more that tells all of the headline that the lead does not."""
FOLLOWING, UNTOLD = 1, 0.6
"""How many statements follow the lead of an abstract; one more where it leaves so much of the
headline untold."""
LEANING = 0.5
"""What a key point loses that names no doer, or points to one that is not named in it."""
LOOKED_AT = 24
"""How many of the worthiest statements are asked whether they do."""
LEAST = 0.75
"""The part of its length that an abstract may take even of a short article."""


@dataclass(frozen=True, slots=True)
class ExtractiveModel:
    """Drafts from the article's own words; needs no key and no network.

    `length` bounds the abstract, in characters; `points` the number of key points; `share` the
    part of the article that abstract and key points together may repeat, besides `BASE` characters.
    """

    length: int = 120
    points: int = 7
    share: float = 0.085

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
        """Which engine it is; what it drafts costs nothing and is not kept."""
        return f"extractive@{__version__}"

    def draft(self, request: Request) -> Draft:
        """Draft a summary and the table of the figures; asked again, withdraw what was refuted."""
        if request.previous:
            return Draft(_withdrawn(request.previous, {f.subject for f in request.findings}))
        article, claims = request.article, request.table
        quotable = statements(request.analysis, claims, self.length)
        least = int(LEAST * self.length)
        whole = len(article.text)
        room = max(min(int(BASE + self.share * whole), int(MOST * whole)), least)
        opening = self._opening(
            request, quotable, min(self.length, max(int(OPENING * room), least))
        )
        left = [s for s in quotable if not _said(s, opening) and not passes(s.text)]
        left = _stood_up(left, request.analysis)
        points = self._points(left, room - _size(opening), len(article.text))
        summary = ArticleSummary(
            abstract="".join(_closed(statement, article) for statement in opening),
            key_points=tuple(_key_point(point, request.quantities) for point in points),
            observations=claims,
            relations=relate(request.analysis, claims),
        )
        return Draft(summary)

    def _opening(
        self, request: Request, quotable: Sequence[Statement], room: int
    ) -> list[Statement]:
        """Lead with the news of the headline; add what can be read behind it."""
        found = lead(request.analysis, room)
        if found is None:
            return []
        first = as_statement(request.analysis, found.span)
        told = first.text + (request.article.headline or "")
        owners = owners_of(request.table, request.quantities)
        behind = (
            s
            for s in quotable
            if s.span.start >= first.span.end
            and not _said(s, [first], ALIKE)
            and owned(s, owners, told)
        )
        headline = bigrams(fold(request.article.headline or ""))
        missed = headline - first.bigrams
        later = [_filling(s, missed) for s in following(behind, request.analysis, told)]
        least = WORTHY * max((s.worth for s in later), default=0.0)
        later = [s for s in later if s.worth >= least]
        places = FOLLOWING + (len(missed) > UNTOLD * len(headline))
        return [first, *_chosen(later, room - len(first.text) - 1, places)]

    def _points(self, left: Sequence[Statement], room: int, whole: int) -> list[Statement]:
        """Choose key points, none longer than half the room; short articles may exceed it."""
        telling = [s for s in left if not s.idle]
        left = telling if len({s.order for s in telling}) >= FEWEST else left
        points = _chosen(
            [s for s in left if len(s.text) <= max(BRIEF, room // 2)], room, self.points
        )
        missing = min(FEWEST, self.points) - len(points)
        if missing <= 0:
            return points
        brief = [s for s in left if len(s.text) <= BRIEF and not s.idle and not _said(s, points)]
        return sorted(
            [*points, *_chosen(brief, max(BRIEF, int(EXCESS * whole)), missing)], key=_order
        )


def _stood_up(left: Sequence[Statement], analysis: Analysis) -> list[Statement]:
    """Return the statements, worth less where a reader cannot tell who does it.

    Only the worthiest are looked at: no other becomes a key point.
    """
    least = min((s.worth for s in nlargest(LOOKED_AT, left, key=lambda s: s.worth)), default=0.0)
    leaning = (s.worth >= least and leans(s, analysis) for s in left)
    return [
        replace(s, worth=s.worth - LEANING) if bad else s
        for s, bad in zip(left, leaning, strict=True)
    ]


def _filling(statement: Statement, missed: frozenset[str]) -> Statement:
    """Return a statement worth more by what it tells of a headline that the lead has not told."""
    filled = len(statement.bigrams & missed) / len(missed) if missed else 0.0
    return replace(statement, worth=statement.worth + FILLING * filled)


def _withdrawn(summary: ArticleSummary, refuted: Collection[str]) -> ArticleSummary:
    """Leave out what was refuted; of an abstract first what was added to its opening."""
    told = list(sentences(summary.abstract))
    kept = summary.without(refuted)
    if "abstract" in refuted and len(told) > 1:
        return kept.model_copy(update={"abstract": told[0]})
    return kept


def _order(statement: Statement) -> int:
    return statement.order


def _key_point(statement: Statement, quantities: Sequence[Quantity]) -> KeyPoint:
    inside = tuple(q.id for q in quantities if statement.span.covers(q.span))
    return KeyPoint(text=statement.text, quantities=inside)


def _chosen(statements: Sequence[Statement], room: int, count: int) -> list[Statement]:
    """Return the worthiest statements that fit, each said once, in the article's order."""
    chosen: list[Statement] = []
    for statement in sorted(statements, key=lambda s: -s.worth):
        fits = _size([*chosen, statement]) <= room
        places = min(FEWEST, count - 1) if statement.idle else count
        if len(chosen) < places and fits and not _said(statement, chosen):
            chosen.append(statement)
    if not chosen and statements and count > 1:
        chosen = [min(statements[:3], key=lambda s: len(s.text))]
    return sorted(chosen, key=_order)


def _size(statements: Sequence[Statement]) -> int:
    return sum(len(statement.text) + 1 for statement in statements)


def _said(statement: Statement, chosen: Sequence[Statement], near: float = NEAR) -> bool:
    """Say whether a statement repeats another, wholly or for the most part."""
    own = statement.bigrams
    return any(
        statement.span.overlaps(other.span)
        or len(own & other.bigrams) > near * min(len(own), len(other.bigrams))
        for other in chosen
    )


def _closed(statement: Statement, article: Article) -> str:
    """Return a statement as a sentence; one that the page cut off stays open."""
    if statement.text[-1] in "。!?！？”」』":
        return statement.text
    cut_off = article.truncated and not article.text[statement.span.end :].strip()
    return f"{statement.text}{'……' if cut_off else '。'}"
