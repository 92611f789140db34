"""Bodies named in a clause: zones, areas, firms, projects, trades, and words that point to one.

    云岚 高新区 | 规模以上 工业 企业      a zone; what follows belongs to the indicator
    全国 石油 行业 | 总产值              an area with its trade
    该 项目, 园区, 全市                   pointers: another name of their sort is meant
    占 全省 …, 比 上海 …, 由 某公司 …     compared with or acting, but not the subject

A name is a run of nouns that ends in a word for a kind of body, or in a place.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.binding.lexicon import (
    ACTIONS,
    ALONE,
    COMPARING,
    DEMONSTRATIVES,
    ENDINGS,
    LIGHT,
    NOT_NAMES,
    POINTERS,
    SINGLE,
    WHOLE_COUNTRY,
    Sort,
)
from summarizer.binding.words import FIRM, MARK, NUMBER, Word, may_be_place
from summarizer.codelists import place_names
from summarizer.quantity import Kind

SORTS = {ending: sort for sort, endings in ENDINGS.items() for ending in endings}
LENGTHS = sorted({len(ending) for ending in SORTS}, reverse=True)
POINTS_TO = {word: sort for sort, words in POINTERS.items() for word in words}
OFFICES = re.compile(
    r".{2}(?:厅|局|委|部|办|组|处)$|^[省市县区]委|(?:政府|党委|管委会|工委|会议|海关|法院)$"
    r"|(?:记者|书记|主任|市长|县长|省长|领导|干部|负责人|董事长|经理|总裁|专家)$"
)
SOURCES = re.compile(r"(?:协会|联合会|商会|研究院|研究所|研究中心|大学|学院|科学院)$")
GENERIC = re.compile(
    r"(?:主体|配套|附属|土建|重点|重大|[省市国家]级|在建|新建|续建|投资|产业|签约|开工|技改|招商|储备|工业|民生|投产"
    r"|运营|落户|入驻|类|援建|改造|高新技术|等|新|上|批|些|多|各|个)$|^$|^(?:重要|骨干|主要|大型|核心|先进|重大|一流)"
)
ATTRIBUTE = re.compile(
    r"总?投资|占地|建筑|全长|设计|总|年|计划|预计|建成|达产|开工|投产|用地|规划|每"
)
STRUCTURE = re.compile(r"(?:大桥|高速公路|铁路|隧道)$")
CHAINED = ("、", "和", "与", "及")
COMPANY = re.compile(r"(?:公司|集团)$")
LONG = re.compile(r"(?:公司|集团|中心|项目|基地|大厦|产业园|工业园)$")
NAME_TAGS = frozenset(
    {"vg", "ag", "b", "j", "l", "eng", "a", "zg", "s", "mq", "g", "vn", "i", "q", "x"}
)
NAME_BREAKS = frozenset({"p", "c", "uj", "r", "t", "d", "ul", "u", "f", MARK, NUMBER})
STOP = Word(-1, -1, "", MARK)
NO_NAME = re.compile(
    r".*百强|(?:国有(?:及国有)?|集体|民营)控股|(?:省级|市级|国家级|国家|世界级)(?:高新|经开|开发|经济|示范|新区)|(?:世界|中国|全球)\d"
    r"|(?:规模以上|规上|全部)(?:工业|企业|服务业|制造业)|(?:国有|国营|民营)?[老新大小名](?:厂|店|企业|公司)$"
)
"""省级高新区, 世界500强, 规上工业, 老厂: grades, scopes and descriptions, not bodies."""
PLACE_TAGS = frozenset({"ns", "nr", "nz", "nrt", "x"})
PEOPLE = (
    "大户",
    "村民",
    "农民",
    "户主",
    "养殖户",
    "种植户",
    "菜农",
    "果农",
    "渔民",
    "牧民",
    "店主",
)
TALLIES = frozenset({"家", "个", "项", "户", "座", "所"})
LEADS = frozenset({"重点", "主要", "全力"})
TRADES = ("产业", "行业", "工业", "制造业", "服务业", "农业", "建筑业")


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


@lru_cache(maxsize=4096)
def names_of(words: tuple[Word, ...]) -> tuple[Name, ...]:
    """Return the bodies named by the words of a clause, in reading order."""
    return tuple(_names(words))


def _names(words: tuple[Word, ...]) -> Iterator[Name]:
    compared = quoted = acted = owned = False
    number: Word | None = None
    first = next((word.start for word in words if not word.is_time and word.tag != "d"), None)
    long = _long_names(words)
    run: list[Word] = []
    for word in (*words, STOP):
        joins = word.start in long or _nameable(word) or _spans(run, word)
        if joins and not quoted:
            run.append(word)
            continue
        tallied = _counts(word) and word.quantity is not None and word.quantity.unit in TALLIES
        name = _group(number, run) or _name_in(run)
        if name and (number or tallied) and _is_kind(name, run):
            name = None
        if name and (name.text not in ALONE or name.start == first):
            leads = not (acted or _is_object(name, run)) or (owned and word is STOP)
            aside = compared or _is_source(name, word) or _is_average(name, run)
            if aside or not leads:
                name = replace(name, compared=aside, subject=leads and name.subject)
            yield name
        chained = compared and word.text in CHAINED
        compared = compared and not name
        done = bool(run) and (run[-1].tag == "v" or run[-1].text in ACTIONS)
        number = (word if _counts(word) else number) if word.tag == NUMBER else None
        run = []
        quoted = word.text in ("“", "【") or (quoted and word.text not in ("”", "】"))
        kept = chained or (compared and word.tag in ("uj", NUMBER) and not done)
        compared = word.text in COMPARING or kept or (word.text == "在" and word.start != first)
        owned = word.tag == "uj"
        acted = word.text != "是" and (acted or word.tag == "v")


def _group(number: Word | None, run: Sequence[Word]) -> Name | None:
    """Name the zones that are counted and then spoken of as one: 六家 高新区."""
    ends = [i for i, word in enumerate(run) if sort_of(word.text) is Sort.ZONE]
    if number is None or not ends or number.quantity is None or number.quantity.value == 1:
        return None
    text = number.text + "".join(word.text for word in run[: ends[0] + 1])
    end = run[ends[0]].end
    return Name(number.start, end, end, text, Sort.ZONE)


def _is_object(name: Name, run: Sequence[Word]) -> bool:
    """Say whether a verb in front of a name was taken for a noun: 重点 建设 南港区."""
    return any(word.text in ACTIONS for word in run if word.end <= name.start)


def _counts(word: Word) -> bool:
    return word.quantity is not None and word.quantity.kind is Kind.COUNT


def _is_kind(name: Name, run: Sequence[Word]) -> bool:
    """Say whether what is counted is a kind of thing, not a body: 8个 [光伏项目]."""
    kinds = (Sort.PROJECT, Sort.TRADE, Sort.FIRM)
    whole = name.core == run[-1].end and not name.pointer
    return whole and name.sort in kinds and run[0].tag not in PLACE_TAGS


def _spans(run: Sequence[Word], word: Word) -> bool:
    """Say whether a word ties the two ends of a name: 甲川—乙川高速公路, 省级以上开发区."""
    if not run:
        return False
    graded = word.text == "以上" and run[-1].text.endswith("级")
    return graded or (word.text in ("—", "-") and run[-1].tag[:1] in ("n", "j", "x"))


def _is_average(name: Name, run: Sequence[Word]) -> bool:
    """Say whether a name only tells what is usual there: 全国 平均水平."""
    rest = "".join(word.text for word in run if word.start >= name.core)
    return rest.startswith(("平均", "同类", "同行业"))


def _is_source(name: Name, after: Word) -> bool:
    """Say whether a name is that of a body which only reports: an association, a university."""
    return bool(SOURCES.search(name.text)) and after.text != "的"


def _long_names(words: Sequence[Word]) -> frozenset[int]:
    """Return where the words of names with verbs inside begin: 流域检测认证中心, 可达集团."""
    inside: set[int] = set()
    for index, word in enumerate(words):
        if LONG.search(word.text):
            at = index
            while at and not _breaks(words[at - 1]):
                at -= 1
            while _acts(words[at]) and not COMPANY.search(word.text):
                at += 1
            inside.update(w.start for w in words[at : index + 1])
    return frozenset(inside)


def _acts(word: Word) -> bool:
    """Say whether a word is a verb that one knows; else it begins a name: 微纳 传感产业园."""
    import rjieba

    return word.tag == "v" and rjieba.has_word(word.text)


def _breaks(word: Word) -> bool:
    """Say whether no name reaches over a word; a single character may be part of one (智联达)."""
    light = word.text in LIGHT and (len(word.text) > 1 or word.text in "是有为把将让使占")
    return word.tag in NAME_BREAKS or light or word.text in COMPARING or word.text in ACTIONS


def _nameable(word: Word) -> bool:
    if word.tag == NUMBER or (word.text in LIGHT and word.text not in POINTS_TO):
        return False
    if word.text in COMPARING:
        return False
    if word.tag == MARK:
        return word.text == "·"
    if not word.text.strip():
        return False
    known = sort_of(word.text) is not None or word.text in DEMONSTRATIVES or word.text in POINTS_TO
    return word.tag[0] == "n" or word.tag in NAME_TAGS or known


def _name_in(run: Sequence[Word]) -> Name | None:
    """Find the name in a run of nouns: a pointer, or all up to its last word for a body."""
    person = next((i + 1 for i, word in enumerate(run[:-1]) if _is_called(word, run[i + 1])), 0)
    if person:
        word = run[person]
        return Name(word.start, word.end, word.end, word.text, Sort.PERSON)
    firm = next((i for i, word in enumerate(run) if word.tag == FIRM), 0)
    if firm and sort_of(run[firm - 1].text):
        run = run[firm:]  # 园区 企业 | 沧岚海工
    pointer = _pointer(run)
    if pointer:
        return pointer
    ends = [i for i in range(len(run)) if _ends_name(run, i)]
    if not ends:
        offices = any(_is_office(run, at) for at in range(1, len(run)))
        return _place_of_office(run) if offices else None
    strong = [i for i in ends if sort_of(run[i].text) is not Sort.TRADE]
    core = strong[-1] if strong else ends[-1]
    office = next((i for i in range(core + 2) if _is_office(run, i)), None)
    own = office == core + 1 and (run[core].tag == FIRM or sort_of(run[core].text) is Sort.FIRM)
    if office is not None and not own:
        return _place_of_office(run)
    begin = max((i + 1 for i in range(core) if _cannot_begin(run, i)), default=0)
    if run[core].text.endswith("园") and core + 1 < len(run) and run[core + 1].text == "区":
        core += 1
    text = "".join(word.text for word in run[begin : core + 1])
    if text in SORTS or NO_NAME.match(text + _at(run, core + 1)):
        return None
    sort = Sort.FIRM if run[core].tag == FIRM else sort_of(text) or Sort.AREA
    end = _trade_end(run, core) if sort is Sort.AREA else core
    return Name(
        run[begin].start,
        run[end].end,
        run[core].end,
        text,
        sort,
        proper=sort is not Sort.TRADE,
        reports=own,
    )


def _cannot_begin(run: Sequence[Word], at: int) -> bool:
    """Say whether a name begins only behind a word: 该, 重点 建设, the 级 of 万吨级."""
    word = run[at]
    acts = word.text in ACTIONS and all(w.text in ACTIONS | LEADS for w in run[:at])
    return word.text in DEMONSTRATIVES or acts or (not at and word.text in LEADS | {"级"})


def _is_called(word: Word, following: Word) -> bool:
    """Say whether a person is called by what he does: 种粮大户 | 张广."""
    return word.text.endswith(PEOPLE) and following.tag.startswith("nr")


def _is_office(run: Sequence[Word], at: int) -> bool:
    return bool(OFFICES.search(_at(run, at))) and run[at].tag != FIRM


def _at(run: Sequence[Word], index: int) -> str:
    return run[index].text if index < len(run) else ""


def _place_of_office(run: Sequence[Word]) -> Name | None:
    """Name the place of an office that only reports: it is known, but not what is spoken of."""
    office = next(i for i, word in enumerate(run) if OFFICES.search(word.text))
    zones = [i for i in range(office) if sort_of(run[i].text) is Sort.ZONE]
    if zones and zones[-1]:
        text = "".join(word.text for word in run[: zones[-1] + 1])
        end = run[zones[-1]].end
        return Name(run[0].start, end, end, text, Sort.ZONE, subject=False, reports=True)
    first = run[0]
    placed = first.text in place_names() or may_be_place(first.text, first.tag)
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
    rest = "".join(word.text for word in run[1:])
    if COMPANY.fullmatch(run[0].text):
        return not any(OFFICES.search(word.text) for word in run[1:])
    if run[0].text.endswith("园") and rest.startswith("项目"):
        return False  # 产业园 项目
    return run[0].text not in ALONE or bool(ATTRIBUTE.match(rest))


def _ends_name(run: Sequence[Word], at: int) -> bool:
    word = run[at]
    if word.tag == FIRM:
        return True
    sort = sort_of(word.text)
    if sort is Sort.PROJECT:
        rest = "".join(w.text for w in run[at + 1 :])
        stem = "".join(w.text for w in run[: at + 1])
        stem = re.sub(r"(?:项目|工程|基地|中心|大厦)$", "", stem)
        alone = not rest or STRUCTURE.search(word.text) or ATTRIBUTE.match(rest)
        return not GENERIC.search(stem) and bool(alone)
    if (word.text in ALONE and not at) or word.text in NOT_NAMES:
        return False
    if sort is Sort.AREA and word.text not in WHOLE_COUNTRY:
        return word.tag in PLACE_TAGS or (at > 0 and len(word.text) == 1)
    placed = word.tag == "ns" and len(word.text) > 1
    return sort is not None or placed or word.text in place_names()


@lru_cache(maxsize=8192)
def sort_of(text: str) -> Sort | None:
    """Return the sort of body that a word ends in, if any."""
    if text in WHOLE_COUNTRY:
        return Sort.AREA
    if OFFICES.search(text) or text in NOT_NAMES:
        return None
    endings = (text[-length:] for length in LENGTHS)
    return next((SORTS[ending] for ending in endings if ending in SORTS), None)
