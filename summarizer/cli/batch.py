"""`summarize batch PATH…`: an archive, as one run; the same command again goes on with it.

summarize batch archive/ pages.zip '1998/*.txt' --store runs.db
find archive -name '*.txt' | summarize batch - --store runs.db
summarize batch archive/ --store runs.db --only-failed
"""

import datetime as dt
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from gettext import gettext as _
from threading import Event
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from summarizer.cli import tongue
from summarizer.cli.chat_options import ChatOptions, unfolded
from summarizer.cli.options import (
    DateOption,
    EncodingOption,
    FieldsOption,
    IndicatorsOption,
    MinConfidenceOption,
    NamesOption,
    OnlyCodedOption,
    RevisionsOption,
    UnsupportedOption,
    issue_date,
    own_fields,
    vocabulary,
)
from summarizer.cli.panels import Panelled
from summarizer.cli.submission import collect, status, submit
from summarizer.cli.verbless import Verbless
from summarizer.cli.watching import for_tables, summary, watching
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.batch import Batch, Progress, Source, Work
    from summarizer.coding import Vocabulary
    from summarizer.executors import Executor
    from summarizer.models import ModelSpec
    from summarizer.pipeline import Policy
    from summarizer.reading import Fields
    from summarizer.store import Store

DEFAULT_STORE = "runs.db"
EXTRACTIVE = "extractive"
CHAT_WORKERS = 16
SHOWN = 5  # failures that are listed at the end
STOPPED = 130  # what a shell expects after Ctrl-C

PathsArgument = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Folders, patterns, .zip, .tar, files; - is a list."),
]
BatchStoreOption = Annotated[
    str,
    typer.Option("--store", envvar="SUMMARIZE_STORE", help="A file, or postgresql://..."),
]
ExecutorOption = Annotated[
    str | None,
    typer.Option("--executor", help="threads (chat), processes (extractive) or ray."),
]
AddressOption = Annotated[
    str | None, typer.Option("--address", help="Where the Ray cluster is; auto finds it.")
]
SinceOption = Annotated[
    dt.datetime | None,
    typer.Option("--since", help="Only files changed at or after this day (or moment)."),
]


def run(
    paths: PathsArgument,
    store: BatchStoreOption = DEFAULT_STORE,
    date: DateOption = None,
    encoding: EncodingOption = None,
    revisions: RevisionsOption = 1,
    unsupported: UnsupportedOption = "mark",
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Do at most so many issues this time.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option("--sample", min=1, help="Only so many, drawn always alike.")
    ] = None,
    since: SinceOption = None,
    executor: ExecutorOption = None,
    address: AddressOption = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Issues under way at the same time.")
    ] = None,
    indicators: IndicatorsOption = None,
    names: NamesOption = None,
    fields: FieldsOption = None,
    *,
    chat: ChatOptions,
    only_coded: OnlyCodedOption = False,
    min_confidence: MinConfidenceOption = 0.0,
    only_failed: Annotated[
        bool, typer.Option("--only-failed", help="Try again what failed, and nothing else.")
    ] = False,
) -> None:
    """Summarise an archive. Run it again to go on, and to try again what failed."""
    from summarizer.batch import Batch
    from summarizer.pipeline import Policy, Unsupported
    from summarizer.store import Store

    spec = chat.spec()
    policy = Policy(revisions, Unsupported(unsupported), chat.language)
    skipped: list[tuple[str, str]] = []
    named = own_fields(fields)
    sources = _sources(paths, since, sample, skipped, named)
    if not sources:
        typer.echo(
            _("{paths}: no page to summarise (text, Markdown, HTML, PDF)").format(
                paths=" ".join(paths)
            ),
            err=True,
        )
    at_work = _executor(executor, spec, workers, address, store)
    with closing(Store.open(store, writing=True)) as kept, _stoppable() as stop:
        own = vocabulary(indicators, names, only_coded=only_coded, least=min_confidence)
        work = _work(kept, store, spec, policy, encoding, issue_date(date), own)
        going = Batch(
            sources, work, kept, only_failed=only_failed, limit=limit, fields=named, stop=stop
        )
        progress = _go(going, at_work)
        _tell_failures(kept, work)
    _tell_skipped(skipped)
    if progress.gave_up:
        typer.echo(
            _("gave up, run again to go on: {why}").format(why=tongue.say(progress.gave_up)),
            err=True,
        )
    raise typer.Exit(_exit_code(progress, stop, limit))


def _sources(
    paths: Sequence[str],
    since: dt.datetime | None,
    sample: int | None,
    skipped: list[tuple[str, str]],
    fields: "Fields",
) -> "tuple[Source, ...]":
    """Return the pages, and add what lies beside them to `skipped`."""
    from summarizer import batch as archive

    found = archive.find_sources(
        paths, sys.stdin, skip=lambda name, why: skipped.append((name, why)), fields=fields
    )
    if since is not None:
        found = archive.since(found, since)
    return tuple(found) if sample is None else archive.sample(found, sample)


def _executor(
    name: str | None, spec: "ModelSpec", workers: int | None, address: str | None, store: str
) -> "Executor":
    """Choose threads for a model that is waited for, processes for one that computes here."""
    from summarizer.executors import open_executor
    from summarizer.store import is_server

    embedded = spec.model == EXTRACTIVE
    name = name or ("processes" if embedded else "threads")
    if name == "ray" and not is_server(store):
        raise SummarizerError(
            "{store}: many machines need one database: --store postgresql://...", store=store
        )
    workers = workers or ((os.cpu_count() or 1) if embedded else CHAT_WORKERS)
    return open_executor(name, workers, address=address)


def _work(
    kept: "Store",
    address: str,
    spec: "ModelSpec",
    policy: "Policy",
    encoding: str | None,
    date: dt.date | None,
    own: "Vocabulary",
) -> "Work":
    from summarizer.batch import Work, conditions
    from summarizer.models import open_model

    run = kept.run_for(conditions(open_model(spec), policy, encoding, date, own))
    return Work(run, address, spec, policy, encoding, date, own)


def _go(going: "Batch", at_work: "Executor") -> "Progress":
    """Go, let the user watch, and print what came of it, even if it ends in an error."""
    with watching(Console(stderr=True)) as watch:
        going.watch = watch
        try:
            return going.go(at_work)
        finally:
            watch(going.progress)
            for_tables().print(summary(going.progress))


def _tell_failures(kept: "Store", work: "Work") -> None:
    from summarizer.wording import visible

    failed = kept.failed(work.run.id)
    for failure in failed[:SHOWN]:
        typer.echo(visible(f"{failure['source']}: {tongue.say(failure['message'])}"), err=True)
    if len(failed) > SHOWN:
        typer.echo(
            _("and {more} more: summarize runs show {run}").format(
                more=len(failed) - SHOWN, run=work.run.id
            ),
            err=True,
        )


def _tell_skipped(skipped: Sequence[tuple[str, str]]) -> None:
    """List what lay among the pages without being one, by reason, and count it."""
    from summarizer.wording import visible

    by_reason: dict[str, list[str]] = {}
    for name, why in skipped:
        by_reason.setdefault(why, []).append(name)
    for why, names in by_reason.items():
        more = ", …" if len(names) > SHOWN else ""
        told = _("skipped {number} ({why}): {names}").format(
            number=len(names), why=tongue.say(why), names=", ".join(names[:SHOWN]) + more
        )
        typer.echo(visible(told), err=True)


def _exit_code(progress: "Progress", stop: Event, limit: int | None) -> int:
    """Say how it went: what a limit left over has not failed."""
    if stop.is_set() and not progress.gave_up:
        return STOPPED
    left = progress.remaining and progress.treated != limit
    return 1 if progress.failed or left else 0


@contextmanager
def _stoppable() -> Iterator[Event]:
    """Turn the first Ctrl-C into a wish to stop; the second stops at once, which loses nothing."""
    stop = Event()

    def wish(_signal: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            os._exit(STOPPED)
        stop.set()
        typer.echo(_("finishing what is in flight; Ctrl-C again stops at once"), err=True)

    before = {number: signal.signal(number, wish) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class RunFirst(Verbless):
    """A group whose first word may be a path: then `run` is meant."""

    default = "run"


app = typer.Typer(cls=RunFirst, no_args_is_help=True, help="Summarise an archive.")
for command in (run, submit, status, collect):
    app.command(cls=Panelled)(unfolded(command))
