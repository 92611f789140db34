"""`summarize issue.txt`: one issue in, one report out.

    summarize issue.txt                     a page for the terminal
    summarize issue.txt -o report.html      the suffix chooses the format; -o may be repeated
    summarize issue.txt -o - --format json  into a pipe

A chat model is asked about several articles at once; the embedded engine needs no waiting.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from gettext import gettext as _
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options as opt
from summarizer.cli import tongue
from summarizer.cli.chat_options import ChatOptions, unfolded
from summarizer.cli.outputs import STDOUT, Wanted, spared, wanted
from summarizer.errors import ReadingError, SummarizerError

if TYPE_CHECKING:
    from summarizer.coding import Vocabulary
    from summarizer.document import Issue
    from summarizer.models import Model, ModelSpec
    from summarizer.pipeline import Policy
    from summarizer.reading import Paper
    from summarizer.report import IssueReport

EXTRACTIVE = "extractive"
INTERRUPTED = 130  # what a shell expects after Ctrl-C
CHINESE = re.compile(r"[\u3400-\u9fff]")
LEAST_CHINESE = 0.05  # a page of figures in columns still has its names
UNFIT = {
    "lost": "these words do not stand there any more; correct it again in summarize desk",
    "no_article": "belongs to no article now; correct it again in summarize desk",
    "no_figure": "no figure is read there now",
    "no_row": "the figure has no such row now",
}
EXCERPT = 24  # characters of a continuation that are shown
MOST_TOLD = 6


@unfolded
def issue(
    sources: Annotated[
        list[str], typer.Argument(metavar="ISSUE...", help="Pages, any format; - is stdin.")
    ],
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", help="A file (its suffix is the format) or a folder/."),
    ] = None,
    format_name: Annotated[
        str | None, typer.Option("--format", help="Format of the outputs, whatever their suffix.")
    ] = None,
    date: opt.DateOption = None,
    encoding: opt.EncodingOption = None,
    title: Annotated[
        str | None, typer.Option("--title", help="Name of the paper; else read from the page.")
    ] = None,
    revisions: opt.RevisionsOption = 1,
    unsupported: opt.UnsupportedOption = "mark",
    store: opt.StoreOption = None,
    workers: opt.WorkersOption = 8,
    indicators: opt.IndicatorsOption = None,
    names: opt.NamesOption = None,
    fields: opt.FieldsOption = None,
    *,
    chat: ChatOptions,
    only_coded: opt.OnlyCodedOption = False,
    min_confidence: opt.MinConfidenceOption = 0.0,
    force: Annotated[
        bool,
        typer.Option("--force", help="Overwrite an earlier report even where articles failed."),
    ] = False,
    page_images: Annotated[
        bool,
        typer.Option("--page-images", help="Show the pages of a PDF or a scan in an HTML report."),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how the page was put together.")
    ] = False,
) -> None:
    """Summarise pages: for each article a summary and a table of its figures."""
    from summarizer.pipeline import STOPPED, Policy, Unsupported
    from summarizer.reading import read_issues
    from summarizer.wording import on_one_line

    spec = chat.spec()
    policy = Policy(revisions, Unsupported(unsupported), chat.language)
    own = opt.vocabulary(indicators, names, only_coded=only_coded, least=min_confidence)
    read = partial(
        read_issues, encoding=encoding, date=opt.issue_date(date), fields=opt.own_fields(fields)
    )

    def treat(page: "Issue", outputs: Sequence[str], paper: "Paper | None") -> bool:
        """Report on a page; say whether an article of it failed."""
        page = replace(page, title=title or page.title)
        _warn(page)
        drafted = _report(page, spec, policy, store=store, workers=workers)
        report = _in_words_of(drafted, page, own)
        if explain:
            _explain(report, page.text)
        _show(report, page.text, spared(outputs, report, force=force), format_name, paper)
        _tell_corrections(page, report)
        _tell_undated(report)
        tell_failures(report)
        if any(failure.error == STOPPED for failure in report.failures):
            raise typer.Exit(INTERRUPTED)
        return bool(report.failures)

    failed = False
    for each in (several := wanted(sources, output or (), format_name)):
        try:
            paper = _paper(each.source) if page_images else None
            failed = _pages_fail(each, read, partial(treat, paper=paper)) or failed
        except SummarizerError as error:
            if len(several) == 1:
                raise
            failed = True
            typer.echo(on_one_line(tongue.say(str(error))), err=True)
    raise typer.Exit(1 if failed else 0)


def _pages_fail(
    page: Wanted,
    read: "Callable[..., Iterable[Issue]]",
    treat: "Callable[[Issue, Sequence[str]], bool]",
) -> bool:
    """Treat every page of a file; say whether one of them failed, or could not be read."""
    unread: list[ReadingError] = []
    issues = _pages(read(page.source, failed=partial(_tell_unread, unread)), page.outputs)
    failed = [treat(issue, page.outputs) for issue in issues]
    return any(failed) or bool(unread)


def _tell_unread(unread: list[ReadingError], error: ReadingError) -> None:
    """Say which page of an archive could not be read, and note it."""
    from summarizer.wording import visible

    unread.append(error)
    typer.echo(visible(tongue.say(str(error))), err=True)


def _pages(pages: "Iterable[Issue]", output: Sequence[str]) -> "Iterable[Issue]":
    """Return the pages; an output is the report of one page, so with one there may be no second."""
    if not output:
        return pages
    some = list(islice(pages, 2))
    if len(some) > 1:
        raise SummarizerError(
            "{page}: a page of several, and {output} takes one; use summarize batch",
            page=some[0].source,
            output=output[0],
        )
    return some


def _warn(page: "Issue") -> None:
    """Say so where a page is not in the language that is read: its figures may be misread."""
    letters = "".join(page.text.split())
    from summarizer.wording import visible

    if len(CHINESE.findall(letters)) < LEAST_CHINESE * len(letters):
        typer.echo(
            _(
                "{page}: hardly any Chinese in it; words and units are read as Chinese, "
                "so do not trust the table"
            ).format(page=visible(page.source)),
            err=True,
        )


def _report(
    issue: "Issue", spec: "ModelSpec", policy: "Policy", *, store: str | None, workers: int
) -> "IssueReport":
    """Summarise with as many articles under way as there are workers; answers paid for are kept."""
    from summarizer.models import open_model
    from summarizer.pipeline import left_out, summarize_issue

    model = open_model(spec)
    if spec.model == EXTRACTIVE:
        return summarize_issue(issue, model, policy=policy)
    from rich.console import Console

    from summarizer.cli.asking import Asking

    with ExitStack() as stack:
        if store:
            model = _remembering(model, store, stack)
        unasked = partial(left_out, date=issue.date)
        asking = Asking(workers, unasked, Console(stderr=True))
        return summarize_issue(issue, model, policy=policy, spread=asking)


def _remembering(model: "Model", address: str, stack: ExitStack) -> "Model":
    """Let a model ask the store first, which is closed with the stack."""
    from summarizer.store import Store
    from summarizer.store.drafts import Remembered, Turns

    store = Store.open(address, writing=True)
    stack.callback(store.close)
    return Remembered(model, store, Turns())


def _in_words_of(report: "IssueReport", page: "Issue", own: "Vocabulary") -> "IssueReport":
    """Put a report into a user's vocabulary, and say what is left out for it."""
    from summarizer.coding import coded, left_out

    said = coded(report, page.text, own)
    if gone := left_out(report, said):
        told = _(
            "{source}: {count} rows are left out as asked for (their figures stay in the ledger)"
        )
        typer.echo(told.format(source=page.source, count=gone), err=True)
    return said


def _explain(report: "IssueReport", text: str) -> None:
    """Say on standard error which continuations were joined, why, and whose money a 元 is."""
    from summarizer.quantities import home_of
    from summarizer.wording import say_cues

    for join in report.joins:
        words = text[join.start : join.end].split("\n", 1)[0][:EXCERPT]
        why = say_cues(join.reason)
        typer.echo(f"{join.article} + {words}…  {join.score:.2f}  {why}", err=True)
    home = home_of(text)
    told = "  ".join(f"{cue} {count}" for cue, count in home.told[:MOST_TOLD])
    typer.echo(f"元 = {home.code or 'CNY'}  {told}".rstrip(), err=True)


def _paper(source: str) -> "Paper":
    """Return the file whose pages are to be shown. Raises ReadingError."""
    from summarizer.reading import paper_of

    if paper := paper_of(source):
        return paper
    raise ReadingError("{source}: no PDF and no scan; leave out --page-images", source=source)


def _show(
    report: "IssueReport",
    text: str,
    outputs: Sequence[str],
    format_name: str | None,
    paper: "Paper | None",
) -> None:
    """Write every output; without any, a page for the terminal."""
    from summarizer.renderers import write

    for target in outputs:
        write(report, text, target, format_name, paper)
    if not outputs and format_name:
        write(report, text, STDOUT, format_name, paper)
    elif not outputs:
        from rich.console import Console

        from summarizer.renderers.terminal import render_terminal

        render_terminal(report, text, Console())


def _tell_corrections(page: "Issue", report: "IssueReport") -> None:
    """Say which files of a person's were read beside the page, and what in them fits no more."""
    from summarizer.corrections import corrections_file
    from summarizer.segmentation import layout_file
    from summarizer.wording import visible

    if file := layout_file(page):
        typer.echo(_("{file}: the layout is taken from here").format(file=file), err=True)
    if report.corrections:
        file = corrections_file(page)
        fit = sum(each.result == "applied" for each in report.corrections)
        typer.echo(
            _("{file}: {fit} of {all} corrections applied").format(
                file=file, fit=fit, all=len(report.corrections)
            ),
            err=True,
        )
        for each in report.corrections:
            if each.result != "applied":
                told = f"{each.op} {each.text[:EXCERPT]!r} by {visible(each.by)}, {each.at}"
                typer.echo(f"{file}: {told}: {_(UNFIT[each.result])}", err=True)


def _tell_undated(report: "IssueReport") -> None:
    """Say what it costs that nobody knows the day of the paper."""
    rows = [row for article in report.articles for row in article.observations]
    open_ones = sum(row.time_period is None for row in rows)
    if report.issue.date is None and open_ones:
        said = _(
            "{page}: no date of the paper found, so {open} of {all} rows have no period; "
            "pass --date YYYY-MM-DD"
        )
        typer.echo(said.format(page=report.issue.source, open=open_ones, all=len(rows)), err=True)


def tell_failures(report: "IssueReport") -> None:
    """Say which articles failed and why, those of one reason in one line."""
    from summarizer.wording import visible

    alike: dict[str, list[str]] = {}
    for failure in report.failures:
        alike.setdefault(failure.message, []).append(failure.article)
    for message, articles in alike.items():
        typer.echo(visible(f"{', '.join(articles)}: {tongue.say(message)}"), err=True)
