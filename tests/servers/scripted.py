"""A chat endpoint on loopback that answers as a test tells it to, faults included.

    with ScriptedServer() as server:
        server.answers(reply(...), Fault(status=429, headers={"retry-after": "1"}))

An answer is a function of the request's body, so that a server may also obey what it reads in the
article. When the script has run out, its last answer is given again.
"""

import copy
import itertools
import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Body = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What goes over the wire: a status, a body, and how slowly."""

    body: bytes | Body = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0
    pieces: int = 1
    reset: bool = False

    @property
    def sent(self) -> bytes:
        """The body as bytes."""
        assert isinstance(self.body, bytes)
        return self.body


Script = Answer | Callable[[Body], Answer]


def completion(
    content: str | None,
    *,
    finish: str = "stop",
    usage: tuple[int, int] | None = (700, 90),
    **message: object,
) -> Answer:
    """Make a chat completion with this content."""
    body: Body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
    }
    if usage:
        sent, received = usage
        body["usage"] = {
            "prompt_tokens": sent,
            "completion_tokens": received,
            "total_tokens": sent + received,
        }
    return Answer(body)


EIGHT = 8


def reply(
    a: str = "摘要。",
    k: Iterable[str] = (),
    r: Iterable[Iterable[str]] = (),
    o: Iterable[str] = (),
) -> Answer:
    """Make a well-formed reply; a row of eight cells is compared with nothing."""
    content = {"a": a, "k": list(k), "r": [nine(list(row)) for row in r], "o": list(o)}
    return completion(json.dumps(content, ensure_ascii=False))


def changes(*told: Iterable[str]) -> Answer:
    """Make a well-formed answer to a revision: place, verb, words."""
    return completion(json.dumps({"c": [list(each) for each in told]}, ensure_ascii=False))


def nine(row: list[str]) -> list[str]:
    """Return a row with a cell for what it is compared with."""
    return [*row[:6], "", *row[6:]] if len(row) == EIGHT else row


def refusal(status: int, message: str, **headers: str) -> Answer:
    """Make an error as the vendors send it."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(json.dumps({"error": {"message": message}}).encode(), status, named)


def _as_tool_call(body: Body) -> Body:
    """Move the content of a completion into the arguments of a call, as such servers do."""
    moved = copy.deepcopy(body)
    message = moved["choices"][0]["message"]
    if message["content"] is not None:
        function = {"name": "reply", "arguments": message.pop("content")}
        message |= {
            "content": None,
            "tool_calls": [{"id": "call_1", "type": "function", "function": function}],
        }
    return moved


class ScriptedServer:
    """Serves a script on loopback and keeps what it was asked."""

    def __init__(self, *script: Script) -> None:
        self._lock = threading.Lock()
        self.requests: list[Body] = []
        self.headers: list[dict[str, str]] = []
        self.busiest = self._under_way = 0
        self.answers(*script)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.005,), daemon=True
        )

    @property
    def base_url(self) -> str:
        """What to pass as base URL."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def answers(self, *script: Script) -> None:
        """Answer the next requests so; the last answer is given for ever."""
        self._script = (
            itertools.chain(script[:-1], itertools.repeat(script[-1])) if script else None
        )

    def next_answer(self, body: Body, headers: dict[str, str]) -> Answer:
        """Record a request and return its answer."""
        with self._lock:
            self.requests.append(body)
            self.headers.append(headers)
            assert self._script is not None, "a request came before the script"
            answer = next(self._script)
        answer = answer(body) if callable(answer) else answer
        if isinstance(answer.body, bytes):
            return answer
        answered = _as_tool_call(answer.body) if "tools" in body else answer.body
        return replace(answer, body=json.dumps(answered, ensure_ascii=False).encode())

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Count how many requests are being answered at the same time."""
        with self._lock:
            self._under_way += 1
            self.busiest = max(self.busiest, self._under_way)
        yield
        with self._lock:
            self._under_way -= 1

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(server: ScriptedServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = server.next_answer(body, {k.lower(): v for k, v in self.headers.items()})
            with server.busy():
                time.sleep(answer.delay)
            if answer.reset:
                self.close_connection = True
                return
            self._write(answer)

        def _write(self, answer: Answer) -> None:
            self.send_response(answer.status)
            headers = {"Content-Type": "application/json"} | answer.headers
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.sent)))
            self.end_headers()
            size = -(-len(answer.sent) // answer.pieces) or 1
            for start in range(0, len(answer.sent), size):
                if answer.pieces > 1:
                    time.sleep(0.05)
                self.wfile.write(answer.sent[start : start + size])
                self.wfile.flush()

        def handle(self) -> None:
            try:
                super().handle()
            except (BrokenPipeError, ConnectionResetError):
                return  # the client gave up, as some tests want it to

        def log_message(self, *_: object) -> None:
            return

    return Handler
