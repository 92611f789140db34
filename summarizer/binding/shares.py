"""What a share and a rank are of.

[新能源汽车] 占 [总销量] 的 21%          one of the other
[研发投入] 不低于 [营收] 的 8%           the same, without 占
60% 的 [照明企业]                      of what stands behind
[产量] 居全省第一                       what is ranked
"""

from collections.abc import Sequence

from summarizer.analysis.figures import Figure
from summarizer.analysis.noun_phrases import (
    is_nounlike,
    run_after,
    run_before,
    strip_reach,
    text_of,
)
from summarizer.analysis.words import Word
from summarizer.binding.ellipsis import Phrase, carried
from summarizer.binding.spans import FROM, MEASURED, PORTIONS, origin_free, unless_name, unmoved
from summarizer.lexicon import pattern, word_set
from summarizer.summary import Measure

REACHED, RANKING = word_set("verbs.reached"), pattern("verbs.ranks")
PREDICATE = 14
"""Characters of a clause that may serve as a name."""


def share_of(figure: Figure, before: Phrase | None) -> Phrase:
    """Return what a share is a share of, by 占, by a bound, or by what stands behind it."""
    words = figure.left
    at = next((i for i, w in enumerate(words) if _takes_part(words, i)), None)
    if at is not None:
        named = carried(run_before(strip_reach(words[:at])), Measure.SHARE, before)
        return Phrase(named.name, Measure.SHARE, _whole(words[at + 1 :]), named.inherited)
    of = _measured_by(words)
    if of:
        return of
    told = run_before(unmoved(origin_free(words)))
    name = unless_name(told)
    origin = any(word.text in FROM for word in words)
    behind = () if origin and name else run_after(figure.right)
    begins = figure.right and (figure.right[0].tag == "uj" or is_nounlike(figure.right[0]))
    if behind and begins and not (name and MEASURED.search(text_of(name))):
        return Phrase(_told(behind, figure.right), Measure.SHARE)
    place = bool(told) and not name
    return carried(name, _like_before(before) if place else Measure.SHARE, before)


def _like_before(before: Phrase | None) -> Measure:
    """Say what a rate of a place is, that is told like those before: 泰国 增长 2%，日本为 [5%]."""
    grown = before is not None and before.measure is Measure.GROWTH
    return Measure.GROWTH if grown else Measure.SHARE


def _measured_by(words: Sequence[Word]) -> Phrase | None:
    """Read 研发投入 不低于 营收的 8%: the share that one has of the other."""
    at = next((i for i, word in enumerate(words) if word.text in REACHED), 0)
    name, whole = run_before(strip_reach(words[:at])), _whole(words[at + 1 :])
    if not (at and words[-1].tag == "uj" and name and any(map(is_nounlike, whole))):
        return None
    return Phrase(name, Measure.SHARE, whole)


def _told(behind: tuple[Word, ...], right: tuple[Word, ...]) -> tuple[Word, ...]:
    """Let a name of one character say what is told of it: 三成的 [县实现了当日达]."""
    told = tuple(word for word in right if word.start >= behind[0].start)
    short = len(text_of(behind)) == 1 and len(text_of(told)) <= PREDICATE
    return told if short else behind


def _takes_part(words: Sequence[Word], at: int) -> bool:
    """Say whether 占 is a verb here: not in 占地, 占比."""
    after = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].text in ("占", "占到", "占了", "约占", "占据") and after not in ("比", "地")


def _whole(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return what a share is of: the words behind 占, without 了 before and 的比重 behind."""
    end = next((i for i, w in enumerate(words) if w.text in PORTIONS), len(words))
    start = next((i for i, w in enumerate(words) if w.text != "了"), 0)
    return strip_reach(words[start:end])


def rank_of(figure: Figure, before: Phrase | None) -> Phrase:
    """Return what is ranked, or in what; else what was named before, or the ranking verb."""
    words = figure.left
    cut = next((i for i, w in enumerate(words) if RANKING.match(w.text)), len(words))
    name = unless_name(run_before(strip_reach(words[:cut]))) or _contest(figure)
    if not name and before and figure.clause:
        return Phrase(before.name, Measure.RANK, inherited=True)
    return Phrase(name or tuple(words[cut : cut + 1]), Measure.RANK)


def _contest(figure: Figure) -> tuple[Word, ...]:
    """Return what one ranks in: 在 [项目拉练] 中."""
    clauses = figure.sentence.clauses[: figure.clause]
    for words in (figure.lead, *(clause.words for clause in reversed(clauses))):
        end = next((i for i, w in enumerate(words) if w.text in ("中", "上", "里")), None)
        if end and any(w.text == "在" for w in words[:end]):
            return run_before(words[:end])
    return ()
