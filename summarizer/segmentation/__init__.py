"""Issue → articles: a page that has lost its columns, put together again.

    text ─ columns ─► paragraphs ─ cues ─► what speaks for each role a line may have
                                           (shapes, bylines, imprint, cohesion)
         ─ roles ─► items: headline, byline, body, caption …, the whole page decided at once
         ─ sections ─► stretches of one article ─ threads ─► which goes on in which (evidence)
         ─ layout ─► Layout(articles, furniture, joins)

A file that declares its headings (Markdown, HTML, styles) is taken apart by them (declared).
What a person corrected is kept beside the page and goes before all this (overrides).
"""

from summarizer.document import Article, Issue, Layout
from summarizer.segmentation.cohesion import telling
from summarizer.segmentation.columns import paragraphs
from summarizer.segmentation.cues import cues_of
from summarizer.segmentation.declared import declared_layout, declares
from summarizer.segmentation.layout import compose
from summarizer.segmentation.overrides import keep_layout, kept_layout, layout_file
from summarizer.segmentation.roles import items
from summarizer.segmentation.sections import sections
from summarizer.segmentation.threads import threads
from summarizer.segmentation.weights import Weights, fitted

__all__ = ["keep_layout", "kept_layout", "lay_out", "layout_file", "segment"]


def lay_out(issue: Issue, weights: Weights | None = None) -> Layout:
    """Take a page apart: every non-blank character is in one article or one piece of furniture.

    `weights` other than the fitted ones show what a cue is worth.
    """
    if declares(issue.setting) and (layout := declared_layout(issue)):
        return layout
    lines = paragraphs(issue.text)
    known = weights or fitted()
    found = tuple(sections(items(lines, cues_of(lines), known)))
    tells = telling(section.words for section in found)
    joined = threads(found, tells, known.joins)
    return compose(issue.text, found, joined, issue.setting)


def segment(issue: Issue) -> tuple[Article, ...]:
    """Return the articles of an issue, in the order in which they begin."""
    return (kept_layout(issue) or lay_out(issue)).articles
