"""A chat model: any endpoint that speaks the OpenAI protocol.

    draft ─► sections ─► render the prompt ─► ask ─► read the reply ─► merge
      └────► gather short articles, if they may share a request
                                               │
               instructor: a malformed reply is asked for again, once
               wire: pace, budget, transport failures, one bounded HTTP answer

Three kinds of failure, three owners, each switched off everywhere else. A reply that is well
formed and wrong is nobody's business here: verification judges it, and the next request carries
its findings. openai, instructor and tenacity are imported when the first request is sent.
"""

import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from summarizer.errors import ModelError, PromptError, ReplyRejected
from summarizer.models import Draft, ModelSpec, Request
from summarizer.models.chat.dialect import Mode, check_mode, request_options
from summarizer.models.chat.gathering import Gathering
from summarizer.models.chat.groups import pack, read_group, take_parts
from summarizer.models.chat.limits import Budget, read_price
from summarizer.models.chat.question import Message, Part, form_of, messages, take_part
from summarizer.models.chat.reply import WireReply, contract_of
from summarizer.models.chat.revision import (
    Changes,
    Contested,
    Faults,
    faults_of,
    revised,
    turns,
)
from summarizer.models.chat.salvage import whole_rows
from summarizer.models.chat.sections import cut, halve, merge
from summarizer.models.chat.signals import ReplyCut
from summarizer.models.chat.sizes import LARGEST
from summarizer.models.chat.tally import Tally
from summarizer.models.chat.vendors import VENDORS, check_host, demand_key, find_endpoint
from summarizer.prompt import load_prompt
from summarizer.summary import ArticleSummary
from summarizer.text import Span

if TYPE_CHECKING:
    from summarizer.models.chat.exchange import Exchange

__all__ = ["VENDORS", "ChatModel", "demand_key"]


@dataclass(frozen=True, slots=True)
class Question:
    """A request: the type of its reply, its messages in a mode, and how long the reply may be."""

    form: type[WireReply]
    render: Callable[[Mode], list[Message]]
    bound: int | None
    """In characters; None for any length."""


class ChatModel:
    """Drafts through a chat endpoint. One object may be shared by threads; it is not pickled."""

    def __init__(self, spec: ModelSpec, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._spec = spec
        self._prompt = load_prompt(spec.prompt)
        self._contract = contract_of(self._prompt)
        self._endpoint = find_endpoint(spec.model, spec.base_url)
        check_host(self._endpoint, spec.allow_hosts, local_only=spec.local_only)
        check_mode(spec.mode)
        self._price = read_price(spec.prices, self._endpoint.model)
        self._budget = Budget(spec.limits, self._price)
        self._sleep = sleep
        self._gathering = Gathering(self.draft_group, spec.group, time.sleep)
        self._lock = threading.Lock()

    @property
    def _temperature(self) -> float:
        temperature = self._prompt.meta.get("temperature", 0)
        if not isinstance(temperature, int | float):
            raise PromptError("{prompt}: temperature is not a number", prompt=self.prompt)
        return temperature

    @property
    def name(self) -> str:
        """`VENDOR:NAME`, as the user wrote it."""
        return self._spec.model

    @property
    def prompt(self) -> str:
        """`article-summary@2`."""
        return str(self._prompt)

    @property
    def fingerprint(self) -> str:
        """A hash of all that shapes a draft beside the article: model, prompt, reply schema."""
        spec = self._spec
        schema = self._contract.form(spec.parts, LARGEST).model_json_schema()
        shaping = (self._endpoint.base_url, spec.model, self._prompt.fingerprint, spec.language)
        lengths = (spec.section, spec.group)
        text = json.dumps([*shaping, spec.parts, *lengths, schema], sort_keys=True)
        return f"sha256:{sha256(text.encode()).hexdigest()}"

    def draft(self, request: Request) -> Draft:
        """Draft a summary; raises ModelError where no usable reply came back."""
        if request.findings or len(request.article.text) > self._spec.group:
            return self._draft(request, Tally())
        return self._gathering.draft(request)

    def _draft(self, request: Request, tally: Tally) -> Draft:
        sections = cut(request.article.text, self._spec.section)
        try:
            summaries = [self._draft_part(self._part(request, span), tally) for span in sections]
        except ModelError as error:
            error.usage = tally.usage(self._price)
            raise
        return Draft(merge(summaries, self._contract.points), tally.usage(self._price))

    def draft_group(self, requests: Sequence[Request]) -> tuple[Draft | ModelError, ...]:
        """Draft articles, short ones sharing a request; a failure is a value in its place."""
        packs = pack(requests, self._spec.group)
        return tuple(outcome for one in packs for outcome in self._draft_pack(one))

    def _draft_pack(self, requests: Sequence[Request]) -> list[Draft | ModelError]:
        if len(requests) == 1:
            return [self._outcome(requests[0], Tally())]
        tally = Tally()
        try:
            summaries = self._ask_group(self._parts(requests), tally)
        except ReplyRejected:
            summaries = {}
        except ModelError as error:
            return [error] * len(requests)
        shares = tally.shares(len(requests))
        return [
            Draft(summaries[place], part.usage(self._price))
            if place in summaries
            else self._outcome(request, part)
            for place, (request, part) in enumerate(zip(requests, shares, strict=True))
        ]

    def _ask_group(self, parts: Sequence[Part], tally: Tally) -> Mapping[int, ArticleSummary]:
        return read_group(self._ask(parts, tally), parts, self._contract)

    def _outcome(self, request: Request, tally: Tally) -> Draft | ModelError:
        """Draft an article by itself, on top of what a shared request has used for it."""
        try:
            return self._draft(request, tally)
        except ModelError as error:
            return error

    def questions(self, requests: Sequence[Request]) -> tuple[dict[str, Any], ...]:
        """Return the body of each request that would be sent for these; sends nothing."""
        return tuple(body for one in pack(requests, self._spec.group) for body in self._bodies(one))

    def _bodies(self, requests: Sequence[Request]) -> list[dict[str, Any]]:
        if len(requests) > 1:
            return [self._body(self._parts(requests))]
        sections = cut(requests[0].article.text, self._spec.section)
        return [self._body([self._part(requests[0], span)]) for span in sections]

    def contested(self, request: Request) -> tuple[Contested | None, ...]:
        """Return what each request of `questions` for one article asks to go over, by place."""
        spans = cut(request.article.text, self._spec.section)
        found = [self._faults(self._part(request, span)) for span in spans]
        return tuple(each.contested if each else None for each in found)

    def _body(self, parts: Sequence[Part]) -> dict[str, Any]:
        mode = Mode(self._spec.mode or Mode.JSON_SCHEMA_STRICT)
        question = self._question(parts)
        sampling = {"temperature": self._temperature, "max_tokens": self._spec.reply_tokens}
        options = request_options(mode, question.form.model_json_schema(), **sampling)
        said = question.render(mode)
        return {"model": self._endpoint.model, "messages": said} | options

    def _part(self, request: Request, span: Span) -> Part:
        return take_part(request, span, enclosed=self._contract.encloses)

    def _parts(self, requests: Sequence[Request]) -> list[Part]:
        return take_parts(requests, enclosed=self._contract.encloses)

    def _draft_part(self, part: Part, tally: Tally) -> ArticleSummary:
        """Ask about a stretch of text, or about its halves where the whole is too long."""
        faults = self._faults(part)
        if faults and not faults.places:
            return faults.draft
        try:
            reply = self._ask([part], tally)
        except ReplyCut as error:
            return faults.draft if faults else self._of_cut(part, error, tally)
        if faults and isinstance(reply, Changes):
            return revised(faults.draft, faults.contested, reply, part.cited)
        return self._contract.read(reply, part.cited)

    def _of_cut(self, part: Part, error: ReplyCut, tally: Tally) -> ArticleSummary:
        """Keep what came of a reply that was cut, if it is most; else ask about the halves."""
        form = form_of(self._spec, self._contract, [part])
        kept = whole_rows(error.said, form) if self._contract.revises else None
        summary = self._contract.read(kept, part.cited) if kept else None
        halves = halve(part.request.article.text, part.span)
        if summary and (not halves or _is_most(summary, part)):
            return summary
        if not halves:
            raise ReplyRejected("{error}; raise --reply-tokens", error=error) from None
        parts = [self._draft_part(self._part(part.request, h), tally) for h in halves]
        return merge(parts, self._contract.points)

    def _faults(self, part: Part) -> Faults | None:
        """Return what a draft is contested in, where the prompt asks for changes alone."""
        request = part.request
        if not self._contract.revises or request.previous is None or not request.findings:
            return None
        return faults_of(part)

    def _ask(self, parts: Sequence[Part], tally: Tally) -> WireReply:
        question = self._question(parts)
        return self._exchange.ask(question.render, question.form, tally, question.bound)

    def _question(self, parts: Sequence[Part]) -> Question:
        """Return what is asked about a stretch, several articles, or a draft gone over."""
        faults = self._faults(parts[0]) if len(parts) == 1 else None
        form = Changes if faults else form_of(self._spec, self._contract, parts)
        figures = sum(len(part.cited) for part in parts)
        bound = self._contract.bound([part.size for part in parts], figures)

        def render(mode: Mode) -> list[Message]:
            asked = messages(self._prompt, self._spec, parts, mode)
            again = turns(self._prompt, parts[0], faults, self._spec, mode) if faults else []
            return [*asked, *again]

        return Question(form, render, faults.bound if faults else bound)

    @property
    def _exchange(self) -> "Exchange":
        """The connection, made when it is first needed, and once."""
        with self._lock:
            return self._connected

    @cached_property
    def _connected(self) -> "Exchange":
        from summarizer.models.chat.exchange import Exchange

        return Exchange(self._spec, self._endpoint, self._budget, self._temperature, self._sleep)


def _is_most(summary: ArticleSummary, part: Part) -> bool:
    """Say whether a summary accounts for most figures of a stretch."""
    told = {claim.quantity for claim in summary.observations}
    told.update(each.quantity for each in summary.asides)
    return 2 * len(told & {*part.cited.values()}) >= len(part.cited)
