"""Names and quotations of a statement: they are the article's, or they are invented.

A quotation must stand in the article word for word. A place or organisation must occur there, if
only by the characters before its suffix: 兰州高新区 may be called 兰州国家高新区, but 海州高新区
cannot stand where the article never says 海州.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from summarizer.verification.reasons import Judgement, Reason

QUOTED = re.compile(r"“([^“”]{2,80})”|「([^「」]{2,80})」|『([^『』]{2,80})』|《([^《》]{2,80})》")
NOT_WORDS = re.compile(r"[\W_]+")
PLACES = frozenset({"ns", "nt", "nsf"})
EVERYWHERE = frozenset(
    ("中国", "全国", "国内", "我国", "世界", "全球", "国际", "海外", "国外", "当地")
)
LEAST = 2


def judge_names(text: str, article_text: str) -> Iterator[Judgement]:
    """Judge the quotations and the names of places in a folded statement."""
    flat = NOT_WORDS.sub("", article_text)
    for match in QUOTED.finditer(text):
        quoted = next(filter(None, match.groups()))
        if NOT_WORDS.sub("", quoted) not in flat:
            yield Judgement(
                Reason.NOT_IN_ARTICLE, f"原文没有“{quoted}”这句话，引用须与原文一字不差。"
            )
    for name in _places(text):
        if name not in flat:
            yield Judgement(Reason.ENTITY_UNBOUND, f"原文没有提到“{name}”，请改用原文中的名称。")


def _places(text: str) -> Iterator[str]:
    """Yield the place and organisation names of the text."""
    for word, sort in _tagger()(text):
        if sort in PLACES and len(word) >= LEAST and word not in EVERYWHERE:
            yield word


@cache
def _tagger() -> Callable[[str], list[tuple[str, str]]]:
    """Load the word list when it is first needed."""
    import rjieba

    return rjieba.tag
