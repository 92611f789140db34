"""What our reader makes of the test suites that peers wrote: right, by design, out of scope, wrong.

    python bench/suites.py [--suites FOLDER] [--list]

FOLDER holds checkouts, each under its own name: `duckling` (the Chinese and English corpora of
numerals, money, distances, quantities, temperatures and volumes), `WeTextProcessing` and `NeMo`
(inverse text normalisation), `cn2an`, `chinese2digits`, `JioNLP` (money). What is not there is said
and skipped; nothing is fetched. A case is right where one quantity of its text has the value that
the suite wants, or both ends of its interval. `--list` prints the wrong ones.

What is out of scope is decided by kind of case, with its reason beside it in OUT_OF_SCOPE; what we
read otherwise on purpose in BY_DESIGN.
"""

import argparse
import ast
import itertools
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from summarizer.numerals import parse_numeral  # noqa: E402 - run from a checkout
from summarizer.quantities import find_quantities  # noqa: E402

NUMBERS = re.compile(r"-?\d[\d,]*(?:\.\d+)?[十百千万亿]*")
PLAIN = re.compile(r"[-\d./%]+")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
EXAMPLES = re.compile(r"examples \((?P<wanted>.+?)\)\s*\[(?P<texts>[^\]]*)\]", re.DOTALL)
CODE = re.compile(r"\\x([0-9a-f]+)")
HASKELL = re.compile(r"-?\d+(?:\.\d+)?(?:e\d+)?")
OUT_OF_SCOPE = {
    "a coin alone may be a point or a minute": re.compile("^[一二三四五六七八九十]+分$|^[五5]仙$"),
    "an article is no number": re.compile(r"\ba dollar"),
    "cents by a letter, and those of other coins": re.compile(r"\d ?c$|\bsens?$"),
    "more decimals than any newspaper prints": re.compile("点.{10,}"),
    "plates, trains and phones are names": re.compile("[A-Z]{2}|高铁|车牌|电话|[幺拐洞]"),
    "Cantonese": re.compile(
        "[蚊嘅毫]|[個个]半|[個个][一二三四五六七八九]|唔|毫[一二三四五六七八九]|斤[半两]"
    ),
    "spoken arithmetic": re.compile("and one point|加上?|减去?|乘以?|除以?|等于|大于|小于"),
    "times of day": re.compile(r"[点點時时][整鐘钟半]|点[一二三四五六七八九十]+分|[上下]午|秒$"),
    "letters for powers of ten": re.compile(r"\d[kKmMgGwW](?![a-zA-Z])"),
    "dozens and pairs": re.compile("打|双|对|dozen|pair"),
    "numerals by position and by power at once": re.compile(
        "^[三二].*零万|零千|万五$|百四$|^万三|千四五|十万$|%万|之点|^点五|分之六$|四百分之"
    ),
    "larger than any newspaper's figure": re.compile("[京垓秭穰沟涧正载]|兆亿"),
    "a numeral of one character alone is a part of words": re.compile(
        "^负?[零〇一二两三四五六七八九十百千壹拾]$"
    ),
}
"""Kinds of cases that no newspaper prints, or that only a clock, a plate or a shop does."""

BY_DESIGN = {
    "a point with nothing behind it is a misprint": re.compile("点$|^点"),
    "数百 is from one hundred to ten": re.compile("^[幾几數数]百"),
    "a nought in characters begins other words": re.compile("^零[个個]$"),
    "a full-width comma between half-width digits parts a list": re.compile(r"\d，\d"),
    "two digits after 百分之 are an interval": re.compile("^百分之[一二三四五六七八九]{2}$"),
    "digits in a row may be a name": re.compile("^[一二三四五六七八九壹]{2,4}$"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a suite and the numbers that it wants: one value, or the ends of an interval."""

    text: str
    wanted: tuple[Decimal, ...]
    language: str = "zh"
    parts: int = 1
    """How many of what is wanted make one of what we read: 25 cents are 0.25."""


Suite = Callable[[Path], Iterator[Case]]


def duckling(folder: Path) -> Iterator[Case]:
    """Read `examples (simple Dollar 5) ["五元", …]`, which stand for a value or an interval."""
    for language in ("ZH", "EN"):
        for path in sorted(folder.glob(f"Duckling/*/{language}/Corpus.hs")):
            if path.parent.parent.name not in MEASURED:
                continue
            for found in EXAMPLES.finditer(path.read_text("utf-8")):
                wanted = tuple(Decimal(number) for number in HASKELL.findall(found["wanted"]))
                cents = 100 if "Cent" in found["wanted"] else 1
                for text in STRING.findall(found["texts"]):
                    yield Case(_unescaped(text), wanted, language.lower(), cents)


def _unescaped(text: str) -> str:
    """Return a string of Haskell as it reads, its characters by number put in."""
    return CODE.sub(lambda code: chr(int(code[1], 16)), text).replace("\\&", "")


MEASURED = ("Numeral", "AmountOfMoney", "Distance", "Quantity", "Temperature", "Volume")


def wetext(folder: Path) -> Iterator[Case]:
    """Read lines such as `一点二五元 => ¥1.25`."""
    return _rewritten(folder.glob("itn/chinese/test/data/*.txt"), " => ", frozenset(CLOCKS))


def nemo(folder: Path) -> Iterator[Case]:
    """Read lines such as `一千美元~US$1000`."""
    lines = "tests/nemo_text_processing/zh/data_inverse_text_normalization/test_cases_*.txt"
    return _rewritten(folder.glob(lines), "~", frozenset(CLOCKS))


CLOCKS = ("time", "license_plate", "train_number", "whitelist", "word", "date", "math")
"""Files of what is no figure: clocks, plates, dates (which are read as periods)."""


def _rewritten(paths: Iterator[Path], mark: str, left_out: frozenset[str]) -> Iterator[Case]:
    for path in sorted(paths):
        if path.stem.removeprefix("test_cases_") in left_out:
            continue
        for line in path.read_text("utf-8").splitlines():
            text, told, written = line.partition(mark)
            numbers = tuple(map(_number, NUMBERS.findall(written)))
            if told and numbers:
                yield Case(text, numbers)


def _number(printed: str) -> Decimal:
    return parse_numeral(printed)


def cn2an(folder: Path) -> Iterator[Case]:
    """Read the dictionaries of its tests: a numeral and its value."""
    return _dictionaries(folder.glob("cn2an/*_test.py"))


def chinese2digits(folder: Path) -> Iterator[Case]:
    """Read the lists of its tests: the numerals it takes out of a text, and their digits."""
    for path in sorted(folder.rglob("test*.py")):
        lists = (
            [each.value for each in node.elts if isinstance(each, ast.Constant)]
            for node in _in_order(path)
            if isinstance(node, ast.List)
        )
        for printed, digits in itertools.pairwise(lists):
            if len(printed) == len(digits) and not any(map(PLAIN.fullmatch, printed)):
                yield from (
                    Case(text, (_rational(number),))
                    for text, number in zip(printed, digits, strict=True)
                )


def _in_order(path: Path) -> list[ast.AST]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return sorted(nodes, key=lambda node: getattr(node, "lineno", 0))


def _rational(number: str) -> Decimal:
    """Return the value of 4%, 3/4 and 0.5."""
    above, _, below = number.rstrip("%").partition("/")
    value = Decimal(above) / Decimal(below or 1)
    return value / 100 if number.endswith("%") else value


def jionlp(folder: Path) -> Iterator[Case]:
    """Read the pairs of its tests of money: a text and what it is worth."""
    for path in sorted(folder.rglob("test_money_parser.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.List(elts=[ast.Constant(value=str(text)), ast.Dict(values=[number, *_])]):
                    ends = number.elts if isinstance(number, ast.List) else [number]
                    told = (end.value for end in ends if isinstance(end, ast.Constant))
                    yield Case(text, tuple(map(Decimal, told)))


def _dictionaries(paths: Iterator[Path]) -> Iterator[Case]:
    for path in sorted(paths):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Dict):
                yield from _entries(node)


def _entries(node: ast.Dict) -> Iterator[Case]:
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(value, ast.Constant):
            text, number = key.value, value.value
            if isinstance(text, str) and isinstance(number, int | float):
                yield Case(text, (Decimal(str(number)),))


SUITES: dict[str, Suite] = {
    "duckling": duckling, "WeTextProcessing": wetext, "NeMo": nemo, "cn2an": cn2an,
    "chinese2digits": chinese2digits, "JioNLP": jionlp,
}  # fmt: skip


def verdict(case: Case) -> str:
    """Return `right`, or the reason why it is not asked for, or `wrong`."""
    if _is_right(case):
        return "right"
    for reasons, group in ((OUT_OF_SCOPE, "out of scope"), (BY_DESIGN, "by design")):
        if any(pattern.search(case.text) for pattern in reasons.values()):
            return group
    return "wrong"


def _is_right(case: Case) -> bool:
    """Say whether every number wanted is told by some quantity; a share may be one of a hundred."""
    found = find_quantities(case.text, "en" if case.language == "en" else "zh")
    told = {end for q in found for end in (q.value, q.low, q.high) if end is not None}
    return bool(told) and all(
        any(abs(end) in _forms(abs(wanted), case.parts) for end in told) for wanted in case.wanted
    )


def _forms(wanted: Decimal, parts: int) -> tuple[Decimal, ...]:
    return wanted, wanted * 100, wanted / parts


def main() -> None:
    """Count the verdicts of each suite that is there, and over all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--suites", type=Path, default=ROOT.parent / "suites")
    parser.add_argument("--list", action="store_true", help="print the wrong cases")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    for name, read in SUITES.items():
        cases = tuple(read(options.suites / name))
        if not cases:
            print(f"{name:18} no cases under {options.suites / name}")
            continue
        counts = Counter(map(verdict, cases))
        total += counts
        print(f"{name:18} {_counted(counts)}")
        if options.list:
            for case in cases:
                if verdict(case) == "wrong":
                    print(f"    {case.text}  wanted {', '.join(map(str, case.wanted))}")
    if total:
        print(f"{'all':18} {_counted(total)}")


def _counted(counts: Counter[str]) -> str:
    asked = counts["right"] + counts["wrong"]
    share = counts["right"] / asked if asked else 0.0
    told = ", ".join(
        f"{counts[each]} {each}" for each in ("right", "by design", "out of scope", "wrong")
    )
    return f"{told}: in scope {counts['right']}/{asked} = {share:.3f}"


if __name__ == "__main__":
    main()
