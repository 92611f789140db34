"""What a figure measures, weighed: named cues for each wording, one table of weights.

    wordings ── cues ──► Σ weights ──► shares of 1: the likeliest is the name, its share how sure

The name as it was read is one wording among others. The weights are fitted by
`python -m eval.fit reading` (`[indicator]` in `weights.toml`), so that what is added is what a
reader would have added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.analysis.noun_phrases import text_of
from summarizer.analysis.words import Word
from summarizer.binding.measures import is_money
from summarizer.binding.spans import MEASURED
from summarizer.binding.weights import shares_of, weight_of
from summarizer.binding.wordings import READ, Wording, wordings_of
from summarizer.quantity import Kind
from summarizer.summary import Measure

if TYPE_CHECKING:
    from summarizer.binding.discourse import Reading

LENGTHS = (1, 2, 4, 6, 8, 11, 15, 20)
LONGEST = 32
"""Characters beyond which nothing is added."""
GROWING = (Measure.GROWTH, Measure.PP_CHANGE, Measure.CHANGE)


@dataclass(frozen=True, slots=True)
class Named:
    """A wording with the cues that speak for it, and its share of all weights."""

    wording: Wording
    cues: tuple[str, ...]
    share: float = 0.0


def named(reading: "Reading") -> tuple[Named, ...]:
    """Return the wordings of what a figure measures, the likeliest first."""
    found = [each for each in wordings_of(reading) if _may_be(each)]
    if reading.earlier is None or not reading.earlier.name:
        found = [each for each in found if each.name] or found
    told = [tuple(_cues(each, reading)) for each in found]
    shares = shares_of([weight_of("indicator", cues) for cues in told])
    weighed = (Named(*each) for each in zip(found, told, shares, strict=True))
    return tuple(sorted(weighed, key=lambda each: -each.share))


def _may_be(wording: Wording) -> bool:
    return READ in wording.ways or len(text_of(wording.name)) <= LONGEST


def _cues(wording: Wording, reading: "Reading") -> Iterator[str]:
    """Yield what speaks for a wording and against it."""
    kind, name = _kind(reading), wording.name
    read = READ in wording.ways
    for way in wording.ways:
        yield way
        yield f"{way} of {kind}"
        yield f"{way} inherited {reading.phrase.inherited}"
    if not name:
        yield "nothing"
        return
    yield f"length {sum(len(text_of(name)) > step for step in LENGTHS)} {kind == 'count'}"
    yield f"ends {_class(name[-1])} {kind}"
    yield f"begins {_class(name[0])}"
    yield f"measured {MEASURED.search(text_of(name)) is not None} {kind}"
    yield f"place {_place(name, reading)} {kind}"
    if not read:
        yield f"not read {_class(reading.name[-1]) if reading.name else 'nothing'}"
    added = [way for way in wording.ways if way != READ]
    if added and reading.name:
        yield f"{added[-1]} before {_class(reading.name[0])}"
        yield f"{added[-1]} to {min(len(text_of(reading.name)), 6)}"
    yield from _between(added, reading)


def _between(added: Sequence[str], reading: "Reading") -> Iterator[str]:
    """Yield what stands between a figure and the one that it is named after."""
    earlier, figure = reading.earlier, reading.figure
    if not added or earlier is None:
        return
    near = (
        figure.clause - earlier.figure.clause if earlier.figure.sentence is figure.sentence else 9
    )
    yield f"{added[-1]} after {_kind(earlier)} {min(near, 2)}"
    if "其中" in figure.left_text:
        yield f"{added[-1]} after 其中"


def _kind(reading: "Reading") -> str:
    """Return what sort of figure it is."""
    measure, quantity = reading.phrase.measure, reading.figure.quantity
    if measure is not Measure.LEVEL:
        return "growth" if measure in GROWING else str(measure)
    if quantity.kind is not Kind.AMOUNT:
        return str(quantity.kind)
    return "money" if is_money(quantity.unit) else "amount"


def _class(word: Word) -> str:
    """Return what sort of word a name begins or ends with."""
    return "vn" if word.tag == "vn" else word.tag[:1]


def _place(name: Sequence[Word], reading: "Reading") -> str:
    """Say where a name stands, seen from its figure."""
    word = reading.figure.word
    if name[-1].end <= reading.figure.sentence.start:
        return "elsewhere"
    return "before" if name[-1].end <= word.start else "behind"
