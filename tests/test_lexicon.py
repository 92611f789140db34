"""The lexicon tests itself: every `yes` and every `no` of its files is run."""

import re

import pytest

from summarizer.lexicon import Cue, classes, cues, pattern, spelled, words

EVERY = tuple(classes())


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
    assert all(pattern(name).search(word) for word in words(name))


@pytest.mark.parametrize("name", EVERY)
def test_no_cue_stands_in_a_class_twice(name: str):
    """A word has one place."""
    assert len(set(cues(name))) == len(cues(name))
