"""Whether a stretch of an article says something to a reader who has not read what stands before.

    昨日，由青峦集团投资的大桥 | 在澜石镇 | 动工         subject, predicate: stands alone
    增长12%，占全市的三成                              of what? no subject
    该项目占地74亩 · 其中工业项目6个                     which? a pointer
    项目建成后，…                                       bare 项目: alone only where it was named

The sentence is walked from its beginning: clauses that only say when, where or why are passed over,
and in the first one that says more times, adverbs and phrases with a preposition; a verb with 的
behind it belongs to the noun that follows. What is met first then decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from summarizer.analysis import Clause, Sentence
from summarizer.analysis.words import MARK, NUMBER, Word
from summarizer.lexicon import only_word, pattern, word_set
from summarizer.text import Span

NOMINAL = ("n", "s", "r", "j", "vn", "eng", "an", "x")
STATING = ("v", "a", "z", "l", "i", "j")
ONLY_WHEN = "tdcfbm"
OF, BY = only_word("prose.of"), only_word("prose.by")
COPULAS = word_set("prose.copulas")
KINDS = ("project", "firm")


class Lack(StrEnum):
    """Why a stretch does not stand alone."""

    SUBJECT = "subject"  # nobody does it
    PREDICATE = "predicate"  # nothing is said of it
    POINTER = "pointer"  # 该, 其中, 他: of whom?
    GENERIC = "generic"  # 项目, 公司: which?
    PASSING = "passing"  # 来看记者的报道


@dataclass(frozen=True, slots=True)
class Standing:
    """What a stretch lacks, and the bare word that it takes for known: 项目."""

    lacks: frozenset[Lack]
    about: str = ""

    def is_clear(self, told: str = "") -> bool:
        """Say whether it can be read behind what was told, or alone."""
        named = bool(self.about) and self.about in told
        return not self.lacks - ({Lack.GENERIC} if named else set())


def standing(sentence: Sentence, span: Span, text: str) -> Standing:
    """Say what a stretch of a sentence lacks to be read alone; `text` is the folded article's."""
    inside = [clause for clause in sentence.clauses if _begins_in(clause, span)]
    opening, lacks = span.of(text), set()
    if pattern("prose.needing").match(opening):
        lacks.add(Lack.POINTER)
    if pattern("prose.passing").match(opening):
        lacks.add(Lack.PASSING)
    about = _taken_for_known(inside, opening)
    if about:
        lacks.add(Lack.GENERIC)
    main = next((at for at, each in enumerate(inside[:-1]) if not says_when(each)), -1)
    subject, behind = _subject(_bare(inside[main], span)) if inside else ([], [])
    if not subject:
        lacks.add(Lack.SUBJECT)
    later = inside[main + 1 :] if main >= 0 else []
    told = (*behind, *(word for clause in later for word in _bare(clause, span)))
    if subject and (not any(map(_states, told)) or _describes(told)):
        lacks.add(Lack.PREDICATE)
    return Standing(frozenset(lacks), about)


def _describes(told: Sequence[Word]) -> bool:
    """Say whether all that is told describes a noun at the end: 经销商 [去年收来的苹果]."""
    at = max((i for i, word in enumerate(told) if word.text == OF), default=0)
    verbs = [i for i, word in enumerate(told) if word.tag.startswith("v") and word.tag != "vn"]
    nominal = at + 1 < len(told) and all(_is_nominal(w) and not w.is_figure for w in told[at + 1 :])
    return bool(at) and nominal and verbs == [at - 1]


def _begins_in(clause: Clause, span: Span) -> bool:
    return clause.words[-1].end > span.start and clause.words[0].start < span.end


def _bare(clause: Clause, span: Span) -> list[Word]:
    """Return the words of a clause that lie in a stretch, without marks."""
    words = (word for word in clause.words if span.start <= word.start < span.end)
    return [word for word in words if word.tag != MARK]


def _taken_for_known(inside: Sequence[Clause], opening: str) -> str:
    """Return the bare word at the beginning that means something named before: 项目, 建成后."""
    if built := pattern("prose.built").match(opening):
        return built[0]
    words = [word for clause in inside[:2] for word in clause.words if not word.is_time]
    first = next((word for word in words if word.tag not in (*ONLY_WHEN, MARK)), None)
    if first is None:
        return ""
    generic = any(first.text in word_set(f"bodies.pointers.{kind}") for kind in KINDS)
    behind = next((word for word in words if word.start >= first.end), None)
    alone = behind is None or not _is_nominal(behind) or behind.is_figure
    return first.text if generic and alone else ""


def says_when(clause: Clause) -> bool:
    """Say whether a clause only says when, where or why."""
    words = [word for word in clause.words if word.tag != MARK]
    rest = [word for word in words if not (word.is_time or word.tag[0] in ONLY_WHEN)]
    if all(word.text in word_set("prose.until") for word in rest):
        return True
    last = words[-1].text
    if last in word_set("prose.lasting") or last[-1] in word_set("prose.lasting"):
        return True
    whole = f"{clause.text}{clause.mark}"
    if pattern("page.adverbial").fullmatch(whole) is not None:
        return True
    first = words[0]
    return first.text in word_set("prose.because") or (first.tag == "p" and first.text != BY)


def _subject(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Return the words of the subject of a clause, and those behind it."""
    at = 0
    while at < len(words):
        word = words[at]
        if word.text == BY and (after := _behind_of(words, at)):
            taken = list(takewhile(lambda each: each.tag != "p", words[after:]))
            return taken, words[after + len(taken) :]
        if word.tag == "p":
            at = _behind_phrase(words, at)
        elif word.text in word_set("prose.expected"):
            at += 1
        elif _is_nominal(word):
            taken = list(takewhile(_goes_on, words[at:]))
            return taken, words[at + len(taken) :] or [w for w in taken[1:] if _could_state(w)]
        elif word.tag.startswith("v") and not word.tag.startswith("vd"):
            after = _behind_of(words, at)
            if after is None or words[after].quantity:
                return _named_by_verb(words, at)
            at = after
        else:
            at += 1
    return [], []


def _named_by_verb(words: list[Word], at: int) -> tuple[list[Word], list[Word]]:
    """Return a name that begins with a verb, 生产指数为…, where one stands behind it."""
    taken = list(takewhile(lambda each: _is_nominal(each) and not each.quantity, words[at + 1 :]))
    behind = words[at + 1 + len(taken) :]
    stated = bool(behind) and (behind[0].tag == "v" or behind[0].text in COPULAS)
    return ([words[at], *taken], behind) if taken and stated else ([], [])


def _behind_phrase(words: Sequence[Word], at: int) -> int:
    """Return where a phrase with a preposition ends: before its verb."""
    while at < len(words) and not words[at].tag.startswith("v"):
        at += 1
    return at


def _behind_of(words: Sequence[Word], at: int) -> int | None:
    """Return where the noun begins that a verb and its 的 describe, or None."""
    found = (index + 1 for index in range(at + 1, len(words) - 1) if words[index].text == OF)
    return next(found, None)


def _is_nominal(word: Word) -> bool:
    if word.tag == NUMBER:
        return not word.is_time
    return word.tag.startswith(NOMINAL)


def _goes_on(word: Word) -> bool:
    return _is_nominal(word) or word.tag in ("b", "uj", "c", "a", "f") or word.is_time


def _states(word: Word) -> bool:
    return word.tag.startswith(STATING) or word.is_figure


def _could_state(word: Word) -> bool:
    """Say whether a word that the tagger takes for part of a name may be what is said of it."""
    return word.is_figure or word.tag == "vn"
