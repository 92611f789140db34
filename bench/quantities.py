"""How fast numbers are found, in MB of UTF-8 per second of one core: ours and three peers.

    python bench/quantities.py [--peers FOLDER]

The text is the real pages beside the checkout, or else the sample pages (which hold three times as
many numbers), repeated to about a megabyte. The peers (JioNLP, cn2an,
Recognizers-Text) are installed once into an environment of their own under FOLDER and run on as
much of the same text as they manage in a few seconds; cn2an only rewrites numerals, it finds no
units. Below: how time grows when hostile input doubles (2.0 is linear).
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from summarizer.quantities import find_quantities  # noqa: E402 - run from a checkout

PEERS = ("recognizers", "jionlp", "cn2an")
PACKAGES = ("jionlp==1.5.31", "cn2an==0.5.24", "recognizers-text-suite==1.0.2a2", "emoji<2")
HOSTILE = (
    "1",
    "一",
    "1 ",
    "1-",
    "1,",
    "“1",
    "由1%",
    "零",
    "百",
    "一万",
    "1分之",
    "一到",
    "1、",
    " ",
)
MEGABYTE = 1_000_000


def main() -> None:
    """Measure ours and the peers on the same text, then the growth on hostile input."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", type=Path, default=Path.home() / ".cache/summarizer-bench")
    text = news()
    ours = speed(text)
    density = len(find_quantities(text)) / len(text.encode()) * MEGABYTE
    print(f"ours         {ours:6.2f} MB/s of text with {density:.0f} numbers a MB")
    for peer, theirs in peer_speeds(parser.parse_args().peers, text).items():
        print(f"{peer:12} {theirs:6.2f} MB/s   ours is {ours / theirs:.1f} times as fast")
    for seed in HOSTILE:
        once, twice = (seconds((seed * size)[:size]) for size in (20_000, 40_000))
        print(f"{seed!r:8} grows {twice / once:.2f} times, 40,000 characters in {twice:.3f} s")


def news() -> str:
    """Return about a megabyte of running news."""
    real = ROOT.parent / "shared/pages"
    paths = sorted(real.rglob("*.txt")) or sorted((ROOT / "samples").glob("*.txt"))
    pages = "\n".join(path.read_text("utf-8") for path in paths)
    return pages * (MEGABYTE // len(pages.encode()) + 1)


def seconds(text: str) -> float:
    """Return the best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_quantities(text)
        best = min(best, time.process_time() - start)
    return best


def speed(text: str) -> float:
    """Return MB of UTF-8 per second."""
    return len(text.encode()) / seconds(text) / MEGABYTE


def peer_speeds(folder: Path, text: str) -> dict[str, float]:
    """Return the speed of each peer that could be installed; those missing are said so."""
    python = folder / "bin/python"
    if not python.exists():
        run([sys.executable, "-m", "venv", str(folder)])
        for package in PACKAGES:
            run([str(python), "-m", "pip", "install", "-q", package])
    measured = {}
    for peer in PEERS:
        script = Path(__file__).parent / "quantities_peer.py"
        done = run([str(python), str(script), peer], text)
        if done.returncode:
            print(f"{peer:12} could not be run: {done.stderr.strip().splitlines()[-1]}")
        else:
            measured[peer] = json.loads(done.stdout.splitlines()[-1])
    return measured


def run(command: Sequence[str], text: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command with `text` on its input."""
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    main()
