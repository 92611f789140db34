"""The words that govern a number: what keeps two figures of the same unit apart.

    园区  17户  规模以上生物医药企业  实现工业总产值  38.5亿元, 同比增长  40.6%
                └──── near 38.5亿元 ────────────┘              └─near─┘
    └─ far 40.6% ────────────────────────────────────────────┘

`near` are the words of the number's own clause up to the next figure on either side; `far` the
rest of the sentence before it. Words are character bigrams (no segmenter, no vocabulary) and
whole digit runs, so that a year governs too. In “利税、利润分别增长29%和45%” each figure is
governed by the item in its own place.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from summarizer.quantity import Quantity
from summarizer.text import Span

SENTENCE_MARKS = "。！？!?；;\n"
SENTENCE_END = re.compile(f"[{SENTENCE_MARKS}]")
REACH = 200
"""How far back, in characters, a sentence governs a number."""
CLAUSE_END = re.compile(r"[，：:]|,(?!\d{3}(?!\d))")
TOKEN_RUN = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+|[\u3400-\u9fff]+")
RESPECTIVELY = "分别"
LIST_BREAK = re.compile(r"[、和与及]|以及")
NEAR_IN_FAR = 0.5
FAR = 0.4


@dataclass(frozen=True, slots=True)
class Context:
    """The words around one number, and the sentence it stands in."""

    near: frozenset[str]
    far: frozenset[str]
    clause: Span
    sentence: Span


class Contexts:
    """The contexts of the figures of one text, with what each word is worth there."""

    def __init__(self, text: str, figures: Sequence[Quantity]) -> None:
        """Read the surroundings of every figure; `text` is folded, `figures` in text order."""
        self.text = text
        self.figures = tuple(figures)
        self.contexts = tuple(_contexts(text, self.figures))
        self._count = Counter(word for each in self.contexts for word in each.near | each.far)

    def weight(self, word: str) -> float:
        """Return how much a word tells: a word that governs every figure tells nothing."""
        total = len(self.contexts)
        return log2(1 + total / max(self._count[word], 1)) / log2(2 + total)

    def fit(self, claimed: Context, index: int) -> float:
        """Return how well the words of a claimed number fit those of figure `index`."""
        found = self.contexts[index]
        near = sum(self.weight(word) for word in claimed.near & found.near)
        slipped = sum(self.weight(word) for word in claimed.near & (found.far - found.near))
        around = found.near | found.far
        far = sum(self.weight(word) for word in (claimed.far - claimed.near) & around)
        return near + NEAR_IN_FAR * slipped + FAR * far


def words(text: str) -> frozenset[str]:
    """Return the bigrams of the Chinese, and the digit runs and Latin words, of a folded text."""
    found: list[str] = []
    for match in TOKEN_RUN.finditer(text):
        run = match.group()
        found += [run.lower()] if run.isascii() else map("".join, pairwise(run))
    return frozenset(found)


def sentence_of(text: str, start: int, end: int) -> Span:
    """Return the sentence around `[start, end)`, without the mark that ends it."""
    left = max(text.rfind(mark, 0, start) for mark in SENTENCE_MARKS) + 1
    right = SENTENCE_END.search(text, end)
    return Span(left, right.start() if right else len(text))


def _contexts(text: str, figures: tuple[Quantity, ...]) -> Iterable[Context]:
    sentences = _stretches(SENTENCE_END, text, 0, len(text))
    position = 0
    for sentence in sentences:
        first = position
        while position < len(figures) and figures[position].start < sentence.end:
            position += 1
        inside = [figure.span for figure in figures[first:position]]
        if inside:
            yield from _in_sentence(text, sentence, inside)


def _in_sentence(text: str, sentence: Span, figures: list[Span]) -> Iterable[Context]:
    clauses = _stretches(CLAUSE_END, text, sentence.start, sentence.end)
    items = _respective_items(text, sentence, figures)
    for index, figure in enumerate(figures):
        clause = next((each for each in clauses if each.start <= figure.start < each.end), sentence)
        left = max(clause.start, figures[index - 1].end if index else 0)
        following = figures[index + 1].start if index + 1 < len(figures) else clause.end
        right = max(min(clause.end, following), figure.end)
        near = words(text[left : figure.start]) | words(text[figure.end : right])
        start = max(sentence.start, figure.start - REACH)
        far = _without(text, start, figure.start, figures[:index])
        if figure in items:
            near, far = words(items[figure]), frozenset[str]()
        yield Context(near, far - near, clause, sentence)


def _respective_items(text: str, sentence: Span, figures: list[Span]) -> dict[Span, str]:
    """Pair the items before 分别 with the figures after it, where there are as many."""
    at = text.find(RESPECTIVELY, sentence.start, sentence.end)
    after = [figure for figure in figures if figure.start > at >= 0]
    if len(after) < 2:  # noqa: PLR2004 - one figure is not shared out
        return {}
    items = LIST_BREAK.split(re.split(r"[,，]", text[sentence.start : at])[-1])
    verb = text[at : after[0].start]
    if len(items) < len(after):
        return {}
    return {
        figure: item + "," + verb for item, figure in zip(items[-len(after) :], after, strict=True)
    }


def _without(text: str, start: int, end: int, figures: list[Span]) -> frozenset[str]:
    """Return the words of a stretch with its figures left out."""
    found: set[str] = set()
    for figure in figures:
        found |= words(text[min(start, figure.start) : figure.start])
        start = max(start, figure.end)
    return frozenset(found | words(text[start:end]))


def _stretches(mark: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    found = []
    for match in mark.finditer(text, start, end):
        found.append(Span(start, match.end()))
        start = match.end()
    return [*found, Span(start, end)]
