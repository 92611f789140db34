"""Summaries as text: which numbers they hold, what they kept, how close they stay.

The reader of numbers here is plain on purpose and shares no line with the code under test: digits,
a multiplier, a unit. It reads summary and source alike, so what it cannot read counts on neither
side. ROUGE is by character and with numbers masked: how well a text reads and whether its numbers
are right are two questions.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from eval.metrics.tally import Overlap
from eval.metrics.units import canonical
from summarizer.text import fold

NUMBER = re.compile(
    r"(?<![\d.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?"
    r"(?P<scale>trillion|billion|million|thousand|万亿|亿|万|千|百)?[多余]?\s?"
    r"(?P<unit>percentage points?|percent|yuan|US dollars|个百分点|百分点|美元|港元|元|平方公里"
    r"|平方米|公里|亩|吨|%|家|户|个|项|件|人|名|位|台|辆|年|月|日)?"
)
SCALES = {
    "trillion": 12, "billion": 9, "million": 6, "thousand": 3,
    "万亿": 12, "亿": 8, "万": 4, "千": 3, "百": 2,
}  # fmt: skip
ENGLISH = {"yuan": "CNY", "us dollars": "USD", "percent": "%", "percentage point": "pp"}
MASK = "#"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number of a text: its value and unit, and where it stands."""

    start: int
    end: int
    value: Decimal
    unit: str | None

    def agrees(self, other: "Printed") -> bool:
        """Say whether both tell the same; a unit left out disagrees with none."""
        alike = self.unit == other.unit or not self.unit or not other.unit
        return self.value == other.value and alike


def numbers(text: str) -> tuple[Printed, ...]:
    """Read the numbers of a text that are printed in digits."""
    return tuple(
        Printed(
            found.start(),
            found.end(),
            Decimal(found["digits"].replace(",", "")).scaleb(SCALES.get(found["scale"], 0)),
            _unit(found["unit"]),
        )
        for found in NUMBER.finditer(fold(text))
    )


def _unit(text: str | None) -> str | None:
    return canonical(ENGLISH.get((text or "").rstrip("s").lower(), text))


def masked(text: str) -> str:
    """Return the text without blanks and punctuation, each number as one mark."""
    return re.sub(r"[^\w#]", "", NUMBER.sub(MASK, fold(text)))


def contained(part: str, whole: str) -> float:
    """Return the share of the bigrams of `part` that `whole` has; 1 of nothing."""
    wanted, there = _grams(masked(part), 2), _grams(masked(whole), 2)
    return (wanted & there).total() / wanted.total() if wanted else 1.0


def _grams(text: Sequence[str], size: int) -> Counter[str]:
    return Counter("".join(text[i : i + size]) for i in range(len(text) - size + 1))


def rouge_n(reference: str, candidate: str, size: int) -> Overlap:
    """Count shared character n-grams."""
    ours, theirs = _grams(candidate, size), _grams(reference, size)
    shared = (ours & theirs).total()
    return Overlap(shared, ours.total(), shared, theirs.total())


def rouge_l(reference: str, candidate: str) -> Overlap:
    """Count the characters of the longest common subsequence."""
    shared = _longest_common(reference, candidate)
    return Overlap(shared, len(candidate), shared, len(reference))


def _longest_common(left: str, right: str) -> int:
    row = [0] * (len(right) + 1)
    for character in left:
        before = 0
        for index, other in enumerate(right, 1):
            above = row[index]
            row[index] = before + 1 if character == other else max(above, row[index - 1])
            before = above
    return row[-1]


def fragments(summary: str, source: str) -> tuple[int, ...]:
    """Return the lengths of the stretches that a summary copied, greedily from the left."""
    lengths = []
    start = 0
    while start < len(summary):
        end = start
        while end < len(summary) and summary[start : end + 1] in source:
            end += 1
        if end > start:
            lengths.append(end - start)
        start = max(end, start + 1)
    return tuple(lengths)
