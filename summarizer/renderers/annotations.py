"""The figures as W3C Web Annotations: what is said, and where, by position and by quote.

    body      云岫高新区 · 营业收入 · 2024-S1：86.4亿元（实绩）     tags: status, verdict, code
    target    the text (by its SHA-256) ── TextPositionSelector [59, 65) in code points
                                         └ TextQuoteSelector 86.4亿元, with what stands around it

Two selectors for one place: the quote finds it again where the text was re-wrapped. Numerals that
nobody accounts for are questions; so are figures that contradict each other, with all their places.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from typing import Any

from summarizer import wording
from summarizer.report import ALARMS, Check, IssueReport
from summarizer.summary import Measure
from summarizer.table import OBSERVATIONS, Row
from summarizer.text import Span
from summarizer.wording import say

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters of prefix and suffix."""

Json = dict[str, Any]


def render(report: IssueReport, text: str) -> bytes:
    """Return an AnnotationPage as JSON-LD, one annotation on a line."""
    source = _urn(report)
    label = f"{report.issue.source} sha256:{report.issue.sha256}"
    page = {"@context": CONTEXT, "id": f"{source}#annotations", "type": "AnnotationPage"}
    items = (
        _json({"id": f"{source}#annotation-{number}", "type": "Annotation", **annotation})
        for number, annotation in enumerate(_annotations(report, text), 1)
    )
    head = _json(page | {"label": label}).removesuffix("}")
    lines = ",\n".join(items)
    return f'{head}, "items": [\n{lines}\n]}}\n'.encode()


def _json(node: Json) -> str:
    return json.dumps(node, ensure_ascii=False)


def _annotations(report: IssueReport, text: str) -> Iterator[Json]:
    source = _urn(report)
    made = _made(report)
    for row in OBSERVATIONS.rows(report, text):
        if row.quantity:
            target = _target(source, text, row.quantity.span)
            yield made | {"motivation": "describing", "body": _bodies(row), "target": target}
    for article in report.articles:
        spans = {quantity.id: quantity.span for quantity in article.quantities}
        for check in article.checks:
            if check.result in ALARMS:
                asked = [spans[each] for each in check.quantities if each in spans]
                yield made | _question(_words(check), asked, source, text)
    for quote in report.ledger.unclaimed:
        yield made | _question("未认领的数字", [Span(quote.start, quote.end)], source, text)


def _urn(report: IssueReport) -> str:
    """Name the text by its hash, as RFC 6920 does."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(report.issue.sha256)).rstrip(b"=")
    return f"ni:///sha-256;{digest.decode()}"


def _made(report: IssueReport) -> Json:
    run = report.run
    generator = {"type": "Software", "name": f"newspaper-summarizer {run.version} ({run.model})"}
    return {"generated": run.started, "generator": generator}


def _bodies(row: Row) -> list[Json]:
    said = row.observation
    tags = (said.status.value, said.measure.value, said.verdict.value, said.indicator_code)
    return [_text(_sentence(row)), *(_text(tag, "tagging") for tag in tags if tag)]


def _sentence(row: Row) -> str:
    """Say in one line what the figure measures."""
    said = row.observation
    measure = None if said.measure is Measure.LEVEL else say(wording.MEASURE, said.measure)
    parts = (said.ref_area, said.indicator, measure, said.time_period or said.time_period_text)
    about = " · ".join(part for part in parts if part)
    return f"{about}：{row.printed}（{say(wording.STATUS, said.status)}）"


def _text(value: str, purpose: str = "describing") -> Json:
    body = {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}
    return body if purpose == "tagging" else body | {"language": "zh"}


def _question(words: str, spans: Iterable[Span], source: str, text: str) -> Json:
    targets = [_target(source, text, span) for span in spans]
    return {"motivation": "questioning", "body": [_text(words, "questioning")], "target": targets}


def _words(check: Check) -> str:
    words = f"{check.formula}：{say(wording.OUTCOME, check.result)}"
    return words + (f"，可能是 {'、'.join(check.candidates)}" if check.candidates else "")


def _target(source: str, text: str, span: Span) -> Json:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}
