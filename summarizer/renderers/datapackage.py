"""All tables as a Frictionless Data Package: what each column means, which keys tie them together.

datapackage.json   the descriptor with the rows inside
tables.zip         the descriptor, and each table as CSV beside it
"""

import json
from collections.abc import Iterable
from typing import Any

from summarizer.report import IssueReport
from summarizer.table import (
    ARTICLES,
    CHECKS,
    FINDINGS,
    OBSERVATIONS,
    QUANTITIES,
    RELATIONS,
    UNCLAIMED,
    Column,
    Table,
    comma_separated,
)
from summarizer.table import plain as plain_cell
from summarizer.zipped import zipped

TABLES: tuple[Table[Any], ...] = (
    ARTICLES,
    OBSERVATIONS,
    QUANTITIES,
    RELATIONS,
    CHECKS,
    FINDINGS,
    UNCLAIMED,
)

Json = dict[str, Any]


def render(report: IssueReport, text: str) -> bytes:
    """Return one descriptor with the rows inside; values are written out, so no digit is lost."""
    resources = [_resource(table) | {"data": _rows(table, report, text)} for table in TABLES]
    return _json(_package(report, resources))


def render_archive(report: IssueReport, text: str) -> bytes:
    """Return a zip archive of the descriptor and one CSV file for each table."""
    resources = [
        _resource(table) | {"path": f"{table.name}.csv", "format": "csv", "encoding": "utf-8-sig"}
        for table in TABLES
    ]
    tables = (
        (
            f"{table.name}.csv",
            comma_separated((column.name for column in table.columns), table.cells(report, text)),
        )
        for table in TABLES
    )
    return zipped((("datapackage.json", _json(_package(report, resources))), *tables))


def _package(report: IssueReport, resources: Iterable[Json]) -> Json:
    issue = report.issue
    return {
        "profile": "tabular-data-package",
        "name": "newspaper-indicators",
        "title": " ".join(part for part in (issue.title, issue.date) if part) or issue.source,
        "description": "Cells that begin like a formula carry an apostrophe in front.",
        "version": report.run.version,
        "created": report.run.started,
        "sources": [{"title": f"{issue.source} sha256:{issue.sha256}"}],
        "resources": list(resources),
    }


def _resource(table: Table[Any]) -> Json:
    schema = {
        "fields": [_field(column, table.key) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table is not ARTICLES and "article" in table.key:
        keys = list(ARTICLES.key)
        reference = {"resource": ARTICLES.name, "fields": keys}
        schema["foreignKeys"] = [{"fields": keys, "reference": reference}]
    about = {"name": table.name, "title": table.title, "profile": "tabular-data-resource"}
    return about | {"schema": schema}


def _field(column: Column[Any], key: tuple[str, ...]) -> Json:
    constraints: Json = {"enum": list(column.codes)} if column.codes else {}
    if column.name in key:
        constraints["required"] = True
    field = {"name": column.name, "type": column.type.value, "title": column.title}
    field["description"] = column.meaning
    return field | ({"constraints": constraints} if constraints else {})


def _rows(table: Table[Any], report: IssueReport, text: str) -> list[list[str]]:
    header = [column.name for column in table.columns]
    return [header, *([plain_cell(cell) for cell in cells] for cells in table.cells(report, text))]


def _json(content: Json) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"
