"""Whom a figure is about, while an article is read from top to bottom.

云岚高新区 … 园区 17户 …       a pointer means the last name of its sort, or the main body
兴安盟今年将有 … ， 总投资 …    the subject holds until another takes its place
(a new paragraph)              begins with the main body of the article again
总投资25亿元的青山船机项目      what the figure describes may stand behind it
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from summarizer.binding.clauses import Sentence
from summarizer.binding.echoes import Phrase
from summarizer.binding.figures import Figure, figures_of
from summarizer.binding.lexicon import ALONE, WHOLE_COUNTRY, Sort
from summarizer.binding.names import SOURCES, Name, names_of
from summarizer.binding.words import MARK, NUMBER, Word
from summarizer.codelists import find_area
from summarizer.document import Role
from summarizer.quantity import Kind
from summarizer.summary import Measure

HEADINGS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
PLACING = ("在", "作为", "走进", "位于")
CLOSING = ("中", "上", "里", "期间", "下", "后", "时")
BUILDING = frozenset({"建设", "打造", "兴建", "新建", "建成"})
SITE = re.compile(r"(?:规划|占地)面积$|占地$|总?投资$")
OWNERS = (Sort.PROJECT, Sort.FIRM, Sort.ZONE)
PLACE_PART = re.compile(r"[^省市县镇乡村]{2,5}?[省市县镇乡村]")
LEVELS = {"province": "省", "prefecture": "市"}
QUOTES = '“「『"'
MANAGER = re.compile(
    r"[”」』\"](?:[^，,。]{0,6})(?:总经理|董事长|总裁|负责人|创始人|厂长|行长|总监)"
)
ENDING = 3
"""Characters by which a short name is known in its full form: 创业园."""
NEAREST = frozenset("该这此")
"""What these point to was named last; 全市 and 我市 are where the article is at home."""
OPENING = 3
"""Sentences in which a body that has no headline is introduced."""


class Cast:
    """Remembers who was named, and who is being spoken of."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        """Look for the main body of the article: the first in its headline, else in its text."""
        self._seen: list[Name] = []
        self._here: list[Name] = []
        self._topic: Name | None = None
        self._line = -1
        self._main = _main(sentences)
        self._spoken = {s.line for s in sentences if MANAGER.search(s.text)}

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; a new paragraph begins with the main body again.

        Where it opens with what a manager says, it goes on with whom that one manages.
        """
        if sentence.line != self._line:
            speech = sentence.text[0] in QUOTES and sentence.line in self._spoken
            self._topic = self._topic if speech else None
            self._line, self._here = sentence.line, []

    def leave(self, sentence: Sentence) -> None:
        """End a sentence: remember who was named, and its subject."""
        subjects = []
        for clause in sentence.clauses:
            names = [n for n in _candidates(clause.words) if _leads(n, clause.words)]
            subjects += [self._resolve(name, ()) for name in names]
            named = [name for name in names_of(clause.words) if not name.pointer]
            self._seen += named
            self._here += named
        topic = next((s for s in subjects if s and self._counts(s)), None)
        self._topic = replace(topic, end=topic.core) if topic else self._topic

    def who(self, figure: Figure, phrase: Phrase, base: Name | None) -> Name | None:
        """Return the body a figure is about; `base` is that of the figure it leans on."""
        owner = _owner_behind(figure)
        if owner:
            return owner
        if base and figure.quantity.kind is Kind.MULTIPLE:
            return base
        clauses = figure.sentence.clauses[: figure.clause]
        stretches = [figure.lead, *(c.words for c in reversed(clauses) if not _tells_part(c.words))]
        earlier = [name for words in reversed(stretches) for name in names_of(words)]
        for words in stretches:
            names = _candidates(words)
            if words is figure.lead:
                found = self._in_clause(figure, phrase, names, earlier) or base
            else:
                found = self._first(filter(_is_subject, names), earlier)
            if found:
                return found
        return self._topic or self._main

    def _in_clause(
        self, figure: Figure, phrase: Phrase, names: Sequence[Name], earlier: Sequence[Name]
    ) -> Name | None:
        """Look in the figure's own clause: its subject, a trade that acts, the owner beside it."""
        names = [name for name in names if not _is_part(name, figure, phrase)]
        if figure.quantity.kind is Kind.COUNT:
            told = {name.start for name in names_of((*figure.lead, figure.word))}
            names = [name for name in names if name.start in told]
        acting = (n for n in names if n.subject and (self._counts(n) or _acts(n, figure, phrase)))
        resolved = (self._resolve(name, earlier) for name in acting)
        found = next(filter(None, resolved), None)
        return found or self._first(_neighbours(figure, names), earlier)

    def _first(self, names: Iterator[Name], earlier: Sequence[Name]) -> Name | None:
        found = (self._resolve(name, earlier) for name in names)
        return next((name for name in found if name and self._counts(name)), None)

    def _counts(self, name: Name) -> bool:
        """Let a trade be spoken of only where the article is about a trade."""
        return name.proper or not (self._main and self._main.proper)

    def _resolve(self, name: Name, earlier: Sequence[Name]) -> Name | None:
        """Return whom a name means; a pointer means the last of its sort, or the main body."""
        if not name.pointer or (name.sort is Sort.TRADE and name.text not in ALONE):
            return name
        nearby = [n for n in earlier if n.end <= name.start]
        main = [self._main] if self._main else []
        bare = name.text in ALONE
        if bare:
            known = [nearby, main, self._here if self._topic else self._seen]
        elif name.text[0] in NEAREST:
            known = [nearby, self._here, main, self._seen]
        else:
            known = [nearby, main, self._seen]
        found = next(filter(None, (_meant(name, names) for names in known)), None)
        return found or (None if bare else name)


def _main(sentences: Sequence[Sentence]) -> Name | None:
    """Return the body the article is about."""
    heading = [s for s in sentences if s.role in HEADINGS]
    body = [s for s in sentences if s.role not in HEADINGS]
    named = (
        (_in_full(name, body) for name in _speaking(heading)),
        _at_home(heading, body),
        _speaking(_told_first(body)),
        _pointing(heading),
        _speaking(heading, trades=True),
        _speaking(body[:OPENING]),
    )
    if found := next((name for names in named for name in names), None):
        return replace(found, end=found.core)
    late = (
        _leading(body[:1], trades=True),
        _leading(sentences, country=True),
        _leading(body),
        _introduced(body),
    )
    return next((name for names in late for name in names), None)


def _speaking(sentences: Sequence[Sentence], *, trades: bool = False) -> Sequence[Name]:
    """Return who is named as what is spoken of; an office's place only if there is no other."""
    names = [*_leading(sentences, trades=trades)]
    return [name for name in names if not name.reports] or names


def _told_first(body: Sequence[Sentence]) -> Sequence[Sentence]:
    """Return the first sentence of the text that tells a figure, and what is before it."""
    first = next((i for i, s in enumerate(body[:OPENING]) if figures_of(s)), -1)
    return body[: first + 1]


def _at_home(heading: Sequence[Sentence], body: Sequence[Sentence]) -> Iterator[Name]:
    """Yield the names that the headline points to: 全市, 我省, 开发区."""
    for pointer in _pointing(heading):
        named = (n for s in body for c in s.clauses for n in names_of(c.words))
        yield from (name for name in named if _means(pointer, name))


def _pointing(heading: Sequence[Sentence]) -> Iterator[Name]:
    """Yield what the headline calls the place it is about: that is its name if nothing else is."""
    for sentence in heading:
        for clause in sentence.clauses:
            for name in names_of(clause.words):
                if name.pointer and name.sort in (Sort.AREA, Sort.ZONE):
                    yield name


def _in_full(name: Name, body: Sequence[Sentence]) -> Name:
    """Return the name that the text gives in full where only the headline has the short one."""
    named = [n for s in body for c in s.clauses for n in names_of(c.words) if n.proper]
    if any(n.text == name.text for n in named):
        return name
    alike = (n for n in named if n.sort is name.sort)
    return next((n for n in alike if _is_short_for(name.text, n.text)), name)


def _is_short_for(short: str, full: str) -> bool:
    return full.endswith(short[-ENDING:]) or full.startswith(short)


def _introduced(sentences: Sequence[Sentence]) -> Iterator[Name]:
    """Yield 这个区, 该公司 where the text begins with it: an article without its first lines."""
    for sentence in sentences[:OPENING]:
        for clause in sentence.clauses:
            for name in names_of(clause.words):
                if name.pointer and name.text not in ALONE:
                    yield replace(name, pointer=False)


def _leading(
    sentences: Sequence[Sentence], *, trades: bool = False, country: bool = False
) -> Iterator[Name]:
    for sentence in sentences:
        for clause in sentence.clauses:
            for name in () if _tells_part(clause.words) else _candidates(clause.words):
                idle = name.pointer or (name.text in WHOLE_COUNTRY) is not country
                if not idle and not SOURCES.search(name.text) and (trades or name.proper):
                    yield name


@lru_cache(maxsize=4096)
def _candidates(words: tuple[Word, ...]) -> tuple[Name, ...]:
    """Return who may be meant: not examples before 等, not a setting, not the owner in 甲的乙."""
    words = _without_setting(_without_examples(words))
    names = [name for name in names_of(words) if not name.compared]
    owners = [name for name, other in pairwise(names) if _is_owned(name, other, words)]
    owners += [name for name in names if _is_agent(name, words) or _lends(name, words)]
    placed = bool(words) and words[0].text in PLACING
    return tuple(replace(n, subject=n.subject or placed) for n in names if n not in owners)


def _without_examples(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out what is listed before 等 and a count: 青山药业、白云制药等5户 …."""
    end = next((i for i, w in enumerate(words) if w.text == "等" and _counted(words, i)), 0)
    start = max((i + 1 for i, w in enumerate(words[:end]) if w.tag == "v"), default=0)
    return (*words[:start], *words[end + 1 :]) if end else words


def _counted(words: Sequence[Word], at: int) -> bool:
    return at + 1 == len(words) or words[at + 1].tag == NUMBER


def _is_agent(name: Name, words: Sequence[Word]) -> bool:
    """Say whether a name only acts on what follows: 青山集团投资的 …."""
    after = [word for word in words if word.start >= name.end]
    acts = next((i for i, word in enumerate(after) if word.tag not in ("v", "vn")), 0)
    return 0 < acts < len(after) and after[acts].tag == "uj"


def _lends(name: Name, words: Sequence[Word]) -> bool:
    """Say whether a bank only lends a part of what another builds with: 其中 某银行 贷款."""
    after = next((word for word in words if word.start >= name.end), None)
    lent = after is not None and after.text == "贷款" and name.text.endswith("银行")
    return lent and words[0].text == "其中"


def _without_setting(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out 在 … 中: where something happens, not who does it."""
    end = next((i for i, word in enumerate(words) if word.text in CLOSING), 0)
    start = next((i for i, word in enumerate(words[:end]) if word.text == "在"), None)
    return words if start is None else (*words[:start], *words[end + 1 :])


def _is_owned(name: Name, other: Name, words: Sequence[Word]) -> bool:
    """Say whether 的 leads from one name to the next, with no figure between."""
    if not other.proper:
        return False
    between = [word for word in words if name.end <= word.start < other.start]
    return any(w.tag == "uj" for w in between) and not any(w.tag == NUMBER for w in between)


def _acts(name: Name, figure: Figure, phrase: Phrase) -> bool:
    """Say whether a verb stands between a trade and the indicator: 医药产业 实现 产值."""
    if phrase.inherited or not phrase.name:
        return False
    start = phrase.name[0].start
    return any(w.tag == "v" for w in figure.lead if name.end <= w.start < start)


def _tells_part(words: Sequence[Word]) -> bool:
    """Say whether a clause tells what part one kind has: its name is nobody's after it."""
    return words[0].text == "其中" and any(word.text in ("占", "约占") for word in words)


def _is_part(name: Name, figure: Figure, phrase: Phrase) -> bool:
    """Say whether a name is one kind of what is counted: 其中 软件公司 占 两成."""
    listed = "其中" in figure.sentence.text[: figure.quantity.start - figure.sentence.start]
    counted = bool(phrase.name) and phrase.name[-1].end == name.end
    return listed and counted and phrase.measure is Measure.SHARE


def _is_subject(name: Name) -> bool:
    return name.subject


def _leads(name: Name, words: Sequence[Word]) -> bool:
    """Say whether a name may be the topic of the next sentence."""
    return name.subject and words[0].text != "其中"


def _neighbours(figure: Figure, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the owner right before a figure, behind a verb: 推进 青山钛业 3万吨 …."""
    if figure.quantity.kind is Kind.COUNT or not figure.left:
        return
    start = figure.left[0].start
    yield from (n for n in reversed(names) if n.sort in OWNERS and n.start >= start)


def _owner_behind(figure: Figure) -> Name | None:
    """Return the project or firm that the figure describes: 总投资25亿元的 … 项目.

    What is built on 3000亩 has no 的 before it: 规划面积3000亩 建设 … 小镇.
    """
    right = figure.right
    built = bool(right) and right[0].text in BUILDING and SITE.search(figure.left_text)
    if not right or not (right[0].tag == "uj" or built) or not figure.left:
        return None
    bare = tuple(word for word in right[1:] if word.tag != MARK) if built else right[1:]
    name = next(iter(names_of(bare)), None)
    if name is None or name.pointer or name.sort not in OWNERS:
        return None
    between = [word for word in bare if word.end <= name.start]
    plain = all(word.tag not in ("v", "p", "c", "uj", MARK) for word in between)
    return replace(name, start=bare[0].start) if plain else None


def _meant(pointer: Name, names: Sequence[Name]) -> Name | None:
    """Return the last name a pointer can mean, or the place that is a part of a longer name."""
    for name in reversed(names):
        if _means(pointer, name):
            return name
        for place in _places_in(name) if pointer.sort is Sort.AREA else ():
            if _means(pointer, place):
                return place
    return None


def _places_in(name: Name) -> Iterator[Name]:
    """Yield the places that a name is made of: 桐山市 and 柳坪镇 of 桐山市柳坪镇农技中心."""
    for found in PLACE_PART.finditer(name.text):
        end = name.start + found.end()
        yield Name(name.start + found.start(), end, end, found[0], Sort.AREA)


def _means(pointer: Name, name: Name) -> bool:
    """Say whether a name can be what a pointer means: same sort, and 市 only a 市."""
    if name.pointer or name.sort is not pointer.sort or name.text in WHOLE_COUNTRY:
        return False
    level = pointer.text[-1]
    if level not in "省市县镇乡村" or name.text.endswith(level):
        return True
    area = find_area(name.text)
    return area is not None and LEVELS.get(area.level) == level
