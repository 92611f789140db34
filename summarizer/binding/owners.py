"""Whom a figure is about, weighed: named cues for each candidate, one table of weights.

    candidates ── cues ──► Σ weights ──► shares of 1: the likeliest is the owner, its share how sure

The reading from top to bottom (`discourse`) is one cue among others, and the strongest. Figures
that lean on one another have one owner. The weights are fitted by `python -m eval.fit reading` and
lie in `weights.toml`; a cue that is not in the table weighs nothing.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from summarizer.analysis import Analysis, Name, Sentence
from summarizer.analysis.chunks import OFFICES, sort_of
from summarizer.analysis.lexicon import Sort
from summarizer.analysis.names import REPORTS
from summarizer.analysis.noun_phrases import text_of
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
from summarizer.binding.measures import is_money
from summarizer.binding.subjects import candidates
from summarizer.binding.weights import shares_of, weights_of
from summarizer.codelists import place_names
from summarizer.document import Role
from summarizer.quantity import Kind
from summarizer.summary import Measure

OFTEN = (1, 2, 4, 8)
SIZES = (2, 4, 7, 11)
READ = "read"
READING = (READ, "holds", "in the one")
"""How the cues begin that tell of the reading from top to bottom."""
THING, OWN = "thing", "in the phrase"
WHOLE = f"{OWN} whole"
ASIDE = frozenset({"compared", "aside"})
BY_STRUCTURE = (How.LIST, How.BEHIND, How.AGAINST, How.SPEAKER)
"""What the order of the words alone decides."""
CLEARLY = 1.3
"""So much likelier must another be than whom the reading from top to bottom has found."""
LEADS = 3
LIKELY, LEAST = 0.2, 0.1
"""The share that names an owner where the reading finds none, and that of one not weighed."""
SAID = 8
"""So many words behind a name are looked at for what makes it a mere source."""
SHORT = 4
PROPER = frozenset({"ns", "nr", "nz", "nt", "nrt"})


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
    own: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What tells for each candidate whatever the figure."""
    lines: dict[str, Counter[int]] = field(default_factory=dict)
    """How often each candidate is named on a line."""
    local: dict[int, tuple[Candidate, ...]] = field(default_factory=dict)
    """What each sentence with figures itself speaks of."""

    @classmethod
    def of(cls, analysis: Analysis, readings: Sequence[Reading]) -> "Field":
        """Survey an article that has been read."""
        numbers = {sentence: number for number, sentence in enumerate(analysis.sentences)}
        body = (n for s, n in numbers.items() if s.role in (Role.BODY, Role.SUBHEAD))
        picks = [reading.who for reading in readings if reading.who]
        named = sum(analysis.text.count(word) for word in OURS)
        made = cls(analysis, candidates_of(analysis, picks), numbers, next(body, 0), named)
        made.own.update({each.text: made._of_itself(each) for each in made.candidates})
        made.lines.update({each.text: made._lines_of(each) for each in made.candidates})
        return made

    def weigh(self, reading: Reading, weights: Mapping[str, float]) -> tuple[Weighed, ...]:
        """Return the candidates for a figure, each with its cues and the sum of their weights."""
        sentence = reading.figure.sentence
        number = self.numbers[sentence]
        if number not in self.local:
            self.local[number] = tuple(local_to(sentence, number, self.analysis.text))
        before = reading.figure.word.start
        things = (
            c for c in self.local[number] if c.text not in self.own and c.places[0].start < before
        )
        found = []
        for candidate in (*self.candidates, *things):
            cues = (
                *(self.own.get(candidate.text) or self._of_itself(candidate)),
                *self._of_reading(reading, candidate, number),
            )
            score = sum(weights.get(cue, 0.0) for cue in cues)
            found.append(Weighed(candidate, cues, score))
        return tuple(found)

    def _of_itself(self, candidate: Candidate) -> tuple[str, ...]:
        """Return what tells for a candidate whatever the figure: its sort, its form, its weight."""
        sort, places = _sort(candidate), candidate.places
        named = sum(len(places) >= step for step in OFTEN)
        size = sum(len(candidate.text) > step for step in SIZES)
        lead = bool(places) and places[0].sentence < self.first + LEADS
        headed = bool(places) and places[0].sentence == 0
        told = {
            f"sort {sort}": True,
            f"titled {candidate.titled} {sort}": True,
            f"heads {headed and places[0].start == 0} {sort}": headed,
            f"named {named}": True,
            f"length {size} {sort == THING}": True,
            f"in the lead {sort}": lead,
            f"country named {min(self.national, 4)}": candidate.is_country,
            f"form {_form(candidate.text)} {sort}": True,
            "office": _is_office(candidate.text),
        }
        return tuple(cue for cue, speaks in told.items() if speaks)

    def _lines_of(self, candidate: Candidate) -> Counter[int]:
        return Counter(self.analysis.sentences[place.sentence].line for place in candidate.places)

    def _of_reading(self, reading: Reading, candidate: Candidate, number: int) -> Iterator[str]:
        """Yield how a candidate stands to a figure, and to whom the reading has found for it."""
        sort, figure = _sort(candidate), reading.figure
        yield from _as_read(reading, candidate, sort)
        yield f"sort {sort} of {_unit(reading)}"
        near = self._nearest(candidate, figure.word.start)
        where = self._where(near, reading, number)
        yield f"stands {where}"
        yield f"{sort} stands {where}"
        lines = self.lines.get(candidate.text) or self._lines_of(candidate)
        yield f"inline {min(lines[figure.sentence.line], 3)}"
        if near is None:
            return
        if _is_office(candidate.text):
            yield f"office stands {where}"
        if near.sentence == number:
            yield from self._beside(near, reading, where)
        if near.start < figure.word.start:
            yield from self._before(near, reading, where, sort)
        own = reading.phrase.name
        if own and candidate.proper and _is_trade(own):
            yield f"its trade is measured {sort}"
        if own and near.start < own[-1].end and own[0].start < near.end:
            yield f"{OWN} {'whole' if near.end >= own[-1].end else 'begins'} {sort}"

    def _before(self, place: Place, reading: Reading, where: str, sort: str) -> Iterator[str]:
        """Yield what a candidate in front of a figure does there: speak, act, own what follows."""
        clause = self.analysis.sentences[place.sentence].clauses[place.clause]
        after = [word for word in clause.words if word.start >= place.end][:SAID]
        told = REPORTS.search(text_of(after)) and not any(w.is_figure for w in clause.words)
        if told:
            yield f"source {place.sentence == self.numbers[reading.figure.sentence]}"
        if place.subject:
            yield f"subject {where}"
        own = reading.name or reading.phrase.name
        if own and place.end <= own[0].start:
            gap = own[0].start - place.end
            owned = gap == 1 and bool(after) and after[0].tag == "uj"
            size = "none" if not gap else "short" if gap < SHORT else "more"
            yield f"gap {'of' if owned else size} {sort}"

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
        if after:
            yield f"before {_class(after[0])} {where == 'in the clause'}"
        if place.compared:
            yield "compared"
        clause = reading.figure.sentence.clauses[place.clause]
        spoken = {name.start for name in candidates(clause.words)}
        if place.start not in spoken and any(n.start == place.start for n in clause.names):
            yield "aside"  # an example, a setting, an agent
        if any(word.is_figure for word in after if word.end <= reading.figure.word.start):
            yield "another figure between"


def _sort(candidate: Candidate) -> str:
    return "country" if candidate.is_country else (candidate.sort or THING)


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
def _is_trade(words: tuple[Word, ...]) -> bool:
    """Say whether a phrase begins with a trade, behind its scope: 规模以上 装备制造业 增加值."""
    return any(sort_of(word.text) is Sort.TRADE for word in words[:-1])


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
    if tag in ("v", "vn") and len(first) > 1 and rjieba.has_word(first):
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
    return "money" if is_money(quantity.unit) else "other"


def owned(
    analysis: Analysis, readings: Sequence[Reading], weights: Mapping[str, float] | None = None
) -> tuple[Owned, ...]:
    """Choose the owner of every figure; figures that lean on one another have one."""
    field = Field.of(analysis, readings)
    table = weights_of("owner") if weights is None else weights
    weighed = [field.weigh(reading, table) for reading in readings]
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
    """Choose the likeliest of the candidates for a figure, or nobody where nobody is likely."""
    ranked = sorted(weighed, key=lambda each: -shares[each.candidate.text])
    told = tuple(Weighed(c.candidate, c.cues, c.score, shares[c.candidate.text]) for c in ranked)
    read = next((each for each in told if READ in each.cues), None)
    rivals = (each for each in told if not (_is_measured(each, read) or _is_aside(each)))
    best = next((each for each in rivals if each is not read), read or told[0])
    if read and (reading.how in BY_STRUCTURE or best.share <= CLEARLY * read.share):
        best = read
    if read is None and not _may_stand(reading, best):
        return Owned(reading.who, LEAST, told)
    return Owned(_name(reading, best.candidate), best.share, told)


def _may_stand(reading: Reading, best: Weighed) -> bool:
    """Say whether the likeliest may stand for nobody, or for one that is no candidate."""
    if reading.who is not None:
        return reading.how not in BY_STRUCTURE
    named = bool(best.candidate.places)  # 全国 is a candidate even where nothing says so
    return named and best.share > LIKELY and not any(cue.startswith(WHOLE) for cue in best.cues)


def _is_aside(rival: Weighed) -> bool:
    """Say whether the figure's sentence only compares with it, or names it as an example."""
    return not ASIDE.isdisjoint(rival.cues)


def _is_measured(rival: Weighed, read: Weighed | None) -> bool:
    """Say whether a trade or thing only tells what is measured of a body: 霁川县 医药产业产值."""
    placed = read is not None and (read.candidate.proper or read.candidate.is_country)
    named = any(cue.startswith(OWN) for cue in rival.cues)
    return placed and named and rival.candidate.sort in (None, Sort.TRADE)


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
