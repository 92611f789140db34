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
OFFICES = word_set("tagging.offices")
GOVERNING = frozenset({"n", "v", "vn", "j"})
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
        tag = "v" if guess == "ns" and _tells(word, before, following) else guess
        joined = _tag_joined(before, word, tag, following)
        before = tag if word not in CLOSING else "n"
        if joined:
            next(words)
            yield word + following, joined
        elif word in SENT and abroad == "ns":
            yield word, "p"
        else:  # 收入比 | 由 2.41 缩小至 2.38
            yield word, "n" if word == "比" and following[:1] in MEASURING else tag


def _tag_joined(before: str, word: str, tag: str, following: str) -> str | None:
    """Return what two words are that are one: a place, an office, a term; None if they are two."""
    if following in PLACES and word[-1] not in PLACES:
        if may_be_place(word, tag) or _lies_in(before, word, tag, following):
            return "ns"
    elif following == "州市" and len(word) == 1:
        return "ns"
    office = following in OFFICES and tag in GOVERNING and len(word) >= SHORTEST
    return JOINED.get((word, following), "n" if office else None)


def may_be_place(word: str, tag: str) -> bool:
    """Say whether a word before 县 or 镇 is its name: a place, or what no dictionary knows."""
    sized = tag[0] in GUESSES and SHORTEST <= len(word) <= LONGEST_PLACE
    return tag == "ns" or (sized and word[0] not in LEADING and not _is_known(word))


def _lies_in(before: str, word: str, tag: str, following: str) -> bool:
    """Say whether a common word is a village's name: 临浦县 白果 乡, 白鹭 村, but not 示范 村."""
    named = tag in GUESSED or (tag[0] == "n" and len(word) == SHORTEST)
    return named and following in VILLAGES and (before == "ns" or word not in KINDS_OF_VILLAGE)


def _tells(word: str, before: str, following: str) -> bool:
    """Say whether what the tagger takes for a place is what a noun before it does: 企业 扎堆."""
    if before != "n" or len(word) != SHORTEST or word.endswith(PLACES) or word in place_names():
        return False
    return not following.strip() or following in CLAUSE_ENDS or following in SENTENCE_ENDS


BOUND = pattern("naming.bound")
"""Names that the tagger takes for one: 甲川 | 和 | 乙石, 乙石 | 三县."""


def _parted(word: str, tag: str) -> Iterator[tuple[str, str]]:
    """Part what the tagger took for one word: a preposition and a name, two names, two words."""
    if word[0] in LEADING and _is_led(word, tag):
        yield word[0], "v" if word[0] == "是" else "p"
        word = word[1:]
    bound = BOUND.fullmatch(word) if tag in GUESSED else None
    if bound and not _is_known(word):
        yield from ((part, "c" if part == "和" else tag) for part in bound.groups() if part)
        return
    tag = MISTAKEN.get(word, tag)
    yield from PARTING[tag](word) if tag in PARTING else ((word, tag),)


def _is_known(word: str) -> bool:
    import rjieba

    return rjieba.has_word(word)


def _is_led(word: str, tag: str) -> bool:
    """Say whether a preposition is taken for the beginning of a name: 从岚岛."""
    if len(word) < SHORTEST or word in place_names():
        return False
    return tag in GUESSED if len(word) > SHORTEST else not _is_known(word)


def _noun(word: str) -> tuple[tuple[str, str], ...]:
    """Tag a town that is no common word as a place: 茶溪村."""
    town = word[-1] in TOWNS and len(word) > SHORTEST and word[:-1] not in KINDS_OF_VILLAGE
    return ((word, "ns" if town and not _is_known(word) else "n"),)


def _side(word: str) -> tuple[tuple[str, str], ...]:
    """Tag a point of the compass as a place: 南岸 银行, 北方 重工."""
    return ((word, "s" if COMPASS.match(word) or not _is_known(word) else "f"),)


def _idiom(word: str) -> tuple[tuple[str, str], ...]:
    """Part a price and its rise."""
    verb = next((v for v in GROWING if word.endswith(v) and len(word) > len(v)), None)
    return ((word.removesuffix(verb), "n"), (verb, "v")) if verb else ((word, "l"),)


def _verb(word: str) -> tuple[tuple[str, str], ...]:
    """Part what is expected and what it is a share of: 料 | 跌, 占 | 营收."""
    if word[0] not in "料占" or len(word) == 1 or _is_known(word):
        return ((word, "v"),)
    return ((word[0], "v"), (word[1:], "v" if word[0] == "料" else "n"))


PARTING = {"n": _noun, "f": _side, "l": _idiom, "v": _verb}
"""What is made of a word by its tag."""
