"""Requests with whatever headers somebody might send."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: str
    headers: Mapping[str, str]


def ask(
    address: str,
    path: str | None = None,
    *,
    method: str = "GET",
    body: str | None = None,
    **headers: str,
) -> Answer:
    """Send a request to a local server; `Host` may be forged."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        wanted = path if path is not None else f"{parts.path}?{parts.query}"
        connection.request(method, wanted, body, headers)
        response = connection.getresponse()
        return Answer(response.status, response.read().decode(), dict(response.getheaders()))
    finally:
        connection.close()
