"""Requests of several threads that come at about the same time, drafted together.

    thread 1 ─ opens a pack, waits a moment ─► closes it ─► one request ─┐
    thread 2 ─ joins ────────────────────────── waits ◄─────────────────┤
    thread 3 ─ finds it full, opens the next …                          ▼

So nobody has to know the whole issue beforehand: what is kept in a store is never asked about, and
a single worker simply drafts one article at a time.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from summarizer.errors import ModelError
from summarizer.models import Draft, Request

MOMENT = 0.05
Outcome = Draft | ModelError


@dataclass
class Pack:
    """Requests that will be sent together, and how many characters there is room for."""

    room: int
    members: list[tuple[Request, "Future[Outcome]"]] = field(default_factory=list)


class Gathering:
    """Where requests wait a moment for company."""

    def __init__(
        self,
        draft_group: Callable[[Sequence[Request]], Sequence[Outcome]],
        longest: int,
        sleep: Callable[[float], None],
    ) -> None:
        self._draft_group = draft_group
        self._longest = longest
        self._sleep = sleep
        self._open: Pack | None = None
        self._lock = threading.Lock()

    def draft(self, request: Request) -> Draft:
        """Draft an article with whatever else arrives in time; raises its own ModelError."""
        waiting: Future[Outcome] = Future()
        opened = self._join(request, waiting)
        if opened:
            self._sleep(MOMENT)
            self._close(opened)
            self._settle(opened)
        outcome = waiting.result()
        if isinstance(outcome, ModelError):
            raise outcome
        return outcome

    def _join(self, request: Request, waiting: "Future[Outcome]") -> Pack | None:
        """Put a request into the open pack; returns the pack if it had to be opened."""
        length = len(request.article.text)
        with self._lock:
            pack = self._open
            fits = pack is not None and length <= pack.room
            if pack is None or not fits:
                pack = self._open = Pack(self._longest)
            pack.room -= length
            pack.members.append((request, waiting))
        return None if fits else pack

    def _close(self, pack: Pack) -> None:
        with self._lock:
            if self._open is pack:
                self._open = None

    def _settle(self, pack: Pack) -> None:
        """Send, and hand each member its outcome; a bug must not leave the others waiting."""
        try:
            outcomes = self._draft_group([request for request, _ in pack.members])
        except BaseException as error:
            for _, waiting in pack.members:
                waiting.set_exception(error)
            raise
        for (_, waiting), outcome in zip(pack.members, outcomes, strict=True):
            waiting.set_result(outcome)
