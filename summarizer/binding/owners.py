"""Whom a figure is about, weighed: named cues for each candidate, one table of weights.

    candidates ── cues ──► Σ weights ──► shares of 1: the likeliest is the owner, its share how sure

The reading from top to bottom (`course`) is one cue among others, and the strongest. Figures that
lean on one another have one owner. The weights are fitted by `python -m eval.fit reading` and lie
in `weights.toml`; a cue that is not in the table weighs nothing.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.analysis import Analysis, Name, Sentence
from summarizer.analysis.chunks import OFFICES
from summarizer.analysis.lexicon import Sort
from summarizer.analysis.words import Word
from summarizer.binding.candidates import (
    COUNTRY,
    OURS,
    PLACES,
    Candidate,
    Place,
    candidates_of,
    local_to,
)
from summarizer.binding.coreference import How
from summarizer.binding.discourse import Reading
from summarizer.binding.weights import shares_of, weight_of
from summarizer.codelists import place_names
from summarizer.document import Role
from summarizer.quantity import Kind
from summarizer.summary import Measure

MONEY = 3
"""Letters of a currency code."""
OFTEN = (1, 2, 4, 8)
SIZES = (2, 4, 7, 11)
READ = "read"
OWN = "in the phrase"
LEADS = 3
BY_STRUCTURE = (How.LIST, How.BEHIND, How.AGAINST, How.SPEAKER)
"""What the order of the words alone decides."""
NAMED = (How.CLAUSE, How.LABEL)
"""Where its own clause names whom it is about."""
LIKELY, LEAST = 0.2, 0.1
"""The share that names an owner where the reading finds none, and that of one not weighed."""
CLEARLY, SLIGHTLY = 4.0, 1.2
"""So much likelier must another be than whom the figure's own clause names, and than whom the
reading carries over from elsewhere."""
PROPER = frozenset({"ns", "nr", "nz", "nt", "nrt"})
HERE = (How.LIST, How.BEHIND, How.CLAUSE)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the cues that speak for a figure, and its share of all weights."""

    candidate: Candidate
    cues: tuple[str, ...]
    score: float
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Owned:
    """Whom a figure is about, how sure that is, and who else it could be, the likeliest first."""

    name: Name | None
    share: float
    candidates: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """All candidates of an article, and what the cues need to know of it."""

    analysis: Analysis
    candidates: tuple[Candidate, ...]
    numbers: Mapping[Sentence, int]
    first: int
    """Number of the first sentence of the body."""
    national: int
    """How often the country is named."""

    @classmethod
    def of(cls, analysis: Analysis, readings: Sequence[Reading]) -> "Field":
        """Survey an article that has been read."""
        numbers = {sentence: number for number, sentence in enumerate(analysis.sentences)}
        body = (n for s, n in numbers.items() if s.role in (Role.BODY, Role.SUBHEAD))
        picks = [reading.who for reading in readings if reading.who]
        named = sum(analysis.text.count(word) for word in OURS)
        return cls(analysis, candidates_of(analysis, picks), numbers, next(body, 0), named)

    def weigh(self, reading: Reading) -> tuple[Weighed, ...]:
        """Return the candidates for a figure, each with its cues and the sum of their weights."""
        sentence = reading.figure.sentence
        number = self.numbers[sentence]
        known = {candidate.text for candidate in self.candidates}
        local = local_to(sentence, number, self.analysis.text)
        before = reading.figure.word.start
        things = (c for c in local if c.text not in known and c.places[0].start < before)
        found = []
        for candidate in (*self.candidates, *things):
            cues = tuple(self._cues(reading, candidate, number))
            found.append(Weighed(candidate, cues, weight_of("owner", cues)))
        return tuple(found)

    def _cues(self, reading: Reading, candidate: Candidate, number: int) -> Iterator[str]:
        sort = "country" if candidate.is_country else (candidate.sort or "thing")
        figure = reading.figure
        yield f"sort {sort}"
        yield from _as_read(reading, candidate, sort)
        yield f"sort {sort} of {_unit(reading)}"
        near = self._nearest(candidate, figure.word.start)
        where = self._where(near, reading, number)
        yield f"stands {where}"
        yield f"{sort} stands {where}"
        if near and near.sentence == number:
            yield from self._beside(near, reading, where)
        yield f"titled {candidate.titled} {sort}"
        often = len(candidate.places)
        yield f"named {sum(often >= step for step in OFTEN)}"
        yield f"length {sum(len(candidate.text) > step for step in SIZES)} {sort == 'thing'}"
        if candidate.places and candidate.places[0].sentence < self.first + LEADS:
            yield f"in the lead {sort}"
        if candidate.is_country:
            yield f"country named {min(self.national, 4)}"
        yield f"form {_form(candidate.text)} {sort}"
        if _is_office(candidate.text):
            yield "office"
            yield f"office stands {where}"
        own = reading.phrase.name
        if own and near and near.start < own[-1].end and own[0].start < near.end:
            yield f"in the phrase {'whole' if near.end >= own[-1].end else 'begins'} {sort}"

    def _nearest(self, candidate: Candidate, at: int) -> Place | None:
        """Return where a candidate was named last before a figure, else its next place."""
        before = bisect_right(candidate.places, at, key=lambda place: place.end)
        return candidate.places[before - 1 if before else 0] if candidate.places else None

    def _where(self, place: Place | None, reading: Reading, number: int) -> str:
        if place is None:
            return "nowhere"
        sentence = self.analysis.sentences[place.sentence]
        if place.start >= reading.figure.word.start:
            return "behind" if place.sentence == number else "later"
        if place.sentence == number:
            return "in the clause" if place.clause == reading.figure.clause else "in the sentence"
        if sentence.role not in (Role.BODY, Role.SUBHEAD):
            return "in the title"
        if sentence.line == reading.figure.sentence.line:
            return "a sentence before" if place.sentence == number - 1 else "in the paragraph"
        near = reading.figure.sentence.line - sentence.line == 1
        return "a paragraph before" if near else "far before"

    def _beside(self, place: Place, reading: Reading, where: str) -> Iterator[str]:
        """Yield what stands beside a candidate in the sentence of the figure."""
        words = reading.figure.sentence.clauses[place.clause].words
        before = [word for word in words if word.end <= place.start]
        after = [word for word in words if word.start >= place.end]
        if not [word for word in before if not word.is_time and word.tag not in ("d", "c")]:
            yield f"opens {where}"
        elif before:
            yield f"after {_class(before[-1])} {where == 'in the clause'}"
        if after:
            yield f"before {_class(after[0])} {where == 'in the clause'}"
        if place.compared:
            yield "compared"
        if any(word.is_figure for word in after if word.end <= reading.figure.word.start):
            yield "another figure between"


def _as_read(reading: Reading, candidate: Candidate, sort: str) -> Iterator[str]:
    """Yield how a candidate stands to whom the reading from top to bottom has found."""
    if reading.who is None:
        yield f"read nobody {sort}"
        return
    read = reading.who.text
    same = read in (candidate.text, *candidate.called)
    same = same or (candidate.is_country and read in OURS)
    same = same or (candidate.text[:-1] == read and candidate.text[-1] in PLACES)
    if same:
        yield READ
        yield f"read {reading.how}"
        yield f"read {sort}"
    elif read in candidate.text:
        yield f"holds the one read {candidate.proper}"
    elif candidate.text in read:
        yield f"in the one read {candidate.proper}"


@lru_cache(maxsize=4096)
def _is_office(text: str) -> bool:
    return OFFICES.search(text) is not None


@lru_cache(maxsize=4096)
def _form(text: str) -> str:
    """Say what a candidate is made of: a name has an unknown word, or a proper one."""
    import rjieba

    tagged = rjieba.tag(text)
    first, tag = tagged[0]
    if any(character.isdigit() for character in text):
        return "with digits"
    if tag == "v" and len(first) > 1 and rjieba.has_word(first):
        return "verb first"
    if any(tag in PROPER for _, tag in tagged):
        return "proper" if len(tagged) > 1 or text in place_names() else "one proper word"
    return "common" if all(rjieba.has_word(word) for word, _ in tagged) else "unknown"


def _class(word: Word) -> str:
    """Return what sort of word stands beside a candidate."""
    if word.is_time:
        return "time"
    if word.is_figure:
        return "figure"
    return word.text if word.tag in ("p", "uj", "c") or word.text in "、的" else word.tag[:1]


def _unit(reading: Reading) -> str:
    """Return what sort of figure it is."""
    quantity, measure = reading.figure.quantity, reading.phrase.measure
    if measure in (Measure.GROWTH, Measure.SHARE, Measure.RANK):
        return str(measure)
    if quantity.kind is Kind.COUNT:
        return "count"
    unit = quantity.unit or ""
    return "money" if len(unit) == MONEY and unit.isupper() else "other"


def owned(analysis: Analysis, readings: Sequence[Reading]) -> tuple[Owned, ...]:
    """Choose the owner of every figure; figures that lean on one another have one."""
    field = Field.of(analysis, readings)
    weighed = [field.weigh(reading) for reading in readings]
    groups: dict[int, list[int]] = {}
    for index, reading in enumerate(readings):
        groups.setdefault(id(_first(reading)), []).append(index)
    chosen: dict[int, Owned] = {}
    for members in groups.values():
        shares = _shares([weighed[index] for index in members])
        for index in members:
            chosen[index] = _chosen(readings[index], weighed[index], shares)
    return tuple(chosen[index] for index in range(len(readings)))


def _first(reading: Reading) -> Reading:
    """Return the figure that a row of figures leans on, one on the other."""
    while reading.base is not None and reading.how is How.BASE:
        reading = reading.base
    return reading


def _chosen(reading: Reading, weighed: Sequence[Weighed], shares: Mapping[str, float]) -> Owned:
    """Choose among the candidates for a figure; whom the reading has found needs less."""
    ranked = sorted(weighed, key=lambda each: -shares[each.candidate.text])
    told = tuple(replace(each, share=shares[each.candidate.text]) for each in ranked)
    best, who = next((each for each in told if each.candidate.places), told[0]), reading.who
    read = next((each for each in told if READ in each.cues), None)
    lead = CLEARLY if reading.how in NAMED else SLIGHTLY
    if read and (reading.how in BY_STRUCTURE or best.share <= lead * read.share):
        best = read
    elif read is None and not _may_replace(reading, best):
        return Owned(who, LEAST, told)
    return Owned(_name(reading, best.candidate), best.share, told)


def _may_replace(reading: Reading, best: Weighed) -> bool:
    """Say whether the likeliest may stand for nobody, or a body for a pointer or part of a name."""
    if reading.who is not None:
        return reading.how not in BY_STRUCTURE and best.candidate.proper
    named = bool(best.candidate.places)  # 全国 is a candidate even where nothing says so
    return named and best.share > LIKELY and not any(cue.startswith(OWN) for cue in best.cues)


def _name(reading: Reading, candidate: Candidate) -> Name | None:
    """Return a candidate as the name nearest to a figure, and where it is named in full."""
    size = len(candidate.text)
    fully = ((p.start, p.end) for p in candidate.places if p.end - p.start == size)
    full = next(fully, None) if candidate.called else None
    who = reading.who
    if who and READ in _as_read(reading, candidate, ""):
        return replace(who, full=full)
    at = reading.figure.word.start
    sort = candidate.sort or Sort.PROJECT
    if not candidate.places:
        return Name(0, 0, 0, COUNTRY, sort)
    before = bisect_right(candidate.places, at, key=lambda place: place.end)
    place = candidate.places[before - 1 if before else 0]
    return Name(place.start, place.end, place.end, candidate.text, sort, full=full)


def _shares(weighed: Sequence[Sequence[Weighed]]) -> dict[str, float]:
    """Return each candidate's share for figures that have one owner, by its words."""
    added: dict[str, float] = {}
    for figure in weighed:
        highest = max(each.score for each in figure)
        total = math.log(sum(math.exp(each.score - highest) for each in figure)) + highest
        own = {each.candidate.text: each.score - total for each in figure}
        least = min(own.values())
        unheard = least if added else 0.0
        added = {text: added.get(text, unheard) + own.get(text, least) for text in {**added, **own}}
    return dict(zip(added, shares_of(tuple(added.values())), strict=True))
