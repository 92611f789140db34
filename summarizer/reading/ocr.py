"""A picture of a page → runs of type, each as sure as its least sure figure.

    picture ─ rapidocr ─► lines with boxes, characters with scores ─► Run(…, certainty)

The engine and its models come with the extra `ocr`; nothing is fetched when it runs. Figures are
made of digits, but also of 万 and 亿, points and signs: a doubt about any of them is one about the
figure.
"""

import io
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from importlib.util import find_spec
from statistics import median
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.errors import ReadingError, worded
from summarizer.lexicon import word_set
from summarizer.reading.glyphs import Run

if TYPE_CHECKING:
    from numpy import ndarray

Thing = TypeVar("Thing")
DPI = 200
POINTS = 72
SCALE = DPI / POINTS
WIDEST = 1_920
"""Pixels to which a page is reduced to find its lines; they are read in full size."""
MOST_PIXELS = 80_000_000
TELLING = 3
"""Characters whose width tells the height of a line's type."""
NEARLY, ROUGHLY = 0.15, 0.5
LEAST_DPI, MOST_DPI = 72, 1200


def can_read_pictures() -> bool:
    """Say whether the engine is installed."""
    return all(find_spec(package) for package in ("rapidocr", "onnxruntime"))


def pictures_in(data: bytes, name: str) -> Iterator[tuple["ndarray[Any, Any]", float]]:
    """Yield the pages of a picture file as pixels, with their height in points."""
    if not can_read_pictures():
        raise ReadingError(
            "{name}: a picture; install newspaper-summarizer[ocr] to read it", name=name
        )
    from PIL import Image

    number = 0
    try:
        picture = _quietly(partial(Image.open, io.BytesIO(data)))
        with picture:
            for number in range(getattr(picture, "n_frames", 1)):
                yield _quietly(partial(_frame, picture, number))
    except Image.DecompressionBombError:
        raise ReadingError(
            "{name}: more pixels than a page can have; scan it at 300 dpi", name=name
        ) from None
    except (OSError, SyntaxError, ValueError, TypeError, KeyError) as error:
        what = worded("a damaged picture")
        if number:
            what = worded("page {number} of a damaged picture", number=number + 1)
        raise ReadingError(
            "{name}: {what} ({error}); scan it again", name=name, what=what, error=error
        ) from None


def _quietly(action: Callable[[], Thing]) -> Thing:
    """Do something with a picture; what its library thinks of the file is said by its errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return action()


def _frame(picture: Any, number: int) -> tuple["ndarray[Any, Any]", float]:  # noqa: ANN401 - the same
    import numpy as np
    from PIL import Image

    picture.seek(number)
    if picture.width * picture.height > MOST_PIXELS:
        raise Image.DecompressionBombError
    return np.asarray(picture.convert("RGB")), picture.height * POINTS / _resolution(picture)


def _resolution(picture: Any) -> float:  # noqa: ANN401 - the library's own
    told = picture.info.get("dpi", (DPI, DPI))
    dpi = float(told[1]) if isinstance(told, tuple) and told[1] else DPI
    return dpi if LEAST_DPI <= dpi <= MOST_DPI else DPI


def runs_on(picture: "ndarray[Any, Any]", height: float) -> tuple[Run, ...]:
    """Return the lines that are seen on a page `height` points high."""
    scale = height / picture.shape[0]
    seen = _engine()(picture, return_word_box=True, return_single_char_box=True)
    if seen.boxes is None:
        return ()
    lines = zip(seen.boxes, seen.txts, seen.word_results, seen.scores, strict=True)
    runs = [
        _run(
            [(float(x) * scale, height - float(y) * scale) for x, y in box],
            text,
            _certainty(characters, float(score)),
        )
        for box, text, characters, score in lines
        if text.strip()
    ]
    return tuple(_evened(runs))


def _run(corners: Sequence[tuple[float, float]], text: str, certainty: float) -> Run:
    """Return a line as high as its characters are wide: its box is not as high as its type."""
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    units = sum(0.5 if character.isascii() else 1.0 for character in text)
    pitch = (right - left) / max(units, 1.0)
    type_height = pitch if units >= TELLING else min(pitch, top - bottom)
    middle = (bottom + top) / 2
    half = type_height / 2
    return Run(left, middle - half, right, middle + half, text, certainty=certainty)


def _evened(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the lines, those of nearly the usual height as high as most."""
    usual = median(run.height for run in runs for _ in run.text) if runs else 0.0
    for run in runs:
        room = NEARLY if len(run.text) >= TELLING else ROUGHLY
        if abs(run.height - usual) <= room * usual:
            middle = (run.bottom + run.top) / 2
            yield replace(run, bottom=middle - usual / 2, top=middle + usual / 2)
        else:
            yield run


def _certainty(characters: Any, score: float) -> float:  # noqa: ANN401 - the library's own
    """Return how sure the least sure character of the line's figures is."""
    telling = word_set("writing.figures")
    scores = [float(each[1]) for each in characters if not telling.isdisjoint(each[0])]
    return min(scores, default=score)


@cache
def _engine() -> Any:  # noqa: ANN401 - the library has no types
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": 20_000,
            "Global.use_cls": False,
            "Det.limit_type": "max",
            "Det.limit_side_len": WIDEST,
        }
    )
