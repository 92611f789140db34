"""The tables of a report, defined once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.table import (
    ARTICLES,
    CHECKS,
    FINDINGS,
    OBSERVATIONS,
    QUANTITIES,
    RELATIONS,
    UNCLAIMED,
    Table,
)
from summarizer.table.rows import observation_rows
from tests.invented_page import TEXT, report

REPORT = report()


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        (OBSERVATIONS, 12),
        (ARTICLES, 2),
        (QUANTITIES, 14),
        (RELATIONS, 3),
        (CHECKS, 3),
        (FINDINGS, 2),
        (UNCLAIMED, 1),
    ],
)
def test_a_table_has_a_row_for_each_thing_told_apart_by_its_key(table: Table[object], rows: int):
    """The key is a key."""
    names = [column.name for column in table.columns]
    keys = [names.index(name) for name in table.key]
    cells = list(table.cells(REPORT, TEXT))
    assert len({tuple(row[key] for key in keys) for row in cells}) == len(cells) == rows


def test_a_row_leads_back_to_its_characters():
    """The place in the table is the place in the page."""
    names = [column.name for column in OBSERVATIONS.columns]
    for cells in OBSERVATIONS.cells(REPORT, TEXT):
        row = dict(zip(names, cells, strict=True))
        assert TEXT[row["start"] : row["end"]].startswith(row["printed"][0])
        assert row["printed"] in row["sentence"]


def test_decimals_stay_decimals():
    """No figure passes through a float."""
    value = next(column for column in OBSERVATIONS.columns if column.name == "value")
    cells = [value.read(row) for row in OBSERVATIONS.rows(REPORT, TEXT)]
    assert cells[:2] == [Decimal(8640000000), Decimal("12.5")]


def test_people_read_words_where_machines_read_codes():
    """A target is a 目标."""
    status = next(column for column in OBSERVATIONS.columns if column.name == "status")
    target = list(OBSERVATIONS.rows(REPORT, TEXT))[7]
    assert (status.read(target), status.say(target)) == ("target", "目标")


def test_a_row_that_cites_a_number_the_article_does_not_have_has_no_place():
    """A made-up citation is kept, and empty where the number would be."""
    article = REPORT.articles[1]
    invented = article.observations[0].model_copy(update={"quantity": "Q99"})
    odd = article.model_copy(update={"observations": (invented,)})
    (row,) = OBSERVATIONS.rows(REPORT.model_copy(update={"articles": (odd,)}), TEXT)
    assert (row.printed, row.sentence, row.standing) == (None, None, "refuted")


@pytest.mark.parametrize(
    ("printed", "value", "shown"),
    [("3.7%", "-3.7", "↓3.7%"), ("降幅3.7%", "-3.7", "降幅3.7%"), ("3.7%", "3.7", "3.7%")],
)
def test_a_fall_looks_like_a_fall(printed: str, value: str, shown: str):
    """Where only the words around a figure tell its direction, an arrow does."""
    row = next(observation_rows(report(), TEXT))
    said = row.observation.model_copy(update={"value": Decimal(value)})
    assert replace(row, observation=said, printed=printed).shown == shown
