"""What is asked about an article, a section of it, or several articles at once.

The figures of an article bear the numbers of their ids (`Q12` is ⟦12⟧). Articles that share a
request are numbered on from one to the next, so that a number names one figure of one article
and a reply that takes another article's figure cites nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.models import ModelSpec, Request
from summarizer.models.chat.dialect import Mode
from summarizer.models.chat.reply import (
    ArticleReply,
    GroupReply,
    Reply,
    SummaryReply,
    TableReply,
    write_reply,
)
from summarizer.prompt import Prompt, mark
from summarizer.quantity import Quantity
from summarizer.report import Verdict
from summarizer.text import Span

Message = dict[str, str]
REPLIES: Mapping[str, type[Reply]] = {
    "all": ArticleReply,
    "summary": SummaryReply,
    "table": TableReply,
}
GROUPS: Mapping[str, type[GroupReply[Any]]] = {
    "all": GroupReply[ArticleReply],
    "summary": GroupReply[SummaryReply],
    "table": GroupReply[TableReply],
}


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article as it is sent, and which number cites which quantity."""

    request: Request
    span: Span
    text: str
    cited: Mapping[int, str]


def take_part(request: Request, span: Span, first: int | None = None) -> Part:
    """Return a stretch with its figures numbered, from `first` on or else by their ids."""
    figures = [q for q in request.quantities if q.is_figure and span.covers(q.span)]
    numbers = [
        int(figure.id.lstrip("Q")) if first is None else first + index
        for index, figure in enumerate(figures)
    ]
    text = mark(request.article.text, span, zip(numbers, figures, strict=True))
    return Part(request, span, _titled(request, span, text.strip()), _ids(numbers, figures))


def _ids(numbers: Sequence[int], figures: Sequence[Quantity]) -> dict[int, str]:
    return {number: figure.id for number, figure in zip(numbers, figures, strict=True)}


def _titled(request: Request, span: Span, text: str) -> str:
    """Give a later section the headline, so that it is known whose figures these are."""
    headline = request.article.headline
    if span.start == 0 or headline is None:
        return text
    return f"{mark(headline, Span(0, len(headline)), ())}\n……\n{text}"


def messages(
    prompt: Prompt, spec: ModelSpec, parts: Sequence[Part], mode: Mode, *, grouped: bool
) -> list[Message]:
    """Return the messages of a request; the first is the same in every request of a run."""
    system = prompt.render(
        "system",
        grouped=grouped,
        summary=spec.parts != "table",
        table=spec.parts != "summary",
        english=spec.language == "en",
        schema="" if mode.sends_schema else _schema_text(spec, grouped=grouped),
    )
    texts = tuple(part.text for part in parts)
    user = prompt.render("user", grouped=grouped, date=parts[0].request.date, texts=texts)
    turns = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    return turns + ([] if grouped else _revision(prompt, spec, parts[0]))


def _schema_text(spec: ModelSpec, *, grouped: bool) -> str:
    import json

    reply = GROUPS[spec.parts] if grouped else REPLIES[spec.parts]
    return json.dumps(reply.model_json_schema(), ensure_ascii=False, separators=(",", ":"))


def _revision(prompt: Prompt, spec: ModelSpec, part: Part) -> list[Message]:
    """Return the turns that show a draft and what the text does not support of it."""
    request = part.request
    doubts = [f for f in request.findings if f.verdict is not Verdict.SUPPORTED]
    if request.previous is None or not doubts:
        return []
    numbers = {identity: number for number, identity in part.cited.items()}
    said = write_reply(request.previous, numbers, REPLIES[spec.parts])
    lines = tuple(f"{doubt.claim}：{doubt.message or doubt.reason}" for doubt in doubts)
    asked = prompt.render("revise", findings=lines)
    return [{"role": "assistant", "content": said}, {"role": "user", "content": asked}]
