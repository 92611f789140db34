"""The report as one HTML file: left the page with its numbers, right what we say about it.

    numbers   what is known about each number: where it stands, which row it is in
    page      the text in page order, cut into stretches and runs; nothing added, nothing lost
    chart     the figures of an indicator side by side
    facsimile the pages as they are printed, with a box around each number
    sheets    for each article: summary, table, checks, doubts, with the numbers linked
    plain     a dense page packed, and what is read of it without a script
    page.html.jinja (text, sheets, and plainly) · page.css · page.js, packed.js

The file asks the network for nothing: its policy allows its own style and script, by their hash.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context

from summarizer import standing, wording
from summarizer.phrases import WRITTEN, label, speaking, spoken, told
from summarizer.reading import Paper
from summarizer.renderers.html.chart import chart_groups
from summarizer.renderers.html.facsimile import Leaf, leaves, with_pictures
from summarizer.renderers.html.numbers import LEGEND, Numbered, number_articles
from summarizer.renderers.html.page import Stretch, lay_stretches, utf16
from summarizer.renderers.html.plain import is_dense, packed, write_plain
from summarizer.renderers.html.sheets import list_contents, write_sheets
from summarizer.report import IssueReport

HAN = re.compile("[\u4e00-\u9fff]+")

__all__ = ["Leaf", "Numbered", "Stretch", "laid_open", "leaves", "render", "style", "write_page"]


def render(report: IssueReport, text: str, paper: Paper | None = None) -> bytes:
    """Return the report as a self-contained HTML page; with `paper`, with pictures of its pages.

    A dense page is packed. Raises ReadingError where a page cannot be shown.
    """
    return write_page(report, text, paper, dense=is_dense(report))


def write_page(report: IssueReport, text: str, paper: Paper | None = None, *, dense: bool) -> bytes:
    """Return the page; a dense one has its two sides packed, and plainly for who runs no script."""
    articles, count = number_articles(report, text), utf16(text)
    sides: dict[str, object] = {
        "stretches": lay_stretches(report, text, articles, count),
        "sheets": write_sheets(report, articles, count),
        "contents": list_contents(articles),
        "groups": chart_groups(articles),
        "packed": dense,
    }
    if dense:
        sides |= {
            "packed_text": packed(_template("text.html.jinja"), **sides),
            "packed_sheets": packed(_template("sheets.html.jinja"), **sides),
            "plain_text": lay_stretches(report, text, articles, count),
            "plain_sheets": write_plain(articles, text),
        }
    page = _template("page.html.jinja").render(
        **sides,
        report=report,
        leaves=tuple(with_pictures(paper, tuple(leaves(paper, articles)))) if paper else (),
        title=_title(report),
        legend=LEGEND,
        statuses=wording.STATUS,
        style=_asset("page.css", spoken()),
        script=_script(spoken()),
        style_hash=_hash(_asset("page.css", spoken())),
        script_hash=_hash(_script(spoken())),
    )
    return page.encode()


def _title(report: IssueReport) -> str:
    """Return the newspaper's name, or the first headline; a page without either has its file's."""
    headlines = (article.headline for article in report.articles if article.headline)
    named = report.issue.title or next(headlines, None)
    return wording.on_one_line(named or report.issue.source.rpartition("/")[2])


def laid_open(report: IssueReport, text: str) -> tuple[tuple[Numbered, ...], Iterator[Stretch]]:
    """Return the numbered articles and the stretches of a page, offsets in code points.

    For those who show the same page with other things beside it.
    """
    articles = number_articles(report, text)
    return articles, lay_stretches(report, text, articles, int)


def style() -> str:
    """Return the style of the page."""
    return _asset("page.css", spoken())


def _template(name: str) -> Template:
    return _templates().get_template(name)


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _asset(name, WRITTEN)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"visible": wording.visible, "say": _say, "say_cues": wording.say_cues}
    environment.filters |= {"label": _label, "told": told, "listed": wording.listed}
    environment.filters["backing"] = wording.backing
    return environment


@pass_context  # or it would be said once, in the language of the first report
def _label(_context: Context, words: str) -> str:
    return label(words)


def _say(code: str | None, name: str) -> str:
    return wording.say(standing.WORDS if name == "STANDING" else getattr(wording, name), code)


@cache
def _asset(name: str, language: str) -> str:
    """Return a file of this folder, its words in a language."""
    written = files(__name__).joinpath(name).read_text(encoding="utf-8")
    with speaking(language):
        return HAN.sub(lambda words: label(words[0]), written)


@cache
def _script(language: str) -> str:
    return _asset("page.js", language) + _asset("packed.js", language)


@cache
def _hash(asset: str) -> str:
    """Return what a content security policy calls a script or style by."""
    digest = hashlib.sha256(asset.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
