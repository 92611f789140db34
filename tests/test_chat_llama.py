"""A real inference server with schema-constrained decoding, and a model that knows nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from summarizer.models import ModelSpec
from summarizer.models.chat import ChatModel
from summarizer.models.chat.reply.shapes import MEASURES, STATUSES
from summarizer.pipeline import summarize_article
from summarizer.report import Verdict
from tests.servers.articles import TEXT, request
from tests.servers.tiny_model import write_model

Parts = Literal["all", "table"]
SERVER = Path(__file__).parent / "servers" / "llama.py"


@pytest.fixture(scope="module")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Write a model, serve it, and stop serving by closing the server's input."""
    path = tmp_path_factory.mktemp("model") / "tiny.gguf"
    write_model(path, TEXT + "".join([*MEASURES, *STATUSES]))
    command = [sys.executable, str(SERVER), str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, **pipes) as server:
        yield f"{server.stdout.readline().strip()}/v1"
        server.communicate(timeout=10)


@pytest.mark.parametrize("mode", [None, "json_schema"])
def test_every_constrained_reply_can_be_read(base_url: str, mode: str | None):
    """The server takes our schema, and what it decodes under it is a reply of ours."""
    model = ChatModel(ModelSpec("llamacpp:tiny", base_url=base_url, mode=mode, local_only=True))
    drafts = [model.draft(request(f"第{n}期\n{TEXT}")) for n in range(2)]
    assert all(draft.summary.abstract for draft in drafts)
    assert all(draft.usage.completion_tokens > 10 for draft in drafts)


@pytest.mark.parametrize("parts", ["all", "table"])
def test_no_row_of_a_model_that_knows_nothing_is_released(base_url: str, parts: Parts):
    """Random rows may be well formed; each is refuted or marked, and no article is lost."""
    model = ChatModel(ModelSpec("llamacpp:tiny", base_url=base_url, parts=parts, local_only=True))
    for n in range(2):
        treated = summarize_article(request(f"第{n}期\n{TEXT}").article, model)
        verdicts = {row.verdict for row in treated.report.observations}
        assert Verdict.SUPPORTED not in verdicts
        assert treated.failures == ()


def test_no_sentence_of_a_model_that_knows_nothing_is_released(base_url: str):
    """Random characters are no statement of the article."""
    model = ChatModel(ModelSpec("llamacpp:tiny", base_url=base_url, local_only=True))
    report = summarize_article(request().article, model).report
    assert Verdict.SUPPORTED not in {finding.verdict for finding in report.findings}
