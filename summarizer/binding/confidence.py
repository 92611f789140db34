"""How sure a row is: how each field was come by, and how likely owner and indicator are right.

    explicit    the sentence of the figure says it
    carried     it was said before, and holds on
    ambiguous   another reading is as likely, or nothing says it

The likelihood is a weighed sum of named cues, as in `owners`; the weights are fitted with it
(`[sure]` in `weights.toml`), so that of the rows with .9 nine of ten are right.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.binding.coreference import How
from summarizer.binding.discourse import Reading
from summarizer.binding.owners import READ, Owned
from summarizer.binding.statuses import is_said
from summarizer.binding.weights import weight_of
from summarizer.codelists import find_indicator
from summarizer.report import Certainty, Confidence
from summarizer.summary import ObservationClaim

HERE = (How.LIST, How.BEHIND, How.AGAINST, How.LABEL, How.CLAUSE, How.BASE, How.SENTENCE)
"""What the sentence of the figure says itself."""
DOUBTFUL = 0.5
"""The likelihood below which a row is to be looked at, and the share that leaves an owner open."""
BIAS = "always"
LENGTHS = (2, 4, 8, 14)
STEPS, PARTS = 5, 4
VERBS = frozenset({"v", "vd", "vg", "vi", "vq"})
TELLING = ("sort", "titled")
"""How those cues of an owner begin that tell how often one like it is right."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an article tells of how its rows are likely read: its script, whom it is about."""

    traditional: bool
    owners: Mapping[str | None, int]
    """How many of its rows each owner has."""

    def part_of(self, owner: str | None) -> float:
        """Return what part of the rows are an owner's."""
        return self.owners[owner] / sum(self.owners.values())


def confidence_of(
    reading: Reading, owned: Owned, told: Sequence[str], *, named: bool
) -> Confidence:
    """Say how sure a row is for which these cues speak; `named` is whether it says what it is."""
    return Confidence(
        ref_area=_of_owner(reading, owned),
        indicator=_of_indicator(reading, named=named),
        time_period=_of_time(reading),
        status=Certainty.EXPLICIT if is_said(reading.figure) else Certainty.CARRIED,
        p=round(likelihood(told), 3),
    )


def likelihood(told: Sequence[str]) -> float:
    """Return how likely owner and indicator are right where these cues speak."""
    return 1 / (1 + math.exp(-weight_of("sure", told)))


def cues(
    reading: Reading, owned: Owned, claim: ObservationClaim, around: Around, *, named: bool
) -> Iterator[str]:
    """Yield what speaks for and against a row; `named` is whether it says what it measures."""
    yield BIAS
    yield from _of_choice(reading, owned)
    yield from _of_name(reading, named=named)
    listed = find_indicator(claim.indicator, claim.scope) is not None
    yield f"listed {listed}"
    yield f"listed {listed} {claim.measure}"
    yield f"part of the rows {min(int(around.part_of(claim.ref_area) * PARTS), PARTS - 1)}"
    yield f"script traditional {around.traditional}"


def _of_choice(reading: Reading, owned: Owned) -> Iterator[str]:
    """Yield what tells whether the owner is right: how far ahead it is, what it is, where named."""
    chosen = next((each for each in owned.candidates if each.share == owned.share), None)
    kept = chosen is not None and READ in chosen.cues
    yield f"share {min(int(owned.share * 10), 9)}"
    yield f"read {reading.how} {kept}"
    if chosen is None:
        yield "owner open"
        return
    rival = max((each.share for each in owned.candidates if each is not chosen), default=0.0)
    yield f"margin {max(min(int((owned.share - rival) * STEPS), STEPS - 1), -1)}"
    yield from (cue for cue in chosen.cues if cue.startswith(TELLING))


def _of_name(reading: Reading, *, named: bool) -> Iterator[str]:
    """Yield what tells whether the indicator is right: its length, its end, what it measures."""
    phrase, name = reading.phrase, reading.name
    length = sum(len(word.text) for word in name)
    told = {
        f"name {sum(length > step for step in LENGTHS)} {named}": True,
        f"measure {phrase.measure}": True,
        f"kind {reading.figure.quantity.kind}": True,
        f"name inherited {phrase.measure}": phrase.inherited,
        "name ends with a verb": bool(name) and name[-1].tag in VERBS,
        "name filled up": len(name) > len(phrase.name),
        "name behind": bool(name) and name[0].start >= reading.figure.word.end,
    }
    yield from (cue for cue, speaks in told.items() if speaks)
    for best in reading.wordings[:1]:
        yield f"worded {min(int(best.share * STEPS), STEPS - 1)}"
        yield f"way {best.wording.ways[0]} {phrase.measure}"


def _of_owner(reading: Reading, owned: Owned) -> Certainty | None:
    if owned.name is None:
        return None
    if owned.share < DOUBTFUL:
        return Certainty.AMBIGUOUS
    return Certainty.EXPLICIT if reading.how in HERE else Certainty.CARRIED


def _of_indicator(reading: Reading, *, named: bool) -> Certainty:
    if not named:
        return Certainty.AMBIGUOUS
    return Certainty.CARRIED if reading.phrase.inherited else Certainty.EXPLICIT


def _of_time(reading: Reading) -> Certainty | None:
    if reading.when is None:
        return None
    words = reading.figure.sentence.clauses[reading.figure.clause].words
    return Certainty.EXPLICIT if reading.when in words else Certainty.CARRIED
