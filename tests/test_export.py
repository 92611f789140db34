"""An archive in one file: every row, typed and titled; panels of zones and years; charts."""

import csv
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from summarizer import open_model, read_issue, summarize_issue
from summarizer.errors import RenderingError
from summarizer.export import (
    draw_series,
    machine_cells,
    make_panels,
    panel_of,
    spoken_cells,
    write_csv_panels,
    write_rows,
)
from summarizer.export import write_panel_book as write_book
from summarizer.report import Run
from summarizer.series import find_series
from summarizer.series.contents import held, meant
from summarizer.series.scale import scale_of
from summarizer.store import Entry, Store
from summarizer.summary import Status
from summarizer.table import OBSERVATIONS
from tests.specimens import a_report, an_issue

CONDITIONS = {"model": "extractive", "prompt": None, "version": "0.1.0"}
FIGURES = (
    ("青岚高新区", "2015", "1250000000", Status.ACTUAL),
    ("青岚高新区", "2017", "1410000000", Status.ACTUAL),
    ("青岚高新区", "2017", "1520000000", Status.ACTUAL),
    ("青岚高新区", "2020", "2000000000", Status.TARGET),
    ("砚北高新区", "2016", "820000000", Status.ACTUAL),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return a store of five issues about two zones; two of them contradict each other."""
    with closing(Store.open(str(tmp_path / "runs.db"), writing=True)) as store:
        run = store.run_for(CONDITIONS)
        for number, figure in enumerate(FIGURES):
            keep(store, run, number, *figure)
        yield store


def keep(store: Store, run: Run, number: int, zone: str, period: str, value: str, status: Status):
    """Keep an issue with one figure."""
    issue = an_issue(f"青岚高新区\n今年上半年，园区实现产值12.50亿元。{number}")
    report = a_report(issue, run, value=Decimal(value), period=period, status=status)
    article = report.articles[0]
    row = article.observations[0].model_copy(update={"ref_area": zone})
    changed = {
        "issue": report.issue.model_copy(update={"source": f"{number}.txt"}),
        "articles": (article.model_copy(update={"observations": (row,)}),),
    }
    named = replace(issue, source=f"{number}.txt")
    store.keep(Entry(run.id, issue.id, named.source), named, report.model_copy(update=changed))


def the_run(store: Store) -> Run:
    """Return the only run."""
    return store.runs()[0]


def test_a_workbook_has_every_row_typed_with_whom_and_what_in_view(store: Store, tmp_path: Path):
    """Numbers are numbers, codes are words, each row leads to its article."""
    write_rows(store, the_run(store), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["指标"]
    titles = [cell.value for cell in sheet[1]]
    rows = [dict(zip(titles, line, strict=True)) for line in sheet.iter_rows(2, values_only=True)]
    assert sorted(row["数值"] for row in rows) == sorted(int(figure[2]) for figure in FIGURES)
    assert {row["状态"] for row in rows} == {"实绩", "目标"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C2", f"A1:AH{len(rows) + 1}")
    link = sheet.cell(2, titles.index("原文数字") + 1).hyperlink
    assert link is not None
    assert "篇目" in link.location


@pytest.mark.parametrize(
    ("headers", "first", "status"), [("zh", "主体", "实绩"), ("en", "ref_area", "actual")]
)
def test_a_table_speaks_chinese_or_codes(
    store: Store, tmp_path: Path, headers: str, first: str, status: str
):
    """In CSV and in Parquet alike."""
    for name in ("a.csv", "a.parquet"):
        write_rows(store, the_run(store), tmp_path / name, headers)  # type: ignore[arg-type]
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    table = pq.read_table(tmp_path / "a.parquet")
    assert (next(iter(rows[0])), table.column_names[0]) == (first, first)
    assert status in rows[0].values()
    values = table.column("数值" if headers == "zh" else "value").to_pylist()
    assert sorted(values) == sorted(Decimal(figure[2]) for figure in FIGURES)


def test_what_is_no_table_is_refused(store: Store, tmp_path: Path):
    """With what there is."""
    with pytest.raises(RenderingError, match=r"\.xlsx or \.csv or \.parquet"):
        write_rows(store, the_run(store), tmp_path / "a.pdf")


def test_a_panel_leaves_gaps_open_sets_targets_apart_and_marks_conflicts(
    store: Store, tmp_path: Path
):
    """In one magnitude; what each issue says is in the remark."""
    panels = make_panels(store, the_run(store).id, ["产值"])
    write_book(panels, "2026-01-01T00:00:00+00:00", tmp_path / "p.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx")["产值"]
    lines = [tuple(cell.value for cell in line) for line in sheet.iter_rows()]
    assert lines[0][5:] == ("2015", "2016", "2017", "2020")
    assert lines[1][:1] + lines[1][3:] == ("砚北高新区", "亿元", "实绩", None, 8.2, None, None)
    assert lines[2][4:8:3] == ("实绩", lines[2][7])
    assert lines[3][4:] == ("目标", None, None, None, 20)
    contested = sheet.cell(3, 8)
    assert contested.fill.fgColor.rgb == "FFFBE3DF"
    assert contested.comment is not None
    assert all(name in contested.comment.text for name in ("1.txt", "2.txt"))


def test_a_panel_of_some_zones_is_a_table_too(store: Store, tmp_path: Path):
    """For those who want commas."""
    panels = make_panels(store, the_run(store).id, ["产值"], ["砚北高新区"])
    write_csv_panels(panels, tmp_path / "p.csv")
    lines = (tmp_path / "p.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["指标,主体,口径,计量,单位,状态,2016", "产值,砚北高新区,,水平,亿元,实绩,8.2"]


def test_an_indicator_without_figures_has_no_panel(store: Store):
    """And none is made up."""
    assert make_panels(store, the_run(store).id, ["出口额"]) == ()


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_a_chart_is_drawn_and_is_the_same_each_time(store: Store, tmp_path: Path, suffix: str):
    """Byte for byte; several zones in one picture."""
    run = the_run(store).id
    zones = ("青岚高新区", "砚北高新区")
    found = [each for zone in zones for each in find_series(store, run, zone, "产值")]
    paths = [tmp_path / f"{name}{suffix}" for name in "ab"]
    for path in paths:
        draw_series(found, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert paths[0].read_bytes().startswith((b"<?xml", b"\x89PNG"))


def test_series_of_several_zones_are_one_panel(store: Store):
    """As they are written with -o."""
    run = the_run(store).id
    found = [each for zone in ("青岚", "砚北") for each in find_series(store, run, zone, "产值")]
    assert [line[0] for line in panel_of("产值", found).lines] == [
        "青岚高新区",
        "砚北高新区",
        "青岚高新区",
    ]


def test_what_there_is_can_be_listed(store: Store):
    """With how many periods, from when to when."""
    first, second = held(store, the_run(store).id)
    assert (first.area, first.periods, first.first, first.last) == ("青岚高新区", 3, "2015", "2020")
    assert held(store, the_run(store).id, zone="砚北") == (second,)


def test_a_name_that_may_be_meant_is_proposed():
    """And one that has nothing in common is not."""
    assert meant("工业产值", ("工业总产值", "专利", "产值")) == ("工业总产值", "产值")
    assert meant("出口", ("工业总产值", "专利")) == ()


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("CNY", "12260000000", "122.6 亿元"),
        ("CNY", "35000000", "3,500 万元"),
        ("CNY", "800", "800 元"),
        ("户", "2785", "2,785 户"),
        ("m2", "420000000", "4.2 亿平方米"),
        ("%", "12.5", "12.5 %"),
        ("CNY", "0.5", "0.5 元"),
    ],
)
def test_figures_are_shown_in_the_magnitude_people_use(unit: str, value: str, said: str):
    """Exactly; a percentage is one."""
    scale = scale_of(unit, [Decimal(value)])
    assert f"{scale.said(Decimal(value))} {scale.title}" == said


def test_the_rows_kept_are_those_of_the_reports(tmp_path: Path):
    """Cell by cell, for machines and for people, in the order of the issues."""
    with closing(Store.open(str(tmp_path / "runs.db"), writing=True)) as store:
        run = store.run_for(CONDITIONS)
        for page in sorted(Path("samples").glob("*.txt")):
            issue = read_issue(page)
            report = summarize_issue(issue, open_model("extractive")).model_copy(
                update={"run": run}
            )
            store.keep(Entry(run.id, issue.id, issue.source), issue, report)
        pages = [(each, store.issue_text(each.issue.id)) for each in store.reports(run.id)]
        rows = [row for page in pages for row in OBSERVATIONS.rows(*page)]
        columns = OBSERVATIONS.columns
        assert list(machine_cells(store, run.id)) == [
            tuple(column.read(row) for column in columns) for row in rows
        ]
        assert list(spoken_cells(store, run.id, columns)) == [
            tuple(column.say(row) for column in columns) for row in rows
        ]
