"""What a model says about an article, before anyone has checked it.

A model cites the article's quantities by their number and repeats each as printed. It never gives
a value to compute with and never a place: those come from the cited quantity.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict

Claim = TypeVar("Claim")


class Border(BaseModel):
    """Base of everything that crosses a border (model, disk, wire): frozen, nothing unknown.

    Which fields were given is asked by nobody: all values of a class share one set that names them
    all. A set of their own was half of the memory of a report.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object, /) -> None:
        """Give up the set of the fields that were given."""
        object.__setattr__(self, "__pydantic_fields_set__", _all_fields(type(self)))

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields changed."""
        copied = super().model_copy(update=update, deep=deep)
        copied.model_post_init(None)
        return copied


@cache
def _all_fields(model: type[BaseModel]) -> set[str]:
    return set(model.model_fields)


class Measure(StrEnum):
    """What a figure says of its indicator."""

    LEVEL = "level"
    GROWTH = "growth"
    SHARE = "share"
    PP_CHANGE = "pp_change"
    CHANGE = "change"
    RATIO = "ratio"
    RANK = "rank"


class Status(StrEnum):
    """Whether a figure is a fact or only meant to become one."""

    ACTUAL = "actual"
    PRELIMINARY = "preliminary"
    PLAN = "plan"
    TARGET = "target"
    FORECAST = "forecast"
    CAPACITY = "capacity"


class RelationKind(StrEnum):
    """How one figure of an article is tied to another."""

    PART_OF = "part_of"
    SHARE_OF = "share_of"
    GROWTH_OF = "growth_of"
    COMPARED_WITH = "compared_with"


class KeyPoint(Border):
    """One sentence of a summary and the quantities (by id) whose numbers it repeats."""

    text: str
    quantities: tuple[str, ...] = ()


class ObservationClaim(Border):
    """One row of the indicator table as claimed: a cited quantity and what it measures."""

    quantity: str
    """Id of the cited quantity, `Q12`."""
    printed: str
    """The figure as the model read it; it must agree with the cited quantity."""
    ref_area: str | None
    """Who: the zone, firm, project or area as the article names it."""
    indicator: str
    """What: the indicator as the article names it, without scope and growth words."""
    scope: str | None = None
    measure: Measure = Measure.LEVEL
    basis: str | None = None
    """What it is compared with, or a part of, in the article's words: 同比, 比2012年, 占全市."""
    time_period_text: str | None = None
    status: Status = Status.ACTUAL
    inferred: bool = False
    """Whether the indicator is the model's own word, where the article names none."""
    doubts: tuple[str, ...] = ()
    """Fields of which the model itself is not sure: ref_area, indicator, time_period, status."""


class Why(StrEnum):
    """Why a number of the article has no row."""

    REPEAT = "repeat"  # the same figure again
    THRESHOLD = "threshold"  # what is counted, not how much: 亿元以上项目
    NAME = "name"  # part of a name, or the size in one
    EQUIVALENCE = "equivalence"  # the same in another unit
    NOTHING = "nothing"  # it measures nothing: 两期


class Aside(Border):
    """A quantity, by id, that gets no row by the word of whoever drafted."""

    quantity: str
    why: Why


class Stand(Border):
    """A claim that a model stands by although it was doubted, and the words it stands upon."""

    claim: str
    """The wording of the claim, as the finding gave it."""
    reason: str
    """The code of the doubt."""
    quote: str


class Relation(Border):
    """A typed edge between two quantities of an article, by id."""

    kind: RelationKind
    source: str
    target: str


class ArticleSummary(Border):
    """A summary and an indicator table, as drafted."""

    abstract: str
    key_points: tuple[KeyPoint, ...] = ()
    observations: tuple[ObservationClaim, ...] = ()
    relations: tuple[Relation, ...] = ()
    abstract_quantities: tuple[str, ...] = ()
    """The quantities, by id, whose numbers the abstract repeats."""
    asides: tuple[Aside, ...] = ()
    stands: tuple[Stand, ...] = ()

    def without(self, subjects: Iterable[str]) -> Self:
        """Return the summary with some claims (`abstract`, `key_points/1`, …) left out."""
        gone = frozenset(subjects)
        return self.model_copy(
            update={
                "abstract": "" if "abstract" in gone else self.abstract,
                "key_points": _kept(self.key_points, "key_points", gone),
                "observations": _kept(self.observations, "observations", gone),
            }
        )


def _kept(claims: tuple[Claim, ...], family: str, gone: frozenset[str]) -> tuple[Claim, ...]:
    return tuple(claim for n, claim in enumerate(claims) if f"{family}/{n}" not in gone)
