"""Whom the figures of an article can be about: its bodies, and what else it speaks of.

    names     霁川高新区, 霁川轮胎行业     what a clause names as a body, with and without its trade
    things    锂离子电池 的 成本         what a run of nouns begins with, if it is repeated, in the
                                         title or in the sentence of the figure
    country   全国                       what nobody owns is told of all

A candidate is known by its words; where it stands, and how often, are its places.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from summarizer.analysis import Analysis, Name, Sentence
from summarizer.analysis.lexicon import GROWTH_WORDS, LIGHT, POSTS, REACH, Sort
from summarizer.analysis.noun_phrases import is_nounlike
from summarizer.analysis.words import Word
from summarizer.binding.subjects import begins_at
from summarizer.codelists import place_names
from summarizer.document import Role
from summarizer.lexicon import pattern, word_list

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
MEASURED = pattern("measures.ending")
NAMING = "njzsegx"
"""How the tags of words begin that a name can end with: 旅客 | 总 is none."""
PLACED, FORMS, CALLED = (
    pattern("naming.places_before"),
    pattern("bodies.legal_forms"),
    pattern("bodies.called"),
)
QUOTED = pattern("naming.quoted")
FIRST = 3
"""So many places of a name are looked at for what it will be called."""
Found = dict[str, list[tuple["Place", Sort | None]]]
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
    called: frozenset[str] = frozenset()
    """Shorter names that mean it."""

    @property
    def is_country(self) -> bool:
        """Whether it stands for all the country."""
        return self.text == COUNTRY


def candidates_of(analysis: Analysis, picks: Iterable[Name]) -> tuple[Candidate, ...]:
    """Return the candidates of an article, the first named first; `picks` are taken in any case."""
    found: Found = {COUNTRY: []}
    for number, sentence in enumerate(analysis.sentences):
        for text, place, sort in _stretches(sentence, number, analysis.text):
            found.setdefault(COUNTRY if text in OURS else text, []).append((place, sort))
    kept = {COUNTRY}
    for name in (each for each in picks if not each.pointer):
        kept.add(_plain(name.text))
        if name.text[-1] in LEVELS and _plain(name.text) not in found:
            found[_plain(name.text)] = [(_place(analysis, name), name.sort)]
    heads = "\n".join(s.text for s in analysis.sentences if s.role in TITLES)
    full = _full_names(found, analysis.text)
    made = (
        _candidate(text, found, short, heads)
        for text, short in full.items()
        if kept & {text, *short}
        or _is_candidate(text, [found[each] for each in (text, *short)], heads)
    )
    return tuple(
        sorted(made, key=lambda c: (not kept & {c.text, *c.called}, -c.titled, -len(c.places)))[
            :MOST
        ]
    )


def _is_candidate(text: str, found: Sequence[list[tuple[Place, Sort | None]]], heads: str) -> bool:
    """Say whether something is spoken of: it has a sort, is named twice, or stands in a title."""
    places = [each for places in found for each in places]
    return any(sort for _, sort in places) or len(places) > 1 or text in heads


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


def _candidate(text: str, found: Found, short: Sequence[str], heads: str) -> Candidate:
    """Make a candidate of a name in full, with the places of the names that are short for it."""
    places = [each for name in (text, *short) for each in found[name]]
    sorts = [sort for _, sort in places if sort]
    sort = Sort.AREA if text == COUNTRY else next(iter(sorts), None)
    held = tuple(sorted((place for place, _ in places), key=lambda place: place.end))
    titled = any(name in heads for name in (OURS if text == COUNTRY else (text, *short)))
    return Candidate(text, sort, held, titled, proper=bool(sorts), called=frozenset(short))


def _full_names(found: Found, text: str) -> dict[str, list[str]]:
    """Return every name in full, with those that are short for it: 霁川 for 霁川市."""
    names = {name: sort for name, places in found.items() if (sort := _sort_of(places))}
    fuller, called = _fuller(names), _called(names, found, text)
    full: dict[str, list[str]] = {}
    for name in found:
        longer = _longer(name, fuller.get(name, ()), found, called.get(name, ()))
        if longer == name:
            full.setdefault(name, [])
        else:
            full.setdefault(longer, []).append(name)
    return full


def _sort_of(places: Iterable[tuple[Place, Sort | None]]) -> Sort | None:
    return next((sort for _, sort in places if sort), None)


def _longer(name: str, fuller: Iterable[str], found: Found, called: Iterable[str]) -> str:
    """Return the full name that a name is short for, or the name itself."""
    if ended := next((name + end for end in PLACES if name + end in found), None):
        return ended
    earlier = [other for other in fuller if found[other][0][0].start <= _first(found[name])]
    whole = earlier or list(called)
    return whole[0] if len(whole) == 1 else name


def _first(places: Sequence[tuple[Place, Sort | None]]) -> int:
    """Return where a name stands first behind the title, which is short in any case."""
    first = places[0][0]
    return next((place.start for place, _ in places if place.sentence), first.start)


def _fuller(names: Mapping[str, Sort]) -> dict[str, list[str]]:
    """Return of each name those that are it with its place, or with its legal form."""
    ends: dict[str, list[tuple[str, int]]] = defaultdict(list)
    starts: dict[str, list[str]] = defaultdict(list)
    for other, sort in names.items():
        if sort is Sort.AREA:
            for at in range(1, len(other)):
                ends[other[at:]].append((other, at))
        elif sort is Sort.FIRM:
            for short in _shorter(other):
                starts[short].append(other)
    found: dict[str, list[str]] = defaultdict(list)
    for name, sort in names.items():
        if sort is Sort.AREA:
            found[name] += [each for each, at in ends[name] if PLACED.fullmatch(each[:at])]
        if sort is not Sort.ZONE and name not in place_names():
            found[name] += starts[name]
    return found


def _shorter(name: str) -> Iterator[str]:
    """Yield what a firm may be called for short: without its legal form, 霁啤 of 霁岛啤酒."""
    import rjieba

    if FORMS.search(name):
        yield from (name[:size] for size in range(1, len(name)))
    heads = "".join(word[0] for word in rjieba.cut(name))
    yield from (heads[:size] for size in range(SHORTEST, len(heads) + 1) if size < len(name))


def _called(names: Iterable[str], found: Found, text: str) -> dict[str, list[str]]:
    """Return by what a text says that it will call somebody: 江滩汽车有限公司（下称江滩汽车）."""
    callers: dict[str, list[str]] = defaultdict(list)
    for name in names:
        told = (CALLED.match(text, place.end) for place, _ in found[name][:FIRST])
        for short in {each[1] for each in told if each}:
            callers[short].append(name)
    return callers


def _stretches(
    sentence: Sentence, number: int, text: str
) -> Iterator[tuple[str, Place, Sort | None]]:
    """Yield the names and the things of a sentence, with their places."""
    for at, clause in enumerate(sentence.clauses):
        for name in clause.names:
            if not name.pointer and name.start >= begins_at(clause.words):
                place = Place(name.start, name.core, number, at, name.compared, name.subject)
                yield text[name.start : name.core], place, name.sort
                if name.end > name.core:
                    whole = Place(name.start, name.end, number, at, name.compared, name.subject)
                    yield text[name.start : name.end], whole, Sort.TRADE
    for at, clause in enumerate(sentence.clauses):
        for quoted in QUOTED.finditer(text, clause.span.start, clause.span.end):
            yield quoted[1], Place(*quoted.span(1), number, at), None
    named = {(name.start, name.core) for c in sentence.clauses for name in c.names}
    for thing, place in _things(sentence, number, text):
        if (place.start, place.end) not in named and thing not in OURS:
            yield thing, place, None


def _things(sentence: Sentence, number: int, text: str) -> Iterator[tuple[str, Place]]:
    for at, clause in enumerate(sentence.clauses):
        told = begins_at(clause.words)
        for inside, group in groupby(clause.words, key=_may_stand):
            run = tuple(word for word in group if word.start >= told) if inside else ()
            for end in range(1, min(len(run), PREFIXES) + 1):
                start, stop = run[0].start, run[end - 1].end
                named = run[end - 1].tag[0] in NAMING or run[end - 1].tag == "vn"
                if (
                    named
                    and SHORTEST <= stop - start <= LONGEST
                    and not MEASURED.search(text[start:stop])
                ):
                    yield text[start:stop], Place(start, stop, number, at)


def _may_stand(word: Word) -> bool:
    """Say whether a word can be part of what a thing is called."""
    light = word.text in LIGHT or word.text in REACH or word.text in GROWTH_WORDS
    person = word.tag.startswith("nr") or word.text in POSTS
    return is_nounlike(word) and not (light or person) and word.quantity is None
