"""A batch API on loopback in the published shape: files, batches, an output and an error file.

`advance` does the work that an endpoint takes a day for; until then a batch is `in_progress`.
"""

import json
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import urlsplit

Body = dict[str, Any]


class BatchServer:
    """Takes files and batches and answers each question by a function of its body."""

    def __init__(self, answer: Callable[[Body], Body | None]) -> None:
        self.answer = answer
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, Body] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def base_url(self) -> str:
        """What to pass as base URL."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def questions(self) -> list[Body]:
        """Return every question of every batch, in the order they came."""
        files = (self.files[batch["input_file_id"]] for batch in self.batches.values())
        return [json.loads(line) for file in files for line in file.splitlines()]

    def advance(self) -> None:
        """Answer what is open; the order of the lines is nobody's promise."""
        for batch in self.batches.values():
            if batch["status"] == "in_progress":
                self._answer_batch(batch)

    def _answer_batch(self, batch: Body) -> None:
        good, bad = [], []
        for line in reversed(self.files[batch["input_file_id"]].splitlines()):
            question = json.loads(line)
            body = self.answer(question["body"])
            status = 200 if body else 500
            response = {"status_code": status, "request_id": "r", "body": body or {"error": "busy"}}
            answered = {"id": "b", "custom_id": question["custom_id"], "error": None}
            (good if body else bad).append(json.dumps(answered | {"response": response}))
        batch["status"] = "completed"
        batch["output_file_id"] = self.keep("\n".join(good).encode()) if good else None
        batch["error_file_id"] = self.keep("\n".join(bad).encode()) if bad else None

    def keep(self, content: bytes) -> str:
        """Keep a file and return its id."""
        name = f"file-{len(self.files)}"
        self.files[name] = content
        return name

    def start(self, asked: Body) -> Body:
        """Begin a batch."""
        name = f"batch-{len(self.batches)}"
        self.batches[name] = {"id": name, "object": "batch", "created_at": 1, **asked,
                              "status": "in_progress"}  # fmt: skip
        return self.batches[name]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _handler(server: BatchServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["content-length"]))
            if self.path == "/v1/files":
                name = server.keep(_uploaded(content))
                self._say({"id": name, "object": "file", "bytes": 1, "created_at": 1,
                           "filename": "f", "purpose": "batch", "status": "processed"})  # fmt: skip
            else:
                self._say(server.start(json.loads(content)))

        def do_GET(self) -> None:
            _, _, kind, *name = urlsplit(self.path).path.split("/")
            if kind == "files":
                self._send(server.files[name[0]])
            elif name:
                self._say(server.batches[name[0]])
            else:
                self._say({"object": "list", "data": list(server.batches.values()),
                           "has_more": False})  # fmt: skip

        def _say(self, body: Body) -> None:
            self._send(json.dumps(body).encode(), "application/json")

        def _send(self, content: bytes, kind: str = "application/octet-stream") -> None:
            self.send_response(200)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


def _uploaded(form: bytes) -> bytes:
    """Return the file of a multipart form."""
    boundary = form.split(b"\r\n", 1)[0]
    part = next(part for part in form.split(boundary) if b'name="file"' in part)
    return re.split(rb"\r\n\r\n", part, maxsplit=1)[1].removesuffix(b"\r\n")
