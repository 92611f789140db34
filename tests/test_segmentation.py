"""lay_out: a page that has lost its columns becomes articles and furniture again."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.reading import read_issue
from summarizer.segmentation import lay_out

MARKS = (
    "本报讯 ",
    "► 肖远 ",
    "（下转第5版）",
    "（上接第2版）",
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    "　　",
    "。",
    "，",
    "江州高新区",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS) | st.text(max_size=8), min_size=1).map("".join))
def test_every_character_lies_in_exactly_one_place(text: str):
    """Blocks and furniture cover each non-blank character once, whatever the page holds."""
    text = "页" + text.replace("\0", "").encode(errors="ignore").decode()
    layout = lay_out(read_issue(text.encode()))
    spans = [block.span for article in layout.articles for block in article.blocks]
    spans += [piece.span for piece in layout.furniture]
    covered = Counter(place for span in spans for place in range(span.start, span.end))
    assert all(covered[place] == 1 for place, mark in enumerate(text) if not mark.isspace())
    assert max(covered.values()) == 1
