"""How each number of an article stands, in one word: its verdict and the checks it takes part in.

refuted   a claim about it was refuted              exact      it fits the others digit by digit
mismatch  it contradicts other figures of the text  supported  it stands in the table as printed
review    somebody should look                      unused     a figure, but in no row
rounding  it fits the others, rounded               other      a date, an ordinal, a name
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from summarizer.report import ArticleReport, Check, Outcome, Verdict


class Standing(StrEnum):
    """The worst (or else the best) that is known about a number; worst first."""

    REFUTED = "refuted"
    MISMATCH = "mismatch"
    REVIEW = "review"
    EXACT = "exact"
    ROUNDING = "rounding"
    SUPPORTED = "supported"
    UNUSED = "unused"
    OTHER = "other"


SURE, UNSURE = 0.85, 0.6
"""From how likely on a row is vouched for, and below what it is in doubt. Of rows of articles that
were left out of the fit six of seven hold from the one on, three of four between the two, and two
of five below the other (`python -m eval.fit reading --crossed`)."""
TO_REVIEW = frozenset({Standing.REFUTED, Standing.MISMATCH, Standing.REVIEW})

WORDS: Mapping[str, str] = {
    Standing.REFUTED: "原文不符",
    Standing.MISMATCH: "勾稽不符",
    Standing.REVIEW: "请复核",
    Standing.EXACT: "勾稽相等",
    Standing.ROUNDING: "勾稽近似",
    Standing.SUPPORTED: "有据",
    Standing.UNUSED: "未入表",
    Standing.OTHER: "非指标数字",
}

_OF_VERDICT = {
    Verdict.REFUTED: Standing.REFUTED,
    Verdict.NOT_ENOUGH_INFO: Standing.REVIEW,
    Verdict.SUPPORTED: Standing.SUPPORTED,
}
_OF_OUTCOME = {
    Outcome.MISMATCH: Standing.MISMATCH,
    Outcome.REVIEW: Standing.REVIEW,
    Outcome.EXACT: Standing.EXACT,
    Outcome.ROUNDING: Standing.ROUNDING,
}
_FIRST = (
    Outcome.MISMATCH,
    Outcome.REVIEW,
    Outcome.EXACT,
    Outcome.ROUNDING,
    Outcome.NOT_CHECKABLE,
)
_ORDER = {standing: place for place, standing in enumerate(Standing)}


def worst_first(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Return the checks with those that somebody should look at in front."""
    return tuple(sorted(checks, key=lambda check: _FIRST.index(check.result)))


def standings(article: ArticleReport) -> dict[str, Standing]:
    """Return how every quantity of an article stands, by its id."""
    said: dict[str, list[Standing]] = defaultdict(list)
    for quantity, standing in _sayings(article):
        said[quantity].append(standing)
    return {
        quantity.id: min(
            said[quantity.id], key=_ORDER.__getitem__, default=_idle(is_figure=quantity.is_figure)
        )
        for quantity in article.quantities
    }


def _idle(*, is_figure: bool) -> Standing:
    return Standing.UNUSED if is_figure else Standing.OTHER


def _sayings(article: ArticleReport) -> Iterator[tuple[str, Standing]]:
    for row in article.observations:
        yield row.quantity, _OF_VERDICT[row.verdict]
    for check in article.checks:
        if check.result in _OF_OUTCOME:
            yield from ((quantity, _OF_OUTCOME[check.result]) for quantity in check.quantities)
