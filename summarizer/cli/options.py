"""Options that mean the same in every command that has them."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from summarizer.coding import Vocabulary
    from summarizer.reading import Fields

Language = Literal["zh", "en"]
Parts = Literal["all", "summary", "table"]
UnsupportedChoice = Literal["mark", "drop", "fail"]

ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        envvar="SUMMARIZE_MODEL",
        help="extractive, VENDOR:NAME (openai:NAME, deepseek:NAME, ...) or package.module:factory.",
    ),
]
BaseUrlOption = Annotated[
    str | None,
    typer.Option("--base-url", help="Endpoint of the chat model."),
]
LanguageOption = Annotated[
    Language, typer.Option("--language", help="Language of a chat model's summary.")
]
PartsOption = Annotated[Parts, typer.Option("--parts", help="What a chat model is asked for.")]
DateOption = Annotated[
    dt.datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="Date of the issue; else read from it."),
]
EncodingOption = Annotated[
    str | None, typer.Option("--encoding", help="Encoding of the file; else found out.")
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store", envvar="SUMMARIZE_STORE", help="File or database URL that keeps paid answers."
    ),
]
RevisionsOption = Annotated[
    int, typer.Option("--revisions", min=0, help="How often a model may revise its draft.")
]
UnsupportedOption = Annotated[
    UnsupportedChoice,
    typer.Option("--unsupported", help="What becomes of claims that the text does not support."),
]
WorkersOption = Annotated[
    int, typer.Option("--workers", min=1, help="Articles asked about at the same time.")
]
MaxCostOption = Annotated[
    float | None,
    typer.Option("--max-cost", help="Stop before more than this is spent (needs --prices)."),
]
MaxTokensOption = Annotated[
    int | None, typer.Option("--max-tokens", help="Stop before more tokens than this are used.")
]
PricesOption = Annotated[Path | None, typer.Option("--prices", help="Your price file (TOML).")]
AllowHostOption = Annotated[
    list[str] | None, typer.Option("--allow-host", help="Send text to no other host.")
]
LocalOnlyOption = Annotated[
    bool, typer.Option("--local-only", help="Send text to this machine only.")
]


IndicatorsOption = Annotated[
    Path | None,
    typer.Option("--indicators", help="Your indicators: a CSV of code,name,aliases,unit,low,high."),
]
NamesOption = Annotated[
    Path | None, typer.Option("--names", help="Your names of bodies, one a line.")
]
FieldsOption = Annotated[
    Path | None,
    typer.Option("--fields", help="What your JSON calls title, text, date, page (a TOML file)."),
]
OnlyCodedOption = Annotated[
    bool, typer.Option("--only-coded", help="Keep rows without an indicator's code out.")
]
MinConfidenceOption = Annotated[
    float,
    typer.Option(
        "--min-confidence", min=0, max=1, help="Keep rows less likely right than this out: 0.5."
    ),
]


def vocabulary(
    indicators: Path | None, names: Path | None, *, only_coded: bool, least: float
) -> "Vocabulary":
    """Return the words that a user adds to ours. Raises ReadingError."""
    from summarizer.coding import Vocabulary, read_indicators, read_names

    return Vocabulary(
        read_indicators(indicators) if indicators else (),
        read_names(names) if names else (),
        only_coded,
        least,
    )


def own_fields(path: Path | None) -> "Fields":
    """Return what a user's JSON calls the parts of an article. Raises ReadingError."""
    from summarizer.reading import USUAL, read_fields

    return read_fields(path) if path else USUAL


def issue_date(option: dt.datetime | None) -> dt.date | None:
    """Return the date of an option that typer reads as a moment."""
    return option.date() if option else None
