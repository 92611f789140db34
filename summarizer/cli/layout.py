"""`summarize layout`: how a page was taken apart, as a file that a person can correct."""

from typing import Annotated

import typer

from summarizer.cli.options import DateOption, EncodingOption, issue_date


def layout(
    source: Annotated[str, typer.Argument(metavar="ISSUE", help="A page of text; - is stdin.")],
    date: DateOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Print how a page was taken apart; kept as page.segments.json beside it, it is used."""
    from summarizer.reading import read_issue
    from summarizer.segmentation import keep_layout, kept_layout, lay_out

    issue = read_issue(source, encoding=encoding, date=issue_date(date))
    typer.echo(keep_layout(issue, kept_layout(issue) or lay_out(issue)), nl=False)
