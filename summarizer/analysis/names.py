"""Bodies named in a clause: zones, areas, firms, projects, trades, and words that point to one.

    云岚 高新区 | 规模以上 工业 企业      a zone; what follows belongs to the indicator
    全国 石油 行业 | 总产值              an area with its trade
    该 项目, 园区, 全市                   pointers: another name of their sort is meant
    占 全省 …, 比 上海 …, 由 某公司 …     compared with or acting, but not the subject

A name is a run of nouns that ends in a word for a kind of body, or in a place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from summarizer.analysis.chunks import (
    COMPANY,
    PLACE_TAGS,
    POINTS_TO,
    Name,
    name_in,
    sort_of,
)
from summarizer.analysis.lexicon import (
    ACTIONS,
    ALONE,
    COMPARING,
    DEMONSTRATIVES,
    LIGHT,
    Sort,
)
from summarizer.analysis.noun_phrases import text_of
from summarizer.analysis.words import MARK, NUMBER, SENT, Word
from summarizer.lexicon import pattern, word_list, word_set
from summarizer.quantity import Kind

ASSOCIATIONS = pattern("bodies.associations")
SCHOOLS = pattern("bodies.schools")
REPORTING = pattern("verbs.publishes")
CHAINED = word_list("bodies.chained")
LONG = pattern("bodies.long_ends")
NAME_TAGS = frozenset(
    {"vg", "ag", "b", "j", "l", "eng", "a", "zg", "s", "mq", "g", "vn", "i", "q", "x"}
)
NAME_BREAKS = frozenset({"p", "c", "uj", "r", "t", "d", "ul", "u", "f", MARK, NUMBER})
STOP = Word(-1, -1, "", MARK)
ACTING, REPORTS = pattern("bodies.acting_office"), pattern("bodies.reporting")
PLACED = word_list("bodies.lies_at")
STILL = word_set("verbs.still")
TALLIES = word_set("numbers.body_tallies")


@lru_cache(maxsize=4096)
def names_of(words: tuple[Word, ...]) -> tuple[Name, ...]:
    """Return the bodies named by the words of a clause, in reading order."""
    return tuple(_names(words))


def _names(words: tuple[Word, ...]) -> Iterator[Name]:
    walk = Walk(words)
    for word in (*words, STOP):
        if not walk.takes(word):
            name = walk.name_before(word)
            if name:
                yield name
            walk.pass_over(word, named=name is not None)


class Walk:
    """A clause read word by word: the run of nouns at hand, and what has gone before it."""

    def __init__(self, words: Sequence[Word]) -> None:
        """Begin before the first word that is no time and no adverb."""
        self._placed = bool(words) and words[0].text in PLACED
        opening = (word.start for word in words if not word.is_time and word.tag != "d")
        self._first = next(opening, None)
        self._long = _long_names(words)
        self._words = words
        self._run: list[Word] = []
        self._number: Word | None = None
        self._compared = self._quoted = self._acted = self._owned = False

    def takes(self, word: Word) -> bool:
        """Add a word to the run if it can stand in a name; what is quoted cannot."""
        joins = word.start in self._long or _nameable(word) or _spans(self._run, word)
        if joins and not self._quoted:
            self._run.append(word)
        return joins and not self._quoted

    def name_before(self, word: Word) -> Name | None:
        """Return the name in the run that this word ends, if there is one."""
        name = self._found(word) if self._run else None
        if not name or (name.text in ALONE and name.start != self._first):
            return None
        leads, aside = self._leads(name, word), self._is_aside(name, word)
        if leads and not aside:
            return name
        return replace(name, compared=aside, subject=leads and name.subject)

    def _found(self, word: Word) -> Name | None:
        """Return whom the run names: no mere kind of thing that is counted."""
        name = _group(self._number, self._run) or name_in(self._run)
        if name is None or name.reports:
            name = self._office(word) or name
        counted = name and (self._number or _tallies(word))
        return None if name and counted and _is_kind(name, self._run) else name

    def _leads(self, name: Name, word: Word) -> bool:
        """Say whether a name stands before the verb, or ends what the verb is said of."""
        ends = self._owned and (word is STOP or word.tag == "d")
        return ends or not (self._acted or _is_object(name, self._run))

    def _is_aside(self, name: Name, word: Word) -> bool:
        """Say whether a name is only compared with, or only reports."""
        here = self._placed and self._owned and word is STOP  # 坐落在 … 的 柳溪村
        compared = self._compared and not here
        return compared or _is_source(name, word) or _is_average(name, self._run)

    def _office(self, word: Word) -> Name | None:
        """Return an office that acts itself, or has something of its own: 水务署 的 预算."""
        text = text_of(self._run)
        following = next((w for w in self._words if w.start >= word.end), STOP)
        acts = word.tag in ("v", "d") or word.text == "的"
        told = REPORTS.search(word.text) or REPORTS.search(following.text)
        if not acts or told or self._acted or not ACTING.search(text):
            return None
        first, last = self._run[0], self._run[-1]
        return Name(first.start, last.end, last.end, text, Sort.FIRM)

    def pass_over(self, word: Word, *, named: bool) -> None:
        """Go on behind a word that no name contains; what it governs is what comes next."""
        self._compared = self._governs(word, named=named)
        self._number = (word if _counts(word) else self._number) if word.tag == NUMBER else None
        opened = word.text in ("“", "【")
        self._quoted = opened or (self._quoted and word.text not in ("”", "】"))
        self._owned = word.tag == "uj" or (self._owned and word.tag == "v" and not self._run)
        self._acted = word.text not in STILL and (self._acted or word.tag == "v")
        self._run = []

    def _governs(self, word: Word, *, named: bool) -> bool:
        """Say whether what comes next is compared with, or where something is done."""
        sent = word.text in SENT and word.tag == "p"
        if sent or word.text in COMPARING or (word.text == "在" and word.start != self._first):
            return True
        done = bool(self._run) and (self._run[-1].tag == "v" or self._run[-1].text in ACTIONS)
        goes_on = word.tag in ("uj", NUMBER) and not done and not named
        return self._compared and (word.text in CHAINED or goes_on)


def _group(number: Word | None, run: Sequence[Word]) -> Name | None:
    """Name the zones that are counted and then spoken of as one: 六家 高新区."""
    ends = [i for i, word in enumerate(run) if sort_of(word.text) is Sort.ZONE]
    if number is None or not ends or number.quantity is None or number.quantity.value == 1:
        return None
    text = number.text + text_of(run[: ends[0] + 1])
    end = run[ends[0]].end
    return Name(number.start, end, end, text, Sort.ZONE)


def _is_object(name: Name, run: Sequence[Word]) -> bool:
    """Say whether a verb in front of a name was taken for a noun: 重点 建设 南港区."""
    before = [word for word in run if word.end <= name.start]
    return any(word.text in ACTIONS or word.tag == "v" for word in before)


def _counts(word: Word) -> bool:
    return word.quantity is not None and word.quantity.kind is Kind.COUNT


def _tallies(word: Word) -> bool:
    return _counts(word) and word.quantity is not None and word.quantity.unit in TALLIES


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
    rest = text_of([word for word in run if word.start >= name.core])
    return rest.startswith(("平均", "同类", "同行业"))


def _is_source(name: Name, after: Word) -> bool:
    """Say whether a name is that of a body which only reports: an association, a university."""
    association = ASSOCIATIONS.search(name.text) and after.text != "的"
    return bool(association or (SCHOOLS.search(name.text) and REPORTING.match(after.text)))


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
