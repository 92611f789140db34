"""The embedded model: the article's own words, chosen, shortened, and nothing added.

    sentences ── statements ── ranked ── abstract    the opening news, ≤ 120 characters
                     │                └─ key points  what else was said, in the article's order
                     │
    a statement is a run of whole clauses of one sentence: 据悉 and the like are dropped at its
    head, and what follows its last figure at its tail. It never begins behind the subject, the
    period or the 力争 of a figure it keeps.

No character is written that the article does not print in that order.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from summarizer import __version__
from summarizer.binding import bind, relate
from summarizer.codelists import find_indicator
from summarizer.document import Article, Role
from summarizer.models import Draft, Request
from summarizer.quantity import Kind, Quantity
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim, Status
from summarizer.text import Span, fold

SENTENCE = re.compile(r"[^。!?！？\n]+[。!?！？]?[”’」』)）]{0,2}")
CLAUSE = re.compile(r"(?:[^,，;；]|[,，](?=\d{3}(?!\d)))+[,，;；]?")
PREAMBLE = re.compile(
    r"""\s*(?:
      [^\s，,。]{0,8}[讯电訊電](?=[（(\s])
    | (?:据|據)?[^\s，,。]{0,4}社[^\s，,。]{0,12}[电電](?=[（(\s])
    | [【\[][^】\]]{0,8}[】\]] | [【\[][^】\]]{0,24}(?:报道|報道|報導|[讯訊电電])[】\]]
    | [▲△●○■□◆◇★☆►▶※]
    | [（(][^）)]{0,20}[）)][:：]? | [^\s，。]{0,12}(?:消息|报道|報道)[:：]
    | \d{1,2}[.、．] | [一二三四五六七八九十]{1,2}[、是] | 第[一二三四五六]，
    | (?:据悉|据了解|据介绍|据统计|另据统计|此外|另外|同时|可见|因此|其中|表现为
        | (?:\d{1,2}月\d{1,2}日|日前|近日|昨日)?[，,]?(?:记者)?从[^，,。]{2,20}?(?:获悉|了解到)
        | (?:近日|记者)?(?:获悉|了解到) | 据[^，,。]{2,20}?(?:显示|介绍|透露|统计|获悉|说|表示)
      )[,，:：]
    )\s*""",
    re.VERBOSE,
)
DEPENDENT = re.compile(
    r"\s*(?:同比|环比|比上|比去|较上|增长|增幅|下降|增速|降幅|升幅|占(?!地)|分别|即|也就是|折合)"
)
PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("《", "》"), ("（", "）"), ("(", ")"), ("『", "』"))
LEANING = re.compile(
    r"[,，;；\s]*(?:[^,，]{0,3}[,，]?(?:该|这|其(?!中)|此)|他|她|那|并|但|而|也|还|对此|为此|之后|届时|当年|占|比"
    r"|同比|较)"
)
POINTING = re.compile(r"(?:[^,，]{0,12}[,，])?(?:这[家个些一]|該|该(?![区市县省]))")
"""2018年,这家企业 …: who that is, another sentence says."""
BREAKDOWN = re.compile(
    r"\s*(?:其中|分[^,，]{1,5}看|[从從][^,，]{1,8}看|按[^,，]{1,8}分|在[^,，]{1,4}中[,，])"
)
"""从贸易方式看,…: what a total is made of is told after the total."""
AFTERWARDS = re.compile(r"(?:达产|投产|建成|竣工|满产|投用|运营|开拓)[^，,。]{0,4}[后後]")
CUE = re.compile(r"力争|确保|争取|目标|计划|预计|有望|将|拟|要|达产|建成后|投产后|规划")
QUOTED = re.compile(r"\s*[“「『\"]")
SPOKEN = re.compile(r"(?:表示|强调|指出|认为|说)[,，:：]?$")
SCENE = re.compile(r"走进|……|轰鸣|映入眼帘|热火朝天|来来往往|穿梭|清晨|一派|座无虚席")
TOO_SHORT = 8
NEAR = 0.6
LEAD, OPENS, TOLD, MANY, HEADED, LEANS, BREVITY = 1.6, 0.3, 0.9, 4, 2.0, 0.6, 0.3
"""What makes a statement worth quoting; set on the natural pages for development."""
SIZE, AKIN, FEWEST, BRIEF, EXCESS = 0.5, 0.1, 3, 38, 0.15
PRODUCT = re.compile(r"产量$")
PRODUCED, OWN, KNOWN, IDLE = 0.3, 1.08, 1.1, 0.6
"""What one product weighs, the headline's body, a listed indicator; what no figure takes off."""
MONEY = frozenset({"CNY", "USD", "HKD", "EUR"})
LEAST = 0.75
"""The part of its length that an abstract may take even of a short article."""
TRAILING = "，,；;：:、 "


@dataclass(frozen=True, slots=True)
class Fact:
    """A claimed figure, where it stands, and how much it weighs in a summary."""

    span: Span
    claim: ObservationClaim
    weight: float


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


@dataclass(frozen=True, slots=True)
class ExtractiveModel:
    """Drafts from the article's own words; needs no key and no network.

    `length` bounds the abstract, in characters; `points` the number of key points; `share` the
    part of the article that abstract and key points together may repeat.
    """

    length: int = 120
    points: int = 6
    share: float = 0.26

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
        article, quantities = request.article, request.quantities
        claims = bind(article, quantities, request.date)
        statements = _statements(article, quantities, claims, self.length)
        least = int(LEAST * self.length)
        room = max(int(self.share * len(article.text)), least)
        clear = [s for s in statements if not POINTING.match(s.text)] or statements
        opening = _chosen(clear, min(self.length, max(room // 2, least)), 2)
        left = [s for s in statements if not _said(s, opening)]
        points = self._points(left, room - _size(opening), len(article.text))
        summary = ArticleSummary(
            abstract="".join(_closed(statement.text) for statement in opening),
            key_points=tuple(_key_point(point, quantities) for point in points),
            observations=claims,
            relations=relate(article, quantities, claims),
        )
        return Draft(summary)

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


def _withdrawn(summary: ArticleSummary, refuted: Collection[str]) -> ArticleSummary:
    """Leave out what was refuted; of an abstract first what was added to its opening."""
    sentences = SENTENCE.findall(summary.abstract)
    kept = summary.without(refuted)
    if "abstract" in refuted and len(sentences) > 1:
        return kept.model_copy(update={"abstract": sentences[0]})
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


def _said(statement: Statement, chosen: Sequence[Statement]) -> bool:
    """Say whether a statement repeats another, wholly or for the most part."""
    own = statement.bigrams
    return any(
        statement.span.overlaps(other.span)
        or len(own & other.bigrams) > NEAR * min(len(own), len(other.bigrams))
        for other in chosen
    )


def _statements(
    article: Article, quantities: Sequence[Quantity], claims: Sequence[ObservationClaim], limit: int
) -> list[Statement]:
    """Return every statement that could be quoted, longer and shorter ones of each sentence."""
    claimed = {claim.quantity: claim for claim in claims}
    title = fold(article.headline or "")
    facts = [
        Fact(q.span, claimed[q.id], _weight(q, claimed[q.id], title))
        for q in quantities
        if q.id in claimed
    ]
    starts = [fact.span.start for fact in facts]
    headline = _bigrams(title)
    found = []
    for order, (sentence, opens) in enumerate(_sentences(article)):
        inside = facts[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        parts = BREAKDOWN.match(article.text, sentence.start, sentence.end) is not None
        for span in _windows(article.text, _lean(article.text, sentence), inside, limit):
            text = span.of(article.text)
            if TOO_SHORT <= len(text) <= limit:
                told = sum(fact.weight for fact in inside if span.covers(fact.span))
                bigrams = _bigrams(fold(text))
                likeness = len(bigrams & headline) / max(1, len(headline))
                idle = bool(order or headline) and not told and likeness < AKIN
                worth = _worth(text, order, told, likeness, opens=opens, parts=parts)
                found.append(Statement(span, text, order, worth - IDLE * idle, bigrams, idle))
    return found


def _weight(quantity: Quantity, claim: ObservationClaim, headline: str) -> float:
    """Money, shares and counts carry the news; sizes and products less, main indicators more."""
    if PRODUCT.search(fold(claim.indicator)):
        return PRODUCED
    size = quantity.kind is Kind.AMOUNT and quantity.unit not in MONEY
    named = claim.ref_area is not None and fold(claim.ref_area) in headline
    known = find_indicator(claim.indicator, claim.scope) is not None
    return (SIZE if size else 1.0) * (OWN if named else 1.0) * (KNOWN if known else 1.0)


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


def _windows(text: str, sentence: Span, facts: Sequence[Fact], limit: int) -> Iterator[Span]:
    """Yield the runs of clauses that stand alone; what has no figures is kept whole if it can."""
    clauses = [Span(*m.span()) for m in CLAUSE.finditer(text, sentence.start, sentence.end)]
    long = len(sentence) > limit
    if facts:
        starts, ends = list(_starts(text, clauses, facts)), _ends(text, clauses, facts, long=long)
    else:
        fitting = [c.end for c in clauses if c.end - sentence.start <= limit]
        starts, ends = [sentence.start], fitting[-1:]
    for start in starts:
        for end in ends:
            span = Span(start, end)
            if end > start and _keeps(text, sentence, span, facts) and _balanced(span.of(text)):
                yield _trimmed(text, span)


def _starts(text: str, clauses: Sequence[Span], facts: Sequence[Fact]) -> Iterator[int]:
    """Yield where a statement may begin: before the first figure, or behind a semicolon."""
    told = False
    for index, clause in enumerate(clauses):
        parted = index and text[clauses[index - 1].end - 1] in "；;"
        if not index or ((parted or not told) and not LEANING.match(text, clause.start)):
            yield clause.start
        told = told or any(clause.covers(fact.span) for fact in facts)


def _ends(text: str, clauses: Sequence[Span], facts: Sequence[Fact], *, long: bool) -> list[int]:
    """Return where a statement may end: behind a figure; before its growth only if it must."""
    told = [c.end for c in clauses if any(c.covers(fact.span) for fact in facts)]
    return [end for end in told if long or not DEPENDENT.match(text, end)]


def _balanced(text: str) -> bool:
    """Say whether no quotation or bracket is cut in two."""
    return all(text.count(left) == text.count(right) for left, right in PAIRS)


def _keeps(text: str, sentence: Span, span: Span, facts: Sequence[Fact]) -> bool:
    """Say whether all that the figures of a run depend on lies inside the run."""
    return all(
        _has_its_words(text, sentence, span, fact) for fact in facts if span.covers(fact.span)
    )


def _has_its_words(text: str, sentence: Span, span: Span, fact: Fact) -> bool:
    before = text[sentence.start : span.start]
    inside = text[span.start : fact.span.start]
    claim = fact.claim
    if claim.status is Status.CAPACITY and not AFTERWARDS.search(inside):
        return not AFTERWARDS.search(before)
    if claim.status is not Status.ACTUAL and CUE.search(before) and not CUE.search(inside):
        return False
    words = (claim.ref_area, claim.time_period_text, claim.indicator)
    return not any(word and word in before and word not in span.of(text) for word in words)


def _trimmed(text: str, span: Span) -> Span:
    """Leave off the comma at the end and the blanks at both."""
    cut = span.of(text)
    start = span.start + len(cut) - len(cut.lstrip())
    return Span(start, start + len(cut.strip().rstrip(TRAILING)))


def _worth(
    text: str, order: int, figures: float, likeness: float, *, opens: bool, parts: bool
) -> float:
    """Rank a statement: its place, the headline's words, its figures, against its length."""
    worth = LEAD / (1 + order) + OPENS * opens + TOLD * min(figures, MANY)
    worth += HEADED * likeness
    leans = parts or LEANING.match(text) or QUOTED.match(text)
    if leans or SPOKEN.search(text) or SCENE.search(text):
        worth -= LEANS
    return worth / math.pow(len(text), BREVITY)


def _closed(text: str) -> str:
    return text if text[-1] in "。!?！？”" else f"{text}。"


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))
