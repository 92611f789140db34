"""Ours, end to end: the report that a user gets.

    end_to_end        from the page
    in_gold_articles  from the gold's articles, so that the segmentation is not to blame

Both remember their reports, since several tasks judge the same ones.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from eval.gold import Question, Sample
from eval.systems import System
from summarizer.corrections import Corrections
from summarizer.document import Furniture, Layout, compose_article
from summarizer.models import Model, open_model
from summarizer.pipeline import summarize_issue
from summarizer.report import IssueReport
from summarizer.text import Span

AT_ONCE = 8
"""The articles of a page are asked about at the same time: a chat model is slow, not busy."""


def end_to_end(spec: str) -> System:
    """Return the system that summarises a page with a model; a lone article is not taken apart."""
    return lambda sample: _report(sample, spec, in_gold=Question.SEGMENTATION not in sample.asks)


def in_gold_articles(spec: str) -> System:
    """Return the system that summarises the gold's articles with a model."""
    return lambda sample: _report(sample, spec, in_gold=True)


@lru_cache(maxsize=256)
def _report(sample: Sample, spec: str, *, in_gold: bool) -> IssueReport:
    layout = gold_layout(sample) if in_gold else None
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return summarize_issue(
            sample.issue,
            _model(spec),
            layout=layout,
            spread=pool.map,
            corrections=Corrections(sha256=sample.issue.sha256),
        )


@lru_cache
def _model(spec: str) -> Model:
    return open_model(spec)


def gold_layout(sample: Sample) -> Layout:
    """Return the page taken apart as the gold says."""
    return Layout(
        tuple(
            compose_article(sample.text, article.id, article.parts, truncated=article.truncated)
            for article in sample.articles
        ),
        tuple(Furniture(Span(f.start, f.end), f.role) for f in sample.furniture),
    )
