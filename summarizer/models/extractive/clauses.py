"""Which runs of clauses of a sentence can stand alone. All texts are folded.

    据悉,截至5月底,青山高新区收入120亿元,增长10%;利润9亿元,增长8%。
    ────                                                              head, dropped
         ─────────────────────────────────────────                    stands alone
         ────────────────────────────────────────────────────────     so does this
                    ────────────────────────────── no: of when?

A run never begins behind the subject, the time or the 力争 of a figure that it keeps, never ends
before that figure's growth if it can be helped, and cuts no quotation or bracket in two.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.lexicon import pattern
from summarizer.summary import ObservationClaim, Status
from summarizer.text import Span, fold

CLAUSE = re.compile(r"(?:[^,;]|(?<=\d),(?=\d{3}(?!\d)))+[,;]?")
PREAMBLE = pattern("page.preamble")
DEPENDENT = pattern("change.dependent")
LEANING = pattern("page.leaning")
ADVERBIAL = pattern("page.adverbial")
SUBORDINATE = pattern("prose.subordinate")
AFTERWARDS = pattern("status.capacity")
CUE = pattern("status.meant")
PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("《", "》"), ("(", ")"), ("『", "』"))
TRAILING = ",;:、 "


@dataclass(frozen=True, slots=True)
class Fact:
    """A claimed figure, where it stands, and how much it weighs in a summary."""

    span: Span
    claim: ObservationClaim
    weight: float


@dataclass(frozen=True, slots=True)
class Quotable:
    """A sentence of the body without its head, its figures, and the times that it names.

    `opens` says that it opens its paragraph, `part` that it tells what a total is made of, `ended`
    that a full stop ends it: a title has none.
    """

    span: Span
    facts: tuple[Fact, ...]
    times: tuple[Span, ...]
    opens: bool = False
    part: bool = False
    ended: bool = True


def without_head(text: str, sentence: Span) -> Span:
    """Leave out 本报讯, 据悉, 此外 and the like at the beginning."""
    start = sentence.start
    while match := PREAMBLE.match(text, start, sentence.end):
        start = match.end()
    return Span(start, sentence.end)


def runs(text: str, sentence: Quotable, limit: int) -> Iterator[Span]:
    """Yield the runs of clauses that stand alone; what has no figures is kept whole if it can."""
    whole = sentence.span
    clauses = [Span(*m.span()) for m in CLAUSE.finditer(text, whole.start, whole.end)]
    if sentence.facts:
        starts = list(_starts(text, clauses, sentence.facts))
        ends = _ends(text, clauses, sentence.facts, long=len(whole) > limit)
    else:
        fitting = [c.end for c in clauses if c.end - whole.start <= limit]
        starts, ends = [whole.start], fitting[-1:]
    for start in starts:
        for end in ends:
            if end > start and _stands(text, sentence, Span(start, end)):
                yield _trimmed(text, Span(start, end))


def _starts(text: str, clauses: Sequence[Span], facts: Sequence[Fact]) -> Iterator[int]:
    """Yield where a run may begin: before the first figure, or behind a semicolon."""
    told = False
    for index, clause in enumerate(clauses):
        parted = index and text[clauses[index - 1].end - 1] == ";"
        if not index or ((parted or not told) and not LEANING.match(text, clause.start)):
            yield clause.start
        told = told or any(clause.covers(fact.span) for fact in facts)


def _ends(text: str, clauses: Sequence[Span], facts: Sequence[Fact], *, long: bool) -> list[int]:
    """Return where a run may end: behind a figure; before its growth only if it must."""
    told = [
        clause.end
        for clause in clauses
        if any(clause.covers(fact.span) for fact in facts)
        and not ADVERBIAL.fullmatch(text, clause.start, clause.end)
    ]
    return [end for end in told if long or not DEPENDENT.match(text, end)]


def _stands(text: str, sentence: Quotable, run: Span) -> bool:
    """Say whether no pair is cut in two and all that the figures depend on lies inside."""
    balanced = all(run.of(text).count(left) == run.of(text).count(right) for left, right in PAIRS)
    kept = [fact for fact in sentence.facts if run.covers(fact.span)]
    hangs = run.end < sentence.span.end and hangs_in_air(run.of(text))
    return (
        balanced and not hangs and all(_has_its_words(text, sentence, run, fact) for fact in kept)
    )


def hangs_in_air(said: str) -> bool:
    """Say whether a stretch that is cut off ends in a clause that only leads to the next."""
    last = re.split("[,;:]", said.rstrip(TRAILING))[-1]
    return SUBORDINATE.search(last) is not None


def _has_its_words(text: str, sentence: Quotable, run: Span, fact: Fact) -> bool:
    before = text[sentence.span.start : run.start]
    inside = text[run.start : fact.span.start]
    claim = fact.claim
    if claim.status is Status.CAPACITY and not AFTERWARDS.search(inside):
        return not AFTERWARDS.search(before)
    if claim.status is not Status.ACTUAL and CUE.search(before) and not CUE.search(inside):
        return False
    words = (claim.ref_area, claim.time_period_text, claim.indicator)
    needed = (fold(word) for word in words if word)
    kept = all(word in run.of(text) for word in needed if word in before)
    return kept and _keeps_time(sentence, run, fact)


def _keeps_time(sentence: Quotable, run: Span, fact: Fact) -> bool:
    """Say whether a run that leaves a time behind has another one before the figure."""
    before = [time for time in sentence.times if time.start < fact.span.start]
    return not before or any(run.covers(time) for time in before)


def _trimmed(text: str, run: Span) -> Span:
    """Leave off the comma at the end and the blanks at both."""
    cut = run.of(text)
    start = run.start + len(cut) - len(cut.lstrip())
    return Span(start, start + len(cut.strip().rstrip(TRAILING)))
