"""An article's text as words, with its numbers as words of their own.

    园区  企业  达  2785户     words with their part of speech; a number is one word, tagged Q
    恒拓智装  完成             a firm without a firm's ending is one word too (`firms`)

Words come from the folded text, so their places are places in `article.text`. The tagger's
dictionary is that of common Chinese; what it takes apart or for something else is mended here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from summarizer.analysis.lexicon import KINDS_OF_VILLAGE
from summarizer.codelists import place_names
from summarizer.lexicon import pattern, table, word_list, word_set
from summarizer.periods import STOPPED
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span

CLAUSE_ENDS = frozenset(",;:，；：")
CLOSING = frozenset("”’」』")
SENTENCE_ENDS = frozenset("。!?！？")
MARKS = re.compile(r"[,;:。!?.、()（）“”\"‘’《》〈〉【】\[\]「」『』·—…●▲■□◆★※►▶]")
JOINED = {(each["first"], each["second"]): each["tag"] for each in table("tagging.joined")}
MISTAKEN = dict.fromkeys(word_set("tagging.verbs"), "v") | dict.fromkeys(
    word_set("tagging.nouns"), "n"
)
"""Common words that the tagger's dictionary knows only as places, persons or nouns."""
COMPASS = pattern("tagging.compass")
SENT = word_set("tagging.sent")
LEADING = word_set("tagging.leading")
"""Words that the tagger takes for the beginning of a name it does not know: 从岚岛."""
SHORTEST, LONGEST_PLACE = 2, 4
"""Characters of a name, and of a place's."""
GROWING = word_list("tagging.growing")
MEASURING = word_set("tagging.measuring")
GUESSED = frozenset({"ns", "nr", "nrt", "nz", "nt"})
GUESSES = frozenset("nvabjz")
"""What the tagger guesses an unknown word to be, of names; of what it knows, one knows more."""
PLACES = word_list("tagging.places")
OFFICES = word_list("tagging.offices")
VILLAGES = word_list("tagging.villages")
TOWNS = word_set("tagging.towns")
TIMES = frozenset({Kind.DATE, Kind.PERIOD})
ACCOUNT = re.compile(rf"{STOPPED}|(?<=五)[”’」\"]?期?[末初]")
SINCE = pattern("times.since")
STRETCHES = word_set("times.stretches")
NUMBER = "Q"
MARK = "mark"
FIRM = "nfirm"
"""Tags of our own, beside the tagger's."""
NAME_KINDS = frozenset({Kind.LABEL, Kind.ORDINAL, Kind.UNKNOWN})


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


def words_of(
    text: str, span: Span, quantities: Iterable[Quantity], firms: Iterable[str] = ()
) -> Iterator[Word]:
    """Yield the words of a line of the folded text; numbers and known firms are one word each."""
    numbers = [_number(text, quantity) for quantity in quantities]
    named = [word for firm in firms for word in _places(text, span, firm)]
    position = span.start
    for whole in sorted((*numbers, *named), key=lambda word: (word.start, -word.end)):
        if whole.start >= position:
            yield from _tagged(text, position, whole.start)
            yield whole
            position = whole.end
    yield from _tagged(text, position, span.end)


def _places(text: str, span: Span, firm: str) -> Iterator[Word]:
    at = text.find(firm, span.start, span.end)
    while at >= 0:
        yield Word(at, at + len(firm), firm, FIRM)
        at = text.find(firm, at + len(firm), span.end)


def _number(text: str, quantity: Quantity) -> Word:
    """Return a number as a word; 未来 makes years a time, 止六个月 goes with its day."""
    start, end = quantity.start, quantity.end
    if quantity.unit == "a" and text[max(0, start - 2) : start] in STRETCHES:
        start, quantity = start - 2, replace(quantity, kind=Kind.PERIOD)
    elif quantity.kind in TIMES and (rest := _rest(text, start, end)):
        end = rest.end()
        quantity = replace(quantity, kind=Kind.PERIOD, text=text[start:end])
    return Word(start, end, text[start:end], _tag(quantity), quantity)


def _rest(text: str, start: int, end: int) -> re.Match[str] | None:
    """Match what goes with a day or a year: 6月30日 [止六个月], 自 1991年 [创建以来]."""
    since = text[start - 1 : start] in ("自", "从") and SINCE.match(text, end)
    return since or ACCOUNT.match(text, end)


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
    for (word, guess), (following, abroad) in words:
        ends = not following.strip() or following in CLAUSE_ENDS | SENTENCE_ENDS
        told = guess == "ns" and ends and _tells(word, before)
        tag = "v" if told else guess
        placed = following in PLACES and word[-1] not in PLACES
        placed = placed and (may_be_place(word, tag) or _lies_in(before, word, tag, following))
        before = tag if word not in CLOSING else "n"
        placed = placed or (len(word) == 1 and following == "州市")
        office = following in OFFICES and tag in ("n", "v", "vn", "j") and len(word) >= SHORTEST
        if placed or office or (word, following) in JOINED:
            next(words)
            yield word + following, "ns" if placed else JOINED.get((word, following), "n")
        elif word in SENT and abroad == "ns":
            yield word, "p"
        elif word == "比" and following and following[0] in MEASURING:
            yield word, "n"  # 收入比 | 由 2.41 缩小至 2.38
        else:
            yield word, tag


def may_be_place(word: str, tag: str) -> bool:
    """Say whether a word before 县 or 镇 is its name: a place, or what no dictionary knows."""
    import rjieba

    sized = tag[0] in GUESSES and SHORTEST <= len(word) <= LONGEST_PLACE
    return tag == "ns" or (sized and word[0] not in LEADING and not rjieba.has_word(word))


def _lies_in(before: str, word: str, tag: str, following: str) -> bool:
    """Say whether a common word is a village's name: 临浦县 白果 乡, 白鹭 村, but not 示范 村."""
    named = tag in GUESSED or (tag[0] == "n" and len(word) == SHORTEST)
    return named and following in VILLAGES and (before == "ns" or word not in KINDS_OF_VILLAGE)


def _tells(word: str, before: str) -> bool:
    """Say whether what the tagger takes for a place is what a noun before it does: 企业 扎堆."""
    named = word in place_names() or word.endswith(PLACES)
    return before == "n" and len(word) == SHORTEST and not named


BOUND = pattern("naming.bound")
"""Names that the tagger takes for one: 甲川 | 和 | 乙石, 乙石 | 三县."""


def _parted(word: str, tag: str) -> Iterator[tuple[str, str]]:
    """Part what the tagger took for one word: a preposition and a name, a price and its rise."""
    import rjieba

    leading = word[0] in LEADING and len(word) > 1 and word not in place_names()
    guessed = leading and len(word) > SHORTEST and tag in GUESSED
    if guessed or (leading and len(word) == SHORTEST and not rjieba.has_word(word)):
        yield word[0], "v" if word[0] == "是" else "p"
        word = word[1:]
    if tag in GUESSED and (bound := BOUND.fullmatch(word)) and not rjieba.has_word(word):
        yield from ((part, "c" if part == "和" else tag) for part in bound.groups() if part)
        return
    tag = MISTAKEN.get(word, tag)
    if tag == "n" and word[-1] in TOWNS and word[:-1] not in KINDS_OF_VILLAGE:
        tag = tag if len(word) <= SHORTEST or rjieba.has_word(word) else "ns"  # 茶溪村
    if tag == "f" and (COMPASS.match(word) or not rjieba.has_word(word)):
        tag = "s"  # 南岸 银行, 北方 重工
    for verb in GROWING if tag == "l" else ():
        if len(word) > len(verb) and word.endswith(verb):
            yield word.removesuffix(verb), "n"
            word, tag = verb, "v"
    if tag == "v" and word[0] in "料占" and len(word) > 1 and not rjieba.has_word(word):
        yield word[0], "v"
        word, tag = word[1:], tag if word[0] == "料" else "n"  # 料 | 跌, 占 | 营收
    yield word, tag
