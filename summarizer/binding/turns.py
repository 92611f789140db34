"""The figures of a sentence in turn: each with its phrase, and the figure it leans on.

利税、利润 分别增长 29% 和 45%            the first of the list, the second of the list
甲市、乙市 分别实现产值 120亿元 和 98亿元  the first body, the second body
出口 3亿元，进口 1亿元，分别增长 27% 和 15%  the first figure before, the second figure before
产值 38.5亿元，同比增长 40.6%             the figure just before
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.binding.clauses import Sentence
from summarizer.binding.figures import Figure, figures_of
from summarizer.binding.lexicon import Sort
from summarizer.binding.names import CHAINED, Name, names_of
from summarizer.binding.nouns import run_before, strip_reach, text_of
from summarizer.binding.phrases import Phrase, phrase_of
from summarizer.binding.words import Word
from summarizer.binding.worth import is_threshold
from summarizer.summary import Measure

EACH = "分别"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what it measures; `base` is the figure it leans on, by its turn."""

    figure: Figure
    phrase: Phrase
    base: int | None = None
    owner: Name | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """What 分别 gives to one figure: an item's name, a body, or a figure told before."""

    name: tuple[Word, ...] = ()
    owner: Name | None = None
    base: int | None = None


def tell(sentence: Sentence) -> tuple[Told, ...]:
    """Return the figures of a sentence in reading order, each with its phrase."""
    told: list[Told] = []
    turns: list[Turn] = []
    clause = -1
    figures = figures_of(sentence)
    for figure in figures:
        if figure.clause != clause and _shares_out(figure):
            clause = figure.clause
            count = sum(other.clause == clause and _shares_out(other) for other in figures)
            turns = list(_turns(figure, told, count))
        one = _told(figure, told)
        told.append(_turned(one, turns.pop(0), told) if turns and figure.clause == clause else one)
    return tuple(told)


def _shares_out(figure: Figure) -> bool:
    return EACH in figure.lead_text


def _told(figure: Figure, told: Sequence[Told]) -> Told:
    """Read a figure after those before it; a threshold (超亿元的) is nothing to lean on."""
    at = next((i for i in reversed(range(len(told))) if not is_threshold(told[i].figure)), None)
    before = None if at is None else told[at]
    phrase = phrase_of(figure, before.phrase if before else None)
    if not phrase.inherited or before is None:
        return Told(figure, phrase)
    return Told(figure, phrase, base=at, owner=before.owner)


def _turned(one: Told, turn: Turn, told: Sequence[Told]) -> Told:
    """Let a figure take its turn."""
    if turn.base is not None:
        base = told[turn.base]
        phrase = replace(one.phrase, name=base.phrase.name, inherited=True)
        return replace(one, phrase=phrase, base=turn.base, owner=base.owner)
    if turn.owner:
        return replace(one, owner=turn.owner)
    return replace(one, phrase=replace(one.phrase, name=turn.name), base=None)


def _turns(figure: Figure, told: Sequence[Told], count: int) -> Iterator[Turn]:
    """Yield what 分别 shares out among the figures of a clause, if it does."""
    words = figure.lead
    at = next((i for i, word in enumerate(words) if word.text.startswith(EACH)), None)
    if at is None:
        return
    names = _counted(words[:at]) or [n for n in names_of(words[:at]) if not n.compared]
    items = _items(words[:at])
    if len(names) == count > 1:
        yield from (Turn(owner=name) for name in names)
    elif len(items) > 1:
        yield from (Turn(name=item) for item in items)
    elif count > 1:
        yield from (Turn(base=index) for index in _levels(told)[-count:])


def _counted(words: tuple[Word, ...]) -> list[Name]:
    """Return the bodies of a list that says how many they are: 甲、乙、丙三家企业."""
    at = next((i for i, word in enumerate(words) if word.is_figure), None)
    items = _items(words[:at]) if at else ()
    quantity = words[at].quantity if at else None
    if quantity is None or quantity.value != len(items):
        return []
    return [_body(item) for item in items]


def _body(words: tuple[Word, ...]) -> Name:
    start, end = words[0].start, words[-1].end
    return Name(start, end, end, text_of(words), Sort.FIRM)


def _levels(told: Sequence[Told]) -> list[int]:
    return [i for i, one in enumerate(told) if one.phrase.measure is Measure.LEVEL]


def _items(words: tuple[Word, ...]) -> Sequence[tuple[Word, ...]]:
    """Return the items of the list that ends the words."""
    items: list[tuple[Word, ...]] = []
    while item := run_before(strip_reach(words)):
        items.insert(0, item)
        words = tuple(word for word in words if word.end <= item[0].start)
        if not words or words[-1].text not in CHAINED:
            break
        words = words[:-1]
    return items
