"""What each cue weighs, as it proved on real claims and drafts: `weights.toml`.

    [sentence]              the log odds of a sentence being wrong are `bias` and the cues heard,
    bias = -1.6             each times its weight
    refute = 0.8            from this probability on it is refuted: near certain
    doubt = 0.45            from this one on nothing is said
    [sentence.cues]
    by_for_level = 2.8

The file is written by `python -m eval.fit.verification` and may be read by anybody.
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

SHOWN = 0.3
Evidence = Mapping[str, float]


class Surety(StrEnum):
    """What a probability of being wrong comes to."""

    HOLDS = "holds"
    OPEN = "open"
    REFUTED = "refuted"


@dataclass(frozen=True, slots=True)
class Table:
    """The weights of one question, and from which probability on something is said."""

    bias: float
    refute: float
    doubt: float
    cues: Mapping[str, float]

    def probability(self, evidence: Evidence) -> float:
        """Return how probably a claim is wrong that this speaks against."""
        odds = self.bias + sum(self.cues.get(cue, 0.0) * loud for cue, loud in evidence.items())
        return 1 / (1 + math.exp(-odds))

    def surety(self, evidence: Evidence) -> Surety:
        """Return whether it is refuted, or open, or holds."""
        wrong = self.probability(evidence)
        if wrong >= self.refute:
            return Surety.REFUTED
        return Surety.OPEN if wrong >= self.doubt else Surety.HOLDS

    def because(self, evidence: Evidence) -> tuple[str, ...]:
        """Name the cues that spoke against it, the loudest first."""
        spoke = {cue: self.cues.get(cue, 0.0) * loud for cue, loud in evidence.items()}
        shown = [cue for cue, weight in spoke.items() if weight >= SHOWN]
        return tuple(sorted(shown, key=lambda cue: -spoke[cue]))


@cache
def table(name: str) -> Table:
    """Return the weights of a question: `sentence`, `owner`, `indicator`, `planned`, `done`."""
    text = files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    entry = tomllib.loads(text)[name]
    return Table(entry["bias"], entry["refute"], entry["doubt"], entry["cues"])
