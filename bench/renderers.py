"""How long each renderer takes: python bench/renderers.py (from the root of the project).

The page is the invented one of the tests with some prose behind it (23 numbers and 20 rows to a
thousand characters; real pages have about 30 and 12), printed over and over: once to 7,000
characters (one issue), once to a million (a volume). Prints the processor time of the best of
several runs, and the size.
"""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent))

from summarizer.renderers import RENDERERS, Renderer, renderer
from summarizer.report import ArticleReport, IssueReport, Place
from tests.invented_page import TEXT, report

ISSUE, VOLUME = 7_000, 1_000_000
PROSE = "园区负责人说，下一步将围绕产业链布局创新链，把服务送到车间里、送到实验室。\n"
PAGE = TEXT + "\n" + PROSE * 10 + "\n"


def volume(characters: int) -> tuple[IssueReport, str]:
    """Print the invented page until it has so many characters."""
    times = characters // len(PAGE)
    one = report()
    pages = [_moved(one, number) for number in range(times)]
    return (
        one.model_copy(
            update={
                "articles": tuple(article for page in pages for article in page.articles),
                "furniture": tuple(each for page in pages for each in page.furniture),
                "joins": tuple(join for page in pages for join in page.joins),
                "ledger": one.ledger.model_copy(
                    update={"unclaimed": tuple(q for p in pages for q in p.ledger.unclaimed)}
                ),
            }
        ),
        PAGE * times,
    )


def _moved(page: IssueReport, number: int) -> IssueReport:
    by = number * len(PAGE)
    return page.model_copy(
        update={
            "articles": tuple(_article(article, number, by) for article in page.articles),
            "furniture": _places(page.furniture, by),
            "joins": _places(page.joins, by),
            "ledger": page.ledger.model_copy(
                update={"unclaimed": _places(page.ledger.unclaimed, by)}
            ),
        }
    )


def _article(article: ArticleReport, number: int, by: int) -> ArticleReport:
    quantities = (replace(q, start=q.start + by, end=q.end + by) for q in article.quantities)
    findings = (
        finding.model_copy(update={"evidence": _places(finding.evidence, by)})
        for finding in article.findings
    )
    return article.model_copy(
        update={
            "id": f"{article.id}-{number}",
            "blocks": _places(article.blocks, by),
            "quantities": tuple(quantities),
            "findings": tuple(findings),
        }
    )


def _places(places: Iterable[Place], by: int) -> tuple[Place, ...]:
    moved = ({"start": place.start + by, "end": place.end + by} for place in places)
    return tuple(p.model_copy(update=m) for p, m in zip(places, moved, strict=True))


def best(render: Renderer, page: tuple[IssueReport, str], runs: int) -> tuple[float, int]:
    """Return the milliseconds of the fastest run and the bytes it gave."""
    times, size = [], 0
    for _ in range(runs):
        start = process_time()
        size = len(render(*page))
        times.append(process_time() - start)
    return min(times) * 1000, size


def main() -> None:
    """Print a line for each format."""
    issue, book = volume(ISSUE), volume(VOLUME)
    print(f"{'format':<16}{len(issue[1]):>9,} chars{len(book[1]):>14,} chars")
    for name in RENDERERS:
        small, _ = best(renderer(name), issue, 5)
        large, size = best(renderer(name), book, 1)
        print(f"{name:<16}{small:>12.1f} ms{large:>17,.0f} ms{size / 1e6:>8.1f} MB", flush=True)


if __name__ == "__main__":
    main()
