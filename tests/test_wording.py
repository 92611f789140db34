"""Every code has a Chinese word, and nothing hidden acts."""

import ast
import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import wording
from summarizer.document import FurnitureRole, Role
from summarizer.quantity import Kind, Modifier
from summarizer.report import Certainty, Confidence, Finding, Outcome, Tier, Verdict
from summarizer.summary import Measure, RelationKind, Status

MAKERS = frozenset({"Tie", "observed", "_seen"})
"""What makes a check of its rule's code."""


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (wording.STATUS, Status),
        (wording.MEASURE, Measure),
        (wording.CERTAINTY, Certainty),
        (wording.VERDICT, Verdict),
        (wording.OUTCOME, Outcome),
        (wording.RELATION, RelationKind),
        (wording.KIND, Kind),
        (wording.MODIFIER, Modifier),
        (wording.ROLE, [*Role, *FurnitureRole]),
    ],
)
def test_every_code_has_a_word(words: Mapping[str, str], codes: Iterable[str]):
    """No reader meets a code."""
    assert set(words) == set(codes)


@given(st.text())
def test_showing_hidden_characters_keeps_every_offset(text: str):
    """One sign for one character, and none of them acts."""
    shown = wording.visible(text)
    assert len(shown) == len(text)
    assert not set(shown) & {"\x00", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066"}


def test_a_code_without_a_word_speaks_for_itself():
    """Classifiers are Chinese already."""
    assert (wording.say(wording.UNIT, "户"), wording.say(wording.UNIT, None)) == ("户", "")


def test_the_reason_of_a_join_is_said_in_words():
    """Cue by cue; one without a word speaks for itself."""
    assert wording.say_cues("cohesion, kin, 同名") == "用词相近、同一主体、同名"


def test_support_says_how_far_it_reaches():
    """数字有据 alone where all of the reading is explicit; else what is carried or in doubt."""
    sure = Confidence(ref_area=Certainty.CARRIED, indicator=Certainty.EXPLICIT, p=0.9)
    finding = Finding(
        subject="abstract",
        claim="",
        verdict=Verdict.SUPPORTED,
        reason="exact",
        tier=Tier.READING,
        confidence=sure,
    )
    assert wording.backing(finding) == "数字有据；主体 承前"
    plain = sure.model_copy(update={"ref_area": Certainty.EXPLICIT})
    assert not wording.backing(finding.model_copy(update={"confidence": plain}))
    assert not wording.backing(finding.model_copy(update={"verdict": Verdict.REFUTED}))


def test_every_rule_of_the_checks_has_a_name():
    """No code is shown to people."""
    folder = Path(wording.__file__).with_name("checks")
    trees = [ast.parse(path.read_text("utf-8")) for path in folder.glob("*.py")]
    told = {
        call.args[0].value
        for tree in trees
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in MAKERS and call.args
        if isinstance(call.args[0], ast.Constant)
    }
    assert len(told) > 20
    assert told - wording.RULE.keys() == set()


def test_every_cue_of_a_join_has_a_name():
    """Whatever the fit gives weight to."""
    weights = json.loads(files("summarizer.segmentation").joinpath("joins.json").read_text("utf-8"))
    cues = {cue for names in weights["cues"] for cue in names.split(", ")}
    assert cues - wording.CUE.keys() == set()


def test_a_stretch_that_was_not_joined_says_so():
    """With what spoke for it."""
    assert (
        wording.say_cues("ambiguous, not joined: style, mends") == "两可，未接：版式相近、补足断句"
    )


def test_what_is_in_doubt_of_a_row_is_named():
    """Only what may be read in more than one way; what is carried on is none of it."""
    sure = Confidence(ref_area=Certainty.AMBIGUOUS, indicator=Certainty.CARRIED)
    assert wording.doubtful(sure) == "主体"
    assert wording.doubtful(None) == ""
