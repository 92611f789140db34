"""What many tests need: a page of our own, and a model that says what it is told to say."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings

from summarizer.document import Issue
from summarizer.errors import ModelError
from summarizer.models import Draft, Request
from summarizer.reading import read_issue
from summarizer.summary import ArticleSummary

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SAMPLES = Path(__file__).parent.parent / "samples"
SHARED = Path(__file__).parent.parent.parent / "shared"


@dataclass
class ScriptedModel:
    """A model that gives prepared drafts in turn and remembers what it was asked."""

    script: list[ArticleSummary | ModelError]
    requests: list[Request] = field(default_factory=list)
    name: str = "scripted"
    prompt: str | None = None
    fingerprint: str = "scripted"

    def draft(self, request: Request) -> Draft:
        """Give the next draft, or raise the next error."""
        self.requests.append(request)
        step = self.script[min(len(self.requests), len(self.script)) - 1]
        if isinstance(step, ModelError):
            raise step
        return Draft(step)


@pytest.fixture
def zone_news() -> Issue:
    """Three articles, one after the other."""
    return read_issue(SAMPLES / "zone-news.txt")


@pytest.fixture
def continued() -> Issue:
    """Three articles; the first goes on after the second, a caption stands in its sentence."""
    return read_issue(SAMPLES / "continued.txt")
