"""Schemas are generated, never written by hand."""

import json
from pathlib import Path

import jsonschema
import pytest

from summarizer.cli.schema import promised_schemas
from summarizer.schemas import drifted_schemas, write_schemas

FOLDER = Path(__file__).parent.parent / "schemas"


def test_every_file_says_what_its_type_says() -> None:
    """`summarize schema --write` was run after the last change of a type."""
    assert drifted_schemas(FOLDER, promised_schemas()) == ()


def test_drift_is_seen(tmp_path: Path) -> None:
    """A changed file and a file of no type are both named."""
    changed, *_ = write_schemas(tmp_path, promised_schemas())
    changed.write_text("{}", encoding="utf-8")
    (tmp_path / "stray.json").write_text("{}", encoding="utf-8")
    assert drifted_schemas(tmp_path, promised_schemas()) == (changed.name, "stray.json")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_every_schema_is_valid(path: Path) -> None:
    """Each file is a JSON Schema of the 2020-12 dialect."""
    jsonschema.Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
