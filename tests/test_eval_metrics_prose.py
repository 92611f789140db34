"""Summaries as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rouge_chinese import Rouge

from eval.metrics import prose

WORDS = st.text("园区产业增长亿元项目", min_size=2, max_size=30)
ONCE = (
    st.permutations("园区产业增长亿元项目")
    .map("".join)
    .flatmap(lambda text: st.integers(2, 10).map(lambda length: text[:length]))
)


@given(ONCE, ONCE)
def test_rouge_equals_the_library(reference: str, candidate: str):
    """Character ROUGE-1, -2 and -L are rouge-chinese's, as far as that counts repeats."""
    told = Rouge().get_scores(" ".join(candidate), " ".join(reference))[0]
    for size in (1, 2):
        score = prose.rouge_n(reference, candidate, size)
        assert score.recall == pytest.approx(told[f"rouge-{size}"]["r"], abs=1e-6)
        assert score.precision == pytest.approx(told[f"rouge-{size}"]["p"], abs=1e-6)
    assert prose.rouge_l(reference, candidate).recall == pytest.approx(told["rouge-l"]["r"])


def test_numbers_do_not_decide_how_close_two_texts_are():
    """Two sentences that share nothing but a figure share one mark."""
    left, right = prose.masked("营收122.6亿元"), prose.masked("绿地122.6亿元")
    assert prose.rouge_n(left, right, 2).correct == 0
    assert prose.masked("增长20%。") == prose.masked("增长2%")


def test_a_copied_sentence_is_one_fragment():
    """Coverage and density come from the stretches a summary copied."""
    assert prose.fragments("甲乙丙丁", "前甲乙丙丁后") == (4,)
    assert prose.fragments("甲乙外丁", "甲乙丙丁") == (2, 1)


@given(WORDS, WORDS)
def test_a_part_of_a_text_is_contained_in_it(part: str, rest: str):
    """Containment of a part is one."""
    assert prose.contained(part, rest + part) == 1
