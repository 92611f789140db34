"""Which figures deserve a row: those that say something of a body, not those that only describe.

17户规模以上企业             a row
投资5000万元以上项目         a threshold: it says which projects
如果偏差在15%以内            supposed, and not told
每投入1元                   what others are counted for
两户企业, 一个开局, 五大平台  a turn of phrase, written small and in characters
4个园区 (said before)        a name for what has been counted already
十分之一香港大小             a comparison
"""

import re
from collections.abc import Sequence

from summarizer.analysis.figures import Figure
from summarizer.analysis.noun_phrases import is_nounlike, run_after, strip_reach, text_of
from summarizer.analysis.words import Word
from summarizer.document import Role
from summarizer.lexicon import pattern, word_set
from summarizer.quantity import Kind, Modifier
from summarizer.text import fold

SMALL = 10
HANZI = pattern("numbers.spelled")
THRESHOLDS = frozenset({Modifier.GE, Modifier.GT, Modifier.LE, Modifier.LT})
MEMBERS = pattern("measures.members_of")
COUNTING = pattern("verbs.counting")
LIKENESS = pattern("verbs.likeness")
SIZED = pattern("verbs.sized")
DISTANCE = pattern("measures.distance")
RANKED = pattern("verbs.ranked")
IGNORED_UNITS = word_set("numbers.ignored_units")
BEYOND = pattern("verbs.beyond")
SIZES = frozenset({"CNY", "USD", "HKD", "m2", "km2", "hm2"})
POINTING = pattern("measures.pointing")
SUPPOSING, WHENEVER = pattern("measures.supposing"), pattern("measures.whenever")
PLACES, COVERING = word_set("naming.places_counted"), pattern("verbs.covering")
JOINTLY = pattern("measures.jointly")
FOR_EACH = pattern("measures.for_each")
TOPICS = pattern("measures.topics")
AMONG = pattern("parts.among")
REACHED = word_set("verbs.reached")
OWNED = pattern("verbs.owned")
BARE = pattern("numbers.bare_threshold")
TITLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD, Role.BYLINE})


def deserves_row(figure: Figure, earlier: Sequence[Figure]) -> bool:
    """Say whether a figure is an observation; `earlier` are those of the article before it."""
    if figure.sentence.role in (Role.BYLINE, Role.JUMP):
        return False
    return not (
        _is_turn_of_phrase(figure)
        or is_threshold(figure)
        or _is_likeness(figure)
        or _is_idle_rank(figure)
        or _is_supposed(figure)
        or _is_basis(figure)
        or _is_spec(figure)
        or _is_mention(figure, earlier)
    )


def _is_turn_of_phrase(figure: Figure) -> bool:
    """一个, 两户企业, 三张清单: small, in characters, and nobody counts up to it."""
    quantity = figure.quantity
    if quantity.unit in IGNORED_UNITS:
        return True
    if quantity.kind is not Kind.COUNT or not HANZI.match(fold(quantity.text)):
        return quantity.kind is Kind.COUNT and not quantity.unit and not quantity.unit_mult
    small = quantity.value is not None and quantity.value <= SMALL
    if not small:
        return False
    return quantity.value == 1 or not (COUNTING.search(figure.left_text) or _is_tallied(figure))


def _is_tallied(figure: Figure) -> bool:
    """Say whether a count stands behind its noun, as only tallies do: 新签约项目八个."""
    noun = strip_reach(figure.left)
    attached = figure.right and is_nounlike(figure.right[0])
    return bool(noun) and is_nounlike(noun[-1]) and not attached


def is_threshold(figure: Figure) -> bool:
    """投资亿元以上项目, 主营收入2000万元以上企业, 10万元以下的零星采购."""
    quantity = figure.quantity
    beyond = bool(BEYOND.match(quantity.text))
    if beyond and is_count(figure.lead[-1:]):
        return figure.right_text.startswith("的")
    bounded, following = _bound(figure)
    counted = is_count(_words_behind(figure)[:1])
    if not following:
        return (bounded or beyond) and counted and quantity.kind is Kind.AMOUNT
    if _tells_which(figure, following, bounded=bounded):
        return True
    members = MEMBERS.match(following) or (beyond and OWNED.fullmatch(following))
    held = bool(members) and quantity.kind is Kind.AMOUNT
    return (bounded or beyond) and (held or (counted and following.startswith("的")))


def _bound(figure: Figure) -> tuple[bool, str]:
    """Say whether a figure is the bound of a class, 以上 and 以下, and what follows it."""
    quantity, following = figure.quantity, figure.right_text
    if quantity.modifier in THRESHOLDS and re.search(r"[上下内]$", fold(quantity.text)):
        return True, following
    behind = re.match(r"(?:及其?)?以[上下内]", following)
    return behind is not None, following[behind.end() :] if behind else following


def _words_behind(figure: Figure) -> tuple[Word, ...]:
    """Return what stands in a clause behind a figure and what belongs to it."""
    clause = figure.sentence.clauses[figure.clause].words
    return clause[len(figure.lead) + 1 + len(figure.right) :]


def _tells_which(figure: Figure, following: str, *, bounded: bool) -> bool:
    """Say whether it tells which, and of what sort: 5人以上的 聚会, 50万元以上的，公开招标."""
    ends = following == "的" and not _words_behind(figure)
    sized = figure.quantity.kind in (Kind.AMOUNT, Kind.COUNT)
    return sized and (ends or (bounded and following.startswith("的"))) and not _is_reached(figure)


def _is_reached(figure: Figure) -> bool:
    """Say whether a bound is what has been reached: 实现 [10亿元以上] 的产值."""
    return bool(figure.left) and figure.left[-1].text in REACHED


def is_count(words: Sequence[Word]) -> bool:
    """Say whether a count stands here: 10亿元以上 [6个]."""
    return any(w.quantity is not None and w.quantity.kind is Kind.COUNT for w in words)


def _is_likeness(figure: Figure) -> bool:
    ratio = figure.quantity.kind in (Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE)
    if figure.quantity.text.startswith("翻") and not any(map(is_nounlike, figure.left)):
        return True
    if ratio and SIZED.match(figure.right_text):
        return True
    return bool(LIKENESS.search(figure.left_text) or DISTANCE.search(figure.left_text))


def _is_supposed(figure: Figure) -> bool:
    """如果偏差在15%以内, 高于50%时, 而非3名: it is thought of, or denied, and not told."""
    whenever = WHENEVER.fullmatch(figure.right_text) and not _words_behind(figure)
    return bool(whenever or SUPPOSING.search(figure.lead_text))


def _is_basis(figure: Figure) -> bool:
    """每投入1元, 压榨一吨大豆: so much for one of something else."""
    quantity, left = figure.quantity, figure.left
    if quantity.value != 1 or quantity.kind is not Kind.AMOUNT or not left or left[-1].tag != "v":
        return False
    spelled = HANZI.match(fold(quantity.text)) and figure.right and is_nounlike(figure.right[0])
    return bool(spelled or FOR_EACH.search(figure.left_text))


def _is_idle_rank(figure: Figure) -> bool:
    """第一大支柱产业, 第一方阵: a rank that only adorns a noun."""
    if figure.quantity.kind is not Kind.RANK:
        return False
    if not RANKED.search(figure.left_text):
        return True
    return bool(figure.right) and (figure.right[0].tag == "uj" or _adorns(figure))


def _adorns(figure: Figure) -> bool:
    word = figure.right[0]
    return is_nounlike(word) and word.text not in ("名", "位")


def _is_spec(figure: Figure) -> bool:
    """1万至2.5万吨级船舶, 2×34万千瓦, 6000-13000马力的柴油机: it says what kind of thing."""
    quantity = figure.quantity
    if figure.left_text.endswith("每") or ":" in (figure.left_text[-1:], figure.right_text[:1]):
        return True
    if "×" in figure.left_text[-1:] + figure.right_text[:1] + quantity.text:
        return True
    if (
        figure.right_text.startswith("级")
        or "级" in quantity.text[-1:]
        or BARE.match(quantity.text)
    ):
        return True
    telling = AMONG.match(figure.right_text) or TOPICS.match(figure.right_text)
    if quantity.kind is Kind.COUNT and telling:
        return True
    ranged = quantity.kind is Kind.AMOUNT and quantity.value is None and quantity.low is not None
    return ranged and quantity.unit not in SIZES and figure.right_text.startswith("的")


def _is_mention(figure: Figure, earlier: Sequence[Figure]) -> bool:
    """Recognise a count that points back, was said before its noun already, or follows its list."""
    if figure.quantity.kind is Kind.COUNT and POINTING.search(figure.left_text):
        return True
    if JOINTLY.match(f"{figure.left_text[-1:]}{figure.word.text}{figure.right_text}"):
        return True
    if figure.quantity.unit in PLACES and not COVERING.search(figure.left_text):
        return True
    attached = run_after(figure.right)
    if not attached or not (is_nounlike(figure.right[0]) or figure.right[0].text == "“"):
        return False
    if figure.sentence.role in TITLES:
        return True
    return _follows_its_list(figure) or any(_same(figure, other) for other in earlier)


def _follows_its_list(figure: Figure) -> bool:
    """江州、海州、岚州和青州4个园区: as many as were just named."""
    names = re.split(r"[、和与及]", figure.left_text)
    return figure.quantity.kind is Kind.COUNT and figure.quantity.value == len(names) > 1


def _same(figure: Figure, other: Figure) -> bool:
    ours, theirs = figure.quantity, other.quantity
    if (ours.value, ours.unit) != (theirs.value, theirs.unit) or ours.value is None:
        return False
    head, before = run_after(figure.right), other.right_text + other.left_text
    nouns = [word.text for word in head if word.tag[0] == "n" and len(word.text) > 1]
    return text_of(head)[-2:] in before or (bool(nouns) and nouns[-1] in before)
