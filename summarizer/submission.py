"""Half the price, a day later: articles through a batch API (`/v1/files`, `/v1/batches`).

    plan      every article that has no draft yet is asked about: its question is kept
    submit    questions go up as one file, as many as the endpoint takes
    status    how far the endpoint is
    collect   answers, and what failed, come down; an article whose sections are all answered has
              its draft, under the same fingerprint as if it had been asked directly

Then `summarize batch` finds the drafts in the store, verifies them like any others, and pays
nothing. What the text does not support is asked about again by the next plan. Every step is kept
before and after it is taken, so each may be killed and taken again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from itertools import accumulate
from typing import Any, Final, NoReturn

import openai
from openai.types import Batch

from summarizer.batch import Source
from summarizer.batch.sources import contents
from summarizer.errors import ModelUnavailable, ReadingError, ReplyRejected
from summarizer.models import ModelSpec, Request
from summarizer.models.chat import ChatModel
from summarizer.models.chat.bulk import merged, numbers_in, read_completion
from summarizer.models.chat.revision import Contested
from summarizer.models.chat.vendors import find_endpoint
from summarizer.pipeline import Policy, summarize_issue
from summarizer.reading import read_issue
from summarizer.report import Usage
from summarizer.store import Store, content_hash, questions
from summarizer.store.drafts import Remembered, Turns, fingerprint
from summarizer.summary import ArticleSummary

Row = Mapping[Any, Any]
PATH: Final = "/v1/chat/completions"
MOST_LINES = 50_000
MOST_BYTES = 90_000_000
OVER = frozenset({"completed", "expired", "cancelled", "failed"})


@dataclass(frozen=True, slots=True)
class Submission:
    """How far a submission is: its name here, its id and state there, and its questions."""

    name: str
    batch: str | None
    state: str
    questions: int


class Questions:
    """Asks nobody now: every question is kept, to be sent later."""

    def __init__(self, model: ChatModel, store: Store) -> None:
        self._model, self._store = model, store
        self.kept = 0

    def keep(self, request: Request) -> NoReturn:
        """Keep what is asked about an article, and raise ModelUnavailable."""
        identity = self._model.fingerprint
        asked, bodies = fingerprint(request, identity), self._model.questions([request])
        contested = self._model.contested(request)
        rows = [_row(identity, asked, bodies, contested, at) for at in range(len(bodies))]
        self._store.transact(partial(questions.ask, questions=rows))
        self.kept += 1
        raise ModelUnavailable("is asked through the batch API")


def plan(sources: Sequence[Source], spec: ModelSpec, store: Store, policy: Policy) -> int:
    """Keep a question for every article that has no draft yet, and say for how many."""
    model = ChatModel(spec)
    later = Questions(model, store)
    remembered = Remembered(model, store, Turns(), ask=later.keep)
    for source, content in contents(sources):
        try:
            issue = read_issue(content, name=source.name) if isinstance(content, bytes) else None
        except ReadingError:
            continue  # the batch tells of it
        if issue:
            summarize_issue(issue, remembered, policy=policy)
    return later.kept


class Bureau:
    """The batch API of a model's endpoint, and what a store knows of it."""

    def __init__(self, spec: ModelSpec, store: Store, *, window: str = "24h") -> None:
        self.spec, self._store, self._window = spec, store, window
        self._identity = ChatModel(spec).fingerprint
        self._endpoint = find_endpoint(spec.model, spec.base_url)
        self._client = openai.OpenAI(base_url=self._endpoint.base_url, api_key=self._endpoint.key)

    def submit(self, lines: int = MOST_LINES) -> int:
        """Send what waits to be sent, in files of so many questions; returns how many files."""
        count = self._send_begun()
        while rows := self._store.transact(
            partial(questions.waiting, identity=self._identity, most=lines)
        ):
            rows = _that_fit(rows)
            ids = [row["id"] for row in rows]
            name = content_hash(ids).removeprefix("sha256:")[:24]
            self._store.transact(
                partial(questions.begin, name=name, identity=self._identity, ids=ids)
            )
            self._send(name, rows)
            count += 1
        return count

    def status(self) -> tuple[Submission, ...]:
        """Ask the endpoint how far it is with each submission."""
        return tuple(
            Submission(row["name"], row["batch"], self._state(row), row["questions"])
            for row in self._known()
        )

    def collect(self) -> int:
        """Bring down what is answered, and say how many articles now have their draft."""
        for row in self._known():
            if row["state"] == questions.SENT:
                self._bring_down(row)
        return self._keep_drafts()

    def _known(self) -> Sequence[Row]:
        return self._store.transact(partial(questions.submissions, identity=self._identity))

    def _state(self, row: Row) -> str:
        if row["state"] != questions.SENT:
            return str(row["state"])
        return self._batch(row["batch"]).status.lower()

    def _batch(self, batch: str) -> Batch:
        with self._plain_words():
            return self._client.batches.retrieve(batch)

    def _send_begun(self) -> int:
        """Send what a crash left between writing down and sending, if it was not sent after all."""
        begun = [row["name"] for row in self._known() if row["state"] == questions.BEGUN]
        if not begun:
            return 0
        with self._plain_words():
            there = {
                (batch.metadata or {}).get("name"): batch.id
                for batch in self._client.batches.list()
            }
        for name in begun:
            if name in there:
                self._store.transact(partial(questions.sent, name=name, batch=there[name]))
            else:
                self._send(name, self._store.transact(partial(questions.of_submission, name=name)))
        return len(begun)

    def _send(self, name: str, rows: Sequence[Row]) -> None:
        content = "".join(map(_line, rows)).encode()
        with self._plain_words():
            file = self._client.files.create(file=(f"{name}.jsonl", content), purpose="batch")
            batch = self._client.batches.create(
                input_file_id=file.id,
                endpoint=PATH,
                completion_window=self._window,  # type: ignore[arg-type]  # vendors differ
                metadata={"name": name},
            )
        self._store.transact(partial(questions.sent, name=name, batch=batch.id))

    def _bring_down(self, row: Row) -> None:
        batch = self._batch(row["batch"])
        if batch.status.lower() not in OVER:
            return
        asked = {
            each["id"]: each
            for each in self._store.transact(partial(questions.of_submission, name=row["name"]))
        }
        for file in filter(None, (batch.output_file_id, batch.error_file_id)):
            with self._plain_words():
                content = self._client.files.content(file).text
            for line in content.splitlines():
                self._take(json.loads(line), asked)
        self._store.transact(partial(questions.finish, name=row["name"]))

    def _take(self, line: Row, asked: Mapping[str, Row]) -> None:
        """Keep one answer; one that is of no use lets its question be sent once more."""
        question = str(line.get("custom_id"))
        if question not in asked:
            return
        body, contested = json.loads(asked[question]["body"]), _contested(asked[question])
        try:
            answer = read_completion(_body(line), body, self.spec, contested)
        except ReplyRejected as error:
            self._store.transact(partial(questions.give_back, question=question, error=str(error)))
            return
        summary, usage = (part.model_dump_json() for part in answer)
        self._store.transact(
            partial(questions.answer, question=question, summary=summary, usage=usage)
        )

    def _keep_drafts(self) -> int:
        articles = self._store.transact(partial(questions.answered, identity=self._identity))
        for name, rows in articles.items():
            self._store.keep_draft(
                name, self.spec.model, merged([_answer(row) for row in rows], self.spec)
            )
            self._store.transact(partial(questions.forget, fingerprints=[name]))
        return len(articles)

    @contextmanager
    def _plain_words(self) -> Iterator[None]:
        """Say what is wrong with the endpoint as for any request, and never its key."""
        try:
            yield
        except openai.OpenAIError as error:
            said = " ".join(str(error).replace(self._endpoint.key, "***").split())[:300]
            raise ModelUnavailable(
                "{name}: {what}", name=self._endpoint.base_url, what=said
            ) from None


def _row(
    identity: str,
    asked: str,
    bodies: Sequence[Row],
    contested: Sequence[Contested | None],
    section: int,
) -> dict[str, Any]:
    body = bodies[section]
    numbers = {"numbers": numbers_in(body), "contested": contested[section]}
    return {
        "id": f"{asked.removeprefix('sha256:')[:40]}-{section}",
        "identity": identity,
        "fingerprint": asked,
        "section": section,
        "sections": len(bodies),
        "numbers": json.dumps(numbers, ensure_ascii=False),
        "body": json.dumps(body, ensure_ascii=False),
    }


def _contested(row: Row) -> Contested | None:
    """Return what a question asks to go over; one of an earlier version has its numbers alone."""
    kept = json.loads(row["numbers"])
    found: Contested | None = kept["contested"] if isinstance(kept, dict) else None
    return found


def _line(row: Row) -> str:
    said = {"custom_id": row["id"], "method": "POST", "url": PATH, "body": json.loads(row["body"])}
    return json.dumps(said, ensure_ascii=False) + "\n"


def _that_fit(rows: Sequence[Row]) -> Sequence[Row]:
    """Return as many of the first rows as one file may hold, and at least one."""
    sizes = accumulate(len(_line(row).encode()) for row in rows)
    return rows[: max(1, sum(size <= MOST_BYTES for size in sizes))]


def _body(line: Row) -> Row:
    """Return the completion of a line of an output or error file; raises ReplyRejected."""
    response = line.get("response") or {}
    if line.get("error") or response.get("status_code") != HTTPStatus.OK:
        raise ReplyRejected(
            "failed at the endpoint: {error}", error=json.dumps(line.get("error") or response)
        )
    body: Row = response.get("body") or {}
    return body


def _answer(row: Row) -> tuple[ArticleSummary, Usage]:
    return (
        ArticleSummary.model_validate_json(row["summary"]),
        Usage.model_validate_json(row["usage"]),
    )
