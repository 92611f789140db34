"""Quantities against real pages and a public specification, where they are there to read."""

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from eval.gold import GoldRow
from eval.metrics.units import same_unit
from eval.shared.articles import articles
from summarizer.quantities import find_quantities
from summarizer.quantity import Quantity

SHARED = Path(__file__).parents[2] / "shared"
SEED_DATE = dt.date(2018, 5, 14)
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared")


def seed(tier: str) -> list[tuple[dict, list[Quantity]]]:
    """Return the gold numbers of a tier, each with the quantities that lie on it."""
    text = (SHARED / "pages/seed/page.txt").read_bytes().decode()
    found = find_quantities(text, date=SEED_DATE)
    lines = (SHARED / "pages/seed/quantities.jsonl").read_text("utf-8").splitlines()
    gold = [number for number in map(json.loads, lines) if number["tier"] == tier]
    return [(number, touching(found, number["start"], number["end"])) for number in gold]


def touching(found: list[Quantity], start: int, end: int) -> list[Quantity]:
    """Return the quantities that share a character with a stretch."""
    return [quantity for quantity in found if quantity.start < end and start < quantity.end]


def agrees(gold: dict, found: Quantity) -> bool:
    """Compare what the kind of number has: a time, two ends, or value, unit and bound."""
    if gold["kind"] in ("date", "period") and gold["unit"] is None:
        return found.time_period == gold["value"]
    if isinstance(gold["value"], list):
        return ([found.low, found.high], found.modifier) == (gold["value"], gold["modifier"])
    said = (found.value, found.unit, found.modifier, found.text)
    unit = "季度" if gold["unit"] == "季度" else gold["unit"]
    return said == (Decimal(str(gold["value"])), unit, gold["modifier"], gold["text"])


def test_every_number_of_the_seed_page():
    """All 125 that must be found have value, unit, bound and span, or their time."""
    wrong = [number["text"] for number, found in seed("must") if not any_agrees(number, found)]
    assert wrong == []


def any_agrees(gold: dict, found: list[Quantity]) -> bool:
    """Say whether one of the quantities is the gold number."""
    return any(agrees(gold, quantity) for quantity in found)


def test_no_trap_of_the_seed_page_is_a_figure():
    """None of the 44 names, slogans and words is a figure."""
    caught = [n["text"] for n, found in seed("not") if any(q.is_figure for q in found)]
    assert caught == []


def core_rows() -> Iterator[tuple[GoldRow, list[Quantity]]]:
    """Yield the core rows of the articles, each with the quantities on its digits."""
    for sample in articles(SHARED / "articles" / "dev"):
        found = find_quantities(sample.text, date=sample.date)
        for row in sample.articles[0].rows:
            if row.required:
                yield row, touching(found, row.start, row.end)


def says_row(row: GoldRow, found: Quantity) -> bool:
    """Compare value and unit with a row; one row of a range has one of its ends."""
    values = (found.low, found.high) if row.group else (found.value,)
    return same_unit(row.unit, found.unit) and row.value in values


def test_core_rows_of_the_articles():
    """At least 96 % of the core rows have value and unit; what lacks most is an unprinted 元."""
    rows = tuple(core_rows())
    right = sum(any(says_row(row, quantity) for quantity in found) for row, found in rows)
    assert right / len(rows) >= 0.96
