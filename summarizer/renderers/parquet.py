"""The indicator table as Parquet: decimals stay decimals, meanings travel with the columns."""

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.errors import RenderingError
from summarizer.report import IssueReport
from summarizer.table import OBSERVATIONS, Cell, Column, Row, Type

if TYPE_CHECKING:
    import pyarrow as pa

ROOM = 38
"""Digits of the decimals that every reader knows; the wide ones have twice as many."""


def render(report: IssueReport, text: str) -> bytes:
    """Return the table as one Parquet file; raises RenderingError without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        message = "parquet: needs pyarrow; pip install 'newspaper-summarizer[parquet]'"
        raise RenderingError(message) from error
    rows = list(OBSERVATIONS.cells(report, text))
    columns = list(zip(*rows, strict=True)) or [()] * len(OBSERVATIONS.columns)
    pairs = list(zip(OBSERVATIONS.columns, columns, strict=True))
    schema = pa.schema(
        [_field(column, cells) for column, cells in pairs],
        metadata={"issue": report.issue.id, "sha256": report.issue.sha256, "run": report.run.id},
    )
    out = io.BytesIO()
    pq.write_table(pa.table([list(cells) for _, cells in pairs], schema=schema), out)
    return out.getvalue()


def _field(column: Column[Row], cells: Sequence[Cell]) -> "pa.Field":
    import pyarrow as pa

    types = {Type.TEXT: pa.string, Type.INTEGER: pa.int64, Type.NUMBER: lambda: _decimal(cells)}
    metadata = {"title": column.title, "description": column.meaning}
    return pa.field(column.name, types[column.type](), metadata=metadata)


def _decimal(cells: Sequence[Cell]) -> "pa.DataType":
    """Return a decimal type with room for every digit of a column."""
    import pyarrow as pa

    parts = [cell.as_tuple() for cell in cells if isinstance(cell, Decimal)]
    exponents = [(len(part.digits), int(part.exponent)) for part in parts]
    after = max((-exponent for _, exponent in exponents), default=0)
    before = max((digits + exponent for digits, exponent in exponents), default=0)
    fits = before + max(after, 0) <= ROOM
    return pa.decimal128(ROOM, max(after, 0)) if fits else pa.decimal256(2 * ROOM, max(after, 0))
