"""An HTTP client whose answers end in time, are not endless, and come from where we asked.

A read time-out alone lets a server drip a byte a second for ever; here the whole answer has a
deadline. Redirects are not followed: the text goes to the host the user named, or nowhere.
"""

import time
from collections.abc import Iterator

import httpx2
import openai

from summarizer.errors import ReplyRejected

MAX_REPLY_BYTES = 4_000_000


class Bounded(httpx2.SyncByteStream):
    """The body of an answer, up to a deadline and a size."""

    def __init__(self, stream: httpx2.SyncByteStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        received = 0
        for chunk in self._stream:
            received += len(chunk)
            if time.monotonic() > self._deadline:
                raise httpx2.ReadTimeout("the answer came too slowly")
            if received > MAX_REPLY_BYTES:
                raise ReplyRejected(f"the reply is longer than {MAX_REPLY_BYTES:,} bytes")
            yield chunk

    def close(self) -> None:
        """Give the connection back."""
        self._stream.close()


def http_client(timeout: float, *, local_only: bool) -> httpx2.Client:
    """Return a client for answers that take at most `timeout` seconds, give or take one read.

    With `local_only` no proxy from the environment is used: it would see the text.
    """

    def bound(response: httpx2.Response) -> None:
        assert isinstance(response.stream, httpx2.SyncByteStream)
        response.stream = Bounded(response.stream, time.monotonic() + timeout)

    return openai.DefaultHttpxClient(
        timeout=httpx2.Timeout(timeout, connect=min(timeout, 10)),
        event_hooks={"response": [bound]},
        follow_redirects=False,
        trust_env=not local_only,
    )
