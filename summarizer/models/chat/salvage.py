"""What is whole of a reply that was cut off: the rows before the cut, the brackets put behind them.

{"a":"…","k":["…"],"r":[["1",…],["2",…],["3","4亿      a reply as it came
{"a":"…","k":["…"],"r":[["1",…],["2",…]],"o":[]}       what is kept
"""

import json
from typing import TypeVar

from pydantic import ValidationError

from summarizer.models.chat.reply.shapes import WireReply

AnyReply = TypeVar("AnyReply", bound=WireReply)
CLOSING = {"{": "}", "[": "]"}


def whole_rows(said: str, form: type[AnyReply]) -> AnyReply | None:
    """Return the whole part of a reply, lists that it did not come to left empty, or None."""
    start = said.find("{")
    closed = _closed(said[start:]) if start >= 0 else None
    try:
        found = json.loads(closed or "")
        return form.model_validate(dict.fromkeys(form.model_fields, ()) | found)
    except (ValueError, TypeError, RecursionError, ValidationError):
        return None


def _closed(text: str) -> str | None:
    """Return the text up to the last whole element of a list, and close what is open there."""
    open_: list[str] = []
    safe: tuple[int, str] | None = None
    inside = escaped = False
    for at, character in enumerate(text):
        if inside:
            inside = escaped or character != '"'
            escaped = character == "\\" and not escaped
            ended = not inside
        else:
            inside, ended = character == '"', character in "]}"
            if character in CLOSING:
                open_.append(CLOSING[character])
            elif ended and open_:
                open_.pop()
        if ended and _is_whole(open_, character):
            safe = at + 1, "".join(reversed(open_))
    return text[: safe[0]] + safe[1] if safe else None


def _is_whole(open_: list[str], ended: str) -> bool:
    """Say whether what has just ended is an element of one of the reply's lists, or a list."""
    return open_ == ["}", "]"] or (open_ == ["}"] and ended == "]")
