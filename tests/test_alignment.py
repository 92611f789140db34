"""A quotation is found as printed, folded, or nearly so; never with another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.alignment import Fit, align

TEXT = (
    "鹭洲高新区去年實現工业总产值１２２.６亿元，同比增长8.2%。\n"
    "园区企业達到2785户，其中新登记56户。"
)


@pytest.mark.parametrize(
    ("quotation", "fit", "found"),
    [
        ("同比增长8.2%", Fit.EXACT, "同比增长8.2%"),
        ("实现工业总产值122.6亿元", Fit.FOLDED, "實現工业总产值１２２.６亿元"),
        ("园区企业 达到2785户", Fit.FOLDED, "园区企业達到2785户"),
        ("高新区去年实现的工业总产值122.6亿元", Fit.FUZZY, "高新区去年實現工业总产值１２２.６亿元"),
    ],
)
def test_finds_a_quotation(quotation: str, fit: Fit, found: str):
    """Width, traditional forms, spaces and a word too many do not hide a place."""
    alignment = align(quotation, TEXT)
    assert alignment is not None
    assert (alignment.fit, alignment.span.of(TEXT)) == (fit, found)


@pytest.mark.parametrize(
    "quotation", ["高新区去年实现的工业总产值122.7亿元", "从未说过的一句话", "", "  ", "。，"]
)
def test_finds_nothing_that_is_not_there(quotation: str):
    """A changed digit is another number, however like the rest may be."""
    assert align(quotation, TEXT) is None


@given(st.data())
def test_every_stretch_of_a_text_is_found(data: st.DataObject):
    """What was cut out of a text is found in it, character for character."""
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    quotation = TEXT[start:end]
    alignment = align(quotation, TEXT)
    assert not quotation.strip() or (alignment and alignment.span.of(TEXT) == quotation)
