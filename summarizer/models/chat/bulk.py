"""Questions that somebody else sends and answers hours later: a batch API.

The bodies are those of `ChatModel.questions`, one article each; what comes back is read here as a
reply is read anywhere. Which numbers an article's figures bear stands in the question itself.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from summarizer.errors import ReplyRejected
from summarizer.models import Draft, ModelSpec
from summarizer.models.chat.limits import NOTHING, Need, read_price
from summarizer.models.chat.question import REPLIES
from summarizer.models.chat.reply import CITATION, read_reply
from summarizer.models.chat.sections import merge
from summarizer.models.chat.vendors import find_endpoint
from summarizer.report import Usage
from summarizer.summary import ArticleSummary

BATCH_DISCOUNT = Decimal("0.5")


def numbers_in(body: Mapping[str, Any]) -> tuple[int, ...]:
    """Return the numbers by which a question lets figures be cited."""
    asked = next(turn["content"] for turn in body["messages"] if turn["role"] == "user")
    return tuple(sorted({int(number) for number in CITATION.findall(asked)}))


def read_completion(
    completion: Mapping[str, Any], numbers: Sequence[int], spec: ModelSpec
) -> tuple[ArticleSummary, Usage]:
    """Read a chat completion as a draft of one section; raises ReplyRejected."""
    from summarizer.models.chat.answers import Answered
    from summarizer.models.chat.wire import find_object

    try:
        answer = Answered.model_validate(completion)
        reply = REPLIES[spec.parts].model_validate_json(find_object(answer.said.text))
    except ValidationError as error:
        raise ReplyRejected(f"not the reply that was asked for: {_first_line(error)}") from error
    summary = read_reply(reply, {number: f"Q{number}" for number in numbers})
    return summary, _usage(answer.told or NOTHING, spec)


def merged(parts: Sequence[tuple[ArticleSummary, Usage]]) -> Draft:
    """Put the sections of an article together."""
    usages = [usage for _, usage in parts]
    costs = [usage.cost for usage in usages if usage.cost is not None]
    return Draft(
        merge([summary for summary, _ in parts]),
        Usage(
            requests=sum(usage.requests for usage in usages),
            prompt_tokens=sum(usage.prompt_tokens for usage in usages),
            completion_tokens=sum(usage.completion_tokens for usage in usages),
            cost=sum(costs, Decimal(0)) if len(costs) == len(usages) else None,
        ),
    )


def _usage(used: Need, spec: ModelSpec) -> Usage:
    price = read_price(spec.prices, find_endpoint(spec.model, spec.base_url).model)
    cost = price.cost(used.sent, used.received) * BATCH_DISCOUNT if price else None
    return Usage(requests=1, prompt_tokens=used.sent, completion_tokens=used.received, cost=cost)


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
