"""Shares: 产值38.5亿元，占工业总产值的31.4%.

share        part / whole, where the article tells the whole by the name the share gives it, or in
             the share itself (占总投资189亿元的59%), or where 其中 sets the part against it
sum_parts    parts whose shares make up 100 % make up the whole
sub_sum      parts with shares in one whole, which may overlap, do not exceed it
share_bound  a share lies between 0 and 100 %
grim         a share of a small count must be some whole number of it
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from summarizer.checks.intervals import HUNDRED, Interval, in_percent, total
from summarizer.checks.parts import complete, divisions
from summarizer.checks.prose import COUNTABLE, HEAD, MEANT, Prose, Statement, Term, likeness
from summarizer.checks.sums import doubted, hardly_more, perhaps_all
from summarizer.checks.ties import Answer, Terms, Tie, at_most, equality
from summarizer.lexicon import pattern
from summarizer.quantity import Kind
from summarizer.report import Outcome

SHARE = pattern("parts.share")
OF_WHOLE = pattern("parts.of_whole")
INSIDE = pattern("parts.inside")
BARE = pattern("parts.bare_share")
OWN_SHARE = pattern("parts.own_share")
NAME = pattern("parts.no_name")
PLANNED = pattern("parts.planned")
OWN = pattern("parts.own")
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?=年)")
SHORTEST = 2


def share(prose: Prose) -> Iterator[Tie]:
    """Divide a figure by the whole it is said to be a share of; add up shares of one whole."""
    named = tuple(_named(prose))
    found = (*named, *_inside(prose), *_set_against(prose, named))
    yield from found
    yield from _together(prose, found)


def _together(prose: Prose, shares: Sequence[Tie]) -> Iterator[Tie]:
    """Compare what one paragraph gives shares in one whole with it."""
    told = {f.id: each.paragraph for each in prose.sentences for f in each.figures}
    groups: dict[tuple[str, int, str], list[Tie]] = defaultdict(list)
    for tie in shares:
        _, part, whole = tie.figures
        groups[whole.id, told[part.id], part.head].append(tie)
    for ties in groups.values():
        parts = {tie.figures[1].id: tie.figures[1] for tie in ties}
        figures = (ties[0].figures[2], *parts.values())
        if len(parts) > 1:
            yield Tie("sub_sum", figures, hardly_more)
        if len(parts) == len(ties) > 1 and _make_up_all(ties):
            yield Tie("sum_parts", figures, perhaps_all)


def _make_up_all(ties: Sequence[Tie]) -> bool:
    added = total(tie.figures[0].allowed for tie in ties)
    return added.meets(Interval(HUNDRED, HUNDRED))


def _named(prose: Prose) -> Iterator[Tie]:
    """Yield the shares of a whole that is told elsewhere by its name."""
    for sentence, percent, named in _shares(prose):
        part = _part(sentence, percent)
        whole = _whole(named, part, sentence, prose) if part else None
        if part and whole:
            yield Tie("share", (percent, part, whole), _divided)


def _inside(prose: Prose) -> Iterator[Tie]:
    """Yield the shares that tell their whole themselves: 完成年度预算24.5亿元的52.4%."""
    for sentence in prose.sentences:
        for index, percent in enumerate(sentence.figures):
            if percent.quantity.kind is not Kind.PERCENT or index < 2:  # noqa: PLR2004
                continue
            whole, before = sentence.figures[index - 1], sentence.figures[: index - 1]
            part = next((f for f in reversed(before) if f.is_like(whole) and f.is_level()), None)
            said = sentence.between(whole, percent)
            if part and said == "的" and INSIDE.search(sentence.upto(whole)[-20:]):
                yield Tie("share", (percent, part, whole), perhaps_divided)


def _set_against(prose: Prose, shares: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the shares that do not name their whole: 其中硕士204名，占24%.

    Their whole is what 其中 sets the part against, or what the part like it before had a share in.
    """
    wholes = {part.id: side.whole for side in complete(prose) for part in side.parts}
    for each in divisions(prose):
        wholes |= {part.id: each.whole for part in each.parts if each.is_sure}
    last: tuple[Term, Term] | None = None
    named = {tie.figures[0].id: tie.figures[1:] for tie in shares}
    for sentence in prose.sentences:
        for index, percent in enumerate(sentence.figures):
            if percent.id in named:
                last = named[percent.id][0], named[percent.id][1]
            elif part := _bare_part(sentence, index):
                whole = wholes.get(part.id)
                if whole is None and last and _is_akin(last[0], part):
                    whole = last[1]
                if whole is not None:
                    last = part, whole
                    yield Tie("share", (percent, part, whole), perhaps_divided)


def _bare_part(sentence: Statement, index: int) -> Term | None:
    """Return the last level before a share without a name, if only rates stand between."""
    percent, before = sentence.figures[index], sentence.figures[:index]
    if not index or percent.quantity.kind is not Kind.PERCENT:
        return None
    if (own := OWN_SHARE.fullmatch(percent.before)) is not None:
        named = (f for f in before if NAME.sub("", f.before) == own["name"] and f.is_level())
        return next(named, None)
    if not BARE.fullmatch(sentence.between(sentence.figures[index - 1], percent)):
        return None
    part = next((f for f in reversed(before) if f.quantity.kind is not Kind.PERCENT), None)
    return part if part and part.is_level() else None


def _is_akin(first: Term, second: Term) -> bool:
    """Say whether two parts are of one whole: their names end alike."""
    return first.is_like(second) and first.head == second.head and len(first.head) == HEAD


def _divided(figures: Terms) -> Answer:
    percent, part, whole = figures
    computed = (part.allowed / whole.allowed).scaled(HUNDRED)
    exact = in_percent(part.value, whole.value, percent.quantity.decimals)
    formula = f"{part.text} ÷ {whole.text} = {percent.text}"
    return Answer(equality(percent, computed, exact), formula)


def perhaps_divided(figures: Terms) -> Answer:
    """Judge a share of a figure that seems to be its whole."""
    return doubted(_divided(figures))


def _shares(prose: Prose) -> Iterator[tuple[Statement, Term, str]]:
    """Yield each share with its sentence and the name of its whole."""
    for sentence in prose.sentences:
        for figure in sentence.figures:
            match = SHARE.search(sentence.upto(figure)[-60:])
            if figure.quantity.kind is Kind.PERCENT and match:
                yield sentence, figure, match["whole"] or match["plan"] or ""


def _part(sentence: Statement, percent: Term) -> Term | None:
    """Return the figure that the share is about: the last countable one before it."""
    before = [
        figure
        for figure in sentence.figures
        if figure.quantity.end <= percent.quantity.start and figure.quantity.kind in COUNTABLE
    ]
    return before[-1] if before and before[-1].value > 0 else None


def _whole(named: str, part: Term, sentence: Statement, prose: Prose) -> Term | None:
    """Return the figure whose words are the name of the whole, or None if none surely is.

    A target is no whole of what has come true, nor is the figure of another year.
    """
    named = OWN.sub("", named)
    if len(named) < SHORTEST:
        return None
    is_plan = PLANNED.search(named) is not None
    is_meant = bool(MEANT.search(sentence.upto(part)))
    known = {
        figure: other is sentence
        for other in prose.near(sentence)
        if _same_years(other, sentence)
        for figure in other.figures
        if figure.is_like(part) and figure.id != part.id and _is_named(figure, named)
        if is_plan or is_meant == bool(MEANT.search(other.upto(figure)))
    }
    nearest = [figure for figure, is_near in known.items() if is_near] or list(known)
    return nearest[0] if len({figure.value for figure in nearest}) == 1 else None


def _is_named(figure: Term, name: str) -> bool:
    """Say whether the words before a figure are a name, perhaps in another order."""
    said = figure.before[-len(name) - 2 :]
    if figure.name.endswith(name):
        return True
    return (
        set(name) <= set(figure.before)
        and likeness(name, figure.before) * 2 >= 1
        and likeness(said, name) * 2 >= 1
    )


def _same_years(sentence: Statement, other: Statement) -> bool:
    """Say whether both tell of no different years."""
    years, others = set(YEAR.findall(sentence.text)), set(YEAR.findall(other.text))
    return not years or not others or bool(years & others)


def share_bound(prose: Prose) -> Iterator[Tie]:
    """Refute a share of more than the whole; a plan may well be more than fulfilled."""
    for sentence, figure, _ in _shares(prose):
        is_part = OF_WHOLE.search(sentence.upto(figure)[-60:])
        if is_part and _is_over_all((figure,)).result is Outcome.MISMATCH:
            yield Tie("share_bound", (figure,), _is_over_all)


def _is_over_all(figures: Terms) -> Answer:
    result = at_most(figures[0].allowed, Interval(HUNDRED, HUNDRED))
    return Answer(result, f"{figures[0].text} ≤ 100%")


def grim(prose: Prose) -> Iterator[Tie]:
    """Look for the whole number of a small count that a printed share can be."""
    for sentence, percent, _ in _shares(prose):
        whole = _counted_whole(sentence, percent)
        if whole is not None and not _reachable(percent, whole):
            yield Tie("grim", (percent, whole), _counted)


def _counted(figures: Terms) -> Answer:
    percent, whole = figures
    formula = f"k ÷ {whole.text} = {percent.text}"
    if _reachable(percent, whole):
        return Answer(Outcome.ROUNDING, formula)
    return Answer(Outcome.REVIEW, formula, "没有整数k能得到这个比例。")


def _counted_whole(sentence: Statement, percent: Term) -> Term | None:
    """Return the exact count right before 占比, where no other figure comes between."""
    part = _part(sentence, percent)
    if part is None or part.quantity.kind is not Kind.COUNT or not part.is_exact():
        return None
    limit = 10 ** (percent.quantity.decimals + 2)
    said = sentence.between(part, percent)
    return part if part.value < limit and re.match(r"[^，,]{0,6}中[，,]?", said) else None


def _reachable(percent: Term, whole: Term) -> bool:
    count = int(whole.value)
    near = int(percent.value * count / HUNDRED)
    return any(
        percent.allowed.meets(Interval(exact, exact))
        for exact in (Decimal(k) / count * HUNDRED for k in (near, near + 1))
    )
