"""What each cue is worth: fitted by `python -m eval.fit segmentation`, read and changed by hand.

    roles.json   cues     "ends in full stop": {"headline": -1.9, "body": 1.2, …}   a role's suit
                 follows  "byline": {"body": 2.1, "headline": -1.4, …}              what comes next
    joins.json   cues     "jump_line": 3.1, …                                       log odds

`learned_from` says of how many pages, and has their digest.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from typing import Any


class Part(StrEnum):
    """What a paragraph is on its page."""

    KICKER = "kicker"
    HEADLINE = "headline"
    MORE = "more"  # a further line of the headline
    DECK = "deck"
    BYLINE = "byline"
    BODY = "body"
    PART = "part"  # text below a subhead
    START = "start"  # text that begins an article without a headline
    RESUME = "resume"  # text that goes on in an article further up
    SUBHEAD = "subhead"
    BACK = "back"  # a subhead below which the text of an article further up goes on
    CLOSING = "closing"  # a byline below the text
    DATE = "date"
    BANNER = "banner"
    JUMP_TO = "jump_to"
    JUMP_FROM = "jump_from"
    CAPTION = "caption"
    NOISE = "noise"


TOP = "top"
"""What the first line of a page follows."""


@dataclass(frozen=True)
class Weights:
    """What each cue is worth for each role, each role behind another, each cue of a join."""

    cues: Mapping[str, tuple[tuple[Part, float], ...]]
    follows: Mapping[str, Mapping[Part, float]]
    joins: Mapping[str, float]

    @cached_property
    def rows(self) -> dict[str, tuple[float, ...]]:
        """What each cue is worth for every role, in the order of the roles."""
        return {
            cue: tuple(dict(row).get(part, 0.0) for part in Part) for cue, row in self.cues.items()
        }

    def less(self, *off: str) -> "Weights":
        """Return the weights with some cues switched off, to measure what each is worth."""
        return replace(
            self,
            cues={cue: row for cue, row in self.cues.items() if cue not in off},
            joins={cue: weight for cue, weight in self.joins.items() if cue not in off},
        )


@cache
def fitted() -> Weights:
    """Return the weights as they were fitted."""
    roles, joins = _read("roles.json"), _read("joins.json")
    return Weights(
        {
            cue: tuple((Part(role), weight) for role, weight in row.items())
            for cue, row in roles["cues"].items()
        },
        {
            above: dict.fromkeys(Part, 0.0) | {Part(role): weight for role, weight in row.items()}
            for above, row in roles["follows"].items()
        },
        joins["cues"],
    )


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(files(__package__).joinpath(name).read_bytes())
    return content
