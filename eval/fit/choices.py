"""One choice among several by weighed cues: fitted by maximum likelihood with L2."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Choice:
    """What speaks for each option, and which one is right; `weight` is what it counts."""

    options: tuple[Mapping[str, float], ...]
    right: int
    weight: float = 1.0


def fit(choices: Sequence[Choice], l2: float) -> dict[str, float]:
    """Return the weights under which the right options are likeliest, drawn towards 0 by `l2`."""
    vocabulary = sorted({cue for c in choices for option in c.options for cue in option})
    known = {cue: place for place, cue in enumerate(vocabulary)}
    owner = np.repeat(np.arange(len(choices)), [len(choice.options) for choice in choices])
    cues = np.zeros((len(owner), len(vocabulary)))
    for row, option in enumerate(option for choice in choices for option in choice.options):
        for cue, value in option.items():
            cues[row, known[cue]] = value
    first = np.concatenate([[0], np.cumsum([len(choice.options) for choice in choices])[:-1]])
    right = first + np.array([choice.right for choice in choices])
    weights = np.array([choice.weight for choice in choices])

    def loss(theta: Array) -> tuple[float, Array]:
        scores = cues @ theta
        most = np.full(len(choices), -np.inf)
        np.maximum.at(most, owner, scores)
        masses = np.exp(scores - most[owner])
        totals = np.zeros(len(choices))
        np.add.at(totals, owner, masses)
        value = float(weights @ (scores[right] - most - np.log(totals)))
        chances = weights[owner] * masses / totals[owner]
        slope = weights @ cues[right] - chances @ cues
        return l2 * float(theta @ theta) / 2 - value, l2 * theta - slope

    found = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B").x
    return {cue: float(weight) for cue, weight in zip(vocabulary, found, strict=True)}
