"""Who drafts: one seam, one method.

    Request ── the article as it is read, the code's own table, what was wrong last time
       │
     Model.draft
       │
     Draft ──── ArticleSummary, usage

`open_model` turns what the user wrote (`extractive`, `openai:NAME`, `package.module:factory`) into
a model: `extractive` chooses among the article's own words, `chat` asks an endpoint. Heavy packages
are imported by the model that needs them, when it first needs them.
"""

import datetime as dt
import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal, Protocol

from summarizer.analysis import Analysis
from summarizer.document import Article
from summarizer.errors import ModelError
from summarizer.quantity import Quantity
from summarizer.report import Confidence, Finding, Usage
from summarizer.summary import ArticleSummary, ObservationClaim

NO_USAGE = Usage()


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is asked: one article as it is read, and past findings.

    `table` are the rows that the code itself reads off the article, `sureness` how sure it is of
    them, by the id of their quantity. After a first draft,
    `findings` holds what the text does not support and `previous` the draft they are about; a
    model that can revise does so.
    """

    analysis: Analysis
    table: tuple[ObservationClaim, ...]
    sureness: Mapping[str, Confidence] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    previous: ArticleSummary | None = None

    @property
    def article(self) -> Article:
        """The article that is asked about."""
        return self.analysis.article

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbered quantities, with offsets in `article.text`."""
        return self.analysis.quantities

    @property
    def date(self) -> dt.date | None:
        """The date of the issue, where it is known."""
        return self.analysis.date


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model answered, and what the answer cost."""

    summary: ArticleSummary
    usage: Usage = NO_USAGE


class Model(Protocol):
    """Anything that drafts a summary of an article."""

    @property
    def name(self) -> str:
        """The model's spec in text form, as it stands in a report: `openai:qwen3-32b`."""

    @property
    def prompt(self) -> str | None:
        """Name and version of the prompt it sends (`article-summary@3`), or None."""

    @property
    def fingerprint(self) -> str:
        """A hash of all that shapes a draft beside the request: model, prompt, reply schema."""

    def draft(self, request: Request) -> Draft:
        """Draft a summary; raises ModelError where no usable draft came back."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be asked of an endpoint, and how long to wait for it.

    Seconds, and requests and tokens per minute; None is no limit. `timeout` is for one answer,
    `patience` for one request with all its waiting. `max_cost` is in the currency of the price
    file; `max_tokens` counts both directions. Both are decided before a request is sent.
    """

    timeout: float = 120
    patience: float = 600
    retries: int = 5
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    concurrency: int | None = None
    max_tokens: int | None = None
    max_cost: Decimal | None = None


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """Which model, and how to speak to it: a value that may be pickled. Keys are never part of it.

    `model` is `extractive`, `VENDOR:NAME` (the name is the vendor's own) or
    `package.module:factory`. All else concerns chat models. `mode` fixes how the reply is asked
    for; None finds out. `section` is the length, in characters, above which an article is drafted
    in sections; `group` is the length up to which short ones share a request, 0 for never.
    `prices` is the user's price file (TOML).
    """

    model: str
    base_url: str | None = None
    mode: str | None = None
    prompt: str = "article-summary@3"
    language: Literal["zh", "en"] = "zh"
    parts: Literal["all", "summary", "table"] = "all"
    section: int = 8000
    group: int = 0
    reply_tokens: int | None = None
    limits: Limits = DEFAULT_LIMITS
    prices: Path | None = None
    allow_hosts: tuple[str, ...] = ()
    local_only: bool = False


def open_model(spec: str | ModelSpec) -> Model:
    """Return the model that a spec names; raises ModelError for one that does not exist."""
    spec = ModelSpec(spec) if isinstance(spec, str) else spec
    if spec.model == "extractive":
        return _imported("summarizer.models.extractive", "ExtractiveModel")
    vendor, colon, name = spec.model.partition(":")
    if not colon or not vendor or not name:
        raise ModelError(
            "{model}: not a model; write extractive, VENDOR:NAME (as in openai:NAME) or "
            "package.module:factory",
            model=spec.model,
        )
    from summarizer.models.chat import VENDORS, ChatModel, demand_key

    if vendor not in VENDORS:
        return _imported(vendor, name)
    demand_key(spec.model, spec.base_url)
    return ChatModel(spec)


def _imported(module: str, factory: str) -> Model:
    """Call a stranger's factory; it takes no arguments and returns a Model."""
    try:
        make = getattr(importlib.import_module(module), factory)
    except (ImportError, AttributeError) as error:
        raise ModelError(
            "{module}:{factory}: cannot be imported: {error}",
            module=module,
            factory=factory,
            error=error,
        ) from error
    model: Model = make()
    return model
