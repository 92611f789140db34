"""How time grows when a strange page doubles, in every room and every format.

    python bench/growth.py [--only NAME …] [--all] [--words] [--size CHARACTERS]

A page of `_strange` is read at a size and at four times that size, with the cycle collector asleep:
its turn comes in whatever room is at work. Printed is by which factor the processor time of a room,
or of a format, grows for one doubling (2.0 is linear): of every page the worst, with `--all` each.
Where a page falls into more than four times as many articles, its formats are held against those.
What takes less than `BRIEF` is not judged; a page that passes `LIMIT` is measured once more, three
times as long, where no cache holds all of it.
`--words` repeats a word of each class of the lexicon as well. Exit 1 where a factor stays above.
"""

import argparse
import gc
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench._strange import FIGURES, MARKS, SENTENCES, TABLES, Strange
from summarizer.analysis import analyse, article_quantities
from summarizer.binding import claims_of, read_rows
from summarizer.document import Article
from summarizer.lexicon import classes, cues
from summarizer.models import Request
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import start_run
from summarizer.reading import read_issue
from summarizer.renderers import RENDERERS, renderer
from summarizer.report import ArticleReport, Origin
from summarizer.reporting import article_report, issue_report
from summarizer.segmentation import lay_out
from summarizer.verification import judge

SIZE = 5_000
BRIEF = 0.1
"""Seconds of processor time below which noise is all there is."""
LIMIT = 2.3
LONGER = 3
NONE = 1e-3
MODEL = ExtractiveModel()
Times = dict[str, float]


class Clock:
    """Adds up the processor seconds of each room."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.times: Times = {}

    @contextmanager
    def of(self, room: str) -> Iterator[None]:
        """Count what is done inside as the room's."""
        start = time.process_time()
        yield
        self.times[room] = self.times.get(room, 0.0) + time.process_time() - start


def measured(text: str) -> tuple[Times, int]:
    """Return the seconds of every room and format that a page passes through, and its articles."""
    clock = Clock()
    gc.enable()
    gc.collect()
    gc.disable()
    with clock.of("reading"):
        issue = read_issue(text.encode())
    with clock.of("segmentation"):
        layout = lay_out(issue)
    articles = tuple(_reported(article, clock) for article in layout.articles)
    with clock.of("report"):
        report = issue_report(issue, layout, start_run(MODEL), articles)
    for name in RENDERERS:
        with clock.of(name):
            renderer(name)(report, issue.text)
    return clock.times, len(articles)


def _reported(article: Article, clock: Clock) -> ArticleReport:
    with clock.of("quantities"):
        quantities = article_quantities(article, None)
    with clock.of("analysis"):
        analysis = analyse(article, None, quantities)
    with clock.of("binding"):
        rows = read_rows(analysis)
        claims = claims_of(analysis, rows)
    sure = {row.claim.quantity: row.confidence for row in rows}
    request = Request(analysis, claims, sure)
    with clock.of("draft"):
        summary = MODEL.draft(request).summary
    with clock.of("verification"):
        findings = judge(summary, analysis, claims)
    with clock.of("checks"):
        return article_report(
            request, summary, findings, (Origin.ENGINE,) * len(summary.observations)
        )


def growth(page: Strange, size: int) -> tuple[Mapping[str, float], Times]:
    """Return the factor of each room for one doubling, and its seconds at four times the size."""
    small, few = measured(page.text(size))
    large, many = measured(page.text(4 * size))
    more = max(1.0, many / (4 * max(few, 1)))
    long = {room: seconds / (more if room in RENDERERS else 1) for room, seconds in large.items()}
    grown = {
        room: sqrt(long[room] / small.get(room, NONE)) for room in large if large[room] > BRIEF
    }
    return grown, large


def pages(*, words: bool) -> dict[str, Strange]:
    """Return every page by its name."""
    found = {name: Strange(piece) for name, piece in (SENTENCES | FIGURES | MARKS).items()}
    found |= {name: Strange(piece, head="霁川园区统计\n\n") for name, piece in TABLES.items()}
    if words:
        found |= {
            f"word {name}": Strange(f"{word}{{m}}亿元，" if even % 2 else word)
            for even, name in enumerate(classes())
            if (word := next((cue.word for cue in cues(name) if cue.word), ""))
        }
    return found


def main() -> int:
    """Print a line for each page; return 1 where one grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=[], help="pages by name")
    parser.add_argument("--all", action="store_true", help="every room, not only the worst")
    parser.add_argument("--words", action="store_true", help="a word of every class as well")
    parser.add_argument("--size", type=int, default=SIZE, help="characters of the smallest")
    options = parser.parse_args()
    measured(Strange("产值{n}亿元。").text(200))  # dictionaries and modules are loaded once
    failed = 0
    for name, page in pages(words=options.words).items():
        if not options.only or name in options.only:
            failed += told(name, page, options)
    print(f"{failed} pages grow by more than {LIMIT} when they double")
    return int(failed > 0)


def told(name: str, page: Strange, options: argparse.Namespace) -> bool:
    """Print the line of a page, and say whether a room grows too fast."""
    factors, times = growth(page, options.size)
    if max(factors.values(), default=0) > LIMIT:
        again, times = growth(page, LONGER * options.size)
        factors = {room: min(factor, again.get(room, 0.0)) for room, factor in factors.items()}
    worst = sorted(factors, key=lambda room: -factors[room])
    over = [room for room in worst if factors[room] > LIMIT]
    shown = worst if options.all else over or worst[:1]
    rooms = ", ".join(f"{room} {factors[room]:.2f} ({times[room]:.2f} s)" for room in shown)
    total = sum(times.values())
    print(f"{'✗' if over else ' '} {name:<28}{total:>7.2f} s  {rooms}", flush=True)
    return bool(over)


if __name__ == "__main__":
    sys.exit(main())
