"""An indicator's name, complete enough to be understood alone.

金属矿砂、农产品和能源类大宗商品 | 进口           a list goes with what is measured of all of it
规模以上生物医药企业 实现 | 工业总产值            who the subject narrows it to, over the light verb
对 东盟 | 进出口                               whom it is with
参加过技术培训 的 | 人员                         what tells which
新建 4处 | 水上服务区                           what is done with what is counted
利率3.46%，其中 一般债券 | 3.33%                 what is measured is said once, of the whole

`phrases` finds the noun that is measured; here its name is filled up, within its clause, as far
back as the owner, a time, or another figure.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.analysis.lexicon import LIGHT, REACH, Sort
from summarizer.analysis.names import names_of
from summarizer.analysis.nouns import THESE, is_nounlike, is_threshold, text_of
from summarizer.analysis.words import MARK, Word
from summarizer.lexicon import pattern, word_set
from summarizer.quantity import Kind
from summarizer.summary import Measure

if TYPE_CHECKING:
    from summarizer.binding.course import Reading

CARRIERS = word_set("naming.carriers")
WITH, LISTED = word_set("naming.with"), word_set("naming.listed")
BETWEEN, AREA_UNITS = word_set("naming.between"), word_set("naming.area_units")
NO_DEED, IDLE = pattern("naming.no_deed"), pattern("naming.idle")
MODAL, MEASURED = pattern("naming.modal"), pattern("naming.measured")
KIND, AREA = pattern("naming.kinds"), pattern("naming.areas")
EACH, LIST = "分别", "list"
SIZE = "规模"
STANDS_FOR = {Kind.COUNT: "数量", Kind.PERCENT: "比例", Kind.AMOUNT: "金额"}
LONGEST = 40
"""Characters beyond which a name is not filled up."""
VERBS = 4
"""Words of a clause that tells which: [参加 过 技术 培训] 的 人员."""


def full_name(reading: "Reading") -> tuple[Word, ...]:
    """Return the words of an indicator's name, filled up where its clause says more."""
    phrase, base = reading.phrase, reading.base
    if phrase.inherited and base is not None and phrase.name == base.phrase.name:
        return base.name
    name = phrase.name
    if not name:
        return name
    if told := _told_before(reading):
        return (*name, *told)
    left = reading.figure.left
    if name[0].start >= reading.figure.word.end:
        counted = reading.figure.quantity.kind is Kind.COUNT
        return (*_deed(left), *name) if counted else name
    before = tuple(word for word in reading.figure.lead if word.end <= name[0].start)
    if not before or reading.how == LIST or name[-1].end > reading.figure.word.start:
        return name
    return _filled(name, before, reading)


def _told_before(reading: "Reading") -> tuple[Word, ...]:
    """Return what is measured of a kind, where only the figure before says it."""
    earlier, name = reading.earlier, text_of(reading.phrase.name)
    if earlier is None or not KIND.search(name) or MEASURED.search(name):
        return ()
    mine, theirs = reading.figure.quantity, earlier.figure.quantity
    grown = reading.phrase.measure is Measure.GROWTH
    alike = (mine.kind, mine.unit) == (theirs.kind, theirs.unit)
    told = earlier.name
    if mine.kind is Kind.COUNT or not (alike or grown) or not MEASURED.search(text_of(told)):
        return ()
    at = max((i + 1 for i, w in enumerate(told) if KIND.search(w.text)), default=0)
    return told[at:] if at else ()


def _filled(
    name: tuple[Word, ...], before: tuple[Word, ...], reading: "Reading"
) -> tuple[Word, ...]:
    """Take in, from right to left, what stands before a name and belongs to it."""
    owner = reading.who.end if reading.who else -1
    shared = EACH in reading.figure.lead_text
    words = list(name)
    rest = [word for word in before if word.start >= owner or word.end > before[-1].end]
    broken = next((word for word in reversed(rest) if _breaks(word)), None)
    if broken and broken.text in THESE:
        return name  # 这 | 条公路 全长
    rest = [word for word in rest if broken is None or word.start >= broken.end]
    while rest:
        taken = _next(rest, shared=shared)
        if not taken or len(text_of(words)) + len(text_of(taken)) > LONGEST:
            break
        if any(n.proper and not n.pointer and n.sort is not Sort.TRADE for n in names_of(taken)):
            break
        words = [*(word for word in taken if word.text not in CARRIERS), *words]
        rest = [word for word in rest if word.end <= taken[0].start]
    return tuple(words)


def _breaks(word: Word) -> bool:
    """Say whether no name goes on before a word: a time, a figure, a verb of plan or report."""
    if word.is_time or (word.is_figure and not is_threshold(word)):
        return True
    light = word.text in LIGHT or word.text in REACH
    return light and word.text not in CARRIERS and word.text not in LISTED | WITH


def _next(rest: Sequence[Word], *, shared: bool) -> tuple[Word, ...]:
    """Return what stands right before a name and belongs to it, or nothing."""
    last = rest[-1]
    if last.text in LISTED and not shared:
        run = _run(rest[:-1])
        return (*run, last) if run else ()
    if last.text in CARRIERS:
        at = len(rest) - 1
        while at and rest[at - 1].text in CARRIERS:
            at -= 1
        run = _run(rest[:at])
        return (*run, *rest[at:]) if run else ()
    if last.text in WITH and last.tag == "p":
        return (last,)
    if last.tag == "uj":
        run = _telling(rest[:-1])
        return (*run, last) if run else ()
    run = _run(rest)
    return () if not run or run[-1].text in ("元", "其") else run


def _run(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the nouns that end some words; quotes belong to them."""
    at = len(words)
    while at and (is_nounlike(words[at - 1]) or words[at - 1].text in "“”《》「」"):
        at -= 1
    return tuple(words[at:])


def _telling(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the short clause that ends before 的 and tells which."""
    at = len(words)
    while at and len(words) - at < VERBS + 2 and _tells(words[at - 1]):
        at -= 1
    run = tuple(words[at:])
    return run if run and not run[0].tag.startswith("u") else run[1:]


def _tells(word: Word) -> bool:
    return word.tag not in (MARK, "uj") and not word.is_time and word.text not in LIGHT


def _deed(left: Sequence[Word]) -> tuple[Word, ...]:
    """Return what is done with what is counted: [撤并] 了 21个 开发区."""
    at = len(left)
    while at and (left[at - 1].text in BETWEEN or left[at - 1].tag in ("d", "ul", "ug")):
        at -= 1
    if not at or left[at - 1].tag not in ("v", "vn") or NO_DEED.match(left[at - 1].text):
        return ()
    verb = left[at - 1]
    return () if verb.text in REACH or verb.text in LIGHT else (verb,)


def telling(name: str) -> str:
    """Return a name without the modal verb at its end, or nothing if it names nothing."""
    bare = MODAL.sub("", name)
    return "" if IDLE.match(bare) else bare


def completed(name: str, reading: "Reading") -> str:
    """Say that an area is one: 小麦 [面积] 20万亩."""
    area = reading.figure.quantity.unit in AREA_UNITS and not AREA.search(name)
    return f"{name}面积" if area and reading.phrase.measure is Measure.LEVEL else name


def stands_for(reading: "Reading") -> str:
    """Return what a figure measures where nothing says it: the size of a market, an amount."""
    who = reading.who
    if who and who.end > who.core and who.text:
        return SIZE
    return STANDS_FOR.get(reading.figure.quantity.kind, reading.figure.quantity.text)
