"""Every single slip of the pen in a printed figure: digits changed, swapped, lost, or shifted."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from summarizer.text import fold

LOOK_ALIKES = {"3": "8", "8": "36", "1": "7", "7": "1", "0": "6", "6": "058", "5": "6"}
DIGITS = "0123456789"
WRITTEN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")


def changed(number: str) -> Iterator[str]:
    """Print another digit that does not look like the right one."""
    for at, digit in enumerate(number):
        for other in DIGITS if digit.isdigit() else "":
            if other not in LOOK_ALIKES.get(digit, ""):
                yield number[:at] + other + number[at + 1 :]


def mistaken(number: str) -> Iterator[str]:
    """Print a digit that looks like the right one."""
    for at, digit in enumerate(number):
        for other in LOOK_ALIKES.get(digit, ""):
            yield number[:at] + other + number[at + 1 :]


def transposed(number: str) -> Iterator[str]:
    """Print two neighbours the wrong way round, also across the point."""
    places = [at for at, digit in enumerate(number) if digit.isdigit()]
    for one, other in pairwise(places):
        between = number[one + 1 : other]
        yield number[:one] + number[other] + between + number[one] + number[other + 1 :]


def dropped(number: str) -> Iterator[str]:
    """Leave a digit out."""
    for at, digit in enumerate(number):
        if digit.isdigit():
            yield number[:at] + number[at + 1 :]


def inserted(number: str) -> Iterator[str]:
    """Print a digit too many."""
    for at in range(len(number) + 1):
        for digit in DIGITS:
            yield number[:at] + digit + number[at:]


def shifted(number: str) -> Iterator[str]:
    """Put the point one place to the left or to the right."""
    for power in (-1, 1):
        yield f"{Decimal(number).scaleb(power):f}"


SLIPS: dict[str, Callable[[str], Iterator[str]]] = {
    "changed digit": changed,
    "look-alike digit": mistaken,
    "transposed digits": transposed,
    "dropped digit": dropped,
    "inserted digit": inserted,
    "shifted point": shifted,
}


def slips(printed: str) -> Iterator[tuple[str, str]]:
    """Yield each kind of slip with the figure misprinted so; a number stays one that is written."""
    match = NUMBER.search(printed := fold(printed))
    number = match.group().replace(",", "") if match else ""
    start, end = match.span() if match else (0, 0)
    seen = {number}
    for kind, misprint in SLIPS.items():
        for text in misprint(number) if number else ():
            if text not in seen and is_written(text) and Decimal(text) != Decimal(number):
                seen.add(text)
                yield kind, printed[:start] + text + printed[end:]
    for one, other in ("万亿", "亿万"):
        if one in printed:
            yield "万 ↔ 亿", printed.replace(one, other, 1)


def is_written(number: str) -> bool:
    """Say whether somebody would write a number so: not 045, 3. or nothing."""
    return WRITTEN.fullmatch(number) is not None
