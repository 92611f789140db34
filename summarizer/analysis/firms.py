"""Firms that go without a firm's ending: 恒拓智装, 微光精密.

    溪川 | 恒拓 | 智能装备 | 有限公司     a firm's full name: place, brand, trade, legal form
           恒拓   智装                  what a newspaper leaves of it

Nothing marks the rest as a body, so it is known by the way the article speaks of it: it has a
manager, a stock code, or an abbreviation is announced; or a brand stands before a trade and 公司,
which must mean somebody, follows in the paragraph. A brand is a word that no dictionary knows, or
a name; and never the place of the zone or county that the article is about.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from summarizer.analysis.chunks import OFFICES, sort_of
from summarizer.analysis.lexicon import ACTIONS, BUSINESSES, LIGHT, POSTS, PREMISES, PRODUCTS, Sort
from summarizer.analysis.noun_phrases import text_of
from summarizer.analysis.words import MARK, NUMBER, Word
from summarizer.lexicon import pattern, word_set

MANAGER = pattern("bodies.firm_manager")
ANNOUNCED = pattern("bodies.short_name")
LISTED = pattern("bodies.listed_firm")
POINTING = word_set("bodies.this_firm")
CODED = pattern("bodies.coded_firm")
PLACE = pattern("bodies.placed")
PROPER = frozenset({"nr", "nz", "nrt", "ns"})
TELLING = frozenset({"p", "d", "v"})
MEASURED = pattern("measures.ending")
ANNOUNCING = word_set("verbs.announces")
STATING = word_set("verbs.states")
BRANDED = 2
"""Words of a brand and what it makes."""
NAMING = frozenset("nagzbjx")
"""What a tagger may take the words of a name for."""
BULLETS = frozenset("●▲■◆★※►")
REPORTING = pattern("verbs.reports")
BREAKS = frozenset({"p", "c", "uj", "r", "t", "d", "ul", "u", "f", "m", MARK, NUMBER})
EARNING = word_set("bodies.earning")
SHORTEST, LONGEST, COINED = 3, 8, 4
"""Characters of such a name, and of one that the tagger takes for a single word."""


def firms_of(lines: Sequence[Sequence[Word]], text: str) -> frozenset[str]:
    """Return the firms of an article that have no firm's ending, as its folded text prints them."""
    known = {found[1] for cue in (ANNOUNCED, LISTED) for found in cue.finditer(text)}
    known.update(_coded(text))
    told: set[str] = set()
    for words in lines:
        known.update(_bracketed(words))
        told.update(_managed(words))
        known.update(_announcing(words))
        told.update(_apposed(words))
        known.update(_earning(words))
        told.update(_contrasted(words))
        told.update(_bulleted(words))
        told.update(name for name in _visited(words) if text.count(name) > 1)
    told.update(_meant(lines, text))
    return frozenset(known | {name for name in told if len(name) >= SHORTEST and not sort_of(name)})


def _coded(text: str) -> Iterator[str]:
    """Yield who has a stock code and is told of again: 晶片厂 联升电(6588)."""
    for found in CODED.finditer(text):
        ends = (found[1][start:] for start in range(len(found[1]) - 1))
        yield from islice((name for name in ends if text.count(name) > 1), 1)


def _earning(words: Sequence[Word]) -> Iterator[str]:
    """Yield who opens a clause and earns: 霁电 去年 盈利 5亿元."""
    for at, word in enumerate(words):
        if at and word.text in EARNING:
            end = at - 1 if words[at - 1].is_time or words[at - 1].tag == "t" else at
            run = (*takewhile(_names_one, reversed(words[:end])),)[::-1]
            name = text_of(run)
            opens = len(run) == end or words[end - len(run) - 1].tag == MARK
            if opens and _is_coined(run, name) and 1 < len(name) <= COINED:
                yield name


def _names_one(word: Word) -> bool:
    return word.tag[0] in NAMING and word.tag != MARK


def _is_coined(run: Sequence[Word], name: str) -> bool:
    """Say whether a name is one unknown word, or was taken apart: it has no sort, either."""
    single = len(run) == 1 or any(len(word.text) == 1 for word in run)
    return single and not _is_known(name) and not sort_of(name)


def _managed(words: Sequence[Word]) -> Iterator[str]:
    """Yield who has a manager: 华岭能源 副总经理."""
    for at, word in enumerate(words):
        if MANAGER.search(word.text):
            end = at
            while end and words[end - 1].text in POSTS:
                end -= 1
            yield from _name_before(words, end)


def _announcing(words: Sequence[Word]) -> Iterator[str]:
    """Yield who announces: 10月26日晚，曜能股份 发布 ….; an office is none."""
    for at, word in enumerate(words):
        if word.text in ANNOUNCING:
            start = at
            while start and words[start - 1].tag not in BREAKS and not words[start - 1].is_time:
                start -= 1
            name = text_of(words[start:at])
            coined = any(len(w.text) == 1 or not _is_known(w.text) for w in words[start:at])
            coined = coined and not any(sort_of(w.text) for w in words[start : at - 1])
            if coined and SHORTEST < len(name) <= LONGEST and not OFFICES.search(name):
                yield name


def _contrasted(words: Sequence[Word]) -> Iterator[str]:
    """Yield who is set against the one before, or states: 飞渡无人机 则 …, 国远航空 表示 …."""
    for at, word in enumerate(words[2:], 2):
        opens = at == BRANDED or words[at - BRANDED - 1].tag == MARK
        trade = words[at - 1].text in BUSINESSES and words[at - BRANDED].tag[0] in "nag"
        if opens and trade and word.text in STATING:
            yield text_of(words[at - BRANDED : at])
        if word.text == "则" and opens and not _is_known(words[at - BRANDED].text):
            yield text_of(words[at - BRANDED : at])


def _apposed(words: Sequence[Word]) -> Iterator[str]:
    """Yield who is called a firm and does something: 园区企业 恒澜海工 研制 …."""
    for at, word in enumerate(words):
        if word.text.endswith("企业"):
            run = list(takewhile(lambda w: w.tag[0] in "nag", words[at + 1 : at + 4]))
            acts = words[at + 1 + len(run) : at + 2 + len(run)]
            if acts and acts[0].tag[0] == "v" and _may_be_firm(run):
                yield text_of(run)


def _may_be_firm(run: Sequence[Word]) -> bool:
    """Say whether a word of a name is unknown, and none is a post or something measured."""
    name = text_of(run)
    plain = not (MEASURED.search(name) or any(OFFICES.search(word.text) for word in run))
    return plain and len(name) <= LONGEST and not all(_is_known(word.text) for word in run)


def _bulleted(words: Sequence[Word]) -> Iterator[str]:
    """Yield who begins an item, up to a time or what is told of it: ● 和昌电 7月营收 …."""
    at = next((i for i, word in enumerate(words) if word.is_time or word.tag in TELLING), 0)
    named = all(word.tag[0] in NAMING or word.tag == "vn" for word in words[1:at])
    if at > 1 and words[0].text in BULLETS and named and not REPORTING.search(words[at].text):
        yield text_of(words[1:at])


def _bracketed(words: Sequence[Word]) -> Iterator[str]:
    """Yield the firms that have a place in brackets: 华晟电子（清溪）有限公司."""
    for at, word in enumerate(words[:-SHORTEST]):
        place, closing, *rest = words[at + 1 : at + 6]
        if word.text == "(" and closing.text == ")" and place.tag == "ns":
            end = next((i for i, w in enumerate(rest) if w.text.endswith("公司")), None)
            start = at
            while start and _inside(words, start - 1, at):
                start -= 1
            if end is not None and start < at:
                yield text_of(words[start : at + 4 + end])


def _visited(words: Sequence[Word]) -> Iterator[str]:
    """Yield who has premises: 微光精密 车间."""
    for at, word in enumerate(words):
        if word.text in PREMISES:
            yield from _name_before(words, at)


def _name_before(words: Sequence[Word], end: int) -> Iterator[str]:
    """Yield the name that ends here, if one of its words is a trade or unknown."""
    start = end
    while start and _inside(words, start - 1, end):
        start -= 1
    name = text_of(words[start:end])
    if len(name) <= LONGEST and any(map(_is_telling, words[start:end])):
        yield name


def _inside(words: Sequence[Word], at: int, end: int) -> bool:
    """Say whether a word can be part of a firm's name; a verb of one character only ends it."""
    word = words[at]
    if word.tag in BREAKS or word.text in LIGHT or sort_of(word.text):
        return False
    coined = word.text in BUSINESSES or not _is_known(word.text)
    return word.tag != "v" or coined or (len(word.text) == 1 and at + 1 == end)


def _is_telling(word: Word) -> bool:
    return word.text in BUSINESSES or not _is_known(word.text)


def _is_known(text: str) -> bool:
    import rjieba

    return rjieba.has_word(text)


def _meant(lines: Sequence[Sequence[Word]], text: str) -> Iterator[str]:
    """Yield the brands with a trade that 公司 or a manager in this or the next paragraph means.

    A brand that is no common word needs neither where it is named twice.
    """
    before: str | None = None
    once: set[str] = set()
    for words in lines:
        waiting, before = before, None
        for at, word in enumerate(words):
            start = _brand(words, at)
            if start is not None and not _is_place(words[start].text, text):
                waiting = before = text_of(words[start : at + 1])
                if start == at or waiting in once or _is_plain(words, start, at):
                    yield waiting
                if words[start].tag in PROPER:
                    once.add(waiting)
            elif waiting and (_points(words, at) or MANAGER.search(word.text)):
                yield waiting
            elif sort_of(word.text) is Sort.FIRM:
                waiting = before = None


def _is_plain(words: Sequence[Word], start: int, at: int) -> bool:
    """Say whether a brand that is no word opens a clause, before a trade that is no product."""
    coined = words[start].tag in PROPER - {"ns"} and not _is_known(words[start].text)
    opens = not start or words[start - 1].tag == MARK
    return coined and opens and words[at].text not in PRODUCTS


def _brand(words: Sequence[Word], at: int) -> int | None:
    """Return where a brand begins whose trade is at `at`, if it stands there like a name."""
    word = words[at]
    if at + 1 < len(words) and _belongs(words[at + 1]):
        return None
    if len(word.text) >= COINED and word.text[-2:] in BUSINESSES and not _is_known(word.text):
        return at
    if word.text not in BUSINESSES or not at:
        return None
    brand = words[at - 1]
    if len(brand.text) > 1:
        named = brand.tag in PROPER or not _is_known(brand.text)
        return at - 1 if named and brand.tag[0] in "nagv" else None
    coined = at > 1 and len(words[at - 2].text) == 1
    return at - 2 if coined and {words[at - 2].tag[0], brand.tag[0]} <= {"n", "a", "g"} else None


def _belongs(word: Word) -> bool:
    """Say whether a noun follows that makes the trade a part of its name: 汽车 产业."""
    own = word.text in ACTIONS or word.text in PREMISES or MANAGER.search(word.text)
    return word.tag[0] == "n" and not own


def _points(words: Sequence[Word], at: int) -> bool:
    """Say whether 公司 stands alone, and so means somebody named before."""
    bare = not at or words[at - 1].tag[0] not in "nvajb"
    return words[at].text in POINTING and bare


def _is_place(brand: str, text: str) -> bool:
    """Say whether the brand is the place that the article speaks of: 溪川 of 溪川高新区."""
    at = text.find(brand)
    while at >= 0:
        if PLACE.match(text, at + len(brand)):
            return True
        at = text.find(brand, at + 1)
    return False
