"""Files that are written whole or not at all, and what a person keeps beside a page.

    page.txt ─ beside ─► page.corrections.json, or page.txt.corrections.json where that one exists
    content  ─ replace_file ─► a file of its own, on the disk for good, moved into place

A reader, a power cut or a kill finds the old file or the new one, never a half.
"""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def beside(source: str, suffix: str) -> Path | None:
    """Return where something about a page lies: `page` or `page.txt` with `suffix` put behind.

    The first name that exists counts, or else the shorter one. None for a page that is no file.
    """
    page = Path(source)
    if not page.name:
        return None
    names = (page.with_suffix(suffix), page.with_name(page.name + suffix))
    return next((name for name in names if _is_file(name)), names[0])


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the file, wait for the disk, then move into place. Raises OSError.

    A link goes on leading where it leads, and a file keeps its permissions.
    """
    place = path.resolve()
    mode = place.stat().st_mode if place.exists() else 0o666 & ~_umask()
    handle, aside = tempfile.mkstemp(prefix=f".{place.name[:40]}.", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(stat.S_IMODE(mode))
        Path(aside).replace(place)
    except OSError:
        Path(aside).unlink(missing_ok=True)
        raise
    _settle(place.parent)


def _settle(folder: Path) -> None:
    """Put the new name on the disk too, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
