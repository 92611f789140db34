"""How to ask an endpoint for JSON, found out once and remembered for the process.

    json_schema_strict → json_schema → tools → json → md_json

An endpoint that refuses one way, or answers it with something that never parses, is asked the
next way. Once a way has given a valid reply it is kept: from then on a bad reply is the reply's
fault. Only ways forward are taken, so that threads that learn the same thing do not undo it.
"""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Any

from summarizer.errors import ModelError


class Mode(StrEnum):
    """A way to ask for JSON, from the strictest to the plainest."""

    JSON_SCHEMA_STRICT = "json_schema_strict"
    JSON_SCHEMA = "json_schema"
    TOOLS = "tools"
    JSON = "json"
    MD_JSON = "md_json"

    @property
    def sends_schema(self) -> bool:
        """Whether the schema travels outside of the prompt."""
        return self in (Mode.JSON_SCHEMA_STRICT, Mode.JSON_SCHEMA, Mode.TOOLS)


ORDER = tuple(Mode)
NAME = "reply"


def check_mode(mode: str | None) -> None:
    """Refuse a mode that does not exist."""
    if mode is not None and mode not in ORDER:
        raise ModelError("{mode}: not a mode; there are {known}", mode=mode, known=", ".join(ORDER))


def request_options(
    mode: Mode, schema: Mapping[str, Any], **sampling: float | None
) -> dict[str, Any]:
    """Return what a chat request says beside its messages; what is None is left out."""
    given = {name: value for name, value in sampling.items() if value is not None}
    return _form(mode, schema) | given


def _form(mode: Mode, schema: Mapping[str, Any]) -> dict[str, Any]:
    """Ask for JSON of this schema."""
    if mode is Mode.TOOLS:
        function = {"name": NAME, "parameters": schema}
        choice = {"type": "function", "function": {"name": NAME}}
        return {"tools": [{"type": "function", "function": function}], "tool_choice": choice}
    if mode is Mode.JSON:
        return {"response_format": {"type": "json_object"}}
    if mode is Mode.MD_JSON:
        return {}
    strict = {"strict": True} if mode is Mode.JSON_SCHEMA_STRICT else {}
    return {
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": NAME, **strict, "schema": schema},
        }
    }


@dataclass(frozen=True, slots=True)
class Habits:
    """Whether an endpoint takes a temperature, what it calls the longest reply, if it thinks."""

    temperature: bool = True
    longest_reply: str = "max_tokens"
    thinks: bool = False
    """Whether it needs room for thoughts before the reply, of which nobody knows how many."""


@dataclass
class Dialect:
    """What an endpoint has been found to take. Shared by threads."""

    index: int = 0
    proven: bool = False
    habits: Habits = Habits()
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def mode(self) -> Mode:
        """The way to ask now."""
        return ORDER[self.index]

    def learn(self, refusal: str, tried: Habits) -> bool:
        """Take a hint about a parameter; says whether there is now more known than was tried."""
        with self._lock:
            if "max_completion_tokens" in refusal:
                self.habits = replace(self.habits, longest_reply="max_completion_tokens")
            elif "temperature" in refusal:
                self.habits = replace(self.habits, temperature=False)
            return self.habits != tried

    def leave_room(self, tried: Habits) -> bool:
        """Bound its replies no more; says whether that is something new."""
        with self._lock:
            self.habits = replace(self.habits, thinks=True)
            return self.habits != tried

    def prove(self, mode: Mode) -> None:
        """Remember that a mode gave a valid reply."""
        with self._lock:
            self.proven = self.proven or mode is self.mode

    def give_up(self, mode: Mode) -> bool:
        """Leave a mode that does not work; says whether there is another way to try."""
        with self._lock:
            if mode is not self.mode:
                return True
            if self.proven or self.index + 1 == len(ORDER):
                return False
            self.index += 1
            return True


@cache
def dialect_of(base_url: str, model: str) -> Dialect:
    """Return what this process knows of an endpoint."""
    del base_url, model  # the key of the cache
    return Dialect()
