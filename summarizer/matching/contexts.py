"""The words that govern a number: what keeps two figures of the same unit apart.

    article   园区  23户  规模以上海洋装备企业  实现工业总产值  41.2亿元,  同比增长  18.3%
                    └──── near 41.2亿元: weight 1 ────┘              └─ near 18.3% ─┘
              └─ far 18.3%: a half, less from the sentence before ─┘

    claim     海洋装备企业  产值  41.2亿元       the nearer to the number, the more a word weighs

Words are character bigrams (no segmenter, no vocabulary), whole digit runs and Latin words, so
that a year governs too. A word that governs every figure tells nothing. In “利税、利润分别增长29%
和45%” each figure is governed by the item in its own place.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log2

from summarizer.lexicon import only_word, pattern
from summarizer.quantity import Modifier, Quantity
from summarizer.text import Span

SENTENCE_MARKS = "。！？!?\n"
SENTENCE_END = re.compile(f"[{SENTENCE_MARKS}]")
PART_END = re.compile(r"[；;]")
CLAUSE_END = re.compile(r"[，：:；;]|,(?!\d{3}(?!\d))")
TOKEN_RUN = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+|[\u3400-\u9fff]+")
RESPECTIVELY = only_word("parts.respectively")
AMONG = only_word("parts.of_which")
LIST_BREAK = pattern("parts.list_break")
LONGEST_BREAK = 2
DIGIT = re.compile(r"\d")
COMMA = re.compile(r"[,，]")
WORD = re.compile(r"[\u3400-\u9fff]")
CHANGE = pattern("change.told")
NAMES_NOTHING = pattern("change.names_nothing")
LONG = 30
BLANK = "\x1f"
MOST_BEFORE = 12
REACH = 120
"""How far back, in characters, a text governs a number."""
BESIDE = 12
"""How far on."""
LONGEST = 3000
"""Characters on either side of a number within which its sentence begins and ends."""
NEAR, FAR, PART_BEFORE, SENTENCE_BEFORE = 1.0, 0.5, 0.3, 0.2
HALF_WAY = 5
"""So many characters from the number a word of a claim weighs half."""
BEHIND = 0.8

ELSEWHERE = 0.4
"""What a word of a claim weighs outside the number's own clause."""

EVERYWHERE = 200
"""So many figures of an article may share a word that still tells something."""

Cue = tuple[str, float]
"""A word that leads to a number, and its weight."""


class Fits(dict[int, float]):
    """How well words fit the figures, by their index; a figure that they do not fit counts 0."""

    def __missing__(self, _index: int) -> float:
        return 0.0


class Contexts:
    """The figures of one text, and for each word which of them it governs."""

    def __init__(self, text: str, figures: Sequence[Quantity]) -> None:
        """Read the surroundings of every figure; `text` is folded, `figures` in text order."""
        self.text = text
        self.figures = tuple(figures)
        self.sentences = tuple(_sentence_spans(text, self.figures))
        self._governed: dict[str, list[tuple[int, float]]] = defaultdict(list)
        around = _surroundings(unchanging(text), self.figures, self.sentences)
        for index, weights in enumerate(around):
            for word, weight in weights.items():
                self._governed[word].append((index, weight))
        self._worth = {
            word: self._telling(sum(weight for _, weight in at))
            for word, at in self._governed.items()
        }

    def _telling(self, governed: float) -> float:
        """Return what a word is worth: 1 if it governs one figure, 0 if it governs all."""
        total = len(self.figures)
        return log2(total / max(governed, 1.0)) / log2(total) if total > 1 else 0.0

    def weight(self, cues: Iterable[Cue]) -> float:
        """Return how well the words would fit a figure that has all of them beside it."""
        return sum(weight * self._worth.get(word, 1.0) for word, weight in cues)

    def fits(self, cues: Iterable[Cue]) -> Fits:
        """Return for every figure how well the words of a claim fit its own; 0 where not at all.

        A word that governs figures all over a long article tells nothing and is passed over.
        """
        scores = Fits()
        for word, weight in cues:
            worth = weight * self._worth.get(word, 0.0)
            if worth and len(self._governed[word]) <= EVERYWHERE:
                for index, near in self._governed[word]:
                    scores[index] += worth * near
        return scores


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the bigrams of the Chinese, and the digit runs and Latin words, of a folded text.

    Figures of one sentence share what stands before them, so the same pieces come again and again.
    """
    return tuple(word for word, _ in _placed(text))


def cues_of(text: str, figures: tuple[Quantity, ...]) -> Iterator[list[Cue]]:
    """Yield, for each figure of a claim, the words that govern it with their weights."""
    text = unchanging(text)
    items = _respective_items(text, Span(0, len(text)), [figure.span for figure in figures])
    for index, figure in enumerate(figures):
        after = _behind(text, index, figures, sentence_of(text, figure.start, figure.end).end)
        lead = _words_before(text, figure, figures[:index])
        before = items.get(figure.span) or _own_item(lead)
        yield [*weighed(before), *_following(after[:BESIDE])]


def _own_item(lead: str) -> str:
    """Drop what in a list belongs to the figure before: 34个 在建项目加快、 61个 尽快竣工."""
    before, bar, own = lead.rpartition("|")
    return f"{before}{bar}{own.rpartition('、')[2]}" if bar else own


def weighed(text: str) -> list[Cue]:
    """Weigh the words of a text that leads up to a number: the last ones most."""
    length, own = len(text), len(text) - len(CLAUSE_END.split(text)[-1])
    return [
        (word, (1.0 if end > own else ELSEWHERE) * fading(length - end))
        for word, end in _placed(text)
    ]


def _following(text: str) -> list[Cue]:
    """Weigh the words that follow a number: the first ones most."""
    return [(word, BEHIND * fading(2 * (end - 2))) for word, end in _placed(text)]


def fading(distance: float) -> float:
    """Return what is left of a word's weight so many characters from the number."""
    return 1 / (1 + (distance / HALF_WAY) ** 2)


def _placed(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a text, each with the place where it ends."""
    for match in TOKEN_RUN.finditer(text):
        run = match.group()
        if run.isascii():
            yield run.lower(), match.end()
        else:
            yield from ((run[at : at + 2], match.start() + at + 2) for at in range(len(run) - 1))


def unchanging(text: str) -> str:
    """Blank out, place for place, the words that tell of a change."""
    return CHANGE.sub(lambda match: BLANK * len(match.group()), text)


def _words_before(text: str, figure: Quantity, earlier: Sequence[Quantity]) -> str:
    """Return what leads up to a figure in its sentence, other figures left out."""
    start = max(_sentence_start(text, figure.start), figure.start - REACH)
    pieces = []
    for other in earlier:
        if other.end > start and not in_a_name(other, text):
            pieces.append(text[min(start, other.start) : other.start])
            start = max(start, other.end)
    return "|".join([*pieces, text[min(start, figure.start) : figure.start]])


@lru_cache(maxsize=1024)
def sentence_of(text: str, start: int, end: int) -> Span:
    """Return the sentence around `[start, end)`, without the mark that ends it.

    What has no end is cut: looking for one through all of a page, for each figure, takes long.
    """
    last = min(end + LONGEST, len(text))
    right = SENTENCE_END.search(text, end, last)
    return Span(_sentence_start(text, start), right.start() if right else last)


def _sentence_start(text: str, position: int) -> int:
    first = max(position - LONGEST, 0)
    return max(first, *(text.rfind(mark, first, position) + 1 for mark in SENTENCE_MARKS))


def _sentence_spans(text: str, figures: Iterable[Quantity]) -> Iterator[Span]:
    sentence = Span(0, 0)
    for figure in figures:
        if figure.start >= sentence.end:
            sentence = sentence_of(text, figure.start, figure.end)
        yield sentence


def _surroundings(
    text: str, figures: tuple[Quantity, ...], sentences: tuple[Span, ...]
) -> Iterator[dict[str, float]]:
    """Yield, for each figure of an article, the words around it with their weights."""
    before: dict[Span, tuple[str, ...]] = {}
    items: dict[Span, str] = {}
    inside: dict[Span, list[Span]] = defaultdict(list)
    for figure, sentence in zip(figures, sentences, strict=True):
        inside[sentence].append(figure.span)
    for index, (figure, sentence) in enumerate(zip(figures, sentences, strict=True)):
        if sentence not in before:
            previous = sentence_of(text, sentence.start - 2, sentence.start - 1)
            same_line = sentence.start > 0 and text[sentence.start - 1] != "\n"
            before[sentence] = words(previous.of(text)[-REACH:]) if same_line else ()
            items |= _respective_items(text, sentence, inside[sentence])
        weights = dict.fromkeys(before[sentence], SENTENCE_BEFORE)
        if figure.span in items:
            yield weights | dict.fromkeys(words(items[figure.span]), NEAR)
        else:
            yield weights | _in_sentence(text, sentence, index, figures)


def _in_sentence(
    text: str, sentence: Span, index: int, figures: tuple[Quantity, ...]
) -> dict[str, float]:
    figure = figures[index]
    lead = _words_before(text, figure, figures[max(0, index - MOST_BEFORE) : index])
    *earlier, part = PART_END.split(lead)
    behind = _behind(text, index, figures, sentence.end)
    weights: dict[str, float] = {}
    for weight, stretches in (
        (PART_BEFORE, [piece for stretch in earlier for piece in stretch.split("|")]),
        (FAR, part.split("|")),
        (NEAR, [behind, *_own_clauses(part)]),
    ):
        for stretch in stretches:
            weights |= dict.fromkeys(words(stretch), weight)
    return weights


def _own_clauses(lead: str) -> Iterator[str]:
    """Yield the clause that leads to a figure, and the one before where it names nothing itself.

    Between two figures of one clause (30万吨合成氨、某集团52万吨) a list breaks.
    """
    inherited = False
    for clause in reversed(CLAUSE_END.split(lead)):
        *others, own = clause.split("|")
        if inherited or names_nothing(own):
            yield from (*others, own)
        else:
            yield own.rpartition("、")[2] if others else own
        if not names_nothing(clause) and AMONG not in own:
            return
        inherited = True


def names_nothing(clause: str) -> bool:
    """Say whether a clause has no word for what its figure measures; a long one surely has."""
    return len(clause) < LONG and len(NAMES_NOTHING.sub("", clause)) < 2  # noqa: PLR2004 - a pair


def _next_start(text: str, index: int, figures: tuple[Quantity, ...], end: int) -> int:
    """Return where the next figure begins that is not itself in a name (5000万元以上项目)."""
    for figure in figures[index + 1 : index + 3]:
        if not in_a_name(figure, text):
            return min(end, figure.start)
    return end


def in_a_name(figure: Quantity, text: str) -> bool:
    """Say whether a figure stands in a name: that of 5000万元以上项目, of 5万吨级泊位."""
    threshold = figure.modifier is Modifier.GE and WORD.match(text, figure.end) is not None
    return threshold or text.startswith("级", figure.end)


def _behind(text: str, index: int, figures: tuple[Quantity, ...], end: int) -> str:
    """Return what follows a figure and is about it: 3.2万平方米科研楼和写字楼.

    Where another figure ends the stretch within the clause, what stands behind 和 is that one's.
    """
    start, following = figures[index].end, _next_start(text, index, figures, end)
    clause, *rest = CLAUSE_END.split(text[start:following])
    return clause if rest or following == end else LIST_BREAK.split(clause)[0]


def _respective_items(text: str, sentence: Span, figures: Sequence[Span]) -> dict[Span, str]:
    """Pair the items before 分别 with the figures after it, where there are as many in a row.

    The items stand between list marks, or between the last commas: 粮油、副食品业，建材业分别….
    """
    at = text.find(RESPECTIVELY, sentence.start, sentence.end)
    if at < 0:
        return _paired(text, sentence, figures)
    after = [figure for figure in figures if figure.start > at >= 0]
    count = _in_a_row(after)
    told = COMMA.split(text[sentence.start : max(at, 0)])
    clauses = [each for each in told if each and not names_nothing(each)]
    groups = clauses[-count:]
    items = LIST_BREAK.split(clauses[-1]) if clauses else []
    if len(items) != count or _are_lists(groups):
        items = groups
    if not 1 < len(items) == count:
        return {}
    row, verb = after[:count], text[at : after[0].start]
    return {figure: f"{item}|{verb}" for item, figure in zip(_completed(items), row, strict=True)}


def _paired(text: str, sentence: Span, figures: Sequence[Span]) -> dict[Span, str]:
    """Pair the rates of a list with the levels before it: 货物2亿吨、集装箱3万箱，增长1%、6%."""
    found: dict[Span, str] = {}
    at = 0
    while at < len(figures):
        count = _in_a_row(figures[at:])
        before = figures[at - count : at] if at >= count > 1 else ()
        if before and _in_a_row(before) == 1 and _follows(text[before[-1].end : figures[at].start]):
            ends = [figures[at - count - 1].end if at > count else sentence.start]
            ends += [each.end for each in before[:-1]]
            for figure, level, start in zip(figures[at : at + count], before, ends, strict=True):
                lead = CLAUSE_END.split(text[start : level.start])[-1]
                found[figure] = f"{lead}|{text[before[-1].end : figures[at].start]}"
        at += count
    return found


def _follows(between: str) -> bool:
    """Say whether one comma, and few words, stand between two lists."""
    return len(between) < LONG and len(CLAUSE_END.findall(between)) == 1


def _completed(items: Sequence[str]) -> list[str]:
    """Return the items with what the last one says for all of them.

    甲、乙产值 are 甲产值 and 乙产值, 轻、重工业 are 轻工业 and 重工业.
    """
    *others, last = items
    tail = last[min(map(len, others)) :]
    return [*(item if item.endswith(tail) else item + tail for item in others), last]


def _are_lists(clauses: Sequence[str]) -> bool:
    """Say whether clauses are groups of names, the first ones lists without a number."""
    *first, _ = clauses or [""]
    return bool(first) and all(LIST_BREAK.search(each) and not DIGIT.search(each) for each in first)


def _in_a_row(figures: Sequence[Span]) -> int:
    """Return how many of the figures follow each other with hardly anything between."""
    count = min(len(figures), 1)
    for one, two in pairwise(figures):
        if two.start - one.end > LONGEST_BREAK:
            break
        count += 1
    return count
