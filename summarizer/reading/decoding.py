"""Bytes → text: the encodings in which Chinese pages are kept.

A byte order mark decides. Without one, UTF-8 is taken where it fits, because hardly any other
text is valid UTF-8 by chance. GB18030 and Big5 share their byte ranges, so both may fit: then the
one wins whose text holds more of the characters that every Chinese page is full of.
"""

import codecs
import html
import os
import re

from summarizer.errors import ReadingError
from summarizer.lexicon import word_set

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("gb18030", "big5hkscs")
PLAUSIBLE = 0.04
SAMPLE = 200_000
MARKUP = re.compile(
    r"<(?:script|style)\b.{0,20000}?</(?:script|style)|<[!/a-z][^<>]{0,2000}>|&[a-z]{2,8};|[\s!-~]",
    re.DOTALL | re.IGNORECASE,
)
"""What is not asked for its language: the marks of a page, and ASCII."""
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{2,20})",
    re.IGNORECASE,
)
WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
"""What declares the narrow set is written in the wider one."""
REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});")
HEAD = 4096
TORN = 0.001


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the text of `data`; `name` is what messages call it. Raises ReadingError."""
    if encoding is not None:
        return _as_told(data, name, encoding)
    for mark, marked in MARKS:
        if data.startswith(mark):
            return _as_told(data[len(mark) :], name, marked)
    return _unmarked(data, name) if b"\0" in data else _detected(data, name)


def decode_web(data: bytes, name: str, encoding: str | None = None) -> str:
    """Return the text of an HTML page: what it declares is believed where it fits."""
    marked = any(data.startswith(mark) for mark, _ in MARKS)
    declared = DECLARED.search(data[:HEAD])
    if encoding or marked or not declared or _decoded(data, "utf-8") is not None:
        return decode(data, name, encoding)
    charset = (declared[1] or declared[2]).decode("ascii").lower()
    charset = WIDER.get(charset, charset)
    try:
        text = data.decode(charset, "replace")
    except LookupError:
        return decode(data, name)
    if text.count("\ufffd") > len(text) * TORN:
        return decode(data, name)
    return text


def without_references(text: str) -> str:
    """Return a plain text without the character references of the page it was copied from."""
    return REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(reference: re.Match[str]) -> str:
    character = html.unescape(reference[0])
    return " " if character.isspace() else character


def readable_name(name: str) -> str:
    """Return a file's name as text: that of an old archive is in GB18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        data = os.fsencode(name)
        text = _decoded(data, "utf-8")
        return data.decode("gb18030", "replace") if text is None else text
    return name


def _as_told(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise ReadingError(
            "{name}: no encoding is called {encoding!r}; pass utf-8, gb18030 or big5",
            name=name,
            encoding=encoding,
        ) from None
    except UnicodeDecodeError as error:
        raise ReadingError(
            "{name}: not {encoding} (byte 0x{byte:02x} at {place}); leave --encoding out "
            "to have it detected",
            name=name,
            encoding=encoding,
            byte=data[error.start],
            place=error.start,
        ) from None


def _unmarked(data: bytes, name: str) -> str:
    """Read UTF-16 that carries no mark; whatever else holds a zero byte is no text."""
    text = _likely(data, ("utf-16-le", "utf-16-be"))
    if _plausibility(text) < PLAUSIBLE:
        where = data.index(b"\0")
        raise ReadingError(
            "{name}: binary, not text (zero byte at {where}); export it as text",
            name=name,
            where=where,
        )
    return text


def _detected(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        first = error.start
    likely = _likely(data, LEGACY)
    if _plausibility(likely) < PLAUSIBLE:
        raise ReadingError(
            "{name}: not UTF-8, GB18030 or Big5 (byte 0x{byte:02x} at {place}); pass --encoding",
            name=name,
            byte=data[first],
            place=first,
        )
    return likely


def _likely(data: bytes, encodings: tuple[str, ...]) -> str:
    """Return the reading that is most like Chinese, or nothing where none is possible."""
    readings = [text for each in encodings if (text := _decoded(data, each)) is not None]
    return max(readings, key=_plausibility, default="")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    """Return the share of frequent Chinese characters and marks in what is no markup or ASCII."""
    sample = MARKUP.sub("", text[:SAMPLE])
    frequent = word_set("writing.frequent")
    return sum(character in frequent for character in sample) / max(len(sample), 1)
