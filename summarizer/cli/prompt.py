"""`summarize prompt`: exactly what would be sent to a model about an article; sends nothing.

summarize prompt                                    the prompts there are
summarize prompt article-summary@1 issue.txt        every article, as a run would send them
summarize prompt article-summary@1 issue.txt#A3     one article
"""

import json
from collections.abc import Iterator
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.chat_options import ChatOptions
from summarizer.cli.options import (
    DateOption,
    EncodingOption,
    LanguageOption,
    PartsOption,
    issue_date,
)
from summarizer.errors import ReadingError

if TYPE_CHECKING:
    from summarizer.document import Issue
    from summarizer.models import Request

ANYWHERE = "http://localhost/v1"


def prompt(
    reference: Annotated[
        str | None, typer.Argument(metavar="NAME@VERSION", help="A prompt; without it, all names.")
    ] = None,
    source: Annotated[
        str | None, typer.Argument(metavar="ISSUE[#ARTICLE]", help="A page, or one article of it.")
    ] = None,
    language: LanguageOption = "zh",
    parts: PartsOption = "all",
    date: DateOption = None,
    encoding: EncodingOption = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print request bodies, one a line.")
    ] = False,
) -> None:
    """Show exactly what would be sent about an article; nothing is sent."""
    from summarizer.models.chat import ChatModel
    from summarizer.prompt import load_prompt, released_prompts
    from summarizer.reading import read_issue

    if reference is None:
        typer.echo("\n".join(released_prompts()))
        return
    load_prompt(reference)  # a wrong name is told before a page is read
    if source is None:
        raise typer.BadParameter(_("name an issue, or an article of it as in issue.txt#A3"))
    path, _hash, article = source.partition("#")
    issue = read_issue(path, encoding=encoding, date=issue_date(date))
    chat = ChatOptions("openai:MODEL", ANYWHERE, language=language, parts=parts, prompt=reference)
    model = ChatModel(chat.spec())
    for body in model.questions(_requests(issue, article)):
        typer.echo(json.dumps(body, ensure_ascii=False) if as_json else "\n".join(_readable(body)))


def _requests(issue: "Issue", wanted: str) -> list["Request"]:
    """Ask about every article of an issue, or about the one that is wanted."""
    from summarizer.pipeline import ask_about
    from summarizer.segmentation import segment

    articles = segment(issue)
    chosen = [article for article in articles if wanted in ("", article.id)]
    if not chosen:
        there = ", ".join(article.id for article in articles) or "none"
        raise ReadingError(
            "{page}: no article {wanted}; there are: {there}",
            page=issue.source,
            wanted=wanted,
            there=there,
        )
    return [ask_about(article, issue.date) for article in chosen]


def _readable(body: dict[str, Any]) -> Iterator[str]:
    """Yield the messages as text, and on one line each what else the request says."""
    for message in body["messages"]:
        yield f"──── {message['role']}"
        yield message["content"]
    for name, value in body.items():
        if name != "messages":
            yield f"──── {name}: {json.dumps(value, ensure_ascii=False)}"
    yield ""
