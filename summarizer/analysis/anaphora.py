"""Whom a pointer means: 该项目 a project, 全市 a city, 全乡 a part of a longer name.

临浦县 白果乡 …    全县 means 临浦县, 全乡 means 白果乡
"""

from collections.abc import Iterator, Sequence

from summarizer.analysis.chunks import Name
from summarizer.analysis.lexicon import WHOLE_COUNTRY, Sort
from summarizer.codelists import find_area
from summarizer.lexicon import pattern, word_list

PLACE_PART = pattern("bodies.place_part")
AUTONOMOUS = word_list("bodies.autonomous")
SCHOOL = word_list("bodies.school_names")
SAME = {"学校": SCHOOL, "校区": SCHOOL} | {
    word: (word,) for word in ("机场", "医院", "油田", "合作社")
}
"""Words that mean only a body that is called so."""
CALLED = {"校": (*SCHOOL, "校"), "行": ("行", "信用社", "联社")}
"""How else one may be called that 该校 or 该行 means."""
POINTING, WHOLE = 2, "全该本我"
LEVELS = {"province": "省", "prefecture": "市"}


def meant(pointer: Name, names: Sequence[Name]) -> Name | None:
    """Return the last name a pointer can mean, or the place that is a part of a longer name."""
    for name in reversed(names):
        if means(pointer, name):
            return name
        for place in _places_in(name) if pointer.sort is Sort.AREA else ():
            if means(pointer, place):
                return place
    return None


def _places_in(name: Name) -> Iterator[Name]:
    """Yield the places that a name is made of: 桐山市 and 柳坪镇 of 桐山市柳坪镇农技中心."""
    for found in PLACE_PART.finditer(name.text):
        end = name.start + found.end()
        yield Name(name.start + found.start(), end, end, found[0], Sort.AREA)


def means(pointer: Name, name: Name) -> bool:
    """Say whether a name can be what a pointer means: same sort, and 市 only a 市."""
    if name.pointer or name.text in WHOLE_COUNTRY:
        return False
    if pointer.text[-1] == "区" and name.text.startswith(AUTONOMOUS):
        return pointer.text[0] in WHOLE and name.sort is Sort.AREA
    if _is_whole(pointer.text):
        return name.text.endswith(CALLED.get(pointer.text[1], pointer.text[1]))
    return name.sort is pointer.sort and _is_of_level(pointer.text, name.text)


def _is_whole(pointer: str) -> bool:
    """Say whether it points to a place of work: 全港, 本行."""
    return len(pointer) == POINTING and pointer[0] in WHOLE and pointer[1] in "港厂院校所行"


def _is_of_level(pointer: str, name: str) -> bool:
    """Say whether a name is called, or governed, as what a pointer says: 全市 a 市."""
    if pointer in SAME:
        return name.endswith(SAME[pointer])
    level = pointer[0] if pointer[-1] in "里上" else pointer[-1]
    if level not in "省市县镇乡村" or name.endswith(level):
        return True
    area = find_area(name)
    return area is not None and LEVELS.get(area.level) == level
