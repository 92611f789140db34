"""The text layer of a PDF comes column by column."""

import datetime as dt
import subprocess
import sys
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_page import Press, Story, parts, story

from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.segmentation import lay_out

HEAD = (72, 700, 24, "Headline across the page it is")
LEFT = [(72, 640 - 14 * row, 11, f"left {row} of the first column") for row in range(4)]
RIGHT = [(320, 640 - 14 * row, 11, f"right {row} of the second one") for row in range(4)]


def pdf(*pages: list[tuple[int, int, int, str]]) -> bytes:
    """Write a PDF whose pages hold lines at (x, y) in a size."""
    fonts = "<< /Font << /F 3 0 R >> >>"
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"BT /F {s} Tf {x} {y} Td ({text}) Tj ET" for x, y, s, text in lines)
        bodies += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {fonts}"
                f" /Contents {5 + 2 * number} 0 R >>"
            ),
            f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        ]
    return _numbered(bodies)


def _numbered(bodies: list[str]) -> bytes:
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(bodies) + 1
    return (
        f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    ).encode()


def test_columns_are_read_one_after_another():
    """The headline first, then the whole left column, then the right one."""
    mixed = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]
    text = read_issue(pdf([HEAD, *mixed])).text
    expected = [line[3] for line in (HEAD, *LEFT, *RIGHT)]
    assert [line for line in text.splitlines() if line] == expected


def test_pages_are_parted_by_form_feeds():
    """Each page begins on a page of its own."""
    assert read_issue(pdf(LEFT, RIGHT)).text.count("\f") == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"%PDF-1.4 broken", "not a readable PDF"), (pdf([]), "no text layer")],
)
def test_what_cannot_be_read_is_said(data: bytes, message: str):
    """A broken file and a scan are different errors."""
    with pytest.raises(ReadingError, match=message):
        read_issue(data, name="page.pdf")


@pytest.fixture(scope="module")
def newspaper() -> tuple[list[Story], bytes]:
    """Set three pages of three columns: twelve stories, three of which jump."""
    stories = [story(n, 4 + n % 3, kicker=n % 4 == 0) for n in range(12)]
    first, rest = parts(stories[0], 2, 1, 2)
    second, further = parts(stories[5], 3, 1, 3)
    third, last = parts(stories[7], 2, 2, 3)
    press = Press()
    press.page(1, [[first], stories[1:4], [second]])
    press.page(2, [[stories[4]], [third, rest, stories[6]], [stories[8]]])
    press.page(3, [stories[9:], [further], [last]])
    return stories, press.done()


def likeness(one: str, other: str) -> float:
    """Return how much two texts share, by runs of six characters."""
    left, right = (
        {text[at : at + 6] for at in range(len(text) - 5)}
        for text in ("".join(one.split()), "".join(other.split()))
    )
    return len(left & right) / len(left | right)


def whole(stories: list[Story], issue: Issue) -> float:
    """Return the F of the stories that come out whole (nine tenths of what both have)."""
    articles = lay_out(issue).articles
    found = sum(
        any(likeness(each.text, article.text) >= 0.9 for article in articles) for each in stories
    )
    return 2 * found / (len(stories) + len(articles))


def test_a_newspaper_comes_apart_by_its_geometry(newspaper: tuple[list[Story], bytes]):
    """Headlines over three columns and over one, and stories that go on on another page."""
    stories, data = newspaper
    assert whole(stories, read_issue(data)) >= 0.95


def test_jumps_are_joined_and_told(newspaper: tuple[list[Story], bytes]):
    """What was printed on another page is part of its article, and the report says why."""
    layout = lay_out(read_issue(newspaper[1]))
    assert len(layout.joins) == 3
    assert all("to" in join.reason for join in layout.joins)


def test_the_folio_dates_the_issue(newspaper: tuple[list[Story], bytes]):
    """The line at the head of each page is furniture, and gives name and date."""
    issue = read_issue(newspaper[1])
    assert (issue.title, issue.date) == ("砚北日报", dt.date(2024, 3, 5))


def test_lines_carry_page_box_and_size(newspaper: tuple[list[Story], bytes]):
    """A headline's mark says where it stands and how large it is set."""
    issue = read_issue(newspaper[1])
    mark = issue.setting.mark_at(issue.text.index("青峦渔港有了新变化"))
    assert mark
    assert (mark.page, mark.size) == (1, pytest.approx(2.0, abs=0.1))
    assert mark.box
    assert mark.box.left < 60


def test_a_report_tells_page_and_box_of_a_block(newspaper: tuple[list[Story], bytes]):
    """Whoever has the file can find the block on its page; a text has no pages."""
    report = summarize_issue(read_issue(newspaper[1]), open_model("extractive"))
    blocks = [block for article in report.articles for block in article.blocks]
    assert {block.page for block in blocks} == {1, 2, 3}
    assert all(block.box and block.box.left < block.box.right for block in blocks)
    plain = summarize_issue(read_issue("甲地开工。".encode()), open_model("extractive"))
    assert {block.page for block in plain.articles[0].blocks} == {None}


def test_a_report_tells_page_and_box_of_a_figure(newspaper: tuple[list[Story], bytes]):
    """What is printed in the box is the figure, or its part on the first of two lines."""
    data = newspaper[1]
    report = summarize_issue(read_issue(data), open_model("extractive"))
    numbers = [each for article in report.articles for each in article.quantities if each.is_figure]
    with pypdfium2.PdfDocument(data) as document:
        for number in numbers:
            assert number.page
            assert number.box
            page = document[number.page - 1]
            left, top, right, bottom = astuple(number.box)
            edges = (left - 2, page.get_height() - bottom, right + 2, page.get_height() - top)
            printed = page.get_textpage().get_text_bounded(*edges)
            first = number.text.split()[0]
            assert first in printed
            assert len(printed) <= len(first) + 2


def test_a_sentence_goes_on_at_the_head_of_the_next_column():
    """Columns are balanced, and no word is lost or torn where one ends."""
    press = Press()
    press.page(1, [[story(4, 6)]])
    (article,) = lay_out(read_issue(press.done())).articles
    assert "".join(article.text.split()).endswith("".join(story(4, 6).paragraphs[-1].split()))


def test_a_table_is_not_read_column_by_column():
    """Cells that stand in rows of figures stay in their rows, and bring their heads."""
    rows = [("Town", "Tax", "Rate"), ("A", "4120", "6.3"), ("B", "2950", "8.1"), ("C", "12", "3")]
    cells = [
        (72 + 150 * at, 600 - 30 * row, 11, text)
        for row, texts in enumerate(rows)
        for at, text in enumerate(texts)
    ]
    (table,) = read_issue(pdf(cells)).setting.tables
    assert len(table.rows) == 4


MEASURED = """
import resource, sys
from summarizer.reading import read_issue
held = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = held()
print(read_issue(sys.argv[1]).text.count(chr(12)), held() - before)
"""


def test_a_hundred_pages_are_read_in_bounded_memory(tmp_path: Path):
    """One page is open at a time: what is held is the text, not the file taken apart."""
    press = Press()
    for number in range(1, 101):
        press.page(number, [[story(number, 3)]])
    (tmp_path / "page.pdf").write_bytes(press.done())
    measured = [sys.executable, "-c", MEASURED, str(tmp_path / "page.pdf")]
    ends, kilobytes = subprocess.check_output(measured, text=True).split()
    assert int(ends) == 99
    assert int(kilobytes) < 60_000


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, 4000), noise=st.binary(max_size=40))
def test_a_broken_file_ends_in_one_line(cut: int, noise: bytes):
    """Whatever is broken in it, a PDF is read or refused, never a traceback."""
    data = pdf([HEAD, *LEFT], RIGHT)
    with suppress(ReadingError):
        read_issue(data[:cut] + noise + data[cut + len(noise) :], name="page.pdf")


def test_characters_that_the_file_does_not_name_are_not_passed_over():
    """1?23 is not 123: an unknown glyph stays in its place."""
    text = read_issue(pdf([(72, 700, 12, "1\\00123")])).text
    assert "123" not in text
