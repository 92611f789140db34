"""What speaks against a claim's figure being the article's: named cues, each worth its weight.

    words      else_noun new_name swapped_noun …    a word that does not stand with the figure
    others     gain rival_tokens other_name member  another figure, body or list has its words
    course     by_for_level basis direction …       level for change, 环比 for 同比, up for down
    modality   done_for_plan plan_for_done …        a plan told as done
    times      time_own time_order …, and other numbers of the sentence

A claim is read like the article, word for word; nothing is guessed of it. What speaks for the
figure is that nothing speaks against it. The weights stand in `weights.toml`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import lexicon
from summarizer.analysis.words import Word
from summarizer.matching import stance
from summarizer.matching.amounts import COUNTABLE, compare, conversion
from summarizer.matching.bodies import are_one
from summarizer.matching.contexts import Cue, words
from summarizer.matching.ground import Anchor, Ground
from summarizer.matching.reasons import SUPPORTING
from summarizer.matching.source import CALENDAR, Source
from summarizer.matching.times import is_its_time, time_cue
from summarizer.matching.words import (
    CLAUSE_END,
    clause_start,
    group,
    is_joint,
    is_member,
    standing,
    stands,
    swapped,
)
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Status
from summarizer.text import Span, fold

Evidence = dict[str, float]
MOST = 2.0
"""A cue that is heard again and again is heard twice."""
LEAD = 24
ONE_CLAUSE_ON = lexicon.pattern("parts.one_clause_on")
AHEAD = frozenset({Status.PLAN, Status.TARGET, Status.FORECAST, Status.CAPACITY})
RETOLD = 0.75
"""So much of a claim without figures must stand in a sentence that it retells."""
FAR = 100
"""So many figures before and behind one are its rivals: no article of a newspaper has more."""
ABSENT = frozenset({"else", "new"})
OPPOSITES = (
    (lexicon.pattern("evidence.exports"), lexicon.pattern("evidence.imports")),
    (lexicon.pattern("evidence.each_time"), lexicon.pattern("evidence.in_all")),
)
UP, DOWN = lexicon.pattern("evidence.up"), lexicon.pattern("evidence.down")
FORMS = {
    "from": lexicon.pattern("evidence.from"),
    "by": lexicon.pattern("evidence.by"),
    "to": lexicon.pattern("evidence.to"),
}
BASES = {
    "time_before": lexicon.pattern("evidence.time_before"),
    "year_before": lexicon.pattern("evidence.year_before"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a claim: its folded text, its words, and its numbers in reading order.

    `cues` are, for each figure, the words that govern it; an English claim has no other words.
    """

    text: str
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    figures: tuple[Quantity, ...]
    cues: tuple[tuple[Cue, ...], ...]
    english: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        """The words that tell something."""
        return tuple(word.text for word in self.words if group(word))

    @property
    def others(self) -> Iterator[Quantity]:
        """The numbers that are no figures."""
        return (quantity for quantity in self.quantities if not quantity.is_figure)


def named_shares(said: Said, ground: Ground) -> tuple[float, ...]:
    """Return, for each figure of the article, how much of a claim's words stands with it."""
    tokens = said.tokens
    total = sum(map(len, tokens)) or 1
    return tuple(
        sum(len(token) * _closeness(token, ground.at(index)) for token in tokens) / total
        for index in range(len(ground.source.figures))
    )


def _closeness(token: str, anchor: Anchor) -> float:
    if stands(token, anchor.clause):
        return 1.0
    if stands(token, anchor.sentence):
        return 0.7
    return 0.25 if stands(token, anchor.carried) else 0.0


def own_figure(
    said: Said, number: int, same: Sequence[int], ground: Ground, before: int | None = None
) -> int:
    """Return which figure of those that say the same the claim's words fit best.

    The sentence that has the claim's figure before it is as good as a word.
    """
    fits, whole = _fits(said, number, ground.source)

    def close(index: int) -> tuple[float, bool]:
        anchor = ground.at(index)
        near = sum(
            0.15 * stands(token, anchor.sentence)
            + 0.1 * stands(token, anchor.segment)
            + 0.05 * stands(token, anchor.carried)
            for token in said.tokens
        )
        sentences = ground.source.contexts.sentences
        beside = before is not None and sentences[index] == sentences[before]
        return fits[index] / whole + near + 0.15 * beside, index in ground.source.body

    return max(same, key=close) if len(same) > 1 else same[0]


def _fits(said: Said, number: int, source: Source) -> tuple[dict[int, float], float]:
    """Return how well the words that govern a figure fit each of the article's, and their sum."""
    fits = source.contexts.fits(said.cues[number])
    return fits, source.contexts.weight(said.cues[number]) or 1.0


def against_figure(
    said: Said, number: int, own: int, ground: Ground, before: int | None = None
) -> Evidence:
    """Return what speaks against a figure of a claim being a figure of the article, by its index.

    `before` is the article's figure that the claim's figure before it is, if any.
    """
    source, figure, anchor = ground.source, said.figures[number], ground.at(own)
    rivals = [ground.at(index) for index in rivals_of(figure, own, source)]
    evidence: Evidence = defaultdict(float)
    fits, whole = _fits(said, number, source)
    evidence["nofit"] = 1 - min(1.0, fits[own] / whole)
    alike = {rival.index for rival in rivals}
    best = max((fit for index, fit in fits.items() if index in alike), default=0.0)
    evidence["gain"] = max(0.0, best - fits[own])
    unlike = (fit for index, fit in fits.items() if _is_unlike(figure, index, source))
    evidence["gain_other"] = max(0.0, max(unlike, default=0.0) - fits[own])
    clause = Span(clause_start(said.text, figure.start), _clause_end(said.text, figure.end))
    _hear_words(evidence, said, _governing(said, number, clause), anchor, rivals, source)
    _hear_course(evidence, said, figure, own, source)
    _hear_opposites(evidence, clause.of(said.text), anchor)
    _hear_modality(evidence, said.text[: figure.start], anchor, english=said.english)
    _hear_reading(evidence, said, clause, own, source)
    evidence["scope_dropped"] = float(_drops_scope(said, own, anchor, source))
    evidence["apart"] = float(before is not None and _are_apart(said, number, before, own, source))
    _hear_times(evidence, said, figure.start, anchor, rivals, source)
    _hear_numbers(evidence, said, clause, anchor, source)
    return evidence


def against_sentence(said: Said, ground: Ground) -> tuple[Evidence, Anchor] | None:
    """Return what speaks against a claim without figures, and the sentence most like it."""
    anchor = ground.most_like(said.tokens)
    if anchor is None:
        return None
    evidence: Evidence = defaultdict(float)
    stand = [standing(token, anchor, ground.source.text) for token in said.tokens]
    if stand.count("near") >= RETOLD * len(stand):
        words = [(at, "") for at, word in enumerate(said.words) if group(word)]
        _hear_words(evidence, said, words, anchor, [], ground.source)
        _hear_opposites(evidence, said.text, anchor)
    _hear_modality(evidence, said.text, anchor, english=said.english)
    whole = Span(0, len(said.text))
    _hear_times(evidence, said, whole.end, anchor, [], ground.source)
    _hear_numbers(evidence, said, whole, anchor, ground.source)
    return evidence, anchor


def rivals_of(figure: Quantity, own: int, source: Source) -> list[int]:
    """Return the figures of another value that could stand in the place of one, by index.

    In a long article those nearest to it.
    """
    mine = source.figures[own]
    nearest = range(max(0, own - FAR), min(len(source.figures), own + FAR + 1))
    return [
        index
        for index, other in zip(nearest, source.figures[nearest.start : nearest.stop], strict=True)
        if other.value != figure.value
        and index in source.body
        and _alike(figure, other)
        and compare(figure, other) not in SUPPORTING
        and compare(other, mine) not in SUPPORTING
    ]


def _is_unlike(figure: Quantity, index: int, source: Source) -> bool:
    """Say whether a figure of the body counts or measures, but other things than the claim's."""
    other = source.figures[index]
    both = {figure.kind, other.kind} <= COUNTABLE
    return both and index in source.body and conversion(figure.unit, other.unit) is None


def _alike(figure: Quantity, other: Quantity) -> bool:
    if figure.kind not in COUNTABLE:
        return other.kind is figure.kind
    return other.kind in COUNTABLE and conversion(figure.unit, other.unit) is not None


def _clause_end(text: str, position: int) -> int:
    mark = CLAUSE_END.search(text, position)
    return mark.start() if mark else len(text)


def _governing(said: Said, number: int, clause: Span) -> list[tuple[int, str]]:
    """Return which words govern a figure: its own, and those at the head of the claim.

    Its own stand in its clause, up to the figures beside it; where that names nothing, they reach
    back to the figure before.
    """
    figures, figure = said.figures, said.figures[number]
    since = figures[number - 1].end if number else 0
    until = figures[number + 1].start if number + 1 < len(figures) else len(said.text)
    own = Span(max(since, clause.start), min(until, clause.end))
    if not any(
        group(word) in ("noun", "name") and own.start <= word.start < own.end for word in said.words
    ):
        own = Span(since, max(own.end, figure.end))
    return [
        (at, "" if own.start <= word.start < own.end else "_head")
        for at, word in enumerate(said.words)
        if group(word) and (since <= word.start < until or word.start < figures[0].start)
    ]


def _hear_words(
    evidence: Evidence,
    said: Said,
    governing: Sequence[tuple[int, str]],
    anchor: Anchor,
    rivals: Sequence[Anchor],
    source: Source,
) -> None:
    for at, where in governing:
        word, kind = said.words[at], group(said.words[at])
        stand = standing(word.text, anchor, source.text)
        if stand in ABSENT:
            evidence[f"{stand}_{kind}{where}"] += 1
            if stand == "else" and any(stands(word.text, rival.segment) for rival in rivals):
                evidence["else_at_rival"] += 1
        if not where and not stands(word.text, anchor.sentence):
            evidence[f"swapped_{kind}"] += swapped(said.words, at, anchor, said.text)
        if kind in ("name", "noun") and not where and anchor.index is not None:
            member = is_member(word.text, anchor, said.text)
            evidence["joint" if member and is_joint(anchor) else "member"] += member
        if kind == "name" and _names_another(word, said, anchor):
            evidence["other_name" if word.text not in source.topic else "other_topic"] += 1
    own = {
        said.words[at].text
        for at, where in governing
        if not where and group(said.words[at]) != "verb"
    }
    gains = (
        sum(stands(token, rival.segment) - stands(token, anchor.segment) for token in own)
        for rival in rivals
    )
    shared = lexicon.pattern("evidence.to_each").search(anchor.sentence) is not None
    evidence["rival_tokens"] = float(not shared and max(0, max(gains, default=0)))
    nouns = [
        said.words[at].text
        for at, where in governing
        if not where and group(said.words[at]) == "noun"
    ]
    evidence["displaced"] = float(not shared and are_displaced(nouns, anchor, rivals))
    evidence["head_elsewhere"] = float(not shared and are_displaced(nouns[-1:], anchor, rivals))


def are_displaced(nouns: Sequence[str], anchor: Anchor, rivals: Sequence[Anchor]) -> bool:
    """Say whether what a figure is said to measure stands with a rival, and none of it with it."""
    if any(stands(noun, anchor.segment) for noun in nouns):
        return False
    return any(stands(noun, rival.segment) for noun in nouns for rival in rivals)


def _names_another(word: Word, said: Said, anchor: Anchor) -> bool:
    """Say whether the sentence names another body of the sort before the figure, not this one."""
    if stands(word.text, anchor.before) or all(each in anchor.sentence for each in word.text):
        return False
    names = [each.text for each in said.words if group(each) == "name"]
    return any(
        other.start < anchor.point
        and other.tag == word.tag
        and group(other) == "name"
        and other.text not in said.text
        and not any(len(set(other.text) & set(name)) > 1 for name in names)
        for other in anchor.words
    )


def _hear_course(
    evidence: Evidence, said: Said, figure: Quantity, own: int, source: Source
) -> None:
    """Hear whether the claim tells a level, a change or its base where the article does."""
    printed = source.figures[own]
    mine, theirs = form_of(said.text, figure.start), form_of(source.text, printed.start)
    if figure.kind in COUNTABLE:
        evidence["by_for_level"] = float(mine == "by" and theirs != "by")
        evidence["level_for_by"] = float(mine == "to" and theirs == "by")
    else:
        evidence["by_for_level"] = float(mine == "by" and theirs in ("to", "from"))
        evidence["level_for_by"] = float(mine in ("to", "from") and theirs == "by")
        ways = [
            stance.direction(said.text, figure.span),
            stance.direction(source.text, printed.span),
        ]
        evidence["direction"] = float(None not in ways and ways[0] != ways[1])
    evidence["from_for_to"] = float({mine, theirs} == {"from", "to"})
    bases = [_basis(said.text, figure.start), _basis(source.text, printed.start)]
    evidence["basis"] = float(None not in bases and bases[0] != bases[1])


def _hear_reading(evidence: Evidence, said: Said, clause: Span, own: int, source: Source) -> None:
    """Hear the code's own reading of the figure, for what it is worth."""
    read = source.readings.get(source.figures[own].id)
    if read is None or said.english:
        return
    if read.status in AHEAD:
        lead = said.text[: clause.end]
        plan = lexicon.pattern("evidence.plan").search(lead)
        done = lexicon.pattern("evidence.said_done").search(lead)
        evidence["read_ahead_done"] = float(done is not None and plan is None)
        evidence["read_ahead_bare"] = float(done is None and plan is None)
    owner = fold(read.ref_area or "")
    names = [word.text for word in said.words if group(word) == "name"]
    if owner and names:
        evidence["read_other_owner"] = float(
            owner not in said.text and not any(are_one(name, owner) for name in names)
        )
    pairs = words(fold(read.indicator))
    if pairs:
        shared = sum(pair in said.text for pair in pairs) / len(pairs)
        evidence["read_unlike"] = 1 - shared


def _drops_scope(said: Said, own: int, anchor: Anchor, source: Source) -> bool:
    """Say whether the article has it of so many firms of a sort, and the claim of nobody such."""
    before = source.figures[own - 1] if own else None
    if before is None or before.kind is not Kind.COUNT or before.start < anchor.span.start:
        return False
    between = source.text[before.end : source.figures[own].start]
    found = lexicon.pattern("evidence.firms_of_a_sort").match(between)
    return found is not None and before.text not in said.text and found[1] not in said.text


def _are_apart(said: Said, number: int, before: int, own: int, source: Source) -> bool:
    """Say whether a rate follows a level in the claim, but in the article another's rate does."""
    rate, level = said.figures[number], said.figures[number - 1]
    between = said.text[level.end : rate.start]
    if (
        rate.kind in COUNTABLE
        or level.kind not in COUNTABLE
        or not ONE_CLAUSE_ON.fullmatch(between)
    ):
        return False
    if stance.direction(said.text, rate.span) is None:
        return False
    sentence = source.contexts.sentences[before]
    if sentence != source.contexts.sentences[own]:
        return True
    if lexicon.pattern("evidence.to_each").search(sentence.of(source.text)):
        return False
    following = (
        index
        for index in range(before + 1, min(before + 6, len(source.figures)))
        if source.figures[index].kind is rate.kind
    )
    return next(following, own) != own


def form_of(text: str, position: int) -> str | None:
    """Say whether something changed `by` the number there, `to` it or `from` it."""
    lead = CLAUSE_END.split(text[max(0, position - LEAD) : position])[-1]
    return next((form for form, marks in FORMS.items() if marks.search(lead)), None)


def _basis(text: str, position: int) -> str | None:
    """Return what a change is said to compare with: in its own clause, or the one before."""
    for clause in reversed(CLAUSE_END.split(text[max(0, position - 40) : position])[-2:]):
        for basis, marks in BASES.items():
            if marks.search(clause):
                return basis
    return None


def _hear_opposites(evidence: Evidence, clause: str, anchor: Anchor) -> None:
    opposed = (_are_opposed(*each, clause, anchor.clause) for each in OPPOSITES)
    evidence["opposite"] = float(any(opposed))
    evidence["updown"] = float(_are_opposed(UP, DOWN, clause, anchor.clause))
    denial = lexicon.pattern("evidence.not")
    evidence["negation"] = float(
        bool(denial.search(clause)) is not bool(denial.search(anchor.clause))
    )


def _are_opposed(one: re.Pattern[str], other: re.Pattern[str], clause: str, printed: str) -> bool:
    """Say whether the one clause has only the one class of words, the other only the other."""
    said = bool(one.search(clause)), bool(other.search(clause))
    meant = bool(one.search(printed)), bool(other.search(printed))
    return said != meant and {said, meant} == {(True, False), (False, True)}


def _hear_modality(evidence: Evidence, lead: str, anchor: Anchor, *, english: bool) -> None:
    """Hear whether a plan is told as done, or what is done as a plan."""
    plans = lexicon.pattern("evidence.plan")
    says_done = lexicon.pattern("evidence.english_done" if english else "evidence.said_done")
    says_plan = lexicon.pattern("evidence.english_plan" if english else "evidence.said_plan")
    told_done = says_done.search(lead) is not None
    told_plan = says_plan.search(lead) is not None
    done = lexicon.pattern("evidence.said_done").search(anchor.sentence) is not None
    plan = plans.search(anchor.before) is not None
    evidence["done_for_plan"] = float(told_done and not told_plan and not done and plan)
    evidence["done_for_nothing"] = float(told_done and not done and not plan and not english)
    evidence["plan_dropped"] = float(plan and not (told_plan or told_done or done))
    planned = plans.search(anchor.sentence) is not None
    carried = plans.search(anchor.carried) is not None
    evidence["plan_for_done"] = float(told_plan and not planned and not carried)
    evidence["plan_for_bare"] = float(told_plan and not planned and carried)


def _hear_times(
    evidence: Evidence,
    said: Said,
    position: int,
    anchor: Anchor,
    rivals: Sequence[Anchor],
    source: Source,
) -> None:
    """Hear the times that a claim names before a figure."""
    for date in said.others:
        if date.kind in CALENDAR and date.start < position:
            _hear_time(evidence, date, anchor, rivals, source)


def _hear_numbers(
    evidence: Evidence, said: Said, reach: Span, anchor: Anchor, source: Source
) -> None:
    """Hear the ordinals, durations and names of numbers of a stretch of the claim."""
    for number in said.others:
        if number.kind in CALENDAR:
            continue
        if number.kind is Kind.DURATION and number.text in anchor.sentence:
            mine = form_of(said.text, number.start)
            theirs = form_of(anchor.sentence, anchor.sentence.find(number.text))
            evidence["by_for_level"] = max(
                evidence["by_for_level"], float(mine == "by" and theirs == "to")
            )
        elif number.text not in anchor.sentence:
            cue = _number_cue(number, anchor, source)
            if cue == "other_number" or reach.covers(number.span):
                evidence[cue] = 1.0


def _hear_time(
    evidence: Evidence, date: Quantity, anchor: Anchor, rivals: Sequence[Anchor], source: Source
) -> None:
    cue = time_cue(date, anchor, source)
    if cue:
        evidence[cue] = 1.0
    elif rivals and is_its_time(date, anchor, source):
        theirs = any(is_its_time(date, rival, source) for rival in rivals)
        evidence["time_right"] = float(not theirs)


def _number_cue(number: Quantity, anchor: Anchor, source: Source) -> str:
    """Say whether the sentence has another number of the kind (第二期 for 第三期), or none."""
    alike = (
        other
        for other in source.quantities
        if anchor.span.start <= other.start < anchor.span.end
        and (other.kind, other.unit) == (number.kind, number.unit)
        and other.value != number.value
    )
    if next(alike, None):
        return "other_number"
    return "number_carried" if number.text in anchor.carried else "number_else"


def loudest(evidence: Evidence, most: float = MOST) -> Evidence:
    """Return the cues that are heard at all, each at most so loud."""
    return {cue: min(value, most) for cue, value in evidence.items() if value}
