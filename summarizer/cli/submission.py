"""`summarize batch submit | status | collect`: a batch API, at half the price.

summarize batch submit archive/ --store runs.db --model openai:NAME
summarize batch status --store runs.db --model openai:NAME
summarize batch collect --store runs.db --model openai:NAME
summarize batch archive/ --store runs.db --model openai:NAME      verifies what was collected

What the text does not support is asked about again by the next submit.
"""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.chat_options import ChatOptions
from summarizer.cli.options import RevisionsOption, StoreOption
from summarizer.cli.watching import for_tables
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.store import Store
    from summarizer.submission import Bureau

DEFAULT_STORE = "runs.db"

LinesOption = Annotated[
    int, typer.Option("--lines", min=1, help="Questions in one file; some vendors take 5000.")
]
WindowOption = Annotated[str, typer.Option("--window", help="Completion window to ask for.")]
PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Folders, patterns, archives, files, or -.")
]


def submit(
    paths: PathsArgument,
    store: StoreOption = DEFAULT_STORE,
    revisions: RevisionsOption = 1,
    lines: LinesOption = 50_000,
    window: WindowOption = "24h",
    *,
    chat: ChatOptions,
) -> None:
    """Ask about every article that has no draft yet, through the endpoint's batch API."""
    from summarizer.batch import find_sources
    from summarizer.pipeline import Policy
    from summarizer.submission import plan

    sources = tuple(find_sources(paths, sys.stdin))
    with _bureau(chat, store, window) as (bureau, kept):
        policy = Policy(revisions, language=chat.language)
        asked = plan(sources, bureau.spec, kept, policy)
        typer.echo(
            _("{asked} articles to ask about, {files} files sent").format(
                asked=f"{asked:,}", files=f"{bureau.submit(lines):,}"
            )
        )


def status(*, chat: ChatOptions, store: StoreOption = DEFAULT_STORE) -> None:
    """Say how far the endpoint is with what was submitted."""
    from rich.table import Table

    table = Table("submission", "batch", "state", "questions", box=None, pad_edge=False)
    with _bureau(chat, store) as (bureau, _store):
        for each in bureau.status():
            table.add_row(each.name, each.batch or "—", each.state, f"{each.questions:,}")
    for_tables().print(table)


def collect(*, chat: ChatOptions, store: StoreOption = DEFAULT_STORE) -> None:
    """Bring down what is answered; `summarize batch` then verifies it and pays nothing."""
    with _bureau(chat, store) as (bureau, _store):
        drafts = bureau.collect()
        under_way = [each for each in bureau.status() if each.state != "collected"]
    typer.echo(
        _("{drafts} articles have their draft, {files} files are under way").format(
            drafts=f"{drafts:,}", files=f"{len(under_way):,}"
        )
    )
    raise typer.Exit(1 if under_way else 0)


@contextmanager
def _bureau(
    chat: ChatOptions, address: str | None, window: str = "24h"
) -> "Iterator[tuple[Bureau, Store]]":
    from summarizer.store import Store
    from summarizer.submission import Bureau

    spec = replace(chat.spec(), group=0)  # a question of a batch is one article
    if ":" not in spec.model:
        raise SummarizerError(
            "{model}: has no batch API; name a chat model, VENDOR:NAME", model=spec.model
        )
    with closing(Store.open(address or DEFAULT_STORE, writing=True)) as kept:
        yield Bureau(spec, kept, window=window), kept
