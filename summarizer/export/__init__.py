"""An archive out of its store, for Excel and for statistics.

    runs.db ─┬─ tables   every row of a run: .xlsx .csv .parquet .jsonl          (flat)
             ├─ panels   zones × periods, a sheet for each indicator             (panels)
             └─ charts   a series as .svg or .png                                (charts)

A file is written whole or not at all.
"""

from summarizer.export.charts import draw_series
from summarizer.export.flat import SUFFIXES, Headers, write_rows
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
    "make_panels",
    "panel_of",
    "write_csv_panels",
    "write_panel_book",
    "write_rows",
]
