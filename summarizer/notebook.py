"""One call, one object, for notebooks and scripts.

from summarizer import summarize

page = summarize("霁川高新区一季度完成工业总产值42.6亿元，同比增长8.3%。")
page.rows()[0]["value"]        Decimal('4260000000')
page.to_dataframe()            the indicator table, for pandas
page.write("page.xlsx")        the suffix chooses the format
page                           in a notebook: the report itself
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import ReadingError, RenderingError
from summarizer.models import ModelSpec, open_model
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.renderers import render, renderer, write
from summarizer.report import ArticleReport, IssueReport
from summarizer.table import OBSERVATIONS, Cell

if TYPE_CHECKING:
    import pandas as pd

FILE_NAME = re.compile(r"[^\s，。；：！？]+\.[A-Za-z][A-Za-z0-9]{1,4}")
"""What nobody means as the text of a page: one word without punctuation, with an ending."""


@dataclass(frozen=True, slots=True)
class SummarizedPage:
    """A page with its report; what it shows and writes is made when it is asked for."""

    report: IssueReport
    text: str

    def __iter__(self) -> Iterator[ArticleReport]:
        return iter(self.report.articles)

    def rows(self) -> tuple[dict[str, Cell], ...]:
        """Return the indicator table, a dict for each figure; `docs/formats.md` has the columns.

        Values are Decimals in the unit of the row (`CNY`, `%`, `户` …), None where the page gives
        only a stretch; codes are those of the report's schema.
        """
        names = [column.name for column in OBSERVATIONS.columns]
        cells = OBSERVATIONS.cells(self.report, self.text)
        return tuple(dict(zip(names, row, strict=True)) for row in cells)

    def to_html(self) -> str:
        """Return the report as one HTML file that asks the network for nothing."""
        return renderer("html")(self.report, self.text).decode()

    def to_json(self) -> str:
        """Return the report as `schemas/issue-report.json` promises."""
        return renderer("json")(self.report, self.text).decode()

    def to_dataframe(self) -> "pd.DataFrame":
        """Return the indicator table for pandas, decimals as Decimals; raises RenderingError."""
        try:
            import pandas as pd
        except ImportError as error:
            raise RenderingError(
                "to_dataframe: needs pandas; pip install 'newspaper-summarizer[pandas]'"
            ) from error
        names = [column.name for column in OBSERVATIONS.columns]
        return pd.DataFrame(self.rows(), columns=names, dtype=object)

    def write(self, path: Path | str, format_name: str | None = None) -> None:
        """Write the report into a file, whole or not at all; raises RenderingError.

        The suffix chooses the format, or `format_name` does.
        """
        write(self.report, self.text, path, format_name)

    def to_bytes(self, name: str) -> bytes:
        """Return what a file of this name would hold (`page.xlsx`, `page.csv` …)."""
        return render(self.report, self.text, name)

    def _repr_html_(self) -> str:
        """Show the report in a notebook, walled off from the notebook's own page."""
        from html import escape

        report = escape(self.to_html(), quote=True)
        return f'<iframe srcdoc="{report}" width="100%" height="720" sandbox></iframe>'


def summarize(
    page: Path | str | bytes,
    model: str | ModelSpec = "extractive",
    *,
    date: dt.date | None = None,
    encoding: str | None = None,
) -> SummarizedPage:
    """Summarise a page: a `Path` or bytes of any format that can be read, or its text as a string.

    `date` is the day of the issue, which relative times (今年, 上月) are resolved with; without it
    the page is asked. Raises ReadingError for what is no page, ModelError for what is no model;
    trouble with one article is in `report.failures`.
    """
    _refuse_what_is_no_page(page)
    source = page.encode() if isinstance(page, str) else page
    encoding = "utf-8" if isinstance(page, str) else encoding
    name = "text" if isinstance(page, str) else None
    issue = read_issue(source, encoding=encoding, date=date, name=name)
    return SummarizedPage(summarize_issue(issue, open_model(model)), issue.text)


def _refuse_what_is_no_page(page: object) -> None:
    """Raise ReadingError for an object of another kind, and for a file's name given as text."""
    if not isinstance(page, Path | str | bytes):
        raise ReadingError(
            "{kind}: no page; give its text, its bytes or a Path", kind=type(page).__name__
        )
    if isinstance(page, str) and FILE_NAME.fullmatch(page.strip()):
        raise ReadingError("{name}: a file's name, not its text; give Path('{name}')", name=page)
