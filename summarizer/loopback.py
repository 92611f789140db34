"""A page for this machine only: who may ask a local server, and what they may see of it.

    request ─ Host is ours? ─ writes: Origin is ours? ─ token, where one is asked? ─► application

A site in the same browser can send requests to 127.0.0.1, and by a name of its own that leads there
(DNS rebinding) even read the answers; Host and Origin tell it from us. Written for any ASGI
application, so that the desk and Datasette stand behind the same door.
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
READING = frozenset({"GET", "HEAD"})
TOKEN_HEADER = "x-desk-token"  # noqa: S105 - the name of a header


def new_token() -> str:
    """Return a token that nobody guesses."""
    return secrets.token_urlsafe(24)


def is_loopback(host: str) -> bool:
    """Say whether an address to listen at is reached from this machine only."""
    return f"[{host}]" in LOOPBACK or host in LOOPBACK


@dataclass(frozen=True, slots=True)
class Door:
    """An application that answers only requests made to it by its own name.

    `hosts` are the names, without port, that it goes by. With a `token`, every request but those
    for `open_paths` must bring it: in the query to read, in a header to write.
    """

    inner: Application
    hosts: frozenset[str] = LOOPBACK
    token: str | None = None
    open_paths: tuple[str, ...] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] == "http" and (refused := self._refusal(scope)):
            await _answer(send, *refused)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self.inner(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return status and reason where a request must stay outside."""
        headers = {name.lower(): value for name, value in scope["headers"]}
        host = headers.get(b"host", b"").decode("latin-1")
        if _name(host) not in self.hosts:
            return 421, "this server does not go by that name; open the address it printed"
        writes = scope["method"] not in READING
        if writes and not _is_own(headers.get(b"origin", b"").decode("latin-1"), host):
            return 403, "only its own pages may write to this server"
        if self.token is None or scope["path"].startswith(self.open_paths or ("\0",)):
            return None
        return None if self._knows(scope, headers, writes) else (403, "open the address with token")

    def _knows(self, scope: Scope, headers: MutableMapping[bytes, bytes], writes: bool) -> bool:
        shown = headers.get(TOKEN_HEADER.encode(), b"").decode("latin-1")
        if not writes and not shown:
            shown = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        return hmac.compare_digest(shown.encode(), (self.token or "").encode())


def _name(host: str) -> str:
    """Return a Host header without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()


def _is_own(origin: str, host: str) -> bool:
    """Say whether a page of this very server asks."""
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower()


async def _answer(send: Send, status: int, reason: str) -> None:
    headers: Iterable[tuple[bytes, bytes]] = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": f"{reason}\n".encode()})
