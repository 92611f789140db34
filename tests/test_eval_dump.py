"""What a change flips: two dumps beside each other."""

import json
from pathlib import Path

import pytest
import typer

from eval.dump import flips, main

BEFORE = {"samples/a": {"rows": ["18亿元 actual", "5% actual"], "layout": ["0-9 body"]}}
AFTER = {"samples/a": {"rows": ["18亿元 target", "5% actual"], "layout": ["0-9 body"]}}


def test_a_row_that_changed_is_told_twice():
    """As it was, and as it is; what did not change is not told."""
    assert list(flips(BEFORE, AFTER)) == [
        "- samples/a rows 18亿元 actual",
        "+ samples/a rows 18亿元 target",
    ]


def test_an_item_that_stands_twice_flips_once_where_one_of_the_two_is_gone():
    """Items are counted: equal rows do not hide each other."""
    twice = {"p": {"checks": ["sum ok", "sum ok"]}}
    assert list(flips(twice, {"p": {"checks": ["sum ok"]}})) == ["- p checks sum ok"]


def test_a_page_that_only_one_dump_has_is_told_whole():
    """Nothing of a lost page goes unseen."""
    assert list(flips({}, {"p": {"rows": ["1"]}})) == ["+ p rows 1"]


@pytest.mark.parametrize(("after", "code"), [(BEFORE, 0), (AFTER, 1)])
def test_two_files_that_differ_end_with_1(tmp_path: Path, after: dict, code: int):
    """A script can tell whether anything flipped."""
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    for file, content in zip(files, (BEFORE, after), strict=True):
        file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(typer.Exit) as left:
        main(files, compare=True)
    assert left.value.exit_code == code
