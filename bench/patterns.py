"""Which regular expressions of the program grow too fast.

    python bench/patterns.py [--all]

Every compiled pattern of every module, and every class of the lexicon, searches texts that repeat
what it is itself made of: each literal, each character of its sets, neighbours among them. All
matches in a text of `SHORT` and in one of four times as many characters are looked for; a pattern
is dear if the longer takes more than `DEAR`, which none does whose time grows with the length.
Exit 1 where one is dear. `--all` tells also those that grow by more than `LIMIT` when the text
doubles (2.0 is linear, 4.0 quadratic) and stay cheap: what they search is never longer than a
sentence, and that is cut after `analysis.sentences.LONG` words.
"""

import argparse
import gc
import re
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import pairwise
from math import sqrt
from pathlib import Path
from pkgutil import walk_packages
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType

sys.path.insert(0, str(Path(__file__).parent.parent))

import summarizer
from summarizer import lexicon

SHORT, LIMIT, BRIEF, DEAR, ENOUGH = 250, 2.6, 5e-4, 0.05, 0.25
MOST = 10
"""So many pumps of a pattern are tried."""
SKIPPED = ("summarizer.__main__", "summarizer.executors.ray")


def patterns() -> Mapping[re.Pattern[str], str]:
    """Return every pattern that a module or the lexicon holds, by where it stands."""
    found: dict[re.Pattern[str], str] = {}
    for module in walk_packages(summarizer.__path__, "summarizer."):
        if module.name in SKIPPED:
            continue
        try:
            held = vars(import_module(module.name))
        except ImportError:  # an extra that is not installed
            continue
        for name, value in held.items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found.setdefault(value, f"{module.name}.{name}")
    for name in lexicon.classes():
        found.setdefault(lexicon.pattern(name), f"lexicon {name}")
    return found


def pumps(pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what a pattern can be fed with: its pieces, and neighbours among them."""
    pieces = list(dict.fromkeys(_pieces(parser.parse(pattern.pattern, pattern.flags))))[:MOST]
    yield from pieces
    yield from map("".join, pairwise(pieces))
    yield from ("1", "一", " ", "a", "，", "1,", "亿元")


def _pieces(tree: object) -> Iterator[str]:
    """Yield the literal runs and set members of a parsed pattern."""
    run = ""
    for operation, argument in tree:  # type: ignore[attr-defined]
        if operation is c.LITERAL:
            run += chr(argument)
            continue
        if run:
            yield from (run, run[0])
        run = ""
        if operation is c.IN:
            yield from (chr(value) for kind, value in argument if kind is c.LITERAL)
            yield from (chr(value[0]) for kind, value in argument if kind is c.RANGE)
        elif isinstance(argument, tuple | list):
            for part in argument:
                if isinstance(part, parser.SubPattern):
                    yield from _pieces(part)
                elif isinstance(part, list):
                    yield from (each for one in part for each in _pieces(one))
    if run:
        yield from (run, run[0])


def _expire(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def seconds(pattern: re.Pattern[str], text: str) -> float:
    """Return the processor time of all matches in a text; infinite where it takes too long."""
    signal.setitimer(signal.ITIMER_VIRTUAL, ENOUGH)
    start = time.process_time()
    try:
        for _ in pattern.finditer(text):
            pass
        pattern.fullmatch(text)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - start


def worst(pattern: re.Pattern[str]) -> tuple[float, float, str]:
    """Return factor and seconds of the text that a pattern is slowest with, and its pump."""
    found = (0.0, 0.0, "")
    for pump in dict.fromkeys(pumps(pattern)):
        short, long = ((pump * size)[:size] for size in (SHORT, 4 * SHORT))
        needed = seconds(pattern, long)
        if needed > max(BRIEF, found[1]):
            factor = sqrt(needed / max(seconds(pattern, short), BRIEF / 16))
            found = factor, needed, pump
    return found


def main() -> int:
    """Print the patterns that grow too fast; return 1 where one can stop the program."""
    argument = argparse.ArgumentParser(description=__doc__)
    argument.add_argument("--all", action="store_true", help="tell those that are cheap as well")
    options = argument.parse_args()
    signal.signal(signal.SIGVTALRM, _expire)
    gc.disable()
    held, dear, fast = patterns(), 0, 0
    for pattern, name in held.items():
        factor, needed, pump = worst(pattern)
        dear += needed > DEAR
        fast += factor > LIMIT
        if needed > DEAR or (options.all and factor > LIMIT):
            print(f"{name:<60}{factor:>6.2f}{needed * 1000:>8.1f} ms  {pump!r}", flush=True)
    print(f"{len(held)} patterns on {4 * SHORT:,} characters:")
    print(
        f"  {fast} grow by more than {LIMIT} for a doubling, {dear} take over {DEAR * 1000:.0f} ms"
    )
    return int(dear > 0)


if __name__ == "__main__":
    sys.exit(main())
