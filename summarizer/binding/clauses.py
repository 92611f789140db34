"""An article as clauses of words, with its numbers as words of their own.

    2017年 ， 园区 企业 达 2785户 ， 个体 工商户 5255户 。
    Q1       n    n    v  Q2        n    n      Q3          one sentence, three clauses

Words come from the folded text, so their places are places in `article.text`. A clause ends at a
comma, semicolon, colon or full stop; a sentence at a full stop or the end of a line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, zip_longest

from summarizer.codelists import place_names
from summarizer.document import Article, Role
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span, fold

CLAUSE_ENDS = frozenset(",;:，；：")
CLOSING = frozenset("”’」』")
SENTENCE_ENDS = frozenset("。!?！？")
MARKS = re.compile(r"[,;:。!?.、()（）“”\"‘’《》〈〉【】\[\]「」『』·—…]")
JOINED = {("占", "比"): "n", ("应", "占"): "b"}
LEADING = "从在据由向"
"""Prepositions that the tagger takes for the beginning of a name it does not know: 从岚岛."""
SHORTEST = 2
"""Characters of a name."""
GROWING = ("上涨", "下跌", "增长", "下降")
MEASURING = frozenset("由从为是达降升")
GUESSED = frozenset({"ns", "nr", "nrt", "nz", "nt"})
PLACES = ("省", "市", "县", "区", "州", "镇", "乡")
FULL_PLACE = re.compile(r".{2,6}[市县区旗镇乡]")
TIMES = frozenset({Kind.DATE, Kind.PERIOD})
NUMBER = "Q"
MARK = "mark"
NAME_KINDS = frozenset({Kind.LABEL, Kind.ORDINAL})


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word with its part of speech; a number of the article is one word with tag Q.

    It is this word in this place: two of them are never equal.
    """

    start: int
    end: int
    text: str
    tag: str
    quantity: Quantity | None = None

    @property
    def is_figure(self) -> bool:
        """Whether it is a number that measures something."""
        return self.quantity is not None and self.quantity.is_figure

    @property
    def is_time(self) -> bool:
        """Whether it is a date or a period."""
        return self.quantity is not None and self.quantity.kind in TIMES


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """The words between two commas, their folded text, and the mark that ends them."""

    words: tuple[Word, ...]
    mark: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """The clauses up to a full stop, their folded text, and where they stand in the article."""

    clauses: tuple[Clause, ...]
    line: int
    role: Role
    text: str

    @property
    def start(self) -> int:
        """Offset of the first character in the article's text."""
        return self.clauses[0].words[0].start


def _clause_of(words: Sequence[Word], mark: str) -> Clause:
    """Put words together as a clause."""
    return Clause(tuple(words), mark, "".join(word.text for word in words))


def _sentence_of(clauses: Sequence[Clause], line: int, role: Role) -> Sentence:
    text = "".join(clause.text + clause.mark for clause in clauses)
    return Sentence(tuple(clauses), line, role, text)


@lru_cache(maxsize=8)
def read_sentences(article: Article, quantities: tuple[Quantity, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of an article, headline and body, in reading order."""
    folded = fold(article.text)
    ordered = sorted(quantities, key=lambda q: q.start)
    lines = [
        tuple(_words(folded, line.span, _inside(line.span, ordered))) for line in article.lines
    ]
    short = _short_places(word for words in lines for word in words)
    return tuple(
        _sentence_of(clauses, index, line.role)
        for index, (line, words) in enumerate(zip(article.lines, lines, strict=True))
        for clauses in _sentences(_with_places(words, short))
    )


def _inside(span: Span, ordered: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities of a line, in reading order."""
    first = bisect_left(ordered, span.start, key=lambda q: q.start)
    for quantity in islice(ordered, first, None):
        if quantity.start >= span.end:
            break
        if quantity.end <= span.end:
            yield quantity


def _short_places(words: Iterable[Word]) -> frozenset[str]:
    """Return the short names of the counties and cities that are named in full somewhere."""
    full = (word.text for word in words if word.tag == "ns" and FULL_PLACE.fullmatch(word.text))
    return frozenset(text[:-1] for text in full)


def _with_places(words: Iterable[Word], short: frozenset[str]) -> Iterator[Word]:
    """Tag the short names as the places they are."""
    yield from (replace(word, tag="ns") if word.text in short else word for word in words)


def _words(text: str, span: Span, quantities: Iterable[Quantity]) -> Iterator[Word]:
    position = span.start
    for quantity in quantities:
        if quantity.start >= position:
            yield from _tagged(text, position, quantity.start)
            yield Word(
                quantity.start, quantity.end, quantity.span.of(text), _tag(quantity), quantity
            )
            position = quantity.end
    yield from _tagged(text, position, span.end)


def _tag(quantity: Quantity) -> str:
    """Labels and ordinals are parts of names (“131”体系, 一期); all other numbers are numbers."""
    return "n" if quantity.kind in NAME_KINDS else NUMBER


def _tagged(text: str, start: int, end: int) -> Iterator[Word]:
    import rjieba

    for word, tag in _joined(rjieba.tag(text[start:end])):
        yield Word(start, start + len(word), word, MARK if MARKS.fullmatch(word) else tag)
        start += len(word)


def _joined(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join what the dictionary does not know as one word: 占比, a county's name and 县."""
    parts = [part for word, tag in tagged for part in _parted(word, tag)]
    words = iter(zip_longest(parts, parts[1:], fillvalue=("", "")))
    before = ""
    for (word, guess), (following, _) in words:
        ends = not following.strip() or following in CLAUSE_ENDS | SENTENCE_ENDS
        told = guess == "ns" and ends and _tells(word, before)
        tag = "v" if told else guess
        placed = tag == "ns" and following in PLACES and word[-1] not in PLACES
        before = tag if word not in CLOSING else "n"
        if placed or (word, following) in JOINED:
            next(words)
            yield word + following, "ns" if placed else JOINED[word, following]
        elif word == "比" and following and following[0] in MEASURING:
            yield word, "n"  # 收入比 | 由 2.41 缩小至 2.38
        else:
            yield word, tag


def _tells(word: str, before: str) -> bool:
    """Say whether what the tagger takes for a place is what a noun before it does: 企业 扎堆."""
    named = word in place_names() or word.endswith(PLACES)
    return before == "n" and len(word) == SHORTEST and not named


def _parted(word: str, tag: str) -> Iterator[tuple[str, str]]:
    """Part what the tagger took for one word: a preposition and a name, a price and its rise."""
    guessed = tag in GUESSED and len(word) > SHORTEST and word not in place_names()
    if guessed and word[0] in LEADING:
        yield word[0], "p"
        word = word[1:]
    for verb in GROWING:
        if len(word) > len(verb) and word.endswith(verb) and tag == "l":
            yield word.removesuffix(verb), "n"
            word, tag = verb, "v"
    yield word, tag


def _sentences(words: Iterable[Word]) -> Iterator[tuple[Clause, ...]]:
    clauses: list[Clause] = []
    run: list[Word] = []
    for word in words:
        ends = word.text in SENTENCE_ENDS
        ratio = word.text == ":" and bool(run) and run[-1].text[-1].isdigit()
        if ratio or not (ends or word.text in CLAUSE_ENDS):
            run.append(word)
            continue
        if run:
            clauses.append(_clause_of(run, word.text))
            run = []
        if ends and clauses:
            yield tuple(clauses)
            clauses = []
    if run:
        clauses.append(_clause_of(run, ""))
    if clauses:
        yield tuple(clauses)
