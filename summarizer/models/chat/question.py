"""What is asked about an article, a section of it, or several articles at once.

The figures of an article bear the numbers of their ids (`Q12` is 12). Articles that share a
request are numbered on from one to the next, so that a number names one figure of one article
and a reply that takes another article's figure cites nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.models import ModelSpec, Request
from summarizer.models.chat.dialect import Mode
from summarizer.models.chat.reply import Contract, WireReply, contract_of
from summarizer.models.chat.reply.shapes import Figures
from summarizer.models.chat.script import in_traditional, is_traditional
from summarizer.models.chat.sizes import Size, largest, size_of
from summarizer.prompt import Prompt, mark
from summarizer.report import Verdict
from summarizer.text import Span

Message = dict[str, str]
WORD = 2  # characters of Chinese that say as much as a word of English


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article as it is sent, and which number cites which quantity."""

    request: Request
    span: Span
    text: str
    cited: Mapping[int, str]
    figures: Figures

    @property
    def size(self) -> Size:
        """How long the summary of it may be."""
        return size_of(len(self.span), len(self.cited))


def take_part(
    request: Request, span: Span, first: int | None = None, *, enclosed: bool = False
) -> Part:
    """Return a stretch with its figures numbered, from `first` on or else by their ids."""
    figures = [q for q in request.quantities if q.is_figure and span.covers(q.span)]
    numbers = [
        int(figure.id.lstrip("Q")) if first is None else first + index
        for index, figure in enumerate(figures)
    ]
    pairs = tuple(zip(numbers, figures, strict=True))
    text = mark(request.article.text, span, pairs, enclosed=enclosed)
    return Part(
        request,
        span,
        _titled(request, span, text.strip()),
        {number: figure.id for number, figure in pairs},
        {figure.id: (number, figure.text) for number, figure in pairs},
    )


def _titled(request: Request, span: Span, text: str) -> str:
    """Give a later section the headline, so that it is known whose figures these are."""
    headline = request.article.headline
    if span.start == 0 or headline is None:
        return text
    return f"{mark(headline, Span(0, len(headline)), ())}\n……\n{text}"


def form_of(spec: ModelSpec, contract: Contract, parts: Sequence[Part]) -> type[WireReply]:
    """Return the type of the reply to a request about one article, or about several."""
    size = largest(part.size for part in parts)
    return contract.form(spec.parts, size, grouped=len(parts) > 1)


def messages(prompt: Prompt, spec: ModelSpec, parts: Sequence[Part], mode: Mode) -> list[Message]:
    """Return the messages of a request; the first is the same in every request of a run.

    It is so for articles in the same characters: a prompt that adapts is told in those of the
    article.
    """
    contract = contract_of(prompt)
    grouped = len(parts) > 1
    system = prompt.render(
        "system",
        grouped=grouped,
        summary=spec.parts != "table",
        table=spec.parts != "summary",
        english=spec.language == "en",
        schema="" if mode.sends_schema else schema_text(form_of(spec, contract, parts)),
    )
    user = prompt.render(
        "user",
        grouped=grouped,
        summary=spec.parts != "table",
        date=parts[0].request.date,
        texts=tuple(part.text for part in parts),
        articles=tuple(_article(part, spec) for part in parts),
    )
    if contract.encloses and all(is_traditional(part.text) for part in parts):
        system = in_traditional(system)
    turns = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    return turns + ([] if grouped or contract.revises else _revision(prompt, spec, parts[0]))


def _article(part: Part, spec: ModelSpec) -> dict[str, str | int]:
    """Return what a template may say of an article: its text, and how long its summary may be."""
    abstract = part.size.abstract // (WORD if spec.language == "en" else 1)
    return {"text": part.text, "a": abstract, "k": part.size.points}


def schema_text(form: type[WireReply]) -> str:
    """Return the schema of a reply as it stands in a prompt."""
    import json

    return json.dumps(form.model_json_schema(), ensure_ascii=False, separators=(",", ":"))


def _revision(prompt: Prompt, spec: ModelSpec, part: Part) -> list[Message]:
    """Return the turns that show a draft and what the text does not support of it."""
    request = part.request
    doubts = [f for f in request.findings if f.verdict is not Verdict.SUPPORTED]
    if request.previous is None or not doubts:
        return []
    said = contract_of(prompt).write(request.previous, part.figures, spec.parts)
    lines = tuple(f"{doubt.claim}：{doubt.message or doubt.reason}" for doubt in doubts)
    asked = prompt.render("revise", findings=lines)
    return [{"role": "assistant", "content": said}, {"role": "user", "content": asked}]
