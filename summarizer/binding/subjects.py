"""Who may be meant in a clause: its subject, not an example, a setting, an agent or an owner.

青山药业、白云制药 等 5户 …        examples of what is counted
在 全市项目观摩 中 ， …            where it happens
青山集团 投资 的 船机项目          who only acts on what is meant
甲区 的 乙公司                     whose it is
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from summarizer.analysis.chunks import Name
from summarizer.analysis.names import names_of
from summarizer.analysis.noun_phrases import text_of
from summarizer.analysis.words import NUMBER, Word
from summarizer.lexicon import pattern, word_list

PLACING = word_list("bodies.placing")
CLOSING = word_list("bodies.closing")
DATELINE = pattern("bodies.dateline")
OPENING = 12
"""Words that a dateline may take."""


@lru_cache(maxsize=4096)
def candidates(words: tuple[Word, ...]) -> tuple[Name, ...]:
    """Return who may be meant: not examples before 等, not a setting, not the owner in 甲的乙."""
    words = _without_setting(_without_examples(_without_dateline(words)))
    names = [name for name in names_of(words) if not name.compared]
    owners = [name for name, other in pairwise(names) if _is_owned(name, other, words)]
    owners += [name for name in names if _is_agent(name, words) or _lends(name, words)]
    placed = bool(words) and words[0].text in PLACING
    kept = (name for name in names if name not in owners)
    return tuple(replace(n, subject=True) if placed and not n.subject else n for n in kept)


def _without_dateline(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out where and when a report was written: 本报霁川3月10日电."""
    start = begins_at(words)
    return tuple(word for word in words if word.start >= start)


@lru_cache(maxsize=4096)
def begins_at(words: tuple[Word, ...]) -> int:
    """Return where a clause begins behind the dateline, if it opens with one."""
    found = DATELINE.match(text_of(words[:OPENING]))
    return words[0].start + found.end() if found else 0


def _without_examples(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out what is listed before 等 and a count: 青山药业、白云制药等5户 …."""
    end = next((i for i, w in enumerate(words) if w.text == "等" and _counted(words, i)), 0)
    start = max((i + 1 for i, w in enumerate(words[:end]) if w.tag == "v"), default=0)
    return (*words[:start], *words[end + 1 :]) if end else words


def _counted(words: Sequence[Word], at: int) -> bool:
    return at + 1 == len(words) or words[at + 1].tag == NUMBER


def _is_agent(name: Name, words: Sequence[Word]) -> bool:
    """Say whether a name only acts on what follows: 青山集团投资的 …."""
    after = [word for word in words if word.start >= name.end]
    acts = next((i for i, word in enumerate(after) if word.tag not in ("v", "vn")), 0)
    return 0 < acts < len(after) and after[acts].tag == "uj"


def _lends(name: Name, words: Sequence[Word]) -> bool:
    """Say whether a bank only lends a part of what another builds with: 其中 某银行 贷款."""
    after = next((word for word in words if word.start >= name.end), None)
    lent = after is not None and after.text == "贷款" and name.text.endswith("银行")
    return lent and words[0].text == "其中"


def _without_setting(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out 在 … 中: where something happens, not who does it."""
    end = next((i for i, word in enumerate(words) if word.text in CLOSING), 0)
    start = next((i for i, word in enumerate(words[:end]) if word.text == "在"), None)
    return words if start is None else (*words[:start], *words[end + 1 :])


def _is_owned(name: Name, other: Name, words: Sequence[Word]) -> bool:
    """Say whether 的 leads from one name to the next, with no figure between."""
    if name.end == other.start and any(w.start == other.start and w.tag == NUMBER for w in words):
        return True  # 全省 | 22个 省级以上开发区
    if not other.proper:
        return False
    between = [word for word in words if name.end <= word.start < other.start]
    return any(w.tag == "uj" for w in between) and not any(w.tag == NUMBER for w in between)


def tells_part(words: Sequence[Word]) -> bool:
    """Say whether a clause tells what part one kind has: its name is nobody's after it."""
    return words[0].text == "其中" and any(word.text in ("占", "约占") for word in words)
