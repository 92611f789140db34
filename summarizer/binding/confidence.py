"""How sure a row is: how each field was come by, and how likely owner and indicator are right.

    explicit    the sentence of the figure says it
    carried     it was said before, and holds on
    ambiguous   another reading is as likely, or nothing says it

The likelihood is a weighed sum of named cues, as in `owners`; the weights are fitted with it
(`[sure]` in `weights.toml`), so that of the rows with .9 nine of ten are right.
"""

import math
from collections.abc import Iterator

from summarizer.binding.coreference import How
from summarizer.binding.discourse import Reading
from summarizer.binding.owners import READ, Owned
from summarizer.binding.statuses import is_said
from summarizer.binding.weights import weight_of
from summarizer.report import Certainty, Confidence

HERE = (How.LIST, How.BEHIND, How.AGAINST, How.LABEL, How.CLAUSE, How.BASE, How.SENTENCE)
"""What the sentence of the figure says itself."""
DOUBTFUL = 0.5
"""The likelihood below which a row is to be looked at, and the share that leaves an owner open."""
BIAS = "always"
LENGTHS = (2, 4, 8, 14)


def confidence_of(reading: Reading, owned: Owned, *, named: bool) -> Confidence:
    """Say how sure a row is; `named` is whether anything says what it measures."""
    return Confidence(
        ref_area=_of_owner(reading, owned),
        indicator=_of_indicator(reading, named=named),
        time_period=_of_time(reading),
        status=Certainty.EXPLICIT if is_said(reading.figure) else Certainty.CARRIED,
        p=round(likelihood(tuple(cues(reading, owned, named=named))), 3),
    )


def likelihood(told: tuple[str, ...]) -> float:
    """Return how likely owner and indicator are right where these cues speak."""
    return 1 / (1 + math.exp(-weight_of("sure", told)))


def cues(reading: Reading, owned: Owned, *, named: bool) -> Iterator[str]:
    """Yield what speaks for and against a row."""
    phrase, quantity = reading.phrase, reading.figure.quantity
    yield BIAS
    yield f"share {min(int(owned.share * 10), 9)}"
    kept = owned.candidates and any(
        READ in each.cues and each.candidate.text == _text(owned) for each in owned.candidates[:3]
    )
    yield f"read {reading.how} {bool(kept)}"
    first = owned.candidates[0].candidate if owned.candidates else None
    yield f"owner {first.sort if first else None}"
    if first and first.titled:
        yield "owner titled"
    if owned.candidates:
        margin = owned.candidates[0].share - sum(each.share for each in owned.candidates[1:2])
        yield f"margin {min(int(margin * 5), 4)}"
        yield from (cue for cue in owned.candidates[0].cues if cue.startswith(("form", "office")))
    if reading.wordings:
        yield f"worded {min(int(reading.wordings[0].share * 5), 4)}"
        yield f"way {reading.wordings[0].wording.ways[0]} {phrase.measure}"
    length = sum(len(word.text) for word in reading.name)
    yield f"name {sum(length > step for step in LENGTHS)} {named}"
    yield f"measure {phrase.measure}"
    yield f"kind {quantity.kind}"
    if phrase.inherited:
        yield f"name inherited {phrase.measure}"
    if reading.name and reading.name[-1].tag.startswith("v") and reading.name[-1].tag != "vn":
        yield "name ends with a verb"
    if len(reading.name) > len(phrase.name):
        yield "name filled up"
    if reading.name and reading.name[0].start >= reading.figure.word.end:
        yield "name behind"


def _text(owned: Owned) -> str:
    return owned.name.text if owned.name else ""


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
