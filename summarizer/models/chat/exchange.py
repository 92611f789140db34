"""A question and its answer: asked in a way the endpoint takes, within the budget, and counted.

ask ─► mode and habits ─► budget ─► wire ─► valid? ─► reply
 ▲                          ▲                 │ no
 └── refused, or malformed ─┴── ask_again ◄───┘
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from openai.types.chat import ChatCompletion
from pydantic import ValidationError

from summarizer.errors import ModelError, ModelUnavailable, ReplyRejected
from summarizer.models import ModelSpec
from summarizer.models.chat.answers import as_completion
from summarizer.models.chat.dialect import Habits, Mode, dialect_of, request_options
from summarizer.models.chat.limits import NOTHING, Budget, Need, estimate_tokens
from summarizer.models.chat.reply import WireReply
from summarizer.models.chat.signals import FormRefused, Malformed, ReplyUnbegun
from summarizer.models.chat.tally import Tally
from summarizer.models.chat.vendors import Endpoint
from summarizer.models.chat.wire import Wire

AnyReply = TypeVar("AnyReply", bound=WireReply)
Message = dict[str, str]
Render = Callable[[Mode], Sequence[Message]]

SPARE = 256  # tokens for the braces of a reply, and for a few words around it
REPLY_TOKENS_FOR_TEXT = 2  # a reply is at most about half as long as what was sent


class Exchange:
    """Everything that is needed to ask an endpoint; shared by threads."""

    def __init__(
        self,
        spec: ModelSpec,
        endpoint: Endpoint,
        budget: Budget,
        temperature: float,
        sleep: Callable[[float], None],
    ) -> None:
        self._spec = spec
        self._temperature = temperature
        self._endpoint = endpoint
        self._dialect = dialect_of(endpoint.base_url, endpoint.model)
        self._budget = budget
        self._wire = Wire(endpoint, spec.limits, budget, sleep, local_only=spec.local_only)

    def ask(
        self, render: Render, reply: type[AnyReply], tally: Tally, longest: int | None = None
    ) -> AnyReply:
        """Ask in the first way that works; raises ModelError where none does.

        `longest` is how many characters the reply may have; thoughts before it are extra, once
        the endpoint is known to have some.
        """
        first: ModelError | None = None
        while True:
            mode = Mode(self._spec.mode) if self._spec.mode else self._dialect.mode
            habits = self._dialect.habits
            try:
                options = self._options(mode, habits, reply, longest)
                answer = self._ask_with(options, render(mode), reply, tally)
            except ReplyUnbegun:
                if self._spec.reply_tokens or not self._dialect.leave_room(habits):
                    raise
            except (FormRefused, Malformed) as error:
                first = first or error
                if not self._may_go_on(mode, habits, error):
                    raise _public(first, self._endpoint) from None
            else:
                self._dialect.prove(mode)
                return answer

    def _options(
        self, mode: Mode, habits: Habits, reply: type[WireReply], longest: int | None
    ) -> dict[str, Any]:
        bound = longest + SPARE if longest and not habits.thinks else None
        sampling = {
            "temperature": self._temperature if habits.temperature else None,
            habits.longest_reply: self._spec.reply_tokens or bound,
        }
        return request_options(mode, reply.model_json_schema(), **sampling)

    def _may_go_on(self, mode: Mode, habits: Habits, error: ModelError) -> bool:
        """Learn from a refusal; says whether to ask again in another way."""
        if self._dialect.learn(str(error), habits):
            return True
        return not self._spec.mode and self._dialect.give_up(mode)

    def _ask_with(
        self,
        options: dict[str, Any],
        messages: Sequence[Message],
        reply: type[AnyReply],
        tally: Tally,
    ) -> AnyReply:
        def send(messages: Sequence[Message]) -> ChatCompletion:
            body = {"model": self._endpoint.model, "messages": messages}
            return self._send(tally, body | options)

        completion = send(messages)
        try:
            return reply.model_validate_json(completion.choices[0].message.content or "")
        except ValidationError:
            from summarizer.models.chat.reask import ask_again

            return ask_again(completion, messages, reply, send)

    def _send(self, tally: Tally, options: dict[str, Any]) -> ChatCompletion:
        """Send one request if the budget allows, and count what it took."""
        sent = estimate_tokens(json.dumps(options, ensure_ascii=False))
        need = Need(sent, self._spec.reply_tokens or sent // REPLY_TOKENS_FOR_TEXT)
        tally.requests += 1
        try:
            answer = self._wire.send(need, options)
        except ModelError:
            tally.complete = False
            raise
        used = answer.used(need.sent)
        tally.complete = tally.complete and used is not None
        if used:  # else what was set aside stays spent
            self._budget.settle(need, used)
            tally.prompt_tokens += used.sent
            tally.completion_tokens += used.received
        return as_completion(self._wire.examined(answer), used or NOTHING)


def _public(error: ModelError, endpoint: Endpoint) -> ModelError:
    """Return the error as one of the tree that users know."""
    if isinstance(error, Malformed):
        return ReplyRejected("{name}: {what}", name=endpoint, what=error)
    return ModelUnavailable(str(error))
