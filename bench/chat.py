"""How long 400 drafts take, and their CPU: ours, the bare openai client, LangExtract.

    python bench/chat.py [--requests 400] [--workers 10 64] [--langextract PYTHON]

A server process of its own answers after a log-normal delay (mean 0.2 s, sigma 0.8; every client
gets the same delays). Ideal is what a pool without any overhead of its own would take: the delays
dealt in turn to whichever worker is free. CPU is that of the client's process. With --langextract
the interpreter of an environment that has LangExtract runs the same articles through it.
"""

import argparse
import asyncio
import heapq
import json
import math
import multiprocessing
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MEAN, SIGMA = 0.2, 0.8
ROOT = Path(__file__).parent.parent
PEER = Path(__file__).parent / "langextract_peer.py"
ARTICLE = (
    "霁川高新区一季度开门红\n" + "一季度，霁川高新区完成工业总产值42.6亿元，同比增长8.3%。" * 25
)
REPLY = {
    "a": "霁川高新区完成工业总产值⟦1⟧42.6亿元。",
    "k": ["增长⟦2⟧8.3%。"],
    "r": [
        [str(2 * i + 1), "42.6亿元", "霁川高新区", "工业总产值", "", "值", "一季度", "实际"]
        for i in range(12)
    ],
}
EXTRACTIONS = {"extractions": [{"figure": "42.6亿元"}, {"figure": "8.3%"}]}


def delays(count: int) -> list[float]:
    """Return the delay of each request, the same for every client."""
    generator = random.Random(17)
    mu = math.log(MEAN) - SIGMA**2 / 2
    return [generator.lognormvariate(mu, SIGMA) for _ in range(count)]


def ideal(waits: Sequence[float], workers: int) -> float:
    """Return when the last of the waits ends, if each goes to the worker that is free first."""
    free = [0.0] * workers
    for wait in waits:
        heapq.heappush(free, heapq.heappop(free) + wait)
    return max(free)


def serve(waits: Sequence[float], content: str, port: "multiprocessing.Queue[int]") -> None:
    """Answer chat requests over raw sockets: the server must not be what is measured."""
    pending = iter(waits)
    body = json.dumps(
        {
            "id": "x",
            "object": "chat.completion",
            "created": 1,
            "model": "bench",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": "stop",
                    "message": {"role": "assistant", "content": content},
                }
            ],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        },
        ensure_ascii=False,
    ).encode()
    head = (
        f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                headers = (await reader.readuntil(b"\r\n\r\n")).lower()
                await reader.readexactly(int(headers.split(b"content-length:")[1].split(b"\r")[0]))
                await asyncio.sleep(next(pending, 0))
                writer.write(head.encode() + body)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=256)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def serving(waits: Sequence[float], content: str) -> tuple[multiprocessing.Process, str]:
    """Start a fresh server; its first delay is for the request that warms the client up."""
    port: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=([0, *waits], content, port), daemon=True)
    server.start()
    return server, f"http://127.0.0.1:{port.get()}/v1"


def measure(
    name: str,
    waits: Sequence[float],
    workers: int,
    prepare: Callable[[str], Callable[[int], object]],
) -> None:
    """Time one client on a fresh server and print a row."""
    server, base_url = serving(waits, json.dumps(REPLY, ensure_ascii=False))
    ask = prepare(base_url)
    ask(0)
    wall, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(ask, range(len(waits))):
            pass
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    server.terminate()
    row(name, workers, wall, ideal(waits, workers), cpu / len(waits))


def measure_peer(python: str, waits: Sequence[float], workers: int) -> None:
    """Time LangExtract in the environment of another interpreter and print a row."""
    server, base_url = serving(waits, json.dumps(EXTRACTIONS, ensure_ascii=False))
    command = [python, str(PEER), base_url, str(len(waits)), str(workers)]
    done = subprocess.run(command, input=ARTICLE, capture_output=True, text=True, check=True)
    spent = json.loads(done.stdout.splitlines()[-1])
    server.terminate()
    best = ideal(waits, workers)
    row("langextract", workers, spent["wall"], best, spent["cpu"] / len(waits))


def row(name: str, workers: int, wall: float, best: float, cpu: float) -> None:
    """Print one line of the table."""
    print(
        f"{name:<24}{workers:>8}{wall:>9.2f}{best:>9.2f}{wall / best:>8.2f}{cpu * 1000:>10.2f}",
        flush=True,
    )


def ours(base_url: str) -> Callable[[int], object]:
    """Draft through the chat model."""
    from summarizer.models import ModelSpec
    from summarizer.models.chat import ChatModel
    from tests.servers.articles import request

    model, asked = ChatModel(ModelSpec("openai:bench", base_url=base_url)), request(ARTICLE)
    return lambda _: model.draft(asked)


def bare(base_url: str) -> Callable[[int], object]:
    """Send the same messages with the openai client alone, and parse nothing."""
    import openai

    from summarizer.models import ModelSpec
    from summarizer.models.chat import ChatModel
    from tests.servers.articles import request

    spec = ModelSpec("openai:bench", base_url=base_url)
    (body,) = ChatModel(spec).questions([request(ARTICLE)])
    client = openai.OpenAI(base_url=base_url, api_key="none", max_retries=0)
    return lambda _: client.chat.completions.create(**body)


def main() -> None:
    """Measure each client with each number of workers."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--workers", type=int, nargs="+", default=[10, 64])
    parser.add_argument("--langextract", help="interpreter of an environment with LangExtract")
    options = parser.parse_args()
    waits = delays(options.requests)
    print(f"{'client':<24}{'workers':>8}{'wall s':>9}{'ideal s':>9}{'ratio':>8}{'CPU ms':>10}")
    for workers in options.workers:
        measure("summarizer", waits, workers, ours)
        measure("openai alone", waits, workers, bare)
        if options.langextract:
            measure_peer(options.langextract, waits, workers)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
