"""Issue → articles: a page that has lost its columns, put together again.

text ─ lines ─► paragraphs ─ roles ─► what each looks like
     ─ boundaries ─► sections ─ threads ─► which section goes on in which article
     ─ layout ─► Layout(articles, furniture, joins)
"""

from summarizer.document import Article, Issue, Layout
from summarizer.segmentation.boundaries import sections, settle
from summarizer.segmentation.breaks import divided
from summarizer.segmentation.layout import compose
from summarizer.segmentation.lines import paragraphs
from summarizer.segmentation.threads import threads

__all__ = ["lay_out", "segment"]


def lay_out(issue: Issue) -> Layout:
    """Take a page apart: every non-blank character is in one article or one piece of furniture."""
    stretches = divided(tuple(sections(settle(paragraphs(issue.text)))))
    return compose(issue.text, stretches, threads(stretches))


def segment(issue: Issue) -> tuple[Article, ...]:
    """Return the articles of an issue, in the order in which they begin."""
    return lay_out(issue).articles
