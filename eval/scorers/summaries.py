"""The summaries of a report against the articles and their key facts.

Whether a number is supported is counted here from the gold text, never asked of the verifier under
test. A key fact is recalled when all its numbers are told and 40 % of its character bigrams are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.gold import GoldArticle, GoldRow, KeyFact, Sample
from eval.metrics import editor, prose
from eval.metrics.segmentation import characters, matches
from eval.metrics.tally import Overlap, Ratio, total
from eval.metrics.units import canonical
from eval.scorers import Better, Loss, Score
from eval.scorers.segmentation import RELATED, spans
from summarizer.document import compose_article
from summarizer.report import IssueReport
from summarizer.summary import ArticleSummary
from summarizer.text import fold

RECALLED = 0.4
PLACED = 0.5
LEFT_CONTEXT = 6
SENTENCE_END = re.compile(r"(?<=[。！？!?])|\n")


@dataclass(frozen=True, slots=True)
class Told:
    """An article of the page and what a report says of it."""

    gold: GoldArticle
    page: str
    source: str
    abstract: str
    points: tuple[str, ...]

    @property
    def summary(self) -> str:
        """Abstract and key points, one a line."""
        return "\n".join(filter(None, (self.abstract, *self.points)))

    def before(self, row: GoldRow) -> str:
        """Return the words before a figure of the page, bare."""
        return prose.masked(self.page[max(0, row.start - 8 * LEFT_CONTEXT) : row.start])

    def known(self) -> Iterator[prose.Printed]:
        """Yield the numbers of the article, and those of it as an annotator resolved them.

        Where the article says 今年, a summary may say which year; the key facts do.
        """
        resolved = (row.period for row in self.gold.rows if row.period)
        years = {period[: len("2018")] + "年" for period in resolved}
        facts = (fact.text for fact in self.gold.key_facts)
        for text in (self.source, *facts, *years):
            yield from prose.numbers(text)

    @property
    def start(self) -> int:
        """Where the article begins, to show a loss that has no place of its own."""
        return self.gold.blocks[0].start


def score(sample: Sample, report: IssueReport) -> tuple[Score, ...]:
    """Compare the summaries of a report with the articles of the page."""
    told = tuple(_told(sample, report))
    answered = [one for one in told if one.summary]
    wrong = [loss for one in answered for loss in _unsupported(one)]
    count = sum(len(prose.numbers(one.summary)) for one in answered)
    astray = [loss for one in answered for loss in _out_of_place(one)]
    return (
        Score("unsupported numbers", Ratio(len(wrong), count), Better.LOWER, tuple(wrong)),
        Score("numbers out of place", Ratio(len(astray), count), Better.LOWER, tuple(astray)),
        Score(
            "summaries with a wrong number",
            Ratio(sum(any(_unsupported(one)) for one in answered), len(answered)),
            Better.LOWER,
        ),
        _recall(told),
        Score("articles summarised", Ratio(len(answered), len(told))),
        _accepted(told),
        _points_accepted(told),
        *_shape(answered),
        *_rouge(answered),
    )


def _told(sample: Sample, report: IssueReport) -> Iterator[Told]:
    gold = [characters(sample.text, article.spans) for article in sample.articles]
    reported = [characters(sample.text, spans(article.blocks)) for article in report.articles]
    partners = matches(gold, reported, RELATED)
    for index, article in enumerate(sample.articles):
        source = compose_article(sample.text, article.id, article.parts).text
        found = report.articles[partners[index]] if index in partners else None
        summary = found.summary if found else ArticleSummary(abstract="")
        points = tuple(point.text for point in summary.key_points)
        yield Told(article, sample.text, source, summary.abstract, points)


def _unsupported(told: Told) -> Iterator[Loss]:
    """Yield each number of the summary that the article does not have."""
    there = tuple(told.known())
    for number in prose.numbers(told.summary):
        if not any(number.agrees(other) for other in there):
            quote = told.summary[max(0, number.start - 12) : number.end]
            yield Loss(told.start, told.start + 1, "unsupported number", f"…{quote}")


def _out_of_place(told: Told) -> Iterator[Loss]:
    """Yield each figure of the gold table that stands with another indicator's words.

    It is in place where the sentence names its indicator or tells a key fact, or where it was
    copied with the words before it.
    """
    for sentence in filter(None, SENTENCE_END.split(told.summary)):
        for number in prose.numbers(sentence):
            rows = [row for row in told.gold.rows if row.value is not None]
            own = [row for row in rows if _tells(row, number)]
            words = (row.indicator for row in own)
            facts = (f.text for f in told.gold.key_facts if _has(f.text, number))
            named = any(prose.contained(said, sentence) >= PLACED for said in (*words, *facts))
            before = prose.masked(sentence[: number.start])[-LEFT_CONTEXT:]
            copied = any(told.before(row).endswith(before) for row in own)
            if own and not named and not copied:
                quote = sentence[: number.end][-24:]
                yield Loss(own[0].start, own[0].end, "number out of place", f"…{quote}")


def _tells(row: GoldRow, number: prose.Printed) -> bool:
    return abs(row.value or 0) == number.value and canonical(row.unit) == number.unit


def _has(text: str, number: prose.Printed) -> bool:
    return any(number.agrees(other) for other in prose.numbers(text))


def _recall(told: Sequence[Told]) -> Score:
    facts = [(one, fact) for one in told for fact in one.gold.key_facts]
    missed = [(one, fact) for one, fact in facts if not _recalled(fact, one.summary)]
    losses = tuple(
        Loss(one.start, one.start + 1, "key fact missed", fact.text) for one, fact in missed
    )
    return Score("key facts recalled", Ratio(len(facts) - len(missed), len(facts)), losses=losses)


def _recalled(fact: KeyFact, summary: str) -> bool:
    told = prose.numbers(summary)
    figures = all(any(n.agrees(other) for other in told) for n in prose.numbers(fact.text))
    return figures and prose.contained(fact.text, summary) >= RECALLED


def _accepted(told: Sequence[Told]) -> Score:
    """Ask of each abstract what an editor would not print in it; nothing at all is not accepted.

    Of points without an abstract, as gold has them, nothing is asked.
    """
    asked = [one for one in told if one.abstract or not one.summary]
    faults = [(one, editor.faults(one.abstract, one.gold.headline, one.source)) for one in asked]
    losses = tuple(
        Loss(one.start, one.start + 1, f"abstract {fault}", one.abstract)
        for one, found in faults
        for fault in sorted(found)
    )
    accepted = sum(not found for _, found in faults)
    return Score("abstracts an editor accepts", Ratio(accepted, len(asked)), losses=losses)


def _points_accepted(told: Sequence[Told]) -> Score:
    """Ask of each key point behind an abstract what an editor would not print on its own."""
    points = [(one, point) for one in told if one.abstract for point in one.points]
    faults = [(one, point, editor.faults_of_point(point, one.source)) for one, point in points]
    losses = tuple(
        Loss(one.start, one.start + 1, f"key point {fault}", point)
        for one, point, found in faults
        for fault in sorted(found)
    )
    accepted = sum(not found for _, _, found in faults)
    return Score("key points an editor accepts", Ratio(accepted, len(points)), losses=losses)


def _shape(answered: Sequence[Told]) -> tuple[Score, ...]:
    """Say how much shorter a summary is and how much of it is copied, in stretches how long."""
    size = sum(len(fold(one.summary)) for one in answered)
    copied = [prose.fragments(one.summary, one.source) for one in answered]
    lengths = [length for one in copied for length in one]
    squares = sum(length * length for length in lengths)
    source = sum(len(one.source) for one in answered)
    return (
        Score("compression", Ratio(size, source), Better.NEITHER),
        Score("coverage", Ratio(sum(lengths), size), Better.NEITHER),
        Score("density", Ratio(squares, size), Better.NEITHER),
    )


def _rouge(answered: Sequence[Told]) -> Iterator[Score]:
    """Compare with the key facts, character by character, numbers masked."""
    pairs = [
        (
            prose.masked(" ".join(fact.text for fact in one.gold.key_facts)),
            prose.masked(one.summary),
        )
        for one in answered
    ]
    by_size = {
        "ROUGE-1, numbers masked": [prose.rouge_n(*pair, 1) for pair in pairs],
        "ROUGE-2, numbers masked": [prose.rouge_n(*pair, 2) for pair in pairs],
        "ROUGE-L, numbers masked": [prose.rouge_l(*pair) for pair in pairs],
    }
    for name, tallies in by_size.items():
        yield Score(name, total(tallies) if tallies else Overlap())
