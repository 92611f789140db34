"""A series: comparable figures in order, gaps open, targets apart."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.report import Run
from summarizer.series import Series, contradictions, find_series, period_of, step_of
from summarizer.store import Entry, Store, digest
from summarizer.summary import Status
from tests.specimens import a_report, an_issue

CONDITIONS = {"model": "extractive", "prompt": None, "version": "0.1.0"}
FIGURES = (
    ("2015", "900", Status.ACTUAL),
    ("2016", "1000", Status.ACTUAL),
    ("2018", "1250", Status.ACTUAL),
    ("2018", "1250.4", Status.ACTUAL),
    ("2020", "2000", Status.TARGET),
    ("2018-Q1", "300", Status.ACTUAL),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Keep one issue for each figure."""
    with closing(Store.open(str(tmp_path / "runs.db"), writing=True)) as store:
        run = store.run_for(CONDITIONS)
        for number, (period, value, status) in enumerate(FIGURES):
            issue = an_issue(f"青岚高新区\n今年上半年，园区实现产值12.50亿元。{number}")
            report = a_report(issue, run, value=Decimal(value), period=period, status=status)
            store.keep(Entry(run.id, digest(b"%d" % number), f"{number}.txt"), issue, report)
        yield store


@pytest.fixture
def years(store: Store) -> Series:
    """Return the series of the years."""
    return find_series(store, store.runs()[0].id, "青岚高新区", "产值")[0]


def test_gap_stays_open(years: Series):
    """A year without a figure is there, and empty."""
    assert [cell.period for cell in years.facts] == ["2015", "2016", "2017", "2018"]
    assert [cell.point is None for cell in years.facts] == [False, False, True, False]


def test_target_is_never_among_the_facts(years: Series):
    """What is meant to be reached stands apart."""
    assert [(cell.period, cell.point and cell.point.status) for cell in years.open] == [
        ("2020", "target")
    ]


def test_second_figure_of_a_period_stands_beside_the_first(years: Series):
    """Two issues may print one figure with more or fewer digits; that is no conflict."""
    cell = years.facts[-1]
    assert (len(cell.others), cell.is_contested) == (1, False)


def test_steps_are_not_mixed(store: Store):
    """A quarter is no year."""
    steps = [each.step for each in find_series(store, store.runs()[0].id, "青岚", "产值")]
    assert steps == ["year", "Q"]


@pytest.mark.parametrize(("zone", "indicator"), [("白河高新区", "产值"), ("青岚高新区", "税收")])
def test_others_are_left_out(store: Store, zone: str, indicator: str):
    """Another zone, or another indicator."""
    assert find_series(store, store.runs()[0].id, zone, indicator) == ()


def test_contradictions_between_issues_are_found(store: Store):
    """Figures that no rounding reconciles, with the places they come from; targets are no facts."""
    run = store.runs()[0]
    issue = an_issue("青岚高新区\n今年上半年，园区实现产值12.50亿元。again")
    other = a_report(issue, run, value=Decimal(9900000), period="2016", printed="990万元")
    info = other.issue.model_copy(update={"source": "again.txt"})
    other = other.model_copy(update={"issue": info})
    assert list(contradictions(store, run.id)) == []
    store.keep(Entry(run.id, digest(b"again"), "again.txt"), issue, other)
    (found,) = (each for each in contradictions(store, run.id) if each.check.rule == "conflict")
    assert sorted(found.check.quantities) == ["a.txt#A1/Q1", "again.txt#A1/Q1"]
    assert (found.area, found.indicator, found.scope) == ("青岚高新区", "产值", None)


@pytest.mark.parametrize(
    ("names", "titles", "found"),
    [
        (("高新区", "高新区"), ("青岚日报", "白河日报"), 0),
        (("高新区", "高新区"), ("青岚日报", "青岚日报"), 1),
        (("全市", "全市"), (None, None), 0),
        (("鼓楼区", "鼓楼区"), ("青岚日报", "白河日报"), 0),
        (("新材料产业", "新材料产业"), ("青岚日报", "白河日报"), 0),
        (("火炬高新区", "火炬高新区"), ("青岚日报", "白河日报"), 0),
        (("青岚高新区", "青岚高新区"), ("青岚日报", "白河日报"), 1),
        (("湖北省", "湖北省"), ("青岚日报", "白河日报"), 1),
        (("东湖高新区", "武汉东湖新技术开发区"), ("青岚日报", "白河日报"), 1),
        ((None, None), ("青岚日报", "青岚日报"), 0),
    ],
)
def test_only_what_is_one_body_is_compared(
    tmp_path: Path, names: tuple[str, str], titles: tuple[str, str], found: int
):
    """Each city has its 高新区 and its 全市; a listed body is known by any of its names."""
    with closing(Store.open(str(tmp_path / "runs.db"), writing=True)) as store:
        run = store.run_for(CONDITIONS)
        for value, name, title in zip((9000000, 4000000), names, titles, strict=True):
            _keep(store, run, Decimal(value), name, title)
        checks = [each.check.rule for each in contradictions(store, run.id)]
    assert checks == ["conflict"] * found


def _keep(store: Store, run: Run, value: Decimal, name: str | None, title: str | None) -> None:
    issue = replace(
        an_issue(f"青岚高新区\n今年上半年，园区实现产值12.50亿元。{value}"), title=title
    )
    report = a_report(issue, run, value=value, period="2016")
    article = report.articles[0]
    row = article.observations[0].model_copy(update={"ref_area": name})
    changed = {
        "issue": report.issue.model_copy(update={"source": f"{value}.txt"}),
        "articles": (article.model_copy(update={"observations": (row,)}),),
    }
    source = f"{value}.txt"
    store.keep(Entry(run.id, issue.id, source), issue, report.model_copy(update=changed))


@pytest.mark.parametrize(
    "period", ["2017", "2018-S1", "2018-Q4", "2018-01", "2018-12", "2018-01-01/P4M", "十三五"]
)
def test_period_comes_back(period: str):
    """A period is named again as it was numbered."""
    assert period_of(*step_of(period)) == period


@pytest.mark.parametrize(
    ("before", "after"),
    [("2017-Q4", "2018-Q1"), ("2017-12", "2018-01"), ("2017-S2", "2018-S1"), ("2017", "2018"),
     ("2017-01-01/P4M", "2018-01-01/P4M")],
)  # fmt: skip
def test_neighbours_are_neighbours(before: str, after: str):
    """The period after the last of a year is the first of the next."""
    (step, number), following = step_of(before), step_of(after)
    assert following == (step, number + 1)
