"""The lexicon tests itself: every `yes` and every `no` of its files is run."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarizer
from summarizer.lexicon import REFERENCE, Cue, classes, cues, pattern, spelled, word_set

EVERY = tuple(classes())
HAN = re.compile(r"[\u3400-\u9fff]")
MOST_IN_CODE = 110
"""626 when the lexicon was begun; it falls, and never rises."""


EXAMPLES = [(name, cue) for name in EVERY for cue in cues(name) if cue.guarded or cue.yes]


def _takes(cue: re.Pattern[str], text: str) -> bool:
    return any(found[0] for found in cue.finditer(text))


@pytest.mark.parametrize(("name", "cue"), EXAMPLES)
def test_a_cue_is_found_in_its_yes_and_not_in_its_no(name: str, cue: Cue):
    """A guard or a pattern shows what it takes and what it leaves, and its class takes it too."""
    alone = re.compile(spelled(cue))
    assert _takes(alone, cue.yes)
    assert cue.no
    assert not _takes(alone, cue.no)
    assert _takes(pattern(name), cue.yes)


@pytest.mark.parametrize("name", EVERY)
def test_a_class_finds_each_of_its_words(name: str):
    """Nobody's word is hidden by the guards of another."""
    assert all(pattern(name).search(word) for word in word_set(name))


@pytest.mark.parametrize("name", EVERY)
def test_no_cue_stands_in_a_class_twice(name: str):
    """A word has one place."""
    assert len(set(cues(name))) == len(cues(name))


def test_every_class_is_asked_for():
    """What no room and no other class asks for is no part of the lexicon."""
    room = Path(summarizer.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
    data = "".join(path.read_text(encoding="utf-8") for path in room.glob("lexicon/*.toml"))
    asked = {*re.findall(r'"([a-z]+\.[a-z_.]+)"', code), *REFERENCE.findall(data)}
    families = tuple(re.findall(r'f"([a-z]+(?:\.[a-z_]+)+\.)\{', code))
    assert not [name for name in EVERY if name not in asked and not name.startswith(families)]


def test_the_words_stand_in_the_lexicon_and_not_in_the_code():
    """Constants with Chinese in them: labels, numerals, and what has not moved yet."""
    assert len(tuple(constants_with_chinese())) <= MOST_IN_CODE


def constants_with_chinese() -> Iterator[str]:
    """Yield the constants of the package that hold Chinese, as `file:line name`."""
    room = Path(summarizer.__file__).parent
    for path in sorted(room.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and _chinese(node.value):
                yield f"{path.relative_to(room)}:{node.lineno}"


def _chinese(value: ast.expr) -> bool:
    texts = (each.value for each in ast.walk(value) if isinstance(each, ast.Constant))
    return any(HAN.search(text) for text in texts if isinstance(text, str))
