"""Vocabulary of one's own, put onto a report: codes of indicators, names of bodies.

    my.csv       code,name,aliases,unit,low,high     GXQ_X,在谈项目,洽谈项目|在谈,个,1,500
    names.txt    one name a line                      凌霄重工

An indicator of one's own goes before those of the house. `low` and `high` are a rule of thumb: a
level beyond them, in the unit, is to be reviewed. A name completes what was cut from it, where the
sentence of the figure prints it in full. Rows of a person stay as they are.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from summarizer.citation import read
from summarizer.errors import ReadingError
from summarizer.quantity import Quantity
from summarizer.reading import read_issue
from summarizer.report import (
    ArticleReport,
    Check,
    Finding,
    IssueReport,
    Observation,
    Origin,
    Outcome,
)
from summarizer.summary import Measure
from summarizer.text import fold
from summarizer.wording import UNIT, say

COLUMNS = ("code", "name", "aliases", "unit", "low", "high")
SHORTEST = 2
"""Characters of a name that may be completed, and of an indicator that a longer one may end in."""


@dataclass(frozen=True, slots=True)
class OwnIndicator:
    """An indicator of a user's: its code, its names, its unit in words, what is usual."""

    code: str
    names: tuple[str, ...]
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None

    def measures(self, row: Observation) -> bool:
        """Say whether a row may be of this indicator by its unit; a rate has none of its own."""
        if not self.unit or row.measure is not Measure.LEVEL:
            return True
        return say(UNIT, row.unit) in self.unit

    def doubts(self, row: Observation, power: int) -> bool:
        """Say whether a level lies beyond what is usual; the bounds are in the unit as written."""
        if row.measure is not Measure.LEVEL or row.value is None:
            return False
        value = row.value.scaleb(-power)
        below = self.low is not None and value < self.low
        return below or (self.high is not None and value > self.high)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a user adds to the words of the house, and what is kept out of the table.

    `only_coded` keeps out what has no code, `least` (0 to 1) what is less likely right than that.
    """

    indicators: tuple[OwnIndicator, ...] = ()
    names: tuple[str, ...] = ()
    only_coded: bool = False
    least: float = 0.0

    def __bool__(self) -> bool:
        """Say whether it changes anything."""
        return bool(self.indicators or self.names or self.only_coded or self.least)

    def takes(self, row: Observation) -> bool:
        """Say whether a row stays in the table; what a person said always does."""
        if row.origin is Origin.PERSON:
            return True
        sure = row.confidence.p if row.confidence else None
        doubted = sure is not None and sure < self.least
        return not doubted and (row.indicator_code is not None or not self.only_coded)

    def find(self, row: Observation) -> OwnIndicator | None:
        """Return the indicator that a row is of: by its whole name, or else by how it ends."""
        whole = fold(f"{row.scope or ''}{row.indicator}"), fold(row.indicator)
        fitting = [own for own in self.indicators if own.measures(row)]
        exact = (own for own in fitting if set(whole) & set(own.names))
        ends = [
            (len(name), own)
            for own in fitting
            for name in own.names
            if len(name) >= SHORTEST and whole[1].endswith(name)
        ]
        longest = max(ends, key=lambda found: found[0], default=(0, None))
        return next(exact, longest[1])


def read_indicators(path: Path) -> tuple[OwnIndicator, ...]:
    """Read a table of indicators. Raises ReadingError with the line that is wrong."""
    lines = read_issue(path).text.splitlines()
    table = csv.DictReader(lines)
    missing = {"code", "name"} - set(table.fieldnames or ())
    if missing:
        raise ReadingError(
            "{path}: no column {column}; a table has {columns}",
            path=path,
            column=missing.pop(),
            columns=",".join(COLUMNS),
        )
    return tuple(_indicator(path, number, row) for number, row in enumerate(table, 2))


def read_names(path: Path) -> tuple[str, ...]:
    """Read a list of names, one a line. Raises ReadingError."""
    lines = (line.strip() for line in read_issue(path).text.splitlines())
    return tuple(dict.fromkeys(fold(line) for line in lines if line and not line.startswith("#")))


def _indicator(path: Path, line: int, row: dict[str, str]) -> OwnIndicator:
    code, name = (str(row.get(key) or "").strip() for key in ("code", "name"))
    if not code or not name:
        raise ReadingError(
            "{path}: line {line}: an indicator has a code and a name", path=path, line=line
        )
    aliases = str(row.get("aliases") or "").split("|")
    names = (fold(each.strip()) for each in (name, *aliases))
    low, high = (_bound(path, line, row.get(key)) for key in ("low", "high"))
    unit = str(row.get("unit") or "").strip()
    return OwnIndicator(code, tuple(filter(None, names)), unit, low, high)


def _bound(path: Path, line: int, cell: str | None) -> Decimal | None:
    if not (cell or "").strip():
        return None
    try:
        return Decimal(str(cell).strip())
    except InvalidOperation:
        raise ReadingError(
            "{path}: line {line}: {cell!r} is no number", path=path, line=line, cell=cell
        ) from None


def coded(report: IssueReport, text: str, own: Vocabulary) -> IssueReport:
    """Return a report in a user's vocabulary; its ledger stays, for what is left out was read."""
    if not own:
        return report
    articles = tuple(_coded(article, text, own) for article in report.articles)
    return report.model_copy(update={"articles": articles})


def left_out(before: IssueReport, after: IssueReport) -> int:
    """Return how many rows a table lost."""
    return sum(len(a.observations) for a in before.articles) - sum(
        len(a.observations) for a in after.articles
    )


def _coded(article: ArticleReport, text: str, own: Vocabulary) -> ArticleReport:
    quantities = {quantity.id: quantity for quantity in article.quantities}
    reading = read(text, article)
    rows, checks = [], list(article.checks)
    for row in article.observations:
        quantity = quantities.get(row.quantity)
        sentence = reading.sentence(quantity.span) if quantity else ""
        named = _named(row, fold(sentence), own.names)
        known = own.find(named)
        rows.append(named.model_copy(update={"indicator_code": known.code}) if known else named)
        checks += (each for each in _thumb(named, known, quantity) if each not in checks)
    kept = [at for at, row in enumerate(rows) if own.takes(row)]
    return article.model_copy(
        update={
            "observations": tuple(rows[at] for at in kept),
            "findings": tuple(_renumbered(article.findings, kept)),
            "checks": tuple(checks),
        }
    )


def _named(row: Observation, sentence: str, names: Sequence[str]) -> Observation:
    """Complete the owner of a row, if one name only, printed with the figure, contains it."""
    said = fold(row.ref_area or "")
    if row.origin is Origin.PERSON or len(said) < SHORTEST or said in names:
        return row
    full = [name for name in names if said in name and name in sentence]
    return row.model_copy(update={"ref_area": full[0]}) if len(full) == 1 else row


def _thumb(
    row: Observation, known: OwnIndicator | None, quantity: Quantity | None
) -> Iterator[Check]:
    """Yield a check to review where a level is beyond the rule of thumb."""
    if known is None or quantity is None or not known.doubts(row, _power(known.unit)):
        return
    low, high = ("" if each is None else f"{each:f}" for each in (known.low, known.high))
    usual = f"{low}–{high}{known.unit}"
    yield Check(
        rule="plausibility",
        result=Outcome.REVIEW,
        formula=f"{quantity.text} ∉ {usual}",
        quantities=(quantity.id,),
        message=f"{known.names[0]}通常在 {usual} 之间",
    )


def _power(unit: str) -> int:
    """Return the power of ten that a unit is written in: 亿元 8, 万户 4."""
    return {"亿": 8, "万": 4}.get(unit[:1], 0)


def _renumbered(findings: Iterable[Finding], kept: Sequence[int]) -> Iterator[Finding]:
    """Yield the findings on what is left, by its new number."""
    places = {f"observations/{old}": f"observations/{new}" for new, old in enumerate(kept)}
    for finding in findings:
        if not finding.subject.startswith("observations/"):
            yield finding
        elif finding.subject in places:
            yield finding.model_copy(update={"subject": places[finding.subject]})
