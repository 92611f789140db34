"""No function of the package decides more than a head can hold."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import summarizer

ROOM = Path(summarizer.__file__).parent
MOST = 15
"""Ifs, loops, comprehensions, conditional expressions, and each further `and` and `or`."""
BRANCHES = (
    *(ast.If, ast.IfExp, ast.For, ast.While, ast.comprehension),
    *(ast.ExceptHandler, ast.match_case),
)


@pytest.mark.parametrize("room", sorted(path.name for path in ROOM.iterdir() if path.is_dir()))
def test_no_function_has_more_branch_points_than_a_head_can_hold(room: str):
    """What decides more is several thoughts, each of which has a name."""
    crowded = [name for name, branches in functions(ROOM / room) if branches > MOST]
    assert crowded == []


def functions(room: Path) -> Iterator[tuple[str, int]]:
    """Yield the functions of a room with how often each of them branches."""
    for path in sorted(room.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.name}:{node.name}", sum(map(_branches, ast.walk(node)))


def _branches(node: ast.AST) -> int:
    return len(node.values) - 1 if isinstance(node, ast.BoolOp) else isinstance(node, BRANCHES)
