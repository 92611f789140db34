"""What offices send round: whole titles, wide punctuation, doubts told, checks in an annex."""

import pytest

from summarizer.digest import Form, digest, full_width
from tests.invented_page import TEXT, report


def test_each_event_is_told_in_one_short_paragraph():
    """据报道 … and where it stood."""
    made = digest(Form.KUAIBAO, report(), TEXT)
    assert "据报道，青篱软件园日前奠基" in made.items[1].told
    assert made.items[0].source.startswith("（《𠮷川日报》 2024-07-18 ")
    assert all(len(item.told) <= 300 for item in made.items)


@pytest.mark.parametrize("form", [Form.KUAIBAO, Form.YAOWEN])
def test_a_doubtful_sentence_says_so(form: Form):
    """What the text does not support is never passed on as a fact."""
    assert "〔待核〕全区现有企业154家。" in digest(form, report(), TEXT).items[0].told


def test_titles_are_whole():
    """However long a headline is."""
    title = digest(Form.YAOWEN, report(), TEXT).items[0].title
    assert title == "云岫高新区上半年稳中有进 营业收入增长12.5%"


def test_a_row_keeps_its_scope():
    """规上 is part of what is measured."""
    whole = report()
    first = whole.articles[0]
    row = first.observations[0].model_copy(update={"scope": "规上"})
    changed = first.model_copy(update={"observations": (row,)})
    made = digest(Form.ZHUANBAO, whole.model_copy(update={"articles": (changed,)}), TEXT)
    assert made.items[0].rows[0][1] == f"{row.indicator}（规上）"


def test_only_checks_to_look_at_are_in_the_annex():
    """What agrees goes without saying."""
    annex = digest(Form.ZHUANBAO, report(), TEXT).annex
    assert annex
    assert not any("：相等" in line for line in annex)


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("增长8%,其中(规上)企业1,200家", "增长8%，其中（规上）企业1,200家"),
        ("时间:8:30;地点:A,B", "时间：8:30；地点：A,B"),
    ],
)
def test_punctuation_is_as_wide_as_the_characters(text: str, wide: str):
    """Figures and Latin words stay whole."""
    assert full_width(text) == wide
