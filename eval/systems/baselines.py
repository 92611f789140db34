"""What one gets for nothing: the rows every table needs beside ours."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from eval.gold import Sample
from eval.metrics import prose
from eval.systems.reports import article_report, issue_report
from eval.trials import trials
from summarizer.document import Block, Role, compose_article
from summarizer.quantity import Kind, Quantity
from summarizer.report import Finding, IssueReport, Summary, Verdict
from summarizer.text import Span

PARAGRAPH = re.compile(r"[^\n]+")
BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n\s*")
SENTENCE = re.compile(r"[^。！？]+[。！？]?")
LEAD = 2
PLAIN = re.compile(r"(\d+(?:\.\d+)?)\s*([万亿]?)([元%个家户人名项件台吨亩]|平方米|美元)?")
TENS = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
UNITS = {"元": "CNY", "美元": "USD", "平方米": "m2"}


def single_segment(sample: Sample) -> IssueReport:
    """Take the whole page for one article."""
    return _segments(sample, [Span(0, len(sample.text))])


def blank_lines(sample: Sample) -> IssueReport:
    """Take every stretch between blank lines for an article."""
    return _segments(sample, _stretches(sample.text))


def _stretches(text: str) -> Iterator[Span]:
    start = 0
    for gap in BLANK_LINE.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _segments(sample: Sample, spans: Iterable[Span]) -> IssueReport:
    articles = [
        compose_article(sample.text, f"a{index}", tuple(_lines(sample.text, span)))
        for index, span in enumerate(spans, 1)
    ]
    return issue_report(sample, map(article_report, articles), ())


def _lines(text: str, span: Span) -> Iterator[Block]:
    for line in PARAGRAPH.finditer(text, span.start, span.end):
        if line[0].strip():
            yield Block(Span(line.start(), line.end()), Role.BODY)


def plain_regex(sample: Sample) -> IssueReport:
    """Take every run of digits for a figure, with 万, 亿 and a unit that follows."""
    reports = []
    for gold in sample.articles:
        article = compose_article(sample.text, gold.id, gold.parts)
        found = [q for span in gold.spans for q in _digits(sample.text, span)]
        reports.append(article_report(article, found))
    return issue_report(sample, reports, sample.furniture)


def _digits(text: str, span: Span) -> Sequence[Quantity]:
    return [
        Quantity(
            found.start(),
            found.end(),
            found[0],
            Kind.PERCENT if found[3] == "%" else Kind.COUNT,
            value=Decimal(found[1]) * TENS[found[2]],
            unit=UNITS.get(found[3], found[3]),
        )
        for found in PLAIN.finditer(text, span.start, span.end)
    ]


def set_membership(sample: Sample) -> IssueReport:
    """Call a claim supported when all its numbers, with their units, stand in the article."""
    reports = []
    for gold in sample.articles:
        article = compose_article(sample.text, gold.id, gold.parts)
        there = prose.numbers(article.text)
        findings = [
            _membership(
                trial.id,
                trial.claim.parts.text if trial.claim.tabular else trial.claim.sentence,
                there,
            )
            for trial in trials(sample)
            if trial.article == gold.id
        ]
        reports.append(article_report(article, findings=findings))
    return issue_report(sample, reports, sample.furniture)


def claims_by_numbers(sample: Sample) -> IssueReport:
    """Call a labelled claim true when all its numbers, with their units, stand in the article."""
    gold = sample.articles[0]
    article = compose_article(sample.text, gold.id, gold.parts)
    there = prose.numbers(article.text)
    findings = [_membership(claim.id, claim.text, there) for claim in sample.claims]
    return issue_report(sample, [article_report(article, findings=findings)], sample.furniture)


def _membership(subject: str, claim: str, there: Sequence[prose.Printed]) -> Finding:
    known = all(any(n.agrees(other) for other in there) for n in prose.numbers(claim))
    verdict = Verdict.SUPPORTED if known else Verdict.REFUTED
    return Finding(subject=subject, claim=claim, verdict=verdict, reason="set membership")


def lead(sample: Sample) -> IssueReport:
    """Take the first two sentences of an article for its summary."""
    reports = []
    for gold in sample.articles:
        article = compose_article(sample.text, gold.id, gold.parts)
        body = "".join(line.span.of(article.text) for line in article.body)
        sentences = SENTENCE.findall(body)[:LEAD]
        summary = Summary(abstract="".join(sentences), key_points=())
        reports.append(article_report(article, summary=summary))
    return issue_report(sample, reports, sample.furniture)
