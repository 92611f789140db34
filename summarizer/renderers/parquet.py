"""The indicator table as Parquet: decimals stay decimals, meanings travel with the columns."""

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.errors import RenderingError
from summarizer.report import IssueReport
from summarizer.table import OBSERVATIONS, Cell, Column, Row, Type

if TYPE_CHECKING:
    import pyarrow as pa

ROOM = 38
"""Digits of the decimals that every reader knows; the wide ones have twice as many."""


Named = Sequence[tuple[str, Column[Row]]]


def render(report: IssueReport, text: str) -> bytes:
    """Return the table as one Parquet file; raises RenderingError without pyarrow."""
    named = [(column.name, column) for column in OBSERVATIONS.columns]
    about = {"issue": report.issue.id, "sha256": report.issue.sha256, "run": report.run.id}
    return tabulated(named, list(OBSERVATIONS.cells(report, text)), about)


def tabulated(named: Named, rows: Sequence[Sequence[Cell]], about: Mapping[str, str]) -> bytes:
    """Return rows as one Parquet file, each column under a name; raises RenderingError."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise RenderingError(
            "parquet: needs pyarrow; pip install 'newspaper-summarizer[parquet]'"
        ) from error
    columns = list(zip(*rows, strict=True)) or [()] * len(named)
    fields = [
        _field(name, column, cells) for (name, column), cells in zip(named, columns, strict=True)
    ]
    schema = pa.schema(fields, metadata=dict(about))
    out = io.BytesIO()
    pq.write_table(pa.table([list(cells) for cells in columns], schema=schema), out)
    return out.getvalue()


def _field(name: str, column: Column[Row], cells: Sequence[Cell]) -> "pa.Field":
    import pyarrow as pa

    types = {Type.TEXT: pa.string, Type.INTEGER: pa.int64, Type.NUMBER: lambda: _decimal(cells)}
    metadata = {"name": column.name, "title": column.title, "description": column.meaning}
    return pa.field(name, types[column.type](), metadata=metadata)


def _decimal(cells: Sequence[Cell]) -> "pa.DataType":
    """Return a decimal type with room for every digit of a column."""
    import pyarrow as pa

    parts = [cell.as_tuple() for cell in cells if isinstance(cell, Decimal)]
    exponents = [(len(part.digits), int(part.exponent)) for part in parts]
    after = max((-exponent for _, exponent in exponents), default=0)
    before = max((digits + exponent for digits, exponent in exponents), default=0)
    fits = before + max(after, 0) <= ROOM
    return pa.decimal128(ROOM, max(after, 0)) if fits else pa.decimal256(2 * ROOM, max(after, 0))
