"""What adding a word costs: one place, and it is read; a unit is judged by too."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import summarizer

ASK = """
import json, sys
from summarizer.document import Block, Role, compose_article
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_article
from summarizer.summary import ArticleSummary, KeyPoint
from summarizer.text import Span
from summarizer.verification import verify

text, claim = sys.argv[1:]
article = compose_article(text, "a", (Block(Span(0, len(text)), Role.BODY),))
report = summarize_article(article, ExtractiveModel()).report
draft = ArticleSummary(abstract="", key_points=(KeyPoint(text=claim),))
findings = verify(draft, article, report.quantities)
rows = [row.model_dump(mode="json") for row in report.observations]
print(json.dumps({"row": rows[0] if rows else {}, "reason": findings[0].reason}))
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Return a copy of the package, to which a word may be added."""
    return Path(shutil.copytree(Path(summarizer.__file__).parent, tmp_path / "summarizer"))


def test_a_word_of_status_has_one_place(package: Path):
    """志在 becomes a target for the reader, and no part of the name."""
    text, claim = "今年霁川高新区志在产值达5亿元。", "霁川高新区产值达5亿元。"
    assert asked(package, text, claim)["row"]["status"] == "actual"
    add(package / "lexicon" / "status.toml", '"力争 确保"', '"志在 力争 确保"')
    told = asked(package, text, claim)
    assert (told["row"]["status"], told["row"]["indicator"]) == ("target", "产值")


def test_a_unit_has_one_place(package: Path):
    """A row of `units.csv` makes 庹 a unit of rows, and of claims."""
    text, claim = "去年霁川高新区建成围墙长度1200庹。", "霁川高新区围墙长度1200户。"
    add(package / "codelists" / "units.csv", "\nUSD,", "\nfathom,length,,庹,fathom,,\nUSD,")
    told = asked(package, text, claim)
    assert told["row"]["unit"] == "fathom"
    assert told["reason"] == "unit_mismatch"


def test_an_alias_of_an_indicator_has_one_place(package: Path):
    """A name in `indicators.csv` gives its rows the code."""
    text, claim = "去年霁川高新区锻冶收入18亿元。", "霁川高新区营业收入18亿元。"
    assert asked(package, text, claim)["row"]["indicator_code"] is None
    add(package / "codelists" / "indicators.csv", "revenue,营收|", "revenue,锻冶收入|营收|")
    assert asked(package, text, claim)["row"]["indicator_code"] == "REV"


def add(file: Path, old: str, new: str) -> None:
    """Change one place of a file."""
    content = file.read_text(encoding="utf-8")
    assert content.count(old) == 1
    file.write_text(content.replace(old, new), encoding="utf-8")


def asked(package: Path, text: str, claim: str) -> Mapping[str, Any]:
    """Read a text with the package as it lies there, and judge a claim about it."""
    command = [sys.executable, "-c", ASK, text, claim]
    output = subprocess.run(command, cwd=package.parent, capture_output=True, check=True)
    return json.loads(output.stdout)
