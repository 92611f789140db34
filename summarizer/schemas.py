"""What we promise: JSON Schemas generated from the types, and checked for drift.

The mapping from name to type comes from the command line, so that the eval's report can be among
them without this floor knowing the roof.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

Mode = Literal["validation", "serialization"]
Schemas = Mapping[str, tuple[type[BaseModel], Mode]]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(type_: type[BaseModel], mode: Mode) -> str:
    """Return the JSON Schema of a type as it stands in a file."""
    schema = {"$schema": DIALECT, **type_.model_json_schema(mode=mode)}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_schemas(folder: Path, schemas: Schemas) -> tuple[Path, ...]:
    """Write every schema into a folder and return the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (type_, mode) in schemas.items():
        path = folder / f"{name}.json"
        path.write_text(schema_text(type_, mode), encoding="utf-8")
        written.append(path)
    return tuple(written)


def drifted_schemas(folder: Path, schemas: Schemas) -> tuple[str, ...]:
    """Return the names whose file is missing or differs from its type, and files of no type."""
    expected = {f"{name}.json": schema_text(*schema) for name, schema in schemas.items()}
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    names = sorted(expected.keys() | present.keys())
    return tuple(name for name in names if expected.get(name) != present.get(name))
