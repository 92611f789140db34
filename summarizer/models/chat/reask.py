"""A malformed reply is asked for again, once; instructor says how.

instructor is shown the reply that is there already, as if it had asked for it itself, and sends
the second request through our `send`: paced, budgeted and retried like any other. It never gets a
context, for with one it would render Jinja templates that stand in the article.
"""

import logging
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain, repeat
from typing import TypeVar

import instructor
from instructor.core import InstructorRetryException
from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from summarizer.errors import ModelError
from summarizer.models.chat.reply import WireReply
from summarizer.models.chat.signals import Malformed

logging.getLogger("instructor").addHandler(logging.NullHandler())  # we raise what it would log

AnyReply = TypeVar("AnyReply", bound=WireReply)
Message = dict[str, str]
Send = Callable[[Sequence[Message]], ChatCompletion]


def ask_again(
    first: ChatCompletion, messages: Sequence[Message], reply: type[AnyReply], send: Send
) -> AnyReply:
    """Have a malformed reply corrected; raises Malformed, or what `send` raises."""
    ways: chain[Send] = chain([lambda _: first], repeat(send))

    def create(*, messages: Sequence[Message], **_: object) -> ChatCompletion:
        return next(ways)(messages)

    ask = instructor.patch(create=create, mode=instructor.Mode.JSON_SCHEMA)
    try:
        answer: AnyReply = ask(
            response_model=_prepared(reply), max_retries=1, strict=False, messages=list(messages)
        )
    except InstructorRetryException as error:
        cause = error.__cause__
        raise cause if isinstance(cause, ModelError) else _malformed(cause) from None
    return answer


@cache
def _prepared(reply: type[AnyReply]) -> type[AnyReply]:
    """Return the type as instructor makes it, which takes it a millisecond each time."""
    prepared: type[AnyReply] = instructor.openai_schema(reply)
    return prepared


def _malformed(cause: BaseException | None) -> Malformed:
    """Say the first thing that is wrong with the second reply."""
    if not isinstance(cause, ValidationError):
        return Malformed("replied with nothing that can be read: {error}", error=cause)
    first = cause.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(step) for step in first["loc"]) or "it"
    return Malformed(
        "replied twice with something else than asked ({place}: {what})",
        place=place,
        what=first["msg"],
    )
