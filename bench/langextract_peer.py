"""Runs LangExtract for the benchmark, in an environment of its own: wall and CPU seconds as JSON.

PYTHON langextract_peer.py BASE_URL REQUESTS WORKERS < article
"""

import json
import sys
import time

import langextract as lx


def main(base_url: str, requests: int, workers: int) -> None:
    """Extract from as many copies of the article as there are requests, one chunk each."""
    article = sys.stdin.read()
    example = lx.data.ExampleData(
        text="产值3亿元。", extractions=[lx.data.Extraction("figure", "3亿元")]
    )
    config = lx.factory.ModelConfig(
        model_id="gpt-bench",
        provider="OpenAILanguageModel",
        provider_kwargs={"api_key": "none", "base_url": base_url},
    )

    def extract(count: int) -> None:
        documents = [lx.data.Document(text=article) for _ in range(count)]
        found = lx.extract(
            text_or_documents=documents,
            prompt_description="找出全部数量。",
            examples=[example],
            config=config,
            max_char_buffer=len(article) + 1,
            max_workers=workers,
            show_progress=False,
        )
        assert len(list(found)) == count

    extract(1)
    wall, cpu = time.perf_counter(), time.process_time()
    extract(requests)
    spent = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    sys.stdout.write(json.dumps(spent) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
