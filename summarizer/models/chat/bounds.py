"""An HTTP client whose answers end in time, are not endless, and come from where we asked.

A read time-out alone lets a server drip a byte a second for ever; here the whole answer has a
deadline: `within` for its headers, `Bounded` for its body, whose size counts as it is read, not as
it was packed. Redirects are not followed: the text goes to the host the user named, or nowhere.
"""

import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

import httpx2
import openai

from summarizer.errors import ReplyRejected

T = TypeVar("T")
MAX_REPLY_BYTES = 4_000_000
GRACE = 0.5  # seconds in which the client's own time-outs may speak first
ZIPPED = frozenset({"gzip", "deflate", "x-gzip"})
ANY_HEADER = 47  # zlib: 32 KB window, gzip or zlib header


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what some work comes to; raises TimeoutError where that takes too long.

    Work that takes too long is left alone: its thread holds up nobody, not even the end.
    """
    outcome: Future[T] = Future()

    def do() -> None:
        try:
            outcome.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again by whoever waits
            outcome.set_exception(error)

    Thread(target=do, daemon=True).start()
    return outcome.result(seconds + GRACE)


class Bounded(httpx2.SyncByteStream):
    """The body of an answer, unpacked, up to a deadline and a size."""

    def __init__(self, stream: httpx2.SyncByteStream, deadline: float, *, zipped: bool) -> None:
        self._stream = stream
        self._deadline = deadline
        self._zip = zlib.decompressobj(ANY_HEADER) if zipped else None

    def __iter__(self) -> Iterator[bytes]:
        room = MAX_REPLY_BYTES
        for chunk in self._stream:
            read = self._unpacked(chunk, room + 1)
            room -= len(read)
            if time.monotonic() > self._deadline:
                raise httpx2.ReadTimeout("the answer came too slowly")
            if room < 0:
                raise ReplyRejected("the reply is longer than {most:,} bytes", most=MAX_REPLY_BYTES)
            yield read

    def _unpacked(self, chunk: bytes, most: int) -> bytes:
        try:
            return self._zip.decompress(chunk, most) if self._zip else chunk
        except zlib.error as error:
            raise ReplyRejected(
                "the reply is packed in a way that is broken: {error}", error=error
            ) from None

    def close(self) -> None:
        """Give the connection back."""
        self._stream.close()


def http_client(timeout: float, *, local_only: bool) -> httpx2.Client:
    """Return a client for answers that take at most `timeout` seconds, give or take one read.

    With `local_only` no proxy from the environment is used: it would see the text.
    """

    def bound(response: httpx2.Response) -> None:
        assert isinstance(response.stream, httpx2.SyncByteStream)
        packing = response.headers.pop("content-encoding", "identity").lower()
        if packing not in ZIPPED | {"identity"}:
            raise ReplyRejected(
                "the reply is packed in a way we did not ask for: {packing}", packing=packing
            )
        deadline = time.monotonic() + timeout
        response.stream = Bounded(response.stream, deadline, zipped=packing in ZIPPED)

    return openai.DefaultHttpxClient(
        timeout=httpx2.Timeout(timeout, connect=min(timeout, 10)),
        headers={"Accept-Encoding": "gzip, deflate"},
        event_hooks={"response": [bound]},
        follow_redirects=False,
        trust_env=not local_only,
    )
