"""The options of a chat model, for every command that may ask one.

    def issue(source: …, chat: ChatOptions, …)      what a command says
    summarize issue --model … --timeout … --group   what a user sees

`unfolded` gives a command the fields of such a parameter as options of their own.
"""

import inspect
from collections.abc import Callable
from dataclasses import Field, dataclass, fields, is_dataclass
from decimal import Decimal
from functools import wraps
from gettext import gettext as _
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from summarizer.cli import options as opt

if TYPE_CHECKING:
    from summarizer.models import ModelSpec

Mode = Literal["json_schema_strict", "json_schema", "tools", "json", "md_json"]


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """Which model drafts, how it is spoken to, and how much it may cost."""

    model: opt.ModelOption = "extractive"
    base_url: opt.BaseUrlOption = None
    language: opt.LanguageOption = "zh"
    parts: opt.PartsOption = "all"
    prompt: Annotated[
        str, typer.Option("--prompt", help="NAME@VERSION of what a chat model is told.")
    ] = "article-summary@3"
    mode: Annotated[
        Mode | None, typer.Option("--mode", help="How replies are asked for; else found out.")
    ] = None
    section: Annotated[
        int, typer.Option("--section", min=500, help="Draft longer articles in parts of this size.")
    ] = 8000
    group: Annotated[
        int,
        typer.Option("--group", min=0, help="Short articles share a request of up to this size."),
    ] = 0
    reply_tokens: Annotated[
        int | None, typer.Option("--reply-tokens", min=1, help="Bound of one reply.")
    ] = None
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds to wait for one answer.")
    ] = 120
    requests_per_minute: Annotated[
        int | None, typer.Option("--rpm", min=1, help="Requests a minute that the vendor allows.")
    ] = None
    tokens_per_minute: Annotated[
        int | None, typer.Option("--tpm", min=1, help="Tokens a minute that the vendor allows.")
    ] = None
    max_cost: opt.MaxCostOption = None
    max_tokens: opt.MaxTokensOption = None
    prices: opt.PricesOption = None
    allow_host: opt.AllowHostOption = None
    local_only: opt.LocalOnlyOption = False

    def spec(self) -> "ModelSpec":
        """Return the model that is meant; an amount of money is taken as it was written."""
        from summarizer.models import Limits, ModelSpec

        if self.base_url and self.model == "extractive":
            raise typer.BadParameter(
                _("--base-url needs a model to ask there; name it with --model")
            )
        return ModelSpec(
            model=self.model,
            base_url=self.base_url,
            mode=self.mode,
            prompt=self.prompt,
            language=self.language,
            parts=self.parts,
            section=self.section,
            group=self.group,
            reply_tokens=self.reply_tokens,
            limits=Limits(
                timeout=self.timeout,
                requests_per_minute=self.requests_per_minute,
                tokens_per_minute=self.tokens_per_minute,
                max_tokens=self.max_tokens,
                max_cost=None if self.max_cost is None else Decimal(str(self.max_cost)),
            ),
            prices=self.prices,
            allow_hosts=tuple(self.allow_host or ()),
            local_only=self.local_only,
        )


def unfolded(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the fields of its dataclass parameters as options of their own."""
    signature = inspect.signature(command)
    folded: dict[str, type[Any]] = {
        name: parameter.annotation
        for name, parameter in signature.parameters.items()
        if isinstance(parameter.annotation, type) and is_dataclass(parameter.annotation)
    }

    @wraps(command)
    def unfolding(**given: Any) -> None:  # noqa: ANN401 - whatever the user wrote
        for name, type_ in folded.items():
            given[name] = type_(**{field.name: given.pop(field.name) for field in fields(type_)})
        command(**given)

    parameters = [
        each
        for name, parameter in signature.parameters.items()
        for each in (
            [_option(field) for field in fields(folded[name])]
            if name in folded
            else [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)]
        )
    ]
    unfolding.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return unfolding


def _option(field: "Field[Any]") -> inspect.Parameter:
    return inspect.Parameter(
        field.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=field.default,
        annotation=field.type,
    )
