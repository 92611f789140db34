"""Places in a text, and views that never lose them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text import Passage, Span, fold


def test_a_span_gives_back_its_characters() -> None:
    """Half-open, in code points: a character beyond the BMP counts as one."""
    assert Span(1, 3).of("𠮷年12月") == "年1"


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 2), (2, 4), False), ((0, 3), (2, 4), True), ((0, 9), (2, 4), True)],
)
def test_spans_overlap_only_where_they_share_a_character(
    one: tuple[int, int],
    other: tuple[int, int],
    overlap: bool,
) -> None:
    """Touching is not overlapping."""
    assert Span(*one).overlaps(Span(*other)) is overlap


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("１２．５％", "12.5%"),
        ("（億元）", "(亿元)"),
        ("全年　產值", "全年 产值"),
        ("㎡、½、…", "㎡、½、…"),
    ],
)
def test_folding_is_half_width_and_simplified(printed: str, folded: str) -> None:
    """Each character becomes one character; what would become several stays."""
    assert fold(printed) == folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    """The folded text has the length of the text."""
    assert len(fold(text)) == len(text)


@given(st.text(min_size=1), st.data())
def test_a_passage_leads_home(source: str, data: st.DataObject) -> None:
    """Whatever is copied into a passage is found again in its source."""
    bound = st.integers(0, len(source))
    pairs = data.draw(st.lists(st.tuples(bound, bound).map(sorted), min_size=1, max_size=5))
    spans = [Span(*pair) for pair in pairs if pair[0] < pair[1]]
    passage = Passage.compose(source, [(span, "\n") for span in spans])
    for piece in passage.pieces:
        here = Span(piece.start, piece.start + len(piece.source))
        assert here.of(passage.text) == piece.source.of(source)
        assert passage.locate(here) == piece.source


def test_a_stretch_over_a_gap_covers_the_gap() -> None:
    """A word broken by a blank line is located from its first to its last character."""
    source = "鹭汀软\n\n件园"
    passage = Passage.compose(source, [(Span(0, 3), ""), (Span(5, 7), "")])
    assert passage.text == "鹭汀软件园"
    assert passage.locate(Span(2, 4)) == Span(2, 6)
