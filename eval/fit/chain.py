"""A log-linear model of the roles of a page's lines: fitted by maximum likelihood with L2.

    score(roles) = Σ over lines  cues · weights[role]  +  follows[role above, role]

What is transparent (captions, imprint) leaves the role above as it was, as in
`summarizer.segmentation.roles`, which finds the best sequence with these weights. All pages are
worked at once, padded to the longest: arrays are (line, page, role).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from summarizer.segmentation import roles
from summarizer.segmentation.cues import Cues
from summarizer.segmentation.roles import SET_ASIDE
from summarizer.segmentation.weights import TOP, Part, Weights

Array = NDArray[np.float64]
ROLES = (*(part for part in Part if part not in SET_ASIDE), *SET_ASIDE)
INDEX = {role: place for place, role in enumerate(ROLES)}
OPAQUE = len(ROLES) - len(SET_ASIDE)
STATES = OPAQUE + 1
IMPOSSIBLE = -30.0
RAREST = 4
SMALLEST = 0.05
STEPS = 100


@dataclass(frozen=True)
class LabelledPage:
    """The lines of a page with their cues and gold roles; `weight` is what the page counts."""

    sizes: tuple[int, ...]
    cues: tuple[Cues, ...]
    roles: tuple[Part, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Batch:
    """Pages as arrays: `lines` says where a page has a line, `gold` its role."""

    cues: csr_matrix
    lines: NDArray[np.bool_]
    gold: NDArray[np.int64]
    barred: Array
    weights: Array
    follows: Array
    """How often a role follows another in the gold, weighted."""

    @classmethod
    def of(cls, pages: Sequence[LabelledPage], vocabulary: Sequence[str]) -> "Batch":
        """Lay pages side by side, the longest first."""
        pages = sorted(pages, key=lambda page: -len(page.cues))
        height, width = max(len(page.cues) for page in pages), len(pages)
        known = {cue: place for place, cue in enumerate(vocabulary)}
        lines = np.zeros((height, width), dtype=bool)
        gold = np.zeros((height, width), dtype=np.int64)
        barred = np.zeros((height, width, len(ROLES)))
        follows = np.zeros((STATES, len(ROLES)))
        entries: list[tuple[int, int, float]] = []
        for column, page in enumerate(pages):
            state = OPAQUE
            for row, (size, cues, role) in enumerate(
                zip(page.sizes, page.cues, page.roles, strict=True)
            ):
                place = INDEX[role]
                lines[row, column], gold[row, column] = True, place
                for each in roles.barred(size, cues):
                    barred[row, column, INDEX[each]] = IMPOSSIBLE * (each is not role)
                at = row * width + column
                entries += [(at, known[cue], value) for cue, value in cues.items() if cue in known]
                follows[state, place] += page.weight
                state = place if place < OPAQUE else state
        rows, columns, values = zip(*entries, strict=True)
        shape = (height * width, len(vocabulary))
        return cls(
            csr_matrix((values, (rows, columns)), shape=shape),
            lines,
            gold,
            barred,
            np.array([page.weight for page in pages]),
            follows,
        )


def fit(pages: Sequence[LabelledPage], l2: float, steps: int = STEPS) -> Weights:
    """Return the weights under which the gold roles are likeliest, drawn towards 0 by `l2`."""
    counts = Counter(cue for page in pages for cues in page.cues for cue in cues)
    vocabulary = sorted(cue for cue, count in counts.items() if count >= RAREST)
    batch = Batch.of(pages, vocabulary)
    size = len(vocabulary) * len(ROLES)

    def loss(theta: Array) -> tuple[float, Array]:
        worth = theta[:size].reshape(len(vocabulary), len(ROLES))
        follows = theta[size:].reshape(STATES, len(ROLES))
        value, by_cue, by_pair = _likelihood(batch, worth, follows)
        gradient = np.concatenate([by_cue.ravel(), by_pair.ravel()])
        return l2 * float(theta @ theta) / 2 - value, l2 * theta - gradient

    start = np.zeros(size + STATES * len(ROLES))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
    return _weights(
        vocabulary,
        found[:size].reshape(len(vocabulary), len(ROLES)),
        found[size:].reshape(STATES, len(ROLES)),
    )


def _weights(vocabulary: Sequence[str], worth: Array, follows: Array) -> Weights:
    """Return the weights as the segmentation takes them, the smallest left out."""
    cues = {
        cue: tuple(
            (role, round(float(weight), 2))
            for role, weight in zip(ROLES, row, strict=True)
            if abs(weight) >= SMALLEST
        )
        for cue, row in zip(vocabulary, worth, strict=True)
    }
    above = (*ROLES[:OPAQUE], TOP)
    return Weights(
        {cue: row for cue, row in cues.items() if row},
        {
            str(state): {role: round(float(w), 2) for role, w in zip(ROLES, row, strict=True)}
            for state, row in zip(above, follows, strict=True)
        },
        {},
    )


def _likelihood(batch: Batch, worth: Array, follows: Array) -> tuple[float, Array, Array]:
    """Return the log-likelihood of the gold, and its slope by cue and by pair of roles."""
    height, width = batch.lines.shape
    scores = (batch.cues @ worth).reshape(height, width, len(ROLES)) + batch.barred
    total, chances, pairs = _expected(scores, follows, batch)
    hit = np.take_along_axis(scores, batch.gold[:, :, None], 2)[:, :, 0]
    value = float((np.where(batch.lines, hit, 0).sum(0) - total) @ batch.weights)
    value += float((batch.follows * follows).sum())
    wanted = np.zeros_like(chances)
    np.put_along_axis(wanted, batch.gold[:, :, None], 1.0, 2)
    missing = (wanted - chances) * (batch.lines * batch.weights)[:, :, None]
    slope = batch.cues.T @ missing.reshape(height * width, len(ROLES))
    return value, slope, batch.follows - pairs


def _expected(scores: Array, follows: Array, batch: Batch) -> tuple[Array, Array, Array]:
    """Return the log of the sum over all sequences, the chance of each role, the pairs expected.

    The longest page is the first: at each line, `wide` pages have one.
    """
    height, width, _ = scores.shape
    most = scores.max(2, keepdims=True)
    suits, odds = np.exp(scores - most), np.exp(follows)
    ahead = np.zeros((height + 1, width, STATES))
    ahead[0, :, OPAQUE] = 1
    norms = np.ones((height, width))
    total = np.zeros(width)
    wide = batch.lines.sum(1)
    for row, here in enumerate(wide):
        before, suit = ahead[row, :here], suits[row, :here]
        mass = before * (suit[:, OPAQUE:] @ odds[:, OPAQUE:].T)
        mass[:, :OPAQUE] += (before @ odds[:, :OPAQUE]) * suit[:, :OPAQUE]
        norms[row, :here] = mass.sum(1)
        ahead[row + 1, :here] = mass / norms[row, :here, None]
        total[:here] += np.log(norms[row, :here]) + most[row, :here, 0]
    chances = np.zeros_like(scores)
    pairs = np.zeros((STATES, len(ROLES)))
    behind = np.ones((width, STATES))
    for row in reversed(range(height)):
        here = wide[row]
        before, after = ahead[row, :here], behind[:here]
        suit = suits[row, :here] / norms[row, :here, None]
        goes = suit[:, :OPAQUE] * after[:, :OPAQUE]
        aside, stays = suit[:, OPAQUE:], before * after
        chances[row, :here, :OPAQUE] = (before @ odds[:, :OPAQUE]) * goes
        chances[row, :here, OPAQUE:] = (stays @ odds[:, OPAQUE:]) * aside
        counted = batch.weights[:here, None]
        pairs[:, :OPAQUE] += (before * counted).T @ goes
        pairs[:, OPAQUE:] += (stays * counted).T @ aside
        behind[:here] = goes @ odds[:, :OPAQUE].T + after * (aside @ odds[:, OPAQUE:].T)
    return total, chances, pairs * odds
