"""What an article is about: the body that its headline names or points to, else its lead.

青山高新区开局良好                 the headline names it
我省利用外资稳中有升 … 沅江省 …     the headline points to it, the text names it
高技术制造业挑大梁 … 岚州实现 …     a trade is spoken of only where no body is
民企落户留学生创业园 … 清溪 …创业园  the text gives in full what the headline shortens
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.analysis.anaphora import means
from summarizer.analysis.chunks import BUREAUS, Name
from summarizer.analysis.lexicon import ALONE, WHOLE_COUNTRY, Sort
from summarizer.analysis.names import ASSOCIATIONS, REPORTING
from summarizer.analysis.sentences import Sentence
from summarizer.binding.subjects import candidates, tells_part
from summarizer.document import Role
from summarizer.lexicon import pattern, word_set

TEXT = frozenset({Role.BODY, Role.SUBHEAD})
HEADINGS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
PLACED = pattern("naming.placed")
WORLD = word_set("naming.world")
"""What is true of all the world is hardly what a page is about."""
ENDING = 3
"""Characters by which a short name is known in its full form: 创业园."""
BRAND = 2
"""Characters that no short form leaves out."""
OPENING = 3
"""Sentences in which a body that has no headline is introduced."""


def main_of(sentences: Sequence[Sentence]) -> Name | None:
    """Return the body the article is about."""
    name = next(_bodies(sentences), None)
    if name and name.text in WHOLE_COUNTRY:
        return name  # 我国 [轮胎行业]: what is told is told of the trade
    return replace(name, end=name.core) if name else None


def _bodies(sentences: Sequence[Sentence]) -> Iterator[Name]:
    """Yield who it may be about, the likeliest first."""
    heading = [s for s in sentences if s.role in HEADINGS]
    body = [s for s in sentences if s.role in TEXT]
    titled = [_in_full(name, body) for name in _speaking(heading)]
    yield from (name for name in titled if any(_stem(name) in s.text for s in body))
    yield from _at_home(heading, body)
    lead = _speaking(_told_first(body))
    yield from (name for name in lead if name.subject)
    yield from titled
    yield from _told_later(body)
    yield from (name for name in _introduced(body[:1]) if name.text[0] in "这该此")
    yield from lead
    yield from _pointing(heading)
    yield from _speaking(heading, trades=True)
    yield from _leading(body[:1], trades=True)
    yield from _acting(heading, body)
    yield from _leading(sentences, country=True)
    yield from (name for name in _introduced(body) if name.sort is not Sort.FIRM)
    yield from _of_the_country(sentences)


def _stem(name: Name) -> str:
    """Return what a text may call a place: 霁川 for 霁川省."""
    return name.text[:-1] if PLACED.fullmatch(name.text) else name.text


def _speaking(sentences: Sequence[Sentence], *, trades: bool = False) -> Sequence[Name]:
    """Return who is named as what is spoken of; an office's place only if there is no other."""
    names = [*_leading(sentences, trades=trades)]
    return [name for name in names if not name.reports] or names


def _told_first(body: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the first sentence of the text that tells a figure, and what is before it."""
    first = next((i for i, s in enumerate(body[:OPENING]) if s.figures), -1)
    return body[: first + 1]


def _at_home(heading: Sequence[Sentence], body: Sequence[Sentence]) -> Iterator[Name]:
    """Yield the names that the headline points to: 全市, 我省, 开发区."""
    for pointer in _pointing(heading):
        named = (n for s in body for c in s.clauses for n in c.names)
        yield from (name for name in named if means(pointer, name))


def _acting(heading: Sequence[Sentence], body: Sequence[Sentence]) -> Iterator[Name]:
    """Yield the office that headline and text begin with: 财政部 招标发行 …."""
    titles = {word.text for s in heading for word in s.clauses[0].words[:1]}
    for sentence in body[:OPENING]:
        word, *rest = sentence.clauses[0].words
        told = any(REPORTING.match(after.text) for after in rest)
        if word.text in titles and BUREAUS.search(word.text) and not told:
            yield Name(word.start, word.end, word.end, word.text, Sort.FIRM)


def _pointing(heading: Sequence[Sentence]) -> Iterator[Name]:
    """Yield what the headline calls the place it is about: that is its name if nothing else is."""
    for sentence in heading:
        for clause in sentence.clauses:
            for name in clause.names:
                if name.pointer and name.sort in (Sort.AREA, Sort.ZONE):
                    yield name


def _in_full(name: Name, body: Sequence[Sentence]) -> Name:
    """Return the name that the text gives in full where only the headline has the short one."""
    if any(name.text in sentence.text for sentence in body):
        return name
    named = (n for s in body for c in s.clauses for n in c.names)
    alike = (n for n in named if n.proper and n.sort is name.sort)
    return next((n for n in alike if _is_short_for(name.text, n.text)), name)


def _is_short_for(short: str, full: str) -> bool:
    """Say whether a name is another one cut: 青溪 经开区 of 青溪 经济技术 开发区."""
    if full.endswith(short[-ENDING:]) or full.startswith(short):
        return True
    rest = iter(full)
    return full.startswith(short[:BRAND]) and all(character in rest for character in short)


def _told_later(body: Sequence[Sentence]) -> Iterator[Name]:
    """Yield who 该区 means in a text that has lost its beginning and names it further on."""
    for pointer in _introduced(body):
        named = (n for s in body for c in s.clauses for n in c.names)
        yield from (n for n in named if pointer.sort is not Sort.FIRM and means(pointer, n))


def _of_the_country(sentences: Sequence[Sentence]) -> Iterator[Name]:
    """Yield the country where it is only compared with: what nobody owns is told of all."""
    named = (name for s in sentences for clause in s.clauses for name in clause.names)
    yield from (n for n in named if n.text in WHOLE_COUNTRY and n.text not in WORLD)


def _introduced(sentences: Sequence[Sentence]) -> Iterator[Name]:
    """Yield 这个区, 该公司 where the text begins with it: an article without its first lines."""
    for sentence in sentences[:OPENING]:
        for clause in sentence.clauses:
            for name in clause.names:
                if name.pointer and name.text not in ALONE:
                    yield replace(name, pointer=False)


def _leading(
    sentences: Sequence[Sentence], *, trades: bool = False, country: bool = False
) -> Iterator[Name]:
    for sentence in sentences:
        for clause in sentence.clauses:
            for name in () if tells_part(clause.words) else candidates(clause.words):
                idle = name.pointer or (name.text in WHOLE_COUNTRY) is not country
                idle = idle or name.text in WORLD
                if not idle and not ASSOCIATIONS.search(name.text) and (trades or name.proper):
                    yield name
