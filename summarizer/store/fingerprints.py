"""Names made from content: the same thing has the same name, on every machine and every day.

The algorithm stands in front (`sha256:…`), so that a later change of it is visible.
"""

import hashlib
import json


def content_hash(*parts: object) -> str:
    """Return `sha256:…` of values that JSON can hold, in their canonical form."""
    return digest(canonical(parts).encode())


def canonical(value: object) -> str:
    """Return the one JSON text of a value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(content: bytes) -> str:
    """Return `sha256:…` of bytes."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def row_key(*parts: object) -> int:
    """Return a positive 63-bit key made from content: nobody has to hand out numbers."""
    return int(content_hash(*parts).removeprefix("sha256:")[:16], 16) >> 1
