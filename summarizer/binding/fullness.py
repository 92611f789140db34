"""An indicator's name, complete enough to be understood alone.

金属矿砂、农产品和能源类大宗商品 | 进口           a list goes with what is measured of all of it
规模以上生物医药企业 实现 | 工业总产值            who the subject narrows it to, over the light verb
对 东盟 | 进出口                               whom it is with
参加过技术培训 的 | 人员                         what tells which
新建 4处 | 水上服务区                           what is done with what is counted
新建 码头 3座、| 泊位 5个                        what is done with all of a list
利率3.46%，其中 一般债券 | 3.33%                 what is measured is said once, of the whole

`phrases` finds the noun that is measured; here its name is filled up, within its clause, as far
back as the owner, a time, or another figure.
"""

from collections.abc import Sequence
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from summarizer.analysis.lexicon import GROWTH_WORDS, LIGHT, REACH, Sort
from summarizer.analysis.names import names_of
from summarizer.analysis.noun_phrases import (
    INNER_MARKS,
    KEPT_BEHIND,
    THESE,
    is_threshold,
    past_size,
    text_of,
)
from summarizer.analysis.words import MARK, Word
from summarizer.lexicon import only_word, pattern, word_set
from summarizer.quantity import Kind
from summarizer.summary import Measure
from summarizer.text import fold

if TYPE_CHECKING:
    from summarizer.binding.discourse import Reading

CARRIERS = word_set("naming.carriers")
WITH, LISTED = word_set("naming.with"), word_set("naming.listed")
BETWEEN = word_set("naming.between")
NO_DEED, IDLE = pattern("naming.no_deed"), pattern("naming.idle")
MODAL, MEASURED = pattern("naming.modal"), pattern("naming.measured")
KIND = pattern("naming.kinds")
OPENING, QUOTING = word_set("naming.opening"), word_set("naming.quoting")
EACH, LIST = only_word("parts.respectively"), "list"
WITHIN, INSIDE = word_set("naming.within"), word_set("naming.inside")
PULLING = word_set("verbs.pulling")
CAUSING = word_set("verbs.causing")
HEADS = word_set("naming.heads")
PART, BACK = only_word("parts.of_which"), 3
PLACES = frozenset({Sort.AREA, Sort.ZONE})
ABROAD = word_set("naming.abroad")
SHORT, FATE, LONGEST = 3, 10, 30
"""Characters beyond which a name is not filled up."""


def full_name(reading: "Reading") -> tuple[Word, ...]:
    """Return the words of an indicator's name, filled up where its clause says more."""
    name, base, figure = reading.phrase.name, reading.base, reading.figure
    if not name:
        return name
    if reading.phrase.inherited and base is not None and name == base.phrase.name:
        return base.name
    if told := _told_before(reading):
        return (*name, *told)
    return _behind(reading) if name[0].start >= figure.word.end else _before(reading)


def _behind(reading: "Reading") -> tuple[Word, ...]:
    """Fill up a name that stands behind its figure."""
    if reading.figure.quantity.kind is Kind.COUNT:
        return _counted(reading)
    return (*_governing(reading), *reading.phrase.name)


def _before(reading: "Reading") -> tuple[Word, ...]:
    """Fill up a name that stands before its figure."""
    name, figure = reading.phrase.name, reading.figure
    if name[-1].text in CAUSING and (fate := _fate(reading)):
        return fate
    if pulled := _pulled_by(reading):
        return (*pulled, *name)
    if led := _governing(reading) or _shared_with(reading):
        return (*led, *name)
    before = tuple(word for word in figure.lead if word.end <= name[0].start)
    alone = not before or reading.how == LIST or name[-1].end > figure.word.start
    return name if alone else _filled(name, before, reading)


def _counted(reading: "Reading") -> tuple[Word, ...]:
    """Return what is counted with what is done with it, or what has become of it."""
    done = _deed(reading.figure.left) or _governing(reading)
    return _fate(reading) or (*done, *reading.phrase.name)


def _told_before(reading: "Reading") -> tuple[Word, ...]:
    """Return what is measured of a kind, where only the figure before says it."""
    earlier, name = _alike(reading), text_of(reading.phrase.name)
    counted = reading.figure.quantity.kind is Kind.COUNT
    if earlier is None or counted or not KIND.search(name) or MEASURED.search(name):
        return ()
    told = earlier.name
    if not MEASURED.search(text_of(told)):
        return ()
    at = max((i + 1 for i, w in enumerate(told) if KIND.search(w.text)), default=0)
    return told[at:] if at or _is_part(reading) else ()


def _is_part(reading: "Reading") -> bool:
    """Say whether a part is told: 其中 出口; 其中，出口."""
    figure = reading.figure
    before = figure.sentence.clauses[figure.clause - 1].words if figure.clause else ()
    return PART in figure.left_text or text_of(before) == PART


def _alike(reading: "Reading") -> "Reading | None":
    """Return the last figure before that is of the same sort; of a rate, the one before."""
    earlier, mine = reading.earlier, reading.figure.quantity
    if reading.phrase.measure is Measure.GROWTH:
        return earlier
    for _ in range(BACK):
        theirs = earlier.figure.quantity if earlier else None
        if theirs is None or (mine.kind, mine.unit) == (theirs.kind, theirs.unit):
            return earlier
        earlier = earlier.earlier if earlier else None
    return None


def _shared_with(reading: "Reading") -> tuple[Word, ...]:
    """Return what a name shares with the one before, of which it is the pair: 对美 出口, 进口."""
    earlier, own = reading.earlier, reading.phrase.name
    if earlier is None or len(own) != 1 or not earlier.name or reading.how == LIST:
        return ()
    at = next((i for i, word in enumerate(earlier.name) if is_side(own[0].text, word.text)), 0)
    if at and _is_part(reading):
        return () if text_of(earlier.name[:at]) in ABROAD else earlier.name[:at]
    *rest, last = earlier.name
    alike = last.text[-1:] == own[0].text[-1:] and last.text != own[0].text
    near = earlier.figure.sentence is reading.figure.sentence and own[0] in reading.figure.left
    opens = bool(reading.figure.left) and reading.figure.left[0] is own[0]
    return tuple(rest) if alike and near and opens and len(own[0].text) <= SHORT else ()


def _governing(reading: "Reading") -> tuple[Word, ...]:
    """Return the verb that stands once before a list: [新建] 码头 3座、泊位 5个."""
    earlier, figure, name = reading.earlier, reading.figure, reading.phrase.name
    if earlier is None or earlier.figure.sentence is not figure.sentence or not figure.left:
        return ()
    behind = name[0].start >= figure.word.end
    listed = figure.clause == earlier.figure.clause and figure.left[-behind].text == "、"
    same = figure.quantity.kind is earlier.figure.quantity.kind in (Kind.COUNT, Kind.AMOUNT)
    acts = name[0].tag[0] == "v" or reading.phrase.inherited
    places = (n.core for n in names_of(earlier.name) if n.sort in PLACES)
    told = [word for word in earlier.name if word.start >= max(places, default=0)]
    verb = tuple(takewhile(_is_deed, told))
    return verb if listed and same and not acts and len(verb) < len(told) else ()


def _is_deed(word: Word) -> bool:
    """Say whether a word tells what is done with what is counted."""
    return word.tag in ("v", "vn") and not NO_DEED.match(word.text)


def _pulled_by(reading: "Reading") -> tuple[Word, ...]:
    """Return what pulls up a whole, told before: [机电产品出口] 9亿元，拉动出口增长."""
    earlier, opening = reading.earlier, reading.figure.left[:1]
    if earlier is None or opening != reading.phrase.name[:1]:
        return ()
    same = earlier.figure.sentence is reading.figure.sentence
    return earlier.name if same and opening[0].text in PULLING else ()


def is_side(own: str, whole: str) -> bool:
    """Say whether a word is one side of another: 出口 of 进出口, 产量 of 产销量."""
    rest = iter(whole)
    return 1 < len(own) < len(whole) and all(character in rest for character in own)


def _filled(
    name: tuple[Word, ...], before: tuple[Word, ...], reading: "Reading"
) -> tuple[Word, ...]:
    """Take in, from right to left, what stands before a name and belongs to it."""
    owner = reading.who.end if reading.who and reading.who.end <= name[0].start else -1
    bodies = [
        n for n in names_of(before) if n.proper and not n.pointer and n.sort is not Sort.TRADE
    ]
    start = max((owner, *(body.core for body in bodies)))
    taken = _taken([word for word in before if word.start >= start], name, reading)
    if taken and taken[0].start > before[0].start and _points(before, taken[0]):
        return name  # 这 | 条公路 全长
    kept = past_size(tuple(dropwhile(_idle, taken)))
    return (*(word for word in kept if word.text not in CARRIERS), *name)


def _taken(before: Sequence[Word], name: tuple[Word, ...], reading: "Reading") -> tuple[Word, ...]:
    """Return what goes on, from right to left, until something breaks or there is no more room."""
    shared, room = EACH in reading.figure.lead_text, LONGEST - len(text_of(name))
    taken: tuple[Word, ...] = ()
    for word in reversed(before):
        within = word.text in WITHIN and any(each.text in INSIDE for each in taken)
        if len(word.text) > room or (_breaks(word, shared=shared) and not within):
            break
        room -= len(word.text)
        taken = (word, *taken)
    return taken


def _points(before: Sequence[Word], first: Word) -> bool:
    return next(word for word in reversed(before) if word.end <= first.start).text in THESE


def _breaks(word: Word, *, shared: bool) -> bool:
    """Say whether no name goes on before a word: a time, a figure, a verb of plan or report."""
    if word.is_time or (word.is_figure and not is_threshold(word)):
        return True
    if word.text in LISTED or word.tag == MARK:
        return shared or word.text not in LISTED | INNER_MARKS
    light = word.text in LIGHT or word.text in REACH or word.text in GROWTH_WORDS
    return (light and word.text not in CARRIERS | WITH) or word.tag == "y"


def _idle(word: Word) -> bool:
    """Say whether no name begins with a word: 的, 而, 其, 在, 已."""
    plain = word.tag in ("c", "d", "f", "p", "uj", "r", "t", "y") or word.tag[0] == "u"
    led = (
        word.text in LISTED or word.text in KEPT_BEHIND or word.text in CARRIERS or word.tag == MARK
    )
    return (plain or led) and word.text not in WITH | OPENING | QUOTING


def _fate(reading: "Reading") -> tuple[Word, ...]:
    """Return what has become of people that are counted: 11人 则 [获准 保释]."""
    if reading.figure.quantity.unit not in HEADS:
        return ()
    told = tuple(takewhile(lambda w: w.tag != MARK and not w.is_figure, reading.figure.right))
    told = tuple(dropwhile(lambda w: w.tag in ("d", "c", "r", "ul"), told))
    acted = any(word.tag == "v" for word in told)
    return told if acted and len(text_of(told)) <= FATE else ()


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
    modal = MODAL.search(fold(name))
    bare = name[: modal.start()] if modal else name
    return "" if IDLE.match(fold(bare)) else bare
