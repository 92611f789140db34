"""How fast a page is read and taken apart, and what each cue is worth.

    python bench/segmentation.py [--ablation]

Throughput is in MB of UTF-8 per second of one core, page by page, on invented pages and on the
real ones where they lie beside the project. Below: how time grows when strange input doubles (2.0
is linear). `--ablation` leaves one cue out at a time and prints the articles and continuations
that are lost on invented pages.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from eval.gold import Sample  # noqa: E402 - run from a checkout
from eval.metrics.segmentation import article_f, characters  # noqa: E402
from eval.synthetic import generate  # noqa: E402
from summarizer.reading import read_issue  # noqa: E402
from summarizer.segmentation import lay_out  # noqa: E402
from summarizer.segmentation.weights import Weights, fitted  # noqa: E402

REAL = ROOT.parent / "shared" / "pages"
STRANGE = {
    "one endless line": ("项目建设进展顺利", 200_000),
    "blank lines": ("\n", 1_000_000),
    "nothing but titles": ("江州项目开工\n\n", 10_000),
    "nothing but names": ("王明\n\n", 10_000),
    "one endless article": ("江州高新区十二个项目同日开工，总投资三十亿元。\n\n", 5_000),
    "opening brackets": ("（", 300_000),
}


def seconds(*pages: bytes) -> float:
    """Return the processor time that it takes to read and lay out pages."""
    start = time.process_time()
    for page in pages:
        lay_out(read_issue(page))
    return time.process_time() - start


def throughput(name: str, pages: Sequence[bytes]) -> None:
    """Print the megabytes a second for some pages."""
    size = sum(map(len, pages)) / 1e6
    print(f"{name}: {size / seconds(*pages):.2f} MB/s ({len(pages)} pages, {size:.2f} MB)")


def doubling(name: str, piece: str, times: int) -> None:
    """Print how time grows when an input doubles."""
    once, twice = (("页" + piece * count).encode() for count in (times, 2 * times))
    print(f"{name}: doubling {seconds(twice) / seconds(once):.2f} to {len(twice):,} bytes")


def whole(samples: Sequence[Sample], weights: Weights) -> int:
    """Count the articles that come back whole and alone under some weights."""
    hits = 0
    for sample in samples:
        articles = lay_out(read_issue(sample.text.encode()), weights).articles
        gold = [characters(sample.text, (b.span for b in a.parts)) for a in sample.articles]
        ours = [characters(sample.text, (b.span for b in a.blocks)) for a in articles]
        hits += int(article_f(gold, ours).correct)
    return hits


def ablation(samples: Sequence[Sample]) -> None:
    """Print for each cue how many articles are lost without it."""
    everything = whole(samples, fitted())
    total = sum(len(sample.articles) for sample in samples)
    print(f"with every cue: {everything} of {total} articles whole")
    for cue in (*fitted().cues, *fitted().joins):
        print(f"without {cue}: {whole(samples, fitted().less(cue)) - everything:+d}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ablation", action="store_true", help="what each cue is worth")
    samples = generate(9, 240, test=False)
    if parser.parse_args().ablation:
        ablation(samples)
        return
    pages = [sample.text.encode() for sample in samples]
    seconds(pages[0])  # dictionaries are loaded once
    throughput("invented pages", pages)
    if REAL.is_dir():
        throughput("real pages", [path.read_bytes() for path in sorted(REAL.glob("*/*.txt"))])
    for name, (piece, times) in STRANGE.items():
        doubling(name, piece, times)


if __name__ == "__main__":
    main()
