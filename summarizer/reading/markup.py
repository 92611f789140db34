"""HTML and Markdown → the text of the page, one line for each paragraph and title.

Markdown keeps every word and loses its marks. HTML keeps the article and loses the page around it
(menus, comments, advertisements); that is the job of a library that does nothing else.
"""

import re

from summarizer.errors import ReadingError

FRONT_MATTER = re.compile(r"\A---\r?\n.{0,4000}?\r?\n---\r?\n", re.DOTALL)
COMMENT = re.compile(r"<!--.{0,4000}?-->", re.DOTALL)
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\r\n]*?)[ \t#]*(\r?)$", re.MULTILINE)
RULE = re.compile(r"^ {0,3}(?:[-*_=][ \t]?){3,80}(\r?)$", re.MULTILINE)
QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
BULLET = re.compile(r"^ {0,3}[-*+][ \t]+", re.MULTILINE)
LINK = re.compile(r"!?\[([^\[\]\r\n]{0,300})\]\([^()\r\n]{0,500}\)")
EMPHASIS = re.compile(r"(\*{1,3}|__|~~|`)(?=\S)([^*_~`\r\n]{1,500}?)\1")


def markdown_text(text: str) -> str:
    """Return the text of a Markdown page: headings on lines of their own, no marks."""
    text = COMMENT.sub("", FRONT_MATTER.sub("", text))
    text = HEADING.sub(r"\1\2", RULE.sub(r"\1", text))
    text = BULLET.sub("", QUOTE.sub("", text))
    return EMPHASIS.sub(r"\2", LINK.sub(r"\1", text))


def html_text(text: str, name: str) -> str:
    """Return the article of an HTML page, its title first. Raises ReadingError."""
    try:
        import trafilatura
    except ImportError:
        raise ReadingError(
            f"{name}: an HTML page; install newspaper-summarizer[html] to read it"
        ) from None
    found = trafilatura.extract(text, include_comments=False)
    if not found:
        raise ReadingError(f"{name}: no article found in the HTML; save the page as text")
    body = "\n\n".join(line for line in found.splitlines() if line.strip())
    title = (trafilatura.extract_metadata(text).title or "").strip()
    return body if not title or body.startswith(title) else f"{title}\n\n{body}"
