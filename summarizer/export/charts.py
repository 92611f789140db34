"""Series as a picture: zones as lines, what is only meant as hollow marks, gaps left open.

The picture is drawn by matplotlib (extra `chart`); a font for Chinese comes from the system.
"""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.disk import replace_file
from summarizer.errors import RenderingError
from summarizer.renderers import demand_place
from summarizer.series import Cell, Series, step_of
from summarizer.series.scale import Scale, scale_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "SimHei",
    "WenQuanYi Micro Hei",
    "DejaVu Sans",
)
SIZE = (9, 5)
HUES = ("#2f6690", "#a8452b", "#4c7a34", "#8a5aa5", "#8a6d1d", "#2b7a78")
CONTESTED = "#b0201c"


def draw_series(found: Sequence[Series], target: Path) -> None:
    """Draw series of one unit and step into an .svg or .png file. Raises RenderingError."""
    demand_place(target)
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ModuleNotFoundError:
        raise RenderingError(
            "charts need matplotlib: pip install 'newspaper-summarizer[chart]'"
        ) from None
    names = _known_fonts()
    style: Any = {
        "font.sans-serif": names,
        "font.family": "sans-serif",
        "axes.unicode_minus": False,
        "svg.hashsalt": "series",
    }
    with mpl.rc_context(style):
        figure = Figure(figsize=SIZE, layout="constrained")
        _draw(figure.add_subplot(), found)
        out = io.BytesIO()
        figure.savefig(
            out, format=target.suffix.removeprefix("."), dpi=160, metadata=_silent(target)
        )
    try:
        replace_file(target, out.getvalue())
    except OSError as error:
        raise RenderingError(
            "{path}: cannot be written ({error})", path=target, error=error.strerror
        ) from error


def _silent(target: Path) -> dict[str, Any]:
    """Leave out the moment, so that the same figures give the same bytes."""
    return {"Date": None} if target.suffix == ".svg" else {"Software": None}


def _known_fonts() -> list[str]:
    """Return those of our fonts that this system has: asking for others is complained about."""
    from matplotlib.font_manager import fontManager

    here = {font.name for font in fontManager.ttflist}
    return [name for name in FONTS if name in here]


def _draw(axes: "Axes", found: Sequence[Series]) -> None:
    cells = [cell for each in found for cell in (*each.facts, *each.open)]
    periods = sorted({cell.period for cell in cells}, key=lambda period: step_of(period)[1])
    places = {period: at for at, period in enumerate(periods)}
    scale = scale_of(found[0].unit, [cell.point.value for cell in cells if cell.point])
    for at, each in enumerate(found):
        _line(axes, each, places, scale, HUES[at % len(HUES)])
    axes.set_xticks(
        range(len(periods)), periods, rotation=30 if len(periods) > len("12345678") else 0
    )
    axes.set_ylabel(scale.title)
    axes.set_title(" · ".join(dict.fromkeys(each.indicator for each in found)))
    axes.grid(axis="y", alpha=0.3)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)


def _line(axes: "Axes", series: Series, places: dict[str, int], scale: Scale, hue: str) -> None:
    """Draw the facts of a series as a line that breaks at gaps, the rest as hollow marks."""
    label = " · ".join(filter(None, (series.area, series.scope)))
    facts = {places[cell.period]: _height(cell, scale) for cell in series.facts}
    at = range(min(facts, default=0), max(facts, default=-1) + 1)
    heights = [facts.get(place, float("nan")) for place in at]
    axes.plot(list(at), heights, color=hue, marker="o", label=label)
    for cell in series.open:
        axes.plot(places[cell.period], _height(cell, scale), color=hue, marker="D", mfc="none")
    for cell in series.facts:
        if cell.is_contested:
            ring: dict[str, Any] = {"ms": 13, "mfc": "none", "mec": CONTESTED, "linestyle": "none"}
            axes.plot(places[cell.period], _height(cell, scale), marker="o", **ring)


def _height(cell: Cell, scale: Scale) -> float:
    """Return where on the picture a figure stands; the printed figure itself stays a decimal."""
    return float(scale.of(cell.point.value)) if cell.point else float("nan")
