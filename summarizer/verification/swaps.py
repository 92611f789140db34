"""Numbers in each other's place: the value is the article's, but of something else.

    printed    规上工业企业4户，限上商贸企业9户，产值17.4亿元，增长53.9%
    claimed    规上工业企业9户                     9户 is there, but the words fit 4户 better
    claimed    限上商贸企业4户                     nor is 4户 read for that
    claimed    产值17.4亿元，增长12.5%             that level has another rate
    claimed    产值9户                             nothing of that name is counted in 户

A rival must be able to stand where the claim has its number (a fact for a fact, a rise for a
rise), tell another value, fit clearly better, and meet no right of the figure to its place.
Headlines are no rivals: they tell again, and roughly, what the text tells.
"""

from collections.abc import Sequence
from itertools import chain

from summarizer.lexicon import pattern
from summarizer.quantity import Quantity
from summarizer.summary import Measure
from summarizer.matching import stance
from summarizer.matching.amounts import COUNTABLE, compare, conversion
from summarizer.matching.contexts import Fits, in_a_name, words
from summarizer.verification.dimensions import is_measured_so
from summarizer.verification.readings import (
    CHANGES,
    Saying,
    are_of_a_kind,
    is_read_barely,
    is_read_in_full,
    is_read_of_a_part,
    is_read_of_another,
    names,
    shared,
    speaks_of,
    title_of,
)
from summarizer.matching.reasons import SUPPORTING, Reason
from summarizer.verification.rights import is_cleared
from summarizer.matching.source import Source
from summarizer.matching.stance import Stance
from summarizer.verification.wording import Language, Statement

CLEARLY = 0.35
"""How much better, in telling words, a rival must fit before a number is called misplaced."""
FAR_CRY = 0.6
"""The same for a rival of another unit, and for rates, whose indicator stands further off."""
TRANSLATED = 0.4
"""The same for a claim in English, whose words are looked up one by one."""
THE_SAME, APART = 0.8, 0.5
"""How much of its name a rival's reading must share with the claim's, and the figure's own less."""
MOST_BETWEEN = 8
"""So many figures after a level its rate may stand, as 分别 shares them out."""
SHARED = pattern("measures.shared")
TOLD_ROUGHLY = frozenset({*SUPPORTING, Reason.MODIFIER_DROPPED, Reason.MODIFIER_ADDED})


def meant_instead(
    saying: Saying,
    own: Quantity,
    fits: Fits,
    statement: Statement,
    source: Source,
) -> Quantity | None:
    """Return the figure of another value whose words fit the claim clearly better, if any."""
    claimed = saying.figure
    if in_a_name(claimed, statement.text) or source.index(own) not in source.body:
        return None
    best = fits[source.figures.index(own)]
    rivals = [
        (fits[index], index)
        for index, printed in enumerate(source.figures)
        if fits[index] > best + CLEARLY
        and index in source.body
        and compare(claimed, printed) not in SUPPORTING
        and printed.value != claimed.value
        and _is_clear(claimed, printed, fits[index], best, statement.language)
        and not _are_neighbours(printed, own, source)
        and compare(printed, own) not in TOLD_ROUGHLY
        and _same_way(claimed, printed, statement, source)
        and not is_cleared(saying, own, printed, source)
    ]
    return source.figures[max(rivals)[1]] if rivals else None


def _is_clear(
    claimed: Quantity, printed: Quantity, fit: float, own: float, language: Language
) -> bool:
    """Say whether a rival of this sort fits so much better that it must be meant."""
    countable = printed.kind in COUNTABLE and claimed.kind in COUNTABLE
    alike = printed.kind is claimed.kind and conversion(claimed.unit, printed.unit) == 1
    if alike and countable:
        return language == "zh" or fit > own + TRANSLATED
    if language == "en":
        return False
    return fit > own + FAR_CRY if alike else countable and fit > 1.5 * own + FAR_CRY


def _are_neighbours(printed: Quantity, own: Quantity, source: Source) -> bool:
    """Say whether two figures share one clause and so its words: 17户企业产值38.5亿元."""
    first, second = sorted((printed, own), key=lambda figure: figure.start)
    return own.unit != printed.unit and source.clause(second).covers(first.span)


def _same_way(claimed: Quantity, printed: Quantity, statement: Statement, source: Source) -> bool:
    """Say whether a claim can be about a figure: a fact is no plan, a rise no fall."""
    if claimed.kind in COUNTABLE:
        meant = stance.stance_of(source.text, printed.span) is Stance.MEANT
        return not meant or stance.mentions_intent(statement.text)
    said = stance.direction(statement.text, claimed.span)
    told = stance.direction(source.text, printed.span)
    return None in (said, told) or said == told


def read_instead(saying: Saying, own: Sequence[Quantity], source: Source) -> Quantity | None:
    """Return the figure of another value that the article gives to what the claim says, if any.

    `own` are the figures that the claimed one agrees with. A rival is read for what the claim says
    where they clearly are not; or for all of it, where they are only for a part or of another.
    """
    shared_words = (word for name in saying.names for word in words(name))
    read = ((names(saying, each, source), each) for each in source.read_with(shared_words))
    alike = [(named, figure) for named, figure in read if named >= THE_SAME]
    if not alike:
        return None
    best = max(speaks_of(saying, each, source) for each in own)
    a_part = all(is_read_of_a_part(saying, each, source) for each in own)
    another = all(is_read_of_another(saying, each, source) for each in own)
    rivals = [
        (named, figure.start, figure)
        for named, figure in alike
        if (
            named - best >= APART
            or (a_part and _is_the_whole(saying, figure, source))
            or (another and is_read_in_full(saying, figure, source))
        )
        and compare(saying.figure, figure) not in TOLD_ROUGHLY
        and are_of_a_kind(saying, figure, source)
        and not any(is_cleared(saying, each, figure, source) for each in own)
    ]
    return max(rivals)[2] if rivals else None


def _is_the_whole(saying: Saying, rival: Quantity, source: Source) -> bool:
    """Say whether a rival of the unit is read for just the claim's indicator."""
    alike = rival.kind in COUNTABLE and rival.unit == saying.figure.unit
    return alike and is_read_barely(saying, rival, source)


def rate_instead(rate: Quantity, level: Quantity | None, source: Source) -> Quantity | None:
    """Return the rate that the article tells of a claimed level, if the claim tells another."""
    levels = [each for each in source.figures if level and compare(level, each) in SUPPORTING]
    told = [_rates_of(each, rate, source) for each in levels]
    if not all(told) or any(compare(rate, each) in TOLD_ROUGHLY for each in chain(*told)):
        return None
    return next(chain(*told), None)


def _rates_of(level: Quantity, rate: Quantity, source: Source) -> list[Quantity]:
    """Return the rates of a kind that a level's sentence gives to what it measures."""
    own, at = source.readings.get(level.id), (source.index(level) or 0) + 1
    return [
        each
        for each in source.figures[at : at + MOST_BETWEEN]
        if own
        and each.kind is rate.kind
        and source.sentence(each) == source.sentence(level)
        and (read := source.readings.get(each.id))
        and read.measure in CHANGES
        and title_of(read) == title_of(own)
    ]


def is_out_of_place(saying: Saying, own: Sequence[Quantity], source: Source) -> bool:
    """Say whether an indicator cannot be told in this unit, and no figure of it is read for it."""
    named = not saying.noun and any(name in saying.lead for name in saying.names)
    change = _may_be_in_per_cent(saying)
    fits = (is_measured_so(name, saying.figure, change=change) for name in saying.names)
    if not named or any(fits):
        return False
    return all(shared(saying, figure, source) < APART for figure in own)


def _may_be_in_per_cent(saying: Saying) -> bool:
    """Say whether a claim tells a change or a share, which of anything may be in per cent."""
    measure = saying.row.measure if saying.row else None
    if measure is Measure.SHARE and not saying.tabular:
        return SHARED.search(saying.lead) is not None
    return measure is not Measure.LEVEL
