"""What people read: one HTML file that works from disk, Markdown, JUnit and JSON.

views      what is shown, from an EvalReport and the pages
forest     systems × measures with their intervals
charts     curves, heat, what each cue is worth
pages      a page in the colours of its articles
templates  how it looks: Jinja2, style.css; every text is escaped
"""

from collections.abc import Sequence
from pathlib import Path

from eval.dataset import Dataset
from eval.gold import Question
from eval.report.views import View, view
from eval.results import EvalReport
from eval.runs import read_answers

TEMPLATES = Path(__file__).with_name("templates")
FORMATS = ("report.html", "report.md", "junit.xml")


def write(
    report: EvalReport,
    datasets: Sequence[Dataset],
    folder: Path,
    before: EvalReport | None = None,
) -> tuple[Path, ...]:
    """Write the reports of a run into its folder, beside `report.json`."""
    shown = view(report, datasets, read_answers(folder, Question.SEGMENTATION), before)
    paths = []
    for name in FORMATS:
        path = folder / name
        path.write_text(render(name, shown), "utf-8")
        paths.append(path)
    return (*paths, folder / "report.json")


def render(name: str, shown: View) -> str:
    """Fill a template."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(("html.j2", "xml.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["score"] = lambda value: "–" if value is None else f"{value:.3f}"
    environment.filters["short"] = lambda value: "–" if value is None else f"{value:.2f}"
    style = (TEMPLATES / "style.css").read_text("utf-8")
    return environment.get_template(f"{name}.j2").render(view=shown, style=style)
