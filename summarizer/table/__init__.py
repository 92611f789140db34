"""The tables of a report, defined once for every writer.

    Table ── name, key, rows(report, text)
      └─ Column ── type, name (for machines), title (for people), meaning, read(row), words

`OBSERVATIONS` is the indicator table: one row for each figure, with its place and its sentence.
Cells hold codes, which `Column.say` says in Chinese. Decimals stay decimals. `definition` says what
a table is, `columns` and `rows` which there are, and `commas` writes one for a spreadsheet.
"""

from summarizer.table.columns import (
    ARTICLES,
    CHECKS,
    CORRECTIONS,
    FINDINGS,
    OBSERVATIONS,
    QUANTITIES,
    RELATIONS,
    UNCLAIMED,
)
from summarizer.table.commas import comma_separated, plain
from summarizer.table.definition import Cell, Column, Table, Type
from summarizer.table.rows import Row, rows_of, word_for

__all__ = [
    "ARTICLES",
    "CHECKS",
    "CORRECTIONS",
    "FINDINGS",
    "OBSERVATIONS",
    "QUANTITIES",
    "RELATIONS",
    "UNCLAIMED",
    "Cell",
    "Column",
    "Row",
    "Table",
    "Type",
    "comma_separated",
    "plain",
    "rows_of",
    "word_for",
]
