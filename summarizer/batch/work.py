"""What a worker does with one issue, wherever it is: read, summarise, keep, and say how it went.

A worker gets a `Work`: a frozen value that pickles, with addresses and settings but never a key or
a connection. It opens its own model and store, once.
"""

import datetime as dt
import threading
from dataclasses import dataclass
from functools import cache

from summarizer import __version__
from summarizer.batch.progress import Tally
from summarizer.coding import Vocabulary, coded
from summarizer.corrections import Corrections, kept_corrections
from summarizer.document import Issue
from summarizer.models import Model, ModelSpec, open_model
from summarizer.pipeline import Policy, summarize_issue, total_usage
from summarizer.reading import read_issue
from summarizer.report import Run
from summarizer.review import corrected
from summarizer.store import Conditions, Entry, Remembered, Store, Turns, content_hash

PLAIN = Vocabulary()
EMBEDDED = "extractive"  # it costs nothing to ask, so its drafts are not kept
_opening = threading.Lock()


@dataclass(frozen=True, slots=True)
class Job:
    """One input that has to be done."""

    entry: Entry
    content: bytes


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker has to know to do the jobs of a run."""

    run: Run
    store: str
    model: ModelSpec
    policy: Policy
    encoding: str | None = None
    date: dt.date | None = None
    vocabulary: Vocabulary = PLAIN

    def __call__(self, job: Job) -> Tally:
        """Summarise one issue and keep the report; raises what goes wrong with it."""
        bench = _bench_of(self.store, self.model)
        model = bench.remembering()
        issue = read_issue(
            job.content, encoding=self.encoding, date=self.date, name=job.entry.source
        )
        corrections = _corrections(bench.store, issue)
        drafted = summarize_issue(
            issue, model, policy=self.policy, corrections=corrections.of_layout()
        ).model_copy(update={"run": self.run})
        drafted = coded(drafted, issue.text, self.vocabulary)
        report = coded(corrected(drafted, issue, corrections), issue.text, self.vocabulary)
        bench.store.keep(job.entry, issue, report, drafted if corrections.changes else None)
        return Tally.of(report, total_usage(model.paid if isinstance(model, Remembered) else ()))


def _corrections(store: Store, issue: Issue) -> Corrections:
    """Return what was corrected on an issue, in the store and beside the page; both are kept."""
    beside = kept_corrections(issue)
    if beside.changes:
        store.add_corrections(issue.id, beside.changes)
    return beside.merged(store.corrections(issue.id))


def conditions(
    model: Model,
    policy: Policy,
    encoding: str | None,
    date: dt.date | None,
    vocabulary: Vocabulary = PLAIN,
) -> Conditions:
    """Return what makes a run this run and no other; other conditions are another run."""
    own = {"vocabulary": content_hash(repr(vocabulary))} if vocabulary else {}
    return own | {
        "model": model.name,
        "prompt": model.prompt,
        "fingerprint": model.fingerprint,
        "version": __version__,
        "revisions": str(policy.revisions),
        "unsupported": policy.unsupported.value,
        "language": policy.language,
        "encoding": encoding,
        "date": date.isoformat() if date else None,
    }


@dataclass(frozen=True, slots=True)
class _Bench:
    """What a worker keeps at hand between two jobs."""

    store: Store
    model: Model
    turns: Turns

    def remembering(self) -> Model:
        """Return the model as one that pays for nothing twice."""
        if self.model.name == EMBEDDED:
            return self.model
        return Remembered(self.model, self.store, self.turns)


def _bench_of(store: str, model: ModelSpec) -> _Bench:
    with _opening:  # threads that begin together open one model, not one each
        return _bench(store, model)


@cache
def _bench(store: str, model: ModelSpec) -> _Bench:
    return _Bench(Store.open(store, writing=True, known=True), open_model(model), Turns())
