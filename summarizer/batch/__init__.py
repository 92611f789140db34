"""Many issues, as one run that may be killed at any moment and run again.

    sources ─► contents ─► not done yet? ─► executor ─► worker: read, summarise, keep ─► Tally
                                │                                              │
                          asks the store                               writes the store

There is no checkpoint file and no resume flag: an input is done when its report is in the store.
What fails is kept as a failure, and tried again the next time. `stop` ends a run early: nothing new
is begun, and what is in flight is finished and kept, because it may have been paid for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from threading import Event

from summarizer.batch.progress import Progress, Tally
from summarizer.batch.sources import Source, contents, find_sources, sample, since
from summarizer.batch.work import Job, Work, conditions
from summarizer.errors import ReadingError, StoreError, worded
from summarizer.executors import Done, Executor, Lost
from summarizer.reading import USUAL, Fields
from summarizer.report import Failure
from summarizer.store import Entry, State, Store, content_hash, digest

__all__ = [
    "Batch",
    "Job",
    "Progress",
    "Source",
    "Tally",
    "Work",
    "conditions",
    "find_sources",
    "sample",
    "since",
]

ENOUGH = 10  # issues that an endpoint fails one after the other before the batch gives up
AT_A_TIME = 16  # inputs that are looked up in the store with one question


def unwatched(_progress: Progress) -> None:
    """Watch nothing."""


@dataclass(slots=True)
class Batch:
    """One go at a run: which sources, how many of them, and who watches."""

    sources: Sequence[Source]
    work: Work
    store: Store
    only_failed: bool = False
    limit: int | None = None
    fields: Fields = USUAL
    watch: Callable[[Progress], None] = unwatched
    stop: Event = field(default_factory=Event)
    progress: Progress = field(init=False)
    _seen: set[str] = field(init=False, default_factory=set)
    _failed: set[str] = field(init=False, default_factory=set)
    _repeated: list[Entry] = field(init=False, default_factory=list)
    _unavailable: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.progress = Progress(total=len(self.sources))

    def go(self, executor: Executor) -> Progress:
        """Do what is not done yet; raises StoreError where nothing can be kept any more."""
        trouble = None
        for job, outcome in executor.spread(self.work, islice(self._jobs(), self.limit)):
            if isinstance(outcome, Lost) and outcome.error == StoreError.__name__:
                trouble = outcome
                self.stop.set()
            else:
                self._settle(job, outcome)
            self.watch(self.progress)
        if trouble:
            raise StoreError(trouble.message)
        self._settle_repeated()
        return self.progress

    def _settle_repeated(self) -> None:
        """Count a file that has the contents of a failed one as failed: it too has to be mended."""
        for entry in self._repeated:
            own = replace(entry, digest=content_hash(entry.digest, entry.source))
            if entry.digest in self._failed:
                self.progress.repeated -= 1
                said = worded("has the contents of a file that failed")
                self._fail(own, ReadingError.__name__, said)
            else:
                self.store.forget_failure(own)
        self._repeated.clear()

    def _settle(self, job: Job, outcome: Done[Tally] | Lost) -> None:
        if isinstance(outcome, Done):
            self.progress.count(outcome.result)
            self._failed |= {job.entry.digest} if outcome.result.failed_articles else set()
            self._mind(outcome.result.unavailable)
        else:
            self._fail(job.entry, outcome.error, outcome.message)

    def _mind(self, unavailable: str | None) -> None:
        """Give up on an endpoint that is gone, or has reached its budget: the rest can wait."""
        self._unavailable = self._unavailable + 1 if unavailable else 0
        if self._unavailable >= ENOUGH:
            self.progress.gave_up = unavailable
            self.stop.set()

    def _fail(self, entry: Entry, error: str, message: str) -> None:
        self.store.keep_failure(entry, Failure(article="", error=error, message=message))
        self._failed.add(entry.digest)
        self.progress.failed += 1

    def _jobs(self) -> Iterator[Job]:
        """Yield what is to be done, reading on only as the executor asks for more."""
        for entry, content, state in self._looked_up():
            if self.stop.is_set():
                return
            if state is State.DONE:
                self.progress.kept += 1
            elif entry.digest in self._seen:
                self.progress.repeated += 1
                self._repeated.append(entry)
            elif self.only_failed and state is not State.FAILED:
                continue
            elif isinstance(content, bytes):
                yield Job(entry, content)
            else:
                self._fail(entry, ReadingError.__name__, str(content))
            self._seen.add(entry.digest)

    def _looked_up(self) -> Iterator[tuple[Entry, bytes | ReadingError, State | None]]:
        run = self.work.run.id
        for some in _batches(contents(self.sources, self.fields), AT_A_TIME):
            entries = [Entry(run, _digest(source, read), source.name) for source, read in some]
            states = self.store.settled(run, [entry.digest for entry in entries])
            for entry, (_, read) in zip(entries, some, strict=True):
                yield entry, read, states.get(entry.digest)
            self.watch(self.progress)


def _digest(source: Source, content: bytes | ReadingError) -> str:
    return digest(content) if isinstance(content, bytes) else content_hash(source.name)


def _batches(
    items: Iterable[tuple[Source, bytes | ReadingError]], size: int
) -> Iterator[list[tuple[Source, bytes | ReadingError]]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
