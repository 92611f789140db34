"""The help of a command with many options: in panels, the ones that everybody needs first.

Options             what comes out, and all that stands in no other panel
Reading the page    what its file does not say itself
Chat model          which one drafts, and how it is spoken to
Bounds              what may be spent, and where text may go

A panel without an option of the command is not shown.
"""

from collections.abc import Mapping
from gettext import gettext as _
from typing import Any

from typer.core import TyperCommand

REST = "Options"
PANELS: Mapping[str, frozenset[str]] = {
    REST: frozenset(),
    "Reading the page": frozenset(
        {"date", "encoding", "title", "indicators", "names", "fields"},
    ),
    "Chat model": frozenset(
        {
            "model", "base_url", "language", "parts", "prompt", "mode", "section", "group",
            "reply_tokens", "timeout", "revisions", "unsupported",
        }
    ),
    "Bounds": frozenset(
        {
            "workers", "requests_per_minute", "tokens_per_minute", "max_cost", "max_tokens",
            "prices", "allow_host", "local_only",
        }
    ),
}  # fmt: skip
"""The panels in order, and the options of each by the names of their parameters."""


class Panelled(TyperCommand):
    """A command whose help shows its options in panels."""

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - typer's own types
        """Write the arguments, then a panel for each group of options that the command has."""
        told: dict[str, list[tuple[str, str]]] = {name: [] for name in ("Arguments", *PANELS)}
        for param in self.get_params(ctx):
            if record := param.get_help_record(ctx):
                is_argument = param.param_type_name == "argument"
                told["Arguments" if is_argument else _panel(param.name)].append(record)
        for title, records in told.items():
            if records:
                with formatter.section(_(title)):
                    formatter.write_dl(records)


def _panel(option: str | None) -> str:
    return next((name for name, options in PANELS.items() if option in options), REST)
