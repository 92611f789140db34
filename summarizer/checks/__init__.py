"""The figures of the source among themselves, as an auditor ticks and ties.

Each rule is a small function over the prose of an article: it looks for its own trigger in the
words (其中, 占…比重, 提高…个百分点), computes with what the printed figures allow, and says what
came out. In reading order:

    parts       sum_parts  sub_sum  subset
    shares      share  shared_whole  pp_change  share_bound  grim
    changes     growth  difference
    products    product
    rankings    superlative
    bands       plausibility
    listings    enum_count  title_count  label_count
    lapses      self_exclusion  incomplete_date  date_order  truncation

Where figures disagree or look odd, `slips` searches for the single slip of the pen that would make
all their relations hold. `archive` compares figures across issues.
"""

from collections.abc import Callable, Iterator

from summarizer.checks.bands import plausibility
from summarizer.checks.changes import difference, growth
from summarizer.checks.lapses import date_order, incomplete_date, self_exclusion, truncation
from summarizer.checks.listings import enum_count, label_count, title_count
from summarizer.checks.parts import sub_sum, subset, sum_parts
from summarizer.checks.products import product
from summarizer.checks.prose import Prose, read_prose
from summarizer.checks.rankings import superlative
from summarizer.checks.shares import grim, pp_change, share, share_bound, shared_whole
from summarizer.checks.slips import candidates, sharing
from summarizer.checks.ties import Tie
from summarizer.document import Article
from summarizer.quantity import Quantity
from summarizer.report import Check
from summarizer.summary import ObservationClaim, Relation

__all__ = ["RULES", "check"]

Rule = Callable[[Prose], Iterator[Tie]]

RULES: tuple[Rule, ...] = (
    sum_parts,
    sub_sum,
    subset,
    share,
    shared_whole,
    pp_change,
    share_bound,
    grim,
    growth,
    difference,
    product,
    superlative,
    plausibility,
    enum_count,
    title_count,
    label_count,
    self_exclusion,
    incomplete_date,
    date_order,
    truncation,
)


def check(
    article: Article,
    quantities: tuple[Quantity, ...],
    _observations: tuple[ObservationClaim, ...] = (),
    _relations: tuple[Relation, ...] = (),
) -> tuple[Check, ...]:
    """Apply every rule to the figures of an article.

    Rows and relations are readings of the text; the rules look for their triggers themselves, so
    that a wrong reading makes no false alarm.
    """
    prose = read_prose(article, quantities)
    ties = [tie for rule in RULES for tie in rule(prose)]
    shared = sharing(ties)
    return tuple(tie.check(candidates(tie, shared)) for tie in ties)
