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
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import (
    AllowHostOption,
    BaseUrlOption,
    LanguageOption,
    LocalOnlyOption,
    PartsOption,
    PricesOption,
    RevisionsOption,
    StoreOption,
    model_spec,
)
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.models import ModelSpec
    from summarizer.store import Store
    from summarizer.submission import Bureau

DEFAULT_STORE = "runs.db"

ChatModelOption = Annotated[
    str, typer.Option("--model", envvar="SUMMARIZE_MODEL", help="VENDOR:NAME, as in openai:NAME.")
]
LinesOption = Annotated[
    int, typer.Option("--lines", min=1, help="Questions in one file; some vendors take 5000.")
]
WindowOption = Annotated[str, typer.Option("--window", help="Completion window to ask for.")]
PathsArgument = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Folders, patterns, archives, files, or -.")
]


def submit(
    paths: PathsArgument,
    model: ChatModelOption,
    store: StoreOption = DEFAULT_STORE,
    base_url: BaseUrlOption = None,
    language: LanguageOption = "zh",
    parts: PartsOption = "all",
    revisions: RevisionsOption = 1,
    prices: PricesOption = None,
    allow_host: AllowHostOption = None,
    lines: LinesOption = 50_000,
    window: WindowOption = "24h",
    *,
    local_only: LocalOnlyOption = False,
) -> None:
    """Ask about every article that has no draft yet, through the endpoint's batch API."""
    from summarizer.batch import find_sources
    from summarizer.pipeline import Policy
    from summarizer.submission import plan

    spec = model_spec(
        model,
        base_url=base_url,
        language=language,
        parts=parts,
        prices=prices,
        allow_host=allow_host,
        local_only=local_only,
    )
    sources = tuple(find_sources(paths, sys.stdin))
    with _bureau(spec, store, window) as (bureau, kept):
        asked = plan(sources, spec, kept, Policy(revisions, language=language))
        typer.echo(f"{asked:,} articles to ask about, {bureau.submit(lines):,} files sent")


def status(
    model: ChatModelOption,
    store: StoreOption = DEFAULT_STORE,
    base_url: BaseUrlOption = None,
    language: LanguageOption = "zh",
    parts: PartsOption = "all",
) -> None:
    """Say how far the endpoint is with what was submitted."""
    from rich.table import Table

    from summarizer.cli.watching import for_tables

    spec = model_spec(model, base_url=base_url, language=language, parts=parts)
    table = Table("submission", "batch", "state", "questions", box=None, pad_edge=False)
    with _bureau(spec, store) as (bureau, _):
        for each in bureau.status():
            table.add_row(each.name, each.batch or "—", each.state, f"{each.questions:,}")
    for_tables().print(table)


def collect(
    model: ChatModelOption,
    store: StoreOption = DEFAULT_STORE,
    base_url: BaseUrlOption = None,
    language: LanguageOption = "zh",
    parts: PartsOption = "all",
    prices: PricesOption = None,
) -> None:
    """Bring down what is answered; `summarize batch` then verifies it and pays nothing."""
    spec = model_spec(model, base_url=base_url, language=language, parts=parts, prices=prices)
    with _bureau(spec, store) as (bureau, _):
        drafts = bureau.collect()
        under_way = [each for each in bureau.status() if each.state != "collected"]
    typer.echo(f"{drafts:,} articles have their draft, {len(under_way):,} files are under way")
    raise typer.Exit(1 if under_way else 0)


@contextmanager
def _bureau(
    spec: "ModelSpec", address: str | None, window: str = "24h"
) -> "Iterator[tuple[Bureau, Store]]":
    from summarizer.store import Store
    from summarizer.submission import Bureau

    if ":" not in spec.model:
        raise SummarizerError(f"{spec.model}: has no batch API; name a chat model, VENDOR:NAME")
    with closing(Store.open(address or DEFAULT_STORE, writing=True)) as kept:
        yield Bureau(spec, kept, window=window), kept
