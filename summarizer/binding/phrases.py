"""What a figure measures: its indicator as printed, its scope, its measure.

完成 [固定资产投资] 166亿元        before the figure, behind the verb
205个 [固定资产投资项目]           behind a count
…产值 38.5亿元 ， 同比增长 40.6%   no name of its own: that of the figure before it
利税、利润分别增长 29%和45%        the first and the second of the list
"""

from itertools import dropwhile, takewhile

from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import ACTIONS, NOMINAL
from summarizer.analysis.noun_phrases import (
    SCOPE,
    is_nounlike,
    is_threshold,
    run_after,
    run_before,
    strip_reach,
    text_of,
)
from summarizer.analysis.words import Word
from summarizer.binding.ellipsis import Phrase, carried, echo_of
from summarizer.binding.measures import is_money, measure_of
from summarizer.binding.shares import rank_of, share_of
from summarizer.binding.spans import (
    FROM,
    MEASURED,
    bodiless,
    ends_in_firm,
    is_attached,
    is_growth,
    origin_free,
    unless_name,
    unmoved,
)
from summarizer.lexicon import pattern, word_list, word_set
from summarizer.quantity import Kind
from summarizer.summary import Measure

YEARLY = word_list("measures.yearly")
PLANTS = pattern("bodies.plants")
GENERAL, STANDARD = word_set("measures.general"), pattern("measures.standard")
KINDS = pattern("bodies.kinds")
TURNING = word_set("change.turning")
OPENING = word_set("verbs.opening")
LEVELS = (Kind.AMOUNT, Kind.COUNT)
CHANGES = (Measure.GROWTH, Measure.PP_CHANGE, Measure.CHANGE)
MAKERS = word_list("bodies.makers")
BENEFITS = word_set("verbs.benefits")
COUNTED = pattern("bodies.counted")
MADE = (Measure.LEVEL, Measure.GROWTH)
LEANING = word_set("measures.leaning")
LENT = pattern("measures.lent")
AIMS = word_set("measures.aims")
GAINING = word_set("verbs.gaining")
NOT_YET = word_set("change.adverbs")
ADVERBS = pattern("change.adjusting")
BASES = word_set("change.bases")


def phrase_of(figure: Figure, before: Phrase | None) -> Phrase:
    """Read what a figure measures; `before` is the phrase of the figure before it."""
    measure = measure_of(figure)
    echo = echo_of(figure, measure, before) if before else None
    return echo or _read(figure, measure, before)


def _read(figure: Figure, measure: Measure, before: Phrase | None) -> Phrase:
    if measure is Measure.RANK:
        return rank_of(figure, before)
    if topic := _topic(figure):
        return Phrase(topic, measure)
    if measure is Measure.SHARE:
        return share_of(figure, before)
    if measure in CHANGES:
        name = _grown(figure) or _cut(figure) or (() if before else _subject(figure))
        return carried(name, measure, before)
    if before and figure.left_text.startswith("其中") and figure.left[-1].tag == "uj":
        return Phrase((*figure.left[1:-1], *before.name[-1:]), measure)
    name = _lent(_qualified(figure, _level(figure)), before)
    name = name or _turning(figure) or _benefit(figure)
    if before and _are_makers(figure, name, before):
        name = (*name, *_head(before.name))
    return carried(name, measure, before)


def _lent(name: tuple[Word, ...], before: Phrase | None) -> tuple[Word, ...]:
    """Let the name before lend what a name lacks: 人均 [种植油茶], [产品] 单价."""
    if before and len(name) == 1 and name[0].text.endswith("均"):
        name = (*name, *bodiless(before.name))
    if before and text_of(name) in LEANING and LENT.search(text_of(before.name)):
        name = (*dropwhile(lambda word: word.tag == "v", before.name), *name)
    return name


def _benefit(figure: Figure) -> tuple[Word, ...]:
    """Return what is done for those who are counted, where it is all that is told: 惠及 3万人."""
    told = _is_count(figure) and figure.left_text in BENEFITS
    return figure.left if told else ()


def _turning(figure: Figure) -> tuple[Word, ...]:
    """Return what the clause before says has turned: [每吨毛利] 由负转正，达到 85元."""
    before = figure.sentence.clauses[figure.clause - 1].words if figure.clause else ()
    turns = (i for i, w in enumerate(before) if w.text[0] in TURNING and w.tag[0] != "n")
    at = next(turns, 0)
    told = any(word.is_figure for word in before) or strip_reach(figure.left)
    return () if told or not at else run_before(before[:at])


def _are_makers(figure: Figure, name: tuple[Word, ...], before: Phrase) -> bool:
    """Say whether a part is told by who makes it: 其中 规上企业 完成 231亿元; 私营企业 32亿元."""
    made = KINDS.search(text_of(name)) and MEASURED.search(text_of(before.name))
    level = before.measure in MADE and _is_amount(figure) and not _is_physical(figure)
    return bool(made) and level


def _head(name: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what is measured of a kind: 国有企业 [利润]."""
    at = max((i + 1 for i, word in enumerate(name) if word.text.endswith(MAKERS)), default=0)
    return name[at:]


def _is_amount(figure: Figure) -> bool:
    return figure.quantity.kind is Kind.AMOUNT


def _is_count(figure: Figure) -> bool:
    return figure.quantity.kind is Kind.COUNT


def _qualified(figure: Figure, name: tuple[Word, ...]) -> tuple[Word, ...]:
    """Let a threshold that says which belong to the name: [亿元以上] 项目, [收入过亿元的] 企业."""
    before = tuple(word for word in figure.lead if name and word.end <= name[0].start)
    bare = before[:-1] if before and before[-1].tag == "uj" else before
    if not bare or not is_threshold(bare[-1]):
        return name
    measured = run_before(bare[:-1])
    measured = measured if measured and MEASURED.search(text_of(measured)) else ()
    start = (measured or bare[-1:])[0].start
    return (*(word for word in before if word.start >= start), *name)


def _level(figure: Figure) -> tuple[Word, ...]:
    """Choose between the name before the figure and the one behind it."""
    if told := _changed(figure):
        return told
    left, behind = origin_free(figure.left), _behind(figure)
    ahead = _ahead(figure, left, tallied=_is_count(figure) and not behind)
    if behind and ahead and ahead[-1].text in YEARLY:
        return (ahead[-1], *_product(behind))
    if behind and _tells_behind(figure, ahead, behind, led=left[-1:]):
        return behind
    ahead = _aimed(ahead, left)
    if ahead and (left is not figure.left or MEASURED.search(text_of(ahead))):
        return ahead
    return _behind_first(figure, ahead, behind) or ahead or _object(figure)


def _changed(figure: Figure) -> tuple[Word, ...]:
    """Return what the clause before says is changed: [低保标准]，由每人每月 800元 提高到 …."""
    from_here = bool(figure.lead) and figure.lead[0].text in FROM and figure.left == figure.lead
    before = figure.sentence.clauses[figure.clause - 1].words if figure.clause else ()
    name = run_before(strip_reach(before)) if from_here else ()
    return name if STANDARD.search(text_of(name)) or MEASURED.search(text_of(name)) else ()


def _behind(figure: Figure) -> tuple[Word, ...]:
    """Return the name behind a figure; where a change starts from has none: 由 3亿元."""
    starts = bool(figure.left) and figure.left[-1].text in FROM
    return () if starts else run_after(figure.right)


def _ahead(figure: Figure, left: tuple[Word, ...], *, tallied: bool) -> tuple[Word, ...]:
    """Return the name before a figure; a body is none, but firms that are tallied are."""
    given = bool(left) and left[-1].text == "把"
    named = () if given or figure.left_text.endswith("等") else run_before(unmoved(left))
    return named if tallied and ends_in_firm(named) else unless_name(named)


def _tells_behind(
    figure: Figure, ahead: tuple[Word, ...], behind: tuple[Word, ...], *, led: tuple[Word, ...]
) -> bool:
    """Say whether 的 lets what stands before a figure, or the figure, tell of the name behind."""
    if text_of(figure.right[:1]) == "的":
        return _tells_less(ahead, behind)
    put_in = _is_count(figure) and text_of(bodiless(ahead)) in NOMINAL
    return is_attached(figure) and (put_in or any(word.tag == "uj" for word in led))


def _tells_less(ahead: tuple[Word, ...], behind: tuple[Word, ...]) -> bool:
    """Say whether the name behind 的 is what is measured: 10亿千瓦的 [电网调节能力]."""
    if text_of(ahead) in GENERAL or MEASURED.search(text_of(ahead)):
        return text_of(ahead) in GENERAL
    acts = text_of(bodiless(ahead)) in ACTIONS or (bool(ahead) and ahead[-1].tag == "v")
    return acts or MEASURED.search(text_of(behind)) is not None


def _aimed(ahead: tuple[Word, ...], left: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what is aimed at, where a name is only that of the aim: 产值 [目标]."""
    if text_of(ahead) not in AIMS:
        return ahead
    aimed = [word for word in left if word.end <= ahead[0].start]
    return run_before(strip_reach(aimed)) or ahead


def _behind_first(
    figure: Figure, ahead: tuple[Word, ...], behind: tuple[Word, ...]
) -> tuple[Word, ...]:
    """Return what is counted, and the name behind where there is none before that is a noun."""
    attached = is_attached(figure)
    told = bool(figure.right) and is_threshold(figure.right[0])
    if behind and (attached or told) and _is_count(figure):
        return _counted(behind)
    gained = bool(figure.left) and figure.left[-1].text in GAINING
    if behind and attached and (not ahead or gained or _is_physical(figure)):
        return behind
    return () if any(map(is_nounlike, ahead)) else behind


def _counted(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the kind that is counted, without what is measured of it: 26个 [行业] 利润增长."""
    ends = (i + 1 for i, word in enumerate(words[:-1]) if COUNTED.search(word.text))
    end = next(ends, len(words))
    bare = words[:-1] if words[-1].text in BASES else words
    return words[:end] if MEASURED.search(text_of(bare)) else words


def _product(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return what a plant makes: [锂电池隔膜] 项目."""
    plant = len(words) > 1 and PLANTS.fullmatch(words[-1].text)
    return words[:-1] if plant else words


def _is_physical(figure: Figure) -> bool:
    return figure.quantity.kind is Kind.AMOUNT and not is_money(figure.quantity.unit)


def _object(figure: Figure) -> tuple[Word, ...]:
    """Fall back on the subject of the clause before, or on the verb itself (投入 50亿元)."""
    if figure.clause and not figure.left:
        return run_before(strip_reach(figure.sentence.clauses[figure.clause - 1].words))
    return ()


def _topic(figure: Figure) -> tuple[Word, ...]:
    """Return what the clause before names, where this one tells only how it moves: 开支，已由."""
    if not figure.clause or any(map(_names, figure.left)) or run_after(figure.right):
        return ()
    before = figure.sentence.clauses[figure.clause - 1].words
    if any(word.is_figure for word in before) or not any(map(_moves, figure.left)):
        return ()
    run = run_before(strip_reach(before))
    return run if MEASURED.search(text_of(run)) else ()


def _names(word: Word) -> bool:
    return is_nounlike(word) and not is_growth(word)


def _moves(word: Word) -> bool:
    return is_growth(word) or word.text in FROM


def _grown(figure: Figure) -> tuple[Word, ...]:
    """Return the name before the first growth word."""
    words = tuple(dropwhile(_opens, figure.left))
    cut = next((i for i in range(len(words)) if _changes(words[i:])), len(words))
    cut -= cut > 0 and words[cut - 1].text in ("年", "月", "季", "按年")
    name = run_before(strip_reach(words[:cut]))
    told = figure.quantity.kind in LEVELS or any(map(is_nounlike, name))
    told = told and not ADVERBS.fullmatch(text_of(words[:cut]))
    return name if told else ()


def _changes(words: tuple[Word, ...]) -> bool:
    """Say whether a word of growth comes first, and no adverb of the noun behind: 实际 使用外资."""
    adverb = words[0].text in NOT_YET and any(map(_names, words[1:]))
    return is_growth(words[0]) and not adverb


def _cut(figure: Figure) -> tuple[Word, ...]:
    """Return what is cut or raised by so much, where it stands behind: 削减 3% [经费]."""
    attached = bool(figure.right) and is_nounlike(figure.right[0])
    acted = bool(figure.left) and figure.left[-1].tag == "v" and is_growth(figure.left[-1])
    return tuple(takewhile(is_nounlike, figure.right)) if attached and acted else ()


def _opens(word: Word) -> bool:
    """Say whether a word stands before what grows: [预计 二季度] 营收."""
    return word.is_time or word.text in OPENING


def _subject(figure: Figure) -> tuple[Word, ...]:
    """Return what the clause before begins with: [签约项目] 没少，还多了 7个."""
    if not figure.clause:
        return ()
    words = figure.sentence.clauses[figure.clause - 1].words
    run = run_after(tuple(dropwhile(lambda word: word.is_time, words)))
    return () if any(word.tag.startswith("nr") for word in run) else run


def split_scope(name: str) -> tuple[str, str | None]:
    """Take the scope out of an indicator's name: 规上工业总产值 → 工业总产值, 规上."""
    found = SCOPE.search(name)
    if not found or len(found[0]) == len(name):
        return name, None
    return name[: found.start()] + name[found.end() :], found[0]
