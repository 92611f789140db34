"""How far a batch has come: counts that add up to the whole, and what was paid."""

from dataclasses import dataclass, field

from summarizer.errors import ModelUnavailable
from summarizer.pipeline import total_usage
from summarizer.report import IssueReport, Usage, Verdict

UNAVAILABLE = ModelUnavailable.__name__


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of one issue, in figures."""

    articles: int
    figures: int
    unsupported: int
    failed_articles: int
    paid: Usage
    unavailable: str | None = None
    """What an endpoint said that could not be reached, or refused to go on."""

    @classmethod
    def of(cls, report: IssueReport, paid: Usage) -> "Tally":
        """Count a report; `paid` is what was paid for it now, not what its drafts once cost."""
        findings = [finding for article in report.articles for finding in article.findings]
        return cls(
            articles=len(report.articles),
            figures=sum(len(article.observations) for article in report.articles),
            unsupported=sum(finding.verdict is not Verdict.SUPPORTED for finding in findings),
            failed_articles=len(report.failures),
            paid=paid,
            unavailable=next((f.message for f in report.failures if f.error == UNAVAILABLE), None),
        )


@dataclass(slots=True)
class Progress:
    """Where a batch stands. `total = kept + repeated + done + failed + remaining`.

    `kept` were done before, `repeated` have the contents of another input of this batch.
    """

    total: int
    kept: int = 0
    repeated: int = 0
    done: int = 0
    failed: int = 0
    articles: int = 0
    figures: int = 0
    unsupported: int = 0
    paid: Usage = field(default_factory=Usage)
    gave_up: str | None = None
    """Why the batch ended before its end: what the endpoint said, issue after issue."""

    @property
    def treated(self) -> int:
        """Inputs that were worked on this time."""
        return self.done + self.failed

    @property
    def remaining(self) -> int:
        """Inputs that nobody has looked at yet."""
        return self.total - self.kept - self.repeated - self.treated

    def count(self, tally: Tally) -> None:
        """Count an issue; one with a failed article has failed."""
        self.done += not tally.failed_articles
        self.failed += bool(tally.failed_articles)
        self.articles += tally.articles
        self.figures += tally.figures
        self.unsupported += tally.unsupported
        self.paid = total_usage((self.paid, tally.paid))
