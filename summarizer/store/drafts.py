"""A model that asks the store first: no article is paid for twice.

    Request ─ fingerprint ─► kept? ──yes──► the kept draft
                               └────no───► Model.draft ─► kept, if it cost something

The fingerprint covers what is asked (text, numbered quantities, date, findings of the round before)
and who is asked (model, prompt, reply schema). Code that judges a draft is not in it, so verdicts
are recomputed freely. Two threads with the same article take turns, and the second pays nothing.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol
from weakref import WeakValueDictionary

from summarizer.errors import ModelError
from summarizer.models import Draft, Model, Request
from summarizer.report import Usage
from summarizer.store.fingerprints import content_hash


class Drafts(Protocol):
    """Where drafts are kept."""

    def draft(self, fingerprint: str, /) -> Draft | None:
        """Return what was answered to this, or None."""

    def keep_draft(self, fingerprint: str, model: str, draft: Draft, /) -> None:
        """Keep an answer."""


class Turns:
    """A lock for each fingerprint that somebody is asking for just now."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: WeakValueDictionary[str, Any] = WeakValueDictionary()

    @contextmanager
    def take(self, fingerprint: str) -> Iterator[None]:
        """Wait until nobody else asks for this."""
        with self._guard:
            lock = self._locks.setdefault(fingerprint, threading.Lock())
        with lock:
            yield


class Remembered:
    """A model with a memory; `paid` holds what was really asked of it.

    `ask` is how it is asked where the memory has nothing: the model itself, unless told otherwise.
    """

    def __init__(
        self,
        model: Model,
        drafts: Drafts,
        turns: Turns,
        ask: Callable[[Request], Draft] | None = None,
    ) -> None:
        self.name, self.prompt, self.fingerprint = model.name, model.prompt, model.fingerprint
        self.paid: list[Usage] = []
        self._drafts, self._turns, self._ask = drafts, turns, ask or model.draft

    def draft(self, request: Request) -> Draft:
        """Return the kept draft, or ask for one and keep it."""
        asked = fingerprint(request, self.fingerprint)
        with self._turns.take(asked):
            return self._drafts.draft(asked) or self._pay(request, asked)

    def _pay(self, request: Request, asked: str) -> Draft:
        try:
            draft = self._ask(request)
        except ModelError as error:
            self.paid += [error.usage] if error.usage else []
            raise
        if draft.usage.requests:
            self.paid.append(draft.usage)
            self._drafts.keep_draft(asked, self.name, draft)
        return draft


def fingerprint(request: Request, identity: str) -> str:
    """Return the name of a question: what is asked of whom."""
    previous = request.previous
    return content_hash(
        identity,
        request.article.text,
        [[each.id, each.start, each.end] for each in request.quantities],
        request.date.isoformat() if request.date else None,
        [finding.model_dump(mode="json") for finding in request.findings],
        previous.model_dump(mode="json") if previous else None,
    )
