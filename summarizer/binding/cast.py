"""Who an article speaks of: zones, areas, firms, projects, trades; whom 园区 or 全区 means.

    玉溪高新区 … 园区 17户 …      園区 is the zone named before
    兴安盟今年将有 … ， 其中 …     the subject goes on until another takes its place
    占 全省 医药 产值 总量 的 39%   what stands behind 占, 比, 高于 is compared with, not meant

A name is a run of nouns that ends in a word for a kind of body; a bare word of that kind (园区,
公司), or one with 该, 我 or 全 before it, points back to the last of its kind.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.binding.clauses import MARK, NUMBER, Sentence, Word
from summarizer.binding.figures import Figure
from summarizer.binding.lexicon import (
    ALONE,
    COMPARING,
    ENDINGS,
    LIGHT,
    NOT_NAMES,
    POINTERS,
    WHOLE_COUNTRY,
    Sort,
)
from summarizer.codelists import find_area, place_names
from summarizer.document import Role

HEADINGS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})


SORTS = sorted(
    ((ending, sort) for sort, endings in ENDINGS.items() for ending in endings),
    key=lambda pair: -len(pair[0]),
)
POINTS_TO = {word: sort for sort, words in POINTERS.items() for word in words}
PLACING = ("在", "作为", "走进", "位于")
CLOSING = ("中", "上", "里", "期间", "下", "后", "时")
OFFICES = re.compile(
    r"(?:厅|局|委|部|办|组|处|政府|党委|管委会|工委|会议|记者|书记|主任|市长|县长|省长|统计局|海关)$"
)
GENERIC = re.compile(
    r"(?:重点|重大|省级|市级|国家级|在建|新建|续建|投资|产业|签约|开工|技改|招商|等|储备|工业|民生|投产|运营|落户|入驻|类|援建|改造|高新技术)$|^$"
)
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
    compared = quoted = False
    first = next((word.start for word in words if not word.is_time and word.tag != "d"), None)
    run: list[Word] = []
    for word in (*words, STOP):
        if _nameable(word) and not quoted:
            run.append(word)
            continue
        name = _name_in(run)
        if name and (name.text not in ALONE or name.start == first):
            yield replace(name, compared=compared)
            compared = False
        run = []
        quoted = word.text == "“" or (quoted and word.text != "”")
        compared = _compares(word, compared=compared)


def _compares(word: Word, *, compared: bool) -> bool:
    """Say whether what follows is only compared with; 的, brackets and numbers do not end that."""
    return word.text in COMPARING or (compared and (word.tag in ("uj", NUMBER)))


def _nameable(word: Word) -> bool:
    if word.tag == NUMBER or word.text in LIGHT:
        return False
    if word.tag == MARK:
        return word.text == "·"
    return word.tag[0] == "n" or word.tag in NAME_TAGS or _sort_of(word.text) is not None


def _name_in(run: Sequence[Word]) -> Name | None:
    """Find the name in a run of nouns: a pointer, or all up to its last word for a body."""
    if run and run[0].text in POINTS_TO and (len(run) == 1 or _points(run)):
        first = run[0]
        return Name(first.start, first.end, first.text, POINTS_TO[first.text], pointer=True)
    ends = [i for i in range(len(run)) if _ends_name(run, i)]
    if not ends:
        return None
    strong = [i for i in ends if _sort_of(run[i].text) is not Sort.TRADE]
    end = strong[-1] if strong else ends[-1]
    if end + 1 < len(run) and OFFICES.search(run[end + 1].text):
        return None
    words = run[: end + 1]
    sort = _sort_of(words[-1].text) or Sort.AREA
    text = "".join(word.text for word in words)
    return Name(words[0].start, words[-1].end, text, sort, proper=sort is not Sort.TRADE)


def _points(run: Sequence[Word]) -> bool:
    """Say whether a pointer keeps its meaning before the nouns that follow."""
    rest = "".join(word.text for word in run[1:])
    return run[0].text not in ALONE or bool(ATTRIBUTE.match(rest))


def _ends_name(run: Sequence[Word], at: int) -> bool:
    word = run[at]
    sort = _sort_of(word.text)
    if sort is Sort.PROJECT:
        rest = "".join(w.text for w in run[at + 1 :])
        before = "".join(w.text for w in run[:at])
        return not GENERIC.search(before) and (not rest or bool(ATTRIBUTE.match(rest)))
    if word.text in ALONE and not at:
        return False
    return sort is not None or word.tag == "ns" or word.text in place_names()


def _sort_of(text: str) -> Sort | None:
    if text in WHOLE_COUNTRY:
        return Sort.AREA
    if OFFICES.search(text) or text in NOT_NAMES:
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
            found = self._subject(_candidates(words), earlier)
            if found:
                return found
        return self._topic or self._main

    def _subject(self, names: Sequence[Name], earlier: Sequence[Name]) -> Name | None:
        for name in names:
            if not name.compared:
                found = self._resolve(name, earlier)
                if found and (found.proper or not (self._main and self._main.proper)):
                    return found
        return None

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
        return known[-1] if known else None if name.text in ALONE else name


def _candidates(words: Sequence[Word]) -> Sequence[Name]:
    """Return who may be the subject: not the examples before 等, the last one after 在 or 作为."""
    listed = next(
        (i for i, w in enumerate(words) if w.text == "等" and _counts(words[i + 1 :])), -1
    )
    words = words[listed + 1 :]
    names = list(names_of(words))
    if words and words[0].text in PLACING:
        inside = any(word.text in CLOSING for word in words)
        return () if inside else names[::-1]
    return names


def _counts(words: Sequence[Word]) -> bool:
    return not words or words[0].tag == NUMBER


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
