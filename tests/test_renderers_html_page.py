"""The text of the issue in page order, cut into stretches and runs."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.renderers.html.numbers import number_articles
from summarizer.renderers.html.page import Stretch, lay_stretches, utf16
from summarizer.report import IssueReport, Quote
from summarizer.wording import visible
from tests.invented_page import TEXT, report


def _stretches(page: IssueReport, text: str) -> list[tuple[Stretch, str]]:
    laid = lay_stretches(page, text, number_articles(page, text), utf16(text))
    return [(stretch, "".join(run.words for run in stretch.runs)) for stretch in laid]


def test_nothing_that_is_not_blank_is_lost():
    """Blocks, captions and jump lines together are the page."""
    words = "".join(words for _, words in _stretches(report(), TEXT))
    assert "".join(words.split()) == "".join(TEXT.split())


def test_what_nobody_claims_is_shown_as_noise():
    """A report that left something out does not hide it."""
    page = report().model_copy(update={"furniture": ()})
    noise = [words.strip() for stretch, words in _stretches(page, TEXT) if stretch.role == "noise"]
    assert noise == ["𠮷川日报 园区", "云岫高新区一角", "下转第4版"]


def test_an_article_that_is_interrupted_is_threaded():
    """Over the caption near by, over the other article far off."""
    threads = [stretch.onward for stretch, _ in _stretches(report(), TEXT) if stretch.onward]
    assert [thread.far for thread in threads] == [False, True]


def test_a_sentence_that_runs_on_is_not_indented():
    """Two blocks, one sentence."""
    flowing = [words for stretch, words in _stretches(report(), TEXT) if stretch.flows]
    assert [words[:4] for words in flowing] == ["2.2亿"]


def test_blocks_that_overlap_are_shown_once():
    """A report with a fault still gives a page."""
    first, second = report().articles
    doubled = second.model_copy(update={"blocks": second.blocks + first.blocks})
    words = "".join(
        words
        for _, words in _stretches(report().model_copy(update={"articles": (first, doubled)}), TEXT)
    )
    assert words.count("同比增长12.5%，其中") == 1


@given(st.text(), st.integers(0, 50))
def test_offsets_count_as_the_browser_counts(text: str, offset: int):
    """A character beyond the BMP is two units."""
    offset = min(offset, len(text))
    units = len(visible(text[:offset]).encode("utf-16-le")) // 2
    assert utf16(text)(offset) == units


def test_a_number_that_was_read_and_yet_is_nobodys_is_to_be_looked_at():
    """The count of the ledger and the walk through the page agree."""
    start, end = report().articles[0].quantities[0].span.start, TEXT.index("%") + 1
    quote = Quote(start=start, end=end, text=TEXT[start:end])
    ledger = report().ledger.model_copy(update={"unclaimed": (quote,)})
    first, _ = number_articles(report().model_copy(update={"ledger": ledger}), TEXT)
    assert first.numbers["Q1"].looks == "unclaimed to-review"
