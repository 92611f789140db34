"""What an endpoint sent, read as from a stranger: openai builds its objects without a look inside.

    sent ─► Answered      only the fields we use, each of its type, or None for the whole
                └─ used   what it says it took: believed within reason, or None

What is refused here is no completion, whatever it looks like.
"""

from collections.abc import Mapping
from typing import Any

from openai.types import CompletionUsage
from openai.types.chat import ChatCompletion, ChatCompletionMessage
from openai.types.chat.chat_completion import Choice
from pydantic import BaseModel, ConfigDict, Field

from summarizer.models.chat.limits import Need

APART = 8  # times that our estimate of what was sent may be too high or too low
WRAPPING = 4096  # tokens that a server's own template may add
MOST_TOKENS = 1_000_000  # of thoughts and reply, in one answer


class _Read(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, hide_input_in_errors=True)


class Function(_Read):
    """The function that a call names."""

    arguments: str


class Call(_Read):
    """A reply as the arguments of a call."""

    function: Function | None = None


class Said(_Read):
    """What the assistant said."""

    content: str | None = None
    refusal: str | None = None
    tool_calls: list[Call] | None = None

    @property
    def text(self) -> str:
        """What was replied, be it as text or as the arguments of a call."""
        calls = (call.function for call in self.tool_calls or ())
        called = next(filter(None, calls), None)
        return called.arguments if called else self.content or ""


class Answer(_Read):
    """One of the answers to choose from; we ask for one."""

    message: Said
    finish_reason: str | None = None


class Answered(_Read):
    """A completion. `usage` is whatever stood there: see `used`."""

    choices: list[Answer] = Field(min_length=1)
    usage: Any = None

    @property
    def said(self) -> Said:
        """The message."""
        return self.choices[0].message

    def used(self, estimated: int) -> Need | None:
        """Return what a request has taken, None where what is told cannot be.

        `estimated` is what we reckon the request to have, in tokens.
        """
        likely = range(estimated // APART, estimated * APART + WRAPPING)
        return self.told if self.told and self.told.sent in likely else None

    @property
    def told(self) -> Need | None:
        """What stands there as usage, None where it is no two whole numbers in reason."""
        usage = self.usage if isinstance(self.usage, Mapping) else {}
        sent, received = usage.get("prompt_tokens"), usage.get("completion_tokens")
        if type(sent) is not int or type(received) is not int:
            return None
        sane = sent in range(MOST_TOKENS) and received in range(MOST_TOKENS)
        return Need(sent, received) if sane else None


def read_answer(completion: object) -> Answered | None:
    """Return what openai made of an answer as it really is, None where it is no completion."""
    if not isinstance(completion, ChatCompletion):
        return None
    try:
        return Answered.model_validate(completion.to_dict(warnings=False))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def as_completion(text: str, used: Need) -> ChatCompletion:
    """Return a completion that says this and nothing else, for those who want one."""
    return ChatCompletion(
        id="",
        created=0,
        model="",
        object="chat.completion",
        choices=[
            Choice(
                index=0,
                finish_reason="stop",
                message=ChatCompletionMessage(role="assistant", content=text),
            )
        ],
        usage=CompletionUsage(
            prompt_tokens=used.sent, completion_tokens=used.received, total_tokens=used.tokens
        ),
    )
