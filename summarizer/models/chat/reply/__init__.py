"""What we ask a model to reply, and what we make of it.

    contract   prompts            a figure is sent as    a row has
    EIGHT      versions 1 and 2   ⟦12⟧5亿元              eight cells
    NINE       version 3          ⟦12:约5亿元⟧           nine: what it is compared with; and numbers
                                                         without a row, in one character each

A contract makes the schema that is sent, reads a reply into an ArticleSummary and writes one as a
model would have replied it. Keys are short and a row is an array, because schema and keys are paid
for in every request. A number we never gave, and a row that names no measure or status we know,
become a citation of nothing, which verification refutes: one bad cell costs a row, not the article.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from summarizer.errors import PromptError
from summarizer.models.chat.reply.eight import Eight
from summarizer.models.chat.reply.nine import Nine
from summarizer.models.chat.reply.shapes import Figures, WireReply
from summarizer.models.chat.sizes import Size
from summarizer.prompt import Prompt
from summarizer.summary import ArticleSummary

__all__ = ["CONTRACTS", "Contract", "WireReply", "contract_of"]


class Contract(Protocol):
    """One way to put a summary on the wire."""

    @property
    def encloses(self) -> bool:
        """Whether a figure is marked at its end as well as at its beginning."""

    @property
    def points(self) -> int:
        """How many key points an article drafted in sections may have."""

    @property
    def revises(self) -> bool:
        """Whether a revision says only what changes."""

    def form(self, parts: str, size: Size, *, grouped: bool = False) -> type[WireReply]:
        """Return the type of a reply: `all` of it, the `summary` or the `table`."""

    def read(self, reply: WireReply, cited: Mapping[int, str]) -> ArticleSummary:
        """Turn a reply into a summary; `cited` maps the numbers of its article to quantity ids."""

    def write(self, summary: ArticleSummary, figures: Figures, parts: str = "all") -> str:
        """Return the JSON that a model would have replied; `figures` are number and text by id."""

    def bound(self, sizes: Sequence[Size], figures: int) -> int | None:
        """Return how many characters a reply about so many figures may have, None for any."""


CONTRACTS: Mapping[str, Contract] = {
    "article-summary": Eight(),
    "article-summary-3": Nine(),
}


def contract_of(prompt: Prompt) -> Contract:
    """Return the contract that a prompt asks for; raises PromptError."""
    name = str(prompt.meta.get("reply"))
    if name not in CONTRACTS:
        raise PromptError(
            "{prompt}: asks for a reply {name!r}; there are {known}",
            prompt=prompt,
            name=name,
            known=", ".join(CONTRACTS),
        )
    return CONTRACTS[name]
