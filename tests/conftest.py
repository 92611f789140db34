"""What many tests need: a page of our own, a browser, and a model that says what it is told to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from summarizer.document import Issue
from summarizer.errors import ModelError
from summarizer.models import Draft, Request
from summarizer.reading import read_issue
from summarizer.summary import ArticleSummary

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

SAMPLES = Path(__file__).parent.parent / "samples"
SHARED = Path(__file__).parent.parent.parent / "shared"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


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


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Start the browser that the distribution ships."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def zone_news() -> Issue:
    """Three articles, one after the other."""
    return read_issue(SAMPLES / "zone-news.txt")


@pytest.fixture
def continued() -> Issue:
    """Three articles; the first goes on after the second, a caption stands in its sentence."""
    return read_issue(SAMPLES / "continued.txt")
