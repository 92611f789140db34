"""What a person changed on a page, kept beside it and applied to every report on it.

    page.txt + page.corrections.json
        changes    one class a change; the file that holds them
        anchoring  its place, found again by the characters and what stands around them
        files      read and written beside the page, whole or not at all
        layout     boundaries, joins, roles ─► onto the layout, before anything is read
        rows       set, rejected, added rows ─► onto a draft, before it is judged
        outcome    what became of each change: one that fits no more is told, never dropped

Value, unit and place of a figure cannot be corrected: they come from the text.
"""

from summarizer.corrections.anchoring import Placed, anchor, find, placed
from summarizer.corrections.changes import (
    NAMES,
    AddRow,
    AnyChange,
    Corrections,
    Join,
    LayoutChange,
    Note,
    RejectRow,
    RowChange,
    RowWords,
    SetRole,
    SetRow,
    Split,
)
from summarizer.corrections.files import corrections_file, keep_corrections, kept_corrections
from summarizer.corrections.layout import correct_layout
from summarizer.corrections.outcome import Fate, told
from summarizer.corrections.rows import CorrectedRows, correct_rows

__all__ = [
    "NAMES",
    "AddRow",
    "AnyChange",
    "CorrectedRows",
    "Corrections",
    "Fate",
    "Join",
    "LayoutChange",
    "Note",
    "Placed",
    "RejectRow",
    "RowChange",
    "RowWords",
    "SetRole",
    "SetRow",
    "Split",
    "anchor",
    "correct_layout",
    "correct_rows",
    "corrections_file",
    "find",
    "keep_corrections",
    "kept_corrections",
    "placed",
    "told",
]
