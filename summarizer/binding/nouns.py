"""Noun phrases, as far as an indicator's name needs them.

Chinese names carry their head last. So a name that stands before its figure is read backwards from
it (完成 固定资产 投资 ◄ 166亿元), one that stands behind it forwards (205个 ► 固定资产 投资 项目).
"""

import re
from collections.abc import Sequence

from summarizer.binding.clauses import MARK, NUMBER, Word

NOUNS = frozenset({"vn", "an", "b", "j", "l", "i", "eng", "a", "zg", "h", "k", "s", "mq", "q", "g"})
SIDE_TAGS = frozenset({"d", "p", "ul", "uz", "uv", "ud", "ad", "vd", "f", "t", "r", "u"})
INNER_MARKS = frozenset("“”\"‘’「」『』《》·()（）")
BONDS = frozenset({"及", "以及", "暨", "与"})
REACH = frozenset(
    "达 达到 达成 已达 为 是 有 有超 超 超过 突破 逾 近 约 约为 共 共有 共计 仅 只有 高达 分别 累计 合计 总计 总共"
    " 不少于 不低于 不超过 不低 少于 低于 高于 至少 多达 可达 将达 在 到 至 不 就 还 也 已 已经 将 可 可以 能 能够 要"
    " 计 增至 升至 降至 减至 增加到 提高到 控制 保持 站上 达标 接近 最终 左右 均 各 实现 完成 均达 各达 不足 不到"
    " 力争 确保 预计 预期 有望 计划 大约 大概 平均 是 即 这 超出 拥有 具有 形成 为期 :".split()
)
"""Words that only lead to the figure."""
LIGHT = frozenset(
    "实现 完成 达到 达 有 共有 拥有 是 为 成为 形成 具有 获得 取得 使 让 把 将 力争 确保 争取 预计 预期 有望 计划"
    " 超过 突破 占 达 显示 据统计 据介绍 据悉 要 可 能 会 需 还有 开展 推进 加快 加大 保持 涉及 涵盖 包括 带动"
    " 就是 称 说 表示 指出 透露 介绍 其中".split()
)
"""Verbs that take an indicator as their object without being part of its name."""
KEPT = frozenset({"以上", "以下", "以内", "以外"})
LONGEST = 26


def is_nounlike(word: Word) -> bool:
    """Say whether a word can stand inside an indicator's name."""
    if word.text in LIGHT:
        return False
    return word.tag[0] == "n" or word.tag in NOUNS or word.text in KEPT


def strip_reach(words: Sequence[Word]) -> tuple[Word, ...]:
    """Drop the words that only lead to the figure (已 达 近 …)."""
    end = len(words)
    while end and _leads(words[end - 1]):
        end -= 1
    return tuple(words[:end])


def _leads(word: Word) -> bool:
    return (
        word.text in REACH
        or (word.tag in SIDE_TAGS and word.text not in KEPT)
        or word.tag == "uj"
        or not word.text.strip()
        or word.text in {"(", "（", "“", '"', "、"}
        or word.is_time
    )


def run_before(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the noun phrase that ends the words, verbs inside it included (引进 新 技术)."""
    start = end = len(words)
    while start and _inside(words, start - 1, end):
        start -= 1
    run = _opened(words[start:end])
    return _without_long_tail(run)


def _inside(words: Sequence[Word], at: int, end: int) -> bool:
    word = words[at]
    if word.tag == NUMBER or word.text in LIGHT:
        return False
    if is_nounlike(word):
        return True
    follows = at + 1 < end
    if word.tag == "uj":
        return follows and at > 0 and is_nounlike(words[at - 1])
    if word.tag == "v" or word.tag == "m":
        return True
    return follows and (word.text in BONDS or word.text in INNER_MARKS)


def _opened(run: Sequence[Word]) -> tuple[Word, ...]:
    """Drop what cannot begin a name: 的, closing marks, bonds."""
    start = 0
    while start < len(run) and (
        run[start].tag == "uj" or run[start].text in BONDS or run[start].text in "”’」』》)）·"
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
    words = _bracket_free(words)
    listed = next((i for i, w in enumerate(words[:-1]) if w.text == "等"), None)
    if listed and any(w.text == "、" for w in words[:listed]) and is_nounlike(words[listed + 1]):
        words = words[listed + 1 :]
    end = 0
    while end < len(words) and _goes_on(words, end):
        end += 1
    while end and not (is_nounlike(words[end - 1]) or words[end - 1].text in INNER_MARKS):
        end -= 1
    return tuple(words[:end])


def _bracket_free(words: Sequence[Word]) -> Sequence[Word]:
    """Skip an explanation in brackets right behind the figure."""
    if words and words[0].text in "(（":
        closing = next((i for i, w in enumerate(words) if w.text in ")）"), None)
        return words[closing + 1 :] if closing is not None else ()
    return words


def _goes_on(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.tag == NUMBER:
        return False
    if is_nounlike(word) or word.text in {"“", "”", "《", "》", "·"}:
        return word.text not in ("左右",)
    if word.text in BONDS or word.tag == "uj":
        return at > 0 and at + 1 < len(words) and is_nounlike(words[at + 1])
    return word.tag == "v" and word.text not in LIGHT and at == 0


def text_of(words: Sequence[Word]) -> str:
    """Return the folded text of some words."""
    return "".join(word.text for word in words)


SCOPE = re.compile(
    r"(?:非烟|全口径|高技术|高新技术)?(?:规模以上|规模以下|规上|限额以上|限上|规模(?=工业|企业))|非烟|全口径|高技术(?!人|开)"
)
"""What part of the firms a figure counts; a field of its own."""
