"""Numerals in Arabic, Chinese and mixed characters."""

from decimal import Decimal

import pytest

from summarizer.numerals import parse_numeral, plain


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("1,300.5", "1300.5"),
        ("１２３４", "1234"),
        ("三千八百", "3800"),
        ("壹仟贰佰叁拾", "1230"),
        ("一百零五", "105"),
        ("一千三", "1300"),
        ("千二亿", "120000000000"),
        ("一百五万", "1500000"),
        ("九万四", "94000"),
        ("二〇二四", "2024"),
        ("廿五", "25"),
        ("两万亿", "2000000000000"),
        ("10万万", "1000000000"),
        ("5亿1万4千6百", "500014600"),
        ("兩千零三十萬", "20300000"),
        ("一点五亿", "150000000"),
        ("十点二五", "10.25"),
        ("负三十二", "-32"),
        ("五分之二", "0.4"),
        ("三又四分之一", "3.25"),
    ],
)
def test_value(printed: str, value: str):
    """A numeral has one exact value, however it is written."""
    assert parse_numeral(printed) == Decimal(value)


@pytest.mark.parametrize("printed", ["", "高新区", "三峡", "5个", "点五"])
def test_what_is_no_numeral(printed: str):
    """Anything else is refused, not guessed."""
    with pytest.raises(ValueError, match="not a numeral"):
        parse_numeral(printed)


@pytest.mark.parametrize(
    ("value", "printed"),
    [("3E+4", "30000"), ("1.50", "1.5"), ("2.00", "2"), ("0E-3", "0"), ("-1.2E+9", "-1200000000")],
)
def test_a_plain_value(value: str, printed: str):
    """No exponent and no idle zeros: it is printed as it stands in a report."""
    assert str(plain(Decimal(value))) == printed
