"""Whom the figures of an article can be about: its bodies, and what else it speaks of.

    names     霁川高新区, 霁川轮胎行业     what a clause names as a body, with and without its trade
    things    锂离子电池 的 成本         what a run of nouns begins with, if it is repeated, in the
                                         title or in the sentence of the figure
    country   全国                       what nobody owns is told of all

A candidate is known by its words; where it stands, and how often, are its places.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.analysis import Analysis, Name, Sentence
from summarizer.analysis.lexicon import GROWTH_WORDS, LIGHT, REACH, Sort
from summarizer.analysis.nouns import is_nounlike
from summarizer.analysis.words import Word
from summarizer.document import Role
from summarizer.lexicon import word_list

COUNTRY, OURS = "全国", word_list("naming.country")
"""How national statistics call the country, and what a newspaper calls it."""
SHORTEST, LONGEST = 2, 18
"""Characters of a thing that can own a figure."""
MOST = 60
"""So many candidates an article has at most: the most often named, and whom the reading found."""
PREFIXES = 5
"""So many words may a run of nouns give to what it begins with."""
PLACES = word_list("naming.place_ends")
LEVELS = word_list("naming.levels")
NAMING = "njzsegx"
"""How the tags of words begin that a name can end with: 旅客 | 总 is none."""
TITLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a candidate stands: its sentence and clause by number, and its words'."""

    start: int
    end: int
    sentence: int
    clause: int
    compared: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Somebody or something that a figure can be about; `sort` is None for a mere thing."""

    text: str
    sort: Sort | None
    places: tuple[Place, ...]
    titled: bool
    proper: bool

    @property
    def is_country(self) -> bool:
        """Whether it stands for all the country."""
        return self.text == COUNTRY


def candidates_of(analysis: Analysis, picks: Iterable[Name]) -> tuple[Candidate, ...]:
    """Return the candidates of an article, the first named first; `picks` are taken in any case."""
    found: dict[str, list[tuple[Place, Sort | None]]] = {COUNTRY: []}
    for number, sentence in enumerate(analysis.sentences):
        for text, place, sort in _stretches(sentence, number, analysis.text):
            found.setdefault(COUNTRY if text in OURS else text, []).append((place, sort))
    kept = {COUNTRY}
    for name in (each for each in picks if not each.pointer):
        kept.add(_plain(name.text))
        if name.text[-1] in LEVELS and _plain(name.text) not in found:
            found[_plain(name.text)] = [(_place(analysis, name), name.sort)]
    heads = "\n".join(s.text for s in analysis.sentences if s.role in TITLES)
    made = (
        _candidate(text, places, heads)
        for text, places in _in_full(found).items()
        if text in kept or any(sort for _, sort in places) or len(places) > 1 or text in heads
    )
    return tuple(sorted(made, key=lambda c: (c.text not in kept, -c.titled, -len(c.places)))[:MOST])


def local_to(sentence: Sentence, number: int, text: str) -> Iterator[Candidate]:
    """Yield the things that a sentence itself begins its runs of nouns with."""
    ordered = sorted(_things(sentence, number, text), key=lambda each: each[0])
    for thing, places in groupby(ordered, key=lambda each: each[0]):
        held = tuple(place for _, place in places)
        yield Candidate(thing, None, held, titled=False, proper=False)


def _place(analysis: Analysis, name: Name) -> Place:
    """Return where a name stands that the reading has put together: 柳坪镇 of a longer one."""
    starts = [sentence.start for sentence in analysis.sentences]
    number = max(bisect_right(starts, name.start) - 1, 0)
    return Place(name.start, name.core, number, 0, subject=name.subject)


def _plain(text: str) -> str:
    return COUNTRY if text in OURS else text


def _candidate(text: str, places: Sequence[tuple[Place, Sort | None]], heads: str) -> Candidate:
    sorts = [sort for _, sort in places if sort]
    sort = Sort.AREA if text == COUNTRY else next(iter(sorts), None)
    held = tuple(sorted((place for place, _ in places), key=lambda place: place.end))
    titled = any(name in heads for name in (OURS if text == COUNTRY else (text,)))
    return Candidate(text, sort, held, titled, proper=bool(sorts))


def _in_full(
    found: dict[str, list[tuple[Place, Sort | None]]],
) -> dict[str, list[tuple[Place, Sort | None]]]:
    """Give the places of a short name to the full one: 霁川 to 霁川市, where both are printed."""
    full: dict[str, list[tuple[Place, Sort | None]]] = {}
    for text, places in found.items():
        longer = next((text + end for end in PLACES if text + end in found), text)
        full.setdefault(longer, []).extend(places)
    return full


def _stretches(
    sentence: Sentence, number: int, text: str
) -> Iterator[tuple[str, Place, Sort | None]]:
    """Yield the names and the things of a sentence, with their places."""
    for at, clause in enumerate(sentence.clauses):
        for name in clause.names:
            if not name.pointer:
                place = Place(name.start, name.core, number, at, name.compared, name.subject)
                yield text[name.start : name.core], place, name.sort
                if name.end > name.core:
                    whole = Place(name.start, name.end, number, at, name.compared, name.subject)
                    yield text[name.start : name.end], whole, Sort.TRADE
    named = {(name.start, name.core) for c in sentence.clauses for name in c.names}
    for thing, place in _things(sentence, number, text):
        if (place.start, place.end) not in named:
            yield thing, place, None


def _things(sentence: Sentence, number: int, text: str) -> Iterator[tuple[str, Place]]:
    for at, clause in enumerate(sentence.clauses):
        for inside, group in groupby(clause.words, key=_may_stand):
            run = tuple(group) if inside else ()
            for end in range(1, min(len(run), PREFIXES) + 1):
                start, stop = run[0].start, run[end - 1].end
                named = run[end - 1].tag[0] in NAMING or run[end - 1].tag == "vn"
                if named and SHORTEST <= stop - start <= LONGEST:
                    yield text[start:stop], Place(start, stop, number, at)


def _may_stand(word: Word) -> bool:
    """Say whether a word can be part of what a thing is called."""
    light = word.text in LIGHT or word.text in REACH or word.text in GROWTH_WORDS
    return is_nounlike(word) and not light and word.quantity is None
