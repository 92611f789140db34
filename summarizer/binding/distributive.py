"""The figures of a sentence in turn: each with its phrase, and the figure it leans on.

利税、利润 分别增长 29% 和 45%            the first of the list, the second of the list
甲市、乙市 分别实现产值 120亿元 和 98亿元  the first body, the second body
汽车、机器人 产量分别增长 32% 和 18%        产量 is said once, and meant twice
出口 3亿元，进口 1亿元，分别增长 27% 和 15%  the first figure before, the second figure before
产值 38.5亿元，同比增长 40.6%             the figure just before
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, groupby, takewhile
from operator import attrgetter

from summarizer.analysis.chunks import Name
from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import Sort
from summarizer.analysis.names import CHAINED, names_of
from summarizer.analysis.noun_phrases import (
    BONDS,
    SCOPE,
    is_nounlike,
    run_after,
    run_before,
    strip_reach,
    text_of,
)
from summarizer.analysis.sentences import Sentence
from summarizer.analysis.words import MARK, Word
from summarizer.binding.ellipsis import Phrase
from summarizer.binding.phrases import phrase_of
from summarizer.binding.selection import is_threshold
from summarizer.binding.spans import MEASURED, is_growth
from summarizer.lexicon import only_word, pattern, word_set
from summarizer.summary import Measure

EACH = only_word("parts.respectively")
NUMERALS = "一两三四五六七八九"
SEVERAL = pattern("parts.several_places")
BODIES = pattern("bodies.kinds_of_bodies")
PLACES = word_set("naming.places_counted")
BASES = word_set("change.bases")
SCOPED = word_set("measures.scoped")
MANY = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what it measures; `base` is the figure it leans on, by its turn."""

    figure: Figure
    phrase: Phrase
    base: int | None = None
    owner: Name | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What 分别 gives to one figure: an item's name, a body, or a figure told before.

    A body's indicator begins behind the list of them, at `after`.
    """

    name: tuple[Word, ...] = ()
    owner: Name | None = None
    base: int | None = None
    after: int = 0


def tell(sentence: Sentence) -> tuple[Told, ...]:
    """Return the figures of a sentence in reading order, each with its phrase."""
    told: list[Told] = []
    turns: list[Turn] = []
    again: tuple[Turn, ...] = ()
    for _, clause in groupby(sentence.figures, key=attrgetter("clause")):
        figures = tuple(clause)
        sharing = tuple(filter(_shares_out, figures))
        if sharing:
            turns = list(_turns(sharing[0], told, len(sharing), _behind(sharing[-1])))
            again = tuple(_again(turn, len(told) + i) for i, turn in enumerate(turns))
        elif _goes_on(figures, again):
            sharing, turns = figures, list(again)
        for figure in figures:
            one = _told(figure, told)
            mine = turns and figure in sharing
            told.append(_turned(one, turns.pop(0), told) if mine else one)
    return tuple(told)


def _behind(figure: Figure) -> tuple[Word, ...]:
    """Return what is measured of each where it stands behind the last: 13%和9%的 [占有率]."""
    named = bool(figure.right) and figure.right[0].tag == "uj"
    return run_after(figure.right) if named else ()


def _again(turn: Turn, index: int) -> Turn:
    """Return the turn that a second list takes: the same body, or what the first figure told."""
    return turn if turn.owner else Turn(base=index)


def _goes_on(figures: Sequence[Figure], again: Sequence[Turn]) -> bool:
    """Say whether a clause goes on with the list before: 出口 2亿元、1亿元 of the same bodies.

    What the list measures goes on only where the clause names nothing else: 回程 208列.
    """
    listed = all(figure.left_text in CHAINED for figure in figures[1:])
    bodies = bool(again) and again[0].owner is not None
    silent = bodies or not any(word.tag[0] == "n" for word in figures[0].left)
    return len(figures) == len(again) > 1 and listed and silent


def _shares_out(figure: Figure) -> bool:
    return EACH in figure.lead_text


def _told(figure: Figure, told: Sequence[Told]) -> Told:
    """Read a figure after those before it; a threshold (超亿元的) is nothing to lean on."""
    back = reversed(range(len(told)))
    last = next((i for i in back if not is_threshold(told[i].figure)), None)
    at = next((i for i in (last, *back) if i is not None and _is_firm(told[i])), last)
    before = None if at is None else told[at]
    phrase = phrase_of(figure, before.phrase if before else None)
    if not phrase.inherited or before is None:
        return Told(figure, phrase)
    return Told(figure, phrase, base=at, owner=before.owner)


def _is_firm(told: Told) -> bool:
    """Say whether others can lean on a figure: no threshold, and no change in points."""
    return told.phrase.measure is not Measure.PP_CHANGE and not is_threshold(told.figure)


def _turned(one: Told, turn: Turn, told: Sequence[Told]) -> Told:
    """Let a figure take its turn."""
    if turn.base is not None:
        base = told[turn.base]
        phrase = replace(one.phrase, name=base.phrase.name, inherited=True)
        return replace(one, phrase=phrase, base=turn.base, owner=base.owner)
    if turn.owner:
        name = turn.name or tuple(word for word in one.phrase.name if word.start >= turn.after)
        if not name and told:
            name = told[-1].phrase.name  # that of the clause before, and then of the list
        return replace(one, owner=turn.owner, phrase=replace(one.phrase, name=name))
    return replace(one, phrase=replace(one.phrase, name=turn.name), base=None)


def _turns(
    figure: Figure, told: Sequence[Told], count: int, behind: tuple[Word, ...]
) -> Iterator[Turn]:
    """Yield what 分别 shares out among the figures of a clause, if it does."""
    words = figure.lead
    at = next((i for i, word in enumerate(words) if word.text.startswith(EACH)), None)
    if at is None:
        return
    listed, tail = _listed(figure, words[:at]), _tail(words[at + 1 :]) or behind
    counted = _counted(listed)
    names = counted or [n for n in names_of(listed) if not n.compared]
    items = _headed(_items(listed, count))
    if len(names) == count > 1:
        after = names[-1].end + bool(counted)
        own = tuple(dropwhile(_parts, (word for word in listed if word.start >= after)))
        yield from (Turn(owner=name, after=after, name=(*own, *tail)) for name in names)
    elif len(items) > 1:
        yield from (Turn(name=(*item, *tail)) for item in items)
    elif count > 1 and not any(map(is_nounlike, listed)):
        yield from (Turn(base=index) for index in _levels(told)[-count:])


def _listed(figure: Figure, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a list, which a comma may part from 分别: 甲和乙，较上月 [分别]."""
    bare = _unbased(words)
    before = figure.sentence.clauses[figure.clause - 1].words if figure.clause else ()
    told = bare or any(word.is_figure for word in before)
    return bare if told else _unbased(before)


def _unbased(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out what a list is compared with: 新订单指数 [较上月] 分别, 零售额 [同比] 分别."""
    while words and (words[-1].text in BASES or words[-1].tag == "d" or words[-1].is_time):
        words = words[:-1]
    return words


def _tail(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what is measured of each, where it stands behind 分别: 分别 [出口] 3亿元."""
    run = run_before(strip_reach(words))
    told = run and MEASURED.search(run[-1].text) and not any(map(is_growth, run))
    return tuple(word for word in run if word.tag != "v") if told else ()


def _parts(word: Word) -> bool:
    return word.tag in ("uj", MARK)


def joint(words: tuple[Word, ...]) -> Name | None:
    """Name the bodies of a counted list as one: 霁川、柳湾和青杉三县 | 共 治沙."""
    if any(word.text.startswith(EACH) for word in words):
        return None
    ats = (i for i, w in enumerate(words) if i and (w.is_figure or SEVERAL.fullmatch(w.text)))
    for at in ats:
        items = _items(words[:at]) if len(_counted(words[: at + 1])) >= MANY else ()
        kind = _kind_of_body(words, at) if items else None
        if kind is not None:
            first = next((word for word in items[0] if word.tag != "v"), items[0][0])
            held = tuple(word for word in words[: kind + 1] if word.start >= first.start)
            return Name(first.start, held[-1].end, held[-1].end, text_of(held), Sort.ZONE)
    return None


def _kind_of_body(words: tuple[Word, ...], at: int) -> int | None:
    """Return which word says what kind of bodies are counted: 三家 [企业], 五 [省]."""
    counted = words[at].quantity
    if counted is None or not counted.is_figure or counted.unit in PLACES:
        return at
    behind = list(takewhile(is_nounlike, words[at + 1 :]))
    ends = (i for i, word in enumerate(behind) if BODIES.search(word.text))
    end = next(ends, None)
    return None if end is None else at + 1 + end


def _counted(words: tuple[Word, ...]) -> list[Name]:
    """Return the bodies of a list that says how many they are: 甲、乙、丙三家企业."""
    at = next((i for i, w in enumerate(words) if w.is_figure or SEVERAL.fullmatch(w.text)), 0)
    if not at:
        return []
    items, quantity = _items(words[:at]), words[at].quantity
    said = quantity.value if quantity else NUMERALS.find(words[at].text[0]) + 1
    return [_body(item) for item in items] if said == len(items) else []


def _body(words: tuple[Word, ...]) -> Name:
    start, end = words[0].start, words[-1].end
    return Name(start, end, end, text_of(words), Sort.FIRM)


def _levels(told: Sequence[Told]) -> list[int]:
    return [i for i, one in enumerate(told) if one.phrase.measure is Measure.LEVEL]


def _items(words: tuple[Word, ...], count: int = 0) -> Sequence[tuple[Word, ...]]:
    """Return the items of the list that ends the words; 及 parts two of them if two are meant."""
    items: list[tuple[Word, ...]] = []
    bonds: list[Word] = []
    while item := run_before(strip_reach(words)):
        items.insert(0, item)
        words = tuple(word for word in words if word.end <= item[0].start)
        if not words or words[-1].text not in CHAINED:
            break
        bonds.insert(0, words[-1])
        words = words[:-1]
    for at in reversed(range(len(bonds))):
        if len(items) > count > 0 and bonds[at].text == "和":  # 社会保障 和 就业 is one
            items[at : at + 2] = [(*items[at], bonds[at], *items[at + 1])]
    bond = next((i for i, word in enumerate(items[-1]) if word.text in BONDS), 0) if items else 0
    if bond and len(items) + 1 == count:
        items[-1:] = [items[-1][:bond], items[-1][bond + 1 :]]
    return items


def _headed(items: Sequence[tuple[Word, ...]]) -> Sequence[tuple[Word, ...]]:
    """Give every item the head that the last alone has, and the scope that the first has.

    汽车、机器人 [产量]; [限额以上单位] 家具、建材 零售额; 轻、重 [工业]
    """
    if len(items) < MANY or any(MEASURED.search(text_of(item)) for item in items[:-1]):
        return items
    *others, last = items
    scope = _scope(others[0])
    if not MEASURED.search(text_of(last)):
        return _split(others, last)
    end = max((body.core for body in names_of(others[-1])), default=0)
    head = _head(tuple(w for w in others[-1] if w.start >= end) or others[-1], last)
    return [others[0] + head, *((*scope, *item, *head) for item in others[1:]), (*scope, *last)]


def _scope(item: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what narrows a list down, and stands before its first member."""
    end = next((i + 1 for i, word in enumerate(item) if word.text in SCOPED), 0)
    return item[:end] if SCOPE.match(text_of(item[:end])) else ()


def _head(before: tuple[Word, ...], last: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the end of the last item that says what is measured of all."""
    own = max((i + 1 for i, word in enumerate(last) if word.text == "/"), default=0)
    alike = (i + 1 for i, word in enumerate(last[:-1]) if word.text == before[-1].text)
    return last[next(alike, own + min(len(before), len(last) - own - 1)) :]


def _split(
    others: Sequence[tuple[Word, ...]], last: tuple[Word, ...]
) -> Sequence[tuple[Word, ...]]:
    """Give single characters the rest of the last word: 轻、重 [工业]."""
    word = last[0]
    short = all(len(text_of(item)) == 1 for item in others) and len(word.text) >= MANY
    if not short:
        return [*others, last]
    rest = replace(word, start=word.start + 1, text=word.text[1:])
    return [*((*item, rest, *last[1:]) for item in others), last]
