"""Does an endpoint do what we need? One small invented article, asked about in every mode."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.analysis import analyse
from summarizer.document import Block, Role, compose_article
from summarizer.errors import ModelError
from summarizer.models import ModelSpec, Request
from summarizer.models.chat import ChatModel
from summarizer.models.chat.dialect import Mode
from summarizer.quantity import Kind, Quantity
from summarizer.report import Usage
from summarizer.text import Span

HEADLINE = "云岫园一季度产值增长"
TEXT = f"{HEADLINE}\n一季度，云岫园完成产值42.6亿元，同比增长8.3%。"
PATIENCE = 30.0
FIGURES = (("42.6亿元", Kind.AMOUNT), ("8.3%", Kind.PERCENT))


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one mode: `error` is None where the reply could be read.

    `cited` counts, of `figures`, those cited by their number and repeated as printed.
    """

    mode: Mode
    seconds: float
    usage: Usage | None = None
    cited: int = 0
    figures: int = len(FIGURES)
    error: str | None = None


def try_modes(spec: ModelSpec) -> Iterator[Trial]:
    """Ask in each mode in turn, or in the one that the spec fixes."""
    for mode in (Mode(spec.mode),) if spec.mode else Mode:
        yield _try(replace(spec, mode=mode, parts="all"), mode)


def _try(spec: ModelSpec, mode: Mode) -> Trial:
    limits = replace(spec.limits, timeout=PATIENCE, retries=1)
    model, request = ChatModel(replace(spec, limits=limits)), _request()
    start = time.monotonic()
    try:
        draft = model.draft(request)
    except ModelError as error:
        return Trial(mode, time.monotonic() - start, error=str(error))
    prints = {(quantity.id, quantity.text) for quantity in request.quantities}
    cited = prints & {(row.quantity, row.printed) for row in draft.summary.observations}
    return Trial(mode, time.monotonic() - start, draft.usage, len(cited))


def _request() -> Request:
    blocks = (
        Block(Span(0, len(HEADLINE)), Role.HEADLINE),
        Block(Span(len(HEADLINE) + 1, len(TEXT)), Role.BODY),
    )
    article = compose_article(TEXT, "A1", blocks)
    return Request(analyse(article, None, _quantities(article.text)), ())


def _quantities(text: str) -> Iterator[Quantity]:
    for number, (printed, kind) in enumerate(FIGURES, 1):
        start = text.index(printed)
        yield Quantity(start, start + len(printed), printed, kind, id=f"Q{number}")
