"""Shares and points: 产值38.5亿元，占工业总产值的31.4%；比重20.2%，比上年的18.7%提高1.5个百分点.

share        part / whole, where the article tells the whole by the name the share gives it
pp_change    two percentages and their difference in points
share_bound  a share lies between 0 and 100 %
grim         a share of a small count must be some whole number of it
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from summarizer.checks.intervals import Interval, in_percent
from summarizer.checks.parts import hardly_more
from summarizer.checks.prose import COUNTABLE, Figure, Prose, Sentence, likeness, sized
from summarizer.checks.ties import Answer, Figures, Tie, at_most, equality
from summarizer.quantity import Kind
from summarizer.report import Outcome

FELL = re.compile(r"下降|回落|降低|减少|收窄|缩小|放缓|下滑|减慢|降|跌|低")
SHARE = re.compile(
    r"(?:占|占到|占了)(?P<whole>[^，,。;；%]{0,40}?)(?:的)?(?:比重|比例|份额|总量|总额|总数)?"
    r"(?:的|为|达|达到|约|近|是|已|超过){0,3}$"
)
AGAINST = re.compile(r"(?:(?<![占同环对])比(?![重例率])|较(?![大高低快])|由|从)[^%。;；]{0,20}$")
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?=年)")
MEANT = re.compile(r"力争|争取|确保|目标|计划|预计|预期|预测|有望|达产")
HUNDRED = Decimal(100)
SHORTEST = 2


def share(prose: Prose) -> Iterator[Tie]:
    """Divide a figure by the whole it is said to be a share of."""
    for sentence, percent, named in _shares(prose):
        part = _part(sentence, percent)
        whole = _whole(named, part, sentence, prose) if part else None
        if part is None or whole is None:
            continue
        yield Tie("share", (percent, part, whole), _divided)


def shared_whole(prose: Prose) -> Iterator[Tie]:
    """Compare what has shares in one whole with it; shares may overlap."""
    parts: dict[str, list[Figure]] = defaultdict(list)
    wholes: dict[str, Figure] = {}
    for tie in share(prose):
        _, part, whole = tie.figures
        wholes[whole.id] = whole
        parts[whole.id].append(part)
    for id, found in parts.items():  # noqa: A001 - the field's name
        if len(found) > 1:
            yield Tie("sub_sum", (wholes[id], *found), hardly_more)


def _divided(figures: Figures) -> Answer:
    percent, part, whole = figures
    computed = (part.allowed / whole.allowed).scaled(HUNDRED)
    formula = f"{part.text} ÷ {whole.text} = {percent.text}"
    result = Outcome.MISMATCH
    if percent.allowed.meets(computed):
        exact = in_percent(part.value, whole.value, percent.quantity.decimals) == percent.value
        result = Outcome.EXACT if exact and percent.is_exact() else Outcome.ROUNDING
    return Answer(result, formula)


def _shares(prose: Prose) -> Iterator[tuple[Sentence, Figure, str]]:
    """Yield each share with its sentence and the name of its whole."""
    for sentence in prose.sentences:
        for figure in sentence.figures:
            match = SHARE.search(sentence.upto(figure)[-60:])
            if figure.quantity.kind is Kind.PERCENT and match:
                yield sentence, figure, match.group("whole")


def _part(sentence: Sentence, percent: Figure) -> Figure | None:
    """Return the figure that the share is about: the last countable one before it."""
    before = [
        figure
        for figure in sentence.figures
        if figure.quantity.end <= percent.quantity.start and figure.quantity.kind in COUNTABLE
    ]
    return before[-1] if before and before[-1].value > 0 else None


def _whole(named: str, part: Figure, sentence: Sentence, prose: Prose) -> Figure | None:
    """Return the figure whose words are the name of the whole, or None if none surely is.

    A target is no whole of what has come true, nor is the figure of another year.
    """
    if len(named) < SHORTEST:
        return None
    known = [
        figure
        for other in prose.sentences
        if _same_footing(other, sentence)
        for figure in other.figures
        if figure.is_like(part) and figure.id != part.id and _is_named(figure, named)
    ]
    return known[0] if len({figure.value for figure in known}) == 1 else None


def _is_named(figure: Figure, name: str) -> bool:
    """Say whether the words before a figure are a name, perhaps in another order."""
    said = figure.before[-len(name) - 2 :]
    return (
        set(name) <= set(figure.before)
        and likeness(name, figure.before) * 2 >= 1
        and likeness(said, name) * 2 >= 1
    )


def _same_footing(sentence: Sentence, other: Sentence) -> bool:
    """Say whether both tell of facts or both of plans, and of no different years."""
    years, others = set(YEAR.findall(sentence.text)), set(YEAR.findall(other.text))
    if years and others and not years & others:
        return False
    return bool(MEANT.search(sentence.text)) == bool(MEANT.search(other.text))


def pp_change(prose: Prose) -> Iterator[Tie]:
    """Subtract the two percentages that a change in points lies between."""
    for sentence in prose.sentences:
        for index, change in enumerate(sentence.figures):
            if change.quantity.kind is not Kind.PERCENTAGE_POINT or index < 2:  # noqa: PLR2004
                continue
            ends = _compared(sentence, *sentence.figures[index - 2 : index])
            if ends:
                falls = change.value < 0 or FELL.search(change.before) is not None
                yield Tie("pp_change", (change, *ends), _fallen if falls else _risen)


def _compared(sentence: Sentence, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """Return what 比, 较, 由 or 从 sets a percentage against, and that percentage."""
    if {first.quantity.kind, second.quantity.kind} != {Kind.PERCENT}:
        return None
    if AGAINST.search(sentence.upto(first)[-22:]):
        return first, second
    return (second, first) if AGAINST.search(sentence.upto(second)[-22:]) else None


def _risen(figures: Figures) -> Answer:
    change, base, level = figures
    return _subtracted(change, level, base)


def _fallen(figures: Figures) -> Answer:
    change, base, level = figures
    return _subtracted(change, base, level)


def _subtracted(change: Figure, more: Figure, less: Figure) -> Answer:
    """Subtract; the change is told without its sign, which its word (提高, 回落) has."""
    size = sized(change)
    result = equality(size, more.allowed - less.allowed, more.value - less.value)
    return Answer(result, f"{more.text} - {less.text} = {change.text}")


def share_bound(prose: Prose) -> Iterator[Tie]:
    """Refute a share of more than the whole."""
    for _, figure, _ in _shares(prose):
        if _is_over_all((figure,)).result is Outcome.MISMATCH:
            yield Tie("share_bound", (figure,), _is_over_all)


def _is_over_all(figures: Figures) -> Answer:
    result = at_most(figures[0].allowed, Interval(HUNDRED, HUNDRED))
    return Answer(result, f"{figures[0].text} ≤ 100%")


def grim(prose: Prose) -> Iterator[Tie]:
    """Look for the whole number of a small count that a printed share can be."""
    for sentence, percent, _ in _shares(prose):
        whole = _counted_whole(sentence, percent)
        if whole is not None and not _reachable(percent, whole):
            yield Tie("grim", (percent, whole), _counted)


def _counted(figures: Figures) -> Answer:
    percent, whole = figures
    formula = f"k ÷ {whole.text} = {percent.text}"
    if _reachable(percent, whole):
        return Answer(Outcome.ROUNDING, formula)
    return Answer(Outcome.REVIEW, formula, "没有整数k能得到这个比例。")


def _counted_whole(sentence: Sentence, percent: Figure) -> Figure | None:
    """Return the exact count right before 占比, where no other figure comes between."""
    part = _part(sentence, percent)
    if part is None or part.quantity.kind is not Kind.COUNT or not part.is_exact():
        return None
    limit = 10 ** (percent.quantity.decimals + 2)
    said = sentence.between(part, percent)
    return part if part.value < limit and re.match(r"[^，,]{0,6}中[，,]?", said) else None


def _reachable(percent: Figure, whole: Figure) -> bool:
    count = int(whole.value)
    near = int(percent.value * count / HUNDRED)
    return any(
        percent.allowed.meets(Interval(exact, exact))
        for exact in (Decimal(k) / count * HUNDRED for k in (near, near + 1))
    )
