"""Corrected pages teach: they are gold, and engines are scored on them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from eval import own, runs
from eval.dataset import load
from eval.gold import Question
from summarizer.cli import app
from summarizer.corrections import Corrections
from summarizer.errors import SummarizerError
from tests.a_corrected_page import PAGE, a_page, corrected, reject, set_owner, split


def summarize(*words: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, ["eval", *map(str, words)], catch_exceptions=False)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page on which a person corrected an owner and rejected a row."""
    issue = a_page(tmp_path)
    corrected(issue, set_owner(PAGE, "145家", "霁川高新区管委会"), reject(PAGE, "5亿元"))
    return tmp_path / "page.txt"


def labelled(page: Path, *options: object) -> own.Sample:
    """Label the page and load the set."""
    folder = page.with_name("mine")
    assert summarize("label", page, "-o", folder, "--date", "2024-07-18", *options).exit_code == 0
    (dataset,) = load([str(folder)])
    (sample,) = dataset.samples
    return sample


def test_what_a_person_said_must_be_found_and_the_rest_is_open(page: Path):
    """The row that was rejected is no gold at all."""
    rows = [row for article in labelled(page).articles for row in article.rows]
    assert [(row.text, row.entity) for row in rows if row.required] == [("145", "霁川高新区管委会")]
    assert {row.text for row in rows if not row.required} >= {"86.4", "12.5"}
    assert "5" not in {row.text for row in rows}


def test_a_page_that_was_checked_whole_is_gold_in_every_row(page: Path):
    """And its articles are, too."""
    sample = labelled(page, "--checked")
    assert all(row.required for article in sample.articles for row in article.rows)
    assert sample.asks == (Question.SEGMENTATION, Question.INDICATORS)


def test_a_boundary_that_was_set_is_asked_for(tmp_path: Path):
    """Only then."""
    issue = a_page(tmp_path)
    change = split(PAGE, "青篱软件园日前")
    report = corrected(issue, change)
    sample = own.label(issue, Corrections(sha256=issue.sha256, changes=(change,)), report)
    assert Question.SEGMENTATION in sample.asks
    assert len(sample.articles) == 3


def test_engines_are_scored_on_it(page: Path, tmp_path: Path):
    """The gold itself scores 1, and the engine does not see the corrections."""
    labelled(page)
    folder = tmp_path / "run"
    done = summarize("indicators", "-d", tmp_path / "mine", "--out", folder)
    assert done.exit_code == 0, done.output
    results = runs.read(folder).results
    strict = {
        each.system: measured.value
        for each in results
        for measured in each.measures
        if measured.measure == "rows F, demanding names"
    }
    assert strict["gold"] == 1
    ours = strict["summarizer"]
    assert ours is not None
    assert ours < 1


def test_names_that_a_person_confirmed_are_written(page: Path):
    """One a line."""
    file = page.with_name("names.txt")
    labelled(page, "--names", file)
    assert file.read_text(encoding="utf-8") == "霁川高新区管委会\n"


def test_a_set_that_was_changed_by_hand_is_refused(page: Path):
    """Its card has the digest."""
    labelled(page)
    samples = page.with_name("mine") / "samples.jsonl"
    changed = samples.read_text(encoding="utf-8").replace("管委会", "工会")
    samples.write_text(changed, encoding="utf-8")
    with pytest.raises(SummarizerError, match="is not what"):
        load([str(page.with_name("mine"))])


def test_a_page_that_nobody_corrected_teaches_nothing(tmp_path: Path):
    """That is said."""
    a_page(tmp_path)
    with pytest.raises(SummarizerError, match="nothing was corrected"):
        summarize("label", tmp_path / "page.txt", "-o", tmp_path / "mine")
