"""The indicator table as JSON Lines."""

import json
from decimal import Decimal

from summarizer.renderers.jsonl import render
from summarizer.table import OBSERVATIONS, Type
from tests.invented_page import TEXT, report


def test_reading_it_back_gives_the_table():
    """Decimals come back with every digit."""
    lines = render(report(), TEXT).decode().splitlines()
    numbers = {column.name for column in OBSERVATIONS.columns if column.type is Type.NUMBER}
    rows = [
        tuple(Decimal(cell) if name in numbers and cell else cell for name, cell in row.items())
        for row in map(json.loads, lines)
    ]
    assert rows == list(OBSERVATIONS.cells(report(), TEXT))


def test_chinese_is_written_as_it_is():
    """A line can be read by eye and searched."""
    assert "云岫高新区" in render(report(), TEXT).decode()
