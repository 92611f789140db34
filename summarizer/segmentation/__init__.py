"""Issue → articles: a page that has lost its columns, put together again.

    text ─ lines ─► paragraphs ─ roles ─► what each looks like (bylines, imprint)
         ─ neighbours ─► items: what each is among the lines around it
         ─ boundaries ─► sections ─ breaks ─► cut where something begins without a headline
         ─ threads ─► which section goes on in which article (evidence, cohesion)
         ─ layout ─► Layout(articles, furniture, joins)

A file that declares its headings (Markdown, HTML, styles) is taken apart by them (declared).
What a person corrected is kept beside the page and goes before all this (overrides).
"""

from summarizer.document import Article, Issue, Layout
from summarizer.segmentation.boundaries import sections
from summarizer.segmentation.breaks import divided
from summarizer.segmentation.cohesion import telling
from summarizer.segmentation.columns import paragraphs
from summarizer.segmentation.declared import declared_layout, declares
from summarizer.segmentation.layout import compose
from summarizer.segmentation.neighbours import settle
from summarizer.segmentation.overrides import keep_layout, kept_layout, layout_file
from summarizer.segmentation.threads import threads

__all__ = ["keep_layout", "kept_layout", "lay_out", "layout_file", "segment"]


def lay_out(issue: Issue, *, without: frozenset[str] = frozenset()) -> Layout:
    """Take a page apart: every non-blank character is in one article or one piece of furniture.

    `without` switches cues of `evidence.CUES` off, to measure what each is worth.
    """
    if declares(issue.setting) and (layout := declared_layout(issue)):
        return layout
    found = tuple(sections(settle(paragraphs(issue.text))))
    tells = telling(section.words for section in found)
    stretches = divided(found, tells)
    if len(stretches) > len(found):
        tells = telling(section.words for section in stretches)
    return compose(issue.text, stretches, threads(stretches, tells, without), issue.setting)


def segment(issue: Issue) -> tuple[Article, ...]:
    """Return the articles of an issue, in the order in which they begin."""
    return (kept_layout(issue) or lay_out(issue)).articles
