"""All tables as a Frictionless Data Package."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package, Report, system, validate

from summarizer.renderers import Renderer
from summarizer.renderers.datapackage import render, render_archive
from summarizer.report import IssueReport
from tests.invented_page import TEXT, report


def _validated(content: bytes, path: Path) -> Report:
    path.write_bytes(content)
    with system.use_context(trusted=True):
        return validate(str(path))


@pytest.mark.parametrize(
    ("name", "renderer"), [("datapackage.json", render), ("tables.zip", render_archive)]
)
def test_frictionless_finds_no_fault(name: str, renderer: Renderer, tmp_path: Path):
    """Types, closed lists, keys and references hold in both forms."""
    found = _validated(renderer(report(), TEXT), tmp_path / name)
    assert found.valid, found.flatten(["message"])
    assert found.stats["tasks"] == 7


def test_frictionless_finds_a_row_whose_article_is_missing(tmp_path: Path):
    """The keys between the tables are real: cut one and it shows."""
    package = json.loads(render(report(), TEXT))
    package["resources"][0]["data"].pop()
    assert not _validated(json.dumps(package).encode(), tmp_path / "datapackage.json").valid


def test_closed_lists_are_written_down():
    """A reader knows which statuses there can be."""
    fields = Package(json.loads(render(report(), TEXT))).get_resource("observations").schema
    assert "target" in fields.get_field("status").constraints["enum"]
    assert "enum" not in fields.get_field("unit").constraints


def test_the_same_report_gives_the_same_bytes():
    """An archive of archives does not change by itself."""
    assert render_archive(report(), TEXT) == render_archive(report(), TEXT)


def test_the_archive_holds_the_descriptor_and_every_table():
    """One file to hand on."""
    with zipfile.ZipFile(io.BytesIO(render_archive(report(), TEXT))) as archive:
        assert sorted(archive.namelist()) == [
            "articles.csv",
            "checks.csv",
            "datapackage.json",
            "findings.csv",
            "observations.csv",
            "quantities.csv",
            "relations.csv",
            "unclaimed.csv",
        ]


def test_a_page_without_articles_is_still_a_package(tmp_path: Path):
    """Empty tables keep their columns."""
    empty: IssueReport = report().model_copy(update={"articles": ()})
    assert _validated(render_archive(empty, TEXT), tmp_path / "tables.zip").valid
