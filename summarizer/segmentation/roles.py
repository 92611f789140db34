"""Cues → roles: what every paragraph of a page is, decided for the whole page at once.

    cues × weights ─► how well each role suits a paragraph     deck 0.3  body 4.1  caption 2.2
    roles that follow one another ─► the best sequence (Viterbi), and how sure each role is

A byline above the text is seldom met below it, and what follows a headline is seldom a headline's
subhead: a role is chosen to fit its neighbours. Captions and imprints are transparent: what stood
above them is remembered. What a cue is worth
stands in `weights`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from summarizer.segmentation.columns import Paragraph
from summarizer.segmentation.cues import Cues
from summarizer.segmentation.lines import Style, stops_short
from summarizer.segmentation.page import HEAD
from summarizer.segmentation.weights import TOP, Part, Weights
from summarizer.text import Span

BEAM = 6.0
"""How much better than a role the best one may suit a paragraph before it is given up."""
LONGEST_SHOT = 14.0
"""The same for a sequence that ends in a role, behind the best sequence."""
SLIMMEST = 1e-6
Key = TypeVar("Key")


SET_ASIDE = (Part.CAPTION, Part.NOISE)
"""What lies between the lines of an article without ending it."""
TITLES = (Part.KICKER, Part.HEADLINE, Part.MORE)
WRITTEN = (Part.BODY, Part.PART, Part.START, Part.RESUME)
CREDITS = (Part.CLOSING, Part.DATE)
BEGINNING = (Part.KICKER, Part.HEADLINE, Part.START)
HEADED = (*TITLES, Part.DECK, Part.BYLINE)
"""Below these a byline belongs to what they begin; elsewhere it begins an article itself."""
SHORT = (
    *TITLES, Part.SUBHEAD, Part.BACK, Part.BYLINE, Part.DATE, Part.BANNER,
    Part.JUMP_TO, Part.JUMP_FROM,
)  # fmt: skip
"""What a long paragraph cannot be."""
SURE = {
    "looks jump_to": (Part.JUMP_TO,),
    "looks jump_from": (Part.JUMP_FROM,),
    "a row": (*WRITTEN, Part.NOISE, Part.CAPTION),
}
"""What the form of a line leaves no doubt about."""


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with its role, and how sure it is that an article begins or comes back there."""

    paragraph: Paragraph
    role: Part
    begins: float
    resumes: float
    continues: bool = False

    @property
    def span(self) -> Span:
        """Its place on the page."""
        return self.paragraph.span

    @property
    def text(self) -> str:
        """Its folded text."""
        return self.paragraph.text

    @property
    def style(self) -> Style:
        """How it is set."""
        return self.paragraph.style


def items(
    paragraphs: Sequence[Paragraph], cues: Sequence[Cues], weights: Weights
) -> tuple[Item, ...]:
    """Give every paragraph of a page its role."""
    suited = [_suits(*pair, weights) for pair in zip(paragraphs, cues, strict=True)]
    best, chances = _best(suited, weights.follows), _chances(suited, weights.follows)
    found: list[Item] = []
    torn = False
    above: Part | None = None
    for paragraph, role, chance in zip(paragraphs, best, chances, strict=True):
        heading = BEGINNING if above in HEADED else (*BEGINNING, Part.BYLINE)
        begins = sum(chance.get(each, 0.0) for each in heading)
        resumes = chance.get(Part.RESUME, 0.0) + chance.get(Part.BACK, 0.0)
        continues = torn and role in (Part.BODY, Part.PART)
        found.append(Item(paragraph, role, begins, resumes, continues))
        if role not in SET_ASIDE:
            torn = role in WRITTEN and stops_short(paragraph.text)
            above = role
    return tuple(found)


def _suits(paragraph: Paragraph, cues: Cues, weights: Weights) -> dict[Part, float]:
    """Return the roles that suit a paragraph at all, with how well."""
    rows = weights.rows
    told = [
        rows[cue] if strength == 1 else [weight * strength for weight in rows[cue]]
        for cue, strength in cues.items()
        if cue in rows
    ]
    scores = dict(zip(Part, map(sum, zip(*told, strict=True)), strict=True))
    for role in barred(len(paragraph.text), cues):
        del scores[role]
    least = max(scores.values()) - BEAM
    return {role: score for role, score in scores.items() if score > least}


def barred(size: int, cues: Cues) -> Iterable[Part]:
    """Return the roles that a paragraph cannot have: too long for them, or surely another."""
    sure = next((roles for cue, roles in SURE.items() if cue in cues), None)
    if sure:
        return [role for role in Part if role not in sure]
    return SHORT if size > HEAD else ()


Suited = Sequence[Mapping[Part, float]]
Follows = Mapping[str, Mapping[Part, float]]


def _best(suited: Suited, follows: Follows) -> list[Part]:
    """Return the sequence of roles that suits the page best."""
    scores: dict[str, float] = {TOP: 0.0}
    steps: list[dict[str, tuple[str, Part]]] = []
    for options in suited:
        best: dict[str, float] = {}
        step: dict[str, tuple[str, Part]] = {}
        for above, score in scores.items():
            row = follows[above]
            for role, suits in options.items():
                total = score + row[role] + suits
                state = above if role in SET_ASIDE else role
                if total > best.get(state, -math.inf):
                    best[state], step[state] = total, (above, role)
        least = max(best.values()) - LONGEST_SHOT
        scores = {state: score for state, score in best.items() if score > least}
        steps.append(step)
    state = max(scores, key=scores.__getitem__)
    found = []
    for step in reversed(steps):
        state, role = step[state]
        found.append(role)
    return found[::-1]


def _chances(suited: Suited, follows: Follows) -> list[dict[Part, float]]:
    """Return how sure each role of each paragraph is, over all sequences."""
    odds = {above: {r: math.exp(w) for r, w in row.items()} for above, row in follows.items()}
    suits = [_scaled(options) for options in suited]
    ahead: list[dict[str, float]] = [{TOP: 1.0}]
    for options in suits:
        ahead.append(_likely(_forward(ahead[-1], options, odds)))
    found = []
    behind: dict[str, float] = dict.fromkeys(ahead[-1], 1.0)
    for before, options in zip(reversed(ahead[:-1]), reversed(suits), strict=True):
        chance: dict[Part, float] = dict.fromkeys(options, 0.0)
        upper: dict[str, float] = {}
        for above, mass in before.items():
            row, total = odds[above], 0.0
            for role, suit in options.items():
                state = above if role in SET_ASIDE else role
                step = row[role] * suit * behind.get(state, 0.0)
                chance[role] += mass * step
                total += step
            upper[above] = total
        behind = _likely(upper)
        found.append(_normal(chance))
    return found[::-1]


def _forward(
    before: Mapping[str, float], options: Mapping[Part, float], odds: Follows
) -> dict[str, float]:
    found: dict[str, float] = {}
    for above, mass in before.items():
        row = odds[above]
        for role, suit in options.items():
            state = above if role in SET_ASIDE else role
            found[state] = found.get(state, 0.0) + mass * row[role] * suit
    return found


def _scaled(options: Mapping[Part, float]) -> dict[Part, float]:
    most = max(options.values())
    return {role: math.exp(score - most) for role, score in options.items()}


def _likely(masses: dict[str, float]) -> dict[str, float]:
    """Return masses as shares of their sum, the slimmest left out."""
    least = SLIMMEST * sum(masses.values())
    return _normal({key: mass for key, mass in masses.items() if mass > least})


def _normal(masses: dict[Key, float]) -> dict[Key, float]:
    total = sum(masses.values())
    return {key: mass / total for key, mass in masses.items()}


def of(items: Iterable[Item], *roles: Part) -> tuple[Item, ...]:
    """Return the items of some roles."""
    return tuple(item for item in items if item.role in roles)
