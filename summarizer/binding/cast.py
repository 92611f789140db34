"""Who appears in an article: zones, areas, firms, projects, trades, and who is meant by 园区 or 全区.

    玉溪高新区 … 园区 17户 …      園区 is the zone named before
    兴安盟今年将有 … ， 其中 …     the subject goes on until another takes its place
    占 全省 医药 产值 总量 的 39%   what stands behind 占, 比, 高于 is compared with, not meant

A name is a run of nouns that ends in a word for a kind of body; a bare word of that kind (园区,
公司), or one with 该, 我 or 全 before it, points back to the last of its kind.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from summarizer.binding.clauses import MARK, NUMBER, Sentence, Word
from summarizer.binding.figures import Figure
from summarizer.binding.nouns import LIGHT
from summarizer.codelists import find_area, place_names
from summarizer.document import Role

HEADINGS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})


class Sort(StrEnum):
    """What sort of body a name is of."""

    ZONE = "zone"
    AREA = "area"
    FIRM = "firm"
    PROJECT = "project"
    TRADE = "trade"


ENDINGS = {
    Sort.ZONE: "高新区 开发区 经开区 高新园区 园区 产业园 工业园 科技园 软件园 物流园 创业园 科学城 科技城 示范区 保税区 试验区"
    " 自贸区 工业区 片区 新区 小镇 港区 合作区 高新技术产业开发区 技术开发区 集聚区 功能区 度假区 创新区",
    Sort.AREA: "省 市 县 自治区 自治州 自治县 州 盟 旗 镇 乡 街道 村 特区 三角洲 行政区 地区",
    Sort.FIRM: "公司 集团 银行 厂 药业 制药 酒厂 研究院 研究所 大学 学院 医院 协会 联合会 商会 企业集团 股份 科技 钛业 酒业 实业"
    " 重工 控股 商场 超市 机场 港口 港 分公司 支行 论坛",
    Sort.PROJECT: "项目 工程 基地 生产线 大厦 中心 电站 污水处理厂 水厂 平台 众创园 孵化器",
    Sort.TRADE: "产业 行业 工业 制造业 服务业 农业 业 企业",
}
SORTS = sorted(
    ((ending, sort) for sort, endings in ENDINGS.items() for ending in endings.split()),
    key=lambda pair: -len(pair[0]),
)
POINTERS = {
    Sort.ZONE: "园区 全区 该区 我区 本区 开发区 高新区 该园区 新区 经开区 这个区 该园 我园区 全园区 园 该开发区 示范区",
    Sort.AREA: "全市 该市 我市 本市 全县 该县 我县 全省 该省 我省 本省 当地 全州 全盟 全旗 全镇 该镇 全港 本港 该自治区 全村 该村",
    Sort.FIRM: "公司 该公司 企业 该企业 集团 该集团 该厂 该行 全行 厂 我公司 集团公司",
    Sort.PROJECT: "项目 该项目 工程 该工程 基地 该基地 这个项目 此项目 该中心 这一项目",
    Sort.TRADE: "全行业 该行业 行业 该产业 产业",
}
POINTS_TO = {word: sort for sort, words in POINTERS.items() for word in words.split()}
WHOLE_COUNTRY = frozenset("全国 我国 全球 世界 中国".split())
COMPARING = frozenset("占 比 较 高于 低于 快于 高出 与 同 对 距 距离 由 向 被 给 对于 超出 从".split())
OFFICES = re.compile(r"(?:厅|局|委|部|办|组|处|政府|党委|管委会|工委|会议|记者|书记|主任|市长|县长|省长|统计局|海关)$")
GENERIC = re.compile(r"(?:重点|重大|省级|市级|国家级|在建|新建|续建|投资|产业|签约|开工|技改|招商|等|储备|工业|民生)$")
ATTRIBUTE = re.compile(r"总?投资|占地|建筑|总|年|计划|预计")
LEVELS = {"province": "省", "prefecture": "市"}
STOP = Word(0, 0, "", MARK)
NAME_TAGS = frozenset({"b", "j", "l", "eng", "a", "zg", "s", "mq", "g", "vn", "i", "q"})


@dataclass(frozen=True, slots=True)
class Name:
    """A body named in the text. A pointer (园区) means another; a trade alone is not proper."""

    start: int
    end: int
    text: str
    sort: Sort
    pointer: bool = False
    proper: bool = True
    compared: bool = False


def names_of(words: Sequence[Word]) -> Iterator[Name]:
    """Yield the bodies named by some words, in reading order."""
    compared = False
    run: list[Word] = []
    for word in (*words, STOP):
        if _nameable(word):
            run.append(word)
            continue
        name = _name_in(run)
        if name:
            yield replace(name, compared=compared)
        run = []
        compared = word.text in COMPARING or (compared and word.tag == "uj")


def _nameable(word: Word) -> bool:
    if word.tag == NUMBER or word.text in LIGHT:
        return False
    if word.tag == MARK:
        return word.text == "·"
    return word.tag[0] == "n" or word.tag in NAME_TAGS or _sort_of(word.text) is not None


def _name_in(run: Sequence[Word]) -> Name | None:
    """Find the name in a run of nouns: up to its last word for a body, else to its last place."""
    ends = [i for i in range(len(run)) if _ends_name(run, i)]
    if not ends:
        return None
    strong = [i for i in ends if _sort_of(run[i].text) is not Sort.TRADE]
    end = strong[-1] if strong else ends[-1]
    if end + 1 < len(run) and OFFICES.search(run[end + 1].text):
        return None
    words = run[: end + 1]
    text = "".join(word.text for word in words)
    sort = POINTS_TO.get(text) or _sort_of(words[-1].text) or Sort.AREA
    return Name(
        words[0].start, words[-1].end, text, sort, text in POINTS_TO, sort is not Sort.TRADE
    )


def _ends_name(run: Sequence[Word], at: int) -> bool:
    word = run[at]
    sort = _sort_of(word.text)
    if sort is Sort.PROJECT and not _is_pointer(word):
        rest = "".join(w.text for w in run[at + 1 :])
        before = "".join(w.text for w in run[:at])
        return not GENERIC.search(before) and (not rest or bool(ATTRIBUTE.match(rest)))
    return sort is not None or word.tag == "ns" or word.text in place_names()


def _is_pointer(word: Word) -> bool:
    return word.text in POINTS_TO


def _sort_of(text: str) -> Sort | None:
    if text in WHOLE_COUNTRY:
        return Sort.AREA
    if text in POINTS_TO:
        return POINTS_TO[text]
    if OFFICES.search(text):
        return None
    return next((sort for ending, sort in SORTS if text.endswith(ending)), None)


class Cast:
    """Keeps track of who is spoken of while an article is read from top to bottom."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Look for the main body of the article: the first in its headline, else in its text."""
        self._seen: list[Name] = []
        self._topic: Name | None = None
        self._line = -1
        names = [(s, n) for s in sentences for c in s.clauses for n in names_of(c.words)]
        proper = [(s, n) for s, n in names if not n.pointer]
        self._main = _first(proper)

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; a new paragraph begins with the main body again."""
        if sentence.line != self._line:
            self._topic, self._line = None, sentence.line

    def leave(self, sentence: Sentence) -> None:
        """End a sentence: remember who was named, and its subject."""
        subject = None
        for clause in sentence.clauses:
            for name in names_of(clause.words):
                found = self._resolve(name, ())
                if not name.pointer:
                    self._seen.append(name)
                if subject is None and found and found.proper and not name.compared:
                    subject = found
        self._topic = subject or self._topic

    def who(self, figure: Figure) -> Name | None:
        """Return the body a figure is about."""
        owner = _owner_behind(figure)
        if owner:
            return owner
        clauses = figure.sentence.clauses
        stretches = [figure.lead, *(c.words for c in reversed(clauses[: figure.clause]))]
        earlier = [name for words in reversed(stretches) for name in names_of(words)]
        for words in stretches:
            found = self._subject(list(names_of(words)), earlier)
            if found:
                return found
        return self._topic or self._main or self._trade(earlier)

    def _subject(self, names: Sequence[Name], earlier: Sequence[Name]) -> Name | None:
        for name in names:
            if not name.compared:
                found = self._resolve(name, earlier)
                if found and (found.proper or not (self._main and self._main.proper)):
                    return found
        return None

    def _trade(self, earlier: Sequence[Name]) -> Name | None:
        return earlier[-1] if earlier else None

    def _resolve(self, name: Name, earlier: Sequence[Name]) -> Name | None:
        """Return whom a name means; a pointer means the last of its sort, or the main body."""
        if not name.pointer:
            return name
        nearby = [n for n in earlier if n.end <= name.start and _means(name, n)]
        if nearby:
            return nearby[-1]
        if self._main and _means(name, self._main):
            return self._main
        known = [n for n in self._seen if _means(name, n)]
        return known[-1] if known else name


def _first(names: Sequence[tuple[Sentence, Name]]) -> Name | None:
    ranked = sorted(
        names,
        key=lambda pair: (
            not pair[1].proper,
            pair[0].role not in HEADINGS,
            pair[1].compared,
        ),
    )
    return ranked[0][1] if ranked else None


def _owner_behind(figure: Figure) -> Name | None:
    """Return the project or firm that the figure describes: 总投资25亿元的 … 项目."""
    if not figure.right or figure.right[0].tag != "uj" or not figure.left:
        return None
    first = next(names_of(figure.right[1:]), None)
    owns = first and first.sort in (Sort.PROJECT, Sort.FIRM, Sort.ZONE) and not first.pointer
    return first if first and owns and first.start == figure.right[1].start else None


def _means(pointer: Name, name: Name) -> bool:
    """Say whether a name can be what a pointer means: same sort, and 市 only a 市."""
    if name.pointer or name.sort is not pointer.sort or name.text in WHOLE_COUNTRY:
        return False
    level = pointer.text[-1]
    if level not in "省市县镇村":
        return True
    area = find_area(name.text)
    if name.text.endswith(level):
        return True
    return area is not None and LEVELS.get(area.level) == level
