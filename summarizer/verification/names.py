"""Names and quotations of a statement: they are the article's, or they are invented.

A quotation must stand in the article word for word. A name must occur there, if only by the
characters that carry it: 兰州高新区 may be called 兰州国家高新区, but 海州高新区 cannot stand where
the article never says 海州.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from summarizer.lexicon import pattern, word_set
from summarizer.matching.contexts import words
from summarizer.matching.reasons import Judgement, Reason

Tagged = list[tuple[str, str]]
QUOTED = re.compile(r"“([^“”]{2,80})”|「([^「」]{2,80})」|『([^『』]{2,80})』|《([^《》]{2,80})》")
NOT_WORDS = re.compile(r"[\W_]+")
NAMED = pattern("bodies.named_ends")
OUTSIDE = frozenset("v vn vd d c p u uj ul uz ug ud uv m r t x q y e o k h".split())  # noqa: SIM905
"""Word classes that no name is made of: 推动园区 names nobody, 海州高新区 does."""
TIMED = pattern("evidence.opening_time")
GENERAL = pattern("bodies.general")
PLACES = frozenset({"ns", "nt", "nsf"})
EVERYWHERE = word_set("bodies.everywhere")
ENDING = pattern("bodies.area_end")
LEAST = 2
SHORTENED = 3
GAP = ".{0,12}"
"""The characters of a short name may stand apart: 轻工业 for 轻、重工业."""
MOST, NEARLY_ALL = 4, 8
"""In tenths, how many pairs of a name must stand in the text: fewer if it begins alike."""


def judge_names(text: str, article_text: str) -> Iterator[Judgement]:
    """Judge the quotations and the names in a folded statement."""
    for match in QUOTED.finditer(text):
        quoted = next(filter(None, match.groups()))
        if _flat(quoted) not in _flat(article_text):
            message = f"原文没有“{quoted}”这句话，引用须与原文一字不差。"
            yield Judgement(Reason.NOT_IN_ARTICLE, message)
    for name in names_in(text):
        bare = TIMED.sub("", name)
        if not is_named(bare, article_text):
            message = f"原文没有提到“{bare}”，请改用原文中的名称。"
            whole = ENDING.search(bare) or NAMED.search(bare)
            reason = Reason.ENTITY_UNBOUND if whole else Reason.UNVERIFIED
            yield Judgement(reason, message)


@lru_cache(maxsize=256)
def names_in(text: str) -> tuple[str, ...]:
    """Return the places and bodies that a folded text names, each once."""
    tagged = _tagger()(text)
    return tuple(dict.fromkeys([*_places(tagged), *_bodies(tagged)]))


def is_named(name: str, text: str) -> bool:
    """Say whether the article names this, whole, shortened, or in most of its words."""
    bare, text = _flat(name), _flat(text)
    if bare in text or ENDING.sub("", bare) in text or GENERAL.match(bare):
        return True
    pairs = words(bare)
    if not pairs:
        return bare in text
    if len(bare) <= SHORTENED and re.search(GAP.join(map(re.escape, bare)), text):
        return True
    seen = sum(pair in text for pair in pairs)
    return seen * 10 >= len(pairs) * (MOST if pairs[0] in text else NEARLY_ALL)


@lru_cache(maxsize=64)
def _flat(text: str) -> str:
    """Write a folded text without marks and capitals: LCD-TV, LCD TV and Lcd‑TV are one name."""
    return NOT_WORDS.sub("", text).lower()


def _bodies(tagged: Tagged) -> Iterator[str]:
    """Yield the names of zones, firms and institutions: the nouns that end in what they are."""
    name = ""
    for word, sort in tagged:
        name = "" if sort in OUTSIDE else name + word
        if len(name) > len(word) and NAMED.search(name):
            yield name


def _places(tagged: Tagged) -> Iterator[str]:
    """Yield the place names."""
    for word, sort in tagged:
        if sort in PLACES and len(word) >= LEAST and word not in EVERYWHERE:
            yield word


@cache
def _tagger() -> Callable[[str], Tagged]:
    """Load the word list when it is first needed."""
    import rjieba

    return rjieba.tag
