"""How a claim tells the course of things, against how the article does.

by_for_level level_for_by from_for_to    it grew by 5, not to 5
direction updown opposite other_side     up for down, exports for imports, the first for the second
basis basis_added                        环比 for 同比
done_for_plan plan_for_done …            a plan told as done, what is done as a plan

A claim and the article are read by the same classes of words (`lexicon/evidence.toml`).
"""

import re
from collections.abc import Mapping
from functools import cache

from summarizer import lexicon
from summarizer.matching import modality
from summarizer.matching.amounts import COUNTABLE
from summarizer.matching.ground import Anchor
from summarizer.matching.source import Source
from summarizer.matching.words import CLAUSE_END
from summarizer.quantity import Quantity

LEAD = 24
BASE_LEAD = 40
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
Heard = Mapping[str, float]


def hear_course(said: str, figure: Quantity, own: int, source: Source) -> Heard:
    """Hear whether the claim tells a level, a change or its base where the article does."""
    printed = source.figures[own]
    mine, theirs = form_of(said, figure.start), form_of(source.text, printed.start)
    changed = figure.kind in COUNTABLE
    by_for_level = mine == "by" and (theirs != "by" if changed else theirs in ("to", "from"))
    level_for_by = theirs == "by" and mine in (("to",) if changed else ("to", "from"))
    ways = [modality.direction(said, figure.span), modality.direction(source.text, printed.span)]
    bases = [_basis(said, figure.start), _basis(source.text, printed.start)]
    return {
        "by_for_level": float(by_for_level),
        "level_for_by": float(level_for_by),
        "to_former": float(_is_of_the_former(said, figure, source.text, printed)),
        "direction": float(not changed and None not in ways and ways[0] != ways[1]),
        "from_for_to": float({mine, theirs} == {"from", "to"}),
        "basis": float(None not in bases and bases[0] != bases[1]),
        "basis_added": float(bases[0] == "time_before" and bases[1] is None),
    }


def _is_of_the_former(said: str, figure: Quantity, text: str, printed: Quantity) -> bool:
    """Say whether only the claim tells a share of what there was before: 到原来的三分之二."""
    former = lexicon.pattern("evidence.former")
    told, meant = former.search(said[: figure.start]), former.search(text[: printed.start])
    return told is not None and meant is None


def form_of(text: str, position: int) -> str | None:
    """Say whether something changed `by` the number there, `to` it or `from` it.

    Of a rate of change (增速达81.1%) neither is said.
    """
    lead = CLAUSE_END.split(text[max(0, position - LEAD) : position])[-1]
    form = next((form for form, marks in FORMS.items() if marks.search(lead)), None)
    if form in ("to", "from"):
        around = lead + CLAUSE_END.split(text[position : position + LEAD])[0]
        return None if lexicon.pattern("evidence.rate").search(around) else form
    return form


def _basis(text: str, position: int) -> str | None:
    """Return what a change is said to compare with: in its own clause, or the one before."""
    for clause in reversed(CLAUSE_END.split(text[max(0, position - BASE_LEAD) : position])[-2:]):
        for basis, marks in BASES.items():
            if marks.search(clause):
                return basis
    return None


def hear_opposites(clause: str, anchor: Anchor) -> Heard:
    """Hear where the claim has one of two words that exclude each other, the article the other."""
    denial = lexicon.pattern("evidence.not")
    return {
        "opposite": float(any(_are_opposed(*each, clause, anchor.clause) for each in _opposites())),
        "updown": float(_are_opposed(UP, DOWN, clause, anchor.clause)),
        "negation": float(bool(denial.search(clause)) is not bool(denial.search(anchor.clause))),
        "other_side": float(any(_is_other_side(each, clause, anchor.segment) for each in _sides())),
    }


@cache
def _opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    rows = lexicon.table("evidence.opposites")
    return tuple((re.compile(row["one"]), re.compile(row["other"])) for row in rows)


@cache
def _sides() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Return the parts that things fall into, each an expression."""
    rows = lexicon.table("parts.sides")
    return tuple(tuple(map(re.compile, row["members"])) for row in rows)


def _is_other_side(members: tuple[re.Pattern[str], ...], said: str, printed: str) -> bool:
    mine = {at for at, member in enumerate(members) if member.search(said)}
    theirs = {at for at, member in enumerate(members) if member.search(printed)}
    return len(mine) == 1 == len(theirs) and mine != theirs


def _are_opposed(one: re.Pattern[str], other: re.Pattern[str], clause: str, printed: str) -> bool:
    """Say whether the one clause has only the one class of words, the other only the other."""
    said = bool(one.search(clause)), bool(other.search(clause))
    meant = bool(one.search(printed)), bool(other.search(printed))
    return said != meant and {said, meant} == {(True, False), (False, True)}


def hear_modality(lead: str, anchor: Anchor, *, english: bool) -> Heard:
    """Hear whether a plan is told as done, or what is done as a plan."""
    plans = lexicon.pattern("evidence.plan")
    says_done = lexicon.pattern("evidence.english_done" if english else "evidence.said_done")
    says_plan = lexicon.pattern("evidence.english_plan" if english else "evidence.said_plan")
    told_done = says_done.search(lead) is not None
    told_plan = says_plan.search(lead) is not None
    lately = not english and lexicon.pattern("evidence.lately_done").search(lead) is not None
    done = lexicon.pattern("evidence.said_done").search(anchor.sentence) is not None
    plan = plans.search(anchor.before) is not None
    planned = plans.search(anchor.sentence) is not None
    carried = plans.search(anchor.carried) is not None
    unsaid = not (told_done or told_plan)
    return {
        "done_for_plan": float(all((told_done, not told_plan, not done, plan))),
        "lately_for_plan": float(all((lately, unsaid, not done, plan))),
        "done_for_nothing": float(not any((not told_done, done, plan, english))),
        "plan_dropped": float(all((plan, unsaid, not done))),
        "plan_for_done": float(told_plan and not planned and not carried),
        "plan_for_bare": float(told_plan and not planned and carried),
    }
