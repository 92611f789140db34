"""Runs one peer of the quantities benchmark in an environment of its own: MB/s as JSON.

PYTHON quantities_peer.py recognizers|jionlp|cn2an < text
"""

import json
import sys
import time
from collections.abc import Callable

SECONDS = 4


def recognizers() -> Callable[[str], object]:
    """Return the number recogniser, which takes sentences: whole pages are lost to it."""
    from recognizers_number import Culture, recognize_number

    return lambda line: recognize_number(line, Culture.Chinese)


def jionlp() -> Callable[[str], object]:
    """Return its extractors of money and of times."""
    import jionlp as jio

    return lambda line: (jio.ner.extract_money(line), jio.ner.extract_time(line))


def cn2an() -> Callable[[str], object]:
    """Return the rewriting of numerals in running text."""
    import cn2an as rewriter

    return lambda line: rewriter.transform(line, "cn2an")


def main(peer: str) -> None:
    """Feed line by line for a few seconds and print the rate."""
    read = {"recognizers": recognizers, "jionlp": jionlp, "cn2an": cn2an}[peer]()
    lines = [line for line in sys.stdin.read().splitlines() if line.strip()]
    read(lines[0])
    done, start = 0, time.process_time()
    for line in lines:
        read(line)
        done += len(line.encode())
        if time.process_time() - start > SECONDS:
            break
    sys.stdout.write(json.dumps(done / (time.process_time() - start) / 1e6) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
