"""Whose figure it is: a body named elsewhere in the article does not take it over.

    article   霁川高新区产值42.6亿元。        临岳高新区产值5.2亿元。
    claim     临岳高新区产值42.6亿元          the article names 临岳, but not for this figure

Against the code's own reading stands only a body of the same sort with another proper name, and
only where nothing near the figure names it: 东湖高新区 is 武汉东湖高新区, a project lies in its
zone, and in 甲高新区引进乙公司项目 the reading may be the wrong one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from summarizer.codelists import find_zones
from summarizer.document import Role
from summarizer.lexicon import pattern, source
from summarizer.quantity import Quantity
from summarizer.text import fold
from summarizer.matching.contexts import CLAUSE_END, sentence_of, words
from summarizer.verification.names import GENERAL, names_in, opening_noun
from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import CLAUSE_MARKS, Source

ZONES = source("bodies.zone_ends")
SORT = pattern("bodies.judged")
FILLER = pattern("bodies.filler")
PLACE = pattern("bodies.place_end")
FAMILIAR = 0.25
"""Which part of a name the article may have by chance (的产业园, 项目)."""
LEAST = 2
"""Characters of a proper name; and as many may stand before it in its clause (而甲…, 同期甲…)."""


def judge_owner(name: str, figures: Sequence[Quantity], source: Source) -> Judgement | None:
    """Refute that a body has a figure which, wherever it is printed, is another's."""
    owners = [(_other_owner(name, figure, source), figure) for figure in figures]
    owner, figure = owners[0]
    if not all(other for other, _ in owners):
        return None
    message = f"“{figure.text}”在原文中说的是“{owner}”，不是“{name}”，请改正。"
    return Judgement(Reason.ENTITY_UNBOUND, message, figure.span)


def named_for(figure: Quantity, text: str) -> str | None:
    """Return the body that a claim in words gives a figure to, if its sentence names just one."""
    sentence = sentence_of(text, figure.start, figure.end).of(text)
    named = [name for name in names_in(sentence) if _sort(name)]
    return named[0] if len(named) == 1 else None


def unknown_subject(lead: str, text: str) -> str | None:
    """Return the noun that opens the last clause before a figure, if the article has none of it.

    What follows it and is the article's (its indicator) is cut off: 沧澜海工 of 沧澜海工营业总收入.
    """
    run = opening_noun(CLAUSE_END.split(lead)[-1])
    known = next((at for at in range(len(run) - 1) if run[at:] in text), len(run))
    subject = run[:known]
    pairs = words(subject)
    if len(subject) <= LEAST or sum(pair in text for pair in pairs) > FAMILIAR * len(pairs):
        return None
    return subject


def _other_owner(name: str, figure: Quantity, source: Source) -> str | None:
    """Return the body that the article gives a figure to, if it is not the one named."""
    owner = source.owners.get(figure.id)
    if owner is not None and _lends_its_place(owner, name, source.text):
        return owner
    if owner is None or not _has_rival(name, source.text):
        return None
    if _sort(owner) != _sort(name) or are_one(name, owner):
        return None
    sentence = source.sentence(figure).of(source.text)
    if _is_near(name, sentence):
        return owner if _takes_over(owner, name, figure, source) else None
    if _is_near(owner, sentence):
        return owner
    return None if _is_near(name, _surroundings(figure, source)) else owner


def _lends_its_place(owner: str, name: str, text: str) -> bool:
    """Say whether a place stands in the text only inside a body's name: 江滩市 in 江滩农商银行."""
    place = PLACE.sub("", name)
    lent = owner.startswith(place) and owner != place and SORT.search(owner)
    if place == name or not lent or PLACE.search(owner):
        return False
    return place not in text.replace(owner, "")


def _takes_over(owner: str, name: str, figure: Quantity, source: Source) -> bool:
    """Say whether a clause before the figure begins with its owner, a clause after the other's.

    甲高新区产值10亿元，乙高新区产值20亿元; not 甲高新区产值10亿元，引进乙高新区企业5家.
    """
    start = source.sentence(figure).start
    at = source.text.rfind(owner, start, figure.start)
    opening = source.text[max(start, at - LEAST) : at + 1]
    if at <= start or not any(mark in opening for mark in CLAUSE_MARKS):
        return False
    had_its_own = any(start < other.start < at for other in source.figures)
    return had_its_own and not _is_near(name, source.text[at : figure.start])


@lru_cache(maxsize=256)
def _has_rival(name: str, text: str) -> bool:
    """Say whether a text may name another body of the sort; else no figure can be another's."""
    sort = _sort(name)
    if sort is None:
        return False
    mentions = re.findall(rf"[\u4e00-\u9fff]{{2,6}}?(?:{ZONES if sort == 'zone' else sort})", text)
    return any(_sort(each) == sort and not _is_near(name, each) for each in mentions)


def _surroundings(figure: Quantity, source: Source) -> str:
    """Return what may name the body of a figure whose sentence does not: its paragraph, titles."""
    lines = source.article.lines
    near = (each for each in lines if each.role is not Role.BODY or each.span.covers(figure.span))
    return "\n".join(each.span.of(source.text) for each in near)


def are_one(name: str, other: str) -> bool:
    """Say whether two names can mean one body: longer, shorter, or only its first characters."""
    if set(find_zones(name)) & set(find_zones(other)):
        return True
    short, long = sorted((_stem(name), _stem(other)), key=len)
    letters = iter(long)
    return _is_near(name, other) or all(letter in letters for letter in short)


def _is_near(name: str, passage: str) -> bool:
    """Say whether two characters of a proper name stand together in a passage."""
    return any(f"{one}{two}" in passage for one, two in pairwise(_stem(name)))


@lru_cache(maxsize=1024)
def _sort(name: str) -> str | None:
    """Return what sort of body a name ends in; 园区 and 全市 name none."""
    found = SORT.search(name)
    if not found or GENERAL.match(name) or not _stem(name):
        return None
    return "zone" if found["zone"] else found[0]


@lru_cache(maxsize=1024)
def _stem(name: str) -> str:
    """Return the proper part of a name, or nothing where it is too short to tell by."""
    bare = FILLER.sub("", SORT.sub("", fold(name)))
    return bare if len(bare) >= LEAST else ""
