"""Corrections as a file beside a page: `page.corrections.json`, `page.txt.corrections.json`."""

from pathlib import Path

from pydantic import ValidationError

from summarizer.corrections.changes import Corrections
from summarizer.disk import beside, replace_file
from summarizer.document import Issue
from summarizer.errors import ReadingError

SUFFIX = ".corrections.json"


def corrections_file(issue: Issue) -> Path | None:
    """Return where the corrections of a page lie, or would lie; None for a page that is no file."""
    return beside(issue.source, SUFFIX)


def kept_corrections(issue: Issue) -> Corrections:
    """Return what a person corrected on a page, if anything. Raises ReadingError."""
    path = corrections_file(issue)
    if path is None or not path.is_file():
        return Corrections(sha256=issue.sha256)
    try:
        return Corrections.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise ReadingError(
            "{path}: {where}: {what}; correct it or move it away",
            path=path,
            where=where,
            what=first["msg"],
        ) from None
    except OSError as error:
        raise ReadingError(
            "{path}: {error}; check the file's permissions", path=path, error=error.strerror
        ) from error


def keep_corrections(issue: Issue, corrections: Corrections) -> Path:
    """Write the corrections of a page beside it, whole or not at all. Raises ReadingError."""
    path = corrections_file(issue)
    if path is None:
        raise ReadingError("{page}: no file, so nothing can be kept beside it", page=issue.source)
    text = corrections.model_copy(update={"sha256": issue.sha256}).model_dump_json(indent=2)
    try:
        replace_file(path, f"{text}\n".encode())
    except OSError as error:
        raise ReadingError(
            "{path}: cannot be written ({error})", path=path, error=error.strerror
        ) from error
    return path
