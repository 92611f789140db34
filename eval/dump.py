"""All that is read of every page that may be looked at, to see what a change flips.

    python -m eval.dump OUT.json             read the pages, write what was found
    python -m eval.dump --compare A B        list what B finds and A did not, and the other way

    OUT.json   {page: {family: [item, …]}}   the families of a page are those of its report
                                             (layout, figures, rows, findings, checks, prose);
                                             those of `claims` and `drafts` are the verdicts on them

Pages come from `../shared` (seed, composed, real; articles, claims and drafts of the dev split),
from `samples/` and `eval/datasets`, and the invented ones are made anew. What is kept for checking
is never read here. Two dumps of the same code are the same to the byte.
"""

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from multiprocessing import Pool
from pathlib import Path
from typing import Annotated, Any

import typer

from eval.dataset import load
from eval.shared import find_shared
from eval.systems.stages import quantities_home
from summarizer.analysis import article_quantities
from summarizer.document import Article, Block, Role, compose_article
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_article, summarize_issue
from summarizer.quantity import Quantity
from summarizer.reading import read_issue
from summarizer.report import ArticleReport, Finding, IssueReport
from summarizer.summary import ArticleSummary, KeyPoint, Measure, ObservationClaim, Status
from summarizer.text import Span
from summarizer.verification import verify

ROOT = Path(__file__).resolve().parents[1]
AT_ONCE = 2
OURS = ("samples/*.txt", "eval/datasets/*/*/*.txt")
READABLE = ("pages/seed/page.txt", "pages/dev/p[0-9][0-9].txt", "pages/real-dev/*.txt")
SPLIT = "dev"
STATUSES = {
    "实际": Status.ACTUAL,
    "初步": Status.PRELIMINARY,
    "计划": Status.PLAN,
    "目标": Status.TARGET,
    "预测": Status.FORECAST,
    "产能": Status.CAPACITY,
}
MEASURES = {
    "值": Measure.LEVEL,
    "增速": Measure.GROWTH,
    "占比": Measure.SHARE,
    "百分点变化": Measure.PP_CHANGE,
    "增量": Measure.CHANGE,
    "倍数": Measure.RATIO,
    "位次": Measure.RANK,
}
Items = dict[str, list[str]]
Dump = dict[str, Items]
Task = tuple[Callable[..., Items], tuple[Any, ...]]


def dump() -> Dump:
    """Read everything, two pages at a time."""
    tasks = dict(_tasks())
    with Pool(AT_ONCE) as pool:
        return dict(zip(tasks, pool.imap(_perform, tasks.values(), chunksize=4), strict=True))


def flips(before: Dump, after: Dump) -> Iterator[str]:
    """Yield what only one of two dumps has: `- page family item`, then what stands there now."""
    for page in sorted({*before, *after}):
        old, new = before.get(page, {}), after.get(page, {})
        for family in sorted({*old, *new}):
            gone, come = Counter(old.get(family, ())), Counter(new.get(family, ()))
            yield from (f"- {page} {family} {item}" for item in (gone - come).elements())
            yield from (f"+ {page} {family} {item}" for item in (come - gone).elements())


def _perform(task: Task) -> Items:
    read, arguments = task
    return read(*arguments)


def _tasks() -> Iterator[tuple[str, Task]]:
    for dataset in load(["synthetic-*"]):
        for sample in dataset.samples:
            yield f"{dataset.name}/{sample.id}", (_page, (sample.text.encode(), sample.date))
    yield from _page_tasks(ROOT, OURS)
    if shared := find_shared(ROOT):
        yield from _page_tasks(shared, READABLE)
        yield from _article_tasks(shared)


def _page_tasks(folder: Path, patterns: Iterable[str]) -> Iterator[tuple[str, Task]]:
    for path in (path for pattern in patterns for path in sorted(folder.glob(pattern))):
        name = path.relative_to(folder).with_suffix("").as_posix()
        yield name, (_page, (path.read_bytes(), _page_date(path)))


def _article_tasks(shared: Path) -> Iterator[tuple[str, Task]]:
    claims, drafts = (
        _by_article(shared / name / f"{SPLIT}.jsonl") for name in ("claims", "drafts")
    )
    for path in sorted((shared / "articles" / SPLIT).glob("*.article.json")):
        source = json.loads(path.read_bytes())
        key, given = source["id"], (source["text"], _day(source["date"]))
        yield f"articles/{key}", (_lone_article, given)
        if key in claims:
            yield f"claims/{key}", (_claims, (*given, claims[key]))
        for number, draft in enumerate(drafts.get(key, ()), 1):
            yield f"drafts/{key}/{number}", (_draft, (*given, draft))


def _by_article(path: Path) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        found[entry["article"]].append(entry)
    return found


def _page_date(path: Path) -> dt.date | None:
    card = path.with_suffix(".json")
    date = json.loads(card.read_bytes()).get("date") if card.is_file() else None
    return date and _day(date)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text if len(text) > len("1998-01") else f"{text}-01")


def _page(content: bytes, date: dt.date | None) -> Items:
    issue = read_issue(content)
    return _report_items(
        summarize_issue(replace(issue, date=date or issue.date), ExtractiveModel())
    )


def _lone_article(text: str, date: dt.date) -> Items:
    return _article_items(summarize_article(_compose(text), ExtractiveModel(), date=date).report)


def _claims(text: str, date: dt.date, claims: Sequence[Mapping[str, Any]]) -> Items:
    points = tuple(KeyPoint(text=claim["text"]) for claim in claims)
    return {
        "findings": _verdicts(text, date, lambda _: ArticleSummary(abstract="", key_points=points))
    }


def _draft(text: str, date: dt.date, draft: Mapping[str, Any]) -> Items:
    def summary(quantities: Sequence[Quantity]) -> ArticleSummary:
        points = (draft["abstract"], *draft["points"])
        cited = [
            KeyPoint(text=p["text"], quantities=_cited(p["cites"], quantities)) for p in points
        ]
        rows = tuple(_row(row, quantities) for row in draft["rows"])
        return ArticleSummary(abstract="", key_points=tuple(cited), observations=rows)

    return {"findings": _verdicts(text, date, summary)}


def _row(row: Mapping[str, Any], quantities: Sequence[Quantity]) -> ObservationClaim:
    return ObservationClaim(
        quantity=next(iter(_cited([row["start"]], quantities)), "Q0"),
        printed=row["printed"],
        ref_area=row["entity"] or None,
        indicator=row["indicator"],
        scope=row["scope"] or None,
        measure=MEASURES.get(row["measure"], Measure.LEVEL),
        time_period_text=row["time"] or None,
        status=STATUSES.get(row["status"], Status.ACTUAL),
    )


def _cited(places: Iterable[int], quantities: Sequence[Quantity]) -> tuple[str, ...]:
    return tuple(q.id for at in places for q in quantities if q.start <= at < q.end)


def _verdicts(
    text: str, date: dt.date, summary: Callable[[Sequence[Quantity]], ArticleSummary]
) -> list[str]:
    article = _compose(text)
    quantities = article_quantities(article, date)
    drafted = summary(quantities_home(article, quantities))
    return list(map(_finding, verify(drafted, article, quantities, date)))


def _compose(text: str) -> Article:
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(position, position + len(line)), Role.BODY))
        position += len(line) + 1
    return compose_article(text, "a", tuple(blocks))


def _report_items(report: IssueReport) -> Items:
    items: Items = {
        "layout": [
            *(f"{each.start}-{each.end} {each.role}" for each in report.furniture),
            *(f"join {each.start}-{each.end} {each.article}" for each in report.joins),
        ]
    }
    for article in report.articles:
        for family, lines in _article_items(article).items():
            items.setdefault(family, []).extend(lines)
    return items


def _article_items(article: ArticleReport) -> Items:
    def written(entry: Any) -> str:  # noqa: ANN401 - rows, checks, figures, relations
        kept = {name: value for name, value in entry.items() if value not in (None, (), [])}
        return f"{article.id} {json.dumps(kept, ensure_ascii=False)}"

    content = article.model_dump(mode="json")
    quantities = {each["id"]: each["text"] for each in content["quantities"]}
    return {
        "layout": [f"{article.id} {b.start}-{b.end} {b.role}" for b in article.blocks],
        "figures": [written(each) for each in content["quantities"]],
        "rows": [
            written({"text": quantities.get(each["quantity"]), **each})
            for each in content["observations"]
        ],
        "relations": [written(each) for each in content["relations"]],
        "findings": [f"{article.id} {_finding(each)}" for each in article.findings],
        "checks": [written(each) for each in content["checks"]],
        "prose": [article.summary.abstract, *(point.text for point in article.summary.key_points)],
    }


def _finding(finding: Finding) -> str:
    return json.dumps(finding.model_dump(mode="json"), ensure_ascii=False)


def main(
    files: Annotated[list[Path], typer.Argument(help="Where to write, or the two to compare.")],
    *,
    compare: Annotated[bool, typer.Option(help="List the flips of two dumps.")] = False,
) -> None:
    """Write what is read of every page, or compare two such files (exit 1 where they differ)."""
    if not compare:
        files[0].write_text(json.dumps(dump(), ensure_ascii=False, indent=1), encoding="utf-8")
        return
    before, after = (json.loads(path.read_bytes()) for path in files)
    lines = list(flips(before, after))
    typer.echo("\n".join([*lines, f"{len(lines)} lines differ"]))
    raise typer.Exit(bool(lines))


if __name__ == "__main__":
    typer.run(main)
