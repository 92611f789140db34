"""Noun phrases, as far as an indicator's name needs them.

Chinese names carry their head last. So a name that stands before its figure is read backwards from
it (完成 固定资产 投资 ◄ 166亿元), one that stands behind it forwards (205个 ► 固定资产 投资 项目).
"""

from collections.abc import Sequence

from summarizer.analysis.lexicon import GROWTH_WORDS, LIGHT, NOMINAL, REACH
from summarizer.analysis.words import NUMBER, Word
from summarizer.lexicon import only_word, pattern, table, word_list, word_set
from summarizer.quantity import Kind

NOUNS = frozenset(
    {"vn", "an", "b", "j", "l", "i", "eng", "a", "zg", "h", "k", "s", "z", "mq", "q", "g", "x"}
)
SIDE_TAGS = frozenset({"d", "p", "ul", "uz", "uv", "ud", "ad", "vd", "f", "t", "r", "u"})
INNER_MARKS = frozenset('“”"‘’「」『』《》·&-/+')
BONDS = word_set("bodies.bonds")
KEPT = word_set("measures.kept")
KEPT_BEHIND = word_list("measures.kept_behind")
EACH = word_set("measures.each")
CLOSED = (")", "）")
TERMS = {(each["first"], each["second"]) for each in table("tagging.terms")}
"""Words that belong to a name only before these: 计划投资, 可支配收入."""
COUPLED = {tuple(each["words"].split()) for each in table("tagging.coupled")}
"""Words that are counted as one: 国家 和 地区."""
MAYBE = only_word("verbs.maybe")
THESE = word_set("bodies.these")
GIVEN = word_set("measures.given")
MEASURED_IN = word_set("measures.unit_tail")
FOR_EACH = pattern("measures.each_unit")
RELATIVE = word_set("verbs.relative")
LEADING, STOCK_TIMES = word_set("verbs.leading"), word_set("measures.stock_times")
DIMENSIONS = word_set("measures.dimensions")
LINKING = frozenset("“”《》·")
QUOTED = frozenset("”’」』")
LONGEST = 26


def is_nounlike(word: Word) -> bool:
    """Say whether a word can stand inside an indicator's name."""
    if word.text in LIGHT or not word.text.strip():
        return False
    return word.tag[0] == "n" or word.tag in NOUNS or word.text in KEPT or word.text in NOMINAL


def is_threshold(word: Word) -> bool:
    """Say whether a figure only says which: 投资 [5000万元以上] 项目."""
    quantity = word.quantity
    if quantity is None or quantity.kind is not Kind.AMOUNT:
        return False
    return word.text.endswith(("以上", "以下", "以内")) or word.text.startswith(("超", "逾", "过"))


def strip_reach(words: Sequence[Word]) -> tuple[Word, ...]:
    """Drop the words that only lead to the figure (已 达 近 …)."""
    end = len(words)
    while end and (_leads(words[end - 1]) or words[end - 1].text in CLOSED or _is_each(words, end)):
        end = _opening(words, end) if words[end - 1].text in CLOSED else end - 1
    return tuple(words[:end])


def _is_each(words: Sequence[Word], end: int) -> bool:
    """Say whether so much for each is led to, and no name: 价格 [为 每吨] 402美元."""
    return end > 1 and bool(FOR_EACH.fullmatch(words[end - 1].text)) and _leads(words[end - 2])


def _opening(words: Sequence[Word], end: int) -> int:
    """Return where the bracket opens that closes before `end`: 投资 [（不含农户）]."""
    return next((i for i in range(end - 1, -1, -1) if words[i].text in "(（"), end - 1)


def _leads(word: Word) -> bool:
    return (
        word.text in REACH
        or (word.tag in SIDE_TAGS and word.text not in KEPT)
        or word.tag == "uj"
        or word.text == MAYBE
        or not word.text.strip()
        or word.text in {"(", "（", "“", '"', "、"}
        or word.is_time
    )


def run_before(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the noun phrase that ends the words, verbs inside it included (引进 新 技术)."""
    start = end = len(words)
    while start and _inside(words, start - 1, end):
        start -= 1
    if 0 < start < end and words[start - 1].text in THESE and len(words[start].text) == 1:
        start += 1  # 这 | 条 | 公路
    run = _opened(past_size(words[start:end]))
    return _without_long_tail(run)


def _inside(words: Sequence[Word], at: int, end: int) -> bool:
    word = words[at]
    follows = at + 1 < end
    if follows and _opens_for(words, at):
        return True
    if word.tag == NUMBER or word.text in LIGHT:
        return word.text in RELATIVE and any(each.tag == "uj" for each in words[at + 2 : end])
    if is_nounlike(word) or (at + 1 == end and word.text in QUOTED):
        return True
    if word.tag == "uj":
        return follows and at > 0 and _may_modify(words[at - 1])
    if word.tag in ("v", "m"):
        return True
    return follows and (word.text in BONDS or word.text in INNER_MARKS)


def _may_modify(word: Word) -> bool:
    """Say whether 的 behind a word ties it to a name: a noun, 增长 的 贡献率."""
    return is_nounlike(word) or (word.text in GROWTH_WORDS and word.tag == "v")


def _opens_for(words: Sequence[Word], at: int) -> bool:
    """Say whether a word belongs to the name behind it: 每股 收益, 人均 收入, 棉花 年末 库存."""
    text = words[at].text
    stock = text in STOCK_TIMES and at > 0 and is_nounlike(words[at - 1])
    each = text in EACH or text.endswith("均")
    return stock or each or (text, words[at + 1].text) in TERMS


def past_size(words: Sequence[Word]) -> Sequence[Word]:
    """Skip what the size before is one of: 1公里 [长的] 明渠."""
    told = len(words) > 1 and words[0].text in DIMENSIONS and words[1].tag == "uj"
    return words[2:] if told else words


def _opened(run: Sequence[Word]) -> tuple[Word, ...]:
    """Drop what cannot begin a name: 的, closing marks, bonds."""
    start = 0
    while start < len(run) and (
        run[start].tag == "uj"
        or run[start].text in BONDS
        or (run[start].text in REACH and run[start].text not in LEADING)
        or run[start].text in KEPT_BEHIND
        or run[start].text in "”’」』》)）·"
    ):
        start += 1
    return tuple(run[start:])


def _without_long_tail(run: tuple[Word, ...]) -> tuple[Word, ...]:
    """Cut a phrase that is too long for a name behind its last verb or 的."""
    while len(text_of(run)) > LONGEST:
        cut = next((i for i, w in enumerate(run[:-1]) if w.tag in ("v", "uj")), None)
        if cut is None:
            break
        run = run[cut + 1 :]
    return run


def run_after(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the noun phrase that begins the words; of a list with 等, the phrase behind 等."""
    words = past_size(_bracket_free(words))
    words = words[1:] if words and words[0].text in MEASURED_IN else words
    if words and words[0].text.endswith("均"):
        return ()  # 4.3万农户 | 户均增收
    words = words[1:] if words and words[0].tag == "uj" else words
    listed = next((i for i, w in enumerate(words[:-1]) if w.text == "等"), None)
    if listed and _is_list(words[:listed]) and is_nounlike(words[listed + 1]):
        words = words[listed + 1 :]
    end = 0
    while end < len(words) and _goes_on(words, end):
        end += 1
    return _ended(words[:end])


def _ended(words: Sequence[Word]) -> tuple[Word, ...]:
    """Cut what a name cannot end in; what is told of a noun is none without it: [中外] 参展."""
    end = len(words)
    while end > 1 and not _may_end(words[end - 1]):
        end -= 1
    return () if all(word.text in KEPT for word in words[:end]) else tuple(words[:end])


def _may_end(word: Word) -> bool:
    """Say whether a name can end in a word: not in 同比, which leads to what comes."""
    noun = is_nounlike(word) and word.text not in GROWTH_WORDS
    return noun or word.text in INNER_MARKS


def _is_list(words: Sequence[Word]) -> bool:
    marks = [word.text in ("、", "和") for word in words]
    return any(marks) and all(m or is_nounlike(w) for m, w in zip(marks, words, strict=True))


def _bracket_free(words: Sequence[Word]) -> Sequence[Word]:
    """Skip an explanation in brackets right behind the figure."""
    if words and words[0].text in "(（":
        closing = next((i for i, w in enumerate(words) if w.text in ")）"), None)
        return words[closing + 1 :] if closing is not None else ()
    return words


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a word goes on with the noun phrase before it, or begins one."""
    word = words[at]
    if word.tag == NUMBER:
        return is_threshold(word)
    if word.text == "左右" or word.text.endswith("均"):
        return False  # 42户农家乐 | 户均
    if is_nounlike(word) or word.text in LINKING:
        return True
    return _ties(words, at) if _is_tie(words, at) else _only_acts(words[: at + 1])


def _is_tie(words: Sequence[Word], at: int) -> bool:
    """Say whether a word ties nouns: 的, 与, an adverb first, 引导 before 基金."""
    word, following = words[at], text_of(words[at + 1 : at + 2])
    coupled = at and (words[at - 1].text, word.text, following) in COUPLED
    given = at and word.tag == "v" and following in GIVEN  # 5亿元的产业 | 引导 | 基金
    return (
        bool(given or coupled)
        or word.text in BONDS
        or word.tag == "uj"
        or (not at and _opens(word))
    )


def _opens(word: Word) -> bool:
    return word.text == "年" or (word.tag == "d" and len(word.text) > 1)


def _ties(words: Sequence[Word], at: int) -> bool:
    follows = at + 1 < len(words) and is_nounlike(words[at + 1])
    return follows and (at > 0 or _opens(words[at]))


def _only_acts(words: Sequence[Word]) -> bool:
    """Say whether there are only verbs so far, the last none that says little, or how it grows."""
    idle = words[-1].text in LIGHT or words[-1].text in GROWTH_WORDS
    return not idle and all(word.tag == "v" for word in words)


def text_of(words: Sequence[Word]) -> str:
    """Return the folded text of some words."""
    return "".join(word.text for word in words)


SCOPE = pattern("measures.scope")
