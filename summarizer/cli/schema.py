"""`summarize schema`: the JSON Schemas we promise, printed, written or checked for drift."""

from gettext import gettext as _
from pathlib import Path
from typing import Annotated

import typer

from summarizer.schemas import Schemas, drifted_schemas, schema_text, write_schemas

FOLDER = Path("schemas")


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="One schema; without it, all names.")
    ] = None,
    *,
    write: Annotated[bool, typer.Option("--write", help="Write all into the folder.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Fail if a file differs.")] = False,
    folder: Annotated[Path, typer.Option(help="Where the files lie.")] = FOLDER,
) -> None:
    """Print a JSON Schema, or write or check the files of all."""
    schemas = promised_schemas()
    if write:
        for path in write_schemas(folder, schemas):
            typer.echo(path)
    elif check:
        drifted = drifted_schemas(folder, schemas)
        for file in drifted:
            typer.echo(
                _("{file}: differs from its type; run summarize schema --write").format(
                    file=folder / file
                ),
                err=True,
            )
        raise typer.Exit(1 if drifted else 0)
    elif name is None:
        typer.echo("\n".join(schemas))
    elif name in schemas:
        typer.echo(schema_text(*schemas[name]), nl=False)
    else:
        raise typer.BadParameter(
            _("{name} is none of {known}").format(name=name, known=", ".join(schemas))
        )


def promised_schemas() -> Schemas:
    """Return every schema by name: what a model must return, and what we hand out."""
    from eval.results import EvalReport
    from summarizer.corrections import Corrections
    from summarizer.models.chat.reply import CONTRACTS
    from summarizer.models.chat.sizes import LARGEST
    from summarizer.report import IssueReport

    return {
        "article-summary": (CONTRACTS["article-summary-3"].form("all", LARGEST), "validation"),
        "corrections": (Corrections, "validation"),
        "issue-report": (IssueReport, "serialization"),
        "eval-report": (EvalReport, "serialization"),
    }
