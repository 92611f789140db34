"""The public names."""

import subprocess
import sys

import pytest

import summarizer

HEAVY = ("openai", "instructor", "tenacity", "sqlalchemy", "ray", "pyarrow", "opencc", "rjieba")


@pytest.mark.parametrize("name", summarizer.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    """Each is imported from its room when asked for."""
    assert getattr(summarizer, name) is not None


def test_the_public_names_are_sorted() -> None:
    """So that one finds them."""
    assert summarizer.__all__ == sorted(summarizer.__all__)


def test_an_unknown_name_is_an_error() -> None:
    """As with every module."""
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = summarizer.nonsense


def test_help_imports_nothing_heavy() -> None:
    """`summarize --help` pays for no package that it does not use."""
    code = (
        "import sys\nfrom summarizer.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
