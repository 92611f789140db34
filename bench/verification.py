"""What it costs to verify a page, and how that grows.

A page is verified as in the pipeline: the embedded engine's draft, article by article, against
an analysis that is made already. The limit is 10 ms of processor time a page. Below: an
article that doubles, told by its own sentences out of order, so that nothing is a mere copy (2.0 is
linear).
"""

import datetime as dt
import time
from pathlib import Path

from summarizer.analysis import Analysis, analyse
from summarizer.binding import bind
from summarizer.document import Article, Block, Role, compose_article
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import ask_about
from summarizer.reading import read_issue
from summarizer.segmentation import segment
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim
from summarizer.text import Span
from summarizer.verification import judge

ROOT = Path(__file__).parent.parent
PAGES = (
    *sorted((ROOT / "samples").glob("*.txt")),
    *sorted((ROOT.parent / "shared").rglob("p*.txt")),
)
LIMIT = 0.01
ROUNDS = 5
SENTENCES = (
    "第{n}号园区实现工业总产值{n}.6亿元，同比增长12.5%，利税{n}20万元。",
    "园区新签约项目{n}个，计划总投资{n}.2亿元，占地{n}亩。",
)


def main() -> None:
    """Print the cost of every page and of a growing article."""
    costs = [(page.name, spent_on(page)) for page in PAGES]
    for name, cost in costs:
        print(f"  {name:<20}{cost * 1000:>6.1f} ms")
    mean = sum(cost for _, cost in costs) / len(costs)
    print(f"a page: {mean * 1000:.1f} ms, {mean / LIMIT:.2f} of the limit")
    before = 0.0
    for size in (100, 200, 400, 800):
        cost = retold(size)
        grown = f", {cost / before:.1f} times the half" if before else ""
        print(f"{size} sentences: {cost * 1000:.0f} ms{grown}")
        before = cost


def spent_on(page: Path) -> float:
    """Return the seconds that the articles of a page take, the best of some rounds."""
    issue = read_issue(page)
    return sum(best(article, issue.date) for article in segment(issue))


def best(article: Article, date: dt.date | None) -> float:
    """Return the best time for one article, drafted just before as in the pipeline."""
    request = ask_about(article, date)
    draft = ExtractiveModel().draft(request)
    return min(seconds(draft.summary, request.analysis, request.table) for _ in range(ROUNDS))


def retold(size: int) -> float:
    """Return the seconds for a long article and ten key points in its words."""
    text = "".join(SENTENCES[n % 2].format(n=n) for n in range(1, size + 1))
    article = compose_article(text, "A1", (Block(Span(0, len(text)), Role.BODY),))
    points = tuple(KeyPoint(text=f"第{n}号园区工业总产值{n}.6亿元。") for n in range(1, 20, 2))
    draft = ArticleSummary(abstract="", key_points=points)
    analysis = analyse(article)
    rows = bind(analysis)
    return min(seconds(draft, analysis, rows) for _ in range(ROUNDS))


def seconds(
    summary: ArticleSummary, analysis: Analysis, rows: tuple[ObservationClaim, ...]
) -> float:
    """Return the processor time of one verification, as the pipeline asks for it."""
    began = time.process_time()
    judge(summary, analysis, rows)
    return time.process_time() - began


if __name__ == "__main__":
    main()
