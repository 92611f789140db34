"""How the indicator of a figure can be worded: as it was read, or with what else is said of it.

    总投资 533亿元         45个亿元以上项目 before it    亿元以上项目 | 总投资        lent
    出口 6.85万亿元        其中, of 货物贸易进出口        货物贸易 | 出口             part
    13个行业              采购经理指数环比上升            采购经理指数环比上升的 | 行业  told behind
    占 53.5%             占外贸总值的57% before it      … 占外贸总值              whole
    销售收入 要争取达到 2500亿元                          销售收入                   subject

Each is a candidate; `indicators` weighs them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import GROWTH_WORDS, Sort
from summarizer.analysis.names import names_of
from summarizer.analysis.noun_phrases import (
    is_nounlike,
    is_threshold,
    run_after,
    run_before,
    strip_reach,
    text_of,
)
from summarizer.analysis.words import MARK, Word
from summarizer.binding.fullness import is_side, telling
from summarizer.binding.subjects import begins_at
from summarizer.codelists import find_indicator
from summarizer.lexicon import pattern, word_set
from summarizer.quantity import Kind
from summarizer.summary import Measure

if TYPE_CHECKING:
    from summarizer.binding.discourse import Reading

LISTED = word_set("naming.listed")
EVERY = pattern("naming.every")
LEDE = pattern("lines.lede")
ATTRIBUTE, MEASURED = pattern("naming.attribute"), pattern("naming.measured")
OFFICE, ACTING = pattern("bodies.acting_office"), frozenset({"nt", "nr", "nrt", "ns"})
WHO = frozenset({Sort.AREA, Sort.ZONE, Sort.FIRM})
LEADING = word_set("verbs.leading")
HEADS = word_set("naming.heads")
DENYING = pattern("naming.denying")
EQUAL = word_set("verbs.equals")
BACK = 6
"""So many figures back is looked for a whole."""
LONGEST_TOLD = 16
"""Characters of what is told of a count."""
READ = "read"


@dataclass(frozen=True, slots=True)
class Wording:
    """An indicator's name in words, what its share is of, and the ways it was come by."""

    name: tuple[Word, ...]
    whole: tuple[Word, ...]
    ways: tuple[str, ...]

    @property
    def said(self) -> tuple[str, str]:
        """Its letters, by which it is known."""
        return text_of(self.name), text_of(self.whole)


Way = Callable[["Reading"], tuple[Word, ...]]


def wordings_of(reading: "Reading") -> tuple[Wording, ...]:
    """Return the ways to word what a figure measures, first as it was read."""
    found: dict[tuple[str, str], Wording] = {}
    for wording in _wordings(reading):
        known = found.get(wording.said)
        ways = (*known.ways, *wording.ways) if known else wording.ways
        found[wording.said] = replace(known or wording, ways=tuple(dict.fromkeys(ways)))
    return tuple(found.values())


def _wordings(reading: "Reading") -> Iterator[Wording]:
    name, whole = reading.name, reading.phrase.whole
    yield Wording(name, whole, (READ,))
    for way, more in _more(reading):
        yield Wording(more, whole, (way,))
        for other, still_more in _more(replace(reading, name=more)):
            if other > way:
                yield Wording(still_more, whole, (way, other))
    if of := _whole_before(reading):
        yield Wording(name, of, ("whole",))
    if not any(map(is_nounlike, name)) and not _is_fate(reading):
        for start, take in STARTS.items():
            found = take(reading)
            if found and telling(found[-1].text) and not _is_somebody(found):
                yield Wording(found, whole, (start,))


def _is_fate(reading: "Reading") -> bool:
    """Say whether it is told what has become of people: 飓风已造成 2人 [死亡]."""
    figure = reading.figure
    return figure.quantity.unit in HEADS and any(w.start >= figure.word.end for w in reading.name)


def _more(reading: "Reading") -> Iterator[tuple[str, tuple[Word, ...]]]:
    """Yield the name with what is said of it elsewhere, each way for itself."""
    if not reading.name:
        return
    for way, take in WAYS.items():
        if name := take(reading):
            yield way, name


def _subject(reading: "Reading") -> tuple[Word, ...]:
    """Return what the clause begins with, or one before it: [货运] 保持增长，去年达到 6200万吨.

    A clause with a figure of its own begins with that figure's: 总面积2万平方米，可入住900人.
    """
    figure = reading.figure
    before = (clause.words for clause in reversed(figure.sentence.clauses[: figure.clause]))
    clauses = takewhile(lambda words: not any(word.is_figure for word in words), before)
    found = (_opening(words) for words in (figure.lead, *clauses))
    return next(filter(None, found), ())


def _opening(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the noun phrase that a clause begins with, without a body in front."""
    begin = begins_at(words) if words else 0
    words = tuple(dropwhile(_idle, (word for word in words if word.start >= begin)))
    run = tuple(takewhile(_may_name, words))
    while run and not is_nounlike(run[-1]):
        run = run[:-1]
    body = max((name.core for name in names_of(run) if name.proper), default=0)
    return tuple(dropwhile(_leads, (word for word in run if word.start >= body)))


def _is_somebody(words: tuple[Word, ...]) -> bool:
    """Say whether words are who does what is measured: [警方] 共拘捕 420人."""
    whole = any(name.core == words[-1].end for name in names_of(words) if name.sort in WHO)
    return whole or words[-1].tag in ACTING or OFFICE.search(words[-1].text) is not None


def _idle(word: Word) -> bool:
    return word.is_time or word.tag in ("d", "c", "p", "t", MARK) or bool(LEDE.match(word.text))


def _may_name(word: Word) -> bool:
    return is_nounlike(word) or word.tag == "uj" or word.text in LISTED


def _leads(word: Word) -> bool:
    return word.tag == "uj" or word.text in LISTED


def _before(reading: "Reading") -> tuple[Word, ...]:
    return run_before(strip_reach(reading.figure.left))


def _behind(reading: "Reading") -> tuple[Word, ...]:
    return run_after(reading.figure.right)


def _lent(reading: "Reading") -> tuple[Word, ...]:
    """Return what was counted just before, with what is measured of it: [项目] 总投资."""
    earlier, name = _last_named(reading), reading.name
    if earlier is None or reading.phrase.inherited or not ATTRIBUTE.match(text_of(name)):
        return ()
    return () if _overlap(earlier.name, name) else (*earlier.name, *name)


def _last_named(reading: "Reading") -> "Reading | None":
    """Return the last figure of the sentence that has a name of its own."""
    earlier = reading.earlier
    while earlier is not None and earlier.phrase.inherited:
        earlier = earlier.earlier
    same = earlier is not None and earlier.figure.sentence is reading.figure.sentence
    return earlier if same and earlier is not None and earlier.name else None


def _overlap(name: Sequence[Word], other: Sequence[Word]) -> bool:
    """Say whether one name is said again in the other."""
    ours, theirs = text_of(name), text_of(other)
    return ours in theirs or theirs in ours or any(word in other for word in name)


def _part(reading: "Reading") -> tuple[Word, ...]:
    """Return a part with what it shares with its whole: [货物贸易] 出口 of 货物贸易进出口."""
    whole, name = _whole_of(reading), reading.name
    if whole is None or not whole.name:
        return ()
    if narrowed := _narrowed(whole.name, name):
        return narrowed
    alone = reading.phrase.inherited or _says_all(reading, whole)
    more = () if alone else _shared(whole.name, name)
    return (*more, *name) if more else ()


def _says_all(reading: "Reading", whole: "Reading") -> bool:
    """Say whether a part with its whole's head has a name of the trade: 工业投资."""
    measured = reading.figure.quantity.kind is not Kind.COUNT
    same = text_of(reading.name[-1:]) == text_of(whole.name[-1:])
    return measured and same and find_indicator(text_of(reading.name)) is not None


def _narrowed(whole: tuple[Word, ...], part: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a whole with the threshold of its part: 引进 [超20亿元] 项目 of 引进超10亿元项目."""
    own = next(filter(is_threshold, part), None)
    at = next((i for i, word in enumerate(whole) if is_threshold(word)), None)
    alike = at is not None and text_of(part[-1:]) in (
        text_of(whole[-1:]),
        text_of((own,) if own else ()),
    )
    return (*whole[:at], own, *whole[at + 1 :]) if own and alike and at is not None else ()


def _whole_of(reading: "Reading") -> "Reading | None":
    """Return the figure before 其中 in a sentence, or the last one of the sentence before."""
    part: Reading | None = reading
    while part is not None and part.figure.sentence is reading.figure.sentence:
        if "其中" in part.figure.left_text:
            return part.earlier
        part = part.earlier
    return None


def _shared(whole: tuple[Word, ...], part: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what a whole is called by before the words that its part has too."""
    if not whole or not part or text_of(part) in text_of(whole[:-1]) or len(whole) < len(part):
        return ()
    last, own = whole[-1].text, part[-1].text
    if last != own and not is_side(own, last):
        return ()
    same = 1
    while same < len(part) and whole[-same - 1].text == part[-same - 1].text:
        same += 1
    return whole[:-same]


def _told_behind(reading: "Reading") -> tuple[Word, ...]:
    """Return what is told of a count or share, as what tells which: 13个 指数上升的行业."""
    name, figure = reading.name, reading.figure
    whole = figure.quantity.kind is Kind.COUNT or reading.phrase.measure is Measure.SHARE
    if not whole or name[0].start < figure.word.end:
        return ()
    rest = [word for word in figure.right if word.start >= name[-1].end and word.tag != "ul"]
    if rest and rest[0].tag == "uj":
        rest = rest[1:]
    clause = takewhile(lambda word: word.tag != MARK and not word.is_figure, rest)
    told = tuple(dropwhile(_only_leads, clause))
    acted = any(word.tag == "v" and len(word.text) > 1 for word in told)
    fits = acted and len(text_of(told)) <= LONGEST_TOLD and not _leads_on(told, figure)
    return (*told, _glue("的", name[0].start), *name) if fits else ()


def _leads_on(told: tuple[Word, ...], figure: Figure) -> bool:
    """Say whether only a change is told, and by how much: 9个行业客流 [同比增长] 4%."""
    clause = figure.sentence.clauses[figure.clause].words
    following = next((word for word in clause if word.start >= told[-1].end), None)
    changes = all(word.text in GROWTH_WORDS for word in told)
    return changes and following is not None and following.is_figure


def _only_leads(word: Word) -> bool:
    """Say whether what is told begins behind a word: [均 已] 投产, and not 未 投产."""
    return word.text in EQUAL or (word.tag == "d" and not DENYING.match(word.text))


def _glue(text: str, at: int) -> Word:
    """Return a word that the article does not print there: it takes no room."""
    return Word(at, at, text, "uj")


def _every(reading: "Reading") -> tuple[Word, ...]:
    """Return a name with how often it is counted: [每年] 汽车产量."""
    before = [word for word in reading.figure.lead if word.end <= reading.name[0].start]
    often = next((word for word in reversed(before) if EVERY.fullmatch(word.text)), None)
    mean = next((word for word in before if often and word.end == often.start), None)
    led = (mean,) if mean is not None and mean.text in LEADING else ()
    return (*led, often, *reading.name) if often else ()


def _whole_before(reading: "Reading") -> tuple[Word, ...]:
    """Return what the last share before this one was of."""
    earlier = reading.earlier
    if reading.phrase.measure is not Measure.SHARE or reading.phrase.whole:
        return ()
    for _ in range(BACK):
        if earlier is None:
            return ()
        if earlier.phrase.whole:
            return earlier.phrase.whole
        earlier = earlier.earlier
    return ()


STARTS: dict[str, Way] = {"subject": _subject, "before": _before, "behind": _behind}
WAYS: dict[str, Way] = {
    "lent": _lent,
    "part": _part,
    "told behind": _told_behind,
    "every": _every,
}
