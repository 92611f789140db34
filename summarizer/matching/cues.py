"""What speaks against a claim's figure being the article's: named cues, each worth its weight.

    words      else_noun new_name swapped_noun …    a word that does not stand with the figure
    others     gain rival_tokens other_name member  another figure, body or list has its words
    course     by_for_level basis direction …       level for change, 环比 for 同比, up for down
    modality   done_for_plan plan_for_done …        a plan told as done
    times      time_own time_order …, and other numbers of the sentence

A claim is read like the article, word for word; nothing is guessed of it. What speaks for the
figure is that nothing speaks against it. The weights stand in `weights.toml`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer import lexicon
from summarizer.analysis.words import Word
from summarizer.matching import modality
from summarizer.matching.amounts import COUNTABLE, compare, conversion
from summarizer.matching.contexts import Cue, unchanging, words
from summarizer.matching.course import form_of, hear_course, hear_modality, hear_opposites
from summarizer.matching.ground import Anchor, Ground
from summarizer.matching.hearing import hear_period, hear_reading
from summarizer.matching.reasons import SUPPORTING
from summarizer.matching.source import CALENDAR, Source
from summarizer.matching.times import is_base, is_its_time, may_be_one, time_cue, times_in
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
from summarizer.text import Span

Evidence = dict[str, float]
MOST = 2.0
"""A cue that is heard again and again is heard twice."""
LEAD = 24
HEAD = 8
"""So many pairs of characters before a figure may name it."""
LEAST_GAIN = 0.1
NEARLY_ALL = 0.9
GOAL_BEHIND = 10
WHOLE = lexicon.pattern("evidence.share_of")
BARE = lexicon.pattern("evidence.computing")
ONE_CLAUSE_ON = lexicon.pattern("parts.one_clause_on")
RETOLD = 0.75
"""So much of a claim without figures must stand in a sentence that it retells."""
FAR = 100
"""So many figures before and behind one are its rivals: no article of a newspaper has more."""
ABSENT = frozenset({"else", "new"})


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


def own_figure(
    said: Said, number: int, same: Sequence[int], ground: Ground, before: int | None = None
) -> int:
    """Return which figure of those that say the same the claim's words fit best.

    The sentence that has the claim's figure before it is as good as a word.
    """
    source = ground.source
    fits, whole = _fits(said, number, source)

    def close(index: int) -> tuple[float, bool]:
        anchor = ground.at(index)
        near = sum(
            0.15 * stands(token, anchor.sentence)
            + 0.1 * stands(token, anchor.segment)
            + 0.05 * stands(token, anchor.carried)
            for token in said.tokens
        )
        sentences = source.contexts.sentences
        beside = before is not None and sentences[index] == sentences[before]
        near += 0.1 * (source.figures[index].text == said.figures[number].text)
        return fits[index] / whole + near + 0.15 * beside, index in source.body

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
    unlike = (fit for index, fit in fits.items() if is_unlike(figure, index, source))
    evidence["gain_other"] = max(0.0, max(unlike, default=0.0) - fits[own])
    clause = Span(clause_start(said.text, figure.start), _clause_end(said.text, figure.end))
    _hear_words(evidence, said, _governing(said, number, clause), anchor, rivals, source)
    evidence["gain_share"] = evidence["gain"] / whole
    evidence["second"] = float(best > fits[own] + LEAST_GAIN)
    beside = [index for index in alike if _are_near(index, own, source)]
    near = max((fits[index] for index in beside if index is not None), default=0.0)
    evidence["second_near"] = float(near > fits[own] + LEAST_GAIN)
    if before is not None:
        evidence["crossed"] = float(_are_crossed(said, number, before, own, source))
    evidence["goal_dropped"] = float(_is_only_a_goal(said.text, source.figures[own], source))
    _hear_head(evidence, said, figure, anchor, rivals)
    evidence |= hear_course(said.text, figure, own, source)
    evidence |= hear_opposites(clause.of(said.text), anchor)
    evidence |= hear_modality(said.text[: figure.start], anchor, english=said.english)
    if not said.english:
        evidence |= hear_reading(said.text, said.text[: clause.end], said.words, anchor, source)
    elsewhere = evidence["head_elsewhere"] and evidence["read_unlike"] >= NEARLY_ALL
    evidence["other_indicator"] = float(bool(elsewhere))
    evidence["whole_elsewhere"] = float(_has_another_whole(said.text, figure, anchor))
    evidence["other_whole"] = float(_tells_another_whole(said.text, figure, anchor, source))
    evidence["scope_added"] = float(_adds_a_scope(clause.of(said.text), anchor))
    evidence["scope_dropped"] = float(_drops_scope(said, own, anchor, source))
    if before is not None:
        apart = _are_apart(said, number, before, own, source)
        evidence["apart"] = float(apart)
        evidence["together"] = float(not apart and _are_near(before, own, source))
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
        evidence |= hear_opposites(said.text, anchor)
        evidence |= against_place(said, ground)
    evidence |= hear_modality(said.text, anchor, english=said.english)
    whole = Span(0, len(said.text))
    _hear_times(evidence, said, whole.end, anchor, [], ground.source)
    _hear_numbers(evidence, said, whole, anchor, ground.source)
    return evidence, anchor


def against_place(said: Said, ground: Ground) -> Evidence:
    """Return what speaks against the days, hours and lengths of time of a claim without figures.

    Its words must stand with them, and not with others of the kind.
    """
    evidence: Evidence = defaultdict(float)
    told = [word.text for word in said.words if group(word) in ("name", "noun", "verb")]
    for number in said.others:
        alike = [each for each in ground.source.quantities if _is_of_the_sort(each, number)]
        same = [ground.beside(each) for each in alike if _is_the_same(each, number)]
        if not same or not told:
            continue
        own = max(same, key=lambda each: _count(told, each.sentence) + _count(told, each.clause))
        others = [ground.beside(each) for each in alike if not _is_the_same(each, number)]
        best = max((_count(told, each.clause) for each in others), default=0)
        evidence["place_far"] = max(evidence["place_far"], 1 - _count(told, own.clause) / len(told))
        evidence["place_rival"] = max(
            evidence["place_rival"], float(best > _count(told, own.clause))
        )
    return evidence


def _is_of_the_sort(printed: Quantity, number: Quantity) -> bool:
    if number.kind in CALENDAR:
        return printed.kind in CALENDAR
    return (printed.kind, printed.unit) == (number.kind, number.unit)


def _is_the_same(printed: Quantity, number: Quantity) -> bool:
    if number.kind in CALENDAR and number.time_period and printed.time_period:
        return printed.time_period == number.time_period
    return printed.text == number.text


def _count(words: Sequence[str], text: str) -> int:
    return sum(stands(word, text) for word in words)


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


def is_unlike(figure: Quantity, index: int, source: Source) -> bool:
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
            name = "swapped_new" if stand == "new" else f"swapped_{kind}"
            evidence[name] += swapped(said.words, at, anchor, said.text)
        if kind in ("name", "noun"):
            _hear_body(evidence, said, (at, where), anchor, source)
    _hear_rivals(evidence, said, [at for at, where in governing if not where], anchor, rivals)


def _hear_body(
    evidence: Evidence, said: Said, governing: tuple[int, str], anchor: Anchor, source: Source
) -> None:
    """Hear whether a name or noun is only one of a list, or another name has the figure."""
    word, where = said.words[governing[0]], governing[1]
    if not where and anchor.index is not None:
        member = is_member(word.text, anchor, said.text)
        evidence["joint" if member and is_joint(anchor) else "member"] += member
    if group(word) != "name":
        return
    if not where:
        evidence["other_leads"] += _another_leads(word, said, anchor)
    if _names_another(word, said, anchor):
        evidence["other_name" if word.text not in source.topic else "other_topic"] += 1


def _hear_rivals(
    evidence: Evidence, said: Said, own: Sequence[int], anchor: Anchor, rivals: Sequence[Anchor]
) -> None:
    """Hear whether a figure's own words, each by its place in the claim, stand with a rival."""
    tokens = {said.words[at].text for at in own if group(said.words[at]) != "verb"}
    gains = (
        sum(stands(token, rival.segment) - stands(token, anchor.segment) for token in tokens)
        for rival in rivals
    )
    shared = lexicon.pattern("evidence.to_each").search(anchor.sentence) is not None
    evidence["rival_tokens"] = float(not shared and max(0, max(gains, default=0)))
    nouns = [said.words[at].text for at in own if group(said.words[at]) == "noun"]
    evidence["displaced"] = float(not shared and are_displaced(nouns, anchor, rivals))
    evidence["head_elsewhere"] = float(not shared and are_displaced(nouns[-1:], anchor, rivals))


def are_displaced(nouns: Sequence[str], anchor: Anchor, rivals: Sequence[Anchor]) -> bool:
    """Say whether what a figure is said to measure stands with a rival, and none of it with it."""
    if any(stands(noun, anchor.segment) for noun in nouns):
        return False
    return any(stands(noun, rival.segment) for noun in nouns for rival in rivals)


def _another_leads(word: Word, said: Said, anchor: Anchor) -> bool:
    """Say whether another body of the sort leads the clause of the figure: 甲92亿元;乙101亿元."""
    start = clause_start(anchor.sentence, anchor.point - anchor.span.start) + anchor.span.start
    first = next((each for each in anchor.words if each.start >= start and group(each)), None)
    if first is None or first.start >= anchor.point or stands(word.text, anchor.clause):
        return False
    return first.tag == word.tag and group(first) == "name" and first.text not in said.text


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


def _are_near(index: int | None, own: int, source: Source) -> bool:
    """Say whether two figures stand in one sentence."""
    sentences = source.contexts.sentences
    return index is not None and sentences[index] == sentences[own]


def _are_crossed(said: Said, number: int, before: int, own: int, source: Source) -> bool:
    """Say whether two figures of a claim fit each other's places better than their own."""
    if before == own or not _alike(said.figures[number], source.figures[before]):
        return False
    first, second = (source.contexts.fits(said.cues[at]) for at in (number - 1, number))
    straight = first[before] + second[own]
    return first[own] + second[before] > straight + LEAST_GAIN


def _is_only_a_goal(claim: str, figure: Quantity, source: Source) -> bool:
    """Say whether the article has it as a task or a goal (60亿元采购任务), the claim as neither."""
    goal = lexicon.pattern("evidence.goal")
    behind = source.text[figure.end : figure.end + GOAL_BEHIND]
    found = goal.search(CLAUSE_END.split(behind)[0])
    return found is not None and goal.search(claim) is None


def _is_only_compared(date: Quantity, text: str) -> bool:
    """Say whether a time is what a claim compares with, or reckons from: 比上月, 去年起."""
    compared = lexicon.pattern("evidence.compared_with").search(text[: date.start])
    return bool(compared or lexicon.pattern("evidence.reckoned_from").match(text, date.end))


def _hear_head(
    evidence: Evidence, said: Said, figure: Quantity, anchor: Anchor, rivals: Sequence[Anchor]
) -> None:
    """Hear whether the words right before a figure stand with it, or rather with a rival."""
    head = _head(said, figure)
    if not head:
        return
    own = _share(head, anchor.segment)
    evidence["head_far"] = 1 - _share(head, anchor.clause)
    evidence["head_new"] = 1 - _share(head, anchor.sentence + anchor.carried)
    rival = max((_share(head, each.segment) for each in rivals), default=0.0)
    evidence["head_rival"] = max(0.0, rival - own)


def _head(said: Said, figure: Quantity) -> tuple[str, ...]:
    """Return the pairs of characters that stand right before a figure and may name it."""
    numbers = [each.end for each in said.quantities if each.end <= figure.start]
    start = max(clause_start(said.text, figure.start), max(numbers, default=0))
    pairs = words(BARE.sub("|", unchanging(said.text[start : figure.start])))
    return pairs[-HEAD:]


def _share(pairs: Sequence[str], text: str) -> float:
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


def _has_another_whole(text: str, figure: Quantity, anchor: Anchor) -> bool:
    """Say whether the claim makes it a share of what the article's sentence does not speak of."""
    told = WHOLE.search(text[max(0, figure.start - LEAD) : figure.start])
    if told is None or figure.kind is not Kind.PERCENT:
        return False
    pairs = words(told["whole"])
    return bool(pairs) and 2 * sum(pair in anchor.sentence for pair in pairs) < len(pairs)


def _drops_scope(said: Said, own: int, anchor: Anchor, source: Source) -> bool:
    """Say whether the article has it of so many firms of a sort, and the claim of nobody such."""
    before = source.figures[own - 1] if own else None
    if before is None or before.kind is not Kind.COUNT or before.start < anchor.span.start:
        return False
    between = source.text[before.end : source.figures[own].start]
    found = lexicon.pattern("evidence.firms_of_a_sort").match(between)
    return found is not None and before.text not in said.text and found[1] not in said.text


def _tells_another_whole(text: str, figure: Quantity, anchor: Anchor, source: Source) -> bool:
    """Say whether the article makes it a share of something, and the claim of something else."""
    told = WHOLE.search(text[max(0, figure.start - LEAD) : figure.start])
    meant = WHOLE.search(source.text[max(0, anchor.point - LEAD) : anchor.point])
    if told is None or meant is None:
        return False
    mine, theirs = set(words(told["whole"])), set(words(meant["whole"]))
    return bool(mine - theirs) and bool(theirs - mine)


def _adds_a_scope(clause: str, anchor: Anchor) -> bool:
    """Say whether the claim speaks of the whole country or city where nothing here does."""
    here = anchor.before + anchor.clause + anchor.carried
    scopes = lexicon.pattern("evidence.scopes").findall(clause)
    return any(scope not in here for scope in scopes)


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
    if modality.direction(said.text, rate.span) is None:
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


def _hear_times(
    evidence: Evidence,
    said: Said,
    position: int,
    anchor: Anchor,
    rivals: Sequence[Anchor],
    source: Source,
) -> None:
    """Hear the times that a claim names before a figure."""
    dates = [each for each in said.others if each.kind in CALENDAR and each.start < position]
    for date in dates:
        _hear_time(evidence, date, anchor, rivals, source)
    evidence["other_base"] = float(_has_another_base(said, position, anchor, source))
    held = [each for each in dates if not _is_only_compared(each, said.text)]
    if held and anchor.index is not None:
        heard = hear_period(held[-1], anchor.index, source)
        meant = source.times.get(source.figures[anchor.index].id)
        here = any(each.time_period == meant for each in times_in(anchor, source))
        evidence |= heard
        evidence["period_part_here"] = float(here and "period_part" in heard)


def _has_another_base(said: Said, position: int, anchor: Anchor, source: Source) -> bool:
    """Say whether claim and article compare a figure with times that share no day."""
    mine = [each for each in said.others if each.kind in CALENDAR and each.start < position]
    told = [each for each in mine if is_base(each, said.text)]
    meant = [each for each in times_in(anchor, source) if is_base(each, source.text)]
    return bool(told and meant) and not any(may_be_one(told[-1], each) for each in meant)


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
            is_told = number.text in source.text and reach.covers(number.span)
            if cue == "other_number" or is_told:
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
