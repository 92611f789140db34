"""Who drafts: one seam, one method.

    Request ── article, its numbered quantities, the issue's date, what was wrong last time
       │
     Model.draft
       │
     Draft ──── ArticleSummary, usage

`open_model` turns what the user wrote (`extractive`, `openai:NAME`, `package.module:factory`) into
a model. Heavy packages are imported by the model that needs them, when it first needs them.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from summarizer.document import Article
from summarizer.quantity import Quantity
from summarizer.report import Finding, Usage
from summarizer.summary import ArticleSummary

NO_USAGE = Usage()


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is asked: one article, its quantities (in `article.text`), and past findings.

    After a first draft, `findings` holds what the text does not support and `previous` the draft
    they are about; a model that can revise does so.
    """

    article: Article
    quantities: tuple[Quantity, ...]
    date: dt.date | None = None
    findings: tuple[Finding, ...] = ()
    previous: ArticleSummary | None = None


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
        """Name and version of the prompt it sends (`article-summary@1`), or None."""

    def draft(self, request: Request) -> Draft:
        """Draft a summary; raises ModelError where no usable draft came back."""
