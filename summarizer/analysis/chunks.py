"""A run of nouns as the name of a body: all up to its last word for a kind of body, or a pointer.

云岚 高新区 | 规模以上 工业 企业      a zone; what follows belongs to the indicator
全国 石油 行业 | 总产值              an area with its trade
江滩市 地方金融监管局                 an office only reports; its place is known by it
省级 高新区, 世界500强, 老厂          grades and descriptions are no names
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.analysis.lexicon import (
    ACTIONS,
    ALONE,
    BUSINESSES,
    DEMONSTRATIVES,
    ENDINGS,
    NOT_NAMES,
    POINTERS,
    SINGLE,
    WHOLE_COUNTRY,
    Sort,
)
from summarizer.analysis.noun_phrases import text_of
from summarizer.analysis.words import FIRM, Word, may_be_place
from summarizer.codelists import place_names
from summarizer.lexicon import only_word, pattern, word_list, word_set

SORTS = {ending: sort for sort, endings in ENDINGS.items() for ending in endings}
LENGTHS = sorted({len(ending) for ending in SORTS}, reverse=True)
POINTS_TO = {word: sort for sort, words in POINTERS.items() for word in words}
OFFICES = pattern("bodies.offices")
BUREAUS = pattern("bodies.bureaus")
GENERIC = pattern("bodies.generic")
ATTRIBUTE = pattern("bodies.attributes")
STRUCTURE = pattern("bodies.structures")
COMPANY = pattern("bodies.companies")
NO_NAME = pattern("bodies.no_name")
PUBLISHER = pattern("bodies.publishers")
EVENTS, GRAND = pattern("bodies.events"), pattern("bodies.grand")
SLOGANS = word_set("bodies.slogans")
GOVERNED = re.compile(
    r"(.{2,5}[省市县区州盟旗])(?:委|政府|人大|政协|[^省市县区州盟旗]{1,4}[局厅])$"
)
"""[霁川省]政府, [霁川市]统计局, where the dictionary has them as one word."""
WORKS = pattern("bodies.works")
REGION, SIDE = only_word("naming.region"), pattern("naming.sides")
SIDES = frozenset({"ns", "s", "f"})
"""西部 [地区], 湾岭 [地区], but not 多个 [地区]."""
PLACE_TAGS = frozenset({"ns", "nr", "nz", "nrt", "x"})
PEOPLE = word_list("bodies.people")
LEADS = word_set("bodies.lead_words")
TRADES = word_list("bodies.trades")


@dataclass(frozen=True, slots=True)
class Name:
    """A body named in the text, at `start` to `end`; `core` ends it without its trade.

    `pointer` means another name, `compared` is not what the clause is about, `subject` stands
    before the verb. A trade alone is not `proper`. An office `reports` from its place.
    """

    start: int
    end: int
    core: int
    text: str
    sort: Sort
    pointer: bool = False
    proper: bool = True
    compared: bool = False
    subject: bool = True
    reports: bool = False
    full: tuple[int, int] | None = None
    """Where it is called by its full name."""


def name_in(run: Sequence[Word]) -> Name | None:
    """Find the name in a run of nouns: a pointer, or all up to its last word for a body."""
    person = next((i + 1 for i, word in enumerate(run[:-1]) if _is_called(word, run[i + 1])), 0)
    if person:
        return _person(run[person:])
    firm = next((i for i, word in enumerate(run) if word.tag == FIRM), 0)
    if firm and sort_of(run[firm - 1].text):
        run = run[firm:]  # 园区 企业 | 沧岚海工
    return _pointer(run) or _body(run)


def _body(run: Sequence[Word]) -> Name | None:
    """Name the body that a run of nouns names, or the place of the office that it is."""
    core = _core(run)
    if core is None:
        offices = any(_is_office(run, at) for at in range(1, len(run)))
        offices = offices or GOVERNED.match(run[0].text) is not None
        return _place_of_office(run) if offices else None
    office = next((i for i in range(core + 2) if _is_office(run, i)), None)
    own = office == core + 1 and _is_firm(run[core])
    if office is not None and not own:
        return _place_of_office(run)
    begin = _begin(run, core)
    if run[core].text.endswith("园") and _at(run, core + 1) == "区":
        core += 1
    text = text_of(run[begin : core + 1])
    if _is_none(run, core, text):
        return None
    sort = Sort.FIRM if _is_one_word_firm(run[core]) else sort_of(text) or Sort.AREA
    end = _trade_end(run, core) if sort is Sort.AREA else core
    proper = sort is not Sort.TRADE
    start, stop = run[begin].start, run[end].end
    return Name(start, stop, run[core].end, text, sort, proper=proper, reports=own)


def _core(run: Sequence[Word]) -> int | None:
    """Return which word ends the name of a body: the last, but a trade only where no other does."""
    ends = [at for at in range(len(run)) if _ends_name(run, at)]
    strong = [at for at in ends if sort_of(run[at].text) is not Sort.TRADE]
    return next(reversed(strong or ends), None)


def _begin(run: Sequence[Word], core: int) -> int:
    """Return where a name begins: behind what only leads to it, or describes it."""
    begin = max((at + 1 for at in range(core) if _cannot_begin(run, at)), default=0)
    return max(begin, _place_begin(run, core)) if _is_place(run[core]) else begin


def _is_firm(word: Word) -> bool:
    return word.tag == FIRM or sort_of(word.text) is Sort.FIRM


def _is_one_word_firm(word: Word) -> bool:
    return word.tag == FIRM or _is_bank(word) or _is_known_firm(word)


def _is_none(run: Sequence[Word], core: int, text: str) -> bool:
    """Say whether it is no name: a mere kind, a grade, an event, an aim, a description."""
    before = run[core - 1].text if core else ""
    aim = bool(EVENTS.search(before)) or before in SLOGANS
    kind = text in SORTS or _is_any(run[core], text) or GRAND.search(text) is not None
    return aim or kind or NO_NAME.match(text + _at(run, core + 1)) is not None


def _is_place(word: Word) -> bool:
    """Say whether a word is a place, whatever stands before it: 全国, 江滩, 江滩市."""
    known = word.text in WHOLE_COUNTRY or word.text in place_names()
    return known or (word.tag == "ns" and len(word.text) > 1)


def _place_begin(run: Sequence[Word], core: int) -> int:
    """Return where a place begins: behind what only describes it, as 造船大省 | 江滩."""
    if run[core].text in WHOLE_COUNTRY:
        return core
    at = core
    while at and _goes_with_place(run[at - 1]):
        at -= 1
    return at


def _goes_with_place(word: Word) -> bool:
    """Say whether a word is part of a place's name: a place, or what no dictionary knows."""
    import rjieba

    placed = word.tag in PLACE_TAGS or word.text in place_names() or SIDE.search(word.text)
    return bool(placed) or word.text == "·" or not rjieba.has_word(word.text)


def _cannot_begin(run: Sequence[Word], at: int) -> bool:
    """Say whether a name begins only behind a word: 该, 重点 建设, the 级 of 万吨级."""
    word = run[at]
    acts = word.text in ACTIONS and all(w.text in ACTIONS | LEADS for w in run[:at])
    verb = word.tag in ("v", "vd", "ad") or word.text[-2:] in ACTIONS
    deed = verb and run[at + 1].tag in PLACE_TAGS  # 全力 服务 | 霁川, 积极争取 | 霁川
    told = deed and len(word.text) > 1 and word.text not in BUSINESSES
    led = not at and word.text in LEADS | {"级"}
    grand = GRAND.search(word.text) is not None  # 粮食 大省 | 霁州
    return word.text in DEMONSTRATIVES or acts or led or told or grand or word.tag == "i"


def _is_called(word: Word, following: Word) -> bool:
    """Say whether a person is called by what he does: 种粮大户 | 张广."""
    return word.text.endswith((*PEOPLE, "农")) and following.tag.startswith("nr")


def _person(run: Sequence[Word]) -> Name:
    """Name a person: a surname, and what the tagger may have taken for a place: 李 | 桂兰."""
    first, *rest = run
    given = bool(rest) and len(first.text) == 1 and rest[0].tag in PLACE_TAGS
    end = rest[0].end if given else first.end
    text = first.text + rest[0].text if given else first.text
    return Name(first.start, end, end, text, Sort.PERSON)


def _is_office(run: Sequence[Word], at: int) -> bool:
    return bool(OFFICES.search(_at(run, at))) and run[at].tag != FIRM


def _at(run: Sequence[Word], index: int) -> str:
    return run[index].text if index < len(run) else ""


def _place_of_office(run: Sequence[Word]) -> Name | None:
    """Name the place of an office that only reports: it is known, but not what is spoken of."""
    office = next(i for i, word in enumerate(run) if OFFICES.search(word.text))
    zones = [i for i in range(office) if sort_of(run[i].text) is Sort.ZONE]
    if zones and zones[-1]:
        text = text_of(run[: zones[-1] + 1])
        end = run[zones[-1]].end
        return Name(run[0].start, end, end, text, Sort.ZONE, subject=False, reports=True)
    first = run[0]
    office = any(BUREAUS.search(word.text) for word in run)
    unknown = office and may_be_place(first.text, first.tag)
    if governed := GOVERNED.match(first.text):
        end = first.start + governed.end(1)
        return Name(first.start, end, end, governed[1], Sort.AREA, subject=False, reports=True)
    placed = first.tag == "ns" or first.text in place_names() or unknown
    if first.quantity or not placed:
        return None
    return Name(
        first.start, first.end, first.end, first.text, Sort.AREA, subject=False, reports=True
    )


def _trade_end(run: Sequence[Word], core: int) -> int:
    """Let an area's trade belong to its name: 全国石油行业."""
    trades = [i for i in range(core + 1, len(run)) if run[i].text.endswith(TRADES)]
    return trades[-1] if trades else core


def _pointer(run: Sequence[Word]) -> Name | None:
    """Read 园区, 该项目, 我市, 二期项目 as pointing to a name."""
    if len(run) > 1 and (run[0].text in DEMONSTRATIVES or run[0].text.endswith("期")):
        text = run[0].text + run[1].text
        sort = POINTS_TO.get(run[1].text) or SINGLE.get(run[1].text) or sort_of(run[1].text)
        if sort:
            return Name(run[0].start, run[1].end, run[1].end, text, sort, pointer=True)
    if run and run[0].text in POINTS_TO and (len(run) == 1 or _points(run)):
        word = run[0]
        return Name(word.start, word.end, word.end, word.text, POINTS_TO[word.text], pointer=True)
    return None


def _points(run: Sequence[Word]) -> bool:
    """Say whether a pointer keeps its meaning before the nouns that follow."""
    rest = text_of(run[1:])
    if COMPANY.fullmatch(run[0].text):
        return not any(OFFICES.search(word.text) for word in run[1:])
    if run[0].text.endswith("园") and rest.startswith("项目"):
        return False  # 产业园 项目
    return run[0].text not in ALONE or bool(ATTRIBUTE.match(rest))


def _ends_name(run: Sequence[Word], at: int) -> bool:
    """Say whether a word is one for a kind of body, or a place."""
    word = run[at]
    if _is_one_word_firm(word):
        return True
    sort = sort_of(word.text)
    if sort is Sort.PROJECT:
        return _ends_project(run, at)
    if word.text == REGION and at and (run[at - 1].tag in SIDES or SIDE.search(run[at - 1].text)):
        return True
    if (word.text in ALONE and not at) or word.text in NOT_NAMES:
        return False
    if sort is Sort.AREA and word.text not in WHOLE_COUNTRY:
        return word.tag in PLACE_TAGS or (at > 0 and len(word.text) == 1)
    return sort is not None or word.text in place_names() or _is_local(run, at)


def _ends_project(run: Sequence[Word], at: int) -> bool:
    """Say whether 项目 or 基地 ends a name: not a mere kind, and no part of a longer phrase."""
    rest, stem = text_of(run[at + 1 :]), text_of(run[: at + 1])
    if GENERIC.search(WORKS.sub("", stem)):
        return False
    return not rest or bool(STRUCTURE.search(run[at].text) or ATTRIBUTE.match(rest))


def _is_local(run: Sequence[Word], at: int) -> bool:
    """Say whether a word is taken for a place, and no common noun makes it another thing."""
    placed = run[at].tag == "ns" and len(run[at].text) > 1
    return placed and not (at and run[at - 1].tag == "n")


def _is_any(word: Word, text: str) -> bool:
    """Say whether a name is a common word for any firm of its kind: 保险公司, 钢厂."""
    import rjieba

    common = text.endswith("公司") or (word.tag == "n" and sort_of(text) is Sort.FIRM)
    return text == word.text and common and rjieba.has_word(text)


def _is_bank(word: Word) -> bool:
    """Say whether a word is a bank's short name that the dictionary has: 国开行."""
    return word.tag == "nt" and word.text.endswith("行")


def _is_known_firm(word: Word) -> bool:
    """Say whether a word is a firm that the dictionary knows by its whole name: 中国建材."""
    import rjieba

    known = word.tag == "nt" and len(word.text) > 3 and rjieba.has_word(word.text)  # noqa: PLR2004
    return known and not (PUBLISHER.search(word.text) or sort_of(word.text))


@lru_cache(maxsize=8192)
def sort_of(text: str) -> Sort | None:
    """Return the sort of body that a word ends in, if any."""
    if text in WHOLE_COUNTRY or text in place_names():
        return Sort.AREA  # 香港 is no harbour
    if OFFICES.search(text) or text in NOT_NAMES:
        return None
    endings = (text[-length:] for length in LENGTHS)
    return next((SORTS[ending] for ending in endings if ending in SORTS), None)
