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
from summarizer.models.chat.reply import contract_of
from summarizer.models.chat.reply.shapes import CITATION
from summarizer.models.chat.revision import Changes, Contested, revised
from summarizer.models.chat.sections import merge
from summarizer.models.chat.sizes import LARGEST
from summarizer.models.chat.vendors import find_endpoint
from summarizer.prompt import load_prompt
from summarizer.report import Usage
from summarizer.summary import ArticleSummary

BATCH_DISCOUNT = Decimal("0.5")


def numbers_in(body: Mapping[str, Any]) -> tuple[int, ...]:
    """Return the numbers by which a question lets figures be cited."""
    asked = next(turn["content"] for turn in body["messages"] if turn["role"] == "user")
    return tuple(sorted({int(mark[1]) for mark in CITATION.finditer(asked)}))


def read_completion(
    completion: Mapping[str, Any],
    body: Mapping[str, Any],
    spec: ModelSpec,
    contested: Contested | None = None,
) -> tuple[ArticleSummary, Usage]:
    """Read the answer to a question as a draft of one section; raises ReplyRejected.

    Where the question was to go over a draft, `contested` is what was contested of it, else None.
    """
    from summarizer.models.chat.answers import Answered
    from summarizer.models.chat.wire import find_object

    contract = contract_of(load_prompt(spec.prompt))
    whole = contract.form(spec.parts, LARGEST)
    cited = {number: f"Q{number}" for number in numbers_in(body)}
    try:
        answer = Answered.model_validate(completion)
        said = find_object(answer.said.text)
        if contested is not None:
            draft = contract.read(whole.model_validate_json(_draft_in(body)), cited)
            summary = revised(draft, contested, Changes.model_validate_json(said), cited)
        else:
            summary = contract.read(whole.model_validate_json(said), cited)
    except ValidationError as error:
        raise ReplyRejected(
            "not the reply that was asked for: {error}", error=_first_line(error)
        ) from error
    return summary, _usage(answer.told or NOTHING, spec)


def _draft_in(body: Mapping[str, Any]) -> str:
    """Return the draft that a question is about."""
    told = (turn["content"] for turn in body["messages"] if turn["role"] == "assistant")
    return next(told, "")


def merged(parts: Sequence[tuple[ArticleSummary, Usage]], spec: ModelSpec) -> Draft:
    """Put the sections of an article together."""
    usages = [usage for _, usage in parts]
    costs = [usage.cost for usage in usages if usage.cost is not None]
    return Draft(
        merge([summary for summary, _ in parts], contract_of(load_prompt(spec.prompt)).points),
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
