"""The text layer of a PDF comes column by column."""

import pytest

from summarizer.errors import ReadingError
from summarizer.reading import read_issue

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
