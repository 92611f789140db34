"""One request to one endpoint: patient with the network, suspicious of the answer.

    send ─► pace ─► tenacity ( openai ─► HTTP, bounded in time and size ) ─► one JSON object

Transport failures (429, 5xx, resets) are tried again with jitter, or when the server says; an
answer that does not come in time is not, for it may have been paid for. What comes out of here is
an answer whose text is a JSON object as far as one can be found, or a ModelError that names the
endpoint and never the key.
"""

import datetime as dt
import json
import random
import threading
import weakref
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any

import httpx2
import openai
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from summarizer.errors import ModelError, ModelUnavailable, ReplyRejected, worded
from summarizer.models import Limits
from summarizer.models.chat.answers import Answered, read_answer
from summarizer.models.chat.bounds import http_client, within
from summarizer.models.chat.limits import NOTHING, Budget, Need, Pace
from summarizer.models.chat.signals import FormRefused, ReplyCut, ReplyUnbegun
from summarizer.models.chat.vendors import NO_KEY, Endpoint

MAX_ERROR_CHARACTERS = 300
SHORTEST_KEY = 5
SERVER_ERRORS = 500
FIRST_WAIT, LONGEST_WAIT = 0.5, 60.0
OVERLOADED = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
FORM_REFUSED = frozenset({400, 404, 415, 422, 501})
ABOUT_FORM = ("response_format", "json_schema", "grammar", "tool_choice")
TOO_LONG = ("context_length", "context length", "maximum context", "context size")


class Wire:
    """An endpoint that one can send to, from many threads."""

    def __init__(
        self,
        endpoint: Endpoint,
        limits: Limits,
        budget: Budget,
        sleep: Callable[[float], None],
        *,
        local_only: bool,
    ) -> None:
        self._endpoint = endpoint
        self._limits = limits
        self._budget = budget
        self._sleep = sleep
        self._pace = Pace(limits)
        self._places = threading.BoundedSemaphore(limits.concurrency or 1024)
        self._client = _client(endpoint, limits, local_only=local_only)
        weakref.finalize(self, self._client.close)

    def send(self, need: Need, options: dict[str, Any]) -> Answered:
        """Send a chat request that needs about so much; raises ModelError for no usable answer."""
        try:
            completion = self._patiently()(self._send_once, need, options)
        except openai.APIError as error:
            raise self._explained(error) from None
        except (ValueError, RecursionError) as error:
            said = self._presentable(str(error))
            raise ReplyRejected(
                "{endpoint}: answered with broken JSON: {said}", endpoint=self._endpoint, said=said
            ) from None
        answer = read_answer(completion)
        if answer is None:
            raise ReplyRejected(
                "{endpoint}: answered with something that is no completion", endpoint=self._endpoint
            )
        return answer

    def _send_once(self, need: Need, options: dict[str, Any]) -> object:
        """Make one attempt; what it needs stays spent unless it surely was not worked on."""
        self._budget.reserve(need)
        self._wait(self._pace.reserve(need.tokens))
        try:
            with self._places:
                return within(self._limits.timeout, partial(self._create, options))
        except TimeoutError:
            raise self._too_slow() from None
        except openai.APIError as error:
            if _is_free(error):
                self._budget.settle(need, NOTHING)
            raise

    def _create(self, options: dict[str, Any]) -> object:
        return self._client.chat.completions.create(
            model=self._endpoint.model,
            messages=(),  # sent as extra body, which openai does not walk through
            extra_body=options,
        )

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)

    def _patiently(self) -> Retrying:
        """Return a fresh policy: a shared one breaks under concurrency."""
        return Retrying(
            retry=retry_if_exception(_is_passing),
            stop=self._out_of_patience,
            wait=_next_wait,
            sleep=self._sleep,
            reraise=True,
        )

    def _out_of_patience(self, state: RetryCallState) -> bool:
        waited = (state.seconds_since_start or 0) + state.upcoming_sleep
        spent = stop_after_attempt(self._limits.retries + 1)(state)
        return spent or waited > self._limits.patience

    def _explained(self, error: openai.APIError) -> ModelError:
        """Say what, where and what to do about it."""
        where = self._endpoint
        said = self._presentable(_message(error))
        if isinstance(error.__cause__, ReplyRejected):
            return ReplyRejected("{name}: {what}", name=where, what=error.__cause__)
        if isinstance(error, openai.APITimeoutError):
            return self._too_slow()
        if not isinstance(error, openai.APIStatusError):
            return ModelUnavailable(
                "{where}: cannot be reached ({said}); check --base-url", where=where, said=said
            )
        return _explained_status(error.status_code, where, said)

    def _too_slow(self) -> ModelUnavailable:
        return ModelUnavailable(
            "{endpoint}: no answer within {seconds:g} s; raise --timeout",
            endpoint=self._endpoint,
            seconds=self._limits.timeout,
        )

    def examined(self, answer: Answered) -> str:
        """Refuse what is no reply, and cut the JSON object out of what stands around it."""
        where, said = self._endpoint, answer.said
        finish = answer.choices[0].finish_reason
        if finish == "length":
            cut = ReplyCut if "{" in said.text else ReplyUnbegun
            told = worded("{where}: the reply was cut off at its token limit", where=where)
            raise cut(told, reply=said.text)
        if finish == "content_filter":
            raise ReplyRejected("{where}: its content filter withheld the reply", where=where)
        if said.refusal:
            told = self._presentable(said.refusal)
            raise ReplyRejected("{where}: the model refused: {told}", where=where, told=told)
        return self._without_key(spelled_out(find_object(said.text)))

    def _presentable(self, text: str) -> str:
        """Return what an endpoint said on one line, without our key and not too long."""
        return " ".join(self._without_key(text).split())[:MAX_ERROR_CHARACTERS]

    def _without_key(self, text: str) -> str:
        """Take the key out of what an endpoint said; what is too short is no secret but a word."""
        key = self._endpoint.key
        return text.replace(key, "[key]") if key != NO_KEY and len(key) >= SHORTEST_KEY else text


def _client(endpoint: Endpoint, limits: Limits, *, local_only: bool) -> openai.OpenAI:
    """Return a client; raises ModelUnavailable where proxy or key cannot be what they say."""
    if not endpoint.key.isascii():
        raise ModelUnavailable(
            "{endpoint}: the key in {variable} is not plain ASCII; copy it again",
            endpoint=endpoint,
            variable=endpoint.variable,
        )
    try:
        http = http_client(limits.timeout, local_only=local_only)
    except (ValueError, ImportError):
        raise ModelUnavailable(
            "{endpoint}: the proxy in HTTP_PROXY, HTTPS_PROXY or ALL_PROXY cannot be used "
            "here; write http://HOST:PORT, or unset it",
            endpoint=endpoint,
        ) from None
    return openai.OpenAI(
        base_url=endpoint.base_url, api_key=endpoint.key, max_retries=0, http_client=http
    )


def spelled_out(text: str) -> str:
    """Return JSON with its escapes resolved, so that nothing can hide in them."""
    if "\\" not in text:
        return text
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except (ValueError, RecursionError):
        return text  # no JSON: whoever reads it next says so


def find_object(text: str) -> str:
    """Return the JSON object in a reply, without thoughts, fences or prose around it."""
    said = text.rpartition("</think>")[2]
    start, end = said.find("{"), said.rfind("}")
    return said[start : end + 1] if 0 <= start < end else said


def _is_free(error: openai.APIError) -> bool:
    """Say whether an endpoint has surely not worked on a request, so that it costs nothing."""
    if isinstance(error, openai.APIStatusError):
        return error.status_code < SERVER_ERRORS
    return isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout)


def _is_passing(error: BaseException) -> bool:
    """Say whether trying again may help and does not pay twice."""
    if isinstance(error, openai.APIStatusError):
        wanted = error.status_code in OVERLOADED and error.code != "insufficient_quota"
        return wanted and not _is_about(error, ABOUT_FORM)
    if not isinstance(error, openai.APIConnectionError):
        return False
    slow = isinstance(error, openai.APITimeoutError)
    unconnected = isinstance(error.__cause__, httpx2.ConnectTimeout)
    return unconnected or not (slow or isinstance(error.__cause__, ReplyRejected))


def _next_wait(state: RetryCallState) -> float:
    """Wait as long as the server says, else twice as long as last time, and not all at once."""
    assert state.outcome is not None, "tenacity asks after an attempt"
    asked = _retry_after(state.outcome.exception())
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (state.attempt_number - 1))
    return random.uniform(longest / 2, longest) if asked is None else asked  # noqa: S311 - jitter


def _retry_after(error: BaseException | None) -> float | None:
    """Read a Retry-After header, in seconds or as a date."""
    if not isinstance(error, openai.APIStatusError):
        return None
    value = error.response.headers.get("retry-after", "")
    try:
        return max(0.0, float(value))
    except ValueError:
        return _seconds_until(value)


def _seconds_until(date: str) -> float | None:
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    return max(0.0, (moment - dt.datetime.now(moment.tzinfo)).total_seconds())


def _message(error: openai.APIError) -> str:
    said = error.body.get("message") if isinstance(error.body, dict) else None
    return str(said or error.message)


def _is_about(error: openai.APIError, words: tuple[str, ...]) -> bool:
    said = f"{error.code} {error.message}".lower()
    return any(word in said for word in words)


def _explained_status(status: int, where: Endpoint, said: str) -> ModelError:
    lower = said.lower()
    if any(word in lower for word in TOO_LONG):
        return ReplyCut(
            "{where}: the text is too long for the model: {said}", where=where, said=said
        )
    if status in (401, 403):
        return ModelUnavailable(
            "{where}: refused us ({status}: {said}); set {variable}",
            where=where,
            status=status,
            said=said,
            variable=where.variable or "its key",
        )
    if status in FORM_REFUSED or any(word in lower for word in ABOUT_FORM):
        return FormRefused(
            "{where}: refused the request ({status}: {said})", where=where, status=status, said=said
        )
    return ModelUnavailable(
        "{where}: answered {status}: {said}", where=where, status=status, said=said
    )
