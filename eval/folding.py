"""`python -m eval.folding`: derive anew what every character is read as, and keep the table.

    Unicode   full-width → half-width, compatibility forms, radicals, digits of every script,
              what is printed as nothing, what hides or damages its neighbour
    OpenCC    traditional → simplified, where that is one character
    by hand   signs that look alike, radicals that Unicode knows no equal of

The table is data (`summarizer/codelists/folding.csv`): to derive it takes longer than to read a
page, and a table of the repository reads alike on every Python.
"""

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from opencc import OpenCC

from summarizer.text import BASIC_PLANE, DAMAGED, IDEOGRAPHIC_SPACE, INVISIBLE_MARK, UNSEEN

CJK = range(0x4E00, 0xA000)
FULL_WIDTH = range(0xFF01, 0xFF5F)
FORMS = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), 0xFFE5, 0xFFE1, 0xFFE0)
"""Radicals as characters of their own, ideographs that other standards had twice, wide money."""

LATIN = 0x7F
ALIKE = {
    **dict.fromkeys("−﹣‐‑⁃", "-"), **dict.fromkeys("‧・∙⋅", "·"), **dict.fromkeys("‒﹘", "–"),
    **dict.fromkeys("\u00a0\u2007", " "), IDEOGRAPHIC_SPACE: " ", **dict.fromkeys("⁄∕", "/"),
    "．": ".", "﹒": ".", "﹐": ",", "﹪": "%", "◯": "○", "٪": "%", "٫": ".", "٬": ",",
}  # fmt: skip
"""Signs that look like the one meant, as other keyboards and fonts have them."""

RADICALS = dict(
    zip(
        "⺁⺇⺌⺎⺕⺠⺫⺮⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰",
        "厂几小兀彐民目竹肉虎西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙",
        strict=True,
    )
)
"""Radicals that PDF fonts put for the character, where Unicode itself knows no equal."""

DAMAGING = frozenset(("Cc", "Mn", "Me", "Cf"))
"""Kinds of characters that strike through, cover or turn round what stands beside them."""

BLANKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
FILLERS = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc"
"""Letters without ink."""


def derived() -> dict[str, str]:
    """Map each character that is read as another to that other."""
    simple = _simplification()
    table = _marks() | {chr(code): chr(code - 0xFEE0) for code in FULL_WIDTH}
    for character in map(chr, FORMS):
        plain = unicodedata.normalize("NFKC", character)
        if len(plain) == 1 and plain != character:
            table[character] = simple.get(plain, plain)
    return table | RADICALS | ALIKE | simple


def _marks() -> dict[str, str]:
    """Map what is no character to look at, and the digits of every script."""
    table = {}
    for character in map(chr, range(BASIC_PLANE)):
        if INVISIBLE_MARK.match(character):
            table[character] = UNSEEN
        elif character in FILLERS or (
            unicodedata.category(character) in DAMAGING and character not in BLANKS
        ):
            table[character] = DAMAGED
        elif character > chr(LATIN) and (digit := unicodedata.decimal(character, None)) is not None:
            table[character] = str(digit)
    return table


def _simplification() -> dict[str, str]:
    characters = [*map(chr, CJK)]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, simplified, strict=True)
    return {printed: simple for printed, simple in pairs if simple != printed and len(simple) == 1}


def written(table: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the rows of the file: the folded character, those read as it, and stretches of more.

    What cannot be seen in an editor is written by its code points, `0300-036f`.
    """
    printed = defaultdict(list)
    for character, folded in sorted(table.items()):
        printed[folded].append(character)
    return [
        (folded, "".join(filter(str.isprintable, each)), _stretches(each))
        for folded, each in sorted(printed.items())
    ]


def _stretches(characters: Iterable[str]) -> str:
    codes = [ord(character) for character in characters if not character.isprintable()]
    runs = groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0])
    ends = [[code for _, code in run] for _, run in runs]
    return " ".join(f"{run[0]:04x}-{run[-1]:04x}" for run in ends)


def main() -> None:
    """Write the table."""
    path = Path(str(files("summarizer.codelists") / "folding.csv"))
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("folded", "characters", "stretches"))
        rows.writerows(written(derived()))


if __name__ == "__main__":
    main()
