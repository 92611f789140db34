"""Invented newspaper pages whose every fact is known: gold at any scale, and nobody's sentences.

    grammar.toml ─ writing ─► stories ─ layout ─► elements, broken ─ placing ─► Sample

A page is a function of its seed. Splits share the grammar; the test split has sentences of its own
and other seeds. The number of operators grows with the page number, so that scores can be drawn
against it.
"""

import datetime as dt
import tomllib
from functools import cache
from pathlib import Path
from random import Random

from eval.gold import OF_A_PAGE, Sample
from eval.synthetic.layout import OPERATORS, Element, Page, elements
from eval.synthetic.placing import compose
from eval.synthetic.writing import Grammar, Writer
from summarizer.document import FurnitureRole

KINDS = ("results", "project", "targets", "firm", "brief")
MOST_OPERATORS = 7


def generate(seed: int, pages: int, *, test: bool) -> tuple[Sample, ...]:
    """Write so many pages, each from its own seed."""
    return tuple(page(f"{seed}/{number}", number, test=test) for number in range(pages))


def page(seed: str, number: int, *, test: bool) -> Sample:
    """Write one page and break it with as many operators as its number says."""
    dice = Random(seed)  # noqa: S311 - a page must be the same tomorrow
    date = dt.date(dice.randrange(1999, 2026), dice.randrange(2, 13), dice.randrange(1, 28))
    laid = _undisturbed(dice, date, test=test)
    chosen = set(dice.sample(sorted(OPERATORS), number % (MOST_OPERATORS + 1)))
    for name, operate in OPERATORS.items():
        if name in chosen:
            laid = operate(dice, laid)
    text, articles, furniture = compose(laid)
    return Sample(
        id=f"{'test' if test else 'dev'}-{number:02}",
        text=text,
        date=date,
        articles=articles,
        furniture=furniture,
        asks=OF_A_PAGE,
        tags=(f"{len(chosen)} operators", *sorted(chosen)),
    )


def _undisturbed(dice: Random, date: dt.date, *, test: bool) -> Page:
    names = _grammar()["names"]
    laid = [Element(dice.choice(names["banner"]), FurnitureRole.BANNER, gap="\n\n")]
    kinds = [*dice.sample(KINDS, dice.randrange(3, 6)), *["brief"] * dice.randrange(0, 2)]
    dice.shuffle(kinds)
    for owner, kind in enumerate(kinds):
        writer = Writer(dice, _grammar(), date, kind, test)
        laid += elements(dice, writer.story(), owner, _reporter(writer))
    return laid


def _reporter(writer: Writer) -> str:
    people = [writer.person() for _ in range(writer.dice.randrange(1, 3))]
    return " ".join(people)


@cache
def _grammar() -> Grammar:
    return tomllib.loads(Path(__file__).with_name("grammar.toml").read_text("utf-8"))
