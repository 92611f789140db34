"""What each cue is worth: `weights.toml`, fitted by `python -m eval.fit reading`.

A cue that is not in its table weighs nothing.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def weights_of(what: str) -> Mapping[str, float]:
    """Return the weights of the cues for `owner`, `indicator` or `sure`, as they were fitted."""
    found = files("summarizer.binding").joinpath("weights.toml").read_text(encoding="utf-8")
    weights: Mapping[str, float] = tomllib.loads(found).get(what, {})
    return weights


def weight_of(what: str, cues: Iterable[str]) -> float:
    """Return the sum of what cues weigh."""
    weights = weights_of(what)
    return sum(weights.get(cue, 0.0) for cue in cues)


def shares_of(scores: Sequence[float]) -> tuple[float, ...]:
    """Return the share of each alternative in the whole, from 0 to 1."""
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    whole = sum(powers)
    return tuple(power / whole for power in powers)
