"""How fast a page is read and taken apart, in MB of UTF-8 per second of one core.

    python bench/segmentation.py

The text is invented pages of the synthetic generator, one after the other. Below: how time grows
when the input doubles (2.0 is linear), for pages and for input that is strange.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from eval.synthetic import generate  # noqa: E402 - run from a checkout
from summarizer.reading import read_issue  # noqa: E402
from summarizer.segmentation import lay_out  # noqa: E402

STRANGE = {
    "one endless line": ("项目建设进展顺利", 200_000),
    "blank lines": ("\n", 1_000_000),
    "nothing but titles": ("江州项目开工\n\n", 10_000),
    "nothing but names": ("王明\n\n", 10_000),
    "one endless article": ("江州高新区十二个项目同日开工，总投资三十亿元。\n\n", 5_000),
    "opening brackets": ("（", 300_000),
}


def seconds(text: str) -> float:
    """Return the processor time that it takes to read and lay out a text."""
    start = time.process_time()
    lay_out(read_issue(text.encode()))
    return time.process_time() - start


def main() -> None:
    """Print the throughput and the doubling ratios."""
    pages = [sample.text for sample in generate(9, 160, test=False)]
    seconds(pages[0])
    half, whole = "\n\n".join(pages[:80]), "\n\n".join(pages)
    once, twice = seconds(half), seconds(whole)
    size = len(whole.encode()) / 1e6
    print(f"pages: {size / twice:.2f} MB/s ({size:.2f} MB), doubling {twice / once:.2f}")
    for name, (piece, times) in STRANGE.items():
        once, twice = seconds("页" + piece * times), seconds("页" + piece * 2 * times)
        print(f"{name}: {twice:.2f} s for {len(piece) * 2 * times:,} characters, ", end="")
        print(f"doubling {twice / once:.2f}")


if __name__ == "__main__":
    main()
