"""Digests as Markdown: 快报, 要闻摘要, 专报."""

from collections.abc import Iterator

from summarizer.digest import BLANK, HEADER, NO_FIGURES, Digest, Form, Item, digest
from summarizer.phrases import label
from summarizer.renderers.markdown.writing import escape, grid
from summarizer.report import IssueReport


def render_kuaibao(report: IssueReport, text: str) -> bytes:
    """Return a 快报: each article as one short paragraph."""
    return _page(digest(Form.KUAIBAO, report, text))


def render_yaowen(report: IssueReport, text: str) -> bytes:
    """Return a 要闻摘要: a numbered list of the articles."""
    return _page(digest(Form.YAOWEN, report, text))


def render_zhuanbao(report: IssueReport, text: str) -> bytes:
    """Return a 专报: background, figures, and room for the analyst."""
    return _page(digest(Form.ZHUANBAO, report, text))


def _page(made: Digest) -> bytes:
    """Put head, items, foot and annex together."""
    return ("\n\n".join(_paragraphs(made)) + "\n").encode()


def _paragraphs(made: Digest) -> Iterator[str]:
    yield f"# {label(made.form)}"
    yield label("第　　期")
    yield label("编发单位：　　　　　　日期：") + (made.date or "　　　　")
    yield "---"
    for number, item in enumerate(made.items, 1):
        count = f"{number}．" if made.form is Form.YAOWEN else ""
        yield f"## {count}{escape(item.title)}"
        yield from _analysed(item) if made.form is Form.ZHUANBAO else _told(item)
    yield from ("---", label("报送："), label("分送："))
    if made.annex:
        yield "## " + label("附：请复核的勾稽")
        yield "\n".join(f"- {escape(line)}" for line in made.annex)


def _told(item: Item) -> Iterator[str]:
    yield f"{escape(item.told)}{escape(item.source)}"


def _analysed(item: Item) -> Iterator[str]:
    yield "### " + label("一、背景")
    yield from _told(item)
    yield "### " + label("二、数据")
    rows = (map(escape, row) for row in item.rows)
    yield grid(map(label, HEADER), rows) if item.rows else label(NO_FIGURES)
    for heading in ("三、研判", "四、建议"):
        yield from ("### " + label(heading), label(BLANK))
