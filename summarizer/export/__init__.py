"""An archive out of its store, for Excel and for statistics.

    runs.db ─┬─ tables   every row of a run: .xlsx .csv .parquet .jsonl          (flat, kept)
             ├─ panels   zones × periods, a sheet for each indicator             (panels)
             └─ charts   a series as .svg or .png                                (charts)

A file is written whole or not at all. Panels and charts compare figures and load what that needs
only when they are asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from summarizer.export.flat import SUFFIXES, Headers, write_rows
from summarizer.export.kept import machine_cells, spoken_cells

if TYPE_CHECKING:
    from summarizer.export.charts import draw_series
    from summarizer.export.panels import (
        Panel,
        make_panels,
        panel_of,
        write_csv_panels,
        write_panel_book,
    )

__all__ = [
    "SUFFIXES",
    "Headers",
    "Panel",
    "draw_series",
    "machine_cells",
    "make_panels",
    "panel_of",
    "spoken_cells",
    "write_csv_panels",
    "write_panel_book",
    "write_rows",
]


def __getattr__(name: str) -> object:
    """Import what compares figures from its file."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "charts" if name == "draw_series" else "panels"
    return getattr(import_module(f"{__name__}.{home}"), name)
