"""A tie: figures of the source that must agree, and the sum that tells whether they do.

    exact            holds digit by digit
    rounding         holds within what the printed figures allow
    mismatch         cannot hold
    review           holds or not, somebody should look
    not_checkable    something is missing

A tie can be judged with other figures in its places: that is how slips are searched. We say that
the figures of the source do not agree, never that the paper is wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from summarizer.checks.intervals import Interval
from summarizer.checks.prose import Term
from summarizer.report import AGREED, Check, Outcome

WORDS = {
    Outcome.EXACT: "原文数字相符",
    Outcome.ROUNDING: "原文数字在舍入范围内相符",
    Outcome.MISMATCH: "原文数字之间不一致，请复核",
    Outcome.REVIEW: "请复核",
    Outcome.NOT_CHECKABLE: "缺少可核对的数字",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came out of a sum: the outcome, the sum with its figures, and what to say of it."""

    result: Outcome
    formula: str
    note: str = ""


Terms = tuple[Term, ...]
Judge = Callable[[Terms], Answer]


@dataclass(frozen=True, slots=True)
class Tie:
    """Terms that a rule ties together, and how the rule judges them."""

    rule: str
    figures: Terms
    judge: Judge

    @property
    def key(self) -> tuple[str, object]:
        """What another tie must have too to say the same."""
        names = frozenset(figure.id for figure in self.figures)
        return self.rule, names or self.answer().formula

    @property
    def holds(self) -> bool:
        """Whether the figures agree as printed."""
        return self.answer().result in AGREED

    def answer(self) -> Answer:
        """Judge the figures as printed."""
        return self.judge(self.figures)

    def holds_with(self, figure: Term) -> bool:
        """Say whether the tie would hold with this figure in the place of its namesake."""
        return self.answer_with(figure).result in AGREED

    def answer_with(self, figure: Term) -> Answer:
        """Judge the figures with another number in the place of one of them."""
        return self.judge(tuple(figure if each.id == figure.id else each for each in self.figures))

    def check(self, candidates: tuple[str, ...] = ()) -> Check:
        """Return the outcome as it is reported."""
        answer = self.answer()
        end = f"：{answer.note}" if answer.note else "。"
        return Check(
            rule=self.rule,
            result=answer.result,
            formula=answer.formula,
            quantities=tuple(dict.fromkeys(figure.quantity_id for figure in self.figures)),
            candidates=candidates,
            message=WORDS[answer.result] + end,
        )


def observed(rule: str, result: Outcome, formula: str, note: str = "") -> Tie:
    """Make the tie of something seen in the words alone."""
    answer = Answer(result, formula, note)
    return Tie(rule, (), lambda _: answer)


def equality(printed: Term, computed: Interval, exact: Decimal | None) -> Outcome:
    """Say how a printed figure stands to what it should equal."""
    if exact is not None and exact == printed.value and printed.is_exact():
        return Outcome.EXACT
    return Outcome.ROUNDING if printed.allowed.meets(computed) else Outcome.MISMATCH


def at_most(part: Interval, whole: Interval) -> Outcome:
    """Say whether one can be as small as the other is great."""
    if part.exceeds(whole):
        return Outcome.MISMATCH
    within = part.high is not None and whole.low is not None and part.high <= whole.low
    return Outcome.EXACT if within else Outcome.ROUNDING
