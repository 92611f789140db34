"""A page as it is printed → its size, and a picture of it: shown beside what was read of it.

    PDF · scan ─ paper_of ─► Paper ─┬─ sizes      {1: (842, 1191)}: points, as boxes of a report are
                                    └─ picture    a JPEG of one page, made when it is asked for

A file of any other kind has no paper.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from summarizer.errors import ReadingError
from summarizer.reading.archive import LARGEST
from summarizer.reading.kinds import Form, form_of
from summarizer.reading.ocr import pictures_in
from summarizer.reading.pdf import opened_pdf

SIDE = 1600
"""Pixels of the longer side of a picture: type of 8 points can be read on a tabloid page."""
QUALITY = 60


@dataclass(frozen=True, slots=True)
class Paper:
    """A file whose pages are paper: `data` are its bytes, `name` is what messages call it."""

    data: bytes
    name: str
    form: Form

    def sizes(self) -> Mapping[int, tuple[float, float]]:
        """Return width and height of each page in points, by its number. Raises ReadingError."""
        if self.form is Form.PDF:
            with opened_pdf(self.data, self.name) as document:
                return {at + 1: document.get_page_size(at) for at in range(len(document))}
        pictures = enumerate(pictures_in(self.data, self.name), start=1)
        return {
            number: (height * picture.shape[1] / picture.shape[0], height)
            for number, (picture, height) in pictures
        }

    def picture(self, page: int, *, side: int = SIDE) -> bytes:
        """Return a page as JPEG, no side longer than `side` pixels. Raises ReadingError."""
        picture = self._rendered(page, side) if self.form is Form.PDF else self._frame(page)
        if picture is None:
            raise ReadingError("{name}: has no page {page}", name=self.name, page=page)
        picture.thumbnail((side, side))
        picture.convert("RGB").save(out := io.BytesIO(), "JPEG", quality=QUALITY)
        return out.getvalue()

    def _rendered(self, page: int, side: int) -> Any:  # noqa: ANN401 - a picture of Pillow's
        with opened_pdf(self.data, self.name) as document:
            if not 1 <= page <= len(document):
                return None
            opened = document[page - 1]
            try:
                return opened.render(scale=side / max(*opened.get_size(), 1)).to_pil()
            finally:
                opened.close()

    def _frame(self, page: int) -> Any:  # noqa: ANN401 - the same
        from PIL import Image

        found = next(islice(pictures_in(self.data, self.name), page - 1, page), None)
        return Image.fromarray(found[0]) if found else None


def paper_of(source: str) -> Paper | None:
    """Return the paper of a file by its path; None where it has none, or is gone."""
    path = Path(source)
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        data = path.read_bytes()
        form = form_of(data, source)
    except (OSError, ReadingError):
        return None
    return Paper(data, source, form) if form in (Form.PDF, Form.PICTURE) else None
